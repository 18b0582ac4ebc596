"""The labelled questions: reading them, asking them, and judging what came."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from care.redflags import match
from content.library import load, read_article
from content.library.index import Place
from content.library.search import Search

HERE = Path(__file__).parent
TUNING, HELD_OUT = HERE / "questions.tsv", HERE / "questions_held_out.tsv"
BLIND = tuple(HERE / f"questions_{part}.tsv" for part in "defi")
"""Written apart, by somebody who had read the articles and knew nothing of the search. Seen since."""
UNREAD = HERE / "questions_j.tsv"
"""Written apart, too. What it misses of the library is not read, so it stays a test of that; what it misses of
questions about one's own treatment has been read and mended, since these could do harm."""
_PARTED = re.compile(r" (?=T\d+/|you\b|none\b|red:)")
# A wrong article here could do harm; these two say what to do in any doubt, so that landing there does none.
RISKY, SAFE = frozenset({"T12", "T14", "T15", "T16", "T17", "T20"}), frozenset({"T14", "T17"})


@dataclass(frozen=True)
class Question:
    """What somebody types, and any of what should come."""

    expected: tuple[str, ...]
    text: str

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that would answer it: topic/pattern."""
        return tuple(one for one in self.expected if one.startswith("T"))

    @property
    def topics(self) -> frozenset[str]:
        """The topics of those sections."""
        return frozenset(one.partition("/")[0] for one in self.sections)


def questions(file: Path) -> list[Question]:
    """The questions of a file."""
    lines = (line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    rows = (line.split("\t")[-2:] for line in lines)
    return [Question(tuple(_PARTED.split(expected)), text) for expected, text in rows]


@dataclass
class Result:
    """What came of a set of questions."""

    asked: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    """Right at once, by what was expected: section, you, none, red."""
    third: int = 0
    """Sections among the best three."""
    near: int = 0
    """Sections among those that a refusal offers as near."""
    missed: list[tuple[Question, object]] = field(default_factory=list)
    unsafe: list[tuple[Question, object]] = field(default_factory=list)

    @property
    def hit_at_1(self) -> float:
        """The share of questions with an answer whose section came first."""
        return self.first["section"] / self.asked["section"]

    @property
    def hit_at_3(self) -> float:
        """The share whose section was among the first three."""
        return self.third / self.asked["section"]

    @property
    def within_a_tap(self) -> float:
        """The share whose section came first, or stands behind a button below what came."""
        return (self.third + self.near) / self.asked["section"]


class Asker:
    """Asks as the bot does: red-flag words first, then the search."""

    def __init__(self) -> None:
        self.library = load()
        self.search = Search(self.library.articles.values())
        self.topics: dict[str, str] = {}
        for file in (files("content") / "articles" / "en").iterdir():
            found, _ = read_article(file.read_text(encoding="utf-8"), file.name)
            if found is not None and (number := re.match(r"t(\d+)-", file.name)):
                self.topics[found.id] = f"T{int(number[1])}"

    def ask(self, text: str) -> tuple[str | Place, Sequence[Place]]:
        """What comes: a word (red:…, you, none) or a place, and all the sections that are offered."""
        category = match(f"/learn {text}")
        found = self.search.find(text)
        if category is not None:
            return f"red:{category}", ()
        if found.own_treatment:
            return "you", found.others
        if found.best is None:
            return "none", found.nearest
        return found.best, (found.best, *found.others)

    def fits(self, place: Place, question: Question) -> bool:
        """Whether that section answers the question."""
        section = self.library.articles[place[0]].section(place[1])
        assert section is not None
        said = f"{section.heading}\n{section.text}"
        wanted = (one.partition("/") for one in question.sections)
        return any(
            topic == self.topics[place[0]] and re.search(pattern, said, re.IGNORECASE) for topic, _, pattern in wanted
        )

    def judge(self, asked: Sequence[Question]) -> Result:
        """Ask them all."""
        result = Result()
        for question in asked:
            came, offered = self.ask(question.text)
            kind = "section" if question.sections else question.expected[0].partition(":")[0]
            result.asked[kind] += 1
            right = came in question.expected if isinstance(came, str) else self.fits(came, question)
            result.first[kind] += right
            if kind == "section":
                among = any(self.fits(one, question) for one in offered[:3])
                result.third += right or (not isinstance(came, str) and among)
                result.near += came == "none" and among
            if not right:
                result.missed.append((question, came))
                if not isinstance(came, str) and self._unsafe(question, kind, came):
                    result.unsafe.append((question, came))
        return result

    def _unsafe(self, question: Question, kind: str, came: Place) -> bool:
        """A confident answer that could harm: to one's own treatment, to an alarm, or of the wrong safety topic."""
        if kind in ("you", "red"):
            return True
        return bool(question.topics & RISKY) and self.topics[came[0]] not in question.topics | SAFE
