"""python-telegram-bot's own Application over it: polling, webhook, files, inline mode, keyboards."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputTextMessageContent,
    KeyboardButton,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChosenInlineResultHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from simulator import Fault, Person, Simulator
from tests.simulator.test_aiogram import converse

Context = ContextTypes.DEFAULT_TYPE
KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Taken", callback_data="t")]])


async def echo(update: Update, context: Context) -> None:
    await update.message.reply_text(f"*{update.message.text}*", parse_mode=ParseMode.MARKDOWN_V2, reply_markup=KEYS)


async def pressed(update: Update, context: Context) -> None:
    await update.callback_query.answer("Noted")
    await update.callback_query.edit_message_text("Taken")


async def asked(update: Update, context: Context) -> None:
    content = InputTextMessageContent(f"On {update.inline_query.query}")
    await update.inline_query.answer([InlineQueryResultArticle("a", "One", content)], cache_time=0)


async def chosen(update: Update, context: Context) -> None:
    result = update.chosen_inline_result
    await context.bot.send_message(result.from_user.id, f"You chose {result.result_id}")


@pytest.fixture
async def application(sim: Simulator) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    """The same talker as aiogram's."""
    builder = ApplicationBuilder().token(sim.token)
    here = builder.base_url(f"{sim.url}/bot").base_file_url(f"{sim.url}/file/bot").build()
    here.add_handler(MessageHandler(filters.TEXT & filters.UpdateType.MESSAGE & ~filters.VIA_BOT, echo))
    here.add_handler(CallbackQueryHandler(pressed))
    here.add_handler(InlineQueryHandler(asked))
    here.add_handler(ChosenInlineResultHandler(chosen))
    async with here:
        await here.start()
        yield here
        if here.updater.running:
            await here.updater.stop()
        await here.stop()


async def test_its_polling_serves_a_conversation(application: Any, sim: Simulator, ana: Person) -> None:
    await application.updater.start_polling(timeout=1)
    await converse(ana)
    await sim.drained()


async def test_a_webhook_of_ones_own_feeds_its_queue(application: Any, sim: Simulator, ana: Person) -> None:
    async def heard(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret"
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", heard)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await application.bot.set_webhook(url, secret_token="s3cret", max_connections=2)
    await converse(ana)
    await sim.drained()
    assert (await application.bot.get_webhook_info()).last_error_date is None
    await runner.cleanup()


@pytest.fixture
async def bot(sim: Simulator, ana: Person) -> AsyncIterator[Bot]:
    async with Bot(sim.token, base_url=f"{sim.url}/bot", base_file_url=f"{sim.url}/file/bot") as here:
        yield here


async def test_files_go_out_and_come_back(bot: Bot, ana: Person) -> None:
    sent = await bot.send_document(ana.id, b"PDF", filename="plan.pdf", caption="Plan")
    assert sent.document and sent.document.file_name == "plan.pdf"
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"PDF"
    first, second = await bot.send_media_group(ana.id, [InputMediaDocument(b"1"), InputMediaDocument(b"2")])
    assert first.media_group_id == second.media_group_id is not None
    await bot.send_voice(ana.id, b"OGG", duration=3)
    assert ana.screen().media and ana.screen().media.facts["duration"] == 3


async def test_keyboards_come_and_go(bot: Bot, ana: Person) -> None:
    place = KeyboardButton("Here", request_location=True)
    await bot.send_message(ana.id, "x", reply_markup=ReplyKeyboardMarkup([[place]]))
    await ana.tap("Here")
    assert (await bot.get_updates())[-1].message.location is not None
    await bot.send_message(ana.id, "x", reply_markup=ReplyKeyboardRemove())
    assert ana.keyboard() is None
    await bot.send_message(ana.id, "Note?", reply_markup=ForceReply())
    await ana.say("tired")
    assert (await bot.get_updates())[-1].message.reply_to_message.text == "Note?"


async def test_topics_polls_pins_and_reactions(bot: Bot, sim: Simulator, ana: Person) -> None:
    group = sim.group("Walkers", ana, forum=True)
    group.promote_bot()
    topic = await bot.create_forum_topic(group.id, "Sleep")
    poll = await bot.send_poll(
        group.id, "Night?", ["Good", "Bad"], is_anonymous=False, message_thread_id=topic.message_thread_id
    )
    await bot.pin_chat_message(group.id, poll.message_id)
    await bot.set_message_reaction(group.id, poll.message_id, ReactionTypeEmoji("👍"))
    await ana.vote(group.messages[-2], "Bad")
    answer = next(update for update in await bot.get_updates() if update.poll_answer)
    assert answer.poll_answer.option_ids == (1,)
    assert (await bot.stop_poll(group.id, poll.message_id)).is_closed
    assert (await bot.get_chat_member(group.id, ana.id)).status == "creator"


async def test_faults_arrive_as_its_own_errors(bot: Bot, sim: Simulator, ana: Person) -> None:
    for _ in range(5):
        await bot.send_message(ana.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(ana.id, "x")
    sim.limits.on = False
    sim.drop_after("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "late")
    await ana.sees("late")
    for body in ("html", "broken json"):
        sim.bad_body("sendMessage", body)  # type: ignore[arg-type] - each is one
        with pytest.raises(TelegramError, match=r"Bad Gateway|Invalid server response"):
            await bot.send_message(ana.id, "x")
    sim.faults.add(Fault(what="hang", method="sendMessage"))
    with pytest.raises(TimedOut):
        await bot.send_message(ana.id, "x", read_timeout=0.05)
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(ana.id, "1.5", parse_mode=ParseMode.MARKDOWN_V2)
    sim.fail_next("sendMessage", 403, "Forbidden: user is deactivated")
    with pytest.raises(Forbidden):
        await bot.send_message(ana.id, "x")
