"""The desk: phones side by side under the clock, added, moved, closed; narrow, and large."""

import pytest

from tests.simulator.page.conftest import DESK, IN_BROWSER, NARROW, Stage, expect, keyboard

pytestmark = IN_BROWSER


async def test_two_phones_and_a_group_stand_side_by_side_under_the_clock(stage: Stage) -> None:
    boxes = [await stage.phone(name).bounding_box() for name in ("Bruno", "Ana", "Walkers")]
    lefts = [box["x"] for box in boxes if box]
    assert len(lefts) == 3 and lefts == sorted(lefts) and len({box["y"] for box in boxes if box}) == 1
    assert boxes[-1] and boxes[-1]["x"] + boxes[-1]["width"] <= DESK["width"]
    await expect(stage.page.locator("#time")).to_have_text("21:00")
    await expect(stage.page.locator("#day")).to_have_text("Tuesday 24 November 2026, UTC")
    await expect(stage.page.locator("#guide")).to_have_text("Try /invite first.")


async def test_while_the_clock_walks_every_button_waits_and_says_why(stage: Stage) -> None:
    await stage.says("Ana", "Your reminder", reply_markup=keyboard("Taken"))
    await stage.field("Ana").fill("kept")
    taken = stage.phone("Ana").get_by_role("button", name="Taken")
    await expect(taken).to_be_enabled()
    await stage.page.get_by_role("button", name="+1 h").click()
    await expect(stage.page.locator("#busy")).to_have_text("Time is passing. Buttons wait until it stops.")
    await expect(taken).to_be_disabled()
    await taken.press("Enter")
    await stage.field("Ana").press("Enter")
    await expect(stage.phone("Ana").get_by_role("status")).to_contain_text("Buttons wait until it stops")
    assert len(stage.walks) == 1 and await stage.updates("callback_query") == []
    stage.walk_may_end.set()
    await expect(taken).to_be_enabled()
    await expect(stage.field("Ana")).to_have_value("kept")


async def test_phones_are_closed_opened_and_moved_and_stay_so(stage: Stage) -> None:
    await stage.phone("Ana").get_by_role("button", name="Arrange Ana").click()
    await stage.page.get_by_role("menuitem", name="Move left").click()
    await stage.phone("Walkers").get_by_role("button", name="Arrange Walkers").click()
    await stage.page.get_by_role("menuitem", name="Close this phone").click()
    await expect(stage.phone("Walkers")).to_have_count(0)
    await stage.page.reload()
    phones = stage.page.locator(".phone")
    await expect(phones).to_have_count(2)
    await expect(phones.first).to_have_attribute("aria-label", "Ana")
    await stage.page.get_by_role("button", name="Walkers").click()
    await expect(stage.phone("Walkers")).to_be_visible()


async def test_a_phone_in_its_own_window_has_that_phone_only(stage: Stage) -> None:
    await stage.phone("Ana").get_by_role("button", name="Arrange Ana").click()
    async with stage.page.expect_popup() as opened:
        await stage.page.get_by_role("menuitem", name="Open in its own window").click()
    window = await opened.value
    await expect(window.get_by_role("region", name="Ana", exact=True)).to_contain_text("/start")
    await expect(window.locator(".phone")).to_have_count(1)
    await stage.says("Ana", "Good evening")
    await expect(window.get_by_role("log")).to_contain_text("Good evening")
    await window.get_by_role("button", name="All chats").click()
    await expect(window.get_by_role("list", name="Ana's chats")).to_contain_text("Walkers")


async def test_colours_can_be_chosen_and_stay_so(stage: Stage) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    await stage.page.emulate_media(color_scheme="light")
    light = await stage.page.evaluate(background)
    await stage.page.get_by_role("button", name="Colours: as the system has it").click()
    await stage.page.get_by_role("button", name="Colours: light").click()
    assert await stage.page.evaluate(background) != light
    await stage.page.reload()
    await expect(stage.page.get_by_role("button", name="Colours: dark")).to_be_visible()


async def test_a_person_and_a_group_are_added_on_the_page(stage: Stage) -> None:
    await stage.page.get_by_role("button", name="Add a person or a group").click()
    await stage.page.get_by_role("textbox", name="Name").fill("Cleo")
    await stage.page.get_by_role("button", name="Add this person").click()
    await expect(stage.page.get_by_role("button", name="Cleo")).to_be_visible()
    await stage.page.get_by_role("button", name="Add a person or a group").click()
    await stage.page.get_by_role("textbox", name="Title").fill("Swimmers")
    await stage.page.get_by_role("checkbox", name="Bruno").uncheck()
    await stage.page.get_by_role("button", name="Make this group").click()
    await stage.page.get_by_role("button", name="Swimmers").click()
    await expect(stage.phone("Swimmers")).to_contain_text("Ana, Cleo, Steady")


async def test_on_a_narrow_screen_there_is_one_phone_at_a_time(stage: Stage) -> None:
    await stage.page.set_viewport_size(NARROW)
    await expect(stage.phone("Bruno")).to_be_visible()
    await expect(stage.phone("Ana")).to_be_hidden()
    phones = stage.page.get_by_role("navigation", name="Phones")
    await stage.says("Ana", "Hello")
    await phones.get_by_role("button", name="Ana, 1 new").click()
    await expect(stage.phone("Ana")).to_be_visible()
    await expect(stage.phone("Bruno")).to_be_hidden()
    await expect(phones.get_by_role("button", name="Ana", exact=True)).to_have_attribute("aria-pressed", "true")
    assert await stage.page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


@pytest.mark.parametrize("width", [320, 720])
async def test_nothing_is_cut_off_at_four_and_at_two_times_the_size(stage: Stage, width: int) -> None:
    await stage.page.set_viewport_size({"width": width, "height": 512})  # 1280 × 1024 at 400 %, 1440 at 200 %
    await stage.says("Bruno", "Your reminder", reply_markup=keyboard("Taken", "Later", "Skip"))
    await expect(stage.phone("Bruno").get_by_role("button", name="Skip")).to_be_in_viewport()
    await expect(stage.field("Bruno")).to_be_in_viewport()
    assert await stage.page.evaluate("document.documentElement.scrollWidth") == width
