"""One simulated Telegram, Ana who has written first, and a bare HTTP client in the bot's place."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from simulator import Clock, Person, Simulator

MORNING = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the bot was told."""

    status: int
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def result(self) -> Any:
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def refusal(self) -> tuple[int, str]:
        assert self.body["ok"] is False and self.body["error_code"] == self.status
        return self.status, self.body["description"]


CallIt = Callable[..., Awaitable[Answer]]


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    simulator = Simulator(clock=Clock(MORNING), username="steady_bot")
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def call(sim: Simulator, http: aiohttp.ClientSession) -> CallIt:
    """Calls a method as JSON."""

    async def call(method: str, token: str = sim.token, **parameters: Any) -> Answer:
        async with http.post(f"{sim.url}/bot{token}/{method}", json=parameters) as response:
            return Answer(status=response.status, body=await response.json(), headers=dict(response.headers))

    return call


@pytest.fixture
async def ana(sim: Simulator, call: CallIt) -> Person:
    person = sim.person("Ana")
    await person.say("/start")
    await confirm_all(call)
    return person


async def confirm_all(call: CallIt) -> list[dict[str, Any]]:
    """Fetch and confirm whatever waits."""
    updates = (await call("getUpdates")).result
    if updates:
        await call("getUpdates", offset=updates[-1]["update_id"] + 1)
    return list(updates)


def keys(*labels: str) -> dict[str, Any]:
    """One row of buttons whose data are their labels."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in labels]]}
