"""A phone's chats: the list, what is unread and what came before, groups, topics, a blocked bot."""

from tests.simulator.page.conftest import IN_BROWSER, Stage, expect

pytestmark = IN_BROWSER


async def test_somebody_new_sees_what_the_bot_can_do_and_a_start_button(stage: Stage) -> None:
    await stage.bot("setMyDescription", description="I remind and teach.")
    stage.sim.person("Cleo")
    await stage.page.get_by_role("button", name="Cleo").click()
    await expect(stage.phone("Cleo")).to_contain_text("I remind and teach.")
    await stage.phone("Cleo").get_by_role("button", name="Start Steady").click()
    await expect(stage.log("Cleo")).to_contain_text("/start")
    await expect(stage.field("Cleo")).to_be_visible()


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


async def test_what_is_pinned_stands_above_the_messages_and_leads_there(stage: Stage) -> None:
    pinned = await stage.says("Ana", "Our number: 0100")
    await stage.bot("pinChatMessage", chat_id=stage.chats["Ana"], message_id=pinned)
    for number in range(30):
        await stage.says("Ana", f"line {number}")
    await stage.phone("Ana").get_by_role("button", name="Pinned Our number: 0100").click()
    await expect(stage.log("Ana").locator(".bubble", has_text="Our number")).to_be_focused()


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
