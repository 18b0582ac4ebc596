"""What people press while nothing runs is handled at the next start, and changes nothing of what was due before it."""

from datetime import timedelta

from care.doses import DoseState
from simulator import Person
from tests.conftest import House
from tests.whole.evening import reminders, state
from tests.whole.test_overtaken import press_on_page

OUR_FAULT = "That was our fault"


async def away(house: House, person: Person, what: str) -> None:
    """From an hour before the evening's reminder nothing runs; the next noon somebody presses, and then we are back.

    Dr Bruno has P-07's page open by then, and whatever ``what`` names before its last part.
    """
    *before, last = what.split(" > ")
    await house.walk(timedelta(days=1))
    await house.walk_to(20)
    if person is house.bruno:
        await house.say(person, "/patients")
        for part in ("P-07", *before):
            await house.tap(person, _button(person, part))
    await house.close()
    house.simulator.clock.set(house.now + timedelta(hours=16))
    if last.startswith("/"):
        await person.say(last)
    else:
        await person.tap(_button(person, last))
    await house.open()
    await house.walk(timedelta(minutes=5))


def _button(person: Person, part: str) -> str:
    return next(each for each in person.screen().labels if part in each)


def told(house: House) -> bool:
    return any(OUR_FAULT in message.text for message in house.ana.messages())


async def test_who_was_in_quiet_was_not_asked_and_is_not_told_of_an_outage(planned: House) -> None:
    await planned.say(planned.ana, "/stop")
    await away(planned, planned.ana, "/start")
    assert await state(planned) is DoseState.NOT_ASKED and not told(planned)
    await planned.walk_to(21, 1)
    assert len(reminders(planned)) == 1


async def test_quiet_that_begins_after_it_does_not_hide_that_a_reminder_did_not_come(planned: House) -> None:
    await away(planned, planned.ana, "/stop")
    assert await state(planned) is DoseState.UNDELIVERED


async def test_a_hold_that_is_set_after_it_does_not_hide_that_a_reminder_did_not_come(planned: House) -> None:
    await away(planned, planned.bruno, "Hold")
    assert await state(planned) is DoseState.UNDELIVERED and told(planned)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.HELD


async def test_what_was_due_on_hold_was_held_though_it_was_lifted_before_we_were_back(planned: House) -> None:
    await planned.walk_to(12)
    await press_on_page(planned, "Hold")
    await away(planned, planned.bruno, "Lift")
    assert await state(planned) is DoseState.HELD and not told(planned)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.SENT


async def test_an_end_after_it_does_not_hide_that_a_reminder_did_not_come(planned: House) -> None:
    await away(planned, planned.bruno, "End plan > End it for good")
    assert await state(planned) is DoseState.UNDELIVERED and told(planned)
