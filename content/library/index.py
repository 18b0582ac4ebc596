"""The index, in memory: for each section its words and how much it speaks of them, and what it is called and asked for.

Words stand here by their stem, and those that mean the same by one stem (asking.toml, "alike").
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from content.library.article import Article
from content.library.asked import Asked
from content.library.asking import Asking
from content.library.stems import Stems
from content.library.words import words as words_of

Place = tuple[str, int]
"""An article's id and the number of a section."""
Weights = Mapping[str, float]
"""Words by their stem, with what each says."""

# How much a section speaks of a word: each time that its text has it (twice at most), its heading, a name of its
# article, each line of what is asked. The more, the less one more adds.
_TEXT, _HEADING, _ARTICLE, _ASKED = 1.5, 3.0, 0.5, 0.6
_MOST_IN_TEXT = 2


@dataclass(frozen=True, kw_only=True)
class Line:
    """A name, or what people might type for a section."""

    words: Weights
    weight: float
    """Of all its words."""


@dataclass(frozen=True, kw_only=True)
class Shelved:
    """A section in the index."""

    place: Place
    lines: Sequence[Line]
    """Its heading and what is asked for it."""
    names: Sequence[Line]
    """Those of its article."""


class Index:
    """The sections by word. Raises NoFullTextSearch where SQLite can't bring words to their stems."""

    def __init__(self, articles: Iterable[Article], asking: Asking, asked: Asked) -> None:
        shelf = tuple(articles)
        names = {a.id: [asking.said(name) for name in dict.fromkeys((a.title, *a.topics, *a.aliases))] for a in shelf}
        sections = [(a.id, section) for a in shelf for section in a.sections]
        lines = [
            [asking.said(line) for line in (section.heading, *asked.get(id, {}).get(section.heading, ()))]
            for id, section in sections
        ]
        texts = [words_of(section.text) for _, section in sections]
        self.vocabulary = Counter(word for said in (*names.values(), *lines) for line in said for word in line)
        self.vocabulary.update(word for text in texts for word in text)
        self.vocabulary.update(word for right in asking.synonyms.values() for word in words_of(right))
        self.vocabulary.update(list(asking.alike))
        self._stems = Stems(self.vocabulary)
        self._same = {self._stems[word]: self._stems[group[0]] for word, group in asking.alike.items()}
        self._stem = {word: self._one(self._stems[word]) for word in self.vocabulary}

        self.spoken: dict[str, dict[int, float]] = defaultdict(dict)
        """By stem: how much the sections that have it speak of it, from 0 to 1."""
        self.meant: dict[str, set[int]] = defaultdict(set)
        """By stem: those of them that are called so, or asked for so more than once."""
        self.own: dict[str, set[int]] = defaultdict(set)
        """By stem: those that have it themselves or in their article's title, not only in another of its names."""
        for number, (id, _) in enumerate(sections):
            self._count(number, texts[number], lines[number], names[id])
        self._sections = len(sections)
        every = [line for said in (*names.values(), *lines) for line in said]
        self._lines = len(every)
        self._asked_for = Counter(stem for line in every for stem in {self._stem[word] for word in line})
        weights = {word: asking.weight(word) * self.rare_to_ask(stem) for word, stem in self._stem.items()}
        called = {id: [self._line(name, weights) for name in said] for id, said in names.items()}
        self.named: dict[frozenset[str], set[int]] = defaultdict(set)
        """By the stems of a name: the first sections of the articles that have it."""
        self.sections = [
            Shelved(
                place=(id, section.number),
                lines=[self._line(line, weights) for line in lines[number]],
                names=called[id],
            )
            for number, (id, section) in enumerate(sections)
        ]
        for number, section in enumerate(self.sections):
            for name in section.names if section.place[1] == 1 else ():
                self.named[frozenset(name.words)].add(number)

    def close(self) -> None:
        """Give the memory back; a search afterwards raises sqlite3.ProgrammingError."""
        self._stems.close()

    def stem(self, word: str) -> str | None:
        """By what the index knows a word that somebody typed; None if it does not."""
        known = self._stem.get(word)
        if known is not None:
            return known
        stem = self._stems.known(word)
        return None if stem is None else self._one(stem)

    def _one(self, stem: str) -> str:
        return self._same.get(stem, stem)

    def rare(self, stem: str) -> float:
        """How much it says that a section has the word: more, the fewer have it; damped, so that none outweighs all."""
        held = len(self.spoken.get(stem, ()))
        return math.sqrt(math.log(1 + (self._sections - held + 0.5) / (held + 0.5)))

    def rare_to_ask(self, stem: str) -> float:
        """The same for a line of what is asked."""
        return math.log(1 + self._lines / (self._asked_for[stem] + 0.5))

    def _count(
        self, number: int, text: Sequence[str], lines: Sequence[Sequence[str]], names: Sequence[Sequence[str]]
    ) -> None:
        said = Counter(map(self._stem.__getitem__, text))
        heading = set(map(self._stem.__getitem__, lines[0]))
        article = {self._stem[word] for name in names for word in name}
        title = set(map(self._stem.__getitem__, names[0]))
        asked = Counter(stem for line in lines[1:] for stem in set(map(self._stem.__getitem__, line)))
        for stem in {*said, *heading, *article, *asked}:
            much = _TEXT * min(said[stem], _MOST_IN_TEXT) + _ASKED * asked[stem]
            much += _HEADING * (stem in heading) + _ARTICLE * (stem in article)
            self.spoken[stem][number] = much / (1 + much)
            if stem in said or stem in heading or stem in asked or stem in title:
                self.own[stem].add(number)
            if stem in heading or stem in article or asked[stem] > 1:
                self.meant[stem].add(number)

    def _line(self, words: Iterable[str], weights: Weights) -> Line:
        said = {self._stem[word]: weights[word] for word in words}
        return Line(words=said, weight=sum(said.values()))
