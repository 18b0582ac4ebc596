"""``steady doses`` and ``steady dose``: an operator finds a dose by the clinic's label and reads what became of it."""

import asyncio
import re
from datetime import timedelta

import pytest
from click.testing import CliRunner

from bot import cli
from bot.commands import dose as command
from care.doses import DoseState
from scheduler.outcomes import InDoubt
from store import answers, ledger
from store.database import Tx
from tests.conftest import House
from tests.whole.flight import Flight, edit, ring


async def told(house: House) -> str:
    """The ledger of Ana's newest dose."""
    one = (await house.doses())[-1]
    return "\n".join(command.story(one, await house.app.db.read(lambda tx: ledger.of(tx, one.id))))


def said(text: str) -> list[str]:
    """Each step's words, the ids of notices left out."""
    lines = [line for line in text.splitlines() if re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}", line)]
    return [re.sub(r"(reminder|repeat|correction) \w+:", r"\1:", line.split("  ", 2)[2]) for line in lines]


async def test_the_ledger_of_a_dose_that_was_taken(planned: House) -> None:
    await planned.walk_to(21, 0)
    message = planned.ana.screen().message_id
    await planned.walk(timedelta(minutes=2))
    await planned.tap(planned.ana, "See what changed", "Taken")
    text = await told(planned)
    assert said(text) == [
        "due; it may be asked about until 01:00:00",
        "raised",
        "reminder: its turn, try 1",
        f"reminder: sent as message {message}",
        "the patient was asked",
        "the patient said: taken",
    ]
    assert "2026-11-24 20:00:00.000  21:00:00  raised" in text
    assert "2026-11-24 20:02:05.000  21:02:05  the patient said: taken" in text
    assert text.endswith("Now: the patient said: taken.")
    assert "Evening capsule" not in text and "1.5" not in text and "LDN" not in text and "P-07" not in text


