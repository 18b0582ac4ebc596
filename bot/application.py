"""The application: python-telegram-bot's part of the program. How it is built, and what is asked of Telegram by it."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes

from bot.gate import Gate
from bot.settings import Settings
from bot.wire import Wire
from content import phrases
from content.wording.setup import plain
from handlers import menu, show
from handlers.context import Context

log = logging.getLogger(__name__)

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class _Raising(AnyApplication):
    """python-telegram-bot's, but an error in a handler comes back to the lane instead of being logged away."""

    async def process_error(self, update: object, error: Exception, job: Any = None, coroutine: Any = None) -> bool:
        raise error


def build(settings: Settings, gate: Gate, calls: Wire, polls: Wire) -> AnyApplication:
    """It polls nothing and schedules nothing: updates are handed to it, and whatever it sends passes the gate."""
    assert settings.token is not None, "the caller asked for settings with a token"
    return (
        ApplicationBuilder()
        .application_class(_Raising)
        .token(settings.token)
        .base_url(f"{settings.telegram_api}/bot")
        .base_file_url(f"{settings.telegram_api}/file/bot")
        .request(calls)
        .get_updates_request(polls)
        .rate_limiter(gate)
        .context_types(ContextTypes(context=Context))
        .updater(None)
        .job_queue(None)
        .build()
    )


def apology(application: AnyApplication) -> Callable[[int], Awaitable[None]]:
    """What says sorry in a chat whose update could not be handled."""

    async def apologise(chat: int) -> None:
        with suppress(TelegramError):
            await show.send(application.bot, chat, plain(phrases.load(), "personal.apology"))

    return apologise


async def is_there(application: AnyApplication) -> bool:
    """Whether Telegram answers now."""
    try:
        await application.bot.get_me()
    except TelegramError:
        return False
    return True


async def reach(application: AnyApplication, sleep: Callable[[float], Awaitable[None]]) -> None:
    """Start as soon as Telegram can be reached: a machine may boot before its network does."""
    wait = 1.0
    while True:
        try:
            await application.initialize()
            return
        except (InvalidToken, NetworkError) as error:
            words = "Telegram does not know this token" if isinstance(error, InvalidToken) else str(error)
            log.error("can't start yet: %s; next try in %d s", words, wait)
            await application.shutdown()
            await sleep(wait)
            wait = min(wait * 2, 60.0)


async def announce(application: AnyApplication) -> None:
    """Commands and descriptions for the apps' menus: a help, so a refusal only costs a line in the log."""
    try:
        await menu.announce(application.bot)
    except TelegramError as error:
        log.warning("the menus could not be set: %s", error.message)


async def leave(application: AnyApplication) -> None:
    """End its connections, whether or not Telegram was ever reached."""
    with suppress(TelegramError, RuntimeError):
        await application.shutdown()
