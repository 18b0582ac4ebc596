"""The page's side of the server."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import pytest

from simulator import Clock, Person, Play, Simulator
from tests.simulator.conftest import MORNING, CallIt, confirm_all, keys


async def state(sim: Simulator, http: aiohttp.ClientSession) -> Any:
    async with http.get(f"{sim.url}/page/state") as response:
        return await response.json()


async def act(sim: Simulator, http: aiohttp.ClientSession, action: str, **asked: Any) -> Any:
    async with http.post(f"{sim.url}/page/{action}", json=asked) as response:
        return await response.json()


async def test_the_state_has_what_the_page_shows(
    sim: Simulator, call: CallIt, ana: Person, http: aiohttp.ClientSession
) -> None:
    await call("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    text = "<b>Hi</b> &lt;3 https://t.me/steady_bot?start=abc"
    await call("sendMessage", chat_id=ana.id, text=text, parse_mode="HTML", reply_markup=keys("Taken"))
    shown = await state(sim, http)
    (chat,) = shown["phones"][0]["chats"]
    message = chat["messages"][-1]
    assert shown["clock"] == {"now": MORNING.isoformat(), "mode": "stepped", "zone": "UTC"}
    assert (chat["kind"], chat["title"], chat["commands"][0]["command"]) == ("private", "Steady", "help")
    assert message["html"].startswith("<b>Hi</b> &lt;3 <a href=") and message["mine"] is False
    assert message["rows"] == [[{"label": "Taken", "data": "Taken", "url": None}]]
    assert message["start_links"] == ["abc"] and chat["messages"][0]["mine"] is True
    assert shown["calls"][-1]["method"] == "sendMessage"


async def test_saying_and_pressing_on_the_page_reach_the_bot(
    sim: Simulator, call: CallIt, ana: Person, http: aiohttp.ClientSession
) -> None:
    sent = (await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("Taken"))).result["message_id"]
    assert (await act(sim, http, "say", phone=ana.id, chat=ana.id, text="hello")) == {"ok": True}
    assert (await act(sim, http, "press", phone=ana.id, chat=ana.id, message=sent, data="Taken")) == {"ok": True}
    assert (await act(sim, http, "scan", phone=ana.id, payload="abc")) == {"ok": True}
    said, pressed, scanned = await confirm_all(call)
    assert said["message"]["text"] == "hello" and scanned["message"]["text"] == "/start abc"
    assert pressed["callback_query"]["data"] == "Taken"


async def test_blocking_on_the_page_blocks(sim: Simulator, ana: Person, http: aiohttp.ClientSession) -> None:
    await act(sim, http, "block", phone=ana.id, blocked=True)
    assert (await state(sim, http))["phones"][0]["chats"][0]["blocked"] is True
    refused = await act(sim, http, "say", phone=ana.id, chat=ana.id, text="hello")
    assert refused == {"ok": False, "error": "Ana has blocked the bot"}


@pytest.mark.parametrize(
    ("action", "asked"),
    [
        ("say", {"phone": 1, "chat": 1, "text": "x"}),
        ("say", {"text": "x"}),
        ("play", {"index": 3}),
        ("walk", {"to": "next"}),
    ],
)
async def test_what_the_page_can_not_do_is_refused_in_words(
    sim: Simulator, http: aiohttp.ClientSession, action: str, asked: dict[str, Any]
) -> None:
    answer = await act(sim, http, action, **asked)
    assert answer["ok"] is False and answer["error"].endswith(".")


async def test_nobody_writes_in_a_group_that_they_are_not_in(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession
) -> None:
    group, cleo = sim.group("Walkers", ana), sim.person("Cleo")
    assert (await act(sim, http, "say", phone=cleo.id, chat=group.id, text="x"))["ok"] is False
    assert group.messages == []


async def test_a_button_that_is_not_on_the_message_can_not_be_pressed(
    sim: Simulator, call: CallIt, ana: Person, http: aiohttp.ClientSession
) -> None:
    sent = (await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("Taken"))).result["message_id"]
    answer = await act(sim, http, "press", phone=ana.id, chat=ana.id, message=sent, data="forged")
    assert answer == {"ok": False, "error": "That button is gone."}


@pytest.fixture
async def walking() -> AsyncIterator[tuple[Simulator, list[datetime | None], asyncio.Event]]:
    """A simulator whose walks last until the event is set."""
    walks, end = list[datetime | None](), asyncio.Event()

    async def walk(until: datetime | None) -> None:
        walks.append(until)
        await end.wait()

    async def fail() -> None:
        raise RuntimeError("the play broke")

    sim = Simulator(clock=Clock(MORNING), walk=walk, plays=[Play("Fail", fail)])
    await sim.start()
    yield sim, walks, end
    await sim.stop()


async def test_a_walk_makes_the_page_busy_and_another_is_refused(
    walking: tuple[Simulator, list[datetime | None], asyncio.Event], http: aiohttp.ClientSession
) -> None:
    sim, walks, end = walking
    assert await act(sim, http, "walk", to="day") == {"ok": True}
    assert (await state(sim, http))["busy"] is True and walks == [MORNING + timedelta(days=1)]
    assert (await act(sim, http, "walk", to="next"))["error"] == "Something is under way. Please wait until it ends."
    end.set()
    while (await state(sim, http))["busy"]:
        pass
    assert await act(sim, http, "walk", to="next") == {"ok": True}
    await state(sim, http)
    assert walks[1:] == [None]


async def test_a_play_that_breaks_is_logged_and_the_page_goes_on(
    walking: tuple[Simulator, list[datetime | None], asyncio.Event],
    http: aiohttp.ClientSession,
    caplog: pytest.LogCaptureFixture,
) -> None:
    sim, _, _ = walking
    await act(sim, http, "play", index=0)
    while (await state(sim, http))["busy"]:
        pass
    assert "the play broke" in caplog.text


async def test_the_page_is_told_when_something_changes(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession
) -> None:
    async with http.get(f"{sim.url}/page/events") as events:
        lines = events.content
        assert await lines.readline() == b"event: state\n"
        before = json.loads((await lines.readline()).removeprefix(b"data: "))["version"]
        await lines.readline()
        await ana.say("hello")
        assert await lines.readline() == b"event: state\n"
        assert json.loads((await lines.readline()).removeprefix(b"data: "))["version"] > before


async def test_the_clock_can_be_asked(sim: Simulator, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{sim.url}/clock") as response:
        assert (await response.json())["now"] == MORNING.isoformat()


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}])
async def test_no_other_page_can_press_its_buttons(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    asked = {"phone": ana.id, "chat": ana.id, "text": "forged"}
    async with http.post(f"{sim.url}/page/say", json=asked, headers=headers) as response:
        assert response.status == 403
    async with http.get(f"{sim.url}/page/state", headers=headers) as response:
        assert response.status == 403
    assert len(ana.messages()) == 1


async def test_an_action_must_be_json_so_that_no_plain_form_can_send_it(
    sim: Simulator, http: aiohttp.ClientSession
) -> None:
    async with http.post(f"{sim.url}/page/say", data='{"phone": 1}') as response:
        assert response.status == 415


async def test_it_serves_this_machine_only(sim: Simulator) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        await Simulator(clock=Clock(mode="real")).start(host="0.0.0.0")


async def test_a_port_in_use_is_an_os_error(sim: Simulator) -> None:
    with pytest.raises(OSError, match="in use"):
        await Simulator(clock=Clock(mode="real")).start(port=int(sim.url.rsplit(":", 1)[1]))
