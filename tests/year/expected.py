"""The doses that should have been, worked out from what the clinician ordered and from nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from tests.year.calendar import due_at
from tests.year.facts import Facts, Ordered

LONGEST_WINDOW = timedelta(hours=4)


@dataclass(frozen=True, kw_only=True)
class Expected:
    """A dose that should have been."""

    plan: str
    version: int
    chat: int
    day: date
    slot: int
    at: datetime
    until: datetime
    """Its window: half the time to the plan's next dose, four hours at most."""
    amount: str
    step: int


def expected(facts: Facts, accepted: Mapping[tuple[str, int], date]) -> list[Expected]:
    """All doses of the year that had come due by its end.

    ``accepted``: from which day each version that the patient accepted counts. On a day speaks the newest version
    whose day has come.
    """
    assert facts.until is not None
    found: list[Expected] = []
    by_plan: dict[str, list[Ordered]] = {}
    for order in facts.ordered:
        if (order.plan, order.version) in accepted:
            begins = accepted[order.plan, order.version]
            by_plan.setdefault(order.plan, []).append(replace(order, start=begins))
    for orders in by_plan.values():
        doses = list(_of(orders, facts.zones[orders[0].chat], facts.until + timedelta(days=40)))
        for (order, day, slot, at), (_, _, _, following) in pairwise(doses):
            if at > facts.until:
                break
            step = _step(order, day)
            found.append(
                Expected(
                    plan=order.plan,
                    version=order.version,
                    chat=order.chat,
                    day=day,
                    slot=slot,
                    at=at,
                    until=at + min(LONGEST_WINDOW, (following - at) / 2),
                    amount=order.steps[step][0],
                    step=step,
                )
            )
    return found


def _of(orders: list[Ordered], zone: str, until: datetime) -> Iterator[tuple[Ordered, date, int, datetime]]:
    """Each date with its slots, in order of time. Two times that a gap brings together are one dose."""
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


def _step(order: Ordered, day: date) -> int:
    gone = (day - order.start).days
    for number, (_, days) in enumerate(order.steps):
        if days is None or gone < days:
            return number
        gone -= days
    raise AssertionError("the last step is open")
