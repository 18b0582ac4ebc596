"""Versions of one plan in turn: which of them speaks on which day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from care.plans import WINDOW, Due, Plan, doses_between, last_day, next_dose, window

_INSTANT = timedelta(milliseconds=1)


@dataclass(frozen=True, kw_only=True)
class Version:
    """An accepted version: its number and its body."""

    number: int
    plan: Plan


def in_turn(versions: Sequence[Version]) -> tuple[Version, ...]:
    """Each version up to the day before the next one starts; a version that never gets a day is left out.

    The old version stands until the new one starts (design 3), so no day is without its dose and none has two.
    """
    kept: list[Version] = []
    for version in sorted(versions, key=lambda v: v.number):
        last = version.plan.start - timedelta(days=1)
        earlier = [
            replace(v, plan=replace(v.plan, end=last if v.plan.end is None else min(v.plan.end, last)))
            for v in kept
            if v.plan.start <= last
        ]
        kept = [*earlier, version]
    return tuple(kept)


def speaking(versions: Sequence[Version], day: date) -> Version | None:
    """The version whose day it is; None before the first one starts."""
    return next((v for v in reversed(in_turn(versions)) if v.plan.start <= day), None)


def from_day(versions: Sequence[Version], day: date) -> tuple[Version, ...]:
    """The version that stands on that day, and those that follow it. Before the first one starts that is the one which
    will stand; past the last day of all it is the last one, which is over (``is_over``)."""
    turn = in_turn(versions)
    begun = sum(version.plan.start <= day for version in turn)
    return turn[max(0, begun - 1) :]


def is_over(versions: Sequence[Version], day: date) -> bool:
    """Whether the last day of all of them is before ``day``: a version that starts later is still to come."""
    last = [last_day(version.plan) for version in in_turn(versions)]
    return all(ends is not None and ends < day for ends in last)


def due_between(
    versions: Sequence[Version], zone: ZoneInfo, since: datetime, until: datetime
) -> list[tuple[Version, Due]]:
    """The doses of all versions with ``since <= at < until``, in order; each with the version it comes from."""
    found = [(v, due) for v in in_turn(versions) for due in doses_between(v.plan, zone, since, until)]
    return sorted(found, key=lambda pair: pair[1].at)


def next_at(versions: Sequence[Version], zone: ZoneInfo, since: datetime) -> datetime | None:
    """The instant (UTC) of the first dose at or after ``since``; None if there is none left."""
    due = next_due(versions, zone, since)
    return None if due is None else due.at


def next_due(versions: Sequence[Version], zone: ZoneInfo, since: datetime) -> Due | None:
    """The first dose at or after ``since``; None if there is none left."""
    coming = [due for v in in_turn(versions) if (due := next_dose(v.plan, zone, since)) is not None]
    return min(coming, key=lambda due: due.at, default=None)


def window_end(versions: Sequence[Version], zone: ZoneInfo, due: Due, cap: timedelta = WINDOW) -> datetime:
    """Until when to remind of a dose: half the time to the plan's next one at most, of whichever version that is."""
    return window(due.at, next_at(versions, zone, due.at + _INSTANT), cap)


def next_change(versions: Sequence[Version], zone: ZoneInfo, day: date) -> Due | None:
    """The first dose after ``day`` with which a later step or another version begins; None if none does.

    On chosen weekdays, or every n-th day, that may be days after the step itself begins: people are told of doses.
    """
    for number, version in enumerate(in_turn(versions)):
        begins = version.plan.start
        for index, step in enumerate(version.plan.steps):
            ends = None if step.days is None else begins + timedelta(days=step.days)
            if (number or index) and (ends is None or ends > day):
                due = next_dose(version.plan, zone, datetime.combine(begins, time(), tzinfo=zone))
                if due is not None and due.step == index and due.local_date > day:
                    return due
            if ends is None:
                break
            begins = ends
    return None
