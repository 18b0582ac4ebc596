"""What goes wrong on the way, on purpose: what, at which calls, and when."""

import random
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, get_args

from simulator.refusal import Refusal

What = Literal[
    "refuse",
    "delay before",
    "delay after",
    "hang",
    "drop before",
    "drop after",
    "bad body before",
    "bad body after",
    "duplicate",
    "out of order",
    "second poller",
]
"""*before*: the call has no effect (for a delay: not yet). *after*: it has its effect, only the answer suffers.
*duplicate*, *out of order* and *second poller* are for ``getUpdates``, the first two for webhooks as well: there
``method`` is ``webhook`` or ``*``."""

Body = Literal["broken json", "html", "not ours"]
WHATS: tuple[What, ...] = get_args(What)
BODIES: tuple[Body, ...] = get_args(Body)
OF_UPDATES: frozenset[What] = frozenset({"duplicate", "out of order", "second poller"})
_SECOND_POLLER = Refusal(
    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that goes wrong, and the plan by which it does. Raises ValueError for a plan that can't be."""

    what: What
    method: str = "*"
    """``*``: any method."""
    chat: int | None = None
    """Only calls about this chat; None: about any, or none."""
    times: int | None = 1
    """How often it happens; None: until it is cleared."""
    every: int = 1
    """At every n-th call that fits; 1: at each."""
    chance: float = 1.0
    """With what probability it happens at a call whose turn it is, by ``dice``."""
    dice: random.Random = field(default_factory=lambda: random.Random(0), repr=False, compare=False)  # noqa: S311 - chance, no secret
    since: datetime | None = None
    """Not before this moment of the simulator's clock."""
    until: datetime | None = None
    """Not at or after it."""
    refusal: Refusal | None = None
    """For *refuse*."""
    seconds: float = 1.0
    """For a delay: real seconds, as the network's are."""
    body: Body = "broken json"
    """For a bad body: what comes instead of an answer."""
    id: int = 0
    seen: int = 0
    """How many calls have fitted so far."""

    def __post_init__(self) -> None:
        if self.what not in WHATS or self.body not in BODIES:
            raise ValueError(f"what is one of {', '.join(WHATS)}; body one of {', '.join(BODIES)}")
        if (
            self.every < 1
            or not 0 <= self.chance <= 1
            or self.seconds < 0
            or (self.times is not None and self.times < 1)
        ):
            raise ValueError("times and every count from 1, a chance lies between 0 and 1, seconds are not negative")
        if any(moment is not None and moment.tzinfo is None for moment in (self.since, self.until)):
            raise ValueError("a moment needs a zone")
        if self.what == "refuse" and self.refusal is None:
            raise ValueError("a refusal needs a status and a description")

    @property
    def told(self) -> Refusal | None:
        """What the bot is told, where it is told anything."""
        return _SECOND_POLLER if self.what == "second poller" else self.refusal

    def fits(self, method: str, chat: int | str | None, now: datetime) -> bool:
        """Whether it is meant for this call. Whoever asks has dropped those whose time is over."""
        of_updates = method.lower() in ("getupdates", "webhook")
        return (
            (of_updates or self.what not in OF_UPDATES)
            and self.method.lower() in ("*", method.lower())
            and self.chat in (None, chat)
            and (self.since is None or now >= self.since)
        )


class Faults:
    """The faults that wait for their calls, first come, first served."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []
        self._last_id = 0

    def add(self, fault: Fault) -> Fault:
        """Let it happen from now on; returned with its id."""
        self._last_id += 1
        fault = replace(fault, id=self._last_id)
        self.waiting.append(fault)
        return fault

    def take(self, method: str, chat: int | str | None, now: datetime, whats: Collection[What] = WHATS) -> Fault | None:
        """The fault for this call, if there is one; what it was to happen for the last time is gone."""
        self.waiting = [fault for fault in self.waiting if fault.until is None or now < fault.until]
        for place, fault in enumerate(self.waiting):
            if fault.what not in whats or not fault.fits(method, chat, now):
                continue
            counted = replace(fault, seen=fault.seen + 1)
            self.waiting[place] = counted
            if counted.seen % fault.every or fault.dice.random() >= fault.chance:
                continue
            left = None if fault.times is None else fault.times - 1
            self.waiting[place : place + 1] = [] if left == 0 else [replace(counted, times=left)]
            return fault
        return None

    def clear(self, id: int | None = None) -> None:
        """Forget the one with this id, or all. Raises ValueError if there is none with it."""
        if id is not None and all(fault.id != id for fault in self.waiting):
            raise ValueError(f"there is no fault {id}")
        self.waiting = [fault for fault in self.waiting if id is not None and fault.id != id]
