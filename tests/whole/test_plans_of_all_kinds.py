"""Weekdays, every n-th day, several a day, decimal commas: reminded, windowed and announced as they were set."""

from datetime import timedelta

import pytest

from tests.conftest import House, confirm_plan
from tests.whole.test_overtaken import press_on_page

START = ("See it", "Evening capsule", "None of these", "Yes, start")


async def accepted(house: House, line: str, highest: str) -> None:
    await confirm_plan(house, line, highest)
    await house.tap(house.ana, *START)


async def raised(house: House) -> list[str]:
    return [
        f"{d.due:%a %d %H:%M} {d.amount}{' first' * d.first}, until {d.window_end:%H:%M}" for d in await house.doses()
    ]


async def test_chosen_weekdays_are_reminded_and_the_change_is_told_the_day_before_its_dose(joined: House) -> None:
    await accepted(joined, "/plan P-07 LDN 1,5 mg at 21:00 on Mon and Thu for 7 days, then 3 mg", "3 mg")
    await joined.walk(timedelta(days=8))
    assert not [m for m in joined.ana.messages() if "reminder changes" in m.text]  # Tuesday: the step, but no dose
    await joined.walk(timedelta(hours=4))
    assert [m for m in joined.ana.messages() if "Tomorrow's 21:00 reminder changes" in m.text]
    await joined.walk(timedelta(days=2))
    assert await raised(joined) == [
        "Thu 26 21:00 1,5 mg first, until 01:00",
        "Mon 30 21:00 1,5 mg, until 01:00",
        "Thu 03 21:00 3 mg first, until 01:00",
    ]


async def test_every_third_day_and_twice_a_day_with_the_window_halfway_to_the_next(joined: House) -> None:
    await accepted(joined, "/plan P-07 LDN 0.5 mg at 18:00 and 21:00 every 3 days", "0.5 mg")
    await joined.walk(timedelta(days=4))
    assert await raised(joined) == [
        "Tue 24 18:00 0.5 mg first, until 19:30",
        "Tue 24 21:00 0.5 mg, until 01:00",
        "Fri 27 18:00 0.5 mg, until 19:30",
        "Fri 27 21:00 0.5 mg, until 01:00",
    ]


async def test_a_plan_with_an_end_stops_after_its_last_day_and_says_that_nothing_comes(joined: House) -> None:
    await accepted(joined, "/plan P-07 LDN 1.5 mg at 21:00 until 2026-11-25", "1.5 mg")
    await joined.walk(timedelta(days=4))
    assert len(await raised(joined)) == 2
    await joined.say(joined.ana, "/today")
    assert "Next:" not in joined.ana.screen().text


