"""Finding the section that answers what somebody typed, or saying that there is none (R14).

An FTS5 index in memory, one row a section, ranks what matches. Whether the best is good enough is decided by how
much of the question it covers: rare words weigh more, so that "how do I paint a kitchen" is not answered by the
word "pain". What people type is only ever data: it reaches FTS5 as single words in quotes.
"""

import difflib
import math
import re
import sqlite3
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from content.library.article import Article

Place = tuple[str, int]
"""An article's id and the number of a section."""

ENOUGH = 0.7  # the share of a question's weight that a section must cover; the labelled questions hold it
MOST_CHARACTERS = 400
MOST_WORDS = 16
_SPELLED_ALIKE = 0.82
_OTHERS = 3
_NEAREST = 3
_NAMES, _ALL = "title topics aliases heading", "title topics aliases heading text"
# A word that names an article or section counts for more of a question than one that is said somewhere in it.
_NAMED, _SAID = 2.0, 0.75
# title, topics, aliases, heading, text
_WEIGHTS = (4.0, 4.0, 3.0, 6.0, 2.0)


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search came to. ``best`` is None where no section covers enough of the question."""

    best: Place | None
    others: tuple[Place, ...] = ()
    """Further sections that would answer it, best first."""
    nearest: tuple[str, ...] = ()
    """Where there is no best: titles of the articles that come nearest, which may be none."""


class Search:
    """An index over articles, built at once and kept in memory. ``close`` gives the memory back."""

    def __init__(self, articles: Iterable[Article], language: str = "en") -> None:
        # The bot uses it from one thread; a test or a chore may build it in another.
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE excerpt USING fts5(title, topics, aliases, heading, text, article UNINDEXED,"
            " number UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        self._synonyms, self._stop = _table(language)
        # Longest first, so that "does ldn work" goes before "ldn"; one pass, so that no answer is replaced again.
        left = sorted(self._synonyms, key=len, reverse=True)
        self._left = re.compile(rf"\b(?:{'|'.join(map(re.escape, left))})\b" if left else r"(?!)")
        self._names: dict[str, Place] = {}
        self._titles: dict[str, str] = {}
        vocabulary: set[str] = {word for right in self._synonyms.values() for word in _words(right)}
        for article in articles:
            self._titles[article.id] = article.title
            called = (article.title, *article.topics, *article.aliases)
            for name in (article.id.replace("-", " "), *called):
                self._names.setdefault(" ".join(_words(name)), (article.id, 1))
            for section in article.sections:
                self._names.setdefault(" ".join(_words(section.heading)), (article.id, section.number))
                row = (article.title, "\n".join(article.topics), "\n".join(article.aliases), section.heading)
                self._db.execute(
                    "INSERT INTO excerpt VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (*row, section.text, article.id, section.number),
                )
                vocabulary.update(_words(" ".join((*called, section.heading))))
        self._articles: int = self._db.execute("SELECT count(DISTINCT article) FROM excerpt").fetchone()[0]
        self._vocabulary = sorted(word for word in vocabulary if len(word) > 3)

    def close(self) -> None:
        """Give the index back; a search afterwards raises sqlite3.ProgrammingError."""
        self._db.close()

    def find(self, words: str, among: Collection[str] | None = None) -> Found:
        """The section that answers ``words``, among the articles with these ids (None: all). Never raises for words."""
        said = _words(words[:MOST_CHARACTERS])
        asked = self._asked(said)
        named = self._names.get(" ".join(said)) or self._names.get(" ".join(asked))
        matches = self._matches(asked)
        if among is not None:
            matches = [match for match in matches if match[0][0] in among]
            named = named if named and named[0] in among else None
        good = [place for place, covered in matches if covered >= ENOUGH]
        if named:
            good = [self._within(named, good), *good]
        if good:
            return Found(
                best=good[0], others=tuple(place for place in dict.fromkeys(good) if place != good[0])[:_OTHERS]
            )
        near = dict.fromkeys(self._titles[place[0]] for place, covered in matches if covered >= ENOUGH / 3)
        return Found(best=None, nearest=tuple(near)[:_NEAREST])

    def _within(self, named: Place, good: list[Place]) -> Place:
        """For the name of an article: its best section. For the name of a section: that one."""
        return named if named[1] > 1 else next((place for place in good if place[0] == named[0]), named)

    def _asked(self, said: list[str]) -> list[str]:
        """The words worth looking for: synonyms put in, stop words left out, misspelt ones mended."""
        text = self._left.sub(lambda found: self._synonyms[found[0]], " ".join(said))
        wanted = [word for word in _words(text) if word not in self._stop]
        return list(dict.fromkeys(self._mended(word) for word in wanted[:MOST_WORDS]))

    def _mended(self, word: str) -> str:
        if len(word) < 4 or self._holding(word):
            return word
        close = difflib.get_close_matches(word, self._vocabulary, n=1, cutoff=_SPELLED_ALIKE)
        return close[0] if close else word

    def _holding(self, word: str, columns: str = _ALL) -> set[Place]:
        wanted = f'{{{columns}}} : "{word}"'
        rows = self._db.execute("SELECT article, number FROM excerpt WHERE excerpt MATCH ?", (wanted,))
        return {(article, number) for article, number in rows}

    def _matches(self, asked: list[str]) -> list[tuple[Place, float]]:
        """Sections with any of the words, best first, each with the share of the question that it covers."""
        holding = {word: self._holding(word) for word in asked}
        if not any(holding.values()):
            return []
        naming = {word: self._holding(word, _NAMES) for word in asked}
        weight = {word: self._weight(places) for word, places in holding.items()}
        ranked = self._db.execute(
            f"SELECT article, number, bm25(excerpt, {', '.join(map(str, _WEIGHTS))}) AS rank"  # noqa: S608
            " FROM excerpt WHERE excerpt MATCH ? ORDER BY rank",
            (" OR ".join(f'"{word}"' for word in asked),),
        )
        found = []
        for article, number, rank in ranked:
            place = (article, number)
            here = sum(
                weight[word] * (_NAMED if place in naming[word] else _SAID) for word in asked if place in holding[word]
            )
            covered = here / (here + sum(weight[word] for word in asked if place not in holding[word]))
            found.append((rank * covered, place, covered))  # bm25 is below zero, the least is the best
        return [(place, covered) for _, place, covered in sorted(found)]

    def _weight(self, places: set[Place]) -> float:
        """More, the fewer articles hold a word; one that none holds weighs as much as one that one holds."""
        return math.log(1 + self._articles / (len({article for article, _ in places}) or 1))


def _words(text: str) -> list[str]:
    """Small letters and digits only, apostrophes dropped, accents and look-alike forms folded."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("'", "").replace("’", "")
    return re.findall(r"[^\W_]+", "".join(c for c in folded if not unicodedata.combining(c)))


def _table(language: str) -> tuple[Mapping[str, str], frozenset[str]]:
    """The synonyms and the stop words of a language; none where the file has none."""
    tables = tomllib.loads((files(__package__) / "synonyms.toml").read_text(encoding="utf-8"))
    table = tables.get(language, {})
    return table.get("synonyms", {}), frozenset(table.get("stop", "").split())
