"""A dose on hold: not to be taken, and what was taken all the same can be said; the message follows the hold."""

from datetime import timedelta

import pytest

from care.doses import DoseState
from simulator import Message
from tests.conftest import House
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
