"""In quiet, and of what is on hold, no reminder is promised: it is said that it is quiet, or on hold."""

from datetime import timedelta

from tests.conftest import House, confirm_plan
from tests.whole.test_overtaken import press_on_page

QUIET = "You chose quiet, so no reminder is pushed."
HELD = "On hold: Evening capsule. Do not take it until your clinic says it is safe."


def text(house: House) -> str:
    return house.ana.screen().text


async def to_japan(house: House) -> None:
    await house.say(house.ana, "/travel")
    await house.tap(house.ana, "Another country")
    await house.say(house.ana, "Japan")
    await house.tap(house.ana, "Change now")


async def accepted_in_quiet(house: House, line: str, highest: str) -> None:
    """A change that was offered before quiet began is accepted in it."""
    await confirm_plan(house, line, highest)
    await house.say(house.ana, "/stop")
    offered = next(each for each in reversed(house.ana.messages()) if "something for you to read" in each.text)
    await house.ana.tap("See it", message=offered)
    await house.settle()


async def test_a_plan_accepted_in_quiet_promises_no_reminder(joined: House) -> None:
    await accepted_in_quiet(joined, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await joined.tap(joined.ana, "Evening capsule", "None of these", "Yes, start")
    assert QUIET in text(joined) and "Your plan stands." in text(joined)
    assert "comes" not in text(joined)


async def test_a_change_to_as_needed_accepted_in_quiet_promises_no_reminder_until_then(planned: House) -> None:
    await accepted_in_quiet(planned, "/plan P-07 LDN 2 mg as needed, at least 24 h apart from 2026-11-30", "2 mg")
    await planned.tap(planned.ana, "Yes, start")
    assert "From Mon 30 Nov on" in text(planned) and "Your next reminder" not in text(planned)
    assert "You chose quiet, so nothing is pushed." in text(planned)


async def test_a_move_in_quiet_promises_no_reminder(planned: House) -> None:
    await planned.say(planned.ana, "/stop")
    await to_japan(planned)
    assert QUIET in text(planned) and "The next one comes" not in text(planned)


async def test_a_move_under_a_hold_says_that_it_is_on_hold(planned: House) -> None:
    await press_on_page(planned, "Hold")
    await to_japan(planned)
    assert HELD in text(planned)
    assert "The next one comes" not in text(planned) and "None is planned" not in text(planned)


async def test_quiet_that_ends_under_a_hold_says_so_and_promises_no_reminder(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await planned.say(planned.ana, "/stop")
    await press_on_page(planned, "Hold")
    await planned.tap(planned.ana, "End the quiet")
    told = [each.text for each in planned.ana.messages() if "The quiet is over." in each.text]
    await planned.say(planned.ana, "/stop")
    await planned.say(planned.ana, "/start")
    told += [each.text for each in planned.ana.messages()[-3:] if "The quiet is over." in each.text]
    assert len(told) == 2
    assert all(HELD in each and "next reminder" not in each for each in told)


async def test_quiet_that_ends_with_no_plan_promises_no_reminder(joined: House) -> None:
    await joined.say(joined.ana, "/stop")
    await joined.tap(joined.ana, "End the quiet")
    assert text(joined) == "The quiet is over."
