"""Rounds: when what recurs for a person comes next."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from care.clock import instant

BEFORE_DOSE = timedelta(minutes=15)
EVENING_FROM = time(17)
CHECKIN_AT = time(20)
"""Where no dose falls in the evening."""
SUMMARY_ON = (6, time(18))
"""Sunday 18:00, until the person chooses otherwise."""
DIGEST_ON = (0, time(8))
"""Monday 08:00 on the clinic's clock."""
SELF_CHECK_AT = time(10)
"""The 30-day list comes in the morning: it may need a call to the clinic."""
SELF_CHECK_AGAIN = (timedelta(days=3), timedelta(days=7))
"""Not answered, it comes once more after three days, then once a week (ours; R2 names no interval)."""
MOST_A_DAY = 2
"""So many rounds on one day, doses and safety aside (clinical evidence 4.3: two pushes a day); a lesson gives way."""
MOST_CHOICES = (1, 2, 3)
"""How many a person may choose instead; three is the hard cap (clinical evidence 4.3)."""


def leaves_room(most: int) -> bool:
    """Whether what comes once a week leaves an evening's check-in its place on a full day.

    Not where a person wants one push a day: a check-in comes every evening, and nothing else would ever come.
    """
    return most > 1


def checkin_time(dose_times: Iterable[time]) -> time:
    """The check-in comes 15 min before the evening's first dose, which rings (design 3); else at 20:00."""
    evening = sorted(at for at in dose_times if at >= EVENING_FROM)
    if not evening:
        return CHECKIN_AT
    return (datetime.combine(date.min, evening[0]) - BEFORE_DOSE).time()


def self_check_at(checked: datetime | None, every: timedelta, zone: ZoneInfo, now: datetime) -> datetime:
    """When the list is asked next: ``every`` after the last time; overdue, after three days, then weekly."""
    due = (checked or now) + every
    if due > now:
        return next_daily(SELF_CHECK_AT, zone, due - timedelta(microseconds=1))
    again = SELF_CHECK_AGAIN[0] if now - due < SELF_CHECK_AGAIN[0] else SELF_CHECK_AGAIN[1]
    return next_daily(SELF_CHECK_AT, zone, now + again - timedelta(hours=12))


def hushed_until(moment: datetime, since: time, until: time, zone: ZoneInfo) -> datetime | None:
    """The end of the quiet hours that a moment falls in; None if it falls in none. They may go over midnight."""
    at = moment.astimezone(zone).time()
    inside = since <= at < until if since < until else at >= since or at < until
    return next_daily(until, zone, moment) if inside else None


MOST_MOVED = timedelta(hours=3)
"""A newer tzdata moves a round by this at most; one that is further from its time was put off, and stays."""


def same_time(at: time, zone: ZoneInfo, was: datetime, now: datetime) -> datetime:
    """Where a round that was to come at ``was`` belongs when the zone's own rules changed: the instant nearest to it
    at which a clock there shows ``at``. As it was, if that is past or too far off to be a matter of rules.
    """
    day = was.astimezone(zone).date()
    near = [found for n in (-1, 0, 1) if (found := instant(day + timedelta(days=n), at, zone)) is not None]
    nearest = min(near, key=lambda moment: abs(moment - was), default=was)
    return nearest if nearest > now and abs(nearest - was) <= MOST_MOVED else was


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
