"""Telegram's answer is still out, or was lost: a press on the reminder tells which message it is, and that it came."""

from datetime import timedelta

from care.doses import DoseState
from scheduler.outcomes import InDoubt, Later
from tests.conftest import House, confirm_plan
from tests.whole.evening import state
from tests.whole.flight import Flight, ring, second_evening
from tests.whole.test_overtaken import press_on_page


async def test_a_reminder_that_a_press_has_made_known_is_closed_by_the_answer_to_its_repeat(planned: House) -> None:
    await second_evening(planned)
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 0, 1)
    first = planned.ana.screen()
    await planned.tap(planned.ana, "Show the amount")
    await planned.walk_to(21, 46)
    repeat = await planned.ana.sees("This is the only repeat")
    await planned.ana.tap("Taken", message=repeat)
    await planned.settle()
    await planned.walk(timedelta(minutes=1))
    assert await state(planned) is DoseState.TAKEN
    assert "Skip" not in first.labels


async def test_a_reminder_that_a_press_has_made_known_is_closed_with_its_window(planned: House) -> None:
    await second_evening(planned)
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 0, 1)
    message = planned.ana.screen()
    await planned.tap(planned.ana, "Show the amount")
    await planned.walk_to(1, 5)
    (now,) = [m for m in planned.ana.messages() if m.message_id == message.message_id]
    assert await state(planned) is DoseState.UNANSWERED
    assert "Evening capsule, Wed" not in now.text


async def test_a_press_on_the_old_message_is_no_proof_that_a_later_ring_arrived(planned: House) -> None:
    await second_evening(planned)
    await planned.walk_to(21, 1)
    old = planned.ana.screen()
    await planned.tap(planned.ana, "Later", "In 30 min")
    planned.simulator.drop_before("sendMessage")
    await planned.walk_to(21, 31, 5)
    await planned.ana.tap("Show the amount", message=old)
    await planned.settle()
    await planned.walk_to(23, 0)
    came = any("You may have seen this one already" in m.text for m in planned.ana.messages())
    await planned.walk_to(1, 5)
    assert came and await state(planned) is DoseState.UNANSWERED


async def test_an_undo_leaves_the_proof_that_a_reminder_arrived(planned: House) -> None:
    await second_evening(planned)
    planned.simulator.drop_after("sendMessage", times=2)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.UNDELIVERED
    await planned.tap(planned.ana, "Taken", "Undo")
    await planned.walk(timedelta(minutes=1))
    seen = await state(planned)
    await planned.walk_to(1, 5)
    told = [m.text for m in planned.ana.messages() if "may not have reached you" in m.text]
    assert seen is DoseState.SENT and told == []


async def test_a_look_at_the_amount_of_a_later_ring_on_its_way_proves_that_it_arrived(planned: House) -> None:
    await second_evening(planned)
    await planned.walk_to(21, 1)
    await planned.tap(planned.ana, "Later", "In 30 min")
    flight = Flight(planned, ring("You asked for it later"))
    await planned.walk_to(21, 31, 5)
    await planned.tap(planned.ana, "Show the amount")
    await flight.land(InDoubt())
    await planned.walk(timedelta(minutes=2))
    assert not any("You may have seen this one already" in m.text for m in planned.ana.messages())


async def test_the_reasons_of_a_skip_stay_though_the_answer_to_its_reminder_comes_after_it(planned: House) -> None:
    await second_evening(planned)
    flight = Flight(planned, ring())
    await planned.walk_to(21, 0, 5)
    await planned.tap(planned.ana, "Skip")
    assert "Ran out" in planned.ana.screen().labels
    await flight.land()
    assert "Ran out" in planned.ana.screen().labels


async def test_the_question_about_a_second_dose_stays_though_the_answer_to_its_reminder_comes_after_it(
    joined: House,
) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 09:00 and 21:00", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    await joined.walk(timedelta(days=1))
    await joined.walk_to(9, 5)
    await joined.walk_to(20, 50)
    await joined.say(joined.ana, "/today")
    morning = next(label for label in joined.ana.screen().labels if label.startswith("09:00"))
    await joined.tap(joined.ana, morning, "Taken")
    flight = Flight(joined, ring())
    await joined.walk_to(21, 0, 5)
    assert flight.began.is_set()
    await joined.tap(joined.ana, "Taken")
    assert "I took a second one" in joined.ana.screen().labels
    await flight.land()
    assert any("I took a second one" in m.labels for m in joined.ana.messages())


async def test_a_dose_looked_at_on_a_page_while_its_reminder_could_not_be_sent_still_rings(planned: House) -> None:
    await second_evening(planned)
    flight = Flight(planned, ring(), shown=False)
    await planned.walk_to(21, 0, 1)
    await planned.say(planned.ana, "/today")
    await planned.tap(
        planned.ana, next(x for x in planned.ana.screen().labels if x.startswith("21:00")), "Show the amount"
    )
    await flight.land(Later())
    await planned.walk(timedelta(minutes=5))
    assert any("Your 21:00 reminder" in m.text for m in planned.ana.messages())


async def test_a_hold_reaches_a_reminder_that_a_press_has_made_known(planned: House) -> None:
    await second_evening(planned)
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 0, 1)
    reminder = planned.ana.screen()
    await planned.tap(planned.ana, "Later", "In 30 min")
    await press_on_page(planned, "Hold")
    await planned.walk(timedelta(minutes=2))
    assert await state(planned) is DoseState.HELD and "On hold" in reminder.text
