"""What newcomers see on the phones, and press with a pointer."""

import io

import pytest
from PIL import Image

from tests.simulator.page.conftest import DESK, IN_BROWSER, NARROW, Stage, expect, keyboard

EXCERPT = "Sleep and pain pull at each other. " * 12

pytestmark = IN_BROWSER


async def test_two_phones_and_a_group_stand_side_by_side_under_the_clock(stage: Stage) -> None:
    boxes = [await stage.phone(name).bounding_box() for name in ("Bruno", "Ana", "Walkers")]
    lefts = [box["x"] for box in boxes if box]
    assert len(lefts) == 3 and lefts == sorted(lefts) and len({box["y"] for box in boxes if box}) == 1
    assert boxes[-1] and boxes[-1]["x"] + boxes[-1]["width"] <= DESK["width"]
    await expect(stage.page.locator("#time")).to_have_text("21:00")
    await expect(stage.page.locator("#day")).to_have_text("Tuesday 24 November 2026, UTC")
    await expect(stage.page.locator("#guide")).to_have_text("Try /invite first.")


async def test_what_a_person_types_reaches_the_bot_and_its_reply_appears_below(stage: Stage) -> None:
    await stage.field("Ana").fill("<b>good</b> evening")
    await stage.phone("Ana").get_by_role("button", name="Send", exact=True).click()
    await expect(stage.log("Ana")).to_contain_text("<b>good</b> evening")  # literally
    await expect(stage.field("Ana")).to_have_value("")
    await stage.says("Ana", "<b>Hello</b> Ana")
    await expect(stage.phone("Ana").locator("b", has_text="Hello")).to_be_in_viewport()


async def test_somebody_new_sees_what_the_bot_can_do_and_a_start_button(stage: Stage) -> None:
    await stage.bot("setMyDescription", description="I remind and teach.")
    stage.sim.person("Cleo")
    await stage.page.get_by_role("button", name="Cleo").click()
    await expect(stage.phone("Cleo")).to_contain_text("I remind and teach.")
    await stage.phone("Cleo").get_by_role("button", name="Start Steady").click()
    await expect(stage.log("Cleo")).to_contain_text("/start")
    await expect(stage.field("Cleo")).to_be_visible()


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


async def test_the_list_of_chats_has_what_was_said_last_and_how_much_is_unread(stage: Stage) -> None:
    await stage.says("Ana", "Sleep well")
    await stage.phone("Ana").get_by_role("button", name="All chats").click()
    await stage.bot("sendMessage", chat_id=stage.chats["Walkers"], text="Ten o'clock?")
    chats = stage.phone("Ana").get_by_role("list", name="Ana's chats")
    await expect(chats.get_by_role("button").first).to_contain_text("Walkers")
    await expect(chats.get_by_role("button", name="Walkers")).to_contain_text("Ten o'clock?")
    await expect(chats.get_by_role("button", name="Walkers")).to_contain_text("1 unread")
    await expect(chats.get_by_role("button", name="Steady")).to_contain_text("Sleep well")
    await chats.get_by_role("button", name="Walkers").click()
    await expect(stage.log("Ana")).to_contain_text("Ten o'clock?")


async def test_what_was_read_in_one_place_is_read_on_all_phones_of_that_person(stage: Stage) -> None:
    await stage.bot("sendMessage", chat_id=stage.chats["Walkers"], text="Ten o'clock?")  # the group is open as Bruno
    await expect(stage.phone("Ana").get_by_role("button", name="All chats, 1 unread")).to_be_visible()
    await expect(stage.phone("Bruno").get_by_role("button", name="All chats", exact=True)).to_be_visible()


async def test_in_the_groups_phone_one_chooses_who_writes(stage: Stage) -> None:
    group = stage.phone("Walkers")
    await group.get_by_role("button", name="Ana", exact=True).click()
    await group.get_by_label("Message, Ana: Walkers").fill("hello all")
    await group.get_by_role("button", name="Send", exact=True).click()
    await expect(group.locator(".chat:visible .mine")).to_contain_text("hello all")
    await group.get_by_role("button", name="Bruno", exact=True).click()
    await expect(group.locator(".chat:visible .theirs")).to_contain_text("hello all")


