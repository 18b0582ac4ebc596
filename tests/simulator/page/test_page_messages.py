"""What a message shows, and what comes of pressing it with a pointer."""

import io

from PIL import Image

from tests.simulator.page.conftest import IN_BROWSER, NARROW, Stage, expect, keyboard

EXCERPT = "Sleep and pain pull at each other. " * 12
pytestmark = IN_BROWSER


async def test_what_a_person_types_reaches_the_bot_and_its_reply_appears_below(stage: Stage) -> None:
    await stage.field("Ana").fill("<b>good</b> evening")
    await stage.phone("Ana").get_by_role("button", name="Send", exact=True).click()
    await expect(stage.log("Ana")).to_contain_text("<b>good</b> evening")  # literally
    await expect(stage.field("Ana")).to_have_value("")
    await stage.says("Ana", "<b>Hello</b> Ana")
    await expect(stage.phone("Ana").locator("b", has_text="Hello")).to_be_in_viewport()


async def test_the_bots_answer_to_a_press_shows_on_that_phone_only(stage: Stage) -> None:
    await stage.says("Ana", "Your reminder", reply_markup=keyboard("Taken"))
    async with stage.page.expect_response("**/page/press"):
        await stage.phone("Ana").get_by_role("button", name="Taken").click()
    (press,) = await stage.updates("callback_query")
    await stage.bot("answerCallbackQuery", callback_query_id=press["id"], text="Already noted")
    await expect(stage.phone("Ana").get_by_role("status")).to_have_text("Already noted")
    await expect(stage.phone("Bruno").get_by_role("status")).to_be_empty()


async def test_an_alert_has_to_be_closed(stage: Stage) -> None:
    await stage.says("Ana", "Your reminder", reply_markup=keyboard("Taken"))
    taken = stage.phone("Ana").get_by_role("button", name="Taken")
    await taken.click()
    await expect(taken).to_have_attribute("aria-busy", "true")
    (press,) = await stage.updates("callback_query")
    await stage.bot("answerCallbackQuery", callback_query_id=press["id"], text="Call your clinic", show_alert=True)
    alert = stage.page.get_by_role("dialog", name="Ana")
    await expect(alert).to_contain_text("Call your clinic")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_have_count(0)
    await expect(taken).not_to_have_attribute("aria-busy", "true")


async def test_a_start_link_shown_on_one_phone_opens_on_another_with_one_press(stage: Stage) -> None:
    await stage.says("Bruno", "Your invite: https://t.me/steady_bot?start=abc123")
    await stage.phone("Bruno").get_by_role("button", name="Scan with Ana").click()
    await expect(stage.log("Ana")).to_contain_text("/start abc123")


async def test_a_command_in_a_message_is_sent_at_a_press(stage: Stage) -> None:
    await stage.says("Ana", "Send /help, nothing else")
    await stage.log("Ana").get_by_role("link", name="/help").click()
    await expect(stage.log("Ana").locator(".mine").last).to_contain_text("/help")


async def test_a_picture_opens_large_and_at_full_size_and_escape_closes_it(stage: Stage) -> None:
    await stage.shows_a_picture("Ana", "Your week")
    await stage.phone("Ana").get_by_role("button", name="Open it large").click()
    dialog = stage.page.get_by_role("dialog", name="Picture")
    picture = dialog.get_by_role("img")
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 900
    await stage.page.set_viewport_size(NARROW)
    await dialog.get_by_role("button", name="Full size").click()
    assert await picture.evaluate("image => image.clientWidth") == 900
    await stage.page.keyboard.press("Escape")
    await expect(stage.page.get_by_role("dialog")).to_have_count(0)


async def test_a_folded_excerpt_opens_and_stays_open_when_something_else_arrives(stage: Stage) -> None:
    await stage.says("Ana", f"<blockquote expandable>{EXCERPT}</blockquote>")
    words = stage.phone("Ana").locator(".folded")
    folded = (await words.bounding_box())["height"]
    await stage.phone("Ana").get_by_role("button", name="Show all").click()
    await stage.says("Ana", "One more")
    await expect(stage.log("Ana")).to_contain_text("One more")
    await expect(stage.phone("Ana").get_by_role("button", name="Show less")).to_be_visible()
    assert (await words.bounding_box())["height"] > folded


