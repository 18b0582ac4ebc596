"""After a move: what was had on the old clock closes no window, is promised to nobody, and no dose is lost to it."""

from datetime import UTC, datetime, timedelta

from care.dose import Dose
from care.doses import DoseState
from tests.conftest import House, confirm_plan
from tests.whole.test_overtaken import press_on_page
from tests.whole.test_travel import START, dues, go, in_honolulu, lives, zone


async def to_london(house: House) -> None:
    """On the second evening, ten minutes after the reminder of 21:00, Ana's clock becomes London's: 20:10."""
    await house.walk(timedelta(days=1))
    await house.walk_to(21, 10)
    await go(house, "United Kingdom")
    await house.tap(house.ana, "Change now")


async def of_the_move(house: House) -> Dose:
    """The dose that was open when the clock changed."""
    (dose,) = [each for each in await house.doses() if each.local_date.day == 25]
    return dose


async def test_an_hour_west_the_open_reminder_stays_open_and_has_its_quiet_repeat(planned: House) -> None:
    await to_london(planned)
    await planned.walk_to(21, 50)
    dose = await of_the_move(planned)
    assert (dose.state, dose.window_end - dose.due) == (DoseState.SENT, timedelta(hours=4))
    assert any("This is the only repeat" in m.text for m in planned.ana.messages())


async def test_a_version_accepted_after_the_move_leaves_the_open_reminder_open_too(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 21:00", "2 mg")
    await planned.tap(planned.ana, "See it")
    offer = planned.ana.screen()
    await planned.walk_to(21, 10)
    await go(planned, "United Kingdom")
    await planned.tap(planned.ana, "Change now")
    await planned.ana.tap("Yes, start", message=offer)
    await planned.settle()
    dose = await of_the_move(planned)
    assert (dose.state, dose.window_end - dose.due) == (DoseState.SENT, timedelta(hours=4))
    accepted = next(m.text for m in planned.ana.messages() if m.message_id == offer.message_id)
    assert "Thu 26 Nov" in accepted and "Wed 25 Nov" not in accepted


async def test_two_times_close_together_are_never_open_at_once_though_a_move_passed_one_over(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 08:00, 10:00 and 18:00", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    await joined.walk(timedelta(days=1))
    await joined.walk_to(12, 30)
    await go(joined, "Thailand")
    await joined.tap(joined.ana, "Change now")  # 18:30 there: its 18:00 was at 12:00 of Berlin, and rings now
    await joined.walk(timedelta(minutes=1))
    first, second = (await joined.doses())[-2:]
    assert f"{second.due.astimezone(first.due.tzinfo):%H:%M}" == "12:00"
    assert first.window_end == first.due + timedelta(hours=1)
    assert (first.state, second.state) == (DoseState.UNANSWERED, DoseState.SENT)


async def test_a_later_that_a_move_leaves_no_room_for_is_off_and_no_fault_of_ours(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 08:00, 10:00 and 18:00", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    await joined.walk(timedelta(days=1))
    await joined.walk_to(12, 20)
    await joined.tap(joined.ana, "Later", "In 60 min")
    await go(joined, "Thailand")
    await joined.tap(joined.ana, "Change now")  # 18:20 there: the next one rings at once
    await joined.walk(timedelta(hours=2))
    first, _ = (await joined.doses())[-2:]
    assert first.state is DoseState.UNANSWERED
    said = [m.text for m in joined.ana.messages()]
    assert not any("You asked for it later" in text or "That was our fault" in text for text in said)
    assert not any("You will be reminded at 13:20" in text for text in said)


async def test_a_clinician_who_lifts_after_a_move_reads_of_a_dose_that_comes(planned: House) -> None:
    await to_london(planned)
    await press_on_page(planned, "Hold")
    await press_on_page(planned, "Lift")
    assert "Thu 26 Nov" in planned.bruno.screen().text and "Wed 25 Nov" not in planned.bruno.screen().text


async def test_there_and_back_no_word_promises_what_was_had_before_leaving(planned: House) -> None:
    await to_london(planned)
    await planned.say(planned.ana, "/travel")
    await planned.tap(planned.ana, "Back to Berlin")
    assert "there Wed 25 Nov" not in planned.ana.screen().text
    assert "The first one comes 24 hours after the last" in planned.ana.screen().text
    await planned.tap(planned.ana, "Change now")
    assert "The next one comes Thu 26 Nov at 21:00" in planned.ana.screen().text


async def test_a_trip_from_a_day_says_how_long_there_is_no_reminder_between(planned: House) -> None:
    await go(planned, "Japan")
    await planned.tap(planned.ana, "From another day", "Thu 26 Nov")  # Wednesday's 21:00 comes by neither clock
    assert "The first one comes 40 hours after the last. That is longer than usual." in planned.ana.screen().text
    assert "+49 30 555 0100" in planned.ana.screen().text
    await planned.walk(timedelta(days=3))
    assert (await dues(planned))[:2] == ["24 20:00", "26 12:00"]


async def test_a_planned_trip_can_begin_now_after_all(planned: House) -> None:
    await go(planned, "Japan")
    await planned.tap(planned.ana, "From another day", "Thu 26 Nov", "Look at the days", "Change now")
    assert "follow the clock of Tokyo now" in planned.ana.screen().text
    assert await zone(planned) == "Asia/Tokyo"
    await planned.walk(timedelta(days=2))
    assert await dues(planned) == ["24 12:00", "25 12:00"]


async def test_a_clock_set_in_the_very_millisecond_of_a_dose_does_not_swallow_it(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Change country or clock", "Another country")
    await planned.say(planned.ana, "Japan")
    await planned.walk_to(20, 59, 59)
    planned.simulator.clock.set(planned.now + timedelta(seconds=1))  # no tick has seen 21:00 yet
    await planned.tap(planned.ana, "Yes")
    await planned.walk(timedelta(minutes=1))
    assert (await of_the_move(planned)).state is DoseState.SENT


async def test_a_version_accepted_after_a_move_has_all_its_times_on_a_date_that_is_lived_twice(joined: House) -> None:
    await lives(joined, "Pacific/Auckland", "NZ")
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(datetime(2026, 11, 25, 8, 30, tzinfo=UTC))
    await in_honolulu(joined)  # it is the evening of the 24th there
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 08:00 and 20:00 from 2026-11-25", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Yes, start")
    await joined.walk(datetime(2026, 11, 26, 8, 0, tzinfo=UTC))
    assert (await dues(joined))[-3:] == ["25 08:00", "25 18:00", "26 06:00"]


async def test_what_a_clinician_set_after_a_move_is_not_left_out_for_a_dose_before_it(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await go(planned, "United Kingdom")
    await planned.tap(planned.ana, "Change now")
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 21:00 every 3 days", "2 mg")
    await planned.tap(planned.ana, "See it", "Yes, start")
    await planned.walk(timedelta(days=4))
    assert [f"{dose.local_date:%d}" for dose in await planned.doses()] == ["24", "25", "28"]


async def test_west_over_the_date_line_an_open_reminder_stays_in_today(joined: House) -> None:
    await lives(joined, "Pacific/Auckland", "NZ")
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(datetime(2026, 11, 26, 8, 30, tzinfo=UTC))
    await go(joined, "United States")
    honolulu = next(each for each in joined.ana.screen().labels if each.startswith("Honolulu"))
    await joined.tap(joined.ana, honolulu, "Change now")
    await joined.say(joined.ana, "/today")
    assert "Today, Wed 25 Nov" in joined.ana.screen().text
    assert "21:00 · Evening capsule: waiting for your answer" in joined.ana.screen().text
