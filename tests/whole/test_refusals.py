"""Telegram says no, to one chat or to all: who waits, who is marked, and who is not held back. Over real HTTP."""

from datetime import timedelta

import pytest

from bot.gate import Gate
from care.doses import DoseState
from scheduler.delivery import MOST_AT_ONCE
from scheduler.outcomes import Unreachable
from store import clinics, notices, people, team
from store.database import Tx
from store.notices import Priority
from tests.conftest import House, confirm_plan
from tests.whole.evening import reminders, sends, state
from tests.whole.flight import Flight, ring, second_evening


async def reachable(house: House) -> bool:
    account = await house.app.db.read(lambda tx: people.account(tx, house.ana.id))
    assert account is not None
    return not account.unreachable


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


async def test_an_offer_that_waited_for_whoever_was_out_of_reach_is_not_told_of_once_its_plan_has_ended(
    planned: House,
) -> None:
    await planned.ana.block()
    await planned.settle()
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 21:00", "2 mg")
    await planned.say(planned.bruno, "/patients")
    label = next(label for label in planned.bruno.screen().labels if label.startswith("P-07"))
    await planned.tap(planned.bruno, label, "End plan", "End it for good")
    await planned.ana.unblock()
    await planned.say(planned.ana, "/today")
    await planned.walk(timedelta(hours=3))
    kinds = await planned.app.db.read(lambda tx: tx.all("SELECT outcome FROM notice WHERE kind = 'offer'"))
    assert [row["outcome"] for row in kinds] == ["sent", "void"]


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


async def test_a_reminder_that_telegram_will_not_take_is_told_of_and_the_clinic_hears(planned: House) -> None:
    await planned.walk_to(20, 59)
    before = len(planned.bruno.messages())
    planned.simulator.fail_next("sendMessage", 400, "Bad Request: something new")
    await planned.walk_to(21, 5)
    assert await state(planned) is DoseState.UNDELIVERED
    assert any("could not send reminders to one of your patients" in m.text for m in planned.bruno.messages()[before:])
    await planned.walk_to(1, 1)
    assert len([m for m in planned.ana.messages() if "The reminder of Tue 24 Nov, 21:00, may not" in m.text]) == 1


async def test_a_reminder_that_was_refused_some_seconds_late_is_tried_again_the_next_evening(planned: House) -> None:
    await second_evening(planned)
    flight = Flight(planned, ring(), shown=False)
    await planned.walk_to(21, 0, 5)
    await flight.land(Unreachable())
    assert await state(planned) is DoseState.UNDELIVERED
    await planned.walk_to(20, 59)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.SENT
