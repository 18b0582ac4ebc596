"""A dose on hold: not to be taken, and what was taken all the same can be said; the message follows the hold."""

from datetime import timedelta

import pytest

from care.doses import DoseState
from simulator import Message
from tests.conftest import House, confirm_plan
from tests.whole.test_overtaken import press_on_page


async def evening(house: House) -> Message:
    """The second evening's reminder, a minute after it rang."""
    await house.walk(timedelta(days=1))
    await house.walk_to(21, 1)
    return next(each for each in reversed(house.ana.messages()) if "Your 21:00 reminder" in each.text)


async def last(house: House) -> DoseState:
    return (await house.doses())[-1].state


async def test_what_was_taken_although_it_was_on_hold_can_be_said_and_the_clinic_hears(planned: House) -> None:
    reminder = await evening(planned)
    await press_on_page(planned, "Hold")
    await planned.walk(timedelta(minutes=1))
    assert "Do not take it" in reminder.text and await last(planned) is DoseState.HELD
    await planned.ana.tap("I took it", message=reminder)
    await planned.settle()
    await planned.walk(timedelta(minutes=1))
    assert "Taken" in reminder.text and await last(planned) is DoseState.TAKEN
    await planned.tap(planned.bruno, "Open P-07")
    assert "marked a dose as taken that was on hold" in planned.bruno.screen().text


@pytest.mark.parametrize("verb", ["dose", "fix"])
async def test_the_clinic_hears_too_if_it_was_said_to_be_skipped_before(planned: House, verb: str) -> None:
    reminder = await evening(planned)
    await press_on_page(planned, "Hold")
    await planned.walk(timedelta(minutes=1))
    dose = (await planned.doses())[-1].id
    for said in (f"1:fix:{dose}:skipped", f"1:{verb}:{dose}:taken"):
        assert await heard(planned) == 0
        await planned.ana.press(said, reminder)
        await planned.settle()
    assert await last(planned) is DoseState.TAKEN
    assert await heard(planned) == 1


async def heard(house: House) -> object:
    """How often the clinic was to hear of a dose that was taken on hold."""
    return await house.app.db.read(lambda tx: tx.value("SELECT count(*) FROM note WHERE item = 'held'"))


async def test_a_taken_that_is_undone_under_a_hold_can_be_said_again(planned: House) -> None:
    reminder = await evening(planned)
    await planned.ana.tap("Taken", message=reminder)
    await planned.settle()
    await press_on_page(planned, "Hold")
    await planned.ana.tap("Undo", message=reminder)
    await planned.settle()
    assert await last(planned) is DoseState.HELD
    await planned.ana.tap("I took it", message=reminder)
    await planned.settle()
    assert await last(planned) is DoseState.TAKEN


async def test_once_the_hold_is_lifted_no_message_says_any_more_not_to_take_it(planned: House) -> None:
    reminder = await evening(planned)
    await press_on_page(planned, "Hold")
    await planned.walk(timedelta(minutes=1))
    await press_on_page(planned, "Lift")
    await planned.walk(timedelta(minutes=1))
    assert "Do not take it" not in reminder.text and "The hold is lifted" in reminder.text
    await planned.walk(timedelta(days=1))
    assert [dose.state for dose in await planned.doses()][1:] == [DoseState.HELD, DoseState.SENT]


async def test_once_lifted_neither_today_nor_its_day_says_that_a_dose_is_on_hold(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await press_on_page(planned, "Hold")
    await planned.walk_to(21, 5)
    await planned.say(planned.ana, "/today")
    assert "21:00 · Evening capsule: on hold" in planned.ana.screen().text
    await press_on_page(planned, "Lift")
    await planned.say(planned.ana, "/today")
    assert "21:00 · Evening capsule: held back, the hold is lifted" in planned.ana.screen().text
    await planned.walk(timedelta(days=1))
    await planned.say(planned.ana, "/today")
    await planned.tap(planned.ana, "Earlier days")
    assert "held back, the hold is lifted" in planned.ana.screen().text


async def test_held_again_no_message_says_that_the_hold_is_lifted_and_lifted_again_all_do(planned: House) -> None:
    reminder = await evening(planned)
    for _ in range(2):
        await press_on_page(planned, "Hold")
        await planned.walk(timedelta(days=1))
        assert "Do not take it" in reminder.text and "The hold is lifted" not in reminder.text
        await press_on_page(planned, "Lift")
        await planned.walk(timedelta(days=1))
        assert "Do not take it" not in reminder.text and "The hold is lifted" in reminder.text


@pytest.mark.parametrize("lifted", [True, False])
async def test_ended_after_a_hold_no_message_says_that_the_plan_goes_on_or_waits(planned: House, lifted: bool) -> None:
    reminder = await evening(planned)
    await press_on_page(planned, "Hold")
    if lifted:
        await press_on_page(planned, "Lift")
    await planned.walk(timedelta(minutes=1))
    await end(planned)
    assert "No longer planned" in reminder.text and "I took it" in reminder.labels
    assert "goes on" not in reminder.text and "On hold" not in reminder.text


async def end(house: House) -> None:
    await press_on_page(house, "End plan")
    await house.tap(house.bruno, "End it for good")
    await house.walk(timedelta(minutes=1))


async def tap(house: House, reminder: Message, label: str) -> None:
    await house.ana.tap(label, message=reminder)
    await house.settle()


async def test_what_was_taken_before_its_plan_ended_can_be_said(planned: House) -> None:
    reminder = await evening(planned)
    await end(planned)
    assert reminder.labels == ["I took it", "Help"] and await last(planned) is DoseState.CANCELLED
    await tap(planned, reminder, "I took it")
    assert "Taken" in reminder.text and await last(planned) is DoseState.TAKEN


async def test_a_taken_that_is_undone_after_its_plan_ended_can_be_said_again(planned: House) -> None:
    reminder = await evening(planned)
    await tap(planned, reminder, "Taken")
    await end(planned)
    await tap(planned, reminder, "Undo")
    assert await last(planned) is DoseState.CANCELLED
    await tap(planned, reminder, "I took it")
    assert await last(planned) is DoseState.TAKEN


async def test_called_off_and_set_anew_two_that_were_taken_are_asked_about(planned: House) -> None:
    reminder = await evening(planned)
    await end(planned)
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 22:00", "2 mg")
    await planned.say(planned.ana, "/start")
    await planned.tap(planned.ana, "Evening capsule", "Yes, start")
    await planned.walk_to(22, 1)
    await planned.tap(planned.ana, "See what changed")
    shown = planned.ana.screen()
    await tap(planned, reminder, "I took it")
    await tap(planned, shown, "Taken")
    assert "That is close together. How was it?" in shown.text


async def morning_after(house: House) -> Message:
    """The second evening's was taken, and its window has closed: it is eight the next morning."""
    reminder = await evening(house)
    await tap(house, reminder, "Taken")
    await house.walk_to(8)
    return reminder


async def test_undone_under_a_hold_that_came_after_its_window_it_is_not_answered(planned: House) -> None:
    reminder = await morning_after(planned)
    await press_on_page(planned, "Hold")
    await tap(planned, reminder, "Undo")
    assert await last(planned) is DoseState.UNANSWERED and "Do not take it" not in reminder.text
    await tap(planned, reminder, "Taken")
    assert await heard(planned) == 0  # it was not on hold when it was taken


async def test_undone_after_an_end_that_came_after_its_window_it_is_not_answered(planned: House) -> None:
    reminder = await morning_after(planned)
    await end(planned)
    await tap(planned, reminder, "Undo")
    assert await last(planned) is DoseState.UNANSWERED and "No longer planned" not in reminder.text
