"""The doses that should have been, worked out from what the clinician ordered and from nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from tests.year.calendar import due_at
from tests.year.facts import Facts, Ordered

LONGEST_WINDOW = timedelta(hours=4)


@dataclass(frozen=True, kw_only=True)
class Expected:
    """A dose that should have been."""

    plan: str
    chat: int
    day: date
    slot: int
    at: datetime
    until: datetime
    """Its window: half the time to the plan's next dose, four hours at most."""
    amount: str
    step: int


def expected(facts: Facts) -> list[Expected]:
    """All doses of the year that had come due by its end."""
    assert facts.until is not None
    found: list[Expected] = []
    for order in facts.ordered:
        zone = facts.zones[order.chat][0][1]
        doses = list(_of(order, zone, facts.until + timedelta(days=40)))
        for (day, slot, at), (_, _, following) in pairwise(doses):
            if at > facts.until:
                break
            step = _step(order, day)
            window = min(LONGEST_WINDOW, (following - at) / 2)
            found.append(
                Expected(
                    plan=order.plan,
                    chat=order.chat,
                    day=day,
                    slot=slot,
                    at=at,
                    until=at + window,
                    amount=order.steps[step][0],
                    step=step,
                )
            )
    return found


def _of(order: Ordered, zone: str, until: datetime) -> Iterator[tuple[date, int, datetime]]:
    """Each date with its slots, in order of time. Two times that a gap brings together are one dose."""
    day, last = order.start, None
    while day <= until.date() and (order.end is None or day <= order.end):
        if _has(order, day):
            for slot, time in enumerate(order.times):
                at = due_at(zone, day, time)
                if at is not None and at != last:
                    yield day, slot, at
                    last = at
        day += timedelta(days=1)


def _has(order: Ordered, day: date) -> bool:
    return day.weekday() in order.weekdays if order.weekdays else (day - order.start).days % order.every == 0


def _step(order: Ordered, day: date) -> int:
    gone = (day - order.start).days
    for number, (_, days) in enumerate(order.steps):
        if days is None or gone < days:
            return number
        gone -= days
    raise AssertionError("the last step is open")
