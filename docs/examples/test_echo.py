"""How a bot is tested with the simulator. Run it with pytest; pytest-asyncio in its auto mode."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from simulator import Clock, Fault, Simulator

KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Taken", callback_data="taken")]])


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    here = Simulator(clock=Clock(datetime(2026, 3, 1, 9, tzinfo=UTC)))  # a clock that moves only when told
    await here.start()
    yield here
    await here.stop()


@pytest.fixture
async def bot(simulator: Simulator) -> AsyncIterator[Bot]:
    here = Bot(simulator.token, session=AiohttpSession(api=TelegramAPIServer.from_base(simulator.url)))
    yield here
    await here.session.close()


async def test_the_bot_echoes(simulator: Simulator, bot: Bot) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "", reply_markup=KEYS)

    ana = simulator.person("Ana")
    await ana.say("hello")
    for update in await bot.get_updates():
        await dispatcher.feed_update(bot, update)
    seen = await ana.sees("hello")
    assert seen.labels == ["Taken"]


async def test_a_lost_answer_is_not_a_lost_message(simulator: Simulator, bot: Bot) -> None:
    ana = simulator.person("Ana")
    await ana.say("/start")
    simulator.faults.add(Fault(what="drop after", method="sendMessage"))
    with pytest.raises(Exception, match="Server disconnected"):
        await bot.send_message(ana.id, "Your 21:00 reminder")
    await ana.sees("21:00")  # it arrived; only the answer was lost


async def test_a_press_is_gone_after_150_seconds(simulator: Simulator, bot: Bot) -> None:
    ana = simulator.person("Ana")
    await ana.say("/start")
    await bot.send_message(ana.id, "Your 21:00 reminder", reply_markup=KEYS)
    await ana.tap("Taken")
    simulator.clock.set(simulator.clock.now() + timedelta(seconds=150))
    assert [update.event_type for update in await bot.get_updates()] == ["message"]
