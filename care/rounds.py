"""Rounds: when what recurs for a person comes next."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from care.plans import instant

BEFORE_DOSE = timedelta(minutes=15)
EVENING_FROM = time(17)
CHECKIN_AT = time(20)
"""Where no dose falls in the evening."""
SUMMARY_ON = (6, time(18))
"""Sunday 18:00, until the person chooses otherwise."""
DIGEST_ON = (0, time(8))
"""Monday 08:00 on the clinic's clock."""
MOST_A_DAY = 2
"""So many rounds on one day, doses and safety aside (clinical evidence 4.3: two pushes a day); a lesson gives way."""


def checkin_time(dose_times: Iterable[time]) -> time:
    """The check-in comes 15 min before the evening's first dose, which rings (design 3); else at 20:00."""
    evening = sorted(at for at in dose_times if at >= EVENING_FROM)
    if not evening:
        return CHECKIN_AT
    return (datetime.combine(date.min, evening[0]) - BEFORE_DOSE).time()


def next_daily(at: time, zone: ZoneInfo, after: datetime) -> datetime:
    """The first instant (UTC) strictly after ``after`` when a clock in that zone shows ``at``."""
    return _first(at, zone, after, range(7), weekday=None)


def next_weekly(weekday: int, at: time, zone: ZoneInfo, after: datetime) -> datetime:
    """The same for one day of the week; Monday is 0."""
    return _first(at, zone, after, range(22), weekday=weekday)


def _first(at: time, zone: ZoneInfo, after: datetime, days: range, weekday: int | None) -> datetime:
    start = after.astimezone(zone).date()
    for ahead in days:
        day = start + timedelta(days=ahead)
        if weekday is not None and day.weekday() != weekday:
            continue
        found = instant(day, at, zone)
        if found is not None and found > after:
            return found
    raise AssertionError("a clock shows every time at least once in two weeks")
