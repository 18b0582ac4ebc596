"""The words of a clinician's line, each with its place, so that an error can point at one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from care.amounts import odd_sign

MOST_SIGNS = 500

_WORD = re.compile(r"[^\s;]+")
_COMMA = re.compile(r",(?!\d)|(?<!\d),")  # not the decimal comma


class LineError(ValueError):
    """What in a line could not be read: the reason (a key of the phrases "grammar") and where."""

    def __init__(self, reason: str, word: str, position: int) -> None:
        super().__init__(f"{reason}: {word!r} at {position}")
        self.reason = reason
        self.word = word
        self.position = position
        self.length = len(word)

    def pointed(self, text: str) -> tuple[str, str, str]:
        """The line in three parts: before the word, the word, after it."""
        end = self.position + self.length
        return text[: self.position], text[self.position : end], text[end:]


@dataclass(frozen=True, kw_only=True)
class Token:
    """A word as written, and its index in the line."""

    text: str
    at: int

    @property
    def key(self) -> str:
        """The word in lower case, without the points of an abbreviation ("p.m.")."""
        word = self.text.lower()
        bare = word.replace(".", "")
        return bare if bare.isalpha() else word

    @property
    def end(self) -> int:
        """The index after the word."""
        return self.at + len(self.text)

    def error(self, reason: str) -> LineError:
        """That this word cannot be read."""
        return LineError(reason, self.text, self.at)


def split(text: str) -> list[Token]:
    """The words of a line. Raises LineError: empty; too_long; not_ascii, hidden (as in ``odd_sign``)."""
    if len(text) > MOST_SIGNS:
        beyond = _WORD.search(text, MOST_SIGNS)
        where = beyond.start() if beyond else MOST_SIGNS
        raise LineError("too_long", text[where : where + 20], where)
    tokens = [part for found in _WORD.finditer(text) for part in _parts(found[0], found.start())]
    for token in tokens:
        if strange := odd_sign(token.text):
            raise token.error(strange)
    if not tokens:
        raise LineError("empty", "", 0)
    return tokens


def _parts(chunk: str, at: int) -> list[Token]:
    """A run of signs, cut at its commas; a comma between digits stays unless the digits are times of day."""
    cut = re.compile(",") if ":" in chunk else _COMMA
    parts: list[Token] = []
    begin = 0
    for end in (*(comma.start() for comma in cut.finditer(chunk)), len(chunk)):
        word = chunk[begin:end]
        word = word.rstrip(".") or word
        if word:
            parts.append(Token(text=word, at=at + begin))
        begin = end + 1
    return parts


class Cursor:
    """Goes through a line's words once, from left to right."""

    def __init__(self, text: str) -> None:
        """Raises LineError as ``split`` does."""
        self.text = text
        self.tokens: Sequence[Token] = split(text)
        self.next = 0

    def peek(self, ahead: int = 0) -> Token | None:
        """The next word, or one further on; None where the line has ended."""
        where = self.next + ahead
        return self.tokens[where] if where < len(self.tokens) else None

    def take(self, reason: str) -> Token:
        """The next word; if the line ends here, that is an error at its last word."""
        token = self.peek()
        if token is None:
            raise self.tokens[-1].error(reason)
        self.next += 1
        return token

    def skip(self, *words: str) -> bool:
        """Go past the next word if it is one of these."""
        token = self.peek()
        if token is None or token.key not in words:
            return False
        self.next += 1
        return True

    def written(self, first: Token, last: Token) -> Token:
        """Neighbouring words as one, as the line has them."""
        return Token(text=self.text[first.at : last.end], at=first.at)
