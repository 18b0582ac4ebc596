"""Reply keyboards, their removal, wishes for a reply."""

import pytest

from simulator import Group, Person, Simulator
from tests.simulator.conftest import CallIt, confirm_all, keys

MORE = {
    "keyboard": [["Yes", {"text": "My number", "request_contact": True}], [{"text": "Here", "request_location": True}]]
}


async def test_a_key_sends_its_text_and_stays(call: CallIt, ana: Person) -> None:
    await call("sendMessage", chat_id=ana.id, text="Ready?", reply_markup=MORE)
    for _ in range(2):
        await ana.tap("Yes")
    assert [update["message"]["text"] for update in await confirm_all(call)] == ["Yes", "Yes"]
    assert "reply_markup" not in (await call("sendMessage", chat_id=ana.id, text="x", reply_markup=MORE)).result


async def test_a_key_may_send_number_or_place(call: CallIt, ana: Person) -> None:
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=MORE)
    await ana.tap("My number")
    await ana.tap("Here")
    number, place = [update["message"] for update in await confirm_all(call)]
    assert number["contact"]["user_id"] == ana.id and "location" in place


async def test_a_keyboard_used_once_goes_and_any_goes_when_told(call: CallIt, ana: Person) -> None:
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=MORE | {"one_time_keyboard": True})
    await ana.tap("Yes")
    assert ana.keyboard() is None
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=MORE)
    assert ana.keyboard() is not None
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup={"remove_keyboard": True})
    assert ana.keyboard() is None
    with pytest.raises(AssertionError, match="no button “Yes”"):
        await ana.tap("Yes")


async def test_a_message_that_brought_a_keyboard_can_not_be_edited(call: CallIt, sim: Simulator, ana: Person) -> None:
    sim.limits.on = False
    for markup in (MORE, {"remove_keyboard": True}, {"force_reply": True}):
        id = (await call("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)).result["message_id"]
        refused = await call("editMessageText", chat_id=ana.id, message_id=id, text="y")
        assert refused.refusal == (400, "Bad Request: message can't be edited")


async def test_an_edit_takes_inline_keyboards_only(call: CallIt, ana: Person) -> None:
    id = (await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("a"))).result["message_id"]
    refused = await call("editMessageText", chat_id=ana.id, message_id=id, text="y", reply_markup=MORE)
    assert refused.refusal == (400, "Bad Request: inline keyboard expected")


async def test_a_wish_for_a_reply_makes_the_next_message_one(call: CallIt, ana: Person) -> None:
    wish = {"force_reply": True, "input_field_placeholder": "A note"}
    id = (await call("sendMessage", chat_id=ana.id, text="Note?", reply_markup=wish)).result["message_id"]
    assert (keyboard := ana.keyboard()) and keyboard.wants_reply and keyboard.placeholder == "A note"
    await ana.say("tired")
    await ana.say("really")
    first, second = [update["message"] for update in await confirm_all(call)]
    assert first["reply_to_message"]["message_id"] == id and "reply_to_message" not in second


async def test_a_selective_keyboard_is_for_who_is_replied_to(call: CallIt, sim: Simulator, ana: Person) -> None:
    bruno = sim.person("Bruno")
    group = sim.group("Walkers", ana, bruno)
    asked = await bruno.say("/go", in_=group)
    reply = {"message_id": asked.message_id}
    markup = MORE | {"selective": True}
    await call("sendMessage", chat_id=group.id, text="x", reply_markup=markup, reply_parameters=reply)
    assert bruno.keyboard(group) and ana.keyboard(group) is None


async def test_a_person_in_a_group_has_the_keyboard_that_all_have(call: CallIt, sim: Simulator, ana: Person) -> None:
    group: Group = sim.group("Walkers", ana)
    await call("sendMessage", chat_id=group.id, text="x", reply_markup=MORE)
    await ana.tap("Yes", in_=group)
    assert group.messages[-1].text == "Yes" and ana.keyboard() is None


async def test_buttons_open_and_copy(call: CallIt, ana: Person) -> None:
    row = [{"text": "Read", "url": "https://example.org/a"}, {"text": "Copy", "copy_text": {"text": "ABC"}}]
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup={"inline_keyboard": [row]})
    await ana.tap("Read")
    await ana.tap("Copy")
    assert ana.user.opened == ["https://example.org/a"] and ana.user.copied == "ABC"


async def test_a_button_keeps_the_first_of_its_actions_only(call: CallIt, ana: Person) -> None:
    button = {"text": "x", "url": "https://example.org", "callback_data": "d", "style": "danger"}
    sent = await call("sendMessage", chat_id=ana.id, text="x", reply_markup={"inline_keyboard": [[button]]})
    kept = {"text": "x", "url": "https://example.org", "style": "danger"}
    assert sent.result["reply_markup"] == {"inline_keyboard": [[kept]]}


async def test_an_answer_to_a_press_may_be_an_alert_or_an_address_and_only_once(call: CallIt, ana: Person) -> None:
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("a"))
    await ana.tap("a")
    (update,) = await confirm_all(call)
    id = update["callback_query"]["id"]
    long = await call("answerCallbackQuery", callback_query_id=id, text="x" * 201)
    assert long.refusal == (400, "Bad Request: MESSAGE_TOO_LONG")
    await call("answerCallbackQuery", callback_query_id=id, text="Hi", show_alert=True)
    assert ana.toasts == ["Hi"] and ana.world.presses[id].answer == {"text": "Hi", "show_alert": True}
    assert (await call("answerCallbackQuery", callback_query_id=id)).status == 400
