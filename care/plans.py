"""Plans: what a clinician set, and which doses that means.

Times are wall-clock times in the patient's zone; instants are aware and in UTC. Steps follow calendar days.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from care.amounts import Amount
from care.as_needed import AsNeeded
from care.clock import instant

WINDOW = timedelta(hours=4)
"""A dose's window at most (design 1); a clinic may shorten it."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Days:
    """On which days: these weekdays (Monday is 0) if there are any, else every n-th day from the start."""

    every: int = 1
    weekdays: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if self.every < 1:
            raise ValueError("every n-th day: n is at least 1")
        if self.weekdays and (self.every != 1 or not self.weekdays <= frozenset(range(7))):
            raise ValueError("weekdays are 0 to 6 and stand alone")

    def has(self, day: date, start: date) -> bool:
        """Whether a plan that starts on ``start`` has doses on that day."""
        if self.weekdays:
            return day.weekday() in self.weekdays
        return (day - start).days % self.every == 0

    @property
    def cycle(self) -> timedelta:
        """The least time between two of them."""
        if not self.weekdays:
            return self.every * _DAY
        days = sorted(self.weekdays)
        return min(after - before for before, after in pairwise([*days, days[0] + 7])) * _DAY


@dataclass(frozen=True, kw_only=True)
class Step:
    """An amount for a number of days; None: open, which only the last step may be."""

    amount: Amount
    days: int | None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a clinician set. Raises ValueError if the parts do not make a plan."""

    medicine: str
    """The medicine's id."""
    times: tuple[time, ...]
    """Sorted, distinct, whole minutes; a dose's slot is the index here. None for an as-needed plan."""
    days: Days
    steps: tuple[Step, ...]
    start: date
    end: date | None
    """The last day that can have a dose."""
    review: date
    hold_after: int | None = None
    """The clinician's gap rule: on hold after so many days in a row without a dose taken; None: no such rule."""
    as_needed: AsNeeded | None = None
    """Instead of times: no doses, no reminders; the patient logs each use."""

    def __post_init__(self) -> None:
        if self.as_needed is not None:
            if self.hold_after is not None:
                raise ValueError("a gap rule goes by doses, and an as-needed plan has none")
            if self.times or self.days != Days() or len(self.steps) != 1 or self.steps[0].days is not None:
                raise ValueError("an as-needed plan has one open step, and no times or days")
        elif not self.times:
            raise ValueError("times must be there, or the plan is as needed")
        if list(self.times) != sorted(set(self.times)):
            raise ValueError("times must be there, in order, each once")
        if any(at.tzinfo or at.second or at.microsecond for at in self.times):
            raise ValueError("times are whole minutes on the patient's clock")
        if not self.steps:
            raise ValueError("a plan has a step")
        if any(step.days is None for step in self.steps[:-1]):
            raise ValueError("only the last step may be open")
        if any(step.days is not None and step.days < 1 for step in self.steps):
            raise ValueError("a step lasts at least a day")
        if any(step.amount.value is not None and step.amount.value <= 0 for step in self.steps):
            raise ValueError("an amount is above zero")
        if len({step.amount.unit for step in self.steps}) != 1:
            raise ValueError("all steps have one unit")
        if self.end is not None and self.end < self.start:
            raise ValueError("a plan ends after it starts")
        if self.hold_after is not None and self.hold_after < 1:
            raise ValueError("a gap is at least a day")


@dataclass(frozen=True, kw_only=True)
class Due:
    """One dose that a plan means."""

    local_date: date
    slot: int
    at: datetime
    """Aware, UTC."""
    step: int
    amount: Amount
    first: bool
    """The first dose that falls in its step."""


def doses_between(plan: Plan, zone: ZoneInfo, since: datetime, until: datetime) -> list[Due]:
    """The doses with ``since <= at < until``, in order. Raises ValueError for a time without a zone.

    Should a gap bring two times of a day to one instant, that is one dose: never two amounts at once.
    """
    _aware(since, until)
    # A day earlier, since a gap can carry a late dose over midnight.
    day = max(plan.start, since.astimezone(zone).date() - _DAY)
    last = until.astimezone(zone).date()
    found: list[Due] = []
    while day <= last and step_on(plan, day) is not None:
        found += [due for due in _on(plan, zone, day) if since <= due.at < until]
        day += _DAY
    return found


def next_dose(plan: Plan, zone: ZoneInfo, since: datetime) -> Due | None:
    """The first dose with ``at >= since``; None after the plan's last. Raises ValueError as above."""
    _aware(since)
    day = max(plan.start, since.astimezone(zone).date() - _DAY)
    # Twice the longest pause between two days with doses: one of the days may not exist in this zone.
    for _ in range(2 * max(plan.days.every, 7) + 2):
        if step_on(plan, day) is None:
            return None
        for due in _on(plan, zone, day):
            if due.at >= since:
                return due
        day += _DAY
    return None


