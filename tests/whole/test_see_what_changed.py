"""The first reminder of a step opens its change, until a dose of it was really shown, whatever was said before."""

from datetime import UTC, datetime

from scheduler.outcomes import Refused
from tests.conftest import House, confirm_plan
from tests.whole.flight import Flight
from tests.whole.test_overtaken import START, press_on_page
from tests.whole.test_travel import lives


async def fifteenth_day(house: House) -> None:
    """14 days of 1.5 mg have passed; the evening of the first with 3 mg is next."""
    for _ in range(14):
        await house.walk_to(22)


async def opened_from_today(house: House) -> list[str]:
    """The buttons of today's dose, opened from /today."""
    await house.say(house.ana, "/today")
    await house.tap(house.ana, next(each for each in house.ana.screen().labels if "21:00" in each))
    return house.ana.screen().labels


async def test_a_first_dose_that_was_not_asked_opens_its_change_before_it_is_answered(planned: House) -> None:
    await fifteenth_day(planned)
    await planned.say(planned.ana, "/stop")
    await planned.walk_to(22)
    assert await opened_from_today(planned) == ["See what changed", "Help"]
    await planned.tap(planned.ana, "See what changed")
    shown = planned.ana.screen()
    assert "1.5 mg" in shown.text and "3 mg" in shown.text and "See what changed" not in shown.labels
    await planned.tap(planned.ana, "Taken")
    assert "Taken" in planned.ana.screen().text


async def test_answered_in_quiet_it_leaves_the_change_to_the_next_reminder(planned: House) -> None:
    await fifteenth_day(planned)
    await planned.say(planned.ana, "/stop")
    await planned.walk_to(22)
    await opened_from_today(planned)
    await planned.tap(planned.ana, "See what changed", "Taken")
    await planned.say(planned.ana, "/start")
    await planned.walk_to(21, 1)
    assert planned.ana.screen().labels == ["See what changed", "Help"]


async def test_said_to_be_taken_on_hold_it_leaves_the_change_to_the_next_reminder(planned: House) -> None:
    await fifteenth_day(planned)
    await press_on_page(planned, "Hold")
    await planned.walk_to(22)
    await opened_from_today(planned)
    await planned.tap(planned.ana, "I took it")
    await press_on_page(planned, "Lift")
    await planned.walk_to(21, 1)
    await planned.tap(planned.ana, "See what changed")
    assert "1.5 mg" in planned.ana.screen().text and "3 mg" in planned.ana.screen().text
    await planned.tap(planned.ana, "Taken")
    await planned.walk_to(21, 1)
    assert "Taken" in planned.ana.screen().labels


async def test_over_the_date_line_an_earlier_amount_that_comes_again_is_said_to_be_another(joined: House) -> None:
    await lives(joined, "Pacific/Auckland", "NZ")
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 08:00 and 21:00 for 2 days, then 3 mg", "3 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(datetime(2026, 11, 26, 19, 1, tzinfo=UTC))  # 08:01 on the 27th
    await joined.tap(joined.ana, "See what changed", "Taken")
    await joined.say(joined.ana, "/travel")
    await joined.tap(joined.ana, "United States")
    honolulu = next(each for each in joined.ana.screen().labels if each.startswith("Honolulu"))
    await joined.tap(joined.ana, honolulu, "Change now")
    await joined.walk(datetime(2026, 11, 27, 7, 1, tzinfo=UTC))  # 21:01 on the 26th
    assert (await joined.doses())[-1].amount == "1.5 mg"
    await joined.tap(joined.ana, "See what changed")
    assert "3 mg" in joined.ana.screen().text and "1.5 mg" in joined.ana.screen().text


async def test_a_change_that_was_opened_and_put_off_is_not_new_the_next_evening(planned: House) -> None:
    await fifteenth_day(planned)
    await planned.walk_to(21, 0, 5)
    await planned.tap(planned.ana, "See what changed", "Later")
    flight = Flight(planned, lambda screen, replaces: replaces is None, shown=False)
    await planned.tap(planned.ana, "In 15 min")
    await planned.walk_to(21, 17)
    await flight.land(Refused())
    await planned.walk_to(21, 1)
    assert "See what changed" not in planned.ana.screen().labels
