"""Everything on the page without a pointer."""

from tests.simulator.page.conftest import IN_BROWSER, Stage, expect, keyboard

pytestmark = IN_BROWSER


async def test_a_press_reaches_the_bot_and_the_focus_stays_where_the_bubble_changes(stage: Stage) -> None:
    sent = await stage.says("Ana", "Your reminder", reply_markup=keyboard("Taken"))
    await stage.field("Ana").fill("half a thou")
    async with stage.page.expect_response("**/page/press"):
        await stage.phone("Ana").get_by_role("button", name="Taken").press("Enter")
    assert [press["data"] for press in await stage.updates("callback_query")] == ["taken"]
    await stage.bot(
        "editMessageText",
        chat_id=stage.chats["Ana"],
        message_id=sent,
        text="Noted",
        reply_markup=keyboard("Undo"),
    )
    bubble = stage.phone("Ana").locator(".bubble", has_text="Noted")
    await expect(bubble.get_by_role("button", name="Undo")).to_be_focused()
    await expect(stage.field("Ana")).to_have_value("half a thou")


async def test_a_slash_opens_the_commands_arrows_choose_enter_sends_and_escape_closes(stage: Stage) -> None:
    commands = [{"command": "today", "description": "Today"}, {"command": "help", "description": "Help"}]
    await stage.bot("setMyCommands", commands=commands)
    await expect(stage.phone("Ana").get_by_role("button", name="Commands")).to_be_visible()
    await stage.field("Ana").press("/")
    listed = stage.phone("Ana").get_by_role("listbox", name="Commands")
    await expect(listed.get_by_role("option")).to_have_count(2)
    await stage.page.keyboard.press("ArrowDown")
    await expect(listed.get_by_role("option", name="/help")).to_have_attribute("aria-selected", "true")
    await stage.page.keyboard.press("Escape")
    await expect(listed).to_be_hidden()
    await stage.field("Ana").fill("/to")
    await expect(listed.get_by_role("option")).to_have_count(1)
    await stage.page.keyboard.press("Enter")
    await expect(stage.log("Ana")).to_contain_text("/today")
    await stage.field("Ana").fill("/he")
    await stage.page.keyboard.press("Tab")
    await expect(stage.field("Ana")).to_have_value("/help ")


async def test_arrows_walk_the_messages_and_tab_goes_to_the_buttons_of_one(stage: Stage) -> None:
    await stage.says("Ana", "First", reply_markup=keyboard("One"))
    await stage.says("Ana", "Second", reply_markup=keyboard("Two"))
    await expect(stage.log("Ana").get_by_text("Second")).to_be_visible()
    await stage.field("Ana").focus()
    await stage.page.keyboard.press("Shift+Tab")
    await expect(stage.log("Ana").get_by_role("button", name="Two")).to_be_focused()
    await stage.page.keyboard.press("ArrowUp")
    await expect(stage.log("Ana").locator(".bubble", has_text="First")).to_be_focused()
    await stage.page.keyboard.press("Tab")
    await stage.page.keyboard.press("Tab")
    await expect(stage.log("Ana").get_by_role("button", name="One")).to_be_focused()


async def test_a_reply_is_written_from_the_message_and_shows_what_it_answers(stage: Stage) -> None:
    original = await stage.says("Ana", "How was your night?")
    bubble = stage.log("Ana").locator(".bubble", has_text="How was your night?")
    await bubble.focus()
    await stage.page.keyboard.press("Enter")
    await expect(stage.page.get_by_role("menuitem", name="Reply")).to_be_focused()
    await stage.page.keyboard.press("Enter")
    await expect(stage.field("Ana")).to_be_focused()
    await stage.page.keyboard.type("Short")
    await stage.page.keyboard.press("Enter")
    answer = stage.log("Ana").locator(".mine", has_text="Short")
    await expect(answer.get_by_role("button", name="In reply to Steady: How was your night?")).to_be_visible()
    said = (await stage.updates("message"))[-1]
    assert said["reply_to_message"]["message_id"] == original


async def test_arrow_up_in_an_empty_field_edits_the_last_own_message(stage: Stage) -> None:
    await stage.field("Ana").fill("Helo")
    await stage.field("Ana").press("Enter")
    await expect(stage.log("Ana")).to_contain_text("Helo")
    await stage.field("Ana").press("ArrowUp")
    await expect(stage.field("Ana")).to_have_value("Helo")
    await stage.field("Ana").fill("Hello")
    await stage.field("Ana").press("Enter")
    await expect(stage.log("Ana").locator(".mine").last).to_contain_text("Hello")
    await expect(stage.log("Ana").locator(".mine").last).to_contain_text("edited")
    assert [edited["text"] for edited in await stage.updates("edited_message")] == ["Hello"]


