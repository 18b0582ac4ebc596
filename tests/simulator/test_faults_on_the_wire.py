"""What goes wrong on the way, on purpose."""

import asyncio

import aiohttp
import pytest

from simulator import Person, Simulator
from tests.simulator.conftest import CallIt


async def test_a_call_is_refused_as_often_as_told_and_then_goes_well(call: CallIt, sim: Simulator, ana: Person) -> None:
    sim.fail_next("sendMessage", 429, "Too Many Requests: retry after 3", times=2, parameters={"retry_after": 3})
    for _ in range(2):
        refused = await call("sendMessage", chat_id=ana.id, text="x")
        assert refused.refusal == (429, "Too Many Requests: retry after 3")
        assert refused.body["parameters"] == {"retry_after": 3} and refused.headers["Retry-After"] == "3"
    assert len(ana.messages()) == 1
    assert (await call("sendMessage", chat_id=ana.id, text="x")).status == 200


async def test_a_fault_waits_for_its_method(call: CallIt, sim: Simulator) -> None:
    sim.fail_next("getFile", 500, "Internal Server Error")
    assert (await call("getMe")).status == 200
    assert (await call("getFile", file_id="x")).refusal == (500, "Internal Server Error")


async def test_dropped_after_means_done_and_not_answered(call: CallIt, sim: Simulator, ana: Person) -> None:
    sim.drop_after("sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=ana.id, text="x")
    assert ana.screen().text == "x" and sim.calls[-1].status == 0


async def test_dropped_before_means_not_done(call: CallIt, sim: Simulator, ana: Person) -> None:
    sim.drop_before("sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=ana.id, text="x")
    assert len(ana.messages()) == 1


async def test_a_call_that_hangs_is_neither_done_nor_answered(call: CallIt, sim: Simulator, ana: Person) -> None:
    sim.hang("sendMessage")
    hanging = asyncio.create_task(call("sendMessage", chat_id=ana.id, text="x"))
    while not any(made.description.startswith("hang") for made in sim.calls):
        await call("getMe")
    assert not hanging.done() and len(ana.messages()) == 1
    hanging.cancel()
