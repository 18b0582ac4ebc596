"""How well a section answers a question: how much it speaks of its words, and how like it is to what is asked of it."""

import math
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from content.library.index import Index, Line, Place

ENOUGH = 1.75  # how sure a best section must be; the labelled questions hold it
SAME = 0.65  # how like a name or a line a question must be to be answered whatever it weighs
_CANDIDATES = 8  # sections whose lines are looked at
# What speaks for a section besides its words: the lines most like the question, each next one for half, and a name.
_LIKE, _NEXT, _NAME = 0.5, 0.6, 0.35
_LINES = 3
_NAMED, _FIRST = 0.9, 0.4  # where the question is a name of the article ("sleep"), its first section answers it
# How sure a section is: its score, the share of the telling words that it has, and how much of the question it has in
# all, since people who tell a story say many words that no section has.
_SHARE, _MUCH = 0.45, 0.6
_ONCE = 0.6  # of a word is covered where it is said, but not meant


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word of the question."""

    stem: str
    """As the index knows it, or as it was typed."""
    weight: float
    """What a word of its kind says: less for "how" than for "dose"."""
    telling: bool
    """It says what is asked."""
    sure: float = 1.0
    """Less than 1 for a word that had to be mended."""
    must: bool = False
    """No section answers the question without it."""


@dataclass(frozen=True, kw_only=True)
class Match:
    """A section with anything of the question."""

    place: Place
    score: float
    """By which it stands before others."""
    sure: float
    """From what on it is an answer: ``ENOUGH``."""


class Question:
    """The words of a question, weighed by an index."""

    def __init__(self, terms: Sequence[Term], index: Index) -> None:
        self._index = index
        self._terms = {term.stem: term for term in terms}
        self._worth = {term.stem: term.weight * term.sure * index.rare(term.stem) for term in terms}
        self._whole = sum(term.weight * index.rare(term.stem) for term in terms) or 1.0
        self._asked = {term.stem: term.weight * term.sure * index.rare_to_ask(term.stem) for term in terms}
        self._asked_of = tuple(self._asked.items())
        self._asked_in_all = sum(term.weight * index.rare_to_ask(term.stem) for term in terms)
        self._telling = {term.stem: index.rare(term.stem) for term in terms if term.telling}

    def matches(self, among: Collection[str] | None) -> list[Match]:
        """The sections that come nearest, best first; only of the articles with these ids (None: all)."""
        spoken: dict[int, float] = defaultdict(float)
        for stem, worth in self._worth.items():
            for number, much in self._index.spoken.get(stem, {}).items():
                spoken[number] += worth * much
        sections = self._index.sections
        held = [
            (number, much) for number, much in spoken.items() if among is None or sections[number].place[0] in among
        ]
        best = nsmallest(_CANDIDATES, ((-much, number) for number, much in held))
        named = self._index.named.get(frozenset(self._terms), set())  # a name, however little its words say
        seen = {number for _, number in best}
        best += [(-much, number) for number, much in held if number in named - seen] if named else []
        found = [self._match(number, -much) for much, number in best]
        return sorted(found, key=lambda match: (-match.score, match.place))

    def _match(self, number: int, much: float) -> Match:
        section = self._index.sections[number]
        lines = sorted((self._like(line) for line in section.lines), reverse=True)[:_LINES]
        name = max((self._like(name) for name in section.names), default=0.0)
        score = much / self._whole + _LIKE * sum(like * _NEXT**rank for rank, like in enumerate(lines)) + _NAME * name
        if name >= _NAMED and section.place[1] == 1:
            score += _FIRST
        like = max(*lines, name)
        sure = score + _SHARE * self._covered(number) + _MUCH * math.log1p(much)
        if like >= SAME:
            sure = max(sure, ENOUGH)
        elif not self._telling:
            sure = 0.0
        return Match(place=section.place, score=score, sure=0.0 if self._lacks(number) else sure)

    def _like(self, line: Line) -> float:
        """From 0 to 1: what the question and a line have in common, of all that they say."""
        common, words = 0.0, line.words
        for stem, worth in self._asked_of:  # a loop: it is run some hundred times a question, mostly to find nothing
            if stem in words:
                common += worth
        return common / (self._asked_in_all + line.weight - common or 1.0) if common else 0.0

    def _covered(self, number: int) -> float:
        """The share of the question's telling words that a section has."""
        if not self._telling:
            return 1.0
        covered = 0.0
        for stem, weight in self._telling.items():
            if number in self._index.meant.get(stem, ()):
                covered += weight * self._terms[stem].sure
            elif number in self._index.spoken.get(stem, {}):
                covered += weight * self._terms[stem].sure * _ONCE
        return covered / sum(self._telling.values())

    def _lacks(self, number: int) -> bool:
        """Whether it misses a word without which it would be no answer."""
        return any(term.must and number not in self._index.own.get(term.stem, ()) for term in self._terms.values())
