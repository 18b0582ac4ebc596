"""Every zone of tzdata, every change of its clock from 2026 to 2030: each time of day gives the dose that looking at
every minute gives (tests/year/calendar.py shares no code with care.plans)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

import pytest

from care.amounts import Amount
from care.plans import Days, Plan, Step, doses_between
from tests.year.calendar import due_at

FIRST, LAST = 2026, 2030
DAY = timedelta(days=1)
# Each quarter of an hour, and the minutes around the hours at which clocks change.
TIMES = tuple(sorted({time(m // 60, m % 60) for q in range(96) for m in (15 * q, 15 * q + (1 if q % 4 else 14))}))


def different_zones() -> Iterator[str]:
    """One zone of each kind: links and zones with the very same rules are tried once."""
    known: set[bytes] = set()
    for name in sorted(available_timezones()):
        data = files("tzdata").joinpath("zoneinfo", *name.split("/"))
        if data.is_file() and (rules := sha256(data.read_bytes()).digest()) not in known:
            known.add(rules)
            yield name


def days_around_changes(name: str) -> set[date]:
    """The local days on which, or beside which, a zone's clock changes."""
    zone, found = ZoneInfo(name), set()
    at, end = datetime(FIRST, 1, 1, tzinfo=UTC), datetime(LAST + 1, 1, 1, tzinfo=UTC)
    while at < end:
        before, after = at.astimezone(zone), (at + DAY).astimezone(zone)
        if before.utcoffset() != after.utcoffset():
            found |= {before.date() + number * DAY for number in (-1, 0, 1, 2)}
        at += DAY
    return found


def doses_of(name: str, day: date) -> list[datetime]:
    """The instants that ``care.plans`` gives a plan with all the times, on that one day."""
    plan = Plan(
        medicine="ldn",
        times=TIMES,
        days=Days(),
        steps=(Step(amount=Amount(text="1 mg", value=Decimal(1), unit="mg"), days=None),),
        start=day,
        end=day,
        review=day,
    )
    noon = datetime.combine(day, time(12), UTC)
    return [due.at for due in doses_between(plan, ZoneInfo(name), noon - 2 * DAY, noon + 2 * DAY)]


def looked_up(name: str, day: date) -> list[datetime]:
    """The same, by looking at every minute; times that a gap brings together are one dose."""
    found: list[datetime] = []
    for at in TIMES:
        moment = due_at(name, day, at)
        if moment is not None and (not found or found[-1] != moment):
            found.append(moment)
    return found


ZONES = tuple(different_zones())


def test_there_are_thousands_of_days_to_look_at() -> None:
    assert sum(len(days_around_changes(zone)) for zone in ZONES) > 3000


@pytest.mark.parametrize("zone", ZONES)
def test_a_zone_gives_every_dose_around_every_change_of_its_clock(zone: str) -> None:
    days = sorted(days_around_changes(zone))
    assert [day for day in days if doses_of(zone, day) != looked_up(zone, day)] == []
