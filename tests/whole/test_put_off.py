"""A dose that was put off: what quiet, an undo, a lost connection and Telegram's limits make of it."""

from datetime import timedelta
from typing import Any

import pytest

import scheduler.tick
from bot.origins import new_id
from care.doses import DoseState
from scheduler.outcomes import InDoubt, Sent, settle
from simulator import Message
from store import notices
from store.notices import Notice
from tests.conftest import House, confirm_plan


async def put_off(house: House, minutes: int) -> None:
    """On the second evening, at a minute past nine, Ana presses Later."""
    await house.walk(timedelta(days=1))
    await house.walk_to(21, 1)
    await house.tap(house.ana, "Later", f"In {minutes} min")


async def state(house: House) -> DoseState:
    return (await house.doses())[-1].state


def rings(house: House) -> list[str]:
    return [m.text for m in house.ana.messages() if "You asked for it later" in m.text]


async def test_quiet_takes_the_time_of_the_next_reminder_off_its_message_at_once(planned: House) -> None:
    await put_off(planned, 60)
    assert any("You will be reminded at 22:01" in m.text for m in planned.ana.messages())
    await planned.say(planned.ana, "/stop")
    await planned.walk(timedelta(minutes=1))
    assert not any("You will be reminded" in m.text for m in planned.ana.messages())
    assert any("Later. No other reminder of it is planned." in m.text for m in planned.ana.messages())
    await planned.walk(timedelta(hours=2))
    assert rings(planned) == []


async def test_a_later_ring_that_telegram_deferred_does_not_ring_in_quiet(planned: House) -> None:
    await put_off(planned, 30)
    await deferred(planned, 600)
    await planned.walk_to(21, 31, 10)
    assert rings(planned) == []
    await planned.say(planned.ana, "/stop")
    await planned.walk(timedelta(hours=2))
    assert rings(planned) == []


def one_ring_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next ring can't be raised, for whatever reason; those after it can."""
    real, failures = scheduler.tick._ring, iter([True])

    def fails_once(*arguments: Any) -> None:
        if next(failures, False):
            raise RuntimeError("injected")
        real(*arguments)

    monkeypatch.setattr(scheduler.tick, "_ring", fails_once)


