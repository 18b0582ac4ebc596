"""aiogram's own client finds what it expects: polling, webhooks, files, inline mode, keyboards, errors."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ChatMemberStatus, ParseMode
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BufferedInputFile,
    CallbackQuery,
    ChatPermissions,
    ChosenInlineResult,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputMediaPhoto,
    InputTextMessageContent,
    KeyboardButton,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from simulator import Person, Simulator
from tests.simulator.test_send_methods import png

KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Taken", callback_data="t")]])


@pytest.fixture
async def bot(sim: Simulator, ana: Person) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sim.url))
    here = Bot(sim.token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    yield here
    await here.session.close()


def talker() -> Dispatcher:
    """A bot that echoes, answers presses and offers an article."""
    dispatcher = Dispatcher()

    @dispatcher.message(F.text)
    async def echo(message: Message) -> None:
        await message.answer(f"<b>{message.text}</b>", reply_markup=KEYS)

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        await query.answer("Noted")
        if isinstance(query.message, Message):
            await query.message.edit_text("Taken")

    @dispatcher.inline_query()
    async def asked(query: InlineQuery) -> None:
        content = InputTextMessageContent(message_text=f"On {query.query}")
        await query.answer([InlineQueryResultArticle(id="a", title="One", input_message_content=content)], cache_time=0)

    @dispatcher.chosen_inline_result()
    async def chosen(result: ChosenInlineResult, bot: Bot) -> None:
        await bot.send_message(result.from_user.id, f"You chose {result.result_id}")

    return dispatcher


async def converse(ana: Person) -> None:
    """What the talker's people see, however updates come."""
    await ana.say("hello")
    seen = await ana.sees("hello")
    assert seen.entities == [{"type": "bold", "offset": 0, "length": 5}]
    await ana.tap("Taken")
    assert await ana.sees("Taken") is seen and ana.toasts == ["Noted"]
    await (await ana.inline("sleep")).choose("One")
    assert [message.text for message in ana.messages() if message.sender == "Ana"][-1] == "On sleep"
    await ana.sees("You chose a")


async def test_its_polling_serves_a_conversation(sim: Simulator, bot: Bot, ana: Person) -> None:
    polling = asyncio.create_task(talker().start_polling(bot, handle_signals=False, close_bot_session=False))
    await converse(ana)
    await sim.drained()
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)


async def test_its_webhook_serves_the_same_and_checks_the_secret(sim: Simulator, bot: Bot, ana: Person) -> None:
    app = web.Application()
    SimpleRequestHandler(talker(), bot, handle_in_background=False, secret_token="s3cret").register(app, "/hook")
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s3cret")
    await converse(ana)
    await sim.drained()
    info = await bot.get_webhook_info()
    assert info.pending_update_count == 0 and info.last_error_message is None
    with pytest.raises(TelegramConflictError):
        await bot.get_updates()
    await bot.delete_webhook()
    await runner.cleanup()


async def test_files_go_out_come_back_and_are_replaced(bot: Bot, ana: Person) -> None:
    sent = await bot.send_document(ana.id, BufferedInputFile(b"PDF", "plan.pdf"), caption="Plan")
    assert sent.document and sent.document.file_name == "plan.pdf"
    file = await bot.download(sent.document)
    assert file and file.read() == b"PDF"
    photo = InputMediaPhoto(media=BufferedInputFile(png(9, 9), "week.png"), caption="Week")
    edited = await bot.edit_message_media(photo, chat_id=ana.id, message_id=sent.message_id)
    assert isinstance(edited, Message) and edited.photo and edited.caption == "Week"
    album = [InputMediaDocument(media=BufferedInputFile(data, "a.txt")) for data in (b"1", b"2")]
    first, second = await bot.send_media_group(ana.id, album)
    assert first.media_group_id == second.media_group_id is not None


async def test_keyboards_come_and_go(bot: Bot, ana: Person) -> None:
    number = KeyboardButton(text="My number", request_contact=True)
    await bot.send_message(ana.id, "x", reply_markup=ReplyKeyboardMarkup(keyboard=[[number]]))
    await ana.tap("My number")
    update = (await bot.get_updates())[-1]
    assert update.message and update.message.contact and update.message.contact.user_id == ana.id
    await bot.send_message(ana.id, "x", reply_markup=ReplyKeyboardRemove())
    assert ana.keyboard() is None
    await bot.send_message(ana.id, "Note?", reply_markup=ForceReply(input_field_placeholder="A note"))
    await ana.say("tired")
    update = (await bot.get_updates())[-1]
    assert update.message and update.message.reply_to_message and update.message.reply_to_message.text == "Note?"


async def test_groups_topics_members_pins_and_reactions(bot: Bot, sim: Simulator, ana: Person) -> None:
    group = sim.group("Walkers", ana, sim.person("Bruno"), forum=True)
    group.promote_bot()
    topic = await bot.create_forum_topic(group.id, "Sleep")
    sent = await bot.send_message(group.id, "x", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message and await bot.pin_chat_message(group.id, sent.message_id)
    assert await bot.set_message_reaction(group.id, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
    member = await bot.get_chat_member(group.id, sim.person("Bruno").id)
    assert member.status == ChatMemberStatus.MEMBER
    assert len(await bot.get_chat_administrators(group.id)) == 2
    assert await bot.restrict_chat_member(group.id, sim.person("Bruno").id, ChatPermissions(can_send_messages=False))
    chat = await bot.get_chat(group.id)
    assert chat.is_forum and chat.pinned_message


async def test_what_it_says_of_itself_is_kept(bot: Bot) -> None:
    commands = [BotCommand(command="learn", description="Learn")]
    await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats())
    kept = await bot.get_my_commands(scope=BotCommandScopeAllPrivateChats())
    assert [(each.command, each.description) for each in kept] == [("learn", "Learn")]
    assert (await bot.me()).supports_inline_queries is True


async def test_refusals_arrive_as_its_own_errors(bot: Bot, sim: Simulator, ana: Person) -> None:
    group = sim.group("Walkers", ana)
    group.upgrade()
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(group.id, "x")
    assert moved.value.migrate_to_chat_id == group.chat.id
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(42, "x")
    for _ in range(5):
        await bot.send_message(ana.id, "x")
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(ana.id, "x")
    assert flood.value.retry_after == 1
    sim.limits.on = False
    await ana.block()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(ana.id, "x")
    for status, description, error in (
        (409, "Conflict: terminated by other getUpdates request", TelegramConflictError),
        (404, "Not Found", TelegramNotFound),
        (500, "Internal Server Error", TelegramServerError),
        (501, "Not Implemented", TelegramAPIError),
    ):
        sim.fail_next("getMe", status, description)
        with pytest.raises(error):
            await bot.get_me()
    sim.drop_before("getMe")
    with pytest.raises(TelegramNetworkError):
        await bot.get_me()
    sim.revoke(sim.token)
    with pytest.raises(TelegramUnauthorizedError):
        await bot.get_me()
