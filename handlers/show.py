"""The one place where a screen becomes Telegram's arguments."""

from collections.abc import Sequence
from typing import Any

from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputMediaPhoto,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from content.screen import Button, Offer, Screen
from store.notices import Priority

SPINNER_SECONDS = 3.0
"""For each of connecting, writing and reading when a press is answered. A spinner that goes on turning costs little;
what the press meant comes after it."""
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    """The buttons below a screen."""
    rows = [[_button(button) for button in row] for row in screen.rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.press is not None:
        return InlineKeyboardButton(button.label, callback_data=button.press.encode())
    if button.copy is not None:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copy))
    if button.share is not None:
        return InlineKeyboardButton(button.label, switch_inline_query=button.share)
    return InlineKeyboardButton(button.label, url=button.url)


async def send(
    bot: Bot, chat: int, screen: Screen, *, priority: Priority = Priority.REPLY, thread: int | None = None
) -> int:
    """Send as a new message; its id. Raises TelegramError."""
    limit: dict[str, Any] = {"rate_limit_args": priority}  # ExtBot's own keyword, which Bot does not name
    if screen.picture is not None:
        message: Message = await bot.send_photo(
            chat,
            screen.picture,
            caption=screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(screen),
            disable_notification=screen.silent,
            protect_content=screen.protected,
            message_thread_id=thread,
            **limit,
        )
    else:
        message = await bot.send_message(
            chat,
            screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(screen),
            disable_notification=screen.silent,
            protect_content=screen.protected,
            link_preview_options=_NO_PREVIEW,
            message_thread_id=thread,
            **limit,
        )
    return message.message_id


async def edit(
    bot: Bot,
    chat: int,
    message: int,
    screen: Screen,
    *,
    priority: Priority = Priority.REPLY,
    picture: bool = False,
) -> int:
    """Put a screen in the place of a message, ``picture`` saying whether that one is a picture; its id.

    A message that already says so is fine. Raises TelegramError otherwise.
    """
    limit: dict[str, Any] = {"rate_limit_args": priority}  # ExtBot's own keyword, which Bot does not name
    try:
        if screen.picture is not None:
            media = InputMediaPhoto(screen.picture, caption=screen.text, parse_mode=ParseMode.HTML)
            await bot.edit_message_media(
                media,
                chat_id=chat,
                message_id=message,
                reply_markup=keyboard(screen),
                **limit,
            )
        elif picture:
            await bot.edit_message_caption(
                chat,
                message,
                caption=screen.text,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(screen),
                **limit,
            )
        else:
            await bot.edit_message_text(
                screen.text,
                chat_id=chat,
                message_id=message,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(screen),
                link_preview_options=_NO_PREVIEW,
                **limit,
            )
    except BadRequest as error:
        if "message is not modified" not in error.message.lower():
            raise
    return message


async def offer(
    bot: Bot, query: str, offers: Sequence[Offer], *, above: tuple[str, str], more: str, cache_seconds: int
) -> None:
    """Answer an inline query, the same for everyone who asks it. ``above``: a button's label and what it starts the
    bot with; ``more``: where the next offers begin, or nothing. A query that has died needs no answer."""
    results = [
        InlineQueryResultArticle(
            each.id,
            each.title,
            InputTextMessageContent(each.screen.text, ParseMode.HTML, link_preview_options=_NO_PREVIEW),
            reply_markup=keyboard(each.screen),
            description=each.line,
        )
        for each in offers
    ]
    try:
        await bot.answer_inline_query(
            query,
            results,
            cache_time=cache_seconds,
            is_personal=False,
            next_offset=more,
            button=InlineQueryResultsButton(above[0], start_parameter=above[1]),
        )
    except BadRequest as error:
        if "query is too old" not in error.message.lower():
            raise


async def answer(bot: Bot, query: str, text: str = "") -> None:
    """Answer a button press, so that it stops spinning. One that is too old needs none. Raises TelegramError soon."""
    try:
        await bot.answer_callback_query(
            query,
            text=text[:200] or None,
            connect_timeout=SPINNER_SECONDS,
            write_timeout=SPINNER_SECONDS,
            read_timeout=SPINNER_SECONDS,
        )
    except BadRequest as error:
        if "query is too old" not in error.message.lower():
            raise
