"""Every number in an article is the one that its source gives (the evidence page's table 2A, and its topics).

A number belongs to the citation that follows it in its paragraph, or else to the last one before it. What rests on
general knowledge is listed below, by article, and in the article's front matter for the reviewer.
"""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from content.library import Article, Section, load

SHIPPED = load().articles
TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "figures.toml").read_text(encoding="utf-8"), parse_float=Decimal
)
LDN_TRIALS = ["YM09", "Y13", "BP20", "PA23", "DB24", "IN26", "VA24", "BM24", "AMS25", "OL25"]  # table 2A

# What clinicians and conventions say, without a source: each is in the article's list for its reviewer.
GENERAL = {
    "getting-ldn": "0.5 1 1.5 2 3 4.5",
    "exercise": "8 11",
    "medicines": "1 10 50 60",
    "diary": "0 4 7",
}
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "eight": 8}
_COUNTED = re.compile(rf"\b({'|'.join(_WORDS)}) (?:trials|studies|drugs were)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![A-Za-z\d])\d(?:[\d,]*\d)?(?:\.\d+)?")
_CITED = re.compile(r"(?:\s*\[[A-Z][A-Za-z0-9-]*\])+")
# Scales and denominators, which are nobody's figures.
_FRAME = re.compile(
    r"\bin (?:every )?100\b|\bfrom 0 to 100?\b|\b0 is no gap\b|\b1 is as much as people usually differ\b"
)

Claim = tuple[str, tuple[str, ...]]
"""Some words, and the sources that they rest on."""


def claims(section: Section) -> Iterator[Claim]:
    yield section.heading, section.citations
    last: tuple[str, ...] = ()
    for block in section.marked.split("\n"):
        said, place = "", 0
        for cited in _CITED.finditer(block):
            said, place = block[place : cited.start()], cited.end()
            last = tuple(re.findall(r"[A-Z][A-Za-z0-9-]*", cited[0]))
            yield said, last
        yield block[place:], last


def numbers(said: str) -> list[Decimal]:
    text = _COUNTED.sub(lambda found: str(_WORDS[found[1].lower()]), _FRAME.sub("", said))
    return [Decimal(number.replace(",", "")) for number in _NUMBER.findall(text)]


def figures(key: str) -> set[Decimal]:
    found: set[Decimal] = set()
    for value in TABLE.get(key, {}).values():
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
        found |= {Decimal(part) for part in parts}
    return found


def pairs(key: str) -> list[tuple[Decimal, Decimal]]:
    rows = (value for value in TABLE.get(key, {}).values() if isinstance(value, dict))
    return [(Decimal(row["ldn"]), Decimal(row["placebo"])) for row in rows]


def wrong(section: Section) -> list[str]:
    """What a section says in numbers and its sources don't."""
    found = []
    general = {Decimal(number) for number in GENERAL.get(section.article, "").split()}
    for said, keys in claims(section):
        given = numbers(said)
        known = general.union(*(figures(key) for key in keys))
        found += [f"{number} is not of {keys}: {said}" for number in given if number not in known]
        both = [pair for key in keys for pair in pairs(key) if set(pair) <= set(given)]
        found += [f"LDN and placebo swapped: {said}" for one, two in both if given.index(one) > given.index(two)]
        if re.search(r"on LDN\b.*\bon placebo", said, re.IGNORECASE | re.DOTALL) and given and not both:
            found.append(f"no such pair in {keys}: {said}")
    return found


def changed(article: str, number: int, old: str, new: str) -> list[str]:
    section = SHIPPED[article].section(number)
    assert section is not None and old in section.marked, old
    return wrong(
        Section(
            article=article,
            number=number,
            heading=section.heading,
            marked=section.marked.replace(old, new, 1),
        )
    )


@pytest.mark.parametrize("article", SHIPPED.values(), ids=lambda article: article.id)
def test_every_number_is_the_one_that_its_source_gives(article: Article) -> None:
    assert [complaint for section in article.sections for complaint in wrong(section)] == []


@pytest.mark.parametrize("key", LDN_TRIALS)
def test_every_figure_of_the_ldn_trials_is_told_somewhere(key: str) -> None:
    """T10: numbers come from 2A, and none is kept back."""
    told = {
        number
        for article in SHIPPED.values()
        for section in article.sections
        for said, keys in claims(section)
        if key in keys
        for number in numbers(said)
    }
    assert figures(key) - told == set()


@pytest.mark.parametrize(
    ("article", "section", "old", "new"),
    [
        ("trials", 2, "28.8%", "38.8%"),
        ("trials", 2, "28.8% on LDN and 18.0%", "18.0% on LDN and 28.8%"),
        ("trials", 2, "32% on LDN, and 11%", "11% on LDN, and 32%"),
        ("trials", 2, "31 women", "99 women"),
        ("trials", 3, "1.3 points on LDN and 0.9", "0.9 points on LDN and 1.3"),
        ("trials", 3, "1.3 points on LDN and 0.9", "0.95 points on LDN and 0.34"),
        ("trials", 3, "0.27 worse", "0.72 worse"),
        ("trials", 3, "45 in 100", "54 in 100"),
        ("trials", 4, "0.33 points on LDN and 0.64", "0.64 points on LDN and 0.33"),
        ("trials", 5, "Four trials, 222", "Five trials, 222"),
        ("trials", 5, "0.86 points", "0.46 points"),
        ("side-effects", 2, "69 and 72", "84 and 86"),
        ("side-effects", 2, "2.41 times", "1.41 times"),
        ("opioids", 3, "7 to 10 days", "7 to 12 days"),
        ("opioids", 4, "1 mg", "10 mg"),
        ("getting-ldn", 5, "25 people", "52 people"),
        ("mental-health", 5, "29.6", "26.9"),
        ("medicines", 2, "11,930", "11,390"),
    ],
)
def test_a_wrong_or_swapped_number_is_noticed(article: str, section: int, old: str, new: str) -> None:
    assert changed(article, section, old, new) != []


def test_a_number_without_a_source_is_listed_for_the_reviewer() -> None:
    for id, allowed in GENERAL.items():
        assert {Decimal(number) for number in allowed.split()} <= set(numbers(" ".join(SHIPPED[id].general_knowledge)))
