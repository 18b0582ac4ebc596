"""Finding the section that answers what somebody typed, or saying that there is none (R14).

A section is found by its text, by what it and its article are called, and by lines of what people might type for it
(asked.py). It is an answer only if it has enough of the question: rare words weigh more, and an unknown one most, so
that "how do I paint a kitchen" is not answered by the word "pain". Red-flag words (R6) never come this far:
care.redflags reads every text first.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from content.library.article import Article
from content.library.asked import Asked
from content.library.asked import asked as asked_in
from content.library.asking import asking
from content.library.index import Index, Place
from content.library.matching import ENOUGH, Match, Question, Term
from content.library.spelling import Spelling
from content.library.words import words as words_of

MOST_CHARACTERS = 400
MOST_WORDS = 40
_OWN = 0.4  # how much surer a best section must be where somebody speaks of their own medicine
_OTHERS = 3
_NEAREST = 3
_MENDED = 0.8  # a word that had to be mended counts for less than one that was typed as it is written
_TYPED = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search came to. ``best`` is None where no section has enough of the question."""

    best: Place | None
    others: tuple[Place, ...] = ()
    """Further sections that would answer it, best first."""
    nearest: tuple[Place, ...] = ()
    """Where there is no best: the sections that come nearest, which may be none. None of them is an answer."""
    own_treatment: bool = False
    """The question is about the asker's own treatment: there is no best, and ``others`` may be read beside (R9)."""


class Search:
    """An index over articles, built at once and kept in memory. ``close`` gives the memory back."""

    def __init__(self, articles: Iterable[Article], language: str = "en", asked: Asked | None = None) -> None:
        """``asked`` in place of the lines that come with the language."""
        shelf = tuple(articles)
        self._asking = asking(language)
        self._index = Index(shelf, self._asking, asked_in(language) if asked is None else asked)
        self._spelling = Spelling(self._index.vocabulary | Counter(self._asking.known - self._index.vocabulary.keys()))

    def warm(self) -> None:
        """Do now what else the first question would wait for; it may be done in another thread."""
        self.find("")

    def close(self) -> None:
        """Give the index back; a search afterwards raises sqlite3.ProgrammingError."""
        self._index.close()

    def find(self, words: str, among: Collection[str] | None = None) -> Found:
        """The section that answers ``words``, among the articles with these ids (None: all). Never raises for words."""
        typed, slips = words[:MOST_CHARACTERS], set[str]()
        words = self._mended(typed, slips)
        found = self._matches(words, among, slips)
        able = [match for match in found if match.sure]
        enough = ENOUGH + (_OWN if self._asking.of_own_medicine(words) else 0.0)
        # Where the best is not sure enough, none that stands behind it is shown in its place.
        good = [match.place for match in able if match.sure >= ENOUGH and able[0].sure >= enough]
        if self._asking.about_oneself(typed) or (slips and self._asking.about_oneself(words)):
            beside = good or [match.place for match in self._matches(self._asking.beside, among)]
            return Found(best=None, others=tuple(beside[:_OTHERS]), own_treatment=True)
        if good:
            return Found(best=good[0], others=tuple(good[1 : 1 + _OTHERS]))
        near = [match.place for match in found if match.sure >= ENOUGH / 3]
        return Found(best=None, nearest=tuple(near[:_NEAREST]))

    def _mended(self, text: str, slips: set[str]) -> str:
        """A text with the words that nobody knows put right, so that what follows hears it as it was meant; ``slips``
        takes the words that were put in."""

        def right(found: re.Match[str]) -> str:
            said = words_of(found[0])
            if len(said) != 1:
                return found[0]
            mended = self._asking.slips.get(said[0])
            if mended is None and said[0] not in self._asking.known and self._index.stem(said[0]) is None:
                mended = self._spelling.mended(said[0])
            if mended is None:
                return found[0]
            slips.add(mended)
            return mended

        return _TYPED.sub(right, text)

    def _matches(self, words: str, among: Collection[str] | None, slips: Collection[str] = ()) -> list[Match]:
        terms: dict[str, Term] = {}
        for word in self._asking.said(words)[:MOST_WORDS]:
            term = self._term(word, _MENDED if word in slips else 1.0)
            if term.stem not in terms or terms[term.stem].weight < term.weight:
                terms[term.stem] = term
        return Question(list(terms.values()), self._index).matches(among)

    def _term(self, word: str, sure: float) -> Term:
        return Term(
            stem=self._index.stem(word) or word,
            weight=self._asking.weight(word),
            telling=self._asking.tells(word),
            sure=sure,
            must=self._asking.one(word) in self._asking.must,
        )
