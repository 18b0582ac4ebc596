"""As-needed medicines: what happened is always recorded, pressed twice is once, and nothing advises."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.origins import new_id
from care.medicines import Medicine
from store import clinics
from tests.conftest import House, join

LINE = "/plan P-07 Paracetamol 500 mg as needed, at least 6 h apart, at most 4 a day"
ASKED = "As needed: My blue box"


async def list_medicine(house: House, name: str, unit: str = "mg", **rules: object) -> None:
    """Put a medicine without rules on the clinic's list."""
    facts: dict[str, object] = {
        "warn_above": None,
        "refuse_above": None,
        "opioid_check": False,
        "self_check": False,
        "spellings": ("acetaminophen",) if name == "Paracetamol" else (),
    }
    made = Medicine(id=new_id(), name=name, unit=unit, **(facts | rules))  # type: ignore[arg-type]
    await house.app.db.write(lambda tx: clinics.add_medicine(tx, clinics.every(tx)[0].id, made))


async def set_needed(house: House, line: str = LINE) -> None:
    """Dr Bruno sets an as-needed plan by one line."""
    await house.say(house.bruno, line)
    await house.say(house.bruno, "500 mg")
    keep = next(label for label in house.bruno.screen().labels if label.startswith("Keep"))
    await house.tap(house.bruno, keep, "Confirm")


@pytest.fixture
async def needed(clinic: House) -> House:
    """Ana has accepted paracetamol as needed. It is 09:00."""
    await list_medicine(clinic, "Paracetamol")
    await join(clinic)
    await set_needed(clinic)
    await clinic.tap(clinic.ana, "See it")
    await clinic.say(clinic.ana, "My blue box")
    await clinic.tap(clinic.ana, "Yes, start")
    return clinic


async def log(house: House) -> None:
    await house.say(house.ana, "/today")
    await house.tap(house.ana, ASKED, "Log one now")


def text(house: House) -> str:
    return house.ana.screen().text


def seen(house: House, words: str) -> bool:
    """Whether any message says so: a press on an old one changes that one."""
    return any(words in message.text for message in house.ana.messages())


async def uses(house: House) -> int:
    found: int = await house.app.db.read(lambda tx: tx.value("SELECT count(*) FROM use WHERE undone_at IS NULL"))
    return found


async def test_the_clinicians_read_back_says_all_of_it(clinic: House) -> None:
    await list_medicine(clinic, "Paracetamol")
    await join(clinic)
    await clinic.say(clinic.bruno, LINE)
    await clinic.say(clinic.bruno, "500 mg")
    await clinic.tap(clinic.bruno, next(label for label in clinic.bruno.screen().labels if label.startswith("Keep")))
    said = clinic.bruno.screen().text
    assert "500 mg as needed – from Tue 24 Nov on" in said
    assert "At least 6 h between two." in said and "At most 4 in 24 h." in said
    assert "two weeks" not in said


async def test_no_reminder_ever_comes_and_accepting_says_so(needed: House) -> None:
    assert "There are no reminders for this one." in text(needed)
    await needed.walk(timedelta(days=3))
    assert not any("reminder ·" in message.text for message in needed.ana.messages())
    assert await needed.doses() == []


async def test_a_use_is_logged_in_two_taps_and_says_when_the_clinics_interval_is_over(needed: House) -> None:
    await needed.walk_to(14, 10)
    await log(needed)
    assert "Logged: My blue box, 14:10." in text(needed)
    assert "Your clinic set at least 6 h between. You said 14:10." in text(needed)
    assert "6 h from then is 20:10." in text(needed)
    assert "Your clinic set at most 4 in 24 h. You logged 1." in text(needed)
    await needed.tap(needed.ana, "Back to today")
    assert "My blue box, as needed: logged at 14:10" in text(needed)


async def test_two_presses_of_one_button_are_one_use(needed: House) -> None:
    await needed.say(needed.ana, "/today")
    await needed.tap(needed.ana, ASKED)
    screen = needed.ana.screen()
    now = next(b.data for row in screen.buttons for b in row if b.label == "Log one now")
    assert now is not None
    for _ in range(2):
        await needed.ana.press(now, screen)
    await needed.settle()
    assert await uses(needed) == 1
    assert "Logged: My blue box, 09:0" in text(needed)


async def test_an_old_button_asks_once_whether_it_is_another_one_and_never_refuses(needed: House) -> None:
    await needed.say(needed.ana, "/today")
    await needed.tap(needed.ana, ASKED)
    screen = needed.ana.screen()
    now = next(b.data for row in screen.buttons for b in row if b.label == "Log one now")
    assert now is not None
    await needed.ana.press(now, screen)
    await needed.settle()
    await needed.walk(timedelta(days=7))
    await needed.restart()
    await needed.ana.press(now, screen)
    await needed.settle()
    assert seen(needed, "Is this another one?")
    assert await uses(needed) == 1
    await needed.ana.tap("Yes, log another one", message=screen)
    await needed.settle()
    assert await uses(needed) == 2


