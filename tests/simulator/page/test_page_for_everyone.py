"""The page for people who don't see it well, or not at all; and for our own eyes, pictures of it in build/page."""

from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe

from tests.simulator.page.conftest import DESK, IN_BROWSER, NARROW, Stage, expect, keyboard

PICTURES = Path(__file__).parents[3] / "build" / "page"
# Visible words whose contrast with the nearest painted background is below 4.5 (WCAG 2.2, 1.4.3), wherever axe can't
# tell because of a gradient behind them.
FAINT_WORDS = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = node => {
    for (; node; node = node.parentElement) {
      const colour = channels(getComputedStyle(node).backgroundColor);
      if (colour[3] === undefined || colour[3] > 0.8) return colour;
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
EXCERPT = "Sleep and pain pull at each other. " * 12

pytestmark = IN_BROWSER


async def furnished(stage: Stage) -> None:
    """One of everything that a page can show."""
    await stage.bot("setMyCommands", commands=[{"command": "today", "description": "Today's doses"}])
    await stage.says("Ana", f"<b>From:</b> Sleep\n<blockquote expandable>{EXCERPT}</blockquote>\nMore: /learn")
    await stage.says("Ana", "<pre>code()</pre> and <tg-spoiler>a secret</tg-spoiler>", disable_notification=True)
    await stage.shows_a_picture("Ana", "Your week")
    await stage.says("Bruno", "An invite: https://t.me/steady_bot?start=abc", protect_content=True)
    pinned = await stage.says("Bruno", "Our number: 0100")
    await stage.bot("pinChatMessage", chat_id=stage.chats["Bruno"], message_id=pinned)
    await stage.bot(
        "sendPoll", chat_id=stage.chats["Walkers"], question="When?", options=[{"text": "9"}, {"text": "10"}]
    )
    await stage.bot("sendLocation", chat_id=stage.chats["Walkers"], latitude=52.5, longitude=13.4)
    rows = {"keyboard": [[{"text": "Better"}, {"text": "Worse"}], [{"text": "As ever"}]]}
    await stage.says("Bruno", "How are you?", reply_markup=rows)
    await stage.bot("sendMessage", chat_id=stage.chats["Walkers"], text="Ten o'clock?", reply_markup=keyboard("Yes"))
    await stage.bot("sendMessage", chat_id=424242, text="refused")
    await stage.says("Ana", "Your 21:00 reminder", reply_markup=keyboard("Taken", "Later", "Skip"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "size"), [("desk", DESK), ("narrow", NARROW)])
async def test_it_keeps_the_rules_that_a_machine_can_check_in_both_themes_and_widths(
    stage: Stage, scheme: str, width: str, size: dict[str, int]
) -> None:
    await stage.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    await stage.page.set_viewport_size(size)
    await furnished(stage)
    await expect(stage.log("Bruno")).to_contain_text("How are you?")
    await expect(stage.page.locator(".photo img").first).to_have_js_property("complete", True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for tool in (None, "Requests", "Faults"):
        if tool:
            await stage.page.get_by_role("button", name=tool).click()
        await stage.page.screenshot(path=str(PICTURES / f"{width}-{scheme}-{(tool or 'phones').lower()}.png"))
        found = await Axe().run(stage.page, options={"resultTypes": ["violations"]})
        assert found.violations_count == 0, found.generate_report()
        assert await stage.page.evaluate(FAINT_WORDS) == []
        if tool:
            await stage.page.locator("#tools").get_by_role("button", name="Close").first.click()


@pytest.mark.parametrize("dialog", ["shortcuts", "adding", "naming", "alert", "picture"])
async def test_what_opens_above_the_page_keeps_the_rules_too(stage: Stage, dialog: str) -> None:
    await stage.shows_a_picture("Ana", "Your week")
    await expect(stage.phone("Ana").get_by_role("button", name="Open it large")).to_be_visible()
    await stage.page.evaluate(
        """name => {
          for (const id of ["alert-who", "naming-title"]) document.getElementById(id).textContent = "Ana: Steady";
          if (name === "picture") document.querySelector(".photo").click();
          else document.getElementById(name).showModal();
        }""",
        dialog,
    )
    found = await Axe().run(stage.page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


async def test_a_new_message_is_said_once_however_many_phones_show_it(stage: Stage) -> None:
    await stage.page.evaluate(
        """() => {
          window.said = [];
          new MutationObserver(() => {
            const text = document.getElementById("voice").textContent;
            if (text) window.said.push(text);
          }).observe(document.getElementById("voice"), { childList: true, characterData: true, subtree: true });
        }"""
    )
    await stage.bot("sendMessage", chat_id=stage.chats["Walkers"], text="Ten o'clock?")
    await expect(stage.page.locator("#voice")).not_to_be_empty()
    assert await stage.page.evaluate("window.said") == ["Walkers, from Steady: Ten o'clock?"]
    live = "[...document.querySelectorAll('[aria-live=polite], [role=status], [role=alert]')]"
    assert not await stage.page.evaluate(f"{live}.some(region => region.querySelector('.bubble'))")


async def test_with_reduced_motion_nothing_moves(stage: Stage) -> None:
    await stage.page.emulate_media(reduced_motion="reduce")
    await stage.says("Ana", "Hello")
    await expect(stage.log("Ana")).to_contain_text("Hello")
    assert await stage.page.evaluate("document.getAnimations().length") == 0


async def test_the_page_has_landmarks_and_one_main_heading(stage: Stage) -> None:
    for role, name in (
        ("banner", None),
        ("main", None),
        ("navigation", "Phones"),
        ("region", "Ana"),
        ("region", "Walkers"),
        ("region", "Clock"),
    ):
        await expect(stage.page.get_by_role(role, **({"name": name, "exact": True} if name else {}))).to_have_count(1)
    await expect(stage.page.get_by_role("heading", level=1)).to_have_text("Steady")
    await expect(stage.phone("Ana").get_by_role("heading", level=2)).to_have_text("Ana")