def window(at: datetime, following: datetime | None, cap: timedelta = WINDOW) -> datetime:
    """The end of a dose's window: the least of ``cap`` and half the time to the plan's next dose, if there is one."""
    return at + (cap if following is None else min(cap, (following - at) / 2))


def step_on(plan: Plan, day: date) -> int | None:
    """The index of the step of that day; None before the start, after the end, after a closed last step."""
    if day < plan.start or (plan.end is not None and day > plan.end):
        return None
    return next((i for i, (_, end) in enumerate(_spans(plan)) if end is None or day < end), None)


def last_day(plan: Plan) -> date | None:
    """The last day of its last step, or of the plan if that is sooner; None: it goes on."""
    *_, (_, after) = _spans(plan)
    ends = [day for day in (plan.end, after and after - _DAY) if day is not None]
    return min(ends, default=None)


def highest(plan: Plan) -> Amount:
    """The largest amount of all steps: the one that is typed twice (R3). Of amounts in words, the last."""
    counted = [step.amount for step in plan.steps if step.amount.value is not None]
    return max(counted, key=lambda amount: amount.value or 0) if counted else plan.steps[-1].amount


def starting(plan: Plan, earliest: date) -> Plan:
    """The plan, starting on that day at the earliest. Raises ValueError if it would have ended by then."""
    return replace(plan, start=max(plan.start, earliest))


def to_dict(plan: Plan) -> dict[str, object]:
    """The plan as JSON can hold it."""
    return {
        "medicine": plan.medicine,
        "times": [f"{at:%H:%M}" for at in plan.times],
        "every": plan.days.every,
        "weekdays": sorted(plan.days.weekdays),
        "steps": [
            {
                "text": step.amount.text,
                "value": None if step.amount.value is None else str(step.amount.value),
                "unit": step.amount.unit,
                "days": step.days,
            }
            for step in plan.steps
        ],
        "start": plan.start.isoformat(),
        "end": plan.end.isoformat() if plan.end else None,
        "review": plan.review.isoformat(),
        "hold_after": plan.hold_after,
        "as_needed": plan.as_needed
        and {"minutes": plan.as_needed.apart // timedelta(minutes=1), "most": plan.as_needed.most},
    }


def from_dict(stored: Mapping[str, Any]) -> Plan:
    """The plan that ``to_dict`` wrote. Raises KeyError or ValueError if it is not one."""
    needed = stored.get("as_needed")
    return Plan(
        medicine=stored["medicine"],
        times=tuple(time.fromisoformat(at) for at in stored["times"]),
        days=Days(every=stored["every"], weekdays=frozenset(stored["weekdays"])),
        steps=tuple(
            Step(
                amount=Amount(
                    text=step["text"],
                    value=None if step["value"] is None else Decimal(step["value"]),
                    unit=step["unit"],
                ),
                days=step["days"],
            )
            for step in stored["steps"]
        ),
        start=date.fromisoformat(stored["start"]),
        end=date.fromisoformat(stored["end"]) if stored["end"] else None,
        review=date.fromisoformat(stored["review"]),
        hold_after=stored.get("hold_after"),  # plans of before this rule have none
        as_needed=needed and AsNeeded(apart=timedelta(minutes=needed["minutes"]), most=needed["most"]),
    )


def _spans(plan: Plan) -> Iterator[tuple[date, date | None]]:
    """Each step's first day, and the day after its last (None: open)."""
    begins = plan.start
    for step in plan.steps:
        ends = None if step.days is None else begins + timedelta(days=step.days)
        yield begins, ends
        if ends is not None:
            begins = ends


def _on(plan: Plan, zone: ZoneInfo, day: date) -> list[Due]:
    """The doses of one local date."""
    step = step_on(plan, day)
    if step is None or not plan.days.has(day, plan.start):
        return []
    found: list[Due] = []
    for slot, at in enumerate(plan.times):
        moment = instant(day, at, zone)
        if moment is None or (found and found[-1].at == moment):
            continue
        first = not found and _opens(plan, zone, step, day)
        amount = plan.steps[step].amount
        found.append(Due(local_date=day, slot=slot, at=moment, step=step, amount=amount, first=first))
    return found


def _opens(plan: Plan, zone: ZoneInfo, step: int, day: date) -> bool:
    """Whether no earlier day of this step has a dose."""
    earlier = day - _DAY
    # One pause between doses is as far as it can be, but for a date that does not exist.
    for _ in range(2 * max(plan.days.every, 7)):
        if step_on(plan, earlier) != step:
            return True
        if plan.days.has(earlier, plan.start) and instant(earlier, plan.times[0], zone) is not None:
            return False
        earlier -= _DAY
    return False


def _aware(*moments: datetime) -> None:
    if any(moment.tzinfo is None for moment in moments):
        raise ValueError("a moment needs its zone")
