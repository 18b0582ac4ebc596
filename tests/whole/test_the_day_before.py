"""The notice of the day before a change: once, on the clock that the patient lives by."""

from datetime import UTC, datetime, timedelta

from tests.conftest import House, confirm_plan
from tests.whole.test_overtaken import press_on_page

START = ("See it", "Evening capsule", "None of these", "Yes, start")
MONDAYS = "/plan P-07 LDN 1.5 mg at 21:00 every Monday"


def noon(day: int) -> datetime:
    """Noon of that day of December in Berlin."""
    return datetime(2026, 12, day, 11, 0, tzinfo=UTC)


def told(house: House) -> list[datetime]:
    return [m.date for m in house.ana.messages() if m.text.startswith("Tomorrow's")]


async def changed_between_two_mondays(house: House) -> None:
    """Ana takes it on Mondays, and accepts another amount on a Tuesday afternoon."""
    await confirm_plan(house, MONDAYS, "1.5 mg")
    await house.tap(house.ana, *START)
    await house.walk(datetime(2026, 12, 1, 14, 0, tzinfo=UTC))
    await confirm_plan(house, MONDAYS.replace("1.5 mg", "2 mg"), "2 mg")
    await house.tap(house.ana, "See it", "Yes, start")


async def goes(house: House, country: str, place: str) -> None:
    await house.say(house.ana, "/travel")
    if "Another country" in house.ana.screen().labels:
        await house.tap(house.ana, "Another country")
        await house.say(house.ana, country)
    label = next(label for label in house.ana.screen().labels if label.startswith(place))
    await house.tap(house.ana, label, "Change now")


async def test_accepted_between_two_doses_a_change_is_told_of_the_day_before(joined: House) -> None:
    await changed_between_two_mondays(joined)
    await joined.walk(noon(6) + timedelta(minutes=1))
    assert told(joined) == [noon(6)]
    await joined.walk(timedelta(days=8))
    assert told(joined) == [noon(6)]


async def test_of_two_versions_accepted_for_one_day_the_newer_is_told_of_once(joined: House) -> None:
    await changed_between_two_mondays(joined)
    await confirm_plan(joined, MONDAYS.replace("1.5 mg", "2.5 mg"), "2.5 mg")
    await joined.tap(joined.ana, "See it", "Yes, start")
    await joined.walk(timedelta(days=7))
    assert told(joined) == [noon(6)]


async def for_tomorrow(house: House) -> None:
    """On 1 December, 15:00, Ana accepts another amount from the 2nd on."""
    await house.walk(datetime(2026, 12, 1, 14, 0, tzinfo=UTC))
    await confirm_plan(house, "/plan P-07 LDN 2 mg at 21:00 from 2026-12-02", "2 mg")
    await house.tap(house.ana, "See it", "Yes, start")


async def test_accepted_in_the_afternoon_for_tomorrow_it_is_not_told_again_in_the_same_minute(planned: House) -> None:
    await for_tomorrow(planned)
    await planned.walk(timedelta(minutes=5))
    assert told(planned) == []


async def test_moved_east_on_the_day_before_it_is_told_of_at_once_where_noon_has_passed(joined: House) -> None:
    await changed_between_two_mondays(joined)
    await joined.walk(noon(6) - timedelta(hours=3))
    await goes(joined, "New Zealand", "Auckland")  # Sunday evening there; Berlin's noon is its Monday
    assert len(told(joined)) == 1
    await joined.walk(timedelta(days=3))
    assert len(told(joined)) == 1


async def test_moved_west_after_it_was_told_it_is_not_told_again(joined: House) -> None:
    await changed_between_two_mondays(joined)
    await joined.walk(noon(6) + timedelta(hours=1))
    await goes(joined, "United States", "New York")
    await joined.walk(timedelta(days=3))
    assert told(joined) == [noon(6)]


async def test_in_doubt_it_is_told_once_more(planned: House) -> None:
    await planned.walk(noon(7) - timedelta(minutes=1))
    planned.simulator.drop_before("sendMessage")
    await planned.walk(timedelta(hours=1))
    assert len(told(planned)) == 1


