"""Days and times changed from the read-back: the first day follows them as a line's would, unless it was chosen."""

from datetime import timedelta

import pytest

from tests.conftest import House, confirm_plan
from tests.handlers.drafting import to_read_back
from tests.whole.test_overtaken import START

TO_BE_DAILY = "/plan P-07 LDN 2 mg at 09:00"


@pytest.fixture
async def weekly(joined: House) -> House:
    """LDN on Wednesdays at 09:00; it is a Friday, past that time."""
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 09:00 every 7 days", "1.5 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(timedelta(days=3))
    return joined


async def change(house: House, *labels: str) -> str:
    """The draft after that change from its read-back."""
    await house.tap(house.bruno, "Change", *labels)
    return house.bruno.screen().text


async def test_days_changed_from_the_read_back_keep_their_distance(weekly: House) -> None:
    await to_read_back(weekly, TO_BE_DAILY, "2 mg")
    assert "Sat 28 Nov: 2 mg" in weekly.bruno.screen().text
    said = await change(weekly, "Days", "Every 7 days")
    assert "Every 7 days" in said and "Wed 2 Dec: 2 mg" in said and "28 Nov" not in said
    assert "Review: Wed 24 Feb 2027." in said  # twelve weeks after the new start
    await weekly.tap(weekly.bruno, "Change", "Days")
    await weekly.say(weekly.bruno, "daily")
    assert "Sat 28 Nov: 2 mg" in weekly.bruno.screen().text


async def test_so_do_days_of_a_plan_that_was_put_together_with_buttons(weekly: House) -> None:
    await weekly.say(weekly.bruno, "/plan P-07")
    await weekly.tap(weekly.bruno, "LDN", "08:00", "Done")
    await to_read_back(weekly, "2 mg", "2 mg")
    assert "Wed 2 Dec: 2 mg" in await change(weekly, "Days", "Every 7 days")


@pytest.mark.parametrize("typed", [False, True])
async def test_a_time_that_is_still_to_come_today_brings_the_first_day_forward(weekly: House, typed: bool) -> None:
    await to_read_back(weekly, TO_BE_DAILY, "2 mg")
    if typed:
        await weekly.tap(weekly.bruno, "Change", "Times")
        await weekly.say(weekly.bruno, "21:00")
        assert "Fri 27 Nov: 2 mg" in weekly.bruno.screen().text
    else:
        assert "Fri 27 Nov: 2 mg" in await change(weekly, "Times", "✓ 09:00", "21:00", "Done")


async def test_a_first_day_that_was_pressed_stands_whatever_the_days(weekly: House) -> None:
    await to_read_back(weekly, TO_BE_DAILY, "2 mg")
    await change(weekly, "First day", "Mon 30 Nov")
    assert "Mon 30 Nov: 2 mg" in await change(weekly, "Days", "Every 7 days")


async def test_so_does_one_that_the_line_named(weekly: House) -> None:
    await to_read_back(weekly, f"{TO_BE_DAILY} from 2026-11-30", "2 mg")
    assert "Mon 30 Nov: 2 mg" in await change(weekly, "Days", "Every 7 days")


async def test_days_that_would_begin_after_the_last_day_are_refused_and_asked_again(weekly: House) -> None:
    await to_read_back(weekly, f"{TO_BE_DAILY} until 2026-11-30", "2 mg")
    assert "would end before it starts" in await change(weekly, "Days", "Every 7 days")
    await weekly.tap(weekly.bruno, "Every other day")
    assert "Sat 28 Nov" in weekly.bruno.screen().text
