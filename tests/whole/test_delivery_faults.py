"""Every row of the table of outcomes (design 4), over real HTTP: never lost, never silently doubled."""

from datetime import timedelta

import pytest

from bot.gate import Gate
from care.doses import DoseState
from scheduler.delivery import MOST_AT_ONCE
from simulator.faults import Body
from store import clinics, notices, people, team
from store.database import Tx
from store.notices import Priority
from tests.conftest import House, confirm_plan


def reminders(house: House) -> list[str]:
    return [m.text for m in house.ana.messages() if "Your 21:00 reminder" in m.text]


def sends(house: House) -> list[int]:
    """The statuses of the calls that sent something to Ana, oldest first; 0: no answer."""
    calls = [c for c in house.simulator.calls if c.method == "sendMessage"]
    return [c.status for c in calls if int(c.parameters["chat_id"]) == house.ana.id]


async def state(house: House) -> DoseState:
    return (await house.doses())[-1].state


async def reachable(house: House) -> bool:
    account = await house.app.db.read(lambda tx: people.account(tx, house.ana.id))
    assert account is not None
    return not account.unreachable


# --- 429


async def test_a_chat_that_telegram_defers_gets_no_call_before_its_time_is_up(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.fail_next("sendMessage", 429, "Too Many Requests: retry after 7", parameters={"retry_after": 7})
    await planned.walk_to(21, 1)
    (text,) = reminders(planned)
    assert "may have seen" not in text and "late" not in text
    refused, sent = [c for c in planned.simulator.calls if c.method == "sendMessage"][-2:]
    assert (refused.status, sent.status, sent.at - refused.at) == (429, 200, timedelta(seconds=7))


async def test_chats_that_wait_for_telegram_take_no_place_from_the_others(planned: House) -> None:
    gate = planned.app.application.bot.rate_limiter
    assert isinstance(gate, Gate)
    crowd = [planned.simulator.person(f"Patient {n}") for n in range(MOST_AT_ONCE + 1)]

    def queue(tx: Tx) -> None:
        link = people.links(tx, clinics.every(tx)[0].id)[0].id
        for person in crowd:
            gate._held[person.id] = (planned.now, planned.now + timedelta(days=1))
            people.open_account(tx, id=f"a{person.id}", chat=person.id, language="en", at=planned.now)
            team.join(
                tx,
                id=f"c{person.id}",
                clinic=clinics.every(tx)[0].id,
                account=f"a{person.id}",
                name=person.name,
                at=planned.now,
            )
            for n in range(2):
                notices.put(
                    tx,
                    id=f"n{n}-{person.id}",
                    account=f"a{person.id}",
                    kind="clinic",
                    priority=Priority.DOSE,
                    send_at=planned.now,
                    facts={"link": link},
                )

    await planned.app.db.write(queue)
    await planned.walk_to(21, 1)
    assert len(reminders(planned)) == 1
    assert not any(c.parameters.get("chat_id") == str(p.id) for c in planned.simulator.calls for p in crowd)


async def test_the_whole_bot_waits_when_a_second_chat_is_deferred_within_a_second(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    await joined.say(joined.bruno, "/invite P-08")
    await joined.cleo.scan(await joined.bruno.sees("P-08"))
    await joined.settle()
    await joined.tap(joined.cleo, "I agree", "Yes, share them", "Germany", "Yes")
    await confirm_plan(joined, "/plan P-08 LDN 1.5 mg at 21:00", "1.5 mg")
    await joined.tap(joined.cleo, "See it", "Evening capsule", "None of these", "Yes, start")
    await joined.walk_to(20, 59)
    words = "Too Many Requests: retry after 30"
    joined.simulator.fail_next("sendMessage", 429, words, times=2, parameters={"retry_after": 30})
    before = len(joined.simulator.calls)
    await joined.walk_to(21, 1)
    calls = [
        c for c in joined.simulator.calls[before:] if c.method == "sendMessage" and "21:00" in c.parameters["text"]
    ]
    assert [c.status for c in calls] == [429, 429, 200, 200]
    assert calls[2].at - calls[1].at == timedelta(seconds=30)


async def test_a_press_while_telegram_defers_the_chat_is_recorded_at_once_and_answered_in_the_end(
    planned: House,
) -> None:
    await planned.walk_to(21, 0)
    words = "Too Many Requests: retry after 40"
    planned.simulator.fail_next("editMessageText", 429, words, parameters={"retry_after": 40})
    await planned.ana.tap("See what changed")
    await planned.settle()
    planned.simulator.fail_next("editMessageText", 429, words, parameters={"retry_after": 40})
    await planned.walk(timedelta(minutes=1))
    await planned.walk(timedelta(minutes=1))
    assert "Taken" in planned.ana.screen().labels
    assert not any("Sorry" in m.text for m in planned.ana.messages())


# --- Not sent, and Telegram away for long


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
    assert len([m for m in planned.ana.messages() if "That was our fault" in m.text]) == 1
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


# --- In doubt


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


async def test_twice_in_doubt_is_shown_as_undelivered_and_not_as_the_patients_miss(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage", times=2)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.UNDELIVERED
    assert len(reminders(planned)) == 2
    await planned.say(planned.ana, "/today")
    assert "our reminder did not arrive" in planned.ana.screen().text


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


# --- Unreachable, and healed


async def test_a_blocked_bot_pushes_nothing_the_clinic_sees_it_and_unblocking_heals_it(planned: House) -> None:
    await planned.ana.block()
    await planned.settle()
    assert any("P-07 needs a look" in m.text for m in planned.bruno.messages())
    before = len(sends(planned))
    await planned.walk(timedelta(days=3))
    assert len(sends(planned)) - before <= 3  # at most one try a day
    assert {d.state for d in await planned.doses()} == {DoseState.UNDELIVERED}
    await planned.say(planned.bruno, "/patients")
    assert "P-07 · unreachable" in planned.bruno.screen().labels
    await planned.ana.unblock()
    await planned.settle()
    assert await reachable(planned)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.SENT


async def test_a_refusal_that_was_a_slip_heals_with_the_next_days_try(planned: House) -> None:
    planned.simulator.fail_next("sendMessage", 403, "Forbidden: bot was blocked by the user")
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.UNDELIVERED and not await reachable(planned)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.SENT and await reachable(planned)


@pytest.mark.parametrize("words", ["/start", "/today", "hello"])
async def test_whoever_writes_can_be_reached_again(planned: House, words: str) -> None:
    planned.simulator.fail_next("sendMessage", 403, "Forbidden: user is deactivated")
    await planned.walk_to(21, 1)
    assert not await reachable(planned)
    await planned.say(planned.ana, words)
    assert await reachable(planned)


async def test_a_hold_waits_for_whoever_is_out_of_reach(planned: House) -> None:
    await planned.ana.block()
    await planned.settle()
    await planned.say(planned.bruno, "/patients")
    label = next(label for label in planned.bruno.screen().labels if label.startswith("P-07"))
    await planned.tap(planned.bruno, label, "Hold")
    await planned.walk(timedelta(hours=2))
    assert not any("Your plan is on hold" in m.text for m in planned.ana.messages())
    await planned.ana.unblock()
    await planned.settle()
    assert any("Your plan is on hold" in m.text for m in planned.ana.messages())


# --- Moved, refused


async def test_a_chat_that_moved_in_circles_is_given_up_and_holds_nobody_back(planned: House) -> None:
    await planned.walk_to(20, 59)
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    moved = {"migrate_to_chat_id": planned.ana.id}
    planned.simulator.fail_next("sendMessage", 400, words, times=5, parameters=moved)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.UNDELIVERED
    planned.simulator.faults.clear()
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.SENT


async def test_a_chat_that_moved_gets_its_notice_there(planned: House) -> None:
    await planned.walk_to(20, 59)
    words, there = "Bad Request: group chat was upgraded to a supergroup chat", planned.cleo.id
    await planned.say(planned.cleo, "hello")
    planned.simulator.fail_next("sendMessage", 400, words, parameters={"migrate_to_chat_id": there})
    await planned.walk_to(21, 1)
    assert "Your 21:00 reminder" in planned.cleo.screen().text
    assert reminders(planned) == []


async def test_an_unknown_refusal_fails_that_notice_and_nobody_else(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.fail_next("sendMessage", 400, "Bad Request: something new")
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.UNDELIVERED
    await planned.walk_to(21, 1)
    assert len(reminders(planned)) == 1


# --- Outages of ours


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
