"""What happened outside the program, written down as it happened: all that the oracle believes."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from tests.year.telegram import Attempt, Shown
from tests.year.weather import Spell


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """A version of a plan as the clinician ordered it."""

    plan: str
    chat: int
    start: date
    end: date | None
    times: tuple[time, ...]
    every: int
    weekdays: frozenset[int]
    steps: tuple[tuple[str, int | None], ...]
    """Amount as written, and for how many days (None: open)."""


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """A button that somebody pressed about a dose."""

    update: int
    at: datetime
    chat: int
    dose: str
    wanted: str


@dataclass
class Facts:
    """The year as seen from outside."""

    ordered: list[Ordered] = field(default_factory=list)
    zones: dict[int, list[tuple[datetime, str]]] = field(default_factory=dict)
    """By chat: the zone that is in force from a moment on."""
    blocked: dict[int, list[Spell]] = field(default_factory=dict)
    pressed: list[Pressed] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    down: list[Spell] = field(default_factory=list)
    """The process did not run, Telegram could not be reached, or the disk was full."""
    died: list[datetime] = field(default_factory=list)
    fetched: set[int] = field(default_factory=set)
    """The updates that the bot confirmed: from then on they are in its hands."""
    until: datetime | None = None
