"""Reading an article's file: front matter between ``+++`` lines (TOML), then sections under ``## `` headings.

Bad content is data: whatever is wrong comes back as problems with a line, and nothing here raises.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import tomli

from content.library.article import BULLET, Article, Change, Problem, Section, Source
from content.library.checks import check
from content.library.ldn import is_about_ldn

FENCE = "+++"
_TEXTS = ("id", "title", "language", "author", "conflicts")
_NUMBERS = ("version", "review_months")
_LISTS = ("topics", "aliases", "general_knowledge")
_TABLES = ("sources", "changes")
_SOURCE = ("key", "authors", "title", "journal", "year", "doi", "pmid", "url", "note")
_KNOWN = {*_TEXTS, *_NUMBERS, *_LISTS, *_TABLES, "about_ldn", "call_first", "public"}
_MARKUP = re.compile(r"^(#|>|\||\d+[.)] |\* )|[*`<>\\~]|_\w|\]\(")


def read_article(text: str, origin: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article in a file's text, and what is wrong with it; None where it can't be made out at all.

    ``origin`` is the file's name as problems should show it. An article that comes back with problems is readable
    but breaks R12-R17: show it to its author, don't serve it.
    """
    lines = unicodedata.normalize("NFC", text).removeprefix("\ufeff").splitlines()
    fences = [number for number, line in enumerate(lines) if line.strip() == FENCE][:2]
    if len(fences) < 2 or fences[0] != 0:
        message = f"begin the file with front matter between two lines of {FENCE}"
        return None, (Problem(origin=origin, line=1, message=message),)
    end = fences[1]
    try:
        facts = tomli.loads("\n".join(lines[1:end]))
    except (tomli.TOMLDecodeError, RecursionError) as error:  # the latter: nested deeper than any article is
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) + 1 if found else end
        return None, (Problem(origin=origin, line=line, message=f"correct the TOML here: {error}"),)

    def at(key: str) -> int:
        pattern = re.compile(rf"(\[\[)?{re.escape(key)}\b")
        return next((n for n, line in enumerate(lines[:end], start=1) if pattern.match(line)), 1)

    problems = [Problem(origin=origin, line=at(key), message=message) for key, message in _wrong_facts(facts)]
    if problems:
        return None, tuple(problems)
    sections, wrong = _sections(lines[end + 1 :], end + 2, facts["id"], origin)
    if wrong:
        return None, wrong
    article = _article(facts, sections)
    return article, check(article, origin, at)


def _wrong_facts(facts: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """R12: every field is there and of its kind. Pairs of key and message."""
    for key in facts:
        if key not in _KNOWN:
            yield key, f"take out {key!r} or correct its name: there is no such field"
    for key in _TEXTS:
        if not isinstance(facts.get(key), str) or not str(facts[key]).strip():
            yield key, f'write {key} = "…": it must not be empty (R12)'
    for key in _NUMBERS:
        if type(facts.get(key)) is not int:
            yield key, f"write {key} = a whole number (R12)"
    if type(facts.get("about_ldn")) is not bool:
        yield "about_ldn", "write about_ldn = true or false (R15)"
    if type(facts.get("public", True)) is not bool:
        yield "public", "write public = false, or leave it out: anybody may read it then"
    if not isinstance(facts.get("call_first", ""), str):
        yield "call_first", 'write call_first = "crisis" or "emergency", or leave it out'
    for key in _LISTS:
        value = facts.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            yield key, f'write {key} = ["…", "…"]: a list of texts'
    for key in _TABLES:
        value = facts.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            yield key, f"write each of {key} under a line [[{key}]]"
        else:
            yield from ((key, message) for item in value for message in _wrong_row(key, item))


def _wrong_row(table: str, row: Mapping[str, object]) -> Iterator[str]:
    if table == "changes":
        if type(row.get("date")) is not date or not isinstance(row.get("text"), str):
            yield 'write each change with date = 2026-11-24 (no quotes) and text = "…" (R12)'
        return
    name = row.get("key", "a source without a key")
    for field in ("key", "authors"):
        if not isinstance(row.get(field), str):
            yield f'{name}: write {field} = "…" (R12)'
    for field, value in row.items():
        if field not in _SOURCE:
            yield f"{name}: take out {field!r} or correct its name"
        elif type(value) is not (int if field == "year" else str):
            yield f"{name}: {field} must be {'a number' if field == 'year' else 'a text in quotes'}"


def _sections(
    lines: Sequence[str], first: int, article: str, origin: str
) -> tuple[tuple[Section, ...], tuple[Problem, ...]]:
    """The sections of the body, whose first line is line ``first`` of the file."""
    problems: list[Problem] = []
    found: list[tuple[int, str, list[str]]] = []
    for number, line in enumerate(lines, start=first):
        if line.startswith("## "):
            found.append((number, " ".join(line[3:].split()), []))
        elif line.strip() and not found:
            problems.append(Problem(origin=origin, line=number, message='begin the text with a "## Heading"'))
        elif _MARKUP.search(line):
            message = 'use plain paragraphs and "- " bullets: other markup is not shown'
            problems.append(Problem(origin=origin, line=number, message=message))
        elif found:
            found[-1][2].append(line)
    sections = tuple(
        Section(article=article, number=n, heading=heading, marked=_flowed(body), line=line)
        for n, (line, heading, body) in enumerate(found, start=1)
    )
    return sections, tuple(problems)


def _flowed(lines: Sequence[str]) -> str:
    """Lines wrapped in the file, joined into paragraphs and bullets."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        words = " ".join(line.split())
        if not words:
            blocks.append([])
        elif words.startswith(BULLET) or not blocks[-1]:
            blocks[-1].append(words)
        else:
            blocks[-1][-1] += f" {words}"
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _article(facts: Mapping[str, object], sections: tuple[Section, ...]) -> Article:
    """Facts that ``_wrong_facts`` has let pass, as an article."""
    known = {key: facts[key] for key in (*_TEXTS, *_NUMBERS, "about_ldn", "call_first", "public") if key in facts}
    lists = {key: tuple(_rows(facts, key)) for key in _LISTS}
    sources = tuple(Source(**row) for row in _rows(facts, "sources"))
    changes = tuple(Change(on=row["date"], text=row["text"]) for row in _rows(facts, "changes"))
    if is_about_ldn(str(facts["title"]), lists["topics"], [f"{each.heading}.\n{each.text}" for each in sections]):
        known["about_ldn"] = True  # what an author says can only widen it (R13, R15)
    return Article(**known, **lists, sources=sources, changes=changes, sections=sections)  # type: ignore[arg-type]  # kinds: _wrong_facts


def _rows(facts: Mapping[str, object], key: str) -> list[Any]:
    value = facts.get(key, [])
    return value if isinstance(value, list) else []
