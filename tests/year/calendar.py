"""When a dose is due, found by looking at every minute: slow, plain, and nobody else's code.

The rule (design 3): a wall-clock time in the patient's zone; a gap gives the first valid instant after it, a fold
the first of the two, a date that the zone never had gives no dose.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)


@lru_cache(maxsize=20_000)
def shown_on(zone: str, day: date) -> tuple[tuple[datetime, time], ...]:
    """Every minute (UTC) at which a clock in that zone shows that date, in order, with the time that it shows."""
    here, found = ZoneInfo(zone), []
    # No zone is further from UTC than 15 h, and none repeats more than a day.
    at = datetime.combine(day, time(), UTC) - timedelta(hours=16)
    for _ in range(56 * 60):
        local = at.astimezone(here)
        if local.date() == day:
            found.append((at, local.time()))
        at += MINUTE
    return tuple(found)


def due_at(zone: str, day: date, at: time) -> datetime | None:
    """The instant (UTC) of a dose on that date at that wall-clock time; None if the zone never had that date.

    A gap that reaches over midnight leaves the date without so late a time: the first minute after it counts.
    """
    minutes = shown_on(zone, day)
    if not minutes:
        return None
    for moment, local in minutes:
        if local >= at:
            return moment
    return minutes[-1][0] + MINUTE
