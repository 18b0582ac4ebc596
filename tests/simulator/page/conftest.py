"""The simulator's page in a real browser: Ana, Bruno and their group, and a bot that the test plays by hand."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
import pytest_asyncio
from PIL import Image

from simulator import Clock, Play, Simulator

playwright_api = pytest.importorskip("playwright.async_api", reason="Playwright is not installed: page not tried")
expect = playwright_api.expect

if TYPE_CHECKING:
    from playwright.async_api import Browser, Locator, Page

CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EVENING = datetime(2026, 11, 24, 21, 0, tzinfo=UTC)
DESK, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}

IN_BROWSER = [
    pytest.mark.asyncio(loop_scope="module"),  # one browser for all tests of a module
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}: the page was not tried"),
]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A simulator with people and a bot that we play by hand, and the page at a desk."""

    sim: Simulator
    page: Page
    http: aiohttp.ClientSession
    chats: dict[str, int]
    walks: list[datetime | None]
    walk_may_end: asyncio.Event

    async def bot(self, method: str, **parameters: Any) -> Any:
        """Calls the Bot API as a bot does; returns the whole answer."""
        url = f"{self.sim.url}/bot{self.sim.token}/{method}"
        async with self.http.post(url, json=parameters) as response:
            return await response.json()

    async def says(self, name: str, text: str, **more: Any) -> int:
        """The bot writes, in HTML; returns the message's id."""
        sent = await self.bot("sendMessage", chat_id=self.chats[name], text=text, parse_mode="HTML", **more)
        return int(sent["result"]["message_id"])

    async def shows_a_picture(self, name: str, caption: str) -> None:
        """Sends a small picture as a file."""
        png = io.BytesIO()
        Image.new("RGB", (900, 600), "white").save(png, "PNG")
        form = aiohttp.FormData({"chat_id": str(self.chats[name]), "caption": caption})
        form.add_field("photo", png.getvalue(), filename="week.png", content_type="image/png")
        async with self.http.post(f"{self.sim.url}/bot{self.sim.token}/sendPhoto", data=form) as response:
            assert (await response.json())["ok"]

    async def updates(self, kind: str) -> list[dict[str, Any]]:
        """What waits for the bot, of one kind."""
        updates = (await self.bot("getUpdates"))["result"]
        return [update[kind] for update in updates if kind in update]

    def phone(self, name: str) -> Locator:
        """A phone on the desk, a person's or the group's."""
        return self.page.get_by_role("region", name=name, exact=True)

    def log(self, name: str) -> Locator:
        """The messages that this phone shows."""
        return self.phone(name).get_by_role("log")

    def field(self, name: str) -> Locator:
        """The field in which that person writes to the bot."""
        return self.phone(name).get_by_label(f"Message, {name}: Steady", exact=True)


def keyboard(*labels: str) -> dict[str, Any]:
    """An inline keyboard of one row."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label.lower()} for label in labels]]}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Chromium."""
    async with playwright_api.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def stage(browser: Browser) -> AsyncIterator[Stage]:
    """A fresh simulator and page. It ends with no error of a script, and nothing asked of any other host."""
    walks: list[datetime | None] = []
    walk_may_end = asyncio.Event()
    trouble: list[str] = []

    async def walk(to: datetime | None) -> None:
        walks.append(to)
        await walk_may_end.wait()

    async def chatter() -> None:
        with sim.made_up():
            await ana.say("a made-up line")

    sim = Simulator(
        clock=Clock(EVENING),
        username="steady_bot",
        title="Steady",
        walk=walk,
        guide="<p>Try <b>/invite</b> first.</p>",
        plays=[Play("Play a line", chatter)],
        limits=False,
    )
    await sim.start()
    try:
        bruno, ana = sim.person("Bruno"), sim.person("Ana")
        group = sim.group("Walkers", bruno, ana)
        await bruno.say("/start")
        await ana.say("/start")
        context = await browser.new_context(viewport=DESK)
        context.on("console", lambda message: trouble.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda error: trouble.append(str(error.error)))
        context.on("request", lambda r: r.url.startswith(sim.url) or trouble.append(f"asked for {r.url}"))
        page = await context.new_page()
        page.set_default_timeout(10_000)
        await page.goto(sim.url)
        chats = {"Bruno": bruno.id, "Ana": ana.id, "Walkers": group.id}  # a private chat's id is the person's
        async with aiohttp.ClientSession() as http:
            stage = Stage(sim=sim, page=page, http=http, chats=chats, walks=walks, walk_may_end=walk_may_end)
            await expect(stage.phone("Ana")).to_contain_text("/start")
            yield stage
            walk_may_end.set()
            await context.close()
    finally:
        await sim.stop()
    assert trouble == []
