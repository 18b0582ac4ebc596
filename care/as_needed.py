"""As-needed medicines: what a clinician set instead of times, and what follows from the uses that a patient told of.

A use is one time that an as-needed medicine was taken, as the patient said. It is always recorded; the rule only
says how the recorded uses stand to what the clinic set. Nothing here allows or forbids the next one.

Durations are counted in UTC: two moments of one zone would be compared by their wall clock, which a change moves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

MOST_COUNTED_OVER = timedelta(hours=24)
"""A most "a day" is counted over any 24 hours, as leaflets count it, not from midnight."""
LEAST_APART = timedelta(minutes=15)
MOST_APART = timedelta(days=31)
MOST_A_DAY = 24


@dataclass(frozen=True, kw_only=True)
class AsNeeded:
    """The clinic's rule. Raises ValueError if it is none."""

    apart: timedelta
    """At least so long between two uses."""
    most: int | None
    """Uses in any 24 hours; None: the clinic set none."""

    def __post_init__(self) -> None:
        if not LEAST_APART <= self.apart <= MOST_APART:
            raise ValueError("between two uses: 15 minutes to 31 days")
        if self.most is not None and not 1 <= self.most <= MOST_A_DAY:
            raise ValueError("the most in 24 hours: 1 to 24")


@dataclass(frozen=True, kw_only=True)
class UsesStand:
    """How the recorded uses stand to the rule. Moments are aware, in UTC."""

    last: datetime | None
    over: datetime | None
    """When the clinic's interval after the last use is over; None while there is no use."""
    close: tuple[datetime, datetime] | None
    """Two that are closer than the clinic set: the one just said and one next to it, or else the last two."""
    counted: int
    """Uses in the 24 hours up to the last one, it included."""
    above_most: bool


def stand(rule: AsNeeded, taken: Sequence[datetime], said: datetime | None = None) -> UsesStand:
    """How the moments of all known uses, in any order and any zone, stand to the rule.

    ``said``: one of them that was told of just now, which may have been earlier than others.
    """
    known = sorted(moment.astimezone(UTC) for moment in taken)
    if not known:
        return UsesStand(last=None, over=None, close=None, counted=0, above_most=False)
    last = known[-1]
    counted = sum(last - moment < MOST_COUNTED_OVER for moment in known)
    close = [pair for pair in pairwise(known) if pair[1] - pair[0] < rule.apart]
    beside = [pair for pair in close if said is not None and said.astimezone(UTC) in pair]
    told_of = beside or [pair for pair in close if pair[1] == last]
    return UsesStand(
        last=last,
        over=last + rule.apart,
        close=told_of[-1] if told_of else None,
        counted=counted,
        above_most=rule.most is not None and counted > rule.most,
    )
