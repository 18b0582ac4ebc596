"""What goes wrong, and when: drawn from a seed, so that the same year can be lived again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Literal, TypeVar

Trouble = Literal["", "refused", "hung", "lost", "busy", "slow"]
TROUBLES: tuple[Trouble, ...] = ("refused", "hung", "lost", "busy", "slow")
READ, TOTAL = 20, 45
"""Seconds after which the bot's wire gives up: without a word back, and if it can't even finish what it says."""
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Spell:
    """A stretch of time in which something is down."""

    since: datetime
    until: datetime


@dataclass
class Weather:
    """Fair weather by default: each share is a probability for one call."""

    chance: Random
    refused: float = 0.0
    hung: float = 0.0
    lost: float = 0.0
    busy: float = 0.0
    slow: float = 0.0
    repeated: float = 0.0
    shuffled: float = 0.0
    outages: list[Spell] = field(default_factory=list)
    """Telegram can't be reached at all."""
    silences: list[Spell] = field(default_factory=list)
    """Telegram takes what it is told, does nothing and says nothing."""
    full_disk: list[Spell] = field(default_factory=list)
    """Nothing can be written."""
    came: Counter[Trouble] = field(default_factory=Counter)
    """What calls met so far."""

    @staticmethod
    def rough(chance: Random) -> "Weather":
        """As bad as it gets between two outages."""
        return Weather(
            chance=chance, refused=0.01, hung=0.005, lost=0.005, busy=0.01, slow=0.02, repeated=0.02, shuffled=0.02
        )

    def calm(self) -> None:
        """Nothing goes wrong any more."""
        self.refused = self.hung = self.lost = self.busy = self.slow = self.repeated = self.shuffled = 0.0
        self.outages.clear()
        self.silences.clear()
        self.full_disk.clear()

    def down(self, now: datetime) -> bool:
        """Whether Telegram can't be reached, or might as well not be."""
        return _within(self.outages, now) or _within(self.silences, now)

    def disk_is_full(self, now: datetime) -> bool:
        """Whether nothing can be written."""
        return _within(self.full_disk, now)

    def for_call(self, now: datetime) -> Trouble:
        """What happens to this call."""
        trouble = self._drawn(now)
        self.came[trouble] += 1
        return trouble

    def _drawn(self, now: datetime) -> Trouble:
        if self.down(now):
            return "refused" if _within(self.outages, now) else "hung"
        drawn = self.chance.random()
        for trouble, share in zip(TROUBLES, (self.refused, self.hung, self.lost, self.busy, self.slow), strict=True):
            if drawn < share:
                return trouble
            drawn -= share
        return ""

    def seconds(self, trouble: Trouble) -> int:
        """How long a call takes that goes so: until the wire gives up, or at most until just before."""
        if trouble == "hung":
            return self.chance.choice((READ, TOTAL))
        if trouble == "lost":
            return self.chance.choice((0, READ))
        return self.chance.randrange(1, READ) if trouble == "slow" else 0

    def retry_after(self) -> int:
        """Seconds."""
        return self.chance.randint(1, 40)

    def repeats(self) -> bool:
        """Whether the last confirmed update comes once more."""
        return self.chance.random() < self.repeated

    def order(self, updates: Sequence[T]) -> list[T]:
        """The updates in their order, or now and then in another."""
        shown = list(updates)
        if len(shown) > 1 and self.chance.random() < self.shuffled:
            self.chance.shuffle(shown)
        return shown


def _within(spells: Sequence[Spell], now: datetime) -> bool:
    return any(spell.since <= now < spell.until for spell in spells)
