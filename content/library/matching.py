"""How well a section answers a question: what of the question it covers, and how much speaks for just this section."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from content.library.index import Name, Place

# How much of a word is covered where it names the article or the section, and where the text only says it. So one word
# that is only said somewhere is just enough alone (search.ENOUGH), and never beside an unknown one.
_NAMED, _SAID = 1.0, 0.6
_HALF = 0.5  # of a name: with less of it in the question, the name was not meant
# What speaks for a section: its article's name, its own heading, its text.
_ARTICLE, _HEADING, _TEXT = 1.5, 1.0, 0.5
_TELLING = 0.2  # of the weight of the rarest word
_WHOLE = 10.0  # more than all of these: the question is the name itself

Shares = Mapping[Place, Mapping[int, float]]
"""By what is called so (an article, a section) and the number of a term: how much of a name the question holds."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word of the question with those that mean the same, or a whole name in it; and where it stands."""

    weight: float
    said: Mapping[Place, float]
    """The sections whose text holds it, with their rank for it."""
    called: frozenset[int]
    """The names that hold it."""
    sure: float = 1.0
    """Less than 1 for a word that had to be mended."""
    must: bool = False
    """No section answers the question without it."""
    whole: bool = False
    """It is a name as it stands, not a word of one."""

    @property
    def worth(self) -> float:
        """What finding it counts for."""
        return self.weight * self.sure


def shares(terms: Sequence[Term], names: Sequence[Name], weights: Sequence[float]) -> Shares:
    """What of their names the question holds; names and what each weighs in all, in the same order."""
    held: dict[int, list[int]] = defaultdict(list)
    for number, term in enumerate(terms):
        for name in term.called:
            held[name].append(number)
    found: dict[Place, dict[int, float]] = defaultdict(dict)
    for name, numbers in held.items():
        whole = any(terms[number].whole for number in numbers)
        share = 1.0 if whole else min(1.0, sum(terms[number].worth for number in numbers) / weights[name])
        of = found[names[name].place]
        of.update((number, max(share, of.get(number, 0.0))) for number in numbers)
    return found


def matches(
    terms: Sequence[Term], called: Shares, sections: Mapping[str, Sequence[Place]], wholly: Collection[Place]
) -> list[tuple[Place, float]]:
    """The sections with anything of the question, best first, each with the share of the question that it covers.

    ``wholly`` are those of which the whole question is a name.
    """
    # Where only words stand that nearly every article has, too little of the question would be covered.
    least = _TELLING * max((term.weight for term in terms), default=0.0)
    telling = {number for number, term in enumerate(terms) if term.weight >= least}
    touched = {place for number in telling for place in terms[number].said}
    for place, held in called.items():
        if not telling.isdisjoint(held):
            touched.update((place,) if place[1] else sections[place[0]])
    found = []
    for place in touched:
        article = called.get((place[0], 0), {})
        heading = called.get(place, {})
        covered = _covered(terms, place, {**article, **_better(heading, article)})
        score = _ARTICLE * _worth(terms, article) + _HEADING * _worth(terms, heading)
        score += _TEXT * sum(term.worth * (1 + term.said[place] / 10) for term in terms if place in term.said)
        if place in wholly or (place[0], 0) in wholly:
            covered, score = 1.0, score + _WHOLE
        found.append((-score * covered, place, covered))
    return [(place, covered) for _, place, covered in sorted(found)]


def _better(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    return {number: max(share, other.get(number, 0.0)) for number, share in one.items()}


def _worth(terms: Sequence[Term], held: Mapping[int, float]) -> float:
    return sum(terms[number].worth * share for number, share in held.items())


def _covered(terms: Sequence[Term], place: Place, held: Mapping[int, float]) -> float:
    """The share of the question that a section covers. A question that names it whole may name others beside it."""
    meant = any(terms[number].whole for number in held)
    here = asked = 0.0
    for number, term in enumerate(terms):
        named = held.get(number, 0.0) >= _HALF
        if term.whole and meant and not named:
            continue
        if term.must and not named and place not in term.said:
            return 0.0
        asked += term.weight
        here += term.worth * (_NAMED if named else _SAID if place in term.said else 0.0)
    return here / asked if asked else 0.0


def of_articles(articles: Iterable[tuple[str, int]]) -> dict[str, list[Place]]:
    """The places of each article, from pairs of its id and how many sections it has."""
    return {id: [(id, number) for number in range(1, count + 1)] for id, count in articles}
