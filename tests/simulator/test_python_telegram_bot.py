"""python-telegram-bot's own client finds what it expects."""

import io
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MenuButtonCommands,
)
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter

from simulator import Person, Simulator

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Taken", callback_data="t", style="success")]])


def picture(colour: str) -> bytes:
    png = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(png, "PNG")
    return png.getvalue()


@pytest.fixture
async def bot(sim: Simulator, ana: Person) -> AsyncIterator[Bot]:
    client = Bot(sim.token, base_url=f"{sim.url}/bot", base_file_url=f"{sim.url}/file/bot")
    async with client:
        yield client


async def test_a_message_is_sent_pressed_answered_and_edited(bot: Bot, ana: Person) -> None:
    await bot.send_message(ana.id, "<b>21:00</b>", parse_mode="HTML", reply_markup=KEYS, protect_content=True)
    await ana.tap("Taken")
    (update,) = await bot.get_updates()
    assert update.callback_query and update.callback_query.data == "t"
    await update.callback_query.answer("Noted")
    await update.callback_query.edit_message_text("Taken", reply_markup=None)
    assert ana.toasts == ["Noted"] and ana.screen().text == "Taken" and ana.screen().buttons == []


async def test_a_picture_is_sent_replaced_and_fetched(bot: Bot, ana: Person) -> None:
    sent = await bot.send_photo(ana.id, picture("white"), caption="<i>Week</i>", parse_mode="HTML", reply_markup=KEYS)
    assert sent.caption_entities[0].type == "italic"
    edited = await bot.edit_message_media(InputMediaPhoto(picture("black"), caption="Two"), ana.id, sent.message_id)
    await bot.edit_message_caption(ana.id, sent.message_id, caption="Three")
    assert ana.screen().photo == picture("black") and ana.screen().text == "Three"
    file = await bot.get_file(edited.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == picture("black")


async def test_commands_descriptions_and_menu_are_set_and_read(bot: Bot, ana: Person) -> None:
    commands = [BotCommand("learn", "Learn"), BotCommand("help", "Help")]
    await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code="en")
    assert await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "en") == tuple(commands)
    await bot.set_my_commands(commands, scope=BotCommandScopeChat(ana.id))
    await bot.delete_my_commands(scope=BotCommandScopeChat(ana.id))
    assert await bot.get_my_commands(BotCommandScopeChat(ana.id)) == ()
    await bot.set_my_description("Calm")
    await bot.set_my_short_description("Calm")
    await bot.set_my_name("Steady")
    assert (await bot.get_my_description()).description == "Calm" and (await bot.get_my_name()).name == "Steady"
    await bot.set_chat_menu_button(ana.id, MenuButtonCommands())
    assert await bot.get_chat_menu_button(ana.id) == MenuButtonCommands()


async def test_the_chat_and_the_webhook_can_be_asked_for(bot: Bot, ana: Person) -> None:
    assert (await bot.get_chat(ana.id)).first_name == "Ana"
    assert (await bot.get_webhook_info()).url == "" and await bot.delete_webhook()
    assert await bot.send_chat_action(ana.id, "typing")


async def test_refusals_arrive_as_its_own_errors(bot: Bot, sim: Simulator, ana: Person) -> None:
    group = sim.group("Walkers", ana)
    group.upgrade()
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "x")
    assert moved.value.new_chat_id == group.chat.id
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(42, "x")
    await ana.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ana.id, "x")
    sim.fail_next("sendMessage", 429, "Too Many Requests: retry after 7", parameters={"retry_after": 7})
    with pytest.raises(RetryAfter) as flood:
        await bot.send_message(ana.id, "x")
    assert flood.value.retry_after == timedelta(seconds=7)
    sim.fail_next("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    with pytest.raises(Conflict):
        await bot.get_updates()
    sim.revoke(sim.token)
    with pytest.raises(InvalidToken):
        await bot.get_me()


async def test_a_group_command_reaches_it_with_its_topic(bot: Bot, sim: Simulator, ana: Person) -> None:
    group = sim.group("Walkers", ana, supergroup=True)
    await ana.say("/learn@steady_bot", in_=group, thread=7)
    joined, asked = await bot.get_updates()
    assert joined.my_chat_member and joined.my_chat_member.new_chat_member.status == "member"
    assert asked.message and asked.message.message_thread_id == 7 and asked.message.chat.type == "supergroup"
