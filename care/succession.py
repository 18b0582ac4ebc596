"""Versions of one plan in turn: which of them speaks on which day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from care.plans import Due, Plan, doses_between, next_dose


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


def changes_after(versions: Sequence[Version], day: date) -> date | None:
    """The first day after ``day`` on which another amount begins: a later step, or another version's start."""
    starts: list[date] = []
    for version in in_turn(versions):
        begins = version.plan.start
        for step in version.plan.steps:
            starts.append(begins)
            if step.days is None:
                break
            begins += timedelta(days=step.days)
            if version.plan.end is not None and begins > version.plan.end:
                break
    return min((start for start in starts[1:] if start > day), default=None)
