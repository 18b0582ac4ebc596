"""Telegram refusing, cutting the line, losing the answer: never lost, never silently doubled."""

from datetime import timedelta

from care.doses import DoseState
from store import people
from tests.conftest import House


def reminders(house: House) -> list[str]:
    return [m.text for m in house.ana.messages() if "Your 21:00 reminder" in m.text]


async def test_a_refused_connection_is_tried_again_without_a_mark(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.fail_next("sendMessage", 429, "Too Many Requests: retry after 7", parameters={"retry_after": 7})
    await planned.walk_to(21, 1)
    (text,) = reminders(planned)
    assert "may have seen" not in text


async def test_a_lost_answer_leads_to_one_repeat_that_says_so(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 1)
    first, second = reminders(planned)
    assert "may have seen this one already" not in first
    assert "may have seen this one already" in second
    (dose,) = await planned.doses()
    assert dose.state is DoseState.SENT


async def test_twice_in_doubt_is_shown_as_undelivered_and_not_as_the_patients_miss(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage", times=2)
    await planned.walk_to(21, 1)
    (dose,) = await planned.doses()
    assert dose.state is DoseState.UNDELIVERED
    assert len(reminders(planned)) == 2


async def test_a_blocked_bot_stops_pushing_tells_the_clinic_and_start_heals_it(planned: House) -> None:
    planned.simulator.fail_next("sendMessage", 403, "Forbidden: bot was blocked by the user")
    await planned.walk_to(21, 1)
    (dose,) = await planned.doses()
    assert dose.state is DoseState.UNDELIVERED
    assert any("P-07 needs a look" in m.text for m in planned.bruno.messages())
    before = len(reminders(planned))
    await planned.walk_to(22, 0)
    await planned.walk_to(22, 0)
    assert len(reminders(planned)) == before
    await planned.say(planned.ana, "/start")
    account = await planned.app.db.read(lambda tx: people.account(tx, planned.ana.id))
    assert account is not None and not account.unreachable
    await planned.walk_to(22, 0)
    assert len(reminders(planned)) == before + 1


async def test_an_unknown_refusal_fails_that_notice_and_nobody_else(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.fail_next("sendMessage", 400, "Bad Request: something new")
    await planned.walk_to(21, 1)
    (dose,) = await planned.doses()
    assert dose.state is DoseState.UNDELIVERED
    await planned.walk_to(21, 1)
    assert len(reminders(planned)) == 1


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
    assert notes and all(m.silent for m in notes)


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
