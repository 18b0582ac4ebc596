"""Which doses follow for somebody who moved from clock to clock: written from what /travel promises, and nothing else.

- What was due on the old clock before the move was due. From the move on the new clock counts; a time that it shows
  as passed still rings while its window lasts, unless the move was planned from a day.
- Less than half a cycle after or before the same time of the same date on another clock, it is that dose.
- Closer than half the least time between two of the plan's times to a dose of another clock, it is left out.
- On a date that is lived twice the slots go on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from tests.year.facts import Ordered
from tests.year.timetable import Occasion, timetable

_DAY = timedelta(days=1)
_INSTANT = timedelta(milliseconds=1)


@dataclass(frozen=True, kw_only=True)
class Moved:
    """Somebody's clock since a moment. When it took effect is the program's word; that it was asked for is not."""

    zone: str
    at: datetime
    from_a_day: bool


@dataclass(frozen=True, kw_only=True)
class Lived(Occasion):
    """A time of a plan as it was lived."""

    zone: str
    asked_from: datetime
    """Its instant, or the move that brought it later."""
    narrowed: tuple[datetime, datetime] | None
    """Since when its window ends earlier, because the next dose came closer by a move; and when."""

    def closes(self, moment: datetime, grace: timedelta) -> datetime:
        """When its window ends, as known at that moment; what was on its way has a little grace."""
        return self.until if self.narrowed is None or moment <= self.narrowed[0] + grace else self.narrowed[1]

    @property
    def closed(self) -> datetime:
        """When its window ended."""
        return self.until if self.narrowed is None else self.narrowed[1]


def lived(orders: Sequence[Ordered], home: str, moves: Sequence[Moved], until: datetime) -> list[Lived]:
    """The doses of one plan in the order of the clocks they came by."""
    found: list[Lived] = []
    clocks = [Moved(zone=home, at=datetime.min.replace(tzinfo=until.tzinfo), from_a_day=True), *moves]
    for number, clock in enumerate(clocks):
        ends = until + _INSTANT
        if number + 1 < len(
            clocks
        ):  # a day that was chosen begins with the new clock's dose, a move with the old one's
            ends = clocks[number + 1].at + (timedelta() if clocks[number + 1].from_a_day else _INSTANT)
        calendar = timetable(orders, clock.zone, until)
        coming = _since(clock, calendar, found, until + _INSTANT)
        if number:
            found = list(_narrowed(found, clock, coming))
        found += [each for each in coming if each.at < ends]
    return found


def _since(clock: Moved, calendar: Sequence[Occasion], before: Sequence[Lived], ends: datetime) -> list[Lived]:
    found: list[Lived] = []
    elsewhere = [each for each in before if each.zone != clock.zone]
    keys = {(each.day, each.slot) for each in before}
    for each in calendar:
        if each.at >= ends or each.until <= clock.at or (clock.from_a_day and each.at < clock.at):
            continue
        slot = _slot(each, elsewhere)
        if slot is None or (each.day, slot) in keys:
            continue
        asked_from = max(each.at, clock.at)
        found.append(Lived(**{**vars(each), "slot": slot}, zone=clock.zone, asked_from=asked_from, narrowed=None))
    return found


def _slot(each: Occasion, elsewhere: Sequence[Lived]) -> int | None:
    """Its place on its date; None if it is had already, or too close."""
    count = len(each.order.times)
    same = [had for had in elsewhere if had.day == each.day and _time(had) == _time(each)]
    if any(abs(each.at - had.at) < _cycle(each.order) / 2 for had in same):
        return None
    if any(abs(each.at - had.at) < _least(each.order) / 2 for had in elsewhere):
        return None
    slot = each.slot + count * len(same)
    while any(had.day == each.day and had.slot == slot for had in elsewhere):
        slot += count
    return slot


def _time(each: Occasion) -> time:
    """The time of its plan that it stands for."""
    return each.order.times[each.slot % len(each.order.times)]


def _narrowed(before: Sequence[Lived], clock: Moved, coming: Sequence[Lived]) -> Iterator[Lived]:
    """A window that is open at the move ends half-way to the first dose that comes by the new clock at the latest."""
    for each in before:
        if not coming or not each.at <= clock.at < each.closed or coming[0].at <= each.at:
            yield each
            continue
        half = each.at + (coming[0].at - each.at) / 2
        yield replace(each, narrowed=(clock.at, half)) if half < each.closed else each


def _cycle(order: Ordered) -> timedelta:
    """The least time between two of its days."""
    if not order.weekdays:
        return order.every * _DAY
    days = sorted(order.weekdays)
    return min(after - before for before, after in pairwise([*days, days[0] + 7])) * _DAY


def _least(order: Ordered) -> timedelta:
    """The least time between two of its times."""
    day = date(2026, 1, 1)
    at = [datetime.combine(day, each) for each in order.times]
    return min(after - before for before, after in pairwise([*at, at[0] + _cycle(order)]))
