"""Forums."""

import pytest

from simulator import Group, Person, Simulator
from tests.simulator.conftest import CallIt, confirm_all


@pytest.fixture
async def forum(sim: Simulator, call: CallIt, ana: Person) -> Group:
    made = sim.group("Walkers", ana, sim.person("Bruno"), forum=True)
    made.promote_bot()
    await confirm_all(call)
    return made


async def test_a_topic_is_made_written_in_by_both_and_kept_apart(call: CallIt, ana: Person, forum: Group) -> None:
    made = (await call("createForumTopic", chat_id=forum.id, name="Sleep")).result
    thread = made["message_thread_id"]
    (told,) = await confirm_all(call)
    assert told["message"]["forum_topic_created"]["name"] == "Sleep"
    await ana.say("/learn", in_=forum, thread=thread)
    (asked,) = await confirm_all(call)
    assert (asked["message"]["message_thread_id"], asked["message"]["is_topic_message"]) == (thread, True)
    sent = (await call("sendMessage", chat_id=forum.id, text="x", message_thread_id=thread)).result
    assert sent["message_thread_id"] == thread and sent["chat"]["is_forum"] is True
    assert [message.text for message in ana.messages(forum, thread)][1:] == ["/learn", "x"]


async def test_general_has_no_number_and_its_messages_carry_none(call: CallIt, ana: Person, forum: Group) -> None:
    sent = (await call("sendMessage", chat_id=forum.id, text="x")).result
    assert "message_thread_id" not in sent and ana.messages(forum, 1)[-1].text == "x"
    for thread in (1, 999):
        refused = await call("sendMessage", chat_id=forum.id, text="x", message_thread_id=thread)
        assert refused.refusal == (400, "Bad Request: message thread not found")


async def test_outside_a_forum_a_thread_means_nothing(call: CallIt, sim: Simulator, ana: Person) -> None:
    group = sim.group("Plain", ana, supergroup=True)
    sent = await call("sendMessage", chat_id=group.id, text="x", message_thread_id=7)
    assert "message_thread_id" not in sent.result
    group.promote_bot()
    refused = await call("createForumTopic", chat_id=group.id, name="Sleep")
    assert refused.refusal == (400, "Bad Request: the chat is not a forum")


async def test_a_closed_topic_takes_nothing_until_it_is_reopened(
    call: CallIt, sim: Simulator, ana: Person, forum: Group
) -> None:
    topic = forum.topic("Sleep")
    where = {"chat_id": forum.id, "message_thread_id": topic.id}
    await call("closeForumTopic", **where)
    assert (await call("closeForumTopic", **where)).refusal == (400, "Bad Request: TOPIC_NOT_MODIFIED")
    with pytest.raises(ValueError, match="is closed"):
        await sim.person("Bruno").say("x", in_=forum, thread=topic)
    forum.promote_bot("can_delete_messages")
    assert (await call("sendMessage", **where, text="x")).refusal == (400, "Bad Request: TOPIC_CLOSED")
    forum.promote_bot()
    await call("reopenForumTopic", **where)
    await sim.person("Bruno").say("x", in_=forum, thread=topic)


async def test_without_the_right_a_bot_makes_no_topic(call: CallIt, forum: Group) -> None:
    forum.promote_bot("can_pin_messages")
    refused = await call("createForumTopic", chat_id=forum.id, name="Sleep")
    assert refused.refusal == (400, "Bad Request: not enough rights to create a topic")


async def test_a_topic_is_renamed_and_deleted_with_all_that_is_in_it(call: CallIt, ana: Person, forum: Group) -> None:
    topic = forum.topic("Sleep")
    where = {"chat_id": forum.id, "message_thread_id": topic.id}
    await ana.say("x", in_=forum, thread=topic)
    await call("editForumTopic", **where, name="Rest")
    assert forum.topic("Rest").id == topic.id
    await call("deleteForumTopic", **where)
    assert ana.messages(forum) == []
    assert (await call("editForumTopic", **where, name="x")).refusal == (400, "Bad Request: TOPIC_ID_INVALID")


@pytest.mark.parametrize("what", ["close", "reopen", "hide", "unhide"])
async def test_general_is_closed_reopened_hidden_and_shown(call: CallIt, forum: Group, what: str) -> None:
    if what in ("reopen", "unhide"):
        await call(f"{'close' if what == 'reopen' else 'hide'}GeneralForumTopic", chat_id=forum.id)
    assert (await call(f"{what}GeneralForumTopic", chat_id=forum.id)).result is True
    assert (await call(f"{what}GeneralForumTopic", chat_id=forum.id)).status == 400


async def test_pins_of_one_topic_go_and_others_stay(call: CallIt, ana: Person, forum: Group) -> None:
    topic = forum.topic("Sleep")
    ids = [(await ana.say("x", in_=forum, thread=thread)).message_id for thread in (topic, None)]
    for id in ids:
        await call("pinChatMessage", chat_id=forum.id, message_id=id)
    await call("unpinAllForumTopicMessages", chat_id=forum.id, message_thread_id=topic.id)
    assert forum.chat.pinned == [ids[1]]
    await call("unpinAllGeneralForumTopicMessages", chat_id=forum.id)
    assert forum.chat.pinned == []