async def test_kept_back_by_quiet_at_noon_it_comes_as_soon_as_that_is_over(planned: House) -> None:
    await planned.walk(noon(7) - timedelta(hours=1))
    await planned.say(planned.ana, "/stop")
    await planned.walk(noon(7) + timedelta(hours=1))
    assert told(planned) == []
    await planned.say(planned.ana, "/start")
    await planned.walk(noon(7) + timedelta(hours=10))
    assert told(planned) == [noon(7) + timedelta(hours=1)]


async def test_held_over_noon_it_comes_once_the_hold_is_lifted(joined: House) -> None:
    await changed_between_two_mondays(joined)
    await joined.walk(noon(6) - timedelta(hours=1))
    await press_on_page(joined, "Hold")
    await joined.walk(noon(6) + timedelta(hours=1))
    assert told(joined) == []
    await press_on_page(joined, "Lift")
    await joined.walk(noon(7))
    assert [at.day for at in told(joined)] == [6]


async def test_a_lift_before_noon_changes_nothing_of_it(joined: House) -> None:
    await changed_between_two_mondays(joined)
    await joined.walk(noon(6) - timedelta(hours=3))
    await press_on_page(joined, "Hold")
    await press_on_page(joined, "Lift")
    await joined.walk(noon(7))
    assert [at.replace(second=0) for at in told(joined)] == [noon(6)]


async def test_a_lift_after_it_was_told_tells_it_no_second_time(joined: House) -> None:
    await changed_between_two_mondays(joined)
    await joined.walk(noon(6) + timedelta(hours=1))
    await press_on_page(joined, "Hold")
    await press_on_page(joined, "Lift")
    await joined.walk(noon(7))
    assert len(told(joined)) == 1


async def test_of_a_weekly_plan_too_it_comes_once_quiet_over_noon_was_ended_by_its_button(joined: House) -> None:
    await changed_between_two_mondays(joined)
    await joined.walk(noon(6) - timedelta(hours=1))
    await joined.say(joined.ana, "/stop")
    await joined.walk(noon(6) + timedelta(hours=1))
    assert told(joined) == []
    await joined.tap(joined.ana, "End the quiet")
    await joined.walk(noon(7))
    assert [at.day for at in told(joined)] == [6]


async def test_accepted_in_the_afternoon_quiet_and_its_end_do_not_tell_of_it(planned: House) -> None:
    await for_tomorrow(planned)
    await planned.say(planned.ana, "/stop")
    await planned.say(planned.ana, "/start")
    await planned.walk(timedelta(minutes=5))
    assert told(planned) == []


async def test_accepted_in_the_afternoon_a_hold_and_its_lift_do_not_tell_of_it(planned: House) -> None:
    await for_tomorrow(planned)
    await press_on_page(planned, "Hold")
    await press_on_page(planned, "Lift")
    await planned.walk(timedelta(minutes=5))
    assert told(planned) == []


async def test_accepted_in_the_afternoon_tonights_dose_does_not_tell_of_it(planned: House) -> None:
    await for_tomorrow(planned)
    await planned.walk_to(21, 1)
    assert told(planned) == []


async def test_told_at_noon_it_is_not_told_again_since_another_change_was_accepted(planned: House) -> None:
    await planned.walk(datetime(2026, 11, 30, 14, 0, tzinfo=UTC))
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 21:00 from 2026-12-02", "2 mg")
    await planned.tap(planned.ana, "See it", "Yes, start")
    await planned.walk(datetime(2026, 12, 1, 14, 0, tzinfo=UTC))
    assert len(told(planned)) == 1
    await confirm_plan(planned, "/plan P-07 LDN 2.5 mg at 21:00 from 2026-12-10", "2.5 mg")
    await planned.say(planned.ana, "/start")
    await planned.tap(planned.ana, "Yes, start")
    await planned.walk_to(21, 1)
    assert len(told(planned)) == 1


async def test_quiet_that_ends_moments_before_a_changed_dose_tells_of_no_change_of_tomorrow(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 00:10 for 3 days, then 3 mg", "3 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(datetime(2026, 11, 27, 10, 0, tzinfo=UTC))
    await joined.say(joined.ana, "/stop")
    await joined.walk(datetime(2026, 11, 27, 22, 55, tzinfo=UTC))
    await joined.say(joined.ana, "/start")
    await joined.walk(timedelta(minutes=30))
    assert told(joined) == []
