"""The first reminder of a step or version opens what changed: the amount, and times and days where they are others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from content.phrases import load
from content.wording import reminders
from tests.conftest import House, confirm_plan
from tests.whole.test_overtaken import START, press_on_page


async def changed(house: House, line: str, hour: int, amount: str = "1.5 mg") -> str:
    """What the first reminder of a change says, a day after 1.5 mg at 21:00 every day."""
    await confirm_plan(house, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await house.tap(house.ana, *START)
    await house.walk(timedelta(days=1))
    await confirm_plan(house, line, amount)
    await house.tap(house.ana, "See it", "Yes, start")
    await house.walk_to(hour, 1)
    await house.tap(house.ana, "See what changed")
    return house.ana.screen().text


@pytest.mark.parametrize(
    ("line", "hour", "amount", "before", "now"),
    [
        ("1.5 mg at 20:00", 20, "1.5 mg", "1.5 mg at 21:00", "1.5 mg at 20:00"),
        ("1 mg at 08:00 and 20:00", 8, "1 mg", "1.5 mg at 21:00", "1 mg at 08:00 and 20:00"),
        ("1.5 mg at 21:00 every 2 days", 21, "1.5 mg", "1.5 mg, every day", "1.5 mg, every other day"),
        ("2 mg at 21:00", 21, "2 mg", "1.5 mg", "2 mg"),
    ],
)
async def test_a_change_names_what_is_another(
    joined: House, line: str, hour: int, amount: str, before: str, now: str
) -> None:
    said = await changed(joined, f"/plan P-07 LDN {line}", hour, amount)
    assert f"Before: {before}\nNow: {now}" in said


async def test_a_change_of_neither_amount_nor_time_says_that_they_stay(joined: House) -> None:
    said = await changed(joined, "/plan P-07 LDN 1.5 mg at 21:00 hold after 3 days", 21)
    assert "The amount and the times are as before: 1.5 mg." in said
    assert "Before:" not in said


async def test_new_times_that_were_answered_unasked_are_still_named_by_the_next_reminder(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(timedelta(days=1))
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 20:00", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Yes, start")
    await joined.say(joined.ana, "/stop")
    await joined.walk_to(20, 30)
    await joined.say(joined.ana, "/today")
    mark = next(each for each in joined.ana.screen().labels if each.startswith("20:00"))
    await joined.tap(joined.ana, mark, "See what changed", "Taken")
    await joined.say(joined.ana, "/start")
    await joined.walk_to(20, 1)
    await joined.tap(joined.ana, "See what changed")
    assert "Before: 1.5 mg at 21:00\nNow: 1.5 mg at 20:00" in joined.ana.screen().text


async def test_new_times_after_a_hold_of_months_are_named(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(timedelta(days=1))
    await press_on_page(joined, "Hold")
    await joined.walk(timedelta(days=75))
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 20:00", "1.5 mg")
    await joined.walk(timedelta(minutes=1))
    await joined.tap(joined.ana, "See it")
    await joined.tap(joined.ana, "None of these", "Yes, start")
    await press_on_page(joined, "Lift")
    await joined.walk_to(20, 1)
    await joined.tap(joined.ana, "See what changed")
    assert "Before: 1.5 mg at 21:00\nNow: 1.5 mg at 20:00" in joined.ana.screen().text


async def test_where_the_version_of_before_is_not_known_nothing_is_said_to_stay(planned: House) -> None:
    await planned.walk_to(21, 1)
    dose = replace((await planned.doses())[-1], amount_before="1.5 mg")
    said = reminders.change(load("en"), dose, dose.local_date, planned.now).text
    assert "Now: <b>1.5 mg</b>" in said and "as before" not in said
