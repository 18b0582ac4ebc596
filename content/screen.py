"""A screen: what the bot shows, before Telegram is involved."""

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from content.press import Press

_MARK = re.compile(r"<[^>]+>")


class Html(str):
    """Text in Telegram's HTML subset, safe to send. Made by ``markup`` and ``escape`` only."""

    __slots__ = ()


# Characters that reorder or hide what stands beside them (bidirectional controls, zero width, line controls).
_UNSEEN = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0x061C, 0xFEFF, 0x2060}


def plain(fact: object) -> str:
    """A fact as one run of visible text: composed form, controls and reordering marks taken out."""
    text = unicodedata.normalize("NFC", str(fact))
    return "".join(
        c for c in text if c == "\n" or (ord(c) not in _UNSEEN and unicodedata.category(c) not in ("Cc", "Cs"))
    )


def escape(fact: object) -> Html:
    """A fact as HTML that shows it literally; ``Html`` passes through unchanged."""
    return fact if isinstance(fact, Html) else Html(html.escape(plain(fact), quote=True))


def markup(phrase: str, /, **facts: object) -> Html:
    """Fill a phrase: the one place where facts become part of HTML. Raises KeyError for a missing fact."""
    return Html(phrase.format_map({name: escape(fact) for name, fact in facts.items()}))


def unmarked(text: Html) -> str:
    """HTML as it is read: without its marks, with its signs."""
    return html.unescape(_MARK.sub("", text))


def joined(parts: Iterable[Html], by: str = "\n\n") -> Html:
    """Several pieces of HTML as one, empty ones left out."""
    return Html(by.join(part for part in parts if part))


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button: its label (at most about 20 characters) and one thing that pressing it does."""

    label: str
    press: Press | None = None
    url: str | None = None
    """An address to open."""
    copy: str | None = None
    """A text to put on the clipboard, at most 256 characters."""
    share: str | None = None
    """What to look up from another chat, which the person picks; the bot must be open to inline queries."""


Row = tuple[Button, ...]


@dataclass(frozen=True, kw_only=True)
class Screen:
    """Text (a caption if there is a picture), rows of buttons, a picture (PNG bytes)."""

    text: Html
    rows: tuple[Row, ...] = ()
    picture: bytes | None = field(default=None, repr=False)
    silent: bool = False
    protected: bool = False
    """Ask apps not to forward or save it: pictures and summaries of a person's own data."""

    def with_rows(self, *rows: Row) -> "Screen":
        """The same screen with more rows below."""
        return replace(self, rows=(*self.rows, *rows))


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One of several screens to choose from, to be posted in another chat: its id there (at most 64 bytes), its title
    and one line below."""

    id: str
    title: str
    line: str
    screen: Screen