async def test_one_taken_sooner_is_recorded_and_said_plainly_without_advice(needed: House) -> None:
    await needed.walk_to(12, 0)
    await log(needed)
    await needed.walk_to(14, 0)
    await log(needed)
    assert await uses(needed) == 2
    assert "The one before was 12:00. That is closer than your clinic set." in text(needed)
    assert "Call Riverside Pain Clinic: +49 30 555 0100." in text(needed)
    assert not any(word in text(needed).lower() for word in ("you may", "you can take", "do not take", "should"))


async def test_more_than_the_most_in_24_hours_is_recorded_and_counted(needed: House) -> None:
    for hour in (1, 7, 13, 19, 22):
        await needed.walk_to(hour, 0)
        await log(needed)
    assert await uses(needed) == 5
    assert "at most 4 in 24 h. You logged 5." in text(needed)


async def test_an_earlier_one_is_logged_by_button_or_typed_with_its_day(needed: House) -> None:
    await needed.say(needed.ana, "/today")
    await needed.tap(needed.ana, ASKED, "It was earlier", "2 h ago")
    assert "Logged: My blue box, 07:0" in text(needed)
    await needed.say(needed.ana, "/today")
    await needed.tap(needed.ana, ASKED, "It was earlier")
    await needed.say(needed.ana, "about ten")
    assert "I can't read this time." in text(needed)
    await needed.say(needed.ana, "22:30")
    assert "Logged: My blue box, 22:30, Mon 23 Nov." in text(needed)
    await needed.say(needed.ana, "21:30")
    assert "I did not understand that." in text(needed)
    assert await uses(needed) == 2


async def test_back_from_the_question_words_are_not_taken_for_a_time(needed: House) -> None:
    await needed.say(needed.ana, "/today")
    await needed.tap(needed.ana, ASKED, "It was earlier", "Back")
    await needed.say(needed.ana, "08:00")
    assert "I did not understand that." in text(needed)
    assert await uses(needed) == 0


async def test_undo_takes_the_last_one_back_for_12_hours(needed: House) -> None:
    await log(needed)
    screen = needed.ana.screen()
    undo = next(b.data for row in screen.buttons for b in row if b.label == "Undo")
    assert undo is not None
    await needed.tap(needed.ana, "Undo")
    assert "Taken back." in text(needed) and await uses(needed) == 0
    await log(needed)
    later = needed.ana.screen()
    late = next(b.data for row in later.buttons for b in row if b.label == "Undo")
    assert late is not None
    await needed.walk(timedelta(hours=13))
    await needed.ana.press(late, later)
    await needed.settle()
    assert seen(needed, "Undo works for 12 hours.") and await uses(needed) == 1
    await needed.walk(timedelta(days=40))
    await needed.ana.press(late, later)
    await needed.settle()
    assert seen(needed, "Undo works for 12 hours.") and await uses(needed) == 1


async def test_on_hold_it_says_do_not_take_it_and_still_records_and_the_clinic_hears(needed: House) -> None:
    await needed.say(needed.bruno, "/patients")
    await needed.tap(needed.bruno, "P-07 · plan runs", "Hold")
    await needed.say(needed.ana, "/today")
    assert "On hold: My blue box. Do not take it" in text(needed)
    await needed.tap(needed.ana, ASKED)
    assert "Log one now" not in needed.ana.screen().labels
    await needed.tap(needed.ana, "I took one just now")
    assert "Logged: My blue box" in text(needed) and "Do not take it" in text(needed)
    assert "6 h from then" not in text(needed)
    await needed.tap(needed.bruno, "Open P-07")
    assert "took an as-needed medicine that is on hold" in needed.bruno.screen().text


async def test_lifting_a_hold_speaks_of_no_dose(needed: House) -> None:
    await needed.say(needed.bruno, "/patients")
    await needed.tap(needed.bruno, "P-07 · plan runs", "Hold")
    await needed.say(needed.bruno, "/patients")
    await needed.tap(needed.bruno, "P-07 · on hold", "Lift the hold")
    assert "it goes on as needed with 500 mg" in needed.bruno.screen().text
    assert text(needed) == "Your clinic has lifted the hold. It is there again for when you need it."


async def test_the_week_counts_it_apart_from_doses_for_patient_and_clinic(needed: House) -> None:
    await log(needed)
    await needed.walk(timedelta(hours=1))
    await log(needed)
    await needed.say(needed.ana, "/summary")
    assert "As needed: 2 logged, on 1 of 7 days" in needed.ana.screen().text
    assert "Doses: none were due" in needed.ana.screen().text
    await needed.say(needed.bruno, "/patients")
    await needed.tap(needed.bruno, "P-07 · plan runs")
    page = needed.bruno.screen().text
    assert "Logged in the last 7 days: 2. The last: Tue 24 Nov, 10:0" in page
    assert "Two closer than your clinic set: 1." in page


