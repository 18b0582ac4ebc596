"""A plan's times by the calendar: what was ordered, on one clock, and nothing of what people did since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from tests.year.calendar import due_at
from tests.year.facts import Ordered

LONGEST_WINDOW = timedelta(hours=4)


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """One time of a plan on one date."""

    order: Ordered
    day: date
    slot: int
    at: datetime
    until: datetime
    """Its window: half the time to the plan's next one, four hours at most."""

    @property
    def step(self) -> int:
        """Steps follow calendar days."""
        gone = (self.day - self.order.start).days
        for number, (_, days) in enumerate(self.order.steps):
            if days is None or gone < days:
                return number
            gone -= days
        raise AssertionError("the last step is open")

    @property
    def amount(self) -> str:
        """As written."""
        return self.order.steps[self.step][0]


def timetable(orders: Sequence[Ordered], zone: str, until: datetime) -> list[Occasion]:
    """Each date with its slots, in order of time, up to the one after ``until``.

    On a day speaks the newest version whose day has come. Two times that a gap brings together are one.
    """
    times = list(_times(orders, zone, until + timedelta(days=40)))
    return [
        Occasion(order=order, day=day, slot=slot, at=at, until=at + min(LONGEST_WINDOW, (following - at) / 2))
        for (order, day, slot, at), (_, _, _, following) in pairwise(times)
        if at <= until
    ]


def _times(orders: Sequence[Ordered], zone: str, until: datetime) -> Iterator[tuple[Ordered, date, int, datetime]]:
    day, last = min(order.start for order in orders), None
    while day <= until.date():
        order = max((each for each in orders if each.start <= day), key=lambda each: each.version)
        if _has(order, day):
            for slot, time in enumerate(order.times):
                at = due_at(zone, day, time)
                if at is not None and at != last:
                    yield order, day, slot, at
                    last = at
        day += timedelta(days=1)


def _has(order: Ordered, day: date) -> bool:
    return day.weekday() in order.weekdays if order.weekdays else (day - order.start).days % order.every == 0