async def test_an_offer_takes_the_place_of_one_that_waits_and_the_older_yes_changes_nothing(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 21:00", "2 mg")
    await planned.tap(planned.ana, "See it")
    older = planned.ana.screen()
    yes = next(b.data for row in older.buttons for b in row if b.label == "Yes, start") or ""
    await confirm_plan(planned, "/plan P-07 LDN 3 mg at 21:00", "3 mg")
    await planned.ana.press(yes, older)
    await planned.settle()
    assert "changed meanwhile" in planned.ana.screen().text or "changed meanwhile" in older.text
    await planned.walk(timedelta(days=1))
    assert [d.amount for d in await planned.doses()] == ["1.5 mg"]
    await planned.tap(planned.ana, "See it", "Yes, start")
    await planned.walk(timedelta(days=1, hours=1))
    assert (await planned.doses())[-1].amount == "3 mg"


async def test_a_question_leaves_the_old_plan_standing_and_the_offer_open(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 21:00", "2 mg")
    await planned.tap(planned.ana, "See it", "Not yet, I have a question")
    assert any("P-07 needs a look" in m.text for m in planned.bruno.messages())
    await planned.walk(timedelta(days=2))
    assert [d.amount for d in await planned.doses()] == ["1.5 mg", "1.5 mg"]
    await planned.tap(planned.ana, "See it again", "Yes, start")
    await planned.walk(timedelta(days=1, hours=1))
    assert (await planned.doses())[-1].amount == "2 mg"


async def test_an_offer_whose_start_has_passed_starts_when_it_is_accepted(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 2 mg for 3 days, then 2.5 mg at 21:00 from 2026-11-25", "2.5 mg")
    await planned.walk(timedelta(days=5))
    await planned.tap(planned.ana, "See it", "Yes, start")
    await planned.walk(timedelta(days=4, hours=1))
    assert [d.amount for d in await planned.doses()][5:] == ["2 mg", "2 mg", "2 mg", "2.5 mg"]


async def test_a_plan_until_today_can_be_accepted_while_its_time_is_still_to_come(joined: House) -> None:
    await accepted(joined, "/plan P-07 LDN 1.5 mg at 21:00 until today", "1.5 mg")
    assert "Your first reminder comes Tue 24 Nov at 21:00" in joined.ana.screen().text
    await joined.walk_to(21, 1)
    assert await raised(joined) == ["Tue 24 21:00 1.5 mg first, until 01:00"]


async def test_a_plan_until_today_has_run_out_once_its_time_has_passed(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00 until today", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these")
    assert "Yes, start" in joined.ana.screen().labels
    await joined.walk_to(21, 1)
    await joined.tap(joined.ana, "Yes, start")
    assert any("This has changed meanwhile" in m.text for m in joined.ana.messages())
    await joined.walk(timedelta(days=1))
    assert await raised(joined) == []


async def weekly(house: House) -> None:
    """LDN on Tuesdays; it is the morning of the second one."""
    await accepted(house, "/plan P-07 LDN 1.5 mg at 21:00 every 7 days", "1.5 mg")
    await house.walk(timedelta(days=6))
    await house.walk(timedelta(days=1))


async def test_a_change_accepted_after_a_weekly_dose_brings_the_new_one_a_week_later(joined: House) -> None:
    await weekly(joined)
    await confirm_plan(joined, "/plan P-07 LDN 2 mg at 21:00 every 7 days", "2 mg")
    await joined.walk_to(21, 30)
    await joined.tap(joined.ana, "Taken", "See it", "Yes, start")
    assert "Tue 8 Dec at 21:00" in joined.ana.screen().text
    await joined.walk(timedelta(days=8))
    assert [each[:17] for each in await raised(joined)] == [
        "Tue 24 21:00 1.5 ",
        "Tue 01 21:00 1.5 ",
        "Tue 08 21:00 2 mg",
    ]


async def test_a_change_accepted_before_the_evening_that_is_the_old_ones_keeps_its_distance_too(joined: House) -> None:
    await weekly(joined)
    await confirm_plan(joined, "/plan P-07 LDN 2 mg at 10:00 every 7 days", "2 mg")
    await joined.walk_to(11)
    await joined.tap(joined.ana, "See it", "Yes, start")
    await joined.walk(timedelta(days=8))
    assert [each[:17] for each in await raised(joined)][1:] == ["Tue 01 21:00 1.5 ", "Tue 08 10:00 2 mg"]


@pytest.mark.parametrize(
    ("days", "first"),
    [("every 7 days", "Tue 8 Dec"), ("every 2 days", "Thu 3 Dec"), ("", "Wed 2 Dec"), ("every Thursday", "Thu 3 Dec")],
)
async def test_set_after_a_weekly_dose_a_change_starts_as_far_from_it_as_the_days_allow(
    joined: House, days: str, first: str
) -> None:
    await weekly(joined)
    await joined.walk_to(21, 30)
    await confirm_plan(joined, f"/plan P-07 LDN 2 mg at 21:00 {days}", "2 mg")
    await joined.tap(joined.ana, "See it", "Yes, start")
    assert f"{first} at 21:00" in joined.ana.screen().text


async def test_a_daily_plan_that_becomes_a_weekly_one_does_so_on_the_next_day(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 1 mg at 21:00 every 7 days", "1 mg")
    await planned.walk_to(21, 30)
    await planned.tap(planned.ana, "See it", "Yes, start")
    await planned.walk(timedelta(days=7))
    assert [f"{dose.local_date:%d} {dose.amount}" for dose in await planned.doses()] == ["24 1.5 mg", "25 1 mg"]


async def test_a_start_that_a_clinician_names_stands_however_soon_after_a_dose(joined: House) -> None:
    await weekly(joined)
    await joined.walk_to(21, 30)
    await confirm_plan(joined, "/plan P-07 LDN 2 mg at 21:00 every 7 days from 2026-12-02", "2 mg")
    await joined.tap(joined.ana, "See it", "Yes, start")
    assert "Wed 2 Dec at 21:00" in joined.ana.screen().text


@pytest.mark.parametrize(("taken", "days"), [(True, ["24", "25"]), (False, ["24", "24", "25"])])
async def test_ended_and_set_anew_on_one_evening_it_is_asked_for_again_only_if_it_was_not_had(
    planned: House, taken: bool, days: list[str]
) -> None:
    await planned.walk_to(21, 1)
    if taken:
        await planned.tap(planned.ana, "See what changed", "Taken")
    await press_on_page(planned, "End plan")
    await planned.tap(planned.bruno, "End it for good")
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 22:00", "2 mg")
    await planned.say(planned.ana, "/start")
    await planned.tap(planned.ana, "Evening capsule", "Yes, start")
    await planned.walk(timedelta(days=1, hours=1))
    assert [f"{dose.local_date:%d}" for dose in await planned.doses()] == days