async def test_a_reader_who_scrolled_up_is_not_pulled_down_and_sees_how_much_came(stage: Stage) -> None:
    for number in range(12):
        await stage.says("Ana", f"line {number}\n.\n.")
    await expect(stage.log("Ana").get_by_text("line 11")).to_be_in_viewport()
    await stage.log("Ana").evaluate("log => log.scrollTo(0, 0)")
    await expect(stage.log("Ana").get_by_text("/start")).to_be_in_viewport()
    await stage.says("Ana", "the newest")
    await stage.phone("Ana").get_by_role("button", name="Go to the newest message, 1 new").click()
    await expect(stage.log("Ana").get_by_text("the newest")).to_be_in_viewport()


async def test_earlier_messages_are_fetched_when_they_are_asked_for(stage: Stage) -> None:
    for number in range(150):
        await stage.says("Ana", f"line {number}")
    await stage.page.reload()
    await expect(stage.log("Ana").get_by_text("line 149")).to_be_visible()
    await expect(stage.log("Ana").get_by_text("/start")).to_have_count(0)
    await stage.phone("Ana").get_by_role("button", name="Show earlier messages").click()
    await expect(stage.log("Ana").get_by_text("/start")).to_have_count(1)


async def test_a_blocked_bot_can_be_unblocked_on_the_phone(stage: Stage) -> None:
    await stage.phone("Ana").get_by_role("button", name="More for Steady").click()
    await stage.page.get_by_role("menuitem", name="Block the bot").click()
    await expect(stage.field("Ana")).to_be_hidden()
    refusal = await stage.bot("sendMessage", chat_id=stage.chats["Ana"], text="Hello")
    assert refusal["error_code"] == 403
    await stage.phone("Ana").get_by_role("button", name="Unblock Steady").click()
    await expect(stage.field("Ana")).to_be_visible()


async def test_typing_shows_and_ends_with_the_message(stage: Stage) -> None:
    await stage.bot("sendChatAction", chat_id=stage.chats["Ana"], action="typing")
    await expect(stage.phone("Ana").get_by_text("typing…")).to_be_visible()
    await stage.says("Ana", "done")
    await expect(stage.phone("Ana").get_by_text("typing…")).to_have_count(0)


async def test_what_is_pinned_stands_above_the_messages_and_leads_there(stage: Stage) -> None:
    pinned = await stage.says("Ana", "Our number: 0100")
    await stage.bot("pinChatMessage", chat_id=stage.chats["Ana"], message_id=pinned)
    for number in range(30):
        await stage.says("Ana", f"line {number}")
    await stage.phone("Ana").get_by_role("button", name="Pinned Our number: 0100").click()
    await expect(stage.log("Ana").locator(".bubble", has_text="Our number")).to_be_focused()


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


async def test_a_forum_is_read_and_written_topic_by_topic(stage: Stage) -> None:
    people = [stage.sim.person(name) for name in ("Bruno", "Ana")]
    forum = stage.sim.group("Forum", *people, forum=True)
    forum.promote_bot()
    await stage.bot("createForumTopic", chat_id=forum.id, name="Sleep")
    (topic,) = (each.id for each in forum.chat.topics.values() if each.name == "Sleep")
    await stage.bot("sendMessage", chat_id=forum.id, text="In general")
    await stage.bot("sendMessage", chat_id=forum.id, text="Of nights", message_thread_id=topic)
    await stage.page.get_by_role("button", name="Forum").click()
    phone = stage.phone("Forum")
    await phone.get_by_role("group", name="Topics").get_by_role("button", name="Sleep").click()
    await expect(phone.get_by_text("Of nights")).to_be_visible()
    await expect(phone.get_by_text("In general")).to_have_count(0)
    await phone.get_by_label("Message, Bruno: Forum").fill("Short ones")
    await phone.get_by_label("Message, Bruno: Forum").press("Enter")
    await expect(phone.locator(".mine")).to_contain_text("Short ones")
    assert forum.messages[-1].thread == topic


async def test_a_deleted_message_goes_and_a_changed_one_changes_in_place(stage: Stage) -> None:
    first, second = await stage.says("Ana", "one"), await stage.says("Ana", "two")
    await stage.bot("deleteMessage", chat_id=stage.chats["Ana"], message_id=first)
    await stage.bot("editMessageText", chat_id=stage.chats["Ana"], message_id=second, text="deux")
    await expect(stage.log("Ana")).to_contain_text("deux")
    await expect(stage.log("Ana").get_by_text("one", exact=True)).to_have_count(0)
    await expect(stage.log("Ana").locator(".bubble", has_text="deux").locator(".meta")).to_have_text("edited21:00")


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
