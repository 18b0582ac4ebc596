"""A wall-clock time in a zone becomes one instant: checked against walking through every minute."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from care.clock import instant

MINUTE = timedelta(minutes=1)


def walked(day: date, at: time, zone: ZoneInfo, shown: dict[datetime, datetime]) -> datetime | None:
    """The rule of design 3 by brute force: the first minute that shows the time, else the first after it."""
    if not any(wall.date() == day for wall in shown):
        return None
    wanted = datetime.combine(day, at)
    if wanted in shown:
        return shown[wanted]
    return min(moment for wall, moment in shown.items() if wall > wanted)


def minutes_around(day: date, zone: ZoneInfo) -> dict[datetime, datetime]:
    """Each wall-clock minute of three days and the first instant that shows it."""
    shown: dict[datetime, datetime] = {}
    moment = datetime.combine(day, time(), tzinfo=UTC) - timedelta(days=2)
    for _ in range(5 * 24 * 60):
        shown.setdefault(moment.astimezone(zone).replace(tzinfo=None), moment)
        moment += MINUTE
    return shown


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Europe/Berlin", date(2026, 3, 29)),
        ("Europe/Berlin", date(2026, 10, 25)),
        ("America/New_York", date(2026, 3, 8)),
        ("America/New_York", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2026, 10, 4)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Asia/Kathmandu", date(2026, 3, 29)),
        ("Asia/Kathmandu", date(1986, 1, 1)),
        ("Africa/Cairo", date(2026, 4, 24)),
        ("America/Nuuk", date(2026, 3, 28)),
        ("America/Nuuk", date(2026, 3, 29)),
        ("Pacific/Apia", date(2011, 12, 29)),
        ("Pacific/Apia", date(2011, 12, 30)),
        ("Pacific/Apia", date(2011, 12, 31)),
        ("Pacific/Kwajalein", date(1993, 8, 21)),
        ("America/Toronto", date(1919, 3, 30)),
        ("America/Toronto", date(1919, 3, 31)),
    ],
)
def test_every_minute_of_a_day_is_the_instant_that_a_walk_finds(name: str, day: date) -> None:
    zone = ZoneInfo(name)
    shown = minutes_around(day, zone)
    for minute in range(24 * 60):
        at = time(minute // 60, minute % 60)
        assert instant(day, at, zone) == walked(day, at, zone, shown), at


def test_a_time_in_the_gap_is_the_first_instant_after_it() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert instant(date(2026, 3, 29), time(2, 30), berlin) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_a_time_that_comes_twice_is_the_first() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert instant(date(2026, 10, 25), time(2, 30), berlin) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_date_that_a_zone_never_had_has_no_instant() -> None:
    apia = ZoneInfo("Pacific/Apia")
    assert instant(date(2011, 12, 30), time(21), apia) is None
    assert instant(date(2011, 12, 31), time(21), apia) == datetime(2011, 12, 31, 7, tzinfo=UTC)


def test_a_gap_over_midnight_still_leaves_the_day_its_late_dose() -> None:
    toronto = ZoneInfo("America/Toronto")  # 1919-03-30: the clock went from 23:30 to 00:30
    at = instant(date(1919, 3, 30), time(23, 45), toronto)
    assert at is not None
    assert f"{at.astimezone(toronto):%Y-%m-%d %H:%M}" == "1919-03-31 00:30"
