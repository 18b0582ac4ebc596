"""Forwards and copies, deletions of many, pins and reactions."""

import pytest

from simulator import Group, Person, Simulator
from tests.simulator.conftest import CallIt, confirm_all, keys


@pytest.fixture
async def group(sim: Simulator, call: CallIt, ana: Person) -> Group:
    made = sim.group("Walkers", ana, sim.person("Bruno"), supergroup=True)
    await confirm_all(call)
    return made


async def test_a_forward_says_where_it_comes_from_and_a_copy_does_not(call: CallIt, ana: Person, group: Group) -> None:
    said = await ana.say("hello")
    source = {"from_chat_id": ana.id, "message_id": said.message_id}
    forward = (await call("forwardMessage", chat_id=group.id, **source)).result
    assert forward["forward_origin"]["sender_user"]["first_name"] == "Ana" and forward["text"] == "hello"
    copy = (await call("copyMessage", chat_id=group.id, **source, reply_markup=keys("Taken"))).result
    assert group.chat.messages[copy["message_id"]].labels == ["Taken"] and group.messages[-1].marks == {}


async def test_a_forward_of_a_forward_keeps_the_first_origin(call: CallIt, ana: Person, group: Group) -> None:
    said = await ana.say("hello")
    first = await call("forwardMessage", chat_id=group.id, from_chat_id=ana.id, message_id=said.message_id)
    id = first.result["message_id"]
    again = await call("forwardMessage", chat_id=ana.id, from_chat_id=group.id, message_id=id)
    assert again.result["forward_origin"] == first.result["forward_origin"]


async def test_what_is_protected_can_be_copied_by_the_bot_and_not_forwarded(call: CallIt, ana: Person) -> None:
    sent = (await call("sendMessage", chat_id=ana.id, text="x", protect_content=True)).result["message_id"]
    where = {"chat_id": ana.id, "from_chat_id": ana.id, "message_id": sent}
    assert (await call("forwardMessage", **where)).refusal == (400, "Bad Request: the message can't be forwarded")
    assert (await call("copyMessage", **where)).status == 200
    refused = await call("copyMessage", **where | {"message_id": 999})
    assert refused.refusal == (400, "Bad Request: message to copy not found")


async def test_many_are_forwarded_and_what_is_gone_is_passed_over(call: CallIt, ana: Person) -> None:
    ids = [(await ana.say(text)).message_id for text in ("one", "two")]
    made = await call("forwardMessages", chat_id=ana.id, from_chat_id=ana.id, message_ids=[*ids, 999])
    assert [ana.world.chats[ana.id].messages[each["message_id"]].text for each in made.result] == ["one", "two"]
    refused = await call("copyMessages", chat_id=ana.id, from_chat_id=ana.id, message_ids=[999])
    assert refused.refusal == (400, "Bad Request: there are no messages to copy")


async def test_a_forward_can_not_be_edited(call: CallIt, ana: Person) -> None:
    said = await ana.say("hello")
    made = await call("forwardMessage", chat_id=ana.id, from_chat_id=ana.id, message_id=said.message_id)
    refused = await call("editMessageText", chat_id=ana.id, message_id=made.result["message_id"], text="x")
    assert refused.refusal == (400, "Bad Request: message can't be edited")


async def test_many_are_deleted_all_or_none(call: CallIt, ana: Person, group: Group) -> None:
    theirs = (await ana.say("theirs", in_=group)).message_id
    own = (await call("sendMessage", chat_id=group.id, text="own")).result["message_id"]
    refused = await call("deleteMessages", chat_id=group.id, message_ids=[own, theirs])
    assert refused.refusal == (400, "Bad Request: message can't be deleted") and len(group.messages) == 2
    group.promote_bot("can_delete_messages")
    assert (await call("deleteMessages", chat_id=group.id, message_ids=[own, theirs, 999])).result is True
    assert group.messages == []


async def test_a_pin_needs_the_right_is_told_and_can_be_taken_back(call: CallIt, ana: Person, group: Group) -> None:
    id = (await call("sendMessage", chat_id=group.id, text="Rules")).result["message_id"]
    refused = await call("pinChatMessage", chat_id=group.id, message_id=id)
    assert refused.refusal == (400, "Bad Request: not enough rights to manage pinned messages in the chat")
    missing = await call("pinChatMessage", chat_id=group.id, message_id=999)
    assert missing.refusal == (400, "Bad Request: message to pin not found")
    group.promote_bot("can_pin_messages")
    await confirm_all(call)
    await call("pinChatMessage", chat_id=group.id, message_id=id)
    (update,) = await confirm_all(call)
    assert update["message"]["pinned_message"]["text"] == "Rules"
    assert (await call("getChat", chat_id=group.id)).result["pinned_message"]["message_id"] == id
    await call("unpinChatMessage", chat_id=group.id)
    assert (await call("unpinChatMessage", chat_id=group.id)).refusal[1].endswith("message to unpin not found")


async def test_in_a_private_chat_anything_may_be_pinned(call: CallIt, ana: Person) -> None:
    assert (await call("pinChatMessage", chat_id=ana.id, message_id=1)).result is True
    await call("unpinAllChatMessages", chat_id=ana.id)
    assert "pinned_message" not in (await call("getChat", chat_id=ana.id)).result


async def test_a_reaction_is_one_emoji_of_the_list_and_none_takes_it_back(call: CallIt, ana: Person) -> None:
    said = await ana.say("done")
    where = {"chat_id": ana.id, "message_id": said.message_id}
    await call("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert list(said.reactions.values()) == [["👍"]]
    for refused in ("🧬", "x"):
        answer = await call("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": refused}])
        assert answer.refusal == (400, "Bad Request: REACTION_INVALID")
    await call("setMessageReaction", **where)
    assert said.reactions == {}


async def test_a_persons_reaction_is_told_to_a_bot_that_asked_for_it(call: CallIt, ana: Person) -> None:
    id = (await call("sendMessage", chat_id=ana.id, text="x")).result["message_id"]
    await ana.react(ana.screen(), "👍")
    assert (await call("getUpdates", allowed_updates=["message_reaction"])).result == []
    await ana.react(ana.screen(), "🎉")
    (update,) = await confirm_all(call)
    told = update["message_reaction"]
    assert (told["message_id"], told["old_reaction"][0]["emoji"], told["new_reaction"][0]["emoji"]) == (id, "👍", "🎉")
