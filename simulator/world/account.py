"""People's accounts, and what they press."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(kw_only=True)
class User:
    """An account."""

    id: int
    name: str
    language: str
    deleted: bool = False
    toasts: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Press:
    """A press that waits for the bot's answer."""

    user: int
    at: datetime