async def test_a_reply_keyboard_stands_in_place_of_the_letters_and_says_what_is_on_its_keys(stage: Stage) -> None:
    rows = [[{"text": "Better"}, {"text": "Worse"}]]
    markup = {"keyboard": rows, "one_time_keyboard": True, "input_field_placeholder": "Choose"}
    await stage.says("Ana", "How are you?", reply_markup=markup)
    keys = stage.phone("Ana").get_by_role("group", name="Reply keyboard")
    await expect(stage.field("Ana")).to_have_attribute("placeholder", "Choose")
    await keys.get_by_role("button", name="Better").press("Enter")
    await expect(stage.log("Ana").locator(".mine").last).to_contain_text("Better")
    await expect(keys).to_be_hidden()
    await stage.says("Ana", "And now?", reply_markup={"keyboard": rows})
    toggle = stage.phone("Ana").get_by_role("button", name="Reply keyboard")
    await toggle.press("Enter")
    await expect(keys).to_be_hidden()
    await toggle.press("Enter")
    await expect(keys).to_be_visible()
    await stage.says("Ana", "Thank you", reply_markup={"remove_keyboard": True})
    await expect(toggle).to_be_hidden()


async def test_after_the_bots_name_stands_what_it_offers_and_enter_sends_it(stage: Stage) -> None:
    await stage.field("Ana").press_sequentially("@steady_bot sleep")
    while not (asked := await stage.updates("inline_query")):
        pass
    offers = [
        {"type": "article", "id": name, "title": name, "input_message_content": {"message_text": f"About {name}"}}
        for name in ("Naps", "Nights")
    ]
    assert asked[-1]["query"] == "sleep"
    await stage.bot("answerInlineQuery", inline_query_id=asked[-1]["id"], results=offers)
    listed = stage.phone("Ana").get_by_role("listbox", name="What the bot offers")
    await expect(listed.get_by_role("option", name="Naps")).to_have_attribute("aria-selected", "true")
    await stage.page.keyboard.press("ArrowDown")
    await stage.page.keyboard.press("Enter")
    sent = stage.log("Ana").locator(".mine").last
    await expect(sent).to_contain_text("About Nights")
    await expect(sent).to_contain_text("via @steady_bot")
    await expect(stage.field("Ana")).to_have_value("")


async def test_f6_goes_from_phone_to_phone(stage: Stage) -> None:
    await stage.field("Bruno").focus()
    await stage.page.keyboard.press("F6")
    await expect(stage.field("Ana")).to_be_focused()
    await stage.page.keyboard.press("Shift+F6")
    await expect(stage.field("Bruno")).to_be_focused()


async def test_f8_walks_to_the_next_event_and_f9_opens_the_requests(stage: Stage) -> None:
    await stage.page.keyboard.press("F9")
    await expect(stage.page.get_by_role("heading", name="What the bot asked for")).to_be_focused()
    await stage.page.keyboard.press("Escape")
    await expect(stage.page.get_by_role("button", name="Requests")).to_be_focused()
    async with stage.page.expect_response("**/page/walk"):
        await stage.page.keyboard.press("F8")
    assert stage.walks == [None]


async def test_the_shortcuts_are_listed_in_a_dialog_that_gives_the_focus_back(stage: Stage) -> None:
    await stage.page.get_by_role("button", name="Keyboard shortcuts").press("Enter")
    dialog = stage.page.get_by_role("dialog", name="By keyboard")
    await expect(dialog).to_contain_text("The next phone, the one before")
    await stage.page.keyboard.press("Escape")
    await expect(stage.page.get_by_role("button", name="Keyboard shortcuts")).to_be_focused()


async def test_the_menu_of_a_chat_is_walked_by_arrows_and_closed_by_escape(stage: Stage) -> None:
    more = stage.phone("Walkers").get_by_role("button", name="More for Walkers")
    await more.press("Enter")
    await expect(stage.page.get_by_role("menuitem", name="Remove the bot")).to_be_focused()
    await stage.page.keyboard.press("ArrowUp")
    await expect(stage.page.get_by_role("menuitem", name="Make it a supergroup")).to_be_focused()
    await stage.page.keyboard.press("Escape")
    await expect(more).to_be_focused()
    await more.press("Enter")
    await stage.page.keyboard.press("Enter")
    await expect(stage.phone("Walkers")).to_contain_text("Steady is not in it")
