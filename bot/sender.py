"""Sends a screen for delivery, and says in Steady's words what became of it."""

import logging
from datetime import timedelta

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.wire import NotSent
from content.screen import Screen
from handlers import show
from scheduler import delivery
from scheduler.delivery import Outcome, Send
from store.notices import Priority

log = logging.getLogger(__name__)


def sender(bot: Bot) -> Send:
    """A ``Send`` that goes through this bot."""

    async def send(chat: int, screen: Screen, replaces: int | None, priority: Priority) -> Outcome:
        try:
            if replaces is None:
                message = await show.send(bot, chat, screen, priority=priority)
            else:
                message = await show.edit(bot, chat, replaces, screen, priority=priority)
        except TelegramError as error:
            return outcome(error)
        return delivery.Sent(message)

    return send


def outcome(error: TelegramError) -> Outcome:
    """What an error means for a notice (design 4)."""
    match error:
        case RetryAfter():
            after = error.retry_after
            return delivery.Later(after if isinstance(after, timedelta) else timedelta(seconds=after))
        case ChatMigrated():
            return delivery.Moved(error.new_chat_id)
        case Forbidden():
            return delivery.Unreachable()
        case BadRequest() if "chat not found" in error.message.lower():
            return delivery.Unreachable()
        case BadRequest():
            log.warning("Telegram refused a notice: %s", error.message)
            return delivery.Refused()
        case NotSent() | InvalidToken():
            return delivery.Later()
        case NetworkError():
            return delivery.InDoubt()
    log.warning("an unknown answer to a notice: %s", type(error).__name__)
    return delivery.InDoubt()
