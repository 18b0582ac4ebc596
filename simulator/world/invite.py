"""Links by which people come into a group, and those who asked to come in."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(kw_only=True)
class Invite:
    """A link that the bot made."""

    link: str
    name: str = ""
    until: datetime | None = None
    limit: int = 0
    """How many of those who came by it may be in the group at once; 0: any number."""
    asks: bool = False
    """Whether who opens it only asks to come in."""
    primary: bool = False
    revoked: bool = False
    came: list[int] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class JoinRequest:
    """Somebody who waits to be let in."""

    link: str
    at: datetime