async def test_a_later_ring_that_could_not_be_raised_is_tried_again_in_a_minute(
    planned: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_off(planned, 30)
    one_ring_fails(monkeypatch)
    await planned.walk_to(21, 31, 30)
    assert rings(planned) == []
    await planned.walk_to(21, 33)
    assert len(rings(planned)) == 1 and await state(planned) is DoseState.LATER


async def test_a_quiet_repeat_that_could_not_be_raised_is_tried_again_in_a_minute(
    planned: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await planned.walk(timedelta(days=1))
    await planned.walk_to(21, 1)
    one_ring_fails(monkeypatch)
    await planned.walk_to(21, 45, 30)
    assert not any("Nothing is marked yet" in m.text for m in planned.ana.messages())
    await planned.walk_to(21, 48)
    assert any("Nothing is marked yet" in m.text for m in planned.ana.messages())


async def deferred(house: House, seconds: int) -> None:
    """Telegram says of the next reminder that its chat has to wait."""
    words = f"Too Many Requests: retry after {seconds}"
    house.simulator.fail_next("sendMessage", 429, words, parameters={"retry_after": seconds})


async def under_way(house: House) -> Notice:
    """Ana's ring of 21:31 as it is between its claim and Telegram's answer."""
    await deferred(house, 10)
    await house.walk_to(21, 31, 5)
    ring = await house.app.db.write(lambda tx: notices.claim(tx, house.now + timedelta(seconds=20)))
    assert ring is not None and ring.facts == {"later": "yes"}
    return ring


async def handled(house: House) -> None:
    """What was typed or pressed is; delivery, which has a notice under way, is not waited for."""
    await house.simulator.drained()
    await house.app.activity.rest()


async def test_a_later_ring_that_was_lost_while_quiet_began_does_not_ring_in_it(planned: House) -> None:
    await put_off(planned, 30)
    ring = await under_way(planned)
    await planned.ana.say("/stop")
    await handled(planned)
    await planned.app.db.write(lambda tx: settle(tx, ring, InDoubt(), planned.now, new_id))
    await planned.walk(timedelta(hours=2))
    assert not any("You may have seen this one already" in m.text for m in planned.ana.messages())


async def test_what_is_put_off_in_quiet_rings_since_it_was_asked_for(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await planned.walk_to(21, 1)
    reminder = planned.ana.screen()
    await planned.say(planned.ana, "/stop")
    await planned.ana.tap("Later", message=reminder)
    await planned.settle()
    await planned.tap(planned.ana, "In 15 min")
    await planned.walk(timedelta(minutes=16))
    assert len(rings(planned)) == 1


async def test_put_off_again_before_its_ring_could_go_it_rings_only_at_the_later_time(planned: House) -> None:
    await put_off(planned, 15)
    await planned.walk_to(21, 15, 50)
    await planned.tap(planned.ana, "Later")
    await deferred(planned, 120)
    await planned.walk_to(21, 16, 30)
    await planned.tap(planned.ana, "In 30 min")
    await planned.walk_to(21, 40)
    assert rings(planned) == []
    await planned.walk_to(21, 47)
    assert len(rings(planned)) == 1


async def test_put_off_again_while_its_ring_was_under_way_that_ring_says_so(planned: House) -> None:
    await put_off(planned, 30)
    await planned.walk_to(21, 30, 50)
    await planned.tap(planned.ana, "Later")
    ring = await under_way(planned)
    await planned.ana.tap("In 15 min")
    await handled(planned)
    sent = max(m.message_id for m in planned.ana.messages()) + 1
    await planned.app.db.write(lambda tx: settle(tx, ring, Sent(sent), planned.now, new_id))
    edits = "SELECT 1 FROM notice WHERE kind = 'state' AND replaces = :sent"
    assert await planned.app.db.read(lambda tx: tx.value(edits, sent=sent))
    await planned.walk(timedelta(minutes=1))  # else its end waits for what is on its way


async def test_a_ring_in_doubt_that_was_put_off_meanwhile_costs_the_next_one_no_second_try(planned: House) -> None:
    await put_off(planned, 30)
    await planned.walk_to(21, 30, 50)
    await planned.tap(planned.ana, "Later")
    ring = await under_way(planned)
    await planned.ana.tap("In 15 min")
    await handled(planned)
    await planned.app.db.write(lambda tx: settle(tx, ring, InDoubt(), planned.now, new_id))
    await planned.walk_to(21, 45)
    planned.simulator.drop_before("sendMessage")
    await planned.walk_to(21, 50)
    assert any("You may have seen this one already" in m.text for m in planned.ana.messages())


async def test_taken_and_undone_it_comes_when_it_was_asked_for(planned: House) -> None:
    await put_off(planned, 15)
    await planned.walk(timedelta(minutes=5))
    await planned.tap(planned.ana, "Taken", "Undo")
    assert "You will be reminded at 21:16" in planned.ana.screen().text
    await planned.walk_to(21, 16, 10)
    assert len(rings(planned)) == 1
    await planned.walk(timedelta(hours=1))
    assert not any("This is the only repeat" in m.text for m in planned.ana.messages()[-2:])


async def test_undone_after_that_time_it_is_asked_about_once_more_as_any_other(planned: House) -> None:
    await put_off(planned, 15)
    await planned.tap(planned.ana, "Taken")
    await planned.walk(timedelta(minutes=30))
    await planned.tap(planned.ana, "Undo")
    assert await state(planned) is DoseState.SENT
    await planned.walk(timedelta(hours=1))
    assert any("This is the only repeat" in m.text for m in planned.ana.messages())


async def test_undone_in_quiet_it_rings_no_more(planned: House) -> None:
    await put_off(planned, 60)
    await planned.tap(planned.ana, "Taken")
    answered = planned.ana.screen()
    await planned.say(planned.ana, "/stop")
    await planned.ana.tap("Undo", message=answered)
    await planned.settle()
    await planned.walk(timedelta(hours=2))
    assert rings(planned) == []


async def test_a_dose_once_in_doubt_and_put_off_has_its_later_ring_once_more_when_that_is_lost(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 2)
    await planned.tap(planned.ana, "See what changed", "Later", "In 30 min")
    planned.simulator.drop_before("sendMessage")
    await planned.walk_to(21, 40)
    assert any("You may have seen this one already" in m.text for m in planned.ana.messages())


async def test_a_later_ring_lost_twice_is_ours_and_not_the_patients_miss(planned: House) -> None:
    await put_off(planned, 30)
    planned.simulator.drop_before("sendMessage", times=2)
    await planned.walk_to(21, 40)
    assert await state(planned) is DoseState.UNDELIVERED
    assert any("We could not tell if this reminder reached you" in m.text for m in planned.ana.messages())


async def test_a_later_ring_that_telegram_defers_past_the_window_is_ours_too(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await planned.walk_to(23, 51)
    await planned.tap(planned.ana, "Later", "In 60 min")
    await deferred(planned, 700)
    await planned.walk(timedelta(hours=2))
    assert await state(planned) is DoseState.UNDELIVERED
    assert any("The reminder that you asked for later did not reach you" in m.text for m in planned.ana.messages())
    (note,) = [m.text for m in planned.ana.messages() if "We could not send your reminders" in m.text]
    assert "23:51, on" in note  # that of 21:00 was seen


async def test_put_off_reminded_again_and_not_answered_is_not_answered(planned: House) -> None:
    await put_off(planned, 15)
    await planned.walk(timedelta(hours=5))
    assert len(rings(planned)) == 0  # it was edited once its window closed
    assert await state(planned) is DoseState.UNANSWERED


async def undone_after_a_change(house: House) -> Message:
    """Taken at five past nine; then a version with its first dose at half past midnight is accepted, and Taken undone:
    half-way is a quarter to eleven."""
    await house.walk_to(21, 5)
    await house.tap(house.ana, "See what changed", "Taken")
    reminder = house.ana.screen()
    await confirm_plan(house, "/plan P-07 LDN 2 mg at 00:30", "2 mg")
    await house.tap(house.ana, "See it", "Yes, start")
    await house.ana.tap("Undo", message=reminder)
    await house.settle()
    return reminder


async def test_undone_after_a_change_it_is_open_until_half_way_to_the_new_next_dose(planned: House) -> None:
    await undone_after_a_change(planned)
    await planned.walk_to(22, 44)
    assert await state(planned) is DoseState.SENT
    await planned.walk_to(22, 45)
    assert await state(planned) is DoseState.UNANSWERED


async def test_undone_after_a_change_it_is_not_put_off_past_half_way(planned: House) -> None:
    reminder = await undone_after_a_change(planned)
    await planned.walk_to(21, 46)
    for label in ("See what changed", "Later"):
        await planned.ana.tap(label, message=reminder)
        await planned.settle()
    assert reminder.labels == ["In 15 min", "In 30 min", "Back", "Help"]
