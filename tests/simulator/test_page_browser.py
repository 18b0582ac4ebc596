"""The simulator's page in a real browser: what newcomers see and press."""

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
DESK, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
EXCERPT = "Sleep and pain pull at each other. " * 12

# Visible words whose contrast with the nearest painted background is below 4.5 (WCAG 2.2, 1.4.3).
FAINT_WORDS = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = node => {
    for (; node; node = node.parentElement) {
      const colour = channels(getComputedStyle(node).backgroundColor);
      if (colour[3] === undefined || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = [];
  while (words.nextNode()) {
    const box = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || !box.checkVisibility()) continue;
    const [a, b] = [light(channels(getComputedStyle(box).color)), light(behind(box))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(words.currentNode.data);
  }
  return faint;
}"""

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),  # one browser for all tests of this page
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}: the page was not tried"),
]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A simulator with Ana, Bruno and their group, a bot that we play by hand, and the page at a desk."""

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

    async def shows_a_picture(self, chat: int, caption: str) -> None:
        """Sends a small picture as a file."""
        png = io.BytesIO()
        Image.new("RGB", (900, 600), "white").save(png, "PNG")
        form = aiohttp.FormData({"chat_id": str(chat), "caption": caption})
        form.add_field("photo", png.getvalue(), filename="week.png", content_type="image/png")
        async with self.http.post(f"{self.sim.url}/bot{self.sim.token}/sendPhoto", data=form) as response:
            assert (await response.json())["ok"]

    async def presses(self) -> list[dict[str, Any]]:
        """The presses that wait for the bot."""
        updates = (await self.bot("getUpdates"))["result"]
        return [update["callback_query"] for update in updates if "callback_query" in update]

    def phone(self, name: str) -> Locator:
        """The card of a phone or of the group."""
        return self.page.get_by_role("region", name=name, exact=True)

    def field(self, name: str) -> Locator:
        """The field in which that person writes to the bot."""
        return self.phone(name).get_by_label(f"Message, {name}: Steady", exact=True)


def keyboard(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label.lower()} for label in labels]]}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with playwright_api.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def stage(browser: Browser) -> AsyncIterator[Stage]:
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
    )
    await sim.start()
    try:
        bruno, ana = sim.person("Bruno"), sim.person("Ana")
        sim.group("Walkers", bruno, ana)
        await bruno.say("/start")
        await ana.say("/start")
        context = await browser.new_context(viewport=DESK)
        context.on("console", lambda message: trouble.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda error: trouble.append(str(error.error)))
        context.on("request", lambda r: r.url.startswith(sim.url) or trouble.append(f"asked for {r.url}"))
        page = await context.new_page()
        page.set_default_timeout(10_000)
        await page.goto(sim.url)
        chats = {"Bruno": bruno.id, "Ana": ana.id}  # a private chat's id is the person's
        async with aiohttp.ClientSession() as http:
            stage = Stage(sim=sim, page=page, http=http, chats=chats, walks=walks, walk_may_end=walk_may_end)
            await expect(stage.phone("Ana")).to_contain_text("/start")
            yield stage
            walk_may_end.set()
            await context.close()
    finally:
        await sim.stop()
    assert trouble == []  # no script error, and nothing asked of any other host


async def test_two_phones_and_a_group_stand_side_by_side_under_the_clock(stage: Stage) -> None:
    boxes = [await stage.phone(name).bounding_box() for name in ("Bruno", "Ana", "Walkers")]
    lefts = [box["x"] for box in boxes if box]
    assert len(lefts) == 3 and lefts == sorted(lefts) and len({box["y"] for box in boxes if box}) == 1
    assert boxes[-1] and boxes[-1]["x"] + boxes[-1]["width"] <= DESK["width"]
    await expect(stage.page.locator("#clock")).to_have_text("21:00 Tuesday 24 November 2026, UTC")
    await expect(stage.page.locator("#guide")).to_have_text("Try /invite first.")


async def test_what_a_person_types_reaches_the_bot_and_its_reply_appears_below(stage: Stage) -> None:
    await stage.field("Ana").fill("<b>good</b> evening")
    await stage.field("Ana").press("Enter")
    await expect(stage.phone("Ana").get_by_role("log")).to_contain_text("<b>good</b> evening")  # literally
    await expect(stage.field("Ana")).to_have_value("")
    await stage.bot("sendMessage", chat_id=stage.chats["Ana"], text="<b>Hello</b> Ana", parse_mode="HTML")
    await expect(stage.phone("Ana").locator("b", has_text="Hello")).to_be_in_viewport()


