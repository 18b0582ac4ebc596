"""The clock on the wall: at which instant it shows a time, across gaps, folds and dates that a zone never had."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SECOND = timedelta(seconds=1)


def instant(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """When a clock in that zone shows this time on this day, in UTC.

    A time that a gap leaves out is the first valid instant after the gap, one that comes twice is the first.
    None if the zone never had that date (Pacific/Apia, 2011-12-30).
    """
    shown = _first_showing(datetime.combine(day, at), zone)
    if shown.astimezone(zone).date() == day:
        return shown
    # Past the day: either a gap reaches over midnight, or all of the day was left out.
    began = _first_showing(datetime.combine(day, time()), zone)
    return shown if began.astimezone(zone).date() == day else None


def _first_showing(wall: datetime, zone: ZoneInfo) -> datetime:
    """The first instant (UTC) at which a clock in that zone shows this or, after a gap, a later time."""
    # In a gap, fold 0 counts with the offset before it and lands after it; fold 1 the other way round.
    after = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if after.astimezone(zone).replace(tzinfo=None) == wall:
        return after
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
        if middle.astimezone(zone).replace(tzinfo=None) >= wall:
            after = middle
        else:
            before = middle
    return after
