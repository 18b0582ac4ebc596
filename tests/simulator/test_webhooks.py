"""Webhooks: brought in order, tried again, with the secret, and never beside a poll."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from simulator import Fault, Person, Simulator
from tests.simulator.conftest import MORNING, CallIt, keys

SECRET = "s3cret_-"
NOT_HERE = "bad webhook: the simulator brings updates to this machine only, by http"


@dataclass
class Bot:
    """A bot's own little server."""

    url: str = ""
    heard: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    """What it answers next, one after the other; then 200."""
    busy: asyncio.Event | None = None
    """While it is set to an event, answers wait for it."""
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.Response:
        self.heard.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.arrived.set()
        if self.busy is not None:
            await self.busy.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    async def hears(self, count: int) -> list[dict[str, Any]]:
        """All it heard, once that is so much."""
        async with asyncio.timeout(5):
            while len(self.heard) < count:
                self.arrived.clear()
                await self.arrived.wait()
        return self.heard

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.heard]


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    here, app = Bot(), web.Application()
    app.router.add_post("/hook", here.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    here.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield here
    await runner.cleanup()


@pytest.fixture
async def hook(sim: Simulator, call: CallIt, bot: Bot, ana: Person) -> Callable[..., Awaitable[Any]]:
    async def set_it(**more: Any) -> Any:
        return (await call("setWebhook", url=bot.url, **more)).body

    return set_it


Set = Callable[..., Awaitable[Any]]


async def test_updates_are_brought_with_the_secret_and_forgotten(
    hook: Set, sim: Simulator, bot: Bot, ana: Person
) -> None:
    assert await hook(secret_token=SECRET) == {"ok": True, "result": True, "description": "Webhook was set"}
    await ana.say("one")
    await ana.say("two")
    await bot.hears(2)
    await sim.drained()
    assert bot.texts == ["one", "two"] and bot.secrets == [SECRET, SECRET]
    assert (await hook(secret_token=SECRET))["description"] == "Webhook is already set"


async def test_polling_is_a_conflict_until_the_webhook_is_gone(hook: Set, call: CallIt, ana: Person) -> None:
    waiting = asyncio.create_task(call("getUpdates", timeout=30))
    await call("getMe")
    await hook()
    assert (await waiting).refusal == (409, "Conflict: terminated by setWebhook request")
    assert (await call("getUpdates")).refusal == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    assert (await call("deleteWebhook")).body["description"] == "Webhook was deleted"
    assert (await call("getUpdates")).result == []
    assert (await call("setWebhook", url="")).body["description"] == "Webhook is already deleted"


async def test_a_chat_is_served_in_order_and_others_do_not_wait_for_it(
    hook: Set, sim: Simulator, bot: Bot, ana: Person
) -> None:
    await hook()
    bot.busy = asyncio.Event()
    await ana.say("one")
    await ana.say("two")
    await sim.person("Bruno").say("other")
    assert {each["message"]["text"] for each in await bot.hears(2)} == {"one", "other"}
    bot.busy.set()
    await bot.hears(3)
    assert bot.texts[-1] == "two"


async def test_what_is_refused_comes_again_at_once_and_then_later_by_the_simulators_clock(
    hook: Set, call: CallIt, sim: Simulator, bot: Bot, ana: Person
) -> None:
    await hook()
    bot.answers = [web.Response(status=500), web.Response(status=500)]
    await ana.say("one")
    await bot.hears(2)
    while (sleeper := sim.clock.next_sleeper()) is None:
        await sim.world.bell.wait()
    assert sleeper == MORNING + timedelta(seconds=2) and sim.unconfirmed() == 1
    info = (await call("getWebhookInfo")).result
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert info["pending_update_count"] == 1 and info["max_connections"] == 40
    sim.clock.set(sleeper)
    await bot.hears(3)
    await sim.drained()
    assert bot.texts == ["one"] * 3


async def test_the_bot_may_say_when_to_come_again(hook: Set, sim: Simulator, bot: Bot, ana: Person) -> None:
    await hook()
    bot.answers = [web.Response(status=429, headers={"Retry-After": "30"})]
    await ana.say("one")
    await bot.hears(1)
    while (sleeper := sim.clock.next_sleeper()) is None:
        await sim.world.bell.wait()
    assert sleeper == MORNING + timedelta(seconds=30)


async def test_nobody_there_is_told_and_waits(call: CallIt, sim: Simulator, ana: Person) -> None:
    await call("setWebhook", url="http://127.0.0.1:9/hook")
    await ana.say("one")
    while sim.clock.next_sleeper() is None:
        await sim.world.bell.wait()
    assert (await call("getWebhookInfo")).result["last_error_message"] == "Connection refused"
    await call("deleteWebhook", drop_pending_updates=True)
    assert (await call("getUpdates")).result == []


async def test_an_answer_may_hold_a_call(hook: Set, sim: Simulator, bot: Bot, ana: Person) -> None:
    await hook()
    bot.answers = [web.json_response({"method": "sendMessage", "chat_id": ana.id, "text": "heard"})]
    await ana.say("one")
    await ana.sees("heard")
    assert sim.calls[-1].description == "in the answer of a webhook"


@pytest.mark.parametrize(
    ("values", "description"),
    [
        ({"url": "https://example.org/hook"}, NOT_HERE),
        ({"url": "http://example.org/hook"}, NOT_HERE),
        ({"url": "http://[/"}, "invalid webhook URL specified"),
        ({"url": "http://127.0.0.1/", "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": "http://127.0.0.1/", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_webhook_that_can_not_be_is_refused(call: CallIt, values: dict[str, str], description: str) -> None:
    assert (await call("setWebhook", **values)).refusal == (400, f"Bad Request: {description}")


async def test_updates_may_come_twice_and_out_of_order(
    hook: Set, call: CallIt, sim: Simulator, bot: Bot, ana: Person
) -> None:
    await ana.say("one")
    await ana.say("two")
    sim.faults.add(Fault(what="out of order"))
    sim.faults.add(Fault(what="duplicate"))
    await hook()
    await bot.hears(3)
    assert bot.texts == ["two", "two", "one"]


async def test_presses_and_messages_wait_in_queues_of_their_own(hook: Set, call: CallIt, bot: Bot, ana: Person) -> None:
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("Taken"))
    await hook(allowed_updates=["message", "callback_query"])
    bot.busy = asyncio.Event()
    await ana.say("one")
    await ana.tap("Taken")
    assert {list(update)[1] for update in await bot.hears(2)} == {"message", "callback_query"}
    bot.busy.set()
