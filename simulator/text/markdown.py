"""Telegram's MarkdownV2: text with marks → text and entities, or the reason why it can't be parsed."""

import re
from dataclasses import dataclass, field
from typing import Any

from simulator.refusal import Refusal, bad
from simulator.text.addresses import date_time, emoji_id, web_address
from simulator.text.entities import Entity, cut, units

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_OPENING = (
    ("```", "pre"),
    ("`", "code"),
    ("__", "underline"),
    ("_", "italic"),
    ("*", "bold"),
    ("~", "strikethrough"),
    ("||", "spoiler"),
    ("![", "custom_emoji"),
    ("[", "text_link"),
)
_CLOSING = {kind: mark for mark, kind in _OPENING} | {"custom_emoji": "]", "text_link": "]"}
_LITERAL = ("code", "pre")
_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "PreCode",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}
_LANGUAGE = re.compile(r"([^\s`]+)?(\r?\n)?")


@dataclass
class _Open:
    """An entity that waits for its end."""

    kind: str
    start: int  # in the text that came out so far, UTF-16 units
    at: int  # in the source, characters
    expandable: bool = False
    language: str = ""


@dataclass
class _Reader:
    source: str
    at: int = 0
    begun: int = -1
    """Where the last line begins whose quotation mark was read."""
    text: str = ""
    length: int = 0
    waiting: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> None:
        while self.at < len(self.source):
            character = self.source[self.at]
            literal = bool(self.waiting) and self.waiting[-1].kind in _LITERAL
            if self._line_starts() and not literal and self._quote():
                continue
            if character == "\\" and self.at + 1 < len(self.source) and "\0" < self.source[self.at + 1] <= "~":
                self._take(self.source[self.at + 1], 2)
            elif character not in ("`" if literal else _RESERVED):
                self._take(character, 1)
            elif not self._close() and not self._begin():
                raise _wrong(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
        if self.waiting and self.waiting[-1].kind == "blockquote":
            self._end_quote()
        self._nothing_waits()

    def _take(self, text: str, consumed: int) -> None:
        self.text, self.length, self.at = self.text + text, self.length + units(text), self.at + consumed

    def _line_starts(self) -> bool:
        return self.at != self.begun and (self.at == 0 or self.source[self.at - 1] == "\n")

    def _quote(self) -> bool:
        """At the start of a line: whether a quotation begins, goes on or ends here and something was read."""
        quoting = next((each for each in self.waiting if each.kind == "blockquote"), None)
        if quoting is None:
            mark = next((mark for mark in ("**>", ">") if self.source.startswith(mark, self.at)), None)
            if mark is None:
                return False
            self._nothing_waits()
            self.waiting.append(_Open("blockquote", self.length, self.at, expandable=mark == "**>"))
            self.at = self.begun = self.at + len(mark)
            return True
        if self.source[self.at] == ">":
            self.at = self.begun = self.at + 1
            return True
        self._end_quote()
        return self._quote()

    def _end_quote(self) -> None:
        if self.waiting[-1].kind != "blockquote":
            raise self._unfinished()
        opened = self.waiting.pop()
        kind = "expandable_blockquote" if opened.expandable else "blockquote"
        self._add({"type": kind}, opened.start)

    def _begin(self) -> bool:
        for mark, kind in _OPENING:
            if self.source.startswith(mark, self.at):
                opened = _Open(kind, self.length, self.at)
                self.at += len(mark)
                if kind == "pre":
                    found = _LANGUAGE.match(self.source, self.at)
                    assert found is not None, "it matches nothing, too"
                    if found.group(2):  # what stands in the line of the mark is a language only if a line follows
                        opened.language, self.at = found.group(1) or "", found.end()
                self.waiting.append(opened)
                return True
        return False

    def _close(self) -> bool:
        """Whether the innermost open entity ends here."""
        if not self.waiting:
            return False
        opened = self.waiting[-1]
        if opened.kind == "blockquote":
            ends = self.source.startswith("||", self.at) and self.source[self.at + 2 : self.at + 3] in ("", "\n")
            if ends:
                opened.expandable, self.at = True, self.at + 2
            return ends
        mark = _CLOSING[opened.kind]
        if not self.source.startswith(mark, self.at):
            return False
        if opened.kind == "italic" and self.source.startswith("__", self.at) and self._open_below("underline"):
            pass  # ``___`` ends the italic first, then the underline
        elif opened.kind == "italic" and self.source.startswith("__", self.at):
            return False
        self.waiting.pop()
        self.at += len(mark)
        kind = self._of(opened)
        if kind is not None:
            self._add(kind, opened.start)
        return True

    def _open_below(self, kind: str) -> bool:
        return len(self.waiting) > 1 and self.waiting[-2].kind == kind

    def _of(self, opened: _Open) -> Entity | None:
        if opened.kind == "pre":
            return {"type": "pre"} | ({"language": opened.language} if opened.language else {})
        if opened.kind == "text_link":
            shown = cut(self.text, opened.start, self.length - opened.start)
            address = web_address(self._address() or shown)
            return {"type": "text_link", "url": address} if address else None
        if opened.kind == "custom_emoji":
            address = self._address()
            if moment := date_time(address):
                return moment
            if (emoji := emoji_id(address)) is None:
                raise _wrong("Custom emoji URL must have scheme tg://emoji or tg://time")
            return {"type": "custom_emoji", "custom_emoji_id": emoji}
        return {"type": opened.kind}

    def _address(self) -> str:
        """What stands in the brackets after a link's text; "" if there are none."""
        if not self.source.startswith("(", self.at):
            return ""
        begun, address = self.at, ""
        self.at += 1
        while self.at < len(self.source) and self.source[self.at] != ")":
            escaped = self.source[self.at] == "\\" and self.at + 1 < len(self.source)
            self.at += escaped
            address += self.source[self.at]
            self.at += 1
        if self.at >= len(self.source):
            raise _wrong(f"Can't find end of a URL at byte offset {self._byte(begun)}")
        self.at += 1
        return address

    def _add(self, kind: dict[str, Any], start: int) -> None:
        if self.length > start:
            self.entities.append({**kind, "offset": start, "length": self.length - start})

    def _nothing_waits(self) -> None:
        if self.waiting:
            raise self._unfinished()

    def _unfinished(self) -> Refusal:
        opened = self.waiting[-1]
        return _wrong(f"Can't find end of {_NAMES[opened.kind]} entity at byte offset {self._byte(opened.at)}")

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())


def parsed(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of MarkdownV2. Raises Refusal as Telegram does."""
    reader = _Reader(source)
    reader.read()
    return reader.text, sorted(reader.entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _wrong(reason: str) -> Refusal:
    return bad(f"can't parse entities: {reason}")