async def test_a_stranger_who_presses_gets_what_a_stranger_gets(needed: House) -> None:
    await needed.say(needed.ana, "/today")
    await needed.tap(needed.ana, ASKED)
    screen = needed.ana.screen()
    presses = [b.data for row in screen.buttons for b in row if b.data and b.data.startswith("1:use")]
    await needed.say(needed.cleo, "/learn")
    for data in presses:
        await needed.cleo.press(data, needed.cleo.screen())
        await needed.settle()
        assert needed.cleo.screen().text == "This button no longer works. Send /today to see what is planned, or /help."
    assert await uses(needed) == 0


async def test_an_ended_one_can_still_be_logged_from_an_old_message(needed: House) -> None:
    await needed.say(needed.ana, "/today")
    await needed.tap(needed.ana, ASKED)
    old = needed.ana.screen()
    now = next(b.data for row in old.buttons for b in row if b.label == "Log one now")
    assert now is not None
    await needed.say(needed.bruno, "/patients")
    await needed.tap(needed.bruno, "P-07 · plan runs", "End plan", "End it for good")
    await needed.ana.press(now, old)
    await needed.settle()
    assert seen(needed, "Your clinic has ended this.")
    assert await uses(needed) == 1


async def test_erasing_takes_the_log_with_it(needed: House) -> None:
    await log(needed)
    await needed.say(needed.ana, "/delete")
    await needed.tap(needed.ana, "Erase it for good")
    assert await needed.app.db.read(lambda tx: tx.value("SELECT count(*) FROM use")) == 0


async def test_on_the_night_when_the_clock_goes_forward_the_interval_is_of_real_hours(needed: House) -> None:
    needed.simulator.clock.set(datetime(2027, 3, 27, 23, 0, tzinfo=UTC))  # midnight; 02:00 becomes 03:00
    await log(needed)
    assert "6 h from then is 07:00." in text(needed)
    needed.simulator.clock.set(datetime(2027, 3, 28, 4, 30, tzinfo=UTC))
    await log(needed)
    assert "You said 06:30" in text(needed) and "00:00" in text(needed) and "Riverside" in text(needed)


async def test_past_its_last_day_no_rule_is_shown_and_one_that_was_taken_can_be_logged(clinic: House) -> None:
    await list_medicine(clinic, "Paracetamol")
    await join(clinic)
    await set_needed(clinic, f"{LINE} until 2026-11-26")
    await clinic.tap(clinic.ana, "See it", "My blue box", "Yes, start")
    await clinic.walk(timedelta(days=5))
    await clinic.say(clinic.ana, "/today")
    assert "My blue box: no longer planned as needed" in text(clinic)
    await clinic.tap(clinic.ana, ASKED)
    assert "This is not planned as needed any more." in text(clinic)
    assert "500 mg" not in text(clinic) and "Your clinic set" not in text(clinic)
    assert "Log one now" not in clinic.ana.screen().labels
    await clinic.tap(clinic.ana, "I took one just now")
    assert "Logged: My blue box" in text(clinic) and "Your clinic set" not in text(clinic)
    assert await uses(clinic) == 1


async def test_before_its_first_day_no_rule_is_shown_as_if_it_stood(clinic: House) -> None:
    await list_medicine(clinic, "Paracetamol")
    await join(clinic)
    await set_needed(clinic, f"{LINE} from 2026-11-30")
    await clinic.tap(clinic.ana, "See it", "My blue box", "Yes, start")
    await clinic.say(clinic.ana, "/today")
    assert "My blue box, as needed from Mon 30 Nov" in text(clinic)
    await clinic.tap(clinic.ana, ASKED)
    assert "This starts on Mon 30 Nov." in text(clinic) and "Your clinic set" not in text(clinic)
    await clinic.walk(datetime(2026, 11, 30, 9, tzinfo=UTC))
    await clinic.say(clinic.ana, "/today")
    await clinic.tap(clinic.ana, ASKED)
    assert "Your clinic set at least 6 h between two." in text(clinic)


async def test_an_earlier_one_that_was_too_close_to_another_is_said_to_be(needed: House) -> None:
    await log(needed)  # 9:00
    await needed.walk_to(20)
    await log(needed)
    await needed.say(needed.ana, "/today")
    await needed.tap(needed.ana, ASKED, "It was earlier")
    await needed.say(needed.ana, "10:00")
    assert "The ones of 09:00 and 10:00 are closer than your clinic set." in text(needed)
    assert "Call Riverside Pain Clinic: +49 30 555 0100." in text(needed)
    await needed.tap(needed.ana, "Back to today")
    await needed.tap(needed.ana, ASKED)
    assert "closer than your clinic set" not in text(needed)
