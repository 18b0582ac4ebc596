"""The topics by theme, and in the order of the weekly reading: ``themes.toml``."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from content.library.serving import Place, Served

MORE = "more"
"""The theme of articles that stand in no other."""


@dataclass(frozen=True, kw_only=True)
class Theme:
    """A group of topics in the menu: its id and the ids of its articles."""

    id: str
    articles: tuple[str, ...]


def themes(articles: Collection[str]) -> tuple[Theme, ...]:
    """The themes of these articles (by id), in the menu's order; none without an article."""
    named = {id for theme in _table()["theme"] for id in theme["articles"]}
    grouped = [(theme["id"], [id for id in theme["articles"] if id in articles]) for theme in _table()["theme"]]
    grouped.append((MORE, [id for id in articles if id not in named]))
    return tuple(Theme(id=id, articles=tuple(held)) for id, held in grouped if held)


def lessons(served: Served, read: Collection[Place], *, with_ldn: bool) -> list[Place]:
    """The sections that were not read, in the order of the course; ``with_ldn``: of somebody with a plan of LDN."""
    return [
        (id, section.number)
        for id in in_order(served.articles, with_ldn=with_ldn)
        for section in served.articles[id].sections
        if (id, section.number) not in read and (id, section.heading) not in left_out()
    ]


def go_on(served: Served, read: Mapping[Place, object]) -> Place | None:
    """Where the reader was: the next unread section of the article that was read last; ``read`` is oldest first."""
    for id, number in reversed(list(read)):
        article = served.articles.get(id)
        if article is None:
            continue
        left = [section.number for section in article.sections if (id, section.number) not in read]
        later = [each for each in left if each > number]
        return (id, (later or left)[0]) if left else None
    return None


def in_order(articles: Collection[str], *, with_ldn: bool = False) -> Iterable[str]:
    """The ids as the course takes them: what comes first, then theme by theme."""
    course = _table()["course"]
    first = [id for id in (*(course["with_ldn"] if with_ldn else ()), *course["first"]) if id in articles]
    return dict.fromkeys((*first, *(id for theme in themes(articles) for id in theme.articles)))


@cache
def left_out() -> frozenset[tuple[str, str]]:
    """Sections, by article and heading, that nobody gets unasked: not in the course, and folded elsewhere."""
    table = _table()["course"]["left_out"]
    return frozenset((id, heading) for id, headings in table.items() for heading in headings)


@cache
def _table() -> Mapping[str, Any]:
    return tomli.loads((files("content") / "themes.toml").read_text(encoding="utf-8"))
