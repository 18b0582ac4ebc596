"""Long polling."""

import asyncio
from datetime import timedelta

import pytest

from simulator import Person, Simulator
from tests.simulator.conftest import CallIt, confirm_all, keys


async def test_an_update_comes_again_until_an_offset_confirms_it(call: CallIt, sim: Simulator, ana: Person) -> None:
    await ana.say("one")
    await ana.say("two")
    first, second = (await call("getUpdates")).result
    assert (await call("getUpdates")).result == [first, second]
    assert (await call("getUpdates", offset=second["update_id"])).result == [second]
    assert sim.unconfirmed() == 1
    assert (await call("getUpdates", offset=second["update_id"] + 1)).result == []


async def test_limit_is_kept_between_1_and_100(call: CallIt, ana: Person) -> None:
    for number in range(101):
        await ana.say(str(number))
    assert [len((await call("getUpdates", limit=limit)).result) for limit in (0, 2, 500)] == [1, 2, 100]


async def test_a_negative_offset_forgets_all_but_the_last(call: CallIt, sim: Simulator, ana: Person) -> None:
    for text in ("one", "two", "three"):
        await ana.say(text)
    assert [each["message"]["text"] for each in (await call("getUpdates", offset=-1)).result] == ["three"]
    assert sim.unconfirmed() == 1


async def test_a_long_poll_returns_as_soon_as_something_happens(call: CallIt, ana: Person) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    await call("getMe")
    assert not poll.done()
    await ana.say("hello")
    assert [each["message"]["text"] for each in (await poll).result] == ["hello"]


async def test_a_second_poll_ends_the_first_with_a_conflict(call: CallIt, ana: Person) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=30))
    await call("getMe")
    await call("getUpdates")
    assert (await first).refusal == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )


async def test_a_message_waits_24_hours_and_a_press_150_seconds(call: CallIt, sim: Simulator, ana: Person) -> None:
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("Taken"))
    await ana.say("hello")
    await ana.tap("Taken")
    sim.clock.set(sim.clock.now() + timedelta(seconds=149))
    assert sim.unconfirmed() == 2
    sim.clock.set(sim.clock.now() + timedelta(seconds=1))
    assert [list(each)[1] for each in (await call("getUpdates")).result] == ["message"]
    sim.clock.set(sim.clock.now() + timedelta(hours=24))
    assert (await call("getUpdates")).result == []


async def test_allowed_updates_are_remembered(call: CallIt, sim: Simulator, ana: Person) -> None:
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("Taken"))
    await call("getUpdates", allowed_updates=["callback_query"])
    await ana.say("unheard")
    await ana.tap("Taken")
    assert [list(each)[1] for each in (await call("getUpdates")).result] == ["callback_query"]
    await call("getUpdates", allowed_updates=[])
    await ana.say("heard")
    assert sim.unconfirmed() == 2


async def test_drained_returns_once_the_bot_has_confirmed_all(call: CallIt, sim: Simulator, ana: Person) -> None:
    await ana.say("hello")
    drained = asyncio.create_task(sim.drained())
    await call("getUpdates")
    assert not drained.done()
    await confirm_all(call)
    await drained


async def test_the_webhook_is_none_and_dropping_it_may_drop_what_waits(call: CallIt, ana: Person) -> None:
    await ana.say("hello")
    info = (await call("getWebhookInfo")).result
    assert (info["url"], info["pending_update_count"]) == ("", 1)
    await call("deleteWebhook", drop_pending_updates=True)
    assert (await call("getUpdates")).result == []


@pytest.mark.parametrize(("block", "was", "now"), [(True, "member", "kicked"), (False, "kicked", "member")])
async def test_blocking_and_unblocking_are_told(call: CallIt, ana: Person, block: bool, was: str, now: str) -> None:
    await (ana.block() if block else ana.unblock())
    (update,) = await confirm_all(call)
    change = update["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == (was, now)
    assert change["from"]["id"] == change["chat"]["id"] == ana.id
