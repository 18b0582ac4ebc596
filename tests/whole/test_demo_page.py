"""The demo as a newcomer sees it, in Chromium. Leaves its picture in build/demo.png (``make picture`` keeps it)."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.house import house
from bot.demo.play import two_weeks

playwright_api = pytest.importorskip("playwright.async_api", reason="Playwright is not installed: the demo not tried")
expect = playwright_api.expect

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PICTURE = Path(__file__).parents[2] / "build" / "demo.png"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}: the demo's page was not tried"),
]


async def test_a_newcomer_invites_scans_and_sees_the_bot_answer(tmp_path: Path) -> None:
    async with house(tmp_path) as here, playwright_api.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = await browser.new_page(viewport={"width": 1440, "height": 900})
        await page.goto(here.simulator.url)
        bruno, ana = (page.get_by_role("region", name=name, exact=True) for name in ("Dr Bruno", "Ana"))
        await expect(bruno.get_by_text("You are on the team").first).to_be_visible()

        field = bruno.get_by_label("Message, Dr Bruno: Steady", exact=True)
        await field.fill("/invite P-07")
        await field.press("Enter")
        await here.settle()
        await bruno.get_by_role("button", name="Scan with Ana", exact=True).last.click()
        await expect(ana.get_by_role("button", name="I agree")).to_be_visible()
        await ana.get_by_role("button", name="I agree").click()
        await expect(ana.get_by_text("May your clinic see")).to_be_visible()
        await browser.close()


async def test_play_two_weeks_can_be_stopped_on_the_page(tmp_path: Path) -> None:
    async with house(tmp_path) as here, playwright_api.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = await browser.new_page(viewport={"width": 1440, "height": 900})
        await page.goto(here.simulator.url)
        await page.get_by_role("button", name="Play two weeks", exact=True).click()
        await expect(page.get_by_role("button", name="Playing: Play two weeks")).to_be_visible()
        await page.get_by_role("button", name="Stop", exact=True).click()
        await expect(page.get_by_role("button", name="Stop", exact=True)).to_have_count(0)
        again = page.get_by_role("button", name="Play two weeks", exact=True)
        await expect(again).to_be_visible()
        await expect(again).not_to_have_attribute("aria-disabled", "true")
        assert here.simulator.world.made_up == 0
        await browser.close()


async def test_play_two_weeks_leaves_a_summary_that_is_marked_as_made_up(tmp_path: Path) -> None:
    async with house(tmp_path) as here, playwright_api.async_playwright() as playwright:
        await two_weeks(here, pace=0)
        ana = here.ana
        assert ana.screen().photo
        assert "made up" in ana.screen().text.lower() or "made-up" in ana.screen().text.lower()

        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = await browser.new_page(viewport={"width": 1440, "height": 900})
        await page.goto(here.simulator.url)
        await expect(page.get_by_role("region", name="Ana", exact=True).get_by_text("made up").first).to_be_visible()
        picture = page.get_by_role("region", name="Ana", exact=True).locator("img").last
        await picture.scroll_into_view_if_needed()
        await expect(picture).to_have_js_property("complete", True)
        PICTURE.parent.mkdir(exist_ok=True)
        await page.screenshot(path=str(PICTURE))
        await browser.close()


async def test_play_goes_on_from_wherever_a_newcomer_left_off(tmp_path: Path) -> None:
    async with house(tmp_path) as here:
        await here.bruno.say("/invite P-07")
        await here.settle()
        await here.ana.scan(await here.bruno.sees("start="))
        await here.settle()
        await here.ana.tap("I agree")
        await here.settle()
        await here.walk(here.app.now() + timedelta(hours=13))
        await two_weeks(here, pace=0)
        assert here.ana.screen().photo
