"""Weekdays, every n-th day, several a day, decimal commas: reminded, windowed and announced as they were set."""

from datetime import timedelta

from tests.conftest import House, confirm_plan

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