async def test_the_ledger_says_that_an_answer_was_taken_back_and_what_stands_then(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed", "Taken", "Undo")
    assert said(await told(planned))[-2:] == [
        "the patient said: taken",
        "the patient took the answer back; now: no answer yet",
    ]
    one = (await planned.doses())[-1]

    def skip_then_undo_a_taken(tx: Tx) -> None:
        for state in (DoseState.SKIPPED, DoseState.TAKEN):
            assert answers.answer(tx, one.id, planned.ana.id, state, at=planned.now)
        assert answers.undo(tx, one.id, planned.ana.id, at=planned.now)

    await planned.app.db.write(skip_then_undo_a_taken)
    assert said(await told(planned))[-1] == "the patient took the answer back; now: skipped, as said before"
    assert (await told(planned)).endswith("Now: the patient said: skipped.")


async def test_the_ledger_shows_each_putting_off_with_until_when(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed", "Later", "In 30 min")
    await planned.walk_to(21, 31)
    await planned.tap(planned.ana, "Later", "In 60 min")
    await planned.walk_to(22, 32)
    story = [line for line in said(await told(planned)) if not line.startswith(("reminder", "correction"))]
    assert story == [
        "due; it may be asked about until 01:00:00",
        "raised",
        "the patient was asked",
        "the patient put it off until 21:30:05",
        "the patient put it off until 22:31:05",
    ]
    assert (await told(planned)).endswith("Now: the patient put it off.")


async def test_a_later_that_stands_again_after_an_undo_is_no_second_putting_off(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed", "Later", "In 30 min", "Taken", "Undo")
    assert said(await told(planned))[-3:] == [
        "the patient put it off until 21:30:05",
        "the patient said: taken",
        "the patient took the answer back; now: put off",
    ]


async def test_the_ledger_of_before_a_putting_off_had_its_own_row_is_still_told(planned: House) -> None:
    await planned.walk_to(21, 0)
    (dose,) = await planned.doses()
    earlier = "INSERT INTO ledger (dose, at, what, detail) VALUES (:dose, 0, 'moved', 'later')"
    await planned.app.db.write(lambda tx: tx.run(earlier, dose=dose.id))
    assert said(await told(planned))[-1] == "the patient put it off"


async def test_the_ledger_shows_each_attempt_with_its_outcome(planned: House) -> None:
    await planned.walk_to(20, 59)
    deferred = {"retry_after": 7}
    planned.simulator.fail_next("sendMessage", 429, "Too Many Requests: retry after 7", parameters=deferred)
    planned.simulator.drop_after("sendMessage", times=2)
    await planned.walk_to(21, 1)
    assert said(await told(planned)) == [
        "due; it may be asked about until 01:00:00",
        "raised",
        "reminder: its turn, try 1",
        "reminder: could not be sent; again at 21:00:07",
        "reminder: its turn, try 2",
        "reminder: in doubt: it may have arrived",
        "reminder: its turn, try 1",
        "reminder: in doubt: it may have arrived",
        "undelivered: no reminder is known to have come in time; no miss of the patient's",
    ]


async def test_of_a_reminder_on_its_way_or_in_doubt_the_ledger_does_not_say_that_nobody_was_asked(
    planned: House,
) -> None:
    await planned.walk_to(20, 59)
    flight = Flight(planned, ring())
    await planned.walk_to(21, 0, 0)
    assert (await told(planned)).endswith("Now: its reminder is on its way.")
    await flight.land(InDoubt())
    assert said(await told(planned))[-1] == "reminder: in doubt: it may have arrived"
    assert (await told(planned)).endswith("Now: in doubt, the patient may have been asked.")


async def test_a_reminder_that_waits_has_asked_nobody_yet(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.fail_next("sendMessage", 429, "Too Many Requests: retry after 7", parameters={"retry_after": 7})
    await planned.walk_to(21, 0, 5)
    assert (await told(planned)).endswith("Now: nobody has been asked yet.")


async def test_that_the_patient_blocked_the_bot_is_nobodys_fault_in_the_ledger(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.fail_next("sendMessage", 403, "Forbidden: bot was blocked by the user")
    await planned.walk_to(21, 1)
    assert said(await told(planned))[-2:] == [
        "reminder: not sent: the person blocked the bot or is gone",
        "undelivered: no reminder is known to have come in time; no miss of the patient's",
    ]
    await planned.walk_to(20, 0)
    await planned.ana.block()
    await planned.walk_to(21, 0)
    assert said(await told(planned))[1:] == ["raised, and not sent: the person blocked the bot or is gone"]


async def test_the_ledger_says_of_a_dose_that_an_outage_kept_back_that_its_window_had_closed(planned: House) -> None:
    await planned.walk_to(20, 59)
    await planned.close()
    planned.simulator.clock.set(planned.now + timedelta(hours=6))
    await planned.open()
    await planned.walk(timedelta(minutes=1))
    assert said(await told(planned))[1:] == ["raised, and not sent: its window had closed"]


async def test_the_ledger_does_not_say_of_an_edit_in_doubt_that_it_could_not_be_sent(planned: House) -> None:
    await planned.walk_to(21, 0)
    message = planned.ana.screen().message_id
    await planned.say(planned.bruno, "/patients")
    flight = Flight(planned, edit("hold"))
    label = next(label for label in planned.bruno.screen().labels if label.startswith("P-07"))
    await planned.tap(planned.bruno, label, "Hold")
    await flight.land(InDoubt())
    assert said(await told(planned))[-4:] == [
        "correction: its turn, try 1",
        "correction: in doubt: it may have arrived; again at 21:00:07",
        "correction: its turn, try 2",
        f"correction: shown in message {message}",
    ]


async def test_the_ledger_shows_the_hold_and_the_correction_of_the_message(planned: House) -> None:
    await planned.walk_to(21, 0)
    message = planned.ana.screen().message_id
    await planned.say(planned.bruno, "/patients")
    label = next(label for label in planned.bruno.screen().labels if label.startswith("P-07"))
    await planned.tap(planned.bruno, label, "Hold")
    await planned.walk(timedelta(seconds=5))
    assert said(await told(planned))[-3:] == [
        "on hold, not to be taken",
        "correction: its turn, try 1",
        f"correction: shown in message {message}",
    ]


async def test_a_move_that_is_undone_with_its_transaction_leaves_no_row(planned: House) -> None:
    await planned.walk_to(21, 0)
    (dose,) = await planned.doses()
    before = await planned.app.db.read(lambda tx: ledger.of(tx, dose.id))

    def fails(tx: Tx) -> None:
        tx.run("UPDATE dose SET state = 'taken' WHERE id = :id", id=dose.id)
        raise KeyError

    with pytest.raises(KeyError):
        await planned.app.db.write(fails)
    assert await planned.app.db.read(lambda tx: ledger.of(tx, dose.id)) == before


async def test_old_rows_of_the_ledger_are_forgotten_and_newer_ones_kept(planned: House) -> None:
    await planned.walk_to(21, 0)
    (dose,) = await planned.doses()
    db, now = planned.app.db, planned.now
    assert await db.write(lambda tx: ledger.forget(tx, before=now - timedelta(days=1), most=100)) == 0
    assert await db.write(lambda tx: ledger.forget(tx, before=now + timedelta(days=1), most=2)) == 2
    assert len(await db.read(lambda tx: ledger.of(tx, dose.id))) == 2


async def test_an_operator_finds_a_dose_by_the_label_and_the_look_is_noted(
    planned: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await planned.walk_to(21, 0)
    (dose,) = await planned.doses()
    monkeypatch.setenv("STEADY_DATABASE", str(planned.settings.database))
    monkeypatch.setenv("STEADY_KEY_FILE", str(planned.settings.key_file))
    await planned.close()

    async def steady(*words: str) -> str:
        result = await asyncio.to_thread(CliRunner().invoke, cli.steady, words)
        return result.output

    listed = await steady("doses", "p-07", "--day", "2026-11-24")
    assert f"2026-11-24 21:00  sent         {dose.id}" in listed
    assert f"Dose {dose.id} of 2026-11-24, slot 0" in await steady("dose", dose.id)
    assert "has no patient P-99" in await steady("doses", "P-99")
    assert "There is no dose nothing" in await steady("dose", "nothing")
    assert "No dose was raised" in await steady("doses", "P-07", "--day", "2020-01-01")
    await planned.open()
    actions = await planned.app.db.read(lambda tx: [r["action"] for r in tx.all("SELECT action FROM audit")])
    assert "read doses" in actions and "read ledger" in actions