async def test_a_spoiler_hides_its_words_until_it_is_pressed(stage: Stage) -> None:
    await stage.says("Ana", "The end: <tg-spoiler>they marry</tg-spoiler>")
    await expect(stage.log("Ana").get_by_text("they marry")).to_be_hidden()
    await stage.log("Ana").get_by_role("button", name="Hidden text").press("Enter")
    await expect(stage.log("Ana").get_by_text("they marry")).to_be_visible()


async def test_a_moment_is_shown_on_the_readers_clock_in_the_form_that_the_bot_asked_for(stage: Stage) -> None:
    await stage.says("Ana", 'Until <tg-time unix="1764018000" format="wDt">then</tg-time>')
    moment = stage.log("Ana").locator("time[data-format]")
    for part in ("Monday", "24 November 2025", "21:00"):
        await expect(moment).to_contain_text(part)


async def test_what_a_message_is_stands_in_words(stage: Stage) -> None:
    await stage.says("Ana", "Hush", disable_notification=True, protect_content=True)
    meta = stage.phone("Ana").locator(".bubble", has_text="Hush").locator(".meta")
    await expect(meta).to_have_text("protectedsilent21:00")
    await stage.page.get_by_role("button", name="Play a line").click()
    await expect(stage.phone("Ana").locator(".bubble", has_text="a made-up line")).to_contain_text("made up")


async def test_typing_shows_and_ends_with_the_message(stage: Stage) -> None:
    await stage.bot("sendChatAction", chat_id=stage.chats["Ana"], action="typing")
    await expect(stage.phone("Ana").get_by_text("typing…")).to_be_visible()
    await stage.says("Ana", "done")
    await expect(stage.phone("Ana").get_by_text("typing…")).to_have_count(0)


async def test_a_vote_and_a_reaction_are_counted_and_reach_the_bot(stage: Stage) -> None:
    ana = stage.chats["Ana"]
    options = [{"text": "Tea"}, {"text": "Coffee"}]
    await stage.bot("sendPoll", chat_id=ana, question="What?", options=options, is_anonymous=False)
    tea = stage.log("Ana").get_by_role("button", name="Tea")
    await tea.click()
    await expect(tea).to_have_attribute("aria-pressed", "true")
    await expect(tea).to_contain_text("1")
    assert [answer["option_ids"] for answer in await stage.updates("poll_answer")] == [[0]]
    await stage.says("Ana", "Well done")
    await stage.log("Ana").locator(".bubble", has_text="Well done").focus()
    await stage.page.keyboard.press("Enter")
    await stage.page.get_by_role("menuitem", name="React 🔥").click()
    await stage.log("Ana").get_by_role("button", name="🔥 1").click()
    await expect(stage.log("Ana").get_by_role("button", name="🔥 1")).to_have_count(0)


async def test_a_file_and_a_picture_are_sent_from_the_phone(stage: Stage) -> None:
    png = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(png, "PNG")
    picker = stage.phone("Ana").locator(".chat:visible input[type=file]")
    await picker.set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": png.getvalue()})
    await expect(stage.log("Ana").get_by_role("button", name="Picture from You")).to_be_visible()
    await picker.set_input_files({"name": "plan.txt", "mimeType": "text/plain", "buffer": b"1.5 mg"})
    await expect(stage.log("Ana").get_by_role("link", name="plan.txt")).to_be_visible()
    sent = (await stage.updates("message"))[-2:]
    assert (sent[0]["photo"][-1]["width"], sent[1]["document"]["file_name"]) == (60, "plan.txt")


async def test_a_deleted_message_goes_and_a_changed_one_changes_in_place(stage: Stage) -> None:
    first, second = await stage.says("Ana", "one"), await stage.says("Ana", "two")
    await stage.bot("deleteMessage", chat_id=stage.chats["Ana"], message_id=first)
    await stage.bot("editMessageText", chat_id=stage.chats["Ana"], message_id=second, text="deux")
    await expect(stage.log("Ana")).to_contain_text("deux")
    await expect(stage.log("Ana").get_by_text("one", exact=True)).to_have_count(0)
    await expect(stage.log("Ana").locator(".bubble", has_text="deux").locator(".meta")).to_have_text("edited21:00")
