"""What the simulator remembers has a bound, so that one that runs for weeks does not fill the machine."""

from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientSession

from simulator import Clock, Simulator
from simulator.api.calls import Call, Calls
from simulator.world import World
from simulator.world.world import PRESSES_KEPT, QUERIES_KEPT

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def call(number: int) -> Call:
    return Call(at=AT, method=f"m{number}", parameters={}, status=200)


def filled(count: int, kept: int | None) -> Calls:
    calls = Calls(kept)
    for number in range(count):
        calls.add(call(number))
    return calls


def names(found: list[Call]) -> list[str]:
    return [each.method for each in found]


def test_only_the_newest_calls_are_kept_and_each_keeps_its_number() -> None:
    calls = filled(1003, kept=10)
    assert len(calls) == 1003 and 10 <= len(list(calls)) < 20
    assert calls.first == 1003 - len(list(calls))
    assert names(calls[-2:]) == ["m1001", "m1002"] and calls[-1].method == calls[1002].method == "m1002"
    assert names(calls[1000:]) == ["m1000", "m1001", "m1002"]
    assert names(calls[0:]) == names(list(calls)) and calls[0:5] == []
    with pytest.raises(IndexError, match="call 0 is not kept"):
        calls[0]


def test_what_came_since_a_moment_is_the_same_though_older_ones_were_dropped() -> None:
    calls = filled(15, kept=10)
    before = len(calls)
    for number in (15, 16, 17, 18, 19, 20):
        calls.add(call(number))
    assert calls.first > 0
    assert names(calls[before:]) == ["m15", "m16", "m17", "m18", "m19", "m20"]


def test_all_are_kept_where_that_is_asked_for() -> None:
    assert names(list(filled(300, kept=None))) == [f"m{n}" for n in range(300)]
    with pytest.raises(ValueError, match="at least one"):
        Calls(0)


async def test_a_page_of_calls_over_http_begins_with_the_oldest_that_is_kept() -> None:
    simulator = Simulator(clock=Clock(AT, mode="stepped"), calls_kept=3)
    await simulator.start()
    try:
        async with ClientSession() as http:
            for _ in range(8):
                async with http.get(f"{simulator.url}/bot{simulator.token}/getMe") as answer:
                    assert answer.status == 200
            async with http.get(f"{simulator.url}/simulator/calls?since=0") as answer:
                page = await answer.json()
    finally:
        await simulator.stop()
    assert page["first"] == simulator.calls.first > 0
    assert (len(page["calls"]), page["next"]) == (8 - page["first"], 8)


def test_old_presses_go_and_whatever_may_still_be_answered_stays() -> None:
    clock = Clock(AT, mode="stepped")
    world = World(clock=clock, bot_id=1, username="a_bot", title="A", privacy=True)
    ana = world.person("Ana", "en")
    ids = [world.new_press(ana) for _ in range(PRESSES_KEPT + 5)]
    assert ids[0] in world.presses  # all are of this moment: each may be answered
    clock.set(AT + timedelta(minutes=3))
    newest = world.new_press(ana)
    assert len(world.presses) == PRESSES_KEPT and newest in world.presses and ids[0] not in world.presses


def test_old_inline_queries_go_and_whatever_still_serves_stays() -> None:
    clock = Clock(AT, mode="stepped")
    world = World(clock=clock, bot_id=1, username="a_bot", title="A", privacy=True)
    ana = world.person("Ana", "en")
    first, *_ = [world.new_inline_query(ana, "sleep", "") for _ in range(QUERIES_KEPT + 5)]
    first.kept_until = AT + timedelta(minutes=5)  # as an answer's cache time says
    clock.set(AT + timedelta(minutes=3))
    world.new_inline_query(ana, "sleep", "")
    assert first.id in world.inline_queries
    clock.set(AT + timedelta(minutes=6))
    newest = world.new_inline_query(ana, "sleep", "")
    assert len(world.inline_queries) == QUERIES_KEPT and newest.id in world.inline_queries
    assert first.id not in world.inline_queries
