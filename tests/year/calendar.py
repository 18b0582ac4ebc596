"""When a dose is due, found by looking at every minute: slow, plain, and nobody else's code.

The rule (design 3): a wall-clock time in the patient's zone; a gap gives the first valid instant after it, a fold
the first of the two, a date that the zone never had gives no dose.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)


@lru_cache(maxsize=20_000)
def _firsts(zone: str, day: date) -> tuple[datetime, ...]:
    """For each minute of that date, the first instant (UTC) at which a clock in that zone shows it or a later one.

    A gap that reaches over midnight leaves the date without so late a time: the minute after its last one counts.
    Empty if the zone never had that date.
    """
    here, found, last = ZoneInfo(zone), [], None
    # No zone is further from UTC than 15 h, and none repeats more than a day.
    at = datetime.combine(day, time(), UTC) - timedelta(hours=16)
    for _ in range(56 * 60):
        local = at.astimezone(here)
        if local.date() == day:
            found += [at] * (local.hour * 60 + local.minute + 1 - len(found))
            last = at
        at += MINUTE
    return () if last is None else (*found, *[last + MINUTE] * (24 * 60 - len(found)))


def due_at(zone: str, day: date, at: time) -> datetime | None:
    """The instant (UTC) of a dose on that date at that wall-clock time; None if the zone never had that date."""
    firsts = _firsts(zone, day)
    return firsts[at.hour * 60 + at.minute] if firsts else None
