"""Sending: who can be reached, what a message may hold."""

import struct
import zlib
from typing import Any

import aiohttp
import pytest

from simulator import Person, Simulator
from tests.simulator.conftest import CallIt, keys


def png(width: int, height: int) -> bytes:
    """The smallest thing that claims to be a picture of that size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


async def send_photo(sim: Simulator, http: aiohttp.ClientSession, chat: int, data: bytes, **more: str) -> Any:
    form = aiohttp.FormData({"chat_id": str(chat), **more})
    form.add_field("photo", data, filename="week.png", content_type="image/png")
    async with http.post(f"{sim.url}/bot{sim.token}/sendPhoto", data=form) as response:
        return await response.json()


async def test_a_message_arrives_as_it_was_sent(call: CallIt, ana: Person) -> None:
    sent = (await call("sendMessage", chat_id=ana.id, text="<b>Hi</b>", parse_mode="html", protect_content=True)).result
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    seen = await ana.sees("Hi")
    assert (seen.message_id, seen.text, seen.protected, seen.silent) == (sent["message_id"], "Hi", True, False)


async def test_an_unknown_chat_is_not_found(call: CallIt) -> None:
    for chat in (42, "@nobody"):
        assert (await call("sendMessage", chat_id=chat, text="x")).refusal == (400, "Bad Request: chat not found")


async def test_a_bot_can_not_write_first(call: CallIt, sim: Simulator) -> None:
    cleo = sim.person("Cleo")
    assert (await call("sendMessage", chat_id=cleo.id, text="x")).refusal == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )


async def test_a_bot_that_was_blocked_is_told_so_until_it_is_unblocked(call: CallIt, ana: Person) -> None:
    await ana.block()
    refused = await call("sendMessage", chat_id=ana.id, text="x")
    assert refused.refusal == (403, "Forbidden: bot was blocked by the user")
    await ana.unblock()
    assert (await call("sendMessage", chat_id=ana.id, text="x")).status == 200


async def test_a_deleted_account_is_deactivated(call: CallIt, ana: Person) -> None:
    await ana.delete_account()
    refused = await call("sendMessage", chat_id=ana.id, text="x")
    assert refused.refusal == (403, "Forbidden: user is deactivated")


@pytest.mark.parametrize(("supergroup", "words"), [(False, "group"), (True, "supergroup")])
async def test_a_group_that_removed_the_bot_or_that_it_left_refuses(
    call: CallIt, sim: Simulator, ana: Person, supergroup: bool, words: str
) -> None:
    group = sim.group("Walkers", ana, supergroup=supergroup)
    group.remove_bot()
    kicked = await call("sendMessage", chat_id=group.id, text="x")
    assert kicked.refusal == (403, f"Forbidden: bot was kicked from the {words} chat")
    group.add_bot()
    assert (await call("leaveChat", chat_id=group.id)).result is True
    left = await call("sendMessage", chat_id=group.id, text="x")
    assert left.refusal == (403, f"Forbidden: bot is not a member of the {words} chat")


async def test_an_upgraded_group_says_where_it_went(call: CallIt, sim: Simulator, ana: Person) -> None:
    group = sim.group("Walkers", ana)
    group.upgrade()
    refused = await call("sendMessage", chat_id=group.id, text="x")
    assert refused.refusal == (400, "Bad Request: group chat was upgraded to a supergroup chat")
    assert refused.body["parameters"] == {"migrate_to_chat_id": group.chat.id}
    assert (await call("sendMessage", chat_id=group.chat.id, text="x")).status == 200


@pytest.mark.parametrize("text", [" \n ", "<b></b>"])
async def test_a_text_with_nothing_in_it_is_empty(call: CallIt, ana: Person, text: str) -> None:
    refused = await call("sendMessage", chat_id=ana.id, text=text, parse_mode="HTML")
    assert refused.refusal == (400, "Bad Request: text must be non-empty")


async def test_length_counts_after_parsing_in_utf16_units(call: CallIt, ana: Person) -> None:
    fits = "<b>" + "🌿" * 2048 + "</b>"
    assert (await call("sendMessage", chat_id=ana.id, text=fits, parse_mode="HTML")).status == 200
    refused = await call("sendMessage", chat_id=ana.id, text="🌿" * 2048 + "x")
    assert refused.refusal == (400, "Bad Request: message is too long")


async def test_bad_markup_is_refused_and_nothing_is_sent(call: CallIt, ana: Person) -> None:
    refused = await call("sendMessage", chat_id=ana.id, text="<x>", parse_mode="HTML")
    assert refused.refusal[1].startswith('Bad Request: can\'t parse entities: Unsupported start tag "x"')
    assert len(ana.messages()) == 1


async def test_an_unknown_parse_mode_is_refused(call: CallIt, ana: Person) -> None:
    refused = await call("sendMessage", chat_id=ana.id, text="x", parse_mode="BBCode")
    assert refused.refusal == (400, "Bad Request: unsupported parse_mode")


TEXT_BUTTON = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, TEXT_BUTTON),
        ({"text": "x"}, TEXT_BUTTON),
    ],
)
async def test_a_button_that_can_not_be_is_refused(
    call: CallIt, ana: Person, button: dict[str, str], description: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    refused = await call("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)
    assert refused.refusal == (400, f"Bad Request: {description}")


async def test_a_hundred_buttons_are_allowed_and_not_one_more(call: CallIt, ana: Person) -> None:
    hundred = {"inline_keyboard": [[{"text": "x", "callback_data": "é" * 32}] for _ in range(100)]}
    assert (await call("sendMessage", chat_id=ana.id, text="x", reply_markup=hundred)).status == 200
    hundred["inline_keyboard"].append(hundred["inline_keyboard"][0])
    refused = await call("sendMessage", chat_id=ana.id, text="x", reply_markup=hundred)
    assert refused.refusal == (400, "Bad Request: reply markup is too long")


async def test_a_reply_names_its_message_which_must_exist(call: CallIt, ana: Person) -> None:
    first = ana.messages()[0].message_id
    reply = await call("sendMessage", chat_id=ana.id, text="x", reply_parameters={"message_id": first})
    assert reply.result["reply_to_message"]["text"] == "/start"
    refused = await call("sendMessage", chat_id=ana.id, text="x", reply_parameters={"message_id": 99})
    assert refused.refusal == (400, "Bad Request: message to be replied not found")


async def test_message_ids_count_for_each_chat(call: CallIt, sim: Simulator, ana: Person) -> None:
    bruno = sim.person("Bruno")
    assert [(await bruno.say("a")).message_id, (await bruno.say("b")).message_id] == [1, 2]
    assert (await call("sendMessage", chat_id=ana.id, text="x")).result["message_id"] == 2


async def test_a_picture_arrives_and_can_be_fetched_and_sent_again(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession, call: CallIt
) -> None:
    sent = (await send_photo(sim, http, ana.id, png(30, 20), caption="Week"))["result"]
    assert (sent["photo"][0]["width"], sent["photo"][0]["height"], sent["caption"]) == (30, 20, "Week")
    file_id = sent["photo"][0]["file_id"]
    path = (await call("getFile", file_id=file_id)).result["file_path"]
    async with http.get(f"{sim.url}/file/bot{sim.token}/{path}") as response:
        assert await response.read() == png(30, 20)
    await call("sendPhoto", chat_id=ana.id, photo=file_id)
    assert ana.screen().photo == png(30, 20) and ana.screen().text == ""


@pytest.mark.parametrize(
    ("data", "description"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_file_that_is_no_picture_is_refused(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession, data: bytes, description: str
) -> None:
    answer = await send_photo(sim, http, ana.id, data)
    assert answer["description"] == f"Bad Request: {description}"


async def test_a_caption_is_at_most_1024_long(sim: Simulator, ana: Person, http: aiohttp.ClientSession) -> None:
    assert (await send_photo(sim, http, ana.id, png(9, 9), caption="x" * 1024))["ok"]
    refused = await send_photo(sim, http, ana.id, png(9, 9), caption="x" * 1025)
    assert refused["description"] == "Bad Request: message caption is too long"


async def test_nothing_is_fetched_from_another_host(call: CallIt, ana: Person) -> None:
    refused = await call("sendPhoto", chat_id=ana.id, photo="https://example.org/x.png")
    assert refused.refusal == (400, "Bad Request: failed to get HTTP URL content")


async def test_commands_are_kept_by_scope_and_language_and_the_nearest_is_shown(
    call: CallIt, sim: Simulator, ana: Person
) -> None:
    for scope, language, name in (
        ({"type": "default"}, "", "everywhere"),
        ({"type": "all_private_chats"}, "", "private"),
        ({"type": "all_private_chats"}, "de", "privat"),
        ({"type": "chat", "chat_id": ana.id}, "", "ana"),
    ):
        commands = [{"command": name, "description": "x"}]
        await call("setMyCommands", commands=commands, scope=scope, language_code=language)
    dora = sim.person("Dora", language="de")
    bruno = sim.person("Bruno")
    profile = sim.world.profile
    shown = [profile.commands_for(p.id, p.id, p.user.language)[0]["command"] for p in (ana, dora, bruno)]
    assert shown == ["ana", "privat", "private"]
    exact = await call("getMyCommands", scope={"type": "all_group_chats"})
    assert exact.result == []  # only the exact scope and language, nothing inherited
    await call("deleteMyCommands", scope={"type": "chat", "chat_id": ana.id})
    assert profile.commands_for(ana.id, ana.id, "en")[0]["command"] == "private"


async def test_a_command_with_a_capital_is_refused(call: CallIt) -> None:
    refused = await call("setMyCommands", commands=[{"command": "Learn", "description": "x"}])
    assert refused.refusal == (400, "Bad Request: BOT_COMMAND_INVALID")


@pytest.mark.parametrize(
    ("what", "field"), [("Name", "name"), ("Description", "description"), ("ShortDescription", "short_description")]
)
async def test_what_the_bot_says_of_itself_is_kept_by_language(call: CallIt, what: str, field: str) -> None:
    await call(f"setMy{what}", **{field: "Ruhig", "language_code": "de"})
    assert (await call(f"getMy{what}", language_code="de")).result == {field: "Ruhig"}
    assert (await call(f"getMy{what}")).result != {field: "Ruhig"}


async def test_typing_shows_for_five_seconds_or_until_the_message(call: CallIt, sim: Simulator, ana: Person) -> None:
    await call("sendChatAction", chat_id=ana.id, action="typing")
    assert sim.world.chats[ana.id].typing_until is not None
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("a"))
    assert sim.world.chats[ana.id].typing_until is None
