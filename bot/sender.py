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

from bot.gate import Held
from bot.wire import NotSent
from content.screen import Screen
from handlers import show
from scheduler import outcomes
from scheduler.delivery import Send
from scheduler.outcomes import Outcome
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
        return outcomes.Sent(message)

    return send


def outcome(error: TelegramError) -> Outcome:
    """What an error means for a notice (design 4)."""
    match error:
        case Held():
            return outcomes.Later(error.left, everybody=error.everybody)
        case RetryAfter():
            after = error.retry_after
            return outcomes.Later(after if isinstance(after, timedelta) else timedelta(seconds=after))
        case ChatMigrated():
            return outcomes.Moved(error.new_chat_id)
        case Forbidden():
            return outcomes.Unreachable()
        case BadRequest() if "chat not found" in error.message.lower():
            return outcomes.Unreachable()
        case BadRequest():
            log.warning("Telegram refused a notice: %s", error.message)
            return outcomes.Refused()
        case NotSent() | InvalidToken():
            return outcomes.Later()
        case NetworkError():
            return outcomes.InDoubt()
    log.warning("an unknown answer to a notice: %s", type(error).__name__)
    return outcomes.InDoubt()
