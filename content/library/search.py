"""Finding the section that answers what somebody typed, or saying that there is none (R14).

Whether the best section is good enough is decided by how much of the question it covers: rare words weigh more, so that
"how do I paint a kitchen" is not answered by the word "pain". Red-flag words (R6) never come this far: care.redflags
reads every text first.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from content.library.article import Article
from content.library.asking import asking
from content.library.index import Index, Place
from content.library.matching import Term, matches, of_articles, shares
from content.library.spelling import Spelling
from content.library.words import words as words_of

ENOUGH = 0.55  # the share of a question that a section must cover; the labelled questions hold it
MOST_CHARACTERS = 400
MOST_WORDS = 16
_OTHERS = 3
_NEAREST = 3
_MENDED = 0.8  # a word that had to be mended counts for less than one that was typed as it is written
_PHRASE = 2.0  # the weight of a name that stands in the question as it is
_LONGEST_NAME = 6  # words


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search came to. ``best`` is None where no section covers enough of the question."""

    best: Place | None
    others: tuple[Place, ...] = ()
    """Further sections that would answer it, best first."""
    nearest: tuple[str, ...] = ()
    """Where there is no best: titles of the articles that come nearest, which may be none."""
    own_treatment: bool = False
    """The question is about the asker's own treatment: there is no best, and ``others`` may be read beside (R9)."""


class Search:
    """An index over articles, built at once and kept in memory. ``close`` gives the memory back."""

    def __init__(self, articles: Iterable[Article], language: str = "en") -> None:
        shelf = tuple(articles)
        self._index = Index(shelf)
        self._asking = asking(language)
        self._titles = {article.id: article.title for article in shelf}
        self._sections = of_articles((article.id, len(article.sections)) for article in shelf)
        vocabulary = Counter(word for right in self._asking.synonyms.values() for word in words_of(right))
        vocabulary.update(list(self._asking.alike))
        self._names: dict[str, set[int]] = defaultdict(set)
        self._name_weights: list[float] = []
        weights: dict[str, float] = {}
        for number, name in enumerate(self._index.names):
            words = words_of(name.text)
            vocabulary.update(words)
            self._names[self._key(words)].add(number)
            asked = [word for word in words if word not in self._asking.stop] or words
            weights.update((word, self._lookup(word)[2]) for word in asked if word not in weights)
            self._name_weights.append(sum(weights[word] for word in asked) or 1.0)
        for article in shelf:
            for section in article.sections:
                vocabulary.update(words_of(section.text))
        self._spelling = Spelling(vocabulary)

    def close(self) -> None:
        """Give the index back; a search afterwards raises sqlite3.ProgrammingError."""
        self._index.close()

    def find(self, words: str, among: Collection[str] | None = None) -> Found:
        """The section that answers ``words``, among the articles with these ids (None: all). Never raises for words."""
        words = words[:MOST_CHARACTERS]
        good, near = self._answers(words, among)
        if self._asking.about_oneself(words):
            beside = good or self._answers(self._asking.beside, among)[0]
            return Found(best=None, others=tuple(beside[:_OTHERS]), own_treatment=True)
        if good:
            return Found(best=good[0], others=tuple(good[1 : 1 + _OTHERS]))
        return Found(best=None, nearest=tuple(near))

    def _answers(self, words: str, among: Collection[str] | None) -> tuple[list[Place], list[str]]:
        """The sections that cover enough of the question, best first; and the titles that come nearest."""
        said = self._asking.said(words)[:MOST_WORDS]
        telling = self._asking.telling(said) or (said if self._key(said) in self._names else [])
        asked = [self._mended(word) for word in telling]
        mended = {word: better for word, (better, _) in zip(telling, asked, strict=True)}
        terms = [self._term(word, sure) for word, sure in asked]
        phrases = self._phrases([mended.get(word, word) for word in said])
        ways = [words_of(words), [mended.get(word, word) for word in said]]
        if not phrases:
            ways.append([word for word, _ in asked])
        terms += phrases
        whole = next((self._names[key] for key in map(self._key, ways) if key in self._names), set[int]())
        wholly = {self._index.names[number].place for number in whole}
        called = shares(terms, self._index.names, self._name_weights)
        found = matches(terms, called, self._sections, wholly)
        if among is not None:
            found = [match for match in found if match[0][0] in among]
        good = [place for place, covered in found if covered >= ENOUGH]
        near = dict.fromkeys(self._titles[place[0]] for place, covered in found if covered >= ENOUGH / 3)
        return good, list(near)[:_NEAREST]

    def _key(self, words: Iterable[str]) -> str:
        return " ".join(map(self._asking.one, words))

    def _phrases(self, said: Sequence[str]) -> list[Term]:
        """Names of two words and more that stand in the question, the longest first, none inside another."""
        found, taken = [], [False] * len(said)
        for length in range(min(len(said), _LONGEST_NAME), 1, -1):
            for start in range(len(said) - length + 1):
                names = self._names.get(self._key(said[start : start + length]))
                if names and not any(taken[start : start + length]):
                    taken[start : start + length] = [True] * length
                    found.append(Term(weight=_PHRASE, said={}, called=frozenset(names), whole=True))
        return found

    def _mended(self, word: str) -> tuple[str, float]:
        said, called, _ = self._lookup(word)
        if said or called:
            return word, 1.0
        mended = self._spelling.mended(word)
        return (word, 1.0) if mended is None else (mended, _MENDED)

    def _lookup(self, word: str) -> tuple[Mapping[Place, float], frozenset[int], float]:
        """Where a word or one like it stands, and its weight: more, the fewer articles hold it."""
        words = self._asking.alike.get(word, [word])
        said, called = self._index.said(words), self._index.called(words)
        holding = {article for article, _ in said} | {self._index.names[n].place[0] for n in called}
        held = len(holding) or 1  # a word that none holds says as much as one that one holds
        return said, called, math.log(1 + (len(self._titles) - held + 0.5) / (held + 0.5))

    def _term(self, word: str, sure: float) -> Term:
        said, called, weight = self._lookup(word)
        must = self._asking.one(word) in self._asking.must
        return Term(said=said, called=called, weight=weight, sure=sure, must=must)
