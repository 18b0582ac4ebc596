"""An echo bot with aiogram. Start the simulator, then: python echo_aiogram.py http://127.0.0.1:8090"""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

TOKEN = "123456:any-token-of-this-form-will-do"
dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    await message.answer(message.text or "")


async def main(simulator: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(simulator))
    await dispatcher.start_polling(Bot(TOKEN, session=session))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
