"""Methods that change or take away what stands in a chat, and the answer to a press."""

from datetime import timedelta
from typing import Any

from simulator.api.schema import TOO_OLD
from simulator.api.sending import LONGEST_TEXT, Values, caption, formatted, keyboard, picture_of, reachable
from simulator.refusal import bad
from simulator.text.entities import units
from simulator.world import Chat, Message, World
from simulator.world.shapes import message_json

_DELETABLE = timedelta(hours=48)
_ANSWERABLE = timedelta(seconds=150)
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, values: Values) -> Any:
    """editMessageText. Without ``reply_markup`` the keyboard goes."""
    text, entities = formatted(values, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad("MESSAGE_TOO_LONG")
    markup = _inline_keyboard(values)
    message = _editable(world, values)
    if message.picture or not message.text:
        raise bad("there is no text in the message to edit")
    return _changed(world, message, text=text, entities=entities, markup=markup)


def edit_message_caption(world: World, values: Values) -> Any:
    """editMessageCaption."""
    text, entities = caption(values)
    markup = _inline_keyboard(values)
    message = _editable(world, values)
    if not message.picture:
        raise bad("there is no caption in the message to edit")
    return _changed(world, message, text=text, entities=entities, markup=markup)


def edit_message_media(world: World, values: Values) -> Any:
    """editMessageMedia: another picture, with its caption."""
    media = values["media"]
    text, entities = caption(media)
    markup = _inline_keyboard(values)
    message = _editable(world, values)
    picture = picture_of(world, media["media"])
    return _changed(world, message, text=text, entities=entities, markup=markup, picture=picture)


def edit_message_reply_markup(world: World, values: Values) -> Any:
    """editMessageReplyMarkup."""
    markup = _inline_keyboard(values)
    message = _editable(world, values)
    return _changed(world, message, markup=markup)


def delete_message(world: World, values: Values) -> Any:
    """deleteMessage. No update tells of it."""
    chat = reachable(world, values["chat_id"])
    message = _found(chat, values, "message to delete not found")
    anothers = chat.kind != "private" and message.sender_id != world.bot_id
    if anothers or world.clock.now() - message.date > _DELETABLE:
        raise bad("message can't be deleted")
    message.deleted = True
    world.changed(chat, message)
    return True


def answer_callback_query(world: World, values: Values) -> Any:
    """answerCallbackQuery: its text shows on the phone of whoever pressed."""
    press = world.presses.get(values["callback_query_id"])
    if press is None or world.clock.now() - press.at > _ANSWERABLE:
        raise bad(TOO_OLD)
    if values.get("text"):
        world.users[press.user].toasts.append(values["text"])
    world.changed()
    return True


def _inline_keyboard(values: Values) -> dict[str, Any] | None:
    markup = keyboard(values)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    return markup


def _editable(world: World, values: Values) -> Message:
    if "chat_id" not in values or "message_id" not in values:
        raise bad("message identifier is not specified")
    chat = reachable(world, values["chat_id"])
    message = _found(chat, values, "message to edit not found")
    with_reply_keyboard = message.markup is not None and "inline_keyboard" not in message.markup
    if message.sender_id != world.bot_id or message.service or with_reply_keyboard:
        raise bad("message can't be edited")
    return message


def _found(chat: Chat, values: Values, otherwise: str) -> Message:
    message = chat.messages.get(values["message_id"])
    if message is None or message.deleted:
        raise bad(otherwise)
    return message


def _changed(world: World, message: Message, **content: Any) -> Any:
    if all(getattr(message, name) == value for name, value in content.items()):
        raise bad(_NOT_MODIFIED)
    for name, value in content.items():
        setattr(message, name, value)
    message.edited_at = world.clock.now()
    world.changed(world.chats[message.chat], message)
    return message_json(world, message)