async def test_a_press_reaches_the_bot_and_the_bubble_changes_where_it_stands(stage: Stage) -> None:
    chat = stage.chats["Ana"]
    sent = await stage.bot("sendMessage", chat_id=chat, text="Your reminder", reply_markup=keyboard("Taken"))
    await stage.field("Ana").fill("half a thou")
    async with stage.page.expect_response("**/page/press"):
        await stage.phone("Ana").get_by_role("button", name="Taken").press("Enter")
    assert [press["data"] for press in await stage.presses()] == ["taken"]
    await stage.bot(
        "editMessageText",
        chat_id=chat,
        message_id=sent["result"]["message_id"],
        text="Noted",
        reply_markup=keyboard("Undo"),
    )
    bubble = stage.phone("Ana").locator(".bubble", has_text="Noted")
    await expect(bubble).to_contain_text("edited")
    await expect(bubble.get_by_role("button", name="Undo")).to_be_focused()
    await expect(stage.field("Ana")).to_have_value("half a thou")


async def test_the_bots_answer_to_a_press_shows_on_that_phone_only(stage: Stage) -> None:
    chat, rows = stage.chats["Ana"], keyboard("Taken")
    await stage.bot("sendMessage", chat_id=chat, text="Your reminder", reply_markup=rows)
    async with stage.page.expect_response("**/page/press"):
        await stage.phone("Ana").get_by_role("button", name="Taken").click()
    (press,) = await stage.presses()
    await stage.bot("answerCallbackQuery", callback_query_id=press["id"], text="Already noted")
    await expect(stage.phone("Ana").get_by_role("status")).to_have_text("Already noted")
    await expect(stage.phone("Bruno").get_by_role("status")).to_be_empty()


async def test_a_start_link_shown_on_one_phone_opens_on_another_with_one_press(stage: Stage) -> None:
    text = "Your invite: https://t.me/steady_bot?start=abc123"
    await stage.bot("sendMessage", chat_id=stage.chats["Bruno"], text=text)
    await stage.phone("Bruno").get_by_role("button", name="Scan with Ana").click()
    await expect(stage.phone("Ana").get_by_role("log")).to_contain_text("/start abc123")


async def test_a_picture_opens_large_and_escape_closes_it(stage: Stage) -> None:
    await stage.shows_a_picture(stage.chats["Ana"], "Your week")
    await stage.phone("Ana").get_by_role("button", name="Open it large").click()
    picture = stage.page.get_by_role("dialog", name="Picture").get_by_role("img")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 900
    await stage.page.keyboard.press("Escape")
    await expect(stage.page.get_by_role("dialog")).to_have_count(0)


async def test_a_folded_excerpt_opens_and_stays_open_when_something_else_arrives(stage: Stage) -> None:
    chat, excerpt = stage.chats["Ana"], f"<blockquote expandable>{EXCERPT}</blockquote>"
    await stage.bot("sendMessage", chat_id=chat, text=excerpt, parse_mode="HTML")
    words = stage.phone("Ana").locator(".folded")
    folded = (await words.bounding_box())["height"]
    await stage.phone("Ana").get_by_role("button", name="Show all").click()
    await stage.bot("sendMessage", chat_id=chat, text="One more")
    await expect(stage.phone("Ana").get_by_role("log")).to_contain_text("One more")
    await expect(stage.phone("Ana").get_by_role("button", name="Show less")).to_be_visible()
    assert (await words.bounding_box())["height"] > folded


async def test_what_a_message_is_stands_in_words(stage: Stage) -> None:
    chat = stage.chats["Ana"]
    await stage.bot("sendMessage", chat_id=chat, text="Hush", disable_notification=True, protect_content=True)
    meta = stage.phone("Ana").locator(".bubble", has_text="Hush").locator(".meta")
    await expect(meta).to_have_text("silentprotected21:00")
    await stage.page.get_by_role("button", name="Play a line").click()
    await expect(stage.phone("Ana").locator(".bubble", has_text="a made-up line")).to_contain_text("made up")


async def test_while_the_clock_walks_every_button_waits_and_says_why(stage: Stage) -> None:
    await stage.bot("sendMessage", chat_id=stage.chats["Ana"], text="Your reminder", reply_markup=keyboard("Taken"))
    await stage.field("Ana").fill("kept")
    taken = stage.phone("Ana").get_by_role("button", name="Taken")
    await expect(taken).to_be_enabled()
    await stage.page.get_by_role("button", name="+1 h").click()
    await expect(stage.page.locator("#busy")).to_have_text("Time is passing. Buttons wait until it stops.")
    await expect(taken).to_be_disabled()
    await taken.press("Enter")
    await stage.field("Ana").press("Enter")
    await expect(stage.phone("Ana").get_by_role("status")).to_contain_text("Buttons wait until it stops")
    assert len(stage.walks) == 1 and await stage.presses() == []
    stage.walk_may_end.set()
    await expect(taken).to_be_enabled()
    await expect(stage.field("Ana")).to_have_value("kept")


