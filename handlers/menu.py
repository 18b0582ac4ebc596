"""What the apps show beside the chat: command menus by scope, and the bot's descriptions. All display only."""

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from content import phrases
from content.phrases import Phrases

MENU_PATIENT = ("today", "checkin", "summary", "learn", "report", "check", "travel", "settings", "help")
MENU_CLINICIAN = ("patients", "invite", "plan", "learn", "help")
MENU_GROUP = ("learn", "help")


def _commands(words: Phrases, names: tuple[str, ...]) -> list[BotCommand]:
    return [BotCommand(name, words.label(f"personal.command_{name}")) for name in names]


async def announce(bot: Bot) -> None:
    """Set what differs from what Telegram has. Raises TelegramError."""
    words = phrases.load()
    scopes: tuple[tuple[BotCommandScope, tuple[str, ...]], ...] = (
        (BotCommandScopeAllPrivateChats(), MENU_PATIENT),
        (BotCommandScopeAllGroupChats(), MENU_GROUP),
    )
    for scope, names in scopes:
        wanted = _commands(words, names)
        if list(await bot.get_my_commands(scope)) != wanted:
            await bot.set_my_commands(wanted, scope)
    description, short = words.label("personal.description"), words.label("personal.short_description")
    if (await bot.get_my_description()).description != description:
        await bot.set_my_description(description)
    if (await bot.get_my_short_description()).short_description != short:
        await bot.set_my_short_description(short)


async def for_clinician(bot: Bot, chat: int, words: Phrases) -> None:
    """The clinicians' commands in one chat. Raises TelegramError."""
    await bot.set_my_commands(_commands(words, MENU_CLINICIAN), BotCommandScopeChat(chat))
