"""People, clock and all else by HTTP: as a test in another language, or another process, has it."""

import asyncio
import base64
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import pytest

from simulator import Clock, Simulator
from tests.simulator.conftest import MORNING, CallIt, confirm_all, keys

Do = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def do(sim: Simulator, http: aiohttp.ClientSession) -> Do:
    async def do(path: str, **asked: Any) -> dict[str, Any]:
        async with http.post(f"{sim.url}/simulator/{path}", json=asked) as answer:
            return dict(await answer.json())

    await do("people", name="Ana", language="de")
    return do


@pytest.fixture
async def look(sim: Simulator, http: aiohttp.ClientSession) -> Do:
    async def look(path: str) -> dict[str, Any]:
        async with http.get(f"{sim.url}/simulator/{path}") as answer:
            return dict(await answer.json())

    return look


async def test_a_conversation_from_another_process(do: Do, look: Do, call: CallIt, sim: Simulator) -> None:
    said = await do("people/Ana/say", text="/start")
    assert said["ok"] and said["message"]["text"] == "/start"
    (update,) = await confirm_all(call)
    assert update["message"]["from"]["language_code"] == "de"
    waiting = asyncio.create_task(do("people/Ana/sees", text="Welcome"))
    chat = update["message"]["chat"]["id"]
    await call("sendMessage", chat_id=chat, text="Welcome", reply_markup=keys("Taken"))
    seen = (await waiting)["message"]
    assert seen["buttons"] == [[{"label": "Taken", "data": "Taken", "url": None}]]
    await do("people/Ana/tap", label="Taken")
    (update,) = await confirm_all(call)
    await call("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="Noted")
    phone = await look("people/Ana")
    assert phone["toasts"] == ["Noted"] and [each["text"] for each in phone["messages"]] == ["/start", "Welcome"]
    assert (await look("people"))["people"] == [{"id": chat, "name": "Ana", "language": "de"}]


async def test_groups_forums_files_and_marks(do: Do, look: Do, call: CallIt, sim: Simulator) -> None:
    made = await do("groups", title="Walkers", members=["Ana"], forum=True, bot="administrator")
    chat = made["group"]["id"]
    thread = (await call("createForumTopic", chat_id=chat, name="Sleep")).result["message_thread_id"]
    await do("people/Ana/say", text="hello", thread=thread, **{"in": "Walkers"})
    sent = await do(
        "people/Ana/file", data=base64.b64encode(b"PDF").decode(), facts={"file_name": "a.pdf"}, **{"in": "Walkers"}
    )
    assert sent["message"]["file"]["file_name"] == "a.pdf"
    message = {"in": "Walkers", "message": sent["message"]["id"]}
    assert (await do("people/Ana/react", emoji=["👍"], **message))["ok"]
    assert (await do("people/Ana/edit", text="x", **message))["ok"]
    assert (await look("people/Ana?in=Walkers"))["messages"][-1]["edited"] is True


async def test_an_inline_query_from_another_process(do: Do, call: CallIt) -> None:
    asking = asyncio.create_task(do("people/Ana/inline", text="sleep"))
    (update,) = (await call("getUpdates", timeout=5, allowed_updates=["inline_query"])).result
    content = {"message_text": "Sleep well"}
    result = {"type": "article", "id": "a", "title": "One", "input_message_content": content}
    await call("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=[result])
    offers = await asking
    assert offers["titles"] == ["One"]
    chosen = await do("people/Ana/choose", query=offers["query"], title="One")
    assert chosen["message"]["text"] == "Sleep well"


async def test_blocking_and_coming_back(do: Do, call: CallIt, sim: Simulator) -> None:
    await do("people/Ana/say", text="/start")
    await do("people/Ana/block")
    assert (await call("sendMessage", chat_id=sim.person("Ana").id, text="x")).status == 403
    assert "blocked" in (await do("people/Ana/say", text="x"))["error"]
    await do("people/Ana/unblock")
    assert (await call("sendMessage", chat_id=sim.person("Ana").id, text="x")).status == 200


@pytest.mark.parametrize(
    ("path", "asked", "words"),
    [
        ("people/Bruno/say", {"text": "x"}, "nobody called 'Bruno'"),
        ("people/Ana/fly", {}, "nobody can fly; people can say"),
        ("people/Ana/say", {}, '"text" is missing'),
        ("people/Ana/say", {"text": "x", "in": "Nowhere"}, "no group 'Nowhere'"),
        ("people/Ana/say", {"text": "x", "colour": "red"}, "nobody knows colour"),
        ("people/Ana/tap", {"label": "Taken"}, "no button “Taken”"),
        ("people/Ana/sees", {"text": "x", "timeout": 0}, "does not see 'x'"),
        ("people/Ana/press", {"message": 9, "data": "x"}, "that message is not there"),
        ("people/Ana/file", {"data": "?"}, "base64"),
        ("people/Ana/choose", {"query": "x", "title": "x"}, "no such query"),
        ("groups", {"title": "x", "members": []}, 'needs "members"'),
        ("clock", {}, '"seconds" is missing'),
        ("clock", {"to": "2026-01-01T00:00:00+00:00"}, "backwards"),
        ("snapshot", {"snapshot": {"version": 3}}, "no snapshot"),
    ],
)
async def test_what_can_not_be_is_explained(do: Do, path: str, asked: dict[str, Any], words: str) -> None:
    answer = await do(path, **asked)
    assert answer["ok"] is False and words in answer["error"]


async def test_the_clock_is_moved_by_the_callback_it_was_given(http: aiohttp.ClientSession) -> None:
    moved: list[datetime | None] = []
    clock = Clock(MORNING)

    async def walk(until: datetime | None) -> None:
        moved.append(until)
        clock.set(until or MORNING)

    simulator = Simulator(clock=clock, walk=walk)
    await simulator.start()
    async with http.post(f"{simulator.url}/simulator/clock", json={"seconds": 90}) as answer:
        assert (await answer.json())["now"] == (MORNING + timedelta(seconds=90)).isoformat()
    await simulator.stop()
    assert moved == [MORNING + timedelta(seconds=90)]


async def test_a_clock_without_a_callback_is_set(do: Do, sim: Simulator) -> None:
    await do("clock", to=(MORNING + timedelta(hours=1)).isoformat())
    assert sim.clock.now() == MORNING + timedelta(hours=1)


async def test_the_log_of_calls_is_read_on_from_where_it_was(call: CallIt, look: Do) -> None:
    await call("getMe")
    first = await look("calls")
    await call("sendMessage")
    second = await look(f"calls?since={first['next']}")
    assert [made["method"] for made in first["calls"]] == ["getMe"]
    assert second["calls"][0]["description"] == "Bad Request: chat_id is empty"
    assert (await look("calls?since=x"))["error"] == "\"since\" is 'x', which is no number"


async def test_all_of_it_is_kept_and_put_back(do: Do, look: Do, sim: Simulator) -> None:
    await do("people/Ana/say", text="one")
    kept = (await look("snapshot"))["snapshot"]
    await do("people/Ana/say", text="two")
    assert (await do("snapshot", snapshot=kept))["ok"]
    assert [message.text for message in sim.person("Ana").messages()] == ["one"]


@pytest.mark.parametrize("path", ["people/Ana/say", "groups", "people", "clock", "snapshot"])
async def test_no_other_page_may_do_any_of_it(sim: Simulator, http: aiohttp.ClientSession, path: str) -> None:
    for headers in ({"Origin": "https://example.org"}, {"Host": "example.org"}):
        async with http.post(f"{sim.url}/simulator/{path}", json={}, headers=headers) as answer:
            assert answer.status == 403
    async with http.post(f"{sim.url}/simulator/{path}", data="{}") as answer:
        assert answer.status == 415


async def test_the_bot_takes_the_id_of_its_token(call: CallIt, sim: Simulator) -> None:
    sim.group("Walkers", sim.person("Ana"))
    other = "777:any-token-of-this-form"
    (update,) = (await call("getUpdates", token=other)).result
    assert update["my_chat_member"]["new_chat_member"]["user"]["id"] == 777
    await sim.person("Ana").say("/start")
    sent = await call("sendMessage", token=other, chat_id=sim.person("Ana").id, text="x")
    assert (await call("getMe")).result["id"] == 123456
    where = {"chat_id": sim.person("Ana").id, "message_id": sent.result["message_id"]}
    assert (await call("editMessageText", **where, text="y")).result["from"]["id"] == 123456
