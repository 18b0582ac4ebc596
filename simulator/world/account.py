"""People's accounts, and what they ask of a bot that it may answer."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any


@dataclass(kw_only=True)
class User:
    """An account."""

    id: int
    name: str
    language: str
    username: str = ""
    deleted: bool = False
    toasts: list[str] = field(default_factory=list)
    """What bots answered to presses, oldest first; alerts too."""
    opened: list[str] = field(default_factory=list)
    """Addresses that buttons, or answers to presses, opened."""
    copied: str = ""
    """What a button last put on the clipboard."""


PRESS_LASTS = timedelta(seconds=150)
"""So long the bot may answer a press."""
QUERY_LASTS = timedelta(seconds=30)
"""So long the bot may answer an inline query."""


@dataclass(kw_only=True)
class Press:
    """A press that waits for the bot's answer."""

    user: int
    at: datetime
    answer: dict[str, Any] | None = None
    """What the bot said to it, as it said it."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One result of an inline query."""

    id: str
    kind: str
    title: str
    description: str
    content: dict[str, Any]
    """What it posts: text and entities, a file, a keyboard."""


@dataclass(kw_only=True)
class InlineQuery:
    """What a person typed after the bot's name, and what the bot offered."""

    id: str
    user: int
    query: str
    offset: str
    at: datetime
    results: list[Offer] | None = None
    """None: not answered yet."""
    next_offset: str = ""
    button: dict[str, Any] | None = None
    """A button above the results, in the Bot API's form."""
    kept_until: datetime | None = None
    """Until when the same answer serves for the same words."""
    personal: bool = False
    """Whether it serves this person only."""

    def serves(self, now: datetime) -> bool:
        """Whether it may still be answered, or its answer be used again."""
        return now - self.at <= QUERY_LASTS or (self.kept_until is not None and now < self.kept_until)
