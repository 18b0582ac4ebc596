"""Hold, lift, end: what the clinician does, and what reaches the patient."""

from care.doses import DoseState
from tests.conftest import House

NONE = "None for 14 days or more"
HELD = "Your plan is on hold"
LIFTED = "lifted the hold"


async def open_page(house: House) -> None:
    await house.say(house.bruno, "/patients")
    row = next(label for label in house.bruno.screen().labels if label.startswith("P-07"))
    await house.tap(house.bruno, row)


async def act(house: House, *labels: str) -> None:
    await open_page(house)
    await house.tap(house.bruno, *labels)


def seen_by_ana(house: House, text: str) -> int:
    return len([message for message in house.ana.messages() if text in message.text])


async def test_a_hold_reaches_the_open_dose_its_message_and_the_patient(planned: House) -> None:
    await planned.walk_to(21, 0)
    await act(planned, "Hold")
    assert "LDN is on hold for P-07." in planned.bruno.screen().text
    assert [dose.state for dose in await planned.doses()] == [DoseState.HELD]
    assert seen_by_ana(planned, HELD) == 1
    assert seen_by_ana(planned, "On hold. Do not take it") == 1


async def test_a_hold_pressed_twice_is_one_hold_and_one_message(planned: House) -> None:
    await open_page(planned)
    screen = planned.bruno.screen()
    hold = next(b.data for row in screen.buttons for b in row if b.label == "Hold")
    assert hold is not None
    for _ in range(2):
        await planned.bruno.press(hold, screen)
    await planned.settle()
    assert seen_by_ana(planned, HELD) == 1


async def test_a_held_plan_asks_nothing_until_it_is_lifted(planned: House) -> None:
    await act(planned, "Hold")
    await planned.walk_to(22, 0)
    await act(planned, "Lift the hold")
    assert seen_by_ana(planned, LIFTED) == 1
    await planned.walk_to(21, 0)
    assert [dose.state for dose in await planned.doses()] == [DoseState.HELD, DoseState.SENT]


async def test_a_hold_is_undone_with_one_press(planned: House) -> None:
    await act(planned, "Hold", "Undo")
    assert "The hold is lifted for P-07." in planned.bruno.screen().text
    await planned.walk_to(21, 0)
    assert [dose.state for dose in await planned.doses()] == [DoseState.SENT]


async def test_a_hold_that_an_opioid_set_is_lifted_after_the_check_only_r5(planned: House) -> None:
    await planned.say(planned.ana, "/report")
    await planned.tap(planned.ana, "I took or got an opioid")
    await act(planned, "Lift the hold")
    assert "kratom" in planned.bruno.screen().text
    await planned.tap(planned.bruno, "Not sure, or an opioid")
    assert "The hold stays." in planned.bruno.screen().text
    assert seen_by_ana(planned, LIFTED) == 0
    await act(planned, "Lift the hold", NONE)
    assert "The hold is lifted for P-07." in planned.bruno.screen().text
    assert seen_by_ana(planned, LIFTED) == 1


async def test_an_opioid_told_of_under_our_own_hold_asks_the_check_too_r5(planned: House) -> None:
    await act(planned, "Hold")
    held = planned.bruno.screen()
    await planned.say(planned.ana, "/report")
    await planned.tap(planned.ana, "I took or got an opioid")
    await planned.bruno.tap("Undo", message=held)
    await planned.settle()
    assert seen_by_ana(planned, LIFTED) == 0
    assert NONE in held.labels


async def test_a_check_of_an_earlier_hold_does_not_lift_a_later_one_r5(planned: House) -> None:
    async def tells_of_an_opioid() -> None:
        await planned.say(planned.ana, "/report")
        await planned.tap(planned.ana, "I took or got an opioid")

    await tells_of_an_opioid()
    await act(planned, "Lift the hold")
    asked = planned.bruno.screen()
    clear = next(b.data for row in asked.buttons for b in row if b.label == NONE)
    assert clear is not None
    await planned.tap(planned.bruno, NONE)
    await planned.walk_to(22, 0)
    await tells_of_an_opioid()
    await planned.bruno.press(clear, asked)
    await planned.settle()
    assert seen_by_ana(planned, LIFTED) == 1
    await planned.walk_to(21, 0)
    assert (await planned.doses())[-1].state is DoseState.HELD


async def test_an_end_asks_once_then_stops_all_reminders(planned: House) -> None:
    await planned.walk_to(21, 0)
    await act(planned, "End plan")
    assert planned.bruno.screen().labels == ["Keep the plan", "End it for good", "Help"]
    await planned.tap(planned.bruno, "Keep the plan", "End plan", "End it for good")
    assert "LDN has ended for P-07." in planned.bruno.screen().text
    assert [dose.state for dose in await planned.doses()] == [DoseState.CANCELLED]
    assert seen_by_ana(planned, "Your clinic has ended a plan.") == 1
    await planned.walk_to(22, 0)
    await planned.walk_to(22, 0)
    assert len(await planned.doses()) == 1
    await open_page(planned)
    assert "No plan is set." in planned.bruno.screen().text


async def test_a_button_of_an_ended_plan_says_that_it_has_ended(planned: House) -> None:
    await open_page(planned)
    screen = planned.bruno.screen()
    hold = next(b.data for row in screen.buttons for b in row if b.label == "Hold")
    assert hold is not None
    await act(planned, "End plan", "End it for good")
    await planned.bruno.press(hold, screen)
    await planned.settle()
    assert "has ended for P-07" in screen.text
    assert seen_by_ana(planned, HELD) == 0
