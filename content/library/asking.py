"""Reading a question before anything is looked for: what it says in the library's words, and whether it asks about
the asker's own treatment, which no article answers (R9).

The words of each language are in asking.toml; a language without any is searched as it is typed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import tomli

from content.library.words import words

_COUNT = re.compile(r"\d{1,2}(?:am|pm)?|[^\W\d]")  # says as little as a small word
_STOP, _SMALL = 0.8, 0.4  # what such words weigh, where a word that tells weighs 1


@dataclass(frozen=True, kw_only=True)
class Asking:
    """How people ask in one language."""

    synonyms: Mapping[str, str]
    """What people type, as a run of whole words, and the library's words for it."""
    alike: Mapping[str, Sequence[str]]
    """Words that mean the same here, whichever of them an article uses: each with its whole group."""
    stop: frozenset[str]
    """Words that say little about what is asked."""
    small: frozenset[str]
    """Words that say hardly anything: "how", "the"."""
    must: frozenset[str]
    """Words without which no section answers a question that has them, each as ``one`` has it."""
    own: Sequence[str]
    """What asks about the asker's own treatment or state, as patterns."""
    oneself: frozenset[str]
    """Words by which people speak of themselves."""
    medicine: frozenset[str]
    """Words by which they speak of a medicine."""
    beside: str
    """What is looked for beside such a question where its own words find nothing."""
    runs: Mapping[str, Sequence[tuple[list[str], list[str]]]]
    """What people type and the library's words for it, by its first word, the longest first."""
    slips: Mapping[str, str]
    """Words that are typed so, and what is meant."""
    known: frozenset[str]
    """All words of these lists, and those that are right as they are though they look like a slip of one: "dairy"."""

    def said(self, text: str) -> list[str]:
        """All words of a text, synonyms put in; what was put in is not looked at again."""
        typed, said, at = words(text), list[str](), 0
        while at < len(typed):
            for run, right in self.runs.get(typed[at], ()):
                if typed[at : at + len(run)] == run:
                    said += right
                    at += len(run)
                    break
            else:
                said.append(typed[at])
                at += 1
        return said

    def one(self, word: str) -> str:
        """The word that stands for all that mean the same."""
        return self.alike[word][0] if word in self.alike else word

    def tells(self, word: str) -> bool:
        """Whether the word says what is asked, so that an answer should have it."""
        return word not in self.stop and word not in self.small and not _COUNT.fullmatch(word)

    def weight(self, word: str) -> float:
        """How much a word of its kind speaks for a section that has it."""
        return 1.0 if self.tells(word) else _SMALL if word in self.small or _COUNT.fullmatch(word) else _STOP

    def about_oneself(self, text: str) -> bool:
        """Whether a person asks what they should do, take or have: for a clinician to answer, not for an article."""
        said = " ".join(words(re.sub(r"(?<=\d)[.,](?=\d)", "", text))) + " "
        return any(pattern.search(said) for pattern in self.patterns)

    @cached_property
    def patterns(self) -> Sequence[re.Pattern[str]]:
        """``own``, compiled: a tenth of a second, so not before it is ready."""
        return [re.compile(pattern) for pattern in self.own]

    def of_own_medicine(self, text: str) -> bool:
        """Whether a person speaks of themselves and of a medicine, so that they may be asking what to do with it."""
        said = set(words(text))
        return not said.isdisjoint(self.oneself) and not said.isdisjoint(self.medicine)


@cache
def asking(language: str) -> Asking:
    """The words of a language; empty ones where there are none."""
    table = tomli.loads((files(__package__) / "asking.toml").read_text(encoding="utf-8")).get(language, {})
    synonyms: dict[str, str] = table.get("synonyms", {})
    groups: dict[str, str] = {name: " ".join(text.split()) for name, text in table.get("groups", {}).items()}
    alike = [line.split() for line in table.get("alike", "").strip().splitlines()]
    same = {word: group for group in alike for word in group}
    slips = dict(line.split(maxsplit=1) for line in table.get("slips", "").strip().splitlines())
    lists = [*table.values(), *groups.values(), *synonyms]
    runs: dict[str, list[tuple[list[str], list[str]]]] = {}
    for left in sorted(synonyms, key=len, reverse=True):
        run = words(left)
        runs.setdefault(run[0], []).append((run, words(synonyms[left])))
    return Asking(
        synonyms=synonyms,
        alike=same,
        stop=frozenset(table.get("stop", "").split()),
        small=frozenset(table.get("small", "").split()),
        must=frozenset(same.get(word, [word])[0] for word in table.get("must", "").split()),
        oneself=frozenset(table.get("oneself", "").split()),
        medicine=frozenset(table.get("medicine", "").split()),
        own=[_pattern(line, groups) for line in table.get("own_treatment", "").strip().splitlines()],
        beside=table.get("beside", ""),
        runs=runs,
        slips=slips,
        known=frozenset(word for text in lists if isinstance(text, str) for word in words(text.replace("_", " "))),
    )


def _pattern(line: str, groups: Mapping[str, str]) -> str:
    """A line of ``own_treatment``, whose signs asking.toml explains. Each word brings the space behind it."""
    wanted = []
    for part in line.split():
        if part == "…":
            wanted.append(r"(?:\S+ ){0,4}?")
        elif part in ("^", "$"):
            wanted.append(part)
        elif part.startswith("("):
            wanted.append(rf"(?:(?:{_alternatives(part[1:-1], groups)}) )?")
        else:
            wanted.append(rf"(?:{_alternatives(part, groups)}) ")
    return r"(?:^|(?<= ))" + "".join(wanted)


def _alternatives(part: str, groups: Mapping[str, str]) -> str:
    found = [each for word in part.split("/") for each in groups.get(word, word).split()]
    return "|".join(r"\d+(?: ?(?:mg|mgs|ml))?" if each == "#" else re.escape(each.replace("_", " ")) for each in found)
