"""What goes wrong, and when: drawn from a seed, so that the same year can be lived again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Literal, TypeVar

Trouble = Literal["", "refused", "hung", "lost", "busy"]
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
    repeated: float = 0.0
    shuffled: float = 0.0
    outages: list[Spell] = field(default_factory=list)
    """Telegram can't be reached at all."""
    full_disk: list[Spell] = field(default_factory=list)
    """Nothing can be written."""

    def calm(self) -> None:
        """Nothing goes wrong any more."""
        self.refused = self.hung = self.lost = self.busy = self.repeated = self.shuffled = 0.0
        self.outages.clear()
        self.full_disk.clear()

    def down(self, now: datetime) -> bool:
        """Whether Telegram can't be reached."""
        return _within(self.outages, now)

    def disk_is_full(self, now: datetime) -> bool:
        """Whether nothing can be written."""
        return _within(self.full_disk, now)

    def for_call(self, now: datetime) -> Trouble:
        """What happens to this call."""
        if self.down(now):
            return "refused"
        drawn = self.chance.random()
        shares: tuple[tuple[Trouble, float], ...] = (
            ("refused", self.refused),
            ("hung", self.hung),
            ("lost", self.lost),
            ("busy", self.busy),
        )
        for trouble, share in shares:
            if drawn < share:
                return trouble
            drawn -= share
        return ""

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
