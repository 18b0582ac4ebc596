"""What happened outside the program, written down as it happened: all that the oracle believes."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from tests.year.telegram import Attempt, Shown
from tests.year.weather import Spell


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """A version of a plan as the clinician ordered it."""

    plan: str
    version: int
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
    rings: datetime | None = None
    """When it was put off to, if it was."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Something else that somebody pressed: a hold, quiet, a version accepted."""

    update: int
    at: datetime
    what: str
    """The audit's word for it: hold, lift, quiet, quiet-ends, accept."""
    about: str


@dataclass(frozen=True, kw_only=True)
class Departed:
    """Somebody chose to live by another clock, from now or from a day."""

    update: int
    at: datetime
    chat: int
    zone: str


@dataclass
class Facts:
    """The year as seen from outside."""

    ordered: list[Ordered] = field(default_factory=list)
    zones: dict[int, str] = field(default_factory=dict)
    """By chat."""
    links: dict[int, str] = field(default_factory=dict)
    """By chat."""
    accounts: dict[int, str] = field(default_factory=dict)
    """By chat."""
    departed: list[Departed] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    set_back: list[datetime] = field(default_factory=list)
    """When the clock was set back by an hour: what it showed then."""
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
