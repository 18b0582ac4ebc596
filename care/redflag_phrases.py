"""The phrases of the red-flag lists: read from their lines, and looked for in a text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from care.redflag_reading import Said
from care.redflag_words import GROUPS
from care.redflag_words.writing import ASIDE, FILLERS, NOT, OTHERS
from care.stems import stem

_GAPS = {frozenset({"…"}): 5, frozenset({".."}): 2}  # how many words each may stand for
_CLOSE = 4
_NEAR = 8  # words within which what "&" joins must stand
_END = "$"

Part = frozenset[str]
Row = tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """Rows of words that must all stand near each other: one row, or several joined by ``&``."""

    rows: tuple[Row, ...]
    anywhere: tuple[Row, ...] = ()
    """Rows that must stand somewhere in the text, in whatever sentence: what ``&&`` joins."""
    unless: tuple[Row, ...] = ()
    """Rows that must stand nowhere in the text, since it then means something else: what ``~`` joins."""

    @property
    def words(self) -> set[str]:
        """All words that it is made of, as stems."""
        rows = self.rows + self.anywhere + self.unless
        return {word for row in rows for part in row if part not in _GAPS for word in part - {_END}}


def phrases(listing: str) -> Iterator[Phrase]:
    """The phrases of a listing, a line each, as ``care.redflag_words`` says."""
    of_the_idea: list[str] = []
    for line in listing.replace("\n  ", " ").splitlines():
        if line.startswith("##"):
            of_the_idea = []
        elif line.startswith("~ "):
            of_the_idea += line[2:].split(" ~ ")
        elif line.strip() and line[0] not in "#>":
            meant, *unless = (*line.split(" ~ "), *of_the_idea)
            near, *anywhere = meant.split(" && ")
            yield Phrase(
                rows=tuple(map(_row, near.split(" & "))),
                anywhere=tuple(map(_row, anywhere)),
                unless=tuple(map(_row, unless)),
            )


def examples(listing: str) -> Iterator[str]:
    """The examples of a listing, for whoever reviews it; each is matched in the tests."""
    return (line[1:].strip() for line in listing.splitlines() if line.startswith(">"))


def _row(row: str) -> Row:
    parts = tuple(_part(part) for part in row.split())
    if not parts or parts[0] in _GAPS or parts[-1] in _GAPS or any(_END in part for part in parts[:-1]):
        raise ValueError(f"… stands between words, $ at the end: {row!r}")
    return parts


@cache  # the same words stand in many phrases
def _part(part: str) -> Part:
    if frozenset({part}) in _GAPS:
        return frozenset({part})
    words = [each for word in part.split("/") for each in (GROUPS[word].split() if word.isupper() else (word,))]
    if "want" in words or "wanna" in words:  # "want to" is read as "wanna"
        words += ["want", "wanna"]
    return frozenset(word if word.startswith("=") else stem(word) for word in words)


class Index:
    """Phrases by the words that they can begin with."""

    def __init__(self, found: Sequence[Phrase]) -> None:
        self._by_word: Mapping[str, list[Phrase]] = defaultdict(list)
        for phrase in found:
            for word in phrase.rows[0][0]:
                self._by_word[word].append(phrase)
        self.words = {word for phrase in found for word in phrase.words}

    def met(self, said: Said, *, heeds_not: bool, heeds_others: bool = False) -> bool:
        """Whether any of the phrases is in the text: not where it is denied, or said of others, if that is heeded."""
        for at, meant in enumerate(said.means):
            if (heeds_not and _is_denied(said, at)) or (heeds_others and _is_of_others(said, at)):
                continue
            for word in meant:
                for phrase in self._by_word.get(word, ()):
                    if len(phrase.rows) > 1 and heeds_others and _is_only_named(said, at):
                        continue
                    if _holds(said, phrase, at, heeds_not):
                        return True
        return False


def _is_denied(said: Said, at: int) -> bool:
    """Whether the word before denies what begins here."""
    return at > 0 and at not in said.pauses and said.tokens[at - 1] in NOT


def _is_only_named(said: Said, at: int) -> bool:
    """Whether one of the words close before takes it out of the here and now, or away from the writer."""
    for before in range(at - 1, max(at - 1 - _CLOSE, -1), -1):
        if before + 1 in said.pauses:
            break
        if said.tokens[before] in NOT | ASIDE | OTHERS:
            return True
    return False


def _is_of_others(said: Said, at: int) -> bool:
    """Whether what begins here is said of somebody else ("my sister is pregnant")."""
    while at > 0 and at not in said.pauses and said.tokens[at - 1] in FILLERS:
        at -= 1
    return at > 0 and at not in said.pauses and said.tokens[at - 1] in OTHERS


def _holds(said: Said, phrase: Phrase, at: int, heeds_not: bool) -> bool:
    first, *others = phrase.rows
    if not _goes_on(said, first, 1, at + 1, heeds_not):
        return False
    return (
        all(any(_starts(said, row, where, heeds_not) for where in _near(said, at)) for row in others)
        and all(_stands(said, row, heeds_not) for row in phrase.anywhere)
        and not any(_stands(said, row, False) for row in phrase.unless)
    )


def _stands(said: Said, row: Row, heeds_not: bool) -> bool:
    """Whether a row stands anywhere in the text."""
    return any(_starts(said, row, where, heeds_not) for where in range(len(said.tokens)))


def _near(said: Said, at: int) -> Iterator[int]:
    """Places near a word in its sentence, itself left out."""
    for step in (-1, 1):
        where = at
        for _ in range(_NEAR):
            if (step > 0 and where + 1 in said.sentence_ends) or (step < 0 and where in said.sentence_ends):
                break
            where += step
            if not 0 <= where < len(said.tokens):
                break
            yield where


def _starts(said: Said, row: Row, at: int, heeds_not: bool) -> bool:
    if row[0].isdisjoint(said.means[at]) or (heeds_not and _is_denied(said, at)):
        return False
    return _goes_on(said, row, 1, at + 1, heeds_not)


def _goes_on(said: Said, row: Row, part: int, at: int, heeds_not: bool) -> bool:
    """Whether the rest of a row, from ``part`` on, stands in the text from ``at`` on."""
    if part == len(row):
        return True
    if _END in row[part] and (at == len(said.tokens) or at in said.pauses):
        return True
    if most := _GAPS.get(row[part]):
        for start in range(at, min(at + most + 1, len(said.means) + 1)):
            if start in said.sentence_ends:
                return _END in row[part + 1] and _goes_on(said, row, part + 1, start, heeds_not)
            if _goes_on(said, row, part + 1, start, heeds_not):
                return True
            if heeds_not and start < len(said.tokens) and said.tokens[start] in NOT:
                return False
        return False
    return (
        at < len(said.means)
        and at not in said.sentence_ends
        and not row[part].isdisjoint(said.means[at])
        and _goes_on(said, row, part + 1, at + 1, heeds_not)
    )
