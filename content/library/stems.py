"""Words brought to their stems ("forgetting", "forgets"), by the porter stemmer of FTS5.

The only file above store/ that opens SQLite, and Python's own at that: it holds words of public texts and nothing of
anybody (docs/decisions.md 26). What people type reaches it as a single word in quotes, as a parameter.
"""

import sqlite3
from collections.abc import Iterable

_TOKENIZE = "tokenize = 'porter unicode61 remove_diacritics 2'"


class NoFullTextSearch(Exception):
    """This Python's SQLite was built without FTS5; the text says what to do."""


class Stems:
    """The stems of known words, and of what shares a stem with one. Raises NoFullTextSearch where SQLite can't."""

    def __init__(self, known: Iterable[str]) -> None:
        words = list(dict.fromkeys(known))
        # The bot uses it from one thread; a test or a chore may build it in another.
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            self._db.execute(f"CREATE VIRTUAL TABLE word USING fts5(text, {_TOKENIZE})")
            self._db.execute("CREATE VIRTUAL TABLE stem USING fts5vocab(word, 'instance')")
        except sqlite3.OperationalError as error:
            self._db.close()
            raise NoFullTextSearch(
                f"The search needs a Python whose SQLite has FTS5, this one has not ({error}). Install another Python."
            ) from error
        self._db.executemany("INSERT INTO word (text) VALUES (?)", [(word,) for word in words])
        stems: dict[int, str] = dict(self._db.execute("SELECT doc, term FROM stem").fetchall())
        self._of = {word: stems.get(row, word) for row, word in enumerate(words, start=1)}
        self._words = words

    def close(self) -> None:
        """Give the memory back; a word asked for afterwards raises sqlite3.ProgrammingError."""
        self._db.close()

    def known(self, word: str) -> str | None:
        """The stem of a word; None if no known word has it."""
        row = self._db.execute("SELECT rowid FROM word WHERE word MATCH ? LIMIT 1", (f'"{word}"',)).fetchone()
        return None if row is None else self._of[self._words[row[0] - 1]]

    def __getitem__(self, word: str) -> str:
        """The stem of a word that was handed in."""
        return self._of[word]
