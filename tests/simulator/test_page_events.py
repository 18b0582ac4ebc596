"""What the page is told while it is open: everything first, then what changed."""

import json
from typing import Any

import aiohttp

from simulator import Person, Simulator
from tests.simulator.conftest import CallIt


async def event(stream: aiohttp.StreamReader) -> tuple[str, Any]:
    """The next server-sent event: its name and what it says."""
    name = (await stream.readline()).removeprefix(b"event: ").decode().strip()
    told = json.loads((await stream.readline()).removeprefix(b"data: "))
    await stream.readline()
    return name, told


async def test_the_page_is_first_told_everything_and_then_what_changed(
    sim: Simulator, call: CallIt, ana: Person, http: aiohttp.ClientSession
) -> None:
    await sim.person("Bruno").say("/start")
    async with http.get(f"{sim.url}/page/events") as events:
        name, told = await event(events.content)
        assert name == "everything" and len(told["chats"]) == 2
        sent = (await call("sendMessage", chat_id=ana.id, text="hello")).result["message_id"]
        name, told = await event(events.content)
        (chat,) = told["chats"]
        assert name == "news" and chat["id"] == ana.id and "title" not in chat
        assert [message["text"] for message in chat["messages"]] == ["hello"]
        assert [made["words"] for made in told["calls"]["new"]] == ["sent Ana “hello”"]
        await call("deleteMessage", chat_id=ana.id, message_id=sent)
        _, told = await event(events.content)
        assert told["chats"][0]["messages"] == [{"id": sent, "deleted": True}]


async def test_a_page_that_shows_one_phone_hears_nothing_of_the_others(
    sim: Simulator, call: CallIt, ana: Person, http: aiohttp.ClientSession
) -> None:
    bruno = sim.person("Bruno")
    await bruno.say("/start")
    async with http.get(f"{sim.url}/page/events", params={"phone": bruno.id}) as events:
        await event(events.content)
        await call("sendMessage", chat_id=ana.id, text="for Ana")
        await call("sendMessage", chat_id=bruno.id, text="for Bruno")
        texts: list[str] = []
        while "for Bruno" not in texts:
            _, told = await event(events.content)
            texts += [message["text"] for chat in told.get("chats", []) for message in chat["messages"]]
        assert texts == ["for Bruno"] and "calls" not in told


async def test_after_a_snapshot_was_put_back_the_page_is_told_everything(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession
) -> None:
    kept = sim.snapshot()
    await ana.say("forgotten")
    async with http.get(f"{sim.url}/page/events") as events:
        await event(events.content)
        sim.restore(kept)
        name, told = await event(events.content)
        assert name == "everything" and [message["text"] for message in told["chats"][0]["messages"]] == ["/start"]
