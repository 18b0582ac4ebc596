"""An answer that was lost: sent once more at most, and it says so. Over real HTTP."""

from datetime import timedelta

import pytest

from care.doses import DoseState
from simulator.faults import Body
from tests.conftest import House
from tests.whole.evening import reminders, state


async def test_a_lost_answer_leads_to_one_repeat_that_says_so(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 1)
    first, second = reminders(planned)
    assert "may have seen this one already" not in first
    assert "may have seen this one already" in second
    assert await state(planned) is DoseState.SENT


async def test_a_press_proves_that_a_reminder_in_doubt_arrived_and_it_does_not_come_again(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 0, 1)
    await planned.tap(planned.ana, "See what changed", "Taken")
    await planned.walk_to(22, 0)
    assert len(reminders(planned)) == 0  # the only one was edited to say what is recorded
    assert await state(planned) is DoseState.TAKEN


async def test_looking_at_what_changed_proves_it_too_and_the_quiet_repeat_stays(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 0, 1)
    await planned.tap(planned.ana, "See what changed")
    assert await state(planned) is DoseState.SENT
    await planned.walk_to(21, 2)
    assert reminders(planned) == []  # it shows what changed, and no second one came
    await planned.walk_to(21, 46)
    (repeat,) = reminders(planned)
    assert "This is the only repeat" in repeat


async def test_who_looks_at_what_changed_after_two_in_doubt_is_asked_and_not_told_that_it_did_not_arrive(
    planned: House,
) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage", times=2)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.UNDELIVERED
    await planned.tap(planned.ana, "See what changed")
    assert "did not reach you" not in planned.ana.screen().text
    assert {"Taken", "Later", "Skip"} <= set(planned.ana.screen().labels)
    assert await state(planned) is DoseState.SENT


async def test_after_its_window_a_press_on_one_twice_in_doubt_changes_nothing_and_owns_up(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage", times=2)
    await planned.walk_to(1, 30)
    await planned.tap(planned.ana, "See what changed")
    assert any("We could not tell if this reminder reached you" in m.text for m in planned.ana.messages())
    assert await state(planned) is DoseState.UNDELIVERED


async def test_a_press_on_one_twice_in_doubt_of_a_plan_on_hold_asks_nothing(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage", times=2)
    await planned.walk_to(21, 1)
    await planned.app.db.write(lambda tx: tx.run("UPDATE plan SET held_at = 1, hold_cause = 'opioid'"))
    await planned.tap(planned.ana, "See what changed")
    assert await state(planned) is DoseState.UNDELIVERED


async def test_twice_in_doubt_is_shown_as_undelivered_and_not_as_the_patients_miss(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage", times=2)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.UNDELIVERED
    assert len(reminders(planned)) == 2
    await planned.say(planned.ana, "/today")
    assert "our reminder did not arrive" in planned.ana.screen().text


NOTE = "may not have reached you"


async def test_one_that_never_came_though_it_was_twice_in_doubt_is_told_of_once_its_window_has_closed(
    planned: House,
) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_before("sendMessage", times=2)
    await planned.walk_to(0, 59)
    assert not any(NOTE in message.text for message in planned.ana.messages())
    await planned.walk_to(1, 1)
    (note,) = [message for message in planned.ana.messages() if NOTE in message.text]
    assert "The reminder of Tue 24 Nov, 21:00, may" in note.text and note.silent
    assert reminders(planned) == []


async def test_one_twice_in_doubt_that_a_press_has_shown_to_have_come_is_not_told_of(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage", times=2)
    await planned.walk_to(21, 5)
    await planned.tap(planned.ana, "See what changed", "Taken")
    await planned.walk_to(2)
    assert not any(NOTE in message.text for message in planned.ana.messages())


@pytest.mark.parametrize("refusal", [(500, "Internal Server Error"), (502, "Bad Gateway")])
async def test_a_servers_error_is_in_doubt(planned: House, refusal: tuple[int, str]) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.fail_next("sendMessage", *refusal)
    await planned.walk_to(21, 1)
    (text,) = reminders(planned)
    assert "may have seen this one already" in text


@pytest.mark.parametrize("body", ["broken json", "html", "not ours"])
async def test_an_answer_that_is_not_telegrams_is_in_doubt(planned: House, body: Body) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.bad_body("sendMessage", body)
    await planned.walk_to(21, 1)
    first, second = reminders(planned)
    assert "may have seen" not in first and "may have seen this one already" in second


async def test_a_connection_that_is_cut_before_the_message_had_its_effect_is_in_doubt_too(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_before("sendMessage")
    await planned.walk_to(21, 1)
    (text,) = reminders(planned)
    assert "may have seen this one already" in text


async def test_a_summary_in_doubt_is_not_sent_again(planned: House) -> None:
    await planned.walk_to(21, 1)
    sunday = planned.now + timedelta(days=(6 - planned.now.weekday()) % 7)
    await planned.walk(sunday.replace(hour=16, minute=59))
    planned.simulator.drop_after("sendMessage")
    await planned.walk(timedelta(minutes=30))
    assert len([m for m in planned.ana.messages() if "Your week" in m.text or "week is ready" in m.text]) == 1
