"""The page's side of the server: what it shows, and what is done on it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import pytest

from simulator import Clock, Person, Play, Simulator
from simulator.page.state import WINDOW
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
    (person,), (chat,) = shown["people"], shown["chats"]
    message = chat["messages"][-1]
    assert shown["about"]["clock"] == {"now": MORNING.isoformat(), "mode": "stepped", "speed": 0, "zone": "UTC"}
    assert (person["name"], person["bot_title"]) == ("Ana", "Steady")
    assert person["commands"][str(ana.id)][0]["command"] == "help"
    assert (chat["kind"], chat["members"]) == ("private", [ana.id])
    assert message["html"].startswith("<b>Hi</b> &lt;3 <a href=") and message["from"] == sim.world.bot_id
    assert message["rows"] == [[{"label": "Taken", "data": "Taken"}]]
    assert message["start_links"] == ["abc"] and chat["messages"][0]["from"] == ana.id
    assert shown["calls"]["new"][-1]["method"] == "sendMessage"


async def test_one_phones_state_has_no_other_persons_chats_and_no_log(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession
) -> None:
    await sim.person("Bruno").say("/start")
    async with http.get(f"{sim.url}/page/state", params={"phone": ana.id}) as response:
        shown = await response.json()
    assert [each["id"] for each in shown["chats"]] == [ana.id] == [each["id"] for each in shown["people"]]
    assert "calls" not in shown


async def test_a_chat_shows_its_last_messages_and_earlier_ones_when_asked(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession
) -> None:
    for number in range(2, 2 + WINDOW):
        await ana.say(f"line {number}")
    (chat,) = (await state(sim, http))["chats"]
    first = chat["messages"][0]["id"]
    assert len(chat["messages"]) == WINDOW and first == 2
    async with http.get(f"{sim.url}/page/earlier", params={"chat": ana.id, "before": first}) as response:
        assert [message["text"] for message in (await response.json())["messages"]] == ["/start"]


async def test_saying_and_pressing_on_the_page_reach_the_bot(
    sim: Simulator, call: CallIt, ana: Person, http: aiohttp.ClientSession
) -> None:
    sent = (await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("Taken"))).result["message_id"]
    assert (await act(sim, http, "say", phone=ana.id, chat=ana.id, text="hello")) == {"ok": True}
    assert (await act(sim, http, "press", phone=ana.id, chat=ana.id, message=sent, data="Taken"))["ok"]
    assert (await act(sim, http, "scan", phone=ana.id, payload="abc")) == {"ok": True}
    said, pressed, scanned = await confirm_all(call)
    assert said["message"]["text"] == "hello" and scanned["message"]["text"] == "/start abc"
    assert pressed["callback_query"]["data"] == "Taken"


async def test_blocking_on_the_page_blocks(sim: Simulator, ana: Person, http: aiohttp.ClientSession) -> None:
    await act(sim, http, "block", phone=ana.id, blocked=True)
    assert (await state(sim, http))["chats"][0]["bot"] == "kicked"
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

    async def play() -> None:
        await walk(None)

    sim = Simulator(clock=Clock(MORNING), walk=walk, plays=[Play("Fail", fail), Play("Play", play)])
    await sim.start()
    yield sim, walks, end
    await sim.stop()


async def test_a_walk_makes_the_page_busy_and_another_is_refused(
    walking: tuple[Simulator, list[datetime | None], asyncio.Event], http: aiohttp.ClientSession
) -> None:
    sim, walks, end = walking
    assert await act(sim, http, "walk", to="day") == {"ok": True}
    assert (await state(sim, http))["about"]["busy"] is True and walks == [MORNING + timedelta(days=1)]
    assert (await act(sim, http, "walk", to="next"))["error"] == "Something is under way. Please wait until it ends."
    end.set()
    while (await state(sim, http))["about"]["busy"]:
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
    while (await state(sim, http))["about"]["busy"]:
        pass
    assert "the play broke" in caplog.text


@pytest.mark.parametrize(("action", "asked"), [("play", {"index": 1}), ("walk", {"to": "week"})])
async def test_what_is_under_way_can_be_stopped_and_the_page_is_free_again(
    walking: tuple[Simulator, list[datetime | None], asyncio.Event],
    http: aiohttp.ClientSession,
    caplog: pytest.LogCaptureFixture,
    action: str,
    asked: dict[str, Any],
) -> None:
    sim, walks, _ = walking
    await act(sim, http, action, **asked)
    assert (await state(sim, http))["about"]["busy"] is True
    for _ in range(2):  # the second press finds nothing to stop, and that is fine
        assert await act(sim, http, "stop") == {"ok": True}
        about = (await state(sim, http))["about"]
        assert (about["busy"], [each["running"] for each in about["plays"]]) == (False, [False, False])
    assert await act(sim, http, "walk", to="hour") == {"ok": True}
    await state(sim, http)
    assert walks[1:] == [MORNING + timedelta(hours=1)] and not caplog.records


async def test_the_clock_can_be_asked(sim: Simulator, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{sim.url}/clock") as response:
        assert (await response.json())["now"] == MORNING.isoformat()
