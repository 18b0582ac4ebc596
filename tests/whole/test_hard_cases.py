"""What a hostile reader of the code tried: each of these lost, doubled or mis-said something once."""

from datetime import timedelta
from typing import Any

import pytest

import store.raising
from care.doses import DoseState
from scheduler import zones
from store import doses, notices, plans, turns
from store.database import Tx, Unavailable
from store.times import moment
from tests.conftest import BERLIN, House, confirm_plan
from tests.whole.evening import reminders


async def states(house: House) -> list[DoseState]:
    return [dose.state for dose in await house.doses()]


async def test_a_plan_that_fails_once_is_raised_a_minute_later(planned: House, monkeypatch: pytest.MonkeyPatch) -> None:
    real, failures = store.raising.window_end, iter([True])

    def fails_once(*arguments: Any) -> Any:
        if next(failures, False):
            raise RuntimeError("injected")
        return real(*arguments)

    monkeypatch.setattr(store.raising, "window_end", fails_once)
    await planned.walk_to(21, 3)
    assert await states(planned) == [DoseState.SENT]
    assert len(reminders(planned)) == 1


async def test_another_accounts_unreadable_row_stops_nobody(planned: House) -> None:
    await planned.say(planned.bruno, "/invite P-08")
    await planned.cleo.scan(await planned.bruno.sees("P-08"))
    await planned.settle()
    await planned.tap(planned.cleo, "I agree", "Yes, share them", "Germany", "Yes")
    await confirm_plan(planned, "/plan P-08 LDN 1.5 mg at 21:00", "1.5 mg")
    await planned.tap(planned.cleo, "See it", "Evening capsule", "None of these", "Yes, start")

    def spoil(tx: Tx) -> None:
        tx.run("UPDATE account SET zone = 'Nowhere/Else' WHERE chat = :chat", chat=planned.cleo.id)

    await planned.app.db.write(spoil)
    await planned.walk_to(21, 1)
    assert await states(planned) == [DoseState.SENT]


