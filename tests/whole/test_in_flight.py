"""A reminder, or word of one, is on its way: what closes, is lost or refused meanwhile."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from care.doses import DoseState
from content.screen import Screen
from scheduler.outcomes import InDoubt, Outcome
from store.database import Unavailable
from tests.conftest import House
from tests.whole.evening import state
from tests.whole.flight import OUR_FAULT, Flight, ring, second_evening, second_patient


async def test_a_later_ring_that_lands_as_its_window_closes_is_not_told_as_never_sent(planned: House) -> None:
    await second_evening(planned)
    await planned.walk_to(21, 1)
    before = len(planned.bruno.messages())
    await planned.walk_to(0, 44, 50)
    flight = Flight(planned, ring("You asked for it later"))
    await planned.tap(planned.ana, "Later", "In 15 min")
    await planned.walk_to(1, 0, 10)
    await flight.land()
    await planned.walk(timedelta(minutes=3))
    assert any("You asked for it later" in m.text or "Not answered" in m.text for m in planned.ana.messages())
    assert not any(OUR_FAULT in m.text for m in planned.ana.messages())
    assert planned.bruno.messages()[before:] == []
    assert await state(planned) is DoseState.UNANSWERED


async def test_who_is_lost_while_the_list_is_on_its_way_to_the_team_is_not_forgotten(planned: House) -> None:
    await second_patient(planned)
    await second_evening(planned)
    before = len(planned.bruno.messages())
    planned.simulator.fail_next("sendMessage", 400, "Bad Request: injected")
    flight = Flight(planned, lambda screen, replaces: "could not send" in str(screen.text))
    await planned.walk_to(21, 1, 30)
    assert flight.began.is_set()
    planned.simulator.fail_next("sendMessage", 400, "Bad Request: injected")
    await planned.walk_to(21, 2, 10)
    await flight.land()
    await planned.walk(timedelta(minutes=10))
    told = [m.text for m in planned.bruno.messages()[before:]]
    assert len(told) == 2 or not any("one of your patients" in text for text in told)


async def test_a_disk_full_until_the_window_closed_makes_no_outage_of_a_reminder_that_came_tick_first(
    planned: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await second_evening(planned)
    before = len(planned.bruno.messages())
    flight = Flight(planned, ring())
    await planned.walk_to(21, 0, 5)
    real, full, refused = planned.app.db.write, [True], asyncio.Event()

    async def write(fn: Any) -> Any:
        if full[0]:
            refused.set()
            raise Unavailable("injected: disk full")
        return await real(fn)

    monkeypatch.setattr(planned.app.db, "write", write)
    flight.landing.set_result(None)
    await refused.wait()
    refused.clear()
    planned.simulator.clock.set(planned.now + timedelta(hours=4, seconds=5))
    await refused.wait()
    full[0] = False
    await planned.app.tick()
    await planned.walk(timedelta(minutes=3))
    assert not any(OUR_FAULT in m.text for m in planned.ana.messages())
    assert planned.bruno.messages()[before:] == []


async def test_one_that_may_have_come_is_not_told_to_the_team_as_not_sent_since_its_copy_was_refused(
    planned: House,
) -> None:
    await second_evening(planned)
    before = len(planned.bruno.messages())
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 0, 5)
    planned.simulator.fail_next("sendMessage", 400, "Bad Request: injected")
    await planned.walk_to(21, 5)
    assert planned.bruno.messages()[before:] == []


async def test_a_hold_reaches_its_message_though_the_edit_is_in_doubt_three_times(planned: House) -> None:
    await second_evening(planned)
    await planned.walk_to(21, 1)
    reminder = planned.ana.screen()
    await planned.say(planned.bruno, "/patients")
    await planned.tap(planned.bruno, next(x for x in planned.bruno.screen().labels if "P-07" in x))
    real = planned.app.delivery._send
    left = [3]

    async def doubtful(chat: int, screen: Screen, replaces: int | None, priority: Any) -> Outcome:
        if replaces is not None and left[0]:
            left[0] -= 1
            return InDoubt()
        return await real(chat, screen, replaces, priority)

    planned.app.delivery._send = doubtful
    await planned.tap(planned.bruno, next(x for x in planned.bruno.screen().labels if "Hold" in x))
    await planned.walk(timedelta(hours=1))
    assert "On hold" in reminder.text
