"""What was accepted for a later day does not speak before it: what stands today does, on every screen."""

from datetime import UTC, datetime, timedelta

from tests.conftest import House, confirm_plan
from tests.whole.test_overtaken import START, press_on_page
from tests.whole.test_travel import lives

LINE = "/plan P-07 LDN 1.5 mg at 21:00"
NEEDED = "/plan P-07 LDN 2 mg as needed, at least 24 h apart"
LATER = " from 2026-11-30"


def text(house: House) -> str:
    return house.ana.screen().text


def can_log(house: House) -> bool:
    return any(each.startswith("As needed") for each in house.ana.screen().labels)


async def begun(house: House) -> None:
    """A plan by the clock stands. It is the 24th."""
    await confirm_plan(house, LINE, "1.5 mg")
    await house.tap(house.ana, *START)


async def as_needed(house: House) -> None:
    """An as-needed plan stands."""
    await confirm_plan(house, NEEDED, "2 mg")
    await house.tap(house.ana, "See it", "My blue box", "None of these", "Yes, start")


async def then(house: House, line: str, highest: str = "2 mg") -> None:
    """A change is accepted, to start on the 30th."""
    await confirm_plan(house, line + LATER, highest)
    await house.tap(house.ana, "See it", "Yes, start")


async def open_page(house: House) -> str:
    await house.say(house.bruno, "/patients")
    await house.tap(house.bruno, next(each for each in house.bruno.screen().labels if "P-07" in each))
    return house.bruno.screen().text


async def test_an_as_needed_version_for_later_is_not_offered_today(joined: House) -> None:
    await begun(joined)
    await then(joined, NEEDED)
    await joined.say(joined.ana, "/today")
    assert "Next: Tue 24 Nov at 21:00" in text(joined)
    assert "2 mg" not in text(joined) and not can_log(joined)
    await joined.walk(datetime(2026, 11, 30, 9, tzinfo=UTC))
    await joined.say(joined.ana, "/today")
    assert can_log(joined)


async def test_accepting_it_says_from_when_on_and_which_reminder_still_comes(joined: House) -> None:
    await begun(joined)
    await then(joined, NEEDED)
    assert "From Mon 30 Nov on, this one is for when you need it." in text(joined)
    assert "Until Mon 30 Nov nothing changes." in text(joined)
    assert "Your next reminder comes Tue 24 Nov at 21:00." in text(joined)
    assert "no reminders for this one" not in text(joined)


async def test_a_change_for_later_is_said_to_start_then_and_not_with_the_next_reminder(joined: House) -> None:
    await begun(joined)
    await then(joined, "/plan P-07 LDN 2 mg at 21:00")
    assert "Done. This starts on Mon 30 Nov. Until then nothing changes." in text(joined)
    assert "Your next reminder comes Tue 24 Nov at 21:00." in text(joined) and "first" not in text(joined)


async def test_the_check_in_keeps_its_time_by_the_dose_that_still_rings(joined: House) -> None:
    await begun(joined)
    await then(joined, NEEDED)
    await joined.say(joined.ana, "/settings")
    assert "Evening check-in: 20:45" in text(joined)


async def test_until_it_starts_a_lift_names_the_dose_and_what_comes_after(joined: House) -> None:
    await begun(joined)
    await then(joined, NEEDED)
    await press_on_page(joined, "Hold")
    await press_on_page(joined, "Lift")
    said = joined.bruno.screen().text
    assert "it goes on Tue 24 Nov at 21:00 with 1.5 mg" in said
    assert "From Mon 30 Nov on it goes on as needed with 2 mg." in said


async def test_word_of_a_lift_fits_the_plan_that_stands(joined: House) -> None:
    await begun(joined)
    await then(joined, NEEDED)
    await press_on_page(joined, "Hold")
    await joined.walk(timedelta(minutes=1))
    await press_on_page(joined, "Lift")
    await joined.walk(timedelta(minutes=1))
    assert text(joined) == "Your clinic has lifted the hold. Your plan goes on at its next usual time."


