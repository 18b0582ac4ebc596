"""What a button means: the grammar of callback data.

``1:<verb>:<word>:<word>…`` – the first field is the grammar's version, the verb names a feature, the words
carry ids and the state that is wanted. A press never says "next" or "toggle", so an old button pressed twice
asks for the same thing twice. Nothing in it is secret and nothing in it is trusted: who may do it and whether
it still applies is looked up when it is pressed.
"""

import re
from dataclasses import dataclass

VERSION = "1"
MOST_BYTES = 64  # Bot API: InlineKeyboardButton.callback_data
_DATA = re.compile(r"1:[a-z]+(?::[A-Za-z0-9_.-]*)*", re.ASCII)


@dataclass(frozen=True)
class Press:
    """A verb (lower-case letters) and its words (letters, digits, ``_ . -``)."""

    verb: str
    words: tuple[str, ...] = ()

    def encode(self) -> str:
        """Callback data of at most 64 bytes; raises ValueError if this press does not fit the grammar."""
        data = ":".join((VERSION, self.verb, *self.words))
        if not _DATA.fullmatch(data) or len(data) > MOST_BYTES:
            raise ValueError(f"not a press: {data!r}")
        return data


def press(verb: str, *words: str | int) -> Press:
    """Shorthand for ``Press``: ``press("dose", dose_id, "taken")``."""
    return Press(verb, tuple(str(word) for word in words))


def decode(data: str) -> Press | None:
    """The press that callback data stands for, or None for anything that this version did not write."""
    if len(data) > MOST_BYTES or not _DATA.fullmatch(data):
        return None
    _, verb, *words = data.split(":")
    return Press(verb, tuple(words))
