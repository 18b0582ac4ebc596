"""What Telegram finds in a text by itself, and whom a text mentions."""

from typing import Any

import pytest

from simulator import Person
from tests.simulator.conftest import CallIt, confirm_all, keys


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("ask @steady_bot now", "mention", "@steady_bot"),
        ("#sleep well", "hashtag", "#sleep"),
        ("write to ana@example.org.", "email", "ana@example.org"),
        ("see https://example.org/a.", "url", "https://example.org/a"),
        ("try /learn", "bot_command", "/learn"),
    ],
)
async def test_what_is_found(call: CallIt, ana: Person, text: str, kind: str, found: str) -> None:
    (entity,) = (await call("sendMessage", chat_id=ana.id, text=text)).result["entities"]
    assert (entity["type"], text[entity["offset"] :][: entity["length"]]) == (kind, found)


@pytest.mark.parametrize("text", ["1/2", "a@b", "#1", "x/learn", "@ab"])
async def test_what_is_not(call: CallIt, ana: Person, text: str) -> None:
    assert "entities" not in (await call("sendMessage", chat_id=ana.id, text=text)).result


async def test_a_link_to_an_account_mentions_it(call: CallIt, ana: Person) -> None:
    for text, mode in (
        (f'<a href="tg://user?id={ana.id}">you</a>', "HTML"),
        (f"[you](tg://user?id={ana.id})", "MarkdownV2"),
    ):
        (entity,) = (await call("sendMessage", chat_id=ana.id, text=text, parse_mode=mode)).result["entities"]
        assert (entity["type"], entity["user"]["first_name"]) == ("text_mention", "Ana") and "url" not in entity
    stranger = await call("sendMessage", chat_id=ana.id, text='<a href="tg://user?id=7">x</a>', parse_mode="HTML")
    assert stranger.result["entities"][0]["user"] == {"id": 7, "is_bot": False, "first_name": ""}


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        ({"type": "sparkle", "offset": 0, "length": 1}, "can't parse MessageEntity: Unsupported type specified"),
        ({"type": "text_link", "offset": 0, "length": 1}, "can't parse MessageEntity: Can't find field \"url\""),
        ({"type": "bold", "offset": 0, "length": 9}, "can't parse entities: Receive an entity with incorrect offset"),
        (
            {"type": "bold", "offset": 0, "length": 1},
            "can't parse entities: Entity beginning at UTF-16 offset 0 ends in",
        ),
    ],
)
async def test_entities_beside_a_text_must_fit_it(
    call: CallIt, ana: Person, entity: dict[str, Any], reason: str
) -> None:
    refused = await call("sendMessage", chat_id=ana.id, text="🌿", entities=[entity])
    assert refused.refusal[1].startswith(f"Bad Request: {reason}")


async def test_half_a_character_is_no_text(call: CallIt, ana: Person) -> None:
    refused = await call("sendMessage", chat_id=ana.id, text="\ud83c")
    assert refused.refusal == (400, "Bad Request: strings must be encoded in UTF-8")


async def test_a_button_of_a_message_that_has_gone_names_it_and_no_more(call: CallIt, ana: Person) -> None:
    id = (await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("Taken"))).result["message_id"]
    message = ana.screen()
    await call("deleteMessage", chat_id=ana.id, message_id=id)
    await ana.press("Taken", message)
    (update,) = await confirm_all(call)
    gone = update["callback_query"]["message"]
    assert (gone["message_id"], gone["date"]) == (id, 0) and "text" not in gone


async def test_old_names_of_parameters_still_count(call: CallIt, ana: Person) -> None:
    reply = await call(
        "sendMessage", chat_id=ana.id, text="x", reply_to_message_id="1", disable_web_page_preview="true"
    )
    assert reply.result["reply_to_message"]["message_id"] == 1
    assert reply.result["link_preview_options"] == {"is_disabled": True}
    lost = {"reply_to_message_id": 99, "allow_sending_without_reply": True}
    assert (await call("sendMessage", chat_id=ana.id, text="x", **lost)).status == 200


async def test_a_quote_must_stand_in_what_it_quotes(call: CallIt, ana: Person) -> None:
    said = await ana.say("very tired today")
    reply = {"message_id": said.message_id, "quote": "tired"}
    quoted = await call("sendMessage", chat_id=ana.id, text="x", reply_parameters=reply)
    assert quoted.result["quote"] == {"text": "tired", "position": 0, "is_manual": True}
    refused = await call("sendMessage", chat_id=ana.id, text="x", reply_parameters=reply | {"quote": "awake"})
    assert refused.refusal == (400, "Bad Request: QUOTE_TEXT_INVALID")
