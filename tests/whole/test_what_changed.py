"""The first reminder of a step or version opens what changed: the amount, and times and days where they are others."""

from datetime import timedelta

import pytest

from tests.conftest import House, confirm_plan
from tests.whole.test_overtaken import START


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