async def test_a_disk_that_refuses_the_outcome_forgets_nothing(planned: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await planned.walk_to(20, 59)
    real, failures = notices.settle, iter([True, True])

    def refuses_twice(*arguments: Any, **facts: Any) -> None:
        if next(failures, False):
            raise Unavailable("injected: disk full")
        real(*arguments, **facts)

    monkeypatch.setattr(notices, "settle", refuses_twice)
    await planned.walk_to(21, 1)
    assert await states(planned) == [DoseState.SENT]
    assert len(reminders(planned)) == 1
    await planned.walk_to(21, 1)
    assert len(await states(planned)) == 2


async def test_a_press_counts_even_if_its_spinner_cannot_be_stopped(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed")
    planned.simulator.drop_before("answerCallbackQuery", times=5)
    await planned.tap(planned.ana, "Taken")
    assert await states(planned) == [DoseState.TAKEN]


async def test_a_press_on_a_message_that_is_gone_is_answered_anew(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed")
    planned.simulator.fail_next("editMessageText", 400, "Bad Request: message to edit not found")
    await planned.tap(planned.ana, "Taken")
    assert await states(planned) == [DoseState.TAKEN]
    assert "You said so at 21:00" in planned.ana.screen().text


async def test_a_later_ring_whose_answer_is_lost_comes_once_more(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed", "Later", "In 30 min")
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 32)
    assert "may have seen this one already" in planned.ana.screen().text
    await planned.tap(planned.ana, "Taken")
    assert await states(planned) == [DoseState.TAKEN]


async def test_a_hold_set_while_the_reminder_was_on_its_way_reaches_that_message(planned: House) -> None:
    await planned.walk_to(20, 59)
    real = planned.app.delivery._send

    async def held_meanwhile(*arguments: Any) -> Any:
        def hold(tx: Tx) -> None:
            for id, _ in turns.running(tx):
                plans.hold(tx, id, "clinician", at=planned.now)
                doses.hold(tx, id)

        await planned.app.db.write(hold)
        return await real(*arguments)

    planned.app.delivery._send = held_meanwhile
    await planned.walk_to(21, 1)
    (message,) = [m for m in planned.ana.messages() if "21:00 · Evening capsule" in m.text]
    assert "On hold" in message.text and "See what changed" not in message.labels


async def test_a_hold_is_told_even_if_the_line_is_cut(planned: House) -> None:
    planned.simulator.drop_before("sendMessage")
    await planned.say(planned.bruno, "/patients")
    await planned.tap(planned.bruno, "P-07 · plan runs", "Hold")
    await planned.walk(timedelta(minutes=1))
    assert any("Your plan is on hold" in m.text for m in planned.ana.messages())


async def test_quiet_after_the_ring_stops_the_repeat(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.say(planned.ana, "/stop")
    before = len(planned.ana.messages())
    await planned.walk_to(22, 0)
    assert len(planned.ana.messages()) == before


async def test_after_undo_the_quiet_repeat_still_comes(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed", "Taken", "Undo")
    before = len(planned.ana.messages())
    await planned.walk(timedelta(minutes=46))
    assert len(planned.ana.messages()) == before + 1


async def test_skip_then_taken_then_undo_is_skipped_as_it_was(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed", "Skip", "Felt unwell")
    pressed = planned.ana.screen()
    (dose,) = await planned.doses()
    await planned.ana.press(f"1:dose:{dose.id}:taken", pressed)
    await planned.settle()
    await planned.tap(planned.ana, "Undo")
    assert "Skipped" in pressed.text and "You said so at 21:00" in pressed.text


async def test_a_step_is_new_until_its_change_was_shown(planned: House) -> None:
    for _ in range(13):
        await planned.walk_to(22, 0)
    await planned.say(planned.ana, "/stop")
    await planned.walk_to(22, 0)
    await planned.walk_to(22, 0)
    await planned.say(planned.ana, "/start")
    await planned.walk_to(21, 0)
    assert "See what changed" in planned.ana.screen().labels


async def test_a_change_accepted_after_its_time_of_today_starts_tomorrow(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 10:00", "2 mg")
    await planned.walk_to(12)
    await planned.tap(planned.ana, "See it", "Yes, start")
    await planned.walk_to(22)
    await planned.walk_to(22)
    assert [(d.amount, f"{d.due:%d %H:%M}") for d in await planned.doses()] == [
        ("1.5 mg", "24 21:00"),
        ("2 mg", "25 10:00"),
    ]


async def test_an_offer_that_ran_out_before_it_was_accepted_leaves_the_old_plan_alone(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 22:00 until 2026-11-26", "2 mg")
    offered = await planned.ana.sees("something for you to read")
    await planned.walk(timedelta(days=4))
    await planned.ana.tap("See it", message=offered)
    await planned.settle()
    assert "2 mg" not in planned.ana.screen().text
    assert [d.amount for d in await planned.doses()] == ["1.5 mg"] * 4


async def test_moving_east_over_todays_time_rings_late_instead_of_not_at_all(planned: House) -> None:
    await planned.walk_to(20, 40)
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Change country or clock", "Another country")
    await planned.say(planned.ana, "Finland")
    await planned.tap(planned.ana, "Yes")
    await planned.walk(timedelta(minutes=1))
    (text,) = reminders(planned)
    assert "late" in text


async def test_after_days_of_outage_there_is_one_note_and_the_clinic_hears_of_it(planned: House) -> None:
    await planned.close()
    planned.simulator.clock.set(planned.now + timedelta(days=9))
    await planned.open()
    await planned.walk(timedelta(minutes=2))
    assert len([m for m in planned.ana.messages() if "That was our fault" in m.text]) == 1
    assert "could not send reminders to one of your patients" in planned.bruno.screen().text
    await planned.tap(planned.bruno, "See who")
    assert "P-07" in planned.bruno.screen().text
    await planned.tap(planned.bruno, "Open P-07")
    assert "missed reminders in an outage of ours" in planned.bruno.screen().text


async def test_a_newer_tzdata_has_every_next_dose_found_anew(planned: House) -> None:
    def tampered(tx: Tx) -> bool:
        tx.run("UPDATE plan SET next_at = 4102444800000")
        return zones.renew(tx, "2099.1", planned.now)

    assert await planned.app.db.write(tampered)
    await planned.walk_to(21, 1)
    assert await states(planned) == [DoseState.SENT]
    assert not await planned.app.db.write(lambda tx: zones.renew(tx, "2099.1", planned.now))


async def test_a_newer_tzdata_has_every_round_found_anew_and_a_put_off_one_stays_put_off(planned: House) -> None:
    """By the old rules the clock would be an hour off; the summary was put off to Monday, for a full Sunday."""

    def shifted(tx: Tx) -> list[tuple[str, str]]:
        tx.run("UPDATE round SET next_at = next_at + 3600000 WHERE kind IN ('checkin', 'digest', 'self-check')")
        tx.run("UPDATE round SET next_at = next_at + 86400000 + 3600000 WHERE kind = 'summary'")
        zones.renew(tx, "2099.1", planned.now)
        rows = tx.all("SELECT kind, next_at FROM round ORDER BY kind")
        return [(row["kind"], f"{moment(row['next_at']).astimezone(BERLIN):%a %d %b %H:%M}") for row in rows]

    assert await planned.app.db.write(shifted) == [
        ("checkin", "Tue 24 Nov 20:45"),
        ("digest", "Mon 30 Nov 08:00"),
        ("self-check", "Thu 24 Dec 10:00"),
        ("summary", "Mon 30 Nov 18:00"),
    ]


async def test_a_newer_tzdata_loses_no_round_that_is_due_and_sends_none_twice(planned: House) -> None:
    await planned.walk_to(20, 46)
    await planned.app.db.write(lambda tx: zones.renew(tx, "2099.1", planned.now))
    await planned.walk(timedelta(hours=2))
    checkins = [m for m in planned.ana.messages() if "Start" in m.labels]
    assert len(checkins) == 1
    await planned.close()
    planned.simulator.clock.set(planned.now + timedelta(hours=22, minutes=5))  # 20:51: its check-in is due, not raised
    await planned.open()
    await planned.app.db.write(lambda tx: zones.renew(tx, "2099.2", planned.now))
    await planned.walk(timedelta(minutes=5))
    assert len([m for m in planned.ana.messages() if "Start" in m.labels]) == 2


async def test_last_nights_open_dose_is_still_listed_after_midnight(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 23:00", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    await joined.walk_to(0, 30)
    await joined.say(joined.ana, "/today")
    assert "23:00 · Evening capsule: waiting for your answer" in joined.ana.screen().text
