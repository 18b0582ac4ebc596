"""Editing, deleting, and answering presses."""

from datetime import timedelta

import pytest

from simulator import Person, Simulator
from tests.simulator.conftest import CallIt, confirm_all, keys

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def sent(call: CallIt, ana: Person) -> int:
    """A message with one button."""
    answer = await call("sendMessage", chat_id=ana.id, text="One", reply_markup=keys("Taken"))
    return int(answer.result["message_id"])


async def test_an_edit_changes_the_bubble_in_place(call: CallIt, ana: Person, sent: int) -> None:
    edited = await call("editMessageText", chat_id=ana.id, message_id=sent, text="Two", reply_markup=keys("Undo"))
    assert edited.result["edit_date"]
    assert (ana.screen().text, ana.screen().labels, ana.screen().edited) == ("Two", ["Undo"], True)
    assert len(ana.messages()) == 2


async def test_an_edit_without_reply_markup_takes_the_keyboard_off(call: CallIt, ana: Person, sent: int) -> None:
    await call("editMessageText", chat_id=ana.id, message_id=sent, text="Two")
    assert ana.screen().buttons == []


async def test_the_same_content_and_keyboard_is_not_modified(call: CallIt, ana: Person, sent: int) -> None:
    same = {"chat_id": ana.id, "message_id": sent, "text": "One", "reply_markup": keys("Taken")}
    assert (await call("editMessageText", **same)).refusal == (400, NOT_MODIFIED)
    bold = await call("editMessageText", **{**same, "text": "<b>One</b>", "parse_mode": "HTML"})
    assert bold.status == 200


async def test_only_the_keyboard_can_be_changed(call: CallIt, ana: Person, sent: int) -> None:
    await call("editMessageReplyMarkup", chat_id=ana.id, message_id=sent)
    assert (ana.screen().text, ana.screen().buttons) == ("One", [])
    again = await call("editMessageReplyMarkup", chat_id=ana.id, message_id=sent)
    assert again.refusal == (400, NOT_MODIFIED)


async def test_a_message_that_is_not_there_can_be_neither_edited_nor_deleted(call: CallIt, ana: Person) -> None:
    edit = await call("editMessageText", chat_id=ana.id, message_id=99, text="x")
    assert edit.refusal == (400, "Bad Request: message to edit not found")
    delete = await call("deleteMessage", chat_id=ana.id, message_id=99)
    assert delete.refusal == (400, "Bad Request: message to delete not found")


async def test_what_a_person_wrote_can_not_be_edited(call: CallIt, ana: Person) -> None:
    first = ana.messages()[0].message_id
    refused = await call("editMessageText", chat_id=ana.id, message_id=first, text="x")
    assert refused.refusal == (400, "Bad Request: message can't be edited")


async def test_a_message_with_a_reply_keyboard_can_not_be_edited(call: CallIt, ana: Person) -> None:
    markup = {"keyboard": [[{"text": "a"}]]}
    made = (await call("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)).result
    refused = await call("editMessageText", chat_id=ana.id, message_id=made["message_id"], text="y")
    assert refused.refusal == (400, "Bad Request: message can't be edited")


async def test_text_has_no_caption_to_edit(call: CallIt, ana: Person, sent: int) -> None:
    refused = await call("editMessageCaption", chat_id=ana.id, message_id=sent, caption="x")
    assert refused.refusal == (400, "Bad Request: there is no caption in the message to edit")


async def test_a_too_long_edit_has_its_own_refusal(call: CallIt, ana: Person, sent: int) -> None:
    refused = await call("editMessageText", chat_id=ana.id, message_id=sent, text="x" * 4097)
    assert refused.refusal == (400, "Bad Request: MESSAGE_TOO_LONG")


async def test_a_deleted_message_is_gone_and_no_update_tells_of_it(
    call: CallIt, sim: Simulator, ana: Person, sent: int
) -> None:
    assert (await call("deleteMessage", chat_id=ana.id, message_id=sent)).result is True
    assert len(ana.messages()) == 1 and sim.unconfirmed() == 0


async def test_after_48_hours_a_message_can_not_be_deleted(
    call: CallIt, sim: Simulator, ana: Person, sent: int
) -> None:
    sim.clock.set(sim.clock.now() + timedelta(hours=48, seconds=1))
    refused = await call("deleteMessage", chat_id=ana.id, message_id=sent)
    assert refused.refusal == (400, "Bad Request: message can't be deleted")


async def test_in_a_group_only_the_bots_own_messages_can_be_deleted(call: CallIt, sim: Simulator, ana: Person) -> None:
    group = sim.group("Walkers", ana)
    hers = await ana.say("hello", in_=group)
    refused = await call("deleteMessage", chat_id=group.id, message_id=hers.message_id)
    assert refused.refusal == (400, "Bad Request: message can't be deleted")


async def test_the_answer_to_a_press_shows_on_that_phone(call: CallIt, ana: Person, sent: int) -> None:
    await ana.tap("Taken")
    (update,) = await confirm_all(call)
    query = update["callback_query"]
    assert (query["data"], query["from"]["id"], query["message"]["message_id"]) == ("Taken", ana.id, sent)
    assert (await call("answerCallbackQuery", callback_query_id=query["id"], text="Noted")).result is True
    assert ana.toasts == ["Noted"]


async def test_a_press_can_be_answered_for_150_seconds(call: CallIt, sim: Simulator, ana: Person, sent: int) -> None:
    await ana.tap("Taken")
    (update,) = await confirm_all(call)
    sim.clock.set(sim.clock.now() + timedelta(seconds=150))
    query = update["callback_query"]["id"]
    assert (await call("answerCallbackQuery", callback_query_id=query)).status == 200
    sim.clock.set(sim.clock.now() + timedelta(seconds=1))
    assert (await call("answerCallbackQuery", callback_query_id=query)).refusal == (400, TOO_OLD)


async def test_a_press_that_never_was_can_not_be_answered(call: CallIt) -> None:
    assert (await call("answerCallbackQuery", callback_query_id="1")).refusal == (400, TOO_OLD)


async def test_an_edit_is_refused_once_the_bot_is_blocked(call: CallIt, ana: Person, sent: int) -> None:
    await ana.block()
    refused = await call("editMessageText", chat_id=ana.id, message_id=sent, text="Two")
    assert refused.refusal == (403, "Forbidden: bot was blocked by the user")
