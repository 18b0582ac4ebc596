"""Ask to hold: the clinic is asked, one tap from Hold; by itself it holds nothing."""

from datetime import timedelta

import pytest

from bot.commands.clinician import withdraw_clinician
from bot.origins import new_id
from care.doses import DoseState
from store import inbox, news, people
from store.database import Tx
from tests.conftest import House
from tests.whole.test_overtaken import press_on_page


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


async def test_asked_again_after_the_hold_was_lifted_the_clinic_hears_again(planned: House) -> None:
    await ask(planned)
    await planned.tap(planned.bruno, "Hold")
    await planned.walk(timedelta(minutes=10))
    await press_on_page(planned, "Lift")
    await planned.walk(timedelta(hours=3))
    before = len(planned.bruno.messages())
    await ask(planned)
    (told,) = planned.bruno.messages()[before:]
    assert "ask for a hold" in told.text


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


async def test_where_nobody_is_on_the_team_who_asks_is_told_to_call(planned: House) -> None:
    await planned.app.db.write(lambda tx: withdraw_clinician(tx, name="Dr Bruno", clinic=None, at=planned.now))
    await ask(planned)
    said = planned.ana.screen().text
    assert "Nobody at your clinic will see this here" in said and "was asked" not in said
    assert "+49 30 555 0100" in said


async def test_asked_just_before_a_stop_of_half_a_day_it_is_answered_after_it(
    planned: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Ask for a hold")
    with monkeypatch.context() as killed:  # between the record and the mark that it is done
        killed.setattr(inbox, "done", lambda *_, **__: None)
        await planned.tap(planned.ana, "Ask: Evening capsule")
        await planned.close()
    planned.simulator.clock.set(planned.now + timedelta(hours=13))
    before = len(planned.ana.messages())
    await planned.open()
    await planned.walk(timedelta(seconds=30))
    assert not any("wrong" in m.text for m in planned.ana.messages()[before:])
    assert len([m for m in planned.bruno.messages() if "ask for a hold" in m.text]) == 1


async def test_that_a_hold_was_asked_for_is_not_lost_on_a_clinician_who_was_out_of_reach_for_a_day(
    planned: House,
) -> None:
    await planned.bruno.block()
    await planned.settle()
    await ask(planned)
    assert "Your clinic was asked" in planned.ana.screen().text
    await planned.walk(timedelta(hours=26))
    await planned.bruno.unblock()
    before = len(planned.bruno.messages())
    await planned.say(planned.bruno, "/start")
    await planned.walk(timedelta(minutes=5))
    told = [m.text for m in planned.bruno.messages()[before:]]
    assert any("P-07 needs a look" in text for text in told), told


async def test_what_waits_for_a_clinician_out_of_reach_is_one_message_a_patient(planned: House) -> None:
    await planned.bruno.block()
    await planned.settle()
    for _ in range(3):
        await planned.app.db.write(lambda tx: tell_of_ana(tx, planned))
    await planned.bruno.unblock()
    before = len(planned.bruno.messages())
    await planned.say(planned.bruno, "/start")
    await planned.walk(timedelta(minutes=5))
    assert sum("P-07 needs a look" in m.text for m in planned.bruno.messages()[before:]) == 1


def tell_of_ana(tx: Tx, house: House) -> None:
    patient = people.patient(tx, house.ana.id)
    assert patient is not None
    news.tell(tx, patient.link, "dose", "second", at=house.now, new_id=new_id)
