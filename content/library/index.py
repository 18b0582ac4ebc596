"""The index: FTS5 tables in memory, words brought to their stems (porter). One holds the sections, one what articles
and sections are called, a name a row, so that half a name counts for less than a whole one.

The only file above store/ that opens SQLite, and Python's own at that: it holds public texts and nothing of anybody
(docs/decisions.md 26). What people type reaches it as single words in quotes, as a parameter.
"""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from content.library.article import Article

Place = tuple[str, int]
"""An article's id and the number of a section; 0 for the article as a whole."""
_TOKENIZE = "tokenize = 'porter unicode61 remove_diacritics 2'"


class NoFullTextSearch(Exception):
    """This Python's SQLite was built without FTS5; the text says what to do."""


@dataclass(frozen=True, kw_only=True)
class Name:
    """What an article or a section is called: a title, topic, alias, or heading."""

    place: Place
    text: str


class Index:
    """The sections and the names, found by word. Raises NoFullTextSearch where SQLite can't."""

    def __init__(self, articles: Iterable[Article]) -> None:
        shelf = tuple(articles)
        # The bot uses it from one thread; a test or a chore may build it in another.
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            self._db.execute(f"CREATE VIRTUAL TABLE excerpt USING fts5(text, {_TOKENIZE})")
            self._db.execute(f"CREATE VIRTUAL TABLE name USING fts5(text, {_TOKENIZE})")
        except sqlite3.OperationalError as error:
            self._db.close()
            raise NoFullTextSearch(
                f"The search needs a Python whose SQLite has FTS5, this one has not ({error}). Install another Python."
            ) from error
        self.names = [
            Name(place=(article.id, 0), text=text)
            for article in shelf
            for text in dict.fromkeys((article.title, *article.topics, *article.aliases))
        ] + [Name(place=(a.id, s.number), text=s.heading) for a in shelf for s in a.sections]
        self._places: list[Place] = [(a.id, s.number) for a in shelf for s in a.sections]
        texts = [(section.text,) for article in shelf for section in article.sections]
        self._db.executemany("INSERT INTO excerpt (text) VALUES (?)", texts)
        self._db.executemany("INSERT INTO name (text) VALUES (?)", [(name.text,) for name in self.names])

    def close(self) -> None:
        """Give the memory back; a search afterwards raises sqlite3.ProgrammingError."""
        self._db.close()

    def said(self, words: Collection[str]) -> dict[Place, float]:
        """The sections whose text holds any of the words, each with its BM25 rank: the more, the better."""
        rows = self._db.execute("SELECT rowid, -bm25(excerpt) FROM excerpt WHERE excerpt MATCH ?", (_any(words),))
        return {self._places[row - 1]: rank for row, rank in rows}

    def called(self, words: Collection[str]) -> frozenset[int]:
        """The numbers, in ``names``, of the names that hold any of the words."""
        rows = self._db.execute("SELECT rowid FROM name WHERE name MATCH ?", (_any(words),))
        return frozenset(row - 1 for (row,) in rows)


def _any(words: Collection[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)