async def test_until_an_as_needed_plan_ends_it_can_be_logged_from_today(joined: House) -> None:
    await as_needed(joined)
    await then(joined, LINE, "1.5 mg")
    await joined.say(joined.ana, "/summary")
    assert "As needed: nothing logged" in text(joined)
    await joined.say(joined.ana, "/today")
    assert can_log(joined)
    await joined.walk(datetime(2026, 11, 30, 9, tzinfo=UTC))
    await joined.say(joined.ana, "/today")
    assert not can_log(joined)


async def test_a_hold_of_an_as_needed_plan_stays_in_today_when_a_change_was_accepted(joined: House) -> None:
    await as_needed(joined)
    await then(joined, NEEDED.replace("24 h", "12 h"))
    await press_on_page(joined, "Hold")
    await joined.say(joined.ana, "/today")
    assert "On hold: My blue box. Do not take it" in text(joined)


async def test_the_refill_notice_opens_the_supply_that_still_counts_down(joined: House) -> None:
    await begun(joined)
    await joined.say(joined.ana, "/settings")
    await joined.tap(joined.ana, "Supplies", "Supply: Evening capsule", "I counted")
    await joined.say(joined.ana, "2")
    await joined.tap(joined.ana, "1 each")
    await confirm_plan(joined, NEEDED + LATER, "2 mg")
    await joined.say(joined.ana, "/start")
    await joined.tap(joined.ana, "Yes, start")
    await joined.walk_to(11)
    notice = next(each for each in joined.ana.messages() if each.text.startswith("There is something to look at"))
    await joined.ana.tap("See it", message=notice)
    await joined.settle()
    assert "2 are left. It runs out on" in notice.text
    assert "Supply" in await open_page(joined)


async def test_the_clinics_page_shows_what_stands_and_what_comes_after(joined: House) -> None:
    await begun(joined)
    await then(joined, "/plan P-07 LDN 2 mg at 21:00")
    stands, later = (await open_page(joined)).split("Accepted for later. Until then the plan above stands:")
    assert "1.5 mg at 21:00" in stands and "Last day: Sun 29 Nov" in stands
    assert "2 mg at 21:00" in later
    await joined.say(joined.bruno, "/plan P-07")
    assert "1.5 mg at 21:00" in joined.bruno.screen().text and "2 mg at 21:00" in joined.bruno.screen().text
    await joined.walk(datetime(2026, 11, 30, 9, tzinfo=UTC))
    assert "Accepted for later" not in await open_page(joined)


async def test_the_clinic_can_answer_a_trip_of_a_plan_that_becomes_as_needed(joined: House) -> None:
    await lives(joined, "Pacific/Honolulu", "US")
    await begun(joined)
    await then(joined, NEEDED)
    await joined.walk(datetime(2026, 11, 25, 7, 30, tzinfo=UTC))
    await joined.say(joined.ana, "/travel")
    await joined.tap(joined.ana, "Another country")
    await joined.say(joined.ana, "New Zealand")
    auckland = next(each for each in joined.ana.screen().labels if each.startswith("Auckland"))
    await joined.tap(joined.ana, auckland, "Change now")
    await joined.tap(joined.bruno, "Open P-07", "Travel: answer P-07")
    assert "The least for this plan is 12 hours." in joined.bruno.screen().text


async def test_a_slip_of_the_point_is_looked_for_against_what_stands_the_day_before(joined: House) -> None:
    await begun(joined)
    await then(joined, "/plan P-07 LDN 3 mg at 21:00", "3 mg")
    await joined.say(joined.bruno, "/plan P-07 LDN 15 mg at 21:00")
    assert "1.5 mg" in joined.bruno.screen().text and "15 mg" in joined.bruno.screen().text
    assert "Confirm" not in joined.bruno.screen().labels