async def test_the_commands_menu_is_walked_by_keyboard(stage: Stage) -> None:
    commands = [{"command": "today", "description": "Today"}, {"command": "help", "description": "Help"}]
    await stage.bot("setMyCommands", commands=commands)
    slash = stage.phone("Ana").get_by_role("button", name="Commands")
    await slash.press("Enter")
    await stage.page.keyboard.press("ArrowDown")
    await stage.page.keyboard.press("Enter")
    await expect(stage.phone("Ana").get_by_role("log")).to_contain_text("/help")
    await slash.press("Enter")
    await stage.page.keyboard.press("Escape")
    await expect(slash).to_be_focused()


async def test_a_refused_call_is_named_in_the_log_with_its_reason(stage: Stage) -> None:
    await stage.bot("sendMessage", chat_id=424242, text="Hello")
    await stage.page.get_by_text("What the bot called").click()
    await expect(stage.page.get_by_role("row", name="sendMessage")).to_contain_text(
        "400 refused Bad Request: chat not found"
    )


async def test_in_the_groups_card_one_chooses_who_writes(stage: Stage) -> None:
    group = stage.phone("Walkers")
    await group.get_by_role("button", name="Ana").click()
    await group.get_by_label("Message, Ana: Walkers").fill("hello all")
    await group.get_by_role("button", name="Send").click()
    await expect(group.locator(".chat:visible .mine")).to_contain_text("hello all")
    await group.get_by_role("button", name="Bruno").click()
    await expect(group.locator(".chat:visible .theirs")).to_contain_text("hello all")


async def test_a_reader_who_scrolled_up_is_not_pulled_down(stage: Stage) -> None:
    chat = stage.chats["Ana"]
    for number in range(12):
        await stage.bot("sendMessage", chat_id=chat, text=f"line {number}\n\n\n")
    log = stage.phone("Ana").get_by_role("log")
    await expect(log.get_by_text("line 11")).to_be_in_viewport()
    await log.evaluate("log => log.scrollTo(0, 0)")
    await expect(log.get_by_text("/start")).to_be_in_viewport()
    await stage.bot("sendMessage", chat_id=chat, text="the newest")
    await stage.phone("Ana").get_by_role("button", name="New messages").click()
    await expect(log.get_by_text("the newest")).to_be_in_viewport()


async def test_a_blocked_bot_can_be_unblocked_on_the_phone(stage: Stage) -> None:
    await stage.phone("Ana").get_by_role("button", name="Block Steady").click()
    await expect(stage.field("Ana")).to_be_disabled()
    refusal = await stage.bot("sendMessage", chat_id=stage.chats["Ana"], text="Hello")
    assert refusal["error_code"] == 403
    await stage.phone("Ana").get_by_role("button", name="Unblock Steady").click()
    await expect(stage.field("Ana")).to_be_enabled()


async def test_on_a_narrow_screen_there_is_one_phone_at_a_time(stage: Stage) -> None:
    await stage.page.set_viewport_size(NARROW)
    await expect(stage.phone("Bruno")).to_be_visible()
    await expect(stage.phone("Ana")).to_be_hidden()
    tabs = stage.page.get_by_role("navigation", name="Phones")
    await stage.bot("sendMessage", chat_id=stage.chats["Ana"], text="Hello")
    await tabs.get_by_role("button", name="Ana, 1 new").click()
    await expect(stage.phone("Ana")).to_be_visible()
    await expect(stage.phone("Bruno")).to_be_hidden()
    await expect(tabs.get_by_role("button", name="Ana", exact=True)).to_have_attribute("aria-pressed", "true")
    assert await stage.page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_word_stands_out_from_what_is_behind_it(stage: Stage, scheme: str) -> None:
    await stage.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    await stage.bot(
        "sendMessage",
        chat_id=stage.chats["Ana"],
        text="Hello",
        reply_markup=keyboard("Taken"),
        disable_notification=True,
    )
    await stage.bot("sendMessage", chat_id=424242, text="refused")
    await stage.page.get_by_text("What the bot called").click()
    await expect(stage.page.get_by_role("row", name="refused")).to_be_visible()
    await expect(stage.phone("Ana").get_by_role("button", name="Taken")).to_be_visible()
    assert await stage.page.evaluate(FAINT_WORDS) == []


async def test_every_control_has_a_name(stage: Stage) -> None:
    nameless = "[...document.querySelectorAll('button, textarea, a[href], summary')].filter(control =>"
    nameless += " !(control.getAttribute('aria-label') || control.textContent).trim()).length"
    assert await stage.page.evaluate(nameless) == 0
