"""Faults that come by plan: at each n-th call, by chance, between two instants; from Python and over HTTP."""

import asyncio
import random
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from simulator import Fault, Person, Refusal, Simulator
from tests.simulator.conftest import MORNING, CallIt, confirm_all

BUSY = Refusal(500, "Internal Server Error")


async def statuses(call: CallIt, times: int, method: str = "getMe") -> list[int]:
    return [(await call(method)).status for _ in range(times)]


async def test_each_third_call_fails_until_it_is_cleared(call: CallIt, sim: Simulator) -> None:
    fault = sim.faults.add(Fault(what="refuse", refusal=BUSY, method="getMe", every=3, times=None))
    assert await statuses(call, 6) == [200, 200, 500] * 2
    sim.faults.clear(fault.id)
    assert await statuses(call, 3) == [200] * 3


async def test_chance_follows_the_dice_that_were_handed_in(call: CallIt, sim: Simulator) -> None:
    dice = random.Random(7)
    expected = [500 if dice.random() < 0.5 else 200 for _ in range(20)]
    sim.faults.add(Fault(what="refuse", refusal=BUSY, chance=0.5, dice=random.Random(7), times=None))
    assert await statuses(call, 20) == expected
    assert 200 in expected and 500 in expected


async def test_a_fault_between_two_instants_follows_the_simulators_clock(call: CallIt, sim: Simulator) -> None:
    since, until = MORNING + timedelta(minutes=1), MORNING + timedelta(minutes=2)
    sim.faults.add(Fault(what="refuse", refusal=Refusal(401, "Unauthorized"), since=since, until=until, times=None))
    seen = []
    for moment in (MORNING, since, until - timedelta(seconds=1), until):
        sim.clock.set(moment)
        seen += await statuses(call, 1)
    assert seen == [200, 401, 401, 200] and sim.faults.waiting == []


async def test_a_fault_may_be_for_one_chat_only(call: CallIt, sim: Simulator, ana: Person) -> None:
    bruno = sim.person("Bruno")
    await bruno.say("/start")
    sim.faults.add(Fault(what="refuse", refusal=BUSY, chat=ana.id))
    assert (await call("sendMessage", chat_id=bruno.id, text="x")).status == 200
    assert (await call("sendMessage", chat_id=str(ana.id), text="x")).status == 500


async def test_a_delayed_call_has_its_effect_and_answers(call: CallIt, sim: Simulator, ana: Person) -> None:
    sim.delay("sendMessage", 0.01)
    assert (await call("sendMessage", chat_id=ana.id, text="x")).status == 200
    assert sim.calls[-1].fault == "delay before"


async def test_who_gives_up_on_a_late_answer_has_had_the_effect(call: CallIt, sim: Simulator, ana: Person) -> None:
    sim.faults.add(Fault(what="delay after", method="sendMessage", seconds=60))
    late = asyncio.create_task(call("sendMessage", chat_id=ana.id, text="x"))
    await ana.sees("x")
    assert not late.done()
    late.cancel()


@pytest.mark.parametrize(("body", "status"), [("broken json", 200), ("html", 502), ("not ours", 200)])
@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_bad_body_is_no_answer(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession, body: Any, status: int, when: str
) -> None:
    sim.faults.add(Fault(what=f"bad body {when}", body=body))  # type: ignore[arg-type] - put together
    async with http.post(f"{sim.url}/bot{sim.token}/sendMessage", json={"chat_id": ana.id, "text": "x"}) as answer:
        assert answer.status == status and '"ok"' not in (await answer.text()).replace('{"ok":true,"result":{"mess', "")
    assert len(ana.messages()) == (2 if when == "after" else 1)


async def test_updates_may_come_twice_out_of_order_and_once_more(call: CallIt, sim: Simulator, ana: Person) -> None:
    await ana.say("one")
    await ana.say("two")
    sim.faults.add(Fault(what="duplicate"))
    ids = [update["update_id"] for update in (await call("getUpdates")).result]
    assert ids[0] == ids[1] < ids[2] == ids[3]
    sim.faults.add(Fault(what="out of order"))
    assert [update["message"]["text"] for update in (await call("getUpdates")).result] == ["two", "one"]
    confirmed = await confirm_all(call)
    sim.redeliver(2)
    assert (await call("getUpdates")).result == confirmed


async def test_a_second_poller_is_a_conflict(call: CallIt, sim: Simulator) -> None:
    sim.faults.add(Fault(what="second poller", times=2))
    assert await statuses(call, 1) == [200]
    refused = await call("getUpdates")
    assert refused.status == 409 and "terminated by other getUpdates request" in refused.body["description"]
    assert await statuses(call, 2, "getUpdates") == [409, 200]


async def test_a_page_or_another_process_sets_lists_and_clears_faults(
    call: CallIt, sim: Simulator, http: aiohttp.ClientSession
) -> None:
    asked = {"what": "refuse", "status": 429, "description": "Too Many Requests: retry after 3", "times": 0}
    asked |= {"method": "getMe", "parameters": {"retry_after": 3}, "every": 2}
    async with http.post(f"{sim.url}/simulator/faults", json=asked) as answer:
        made = (await answer.json())["fault"]
    assert await statuses(call, 4) == [200, 429, 200, 429]
    async with http.get(f"{sim.url}/simulator/faults") as answer:
        (listed,) = (await answer.json())["faults"]
    assert listed == {**made, "seen": 4} and listed["times"] is None and listed["parameters"] == {"retry_after": 3}
    async with http.delete(f"{sim.url}/simulator/faults/{made['id']}") as answer:
        assert (await answer.json())["faults"] == []
    assert await statuses(call, 2) == [200, 200]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, '"what" is missing'),
        ({"what": "explode"}, "what is one of"),
        ({"what": "refuse"}, '"status" is missing'),
        ({"what": "refuse", "status": 200, "description": "x"}, "400 to 599"),
        ({"what": "hang", "every": 0}, "count from 1"),
        ({"what": "hang", "chance": 2}, "between 0 and 1"),
        ({"what": "hang", "times": "2"}, '"times" is'),
        ({"what": "hang", "since": "2026-03-01T09:00"}, "needs a zone"),
        ({"what": "hang", "colour": "red"}, "nobody knows colour"),
        ({"what": "bad body after", "body": "poem"}, "body one of"),
    ],
)
async def test_a_fault_that_can_not_be_is_explained(
    sim: Simulator, http: aiohttp.ClientSession, asked: dict[str, Any], words: str
) -> None:
    async with http.post(f"{sim.url}/simulator/faults", json=asked) as answer:
        assert answer.status == 400 and words in (await answer.json())["error"]
    assert sim.faults.waiting == []


@pytest.mark.parametrize("headers", [{"Origin": "https://example.org"}, {"Host": "example.org"}])
async def test_no_other_page_may_set_one(sim: Simulator, http: aiohttp.ClientSession, headers: dict[str, str]) -> None:
    async with http.post(f"{sim.url}/simulator/faults", json={"what": "hang"}, headers=headers) as answer:
        assert answer.status == 403
    async with http.post(f"{sim.url}/simulator/faults", data='{"what": "hang"}') as answer:
        assert answer.status == 415  # a form of another page can't be JSON
    assert sim.faults.waiting == []


async def test_limits_are_turned_off_over_http(sim: Simulator, http: aiohttp.ClientSession) -> None:
    async with http.post(f"{sim.url}/simulator/limits", json={"on": False}) as answer:
        assert (await answer.json()) == {"ok": True, "on": False, "violations": {}}
    assert not sim.limits.on
