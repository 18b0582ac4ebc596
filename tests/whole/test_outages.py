"""Telegram away for long, or we: what is due waits, says that it is late, and is never lost."""

from datetime import timedelta

from care.doses import DoseState
from tests.conftest import House, confirm_plan, join
from tests.handlers.test_uses import list_medicine
from tests.whole.evening import reminders, sends, state


async def test_while_telegram_is_away_nothing_is_used_up_and_all_goes_out_late_within_the_window(
    planned: House,
) -> None:
    await planned.walk_to(20, 59)
    port = int(planned.simulator.url.rpartition(":")[2])
    await planned.simulator.stop()
    await planned.walk_to(23, 30)
    assert await state(planned) is DoseState.DUE
    await planned.simulator.start(port=port)
    await planned.walk(timedelta(minutes=2))
    (text,) = reminders(planned)
    assert "late" in text and "may have seen" not in text
    assert await state(planned) is DoseState.SENT


async def test_telegram_away_for_thirty_hours_leaves_one_note_and_a_list(planned: House) -> None:
    await planned.walk_to(20, 59)
    before = len(planned.bruno.messages())
    planned.simulator.fail_next("sendMessage", 502, "Bad Gateway", times=10_000)
    planned.simulator.fail_next("getMe", 502, "Bad Gateway", times=10_000)
    await planned.walk(timedelta(hours=30))
    assert [d.state for d in await planned.doses()] == [DoseState.UNDELIVERED] * 2
    assert sum(1 for status in sends(planned) if status != 200) <= 4
    planned.simulator.faults.clear()
    await planned.walk(timedelta(minutes=3))
    (note,) = [m.text for m in planned.ana.messages() if "That was our fault" in m.text]
    assert "from Tue 24 Nov, 21:00, on" in note  # that one was twice in doubt
    assert reminders(planned) == []
    (said,) = planned.bruno.messages()[before:]
    assert "could not send reminders to one of your patients" in said.text
    await planned.walk_to(21, 1)
    assert len(reminders(planned)) == 1


async def test_a_token_that_telegram_does_not_know_for_hours_loses_no_reminder(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.revoke(planned.simulator.token)
    await planned.walk(timedelta(hours=2))
    assert sends(planned).count(401) <= 2
    planned.simulator._server.revoked.clear()
    await planned.walk(timedelta(minutes=2))
    (text,) = reminders(planned)
    assert "late" in text
    assert planned.app.tasks and not any(task.done() for task in planned.app.tasks)


async def test_after_an_outage_of_minutes_the_reminder_says_that_it_is_late(planned: House) -> None:
    await planned.walk_to(20, 59)
    await planned.close()
    planned.simulator.clock.set(planned.now + timedelta(minutes=30))
    await planned.open()
    await planned.walk(timedelta(seconds=2))
    (text,) = reminders(planned)
    assert "late" in text


async def test_after_an_outage_of_days_there_is_a_note_and_never_take_it_now(planned: House) -> None:
    await planned.walk_to(20, 59)
    await planned.close()
    planned.simulator.clock.set(planned.now + timedelta(days=2, hours=12))
    await planned.open()
    await planned.walk(timedelta(seconds=2))
    assert reminders(planned) == []
    assert [d.state for d in await planned.doses()] == [DoseState.UNDELIVERED] * 3
    notes = [m for m in planned.ana.messages() if "That was our fault" in m.text]
    assert len(notes) == 1 and notes[0].silent


async def test_a_press_that_was_stored_before_a_kill_is_honoured_after_it(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed")
    await planned.ana.tap("Taken")
    # The program polls, stores, and is killed before any lane runs.
    planned.app.intake._enqueue = lambda letter: None  # type: ignore[method-assign]
    await planned.simulator.drained()
    assert (await planned.doses())[0].state is DoseState.SENT
    await planned.restart()
    await planned.settle()
    assert (await planned.doses())[0].state is DoseState.TAKEN
    assert "You said so" in planned.ana.screen().text


async def test_a_second_outage_of_the_same_day_is_told_of_as_well(clinic: House) -> None:
    await join(clinic)
    await confirm_plan(clinic, "/plan P-07 LDN 1.5 mg at 06:00, 18:00 review 2027-02-01", "1.5 mg")
    await clinic.tap(clinic.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    await clinic.walk_to(5, 59)
    before = len(clinic.bruno.messages())
    port = int(clinic.simulator.url.rpartition(":")[2])
    for ends in (11, 23):
        await clinic.simulator.stop()
        await clinic.walk_to(ends)
        await clinic.simulator.start(port=port)
        await clinic.walk_to(ends, 30)
    assert [dose.state for dose in await clinic.doses()][-2:] == [DoseState.UNDELIVERED] * 2
    notes = [m.text for m in clinic.ana.messages() if "That was our fault" in m.text]
    assert len(notes) == 2 and "06:00, on" in notes[0] and "18:00, on" in notes[1]
    assert sum("could not send reminders" in m.text for m in clinic.bruno.messages()[before:]) == 2


async def test_the_note_begins_with_the_first_that_was_missed_whichever_window_closed_first(clinic: House) -> None:
    await join(clinic)
    await confirm_plan(clinic, "/plan P-07 LDN 1.5 mg at 06:00 review 2027-02-01", "1.5 mg")
    await clinic.tap(clinic.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    await list_medicine(clinic, "Vitamin")
    await clinic.say(clinic.bruno, "/plan P-07 Vitamin 500 mg at 07:00, 09:00 and 11:00")
    await clinic.say(clinic.bruno, "500 mg")
    keep = next(label for label in clinic.bruno.screen().labels if label.startswith("Keep"))
    await clinic.tap(clinic.bruno, keep, "Confirm")
    await clinic.tap(clinic.ana, "See it", "The usual", "Yes, start")
    await clinic.walk_to(5, 59)
    port = int(clinic.simulator.url.rpartition(":")[2])
    await clinic.simulator.stop()
    await clinic.walk_to(10, 30)  # 07:00 was over at eight, 06:00 at ten
    await clinic.simulator.start(port=port)
    await clinic.walk_to(10, 40)
    (note,) = [m.text for m in clinic.ana.messages() if "That was our fault" in m.text]
    assert "from Wed 25 Nov, 06:00, on" in note
