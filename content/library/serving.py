"""Which articles may be shown, and what is said about their review (R12, R13). The one home of that rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from content.library.article import Article, Section
from content.library.shelf import Library

Place = tuple[str, int]
"""An article's id and the number of a section."""


class Signed(Protocol):
    """A clinician's word for one text, as store/ keeps it."""

    @property
    def digest(self) -> str:
        """Of the text that was approved."""

    @property
    def reviewer(self) -> str:
        """Who read it."""

    @property
    def credential(self) -> str:
        """Such as MD."""

    @property
    def at(self) -> datetime:
        """When."""


@dataclass(frozen=True, kw_only=True)
class Review:
    """Who reviewed an article and when; ``demo`` marks one that is shown unreviewed, in the demo only."""

    reviewer: str | None
    credential: str | None
    on: date | None
    demo: bool


@dataclass(frozen=True, kw_only=True)
class Served:
    """The articles that may be shown on one day, in the library's order, each with its review."""

    articles: Mapping[str, Article]
    reviews: Mapping[str, Review]

    @property
    def public(self) -> "Served":
        """Those of them that anybody may read."""
        kept = {id: article for id, article in self.articles.items() if article.public}
        return Served(articles=kept, reviews={id: self.reviews[id] for id in kept})

    def section(self, place: Place) -> Section | None:
        """The section, if it may be shown."""
        article = self.articles.get(place[0])
        return None if article is None else article.section(place[1])


def served(library: Library, signed: Mapping[str, Signed], today: date, *, demo: bool) -> Served:
    """What may be shown: articles whose approval, by article id, stands today; in the demo, all."""
    reviews: dict[str, Review] = {}
    for article in library.articles.values():
        word = signed.get(article.id)
        if word is not None and standing(article, word, today) is Standing.APPROVED:
            reviews[article.id] = Review(
                reviewer=word.reviewer, credential=word.credential, on=word.at.date(), demo=False
            )
        elif demo:
            reviews[article.id] = Review(reviewer=None, credential=None, on=None, demo=True)
    return Served(articles={id: library.articles[id] for id in reviews}, reviews=reviews)


class Standing(Enum):
    """Where an article stands with its reviewers; patients see only an approved one (design 6, R12)."""

    UNAPPROVED = "not approved"
    APPROVED = "approved"
    CHANGED = "changed since its approval"
    OVERDUE = "approval overdue"


def standing(article: Article, word: Signed | None, today: date) -> Standing:
    """The standing on a day: an approval is of one text, by its digest, and lapses with the review cycle (R12, R13)."""
    if word is None:
        return Standing.UNAPPROVED
    if word.digest != article.digest:
        return Standing.CHANGED
    return Standing.APPROVED if today <= article.approval_lasts_until(word.at.date()) else Standing.OVERDUE
