"""Ask to hold: the clinic is asked, one tap from Hold; by itself it holds nothing."""

from datetime import timedelta

from care.doses import DoseState
from tests.conftest import House


async def ask(house: House) -> None:
    await house.say(house.ana, "/settings")
    await house.tap(house.ana, "Ask for a hold", "Ask: Evening capsule")


async def test_asking_holds_nothing_says_so_and_the_clinic_can_hold_in_one_tap(planned: House) -> None:
    await ask(planned)
    assert "Your plan is not on hold" in planned.ana.screen().text
    await planned.walk_to(21, 1)
    assert [dose.state for dose in await planned.doses()] == [DoseState.SENT]
    asked = planned.bruno.screen()
    assert "P-07 needs a look: they ask for a hold" in asked.text and "LDN" not in asked.text
    await planned.tap(planned.bruno, "Hold")
    assert "LDN is on hold for P-07" in planned.bruno.screen().text
    assert any("Your plan is on hold" in m.text for m in planned.ana.messages())
    assert [dose.state for dose in await planned.doses()] == [DoseState.HELD]


async def test_asked_twice_the_clinic_is_told_once_and_the_page_says_what_was_asked(planned: House) -> None:
    await ask(planned)
    await ask(planned)
    assert len([m for m in planned.bruno.messages() if "ask for a hold" in m.text]) == 1
    await planned.walk(timedelta(hours=13))
    await ask(planned)
    assert len([m for m in planned.bruno.messages() if "ask for a hold" in m.text]) == 2
    await planned.tap(planned.bruno, "Open P-07")
    assert "asks you to put the plan on hold" in planned.bruno.screen().text


async def test_it_can_be_asked_from_a_reminder_and_of_a_held_plan_it_says_that_it_is_held(planned: House) -> None:
    await planned.walk_to(21)
    await planned.tap(planned.ana, "See what changed")
    await planned.say(planned.ana, "/today")
    await planned.tap(planned.ana, "21:00: Evening capsule")
    await planned.walk_to(22)
    await planned.walk_to(21)
    await planned.tap(planned.ana, "Show the amount", "Ask for a hold")
    asking = planned.ana.screen()
    await planned.say(planned.ana, "/report")
    await planned.tap(planned.ana, "I took or got an opioid")
    await planned.ana.tap("Ask: Evening capsule", message=asking)
    await planned.settle()
    assert any("Do not take it until your clinic says it is safe" in m.text for m in planned.ana.messages())
    assert not any("ask for a hold" in m.text for m in planned.bruno.messages())


async def test_nobody_asks_for_another_persons_plan(planned: House) -> None:
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Ask for a hold")
    data = next(b.data for row in planned.ana.screen().buttons for b in row if b.label.startswith("Ask:")) or ""
    await planned.say(planned.cleo, "/start")
    for press in (data, "1:askhold"):
        await planned.cleo.press(press, planned.cleo.screen())
        await planned.settle()
        assert "no longer works" in planned.cleo.screen().text
    assert not any("ask for a hold" in m.text for m in planned.bruno.messages())
