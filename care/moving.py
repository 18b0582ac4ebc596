"""Another clock: which doses a plan means once its patient lives by another zone's.

A plan's times are wall-clock times, so a move changes when they come. By the calendar alone a move over the date
line would lose a dose (a day that is lived twice) or bring two close together. Two rules, in this order:

- A dose of the same day and time that was raised on the other clock less than half a cycle away is *had*: it is
  that dose, of whichever version. From half a cycle on the day is lived twice, and the dose is another one, with a
  slot of its own.
- A dose closer than the plan's minimum gap to one of the other clock is *close*: it is left out. Of two versions the
  smaller gap counts: a change to longer days between doses was set by a clinician, not brought about by the clock.

The half is ours, not from a source, and waits for a clinical reviewer. Its reason: a window lasts at most until
half-way to the next dose (``succession.window_end``), so half is how close two doses come by the plan itself.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from care.plans import WINDOW, Due, Plan
from care.succession import Version, due_between, window_end

LOOK_BACK = timedelta(days=35)
"""More than the longest cycle of a plan's line: a move of longer ago can't bring two doses together."""


@dataclass(frozen=True, kw_only=True)
class Had:
    """A dose that was raised, or will be, on another clock."""

    local_date: date
    slot: int
    time: time
    """The time of the plan that it stands for: another version has other times at the same ordinals."""
    at: datetime
    """Aware, UTC."""
    gap: timedelta
    """The minimum gap of its own version."""


class Left(StrEnum):
    """Why a dose of the new clock is not raised."""

    HAD = "had"
    CLOSE = "close"
    PASSED = "passed"
    """The move jumped over its whole window."""


def had(versions: Sequence[Version], number: int, local_date: date, slot: int, at: datetime) -> Had:
    """A dose of the version of that number. Raises StopIteration if there is no such version."""
    plan = next(version.plan for version in versions if version.number == number)
    time = plan.times[slot % len(plan.times)]
    return Had(local_date=local_date, slot=slot, time=time, at=at, gap=minimum_gap(plan))


def minimum_gap(plan: Plan) -> timedelta:
    """How close two doses may come by a change of clock: half the least time between two of the plan's times."""
    at = [timedelta(hours=each.hour, minutes=each.minute) for each in plan.times]
    return min(after - before for before, after in pairwise([*at, at[0] + plan.days.cycle])) / 2


def placed(plan: Plan, due: Due, elsewhere: Iterable[Had]) -> int | Left:
    """The slot of a dose among those of other clocks, or why it is left out.

    A slot is the ordinal of a time within its date; on a date that is lived twice, the ordinals go on.
    """
    those = list(elsewhere)
    that_day = [each for each in those if each.local_date == due.local_date]
    same = [each for each in that_day if each.time == plan.times[due.slot]]
    if any(abs(due.at - each.at) < plan.days.cycle / 2 for each in same):
        return Left.HAD
    gap = minimum_gap(plan)
    if any(abs(due.at - each.at) < min(gap, each.gap) for each in those):
        return Left.CLOSE
    taken = {each.slot for each in that_day}
    slot = due.slot + len(plan.times) * len(same)
    while slot in taken:  # another version's ordinals
        slot += len(plan.times)
    return slot


def coming(
    versions: Sequence[Version],
    zone: ZoneInfo,
    elsewhere: Sequence[Had],
    since: datetime,
    until: datetime,
    *,
    moved: datetime | None = None,
    cap: timedelta = WINDOW,
) -> Iterator[tuple[Version, Due, int | Left]]:
    """The doses in ``since <= at < until`` on the clock of ``zone``, each with its place among the others'.

    ``moved``: when the patient moved to that clock; ``cap``: the longest window.
    """
    for version, due in due_between(versions, zone, since, until):
        passed = moved is not None and due.at < moved and window_end(versions, zone, due, cap) <= moved
        yield version, due, Left.PASSED if passed else placed(version.plan, due, elsewhere)


@dataclass(frozen=True, kw_only=True)
class Move:
    """What a move to another clock at some moment means for one plan."""

    last: datetime | None
    """The last dose before the move (UTC); None if there was none lately."""
    next: tuple[Due, ...]
    """The first doses after it."""
    close: Due | None
    """A dose that would come closer to the last one than the minimum gap."""
    gap: timedelta | None
    """The minimum gap of its version; None if none comes too close."""
    cycle: timedelta
    """Of the version that speaks first after the move."""

    @property
    def since_last(self) -> timedelta | None:
        """From the last dose to the first one after the move; None if there is none before or after."""
        return None if self.last is None or not self.next else self.next[0].at - self.last

    @property
    def long(self) -> bool:
        """Whether that is more than a cycle and a half."""
        return self.since_last is not None and self.since_last > self.cycle * 3 / 2

    @property
    def apart(self) -> timedelta | None:
        """How far apart two doses would be that come too close; None if none do."""
        return None if self.last is None or self.close is None else self.close.at - self.last


def look(
    versions: Sequence[Version],
    old: ZoneInfo,
    new: ZoneInfo,
    raised: Sequence[Had],
    newest: datetime | None,
    now: datetime,
    at: datetime,
    *,
    begun: datetime | None = None,
    slots: Container[tuple[date, int]] = (),
    most: int = 3,
) -> Move:
    """What a move from ``old`` to ``new`` at the moment ``at`` (now, or later) would mean.

    ``raised`` are the plan's doses of the last weeks on other clocks than the new one, ``newest`` is when its newest
    dose of all was due, ``begun`` when the plan was first accepted, ``slots`` are the dates and slots of whatever was
    raised on any clock: back on a clock, what it had before does not come again. Raises ValueError if no version
    has times.
    """
    until_then = [
        had(versions, version.number, due.local_date, due.slot, due.at)
        for version, due in due_between(versions, old, now, at)
    ]
    known = {(each.local_date, each.slot, each.at): each for each in (*raised, *until_then)}
    before = list(known.values())
    timed = [version.plan for version in versions if version.plan.times]
    span = max(plan.days.cycle for plan in timed)
    found: list[tuple[Plan, Due]] = []
    close: tuple[Plan, Due] | None = None
    since = at - WINDOW if at <= now else at  # a time that was just passed over still rings, as late
    since = since if begun is None else max(since, begun)
    for version, due, place in coming(versions, new, before, since, at + max(3 * span, timedelta(days=8)), moved=at):
        if place is Left.CLOSE:
            close = close or (None if due.at < at else (version.plan, due))
        elif not isinstance(place, Left) and (due.local_date, place) not in slots:
            found.append((version.plan, replace(due, slot=place)))
    last = max((moment for moment in (newest, *(each.at for each in before)) if moment and moment <= at), default=None)
    return Move(
        last=last,
        next=tuple(due for _, due in found[:most]),
        close=None if close is None else close[1],
        gap=None if close is None else minimum_gap(close[0]),
        cycle=(found[0][0] if found else timed[-1]).days.cycle,
    )
