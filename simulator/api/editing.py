"""Methods that change or take away what stands in a chat."""

from datetime import timedelta
from typing import Any

from simulator.api.content import caption, data_of, inline_keyboard, text
from simulator.api.reach import Values, found, reachable
from simulator.api.uploads import file_of
from simulator.refusal import bad
from simulator.world import Chat, Message, World
from simulator.world.shapes import message_json

_DELETABLE = timedelta(hours=48)
_WITH_CAPTION = ("photo", "video", "animation", "audio", "document", "voice")
_REPLACEABLE = ("photo", "video", "animation", "audio", "document")
_MOST_IDS = 100
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, values: Values) -> Any:
    """editMessageText. Without ``reply_markup`` the keyboard goes."""
    body, entities = text(values, too_long="MESSAGE_TOO_LONG")
    message = _editable(world, values)
    if message.media or message.extra or not message.text:
        raise bad("there is no text in the message to edit")
    return _changed(world, values, message, text=body, entities=entities)


def edit_message_caption(world: World, values: Values) -> Any:
    """editMessageCaption."""
    body, entities = caption(values, too_long="MEDIA_CAPTION_TOO_LONG")
    message = _editable(world, values)
    if message.media is None or message.media.kind not in _WITH_CAPTION:
        raise bad("there is no caption in the message to edit")
    return _changed(world, values, message, text=body, entities=entities)


def edit_message_media(world: World, values: Values) -> Any:
    """editMessageMedia: another file, with its caption, in place of a file or a text."""
    media = values["media"]
    body, entities = caption(media)
    message = _editable(world, values, otherwise="message media can't be edited")
    if message.extra or (message.media and message.media.kind not in _REPLACEABLE):
        raise bad("message media can't be edited")
    file = file_of(world, media["type"], media["media"], media)
    return _changed(world, values, message, text=body, entities=entities, media=file)


def edit_message_reply_markup(world: World, values: Values) -> Any:
    """editMessageReplyMarkup."""
    return _changed(world, values, _editable(world, values))


def delete_message(world: World, values: Values) -> Any:
    """deleteMessage. No update tells of it."""
    chat = reachable(world, values["chat_id"])
    return _deleted(world, chat, [found(chat, values["message_id"], "delete")])


def delete_messages(world: World, values: Values) -> Any:
    """deleteMessages: all of them or none; ids of messages that are not there are passed over."""
    chat = reachable(world, values["chat_id"])
    if len(values["message_ids"]) > _MOST_IDS:
        raise bad("too many message identifiers specified")
    return _deleted(world, chat, [message for id in values["message_ids"] if (message := chat.message(id))])


def _deleted(world: World, chat: Chat, messages: list[Message]) -> bool:
    for message in messages:
        anothers = message.sender_id != world.bot_id and not chat.bot_may("can_delete_messages")
        if anothers or world.clock.now() - message.date >= _DELETABLE:
            raise bad("message can't be deleted")
    for message in messages:
        message.deleted = True
        chat.pinned = [id for id in chat.pinned if id != message.message_id]
        world.changed(chat, message)
    return True


def _editable(world: World, values: Values, otherwise: str = "message can't be edited") -> Message:
    """The bot's own message, or one that was sent by its inline mode. Raises Refusal."""
    inline_keyboard(values)
    if "inline_message_id" in values:
        sent = world.sent_inline(values["inline_message_id"])
        if sent is None:
            raise bad("MESSAGE_ID_INVALID")
        return sent
    if "chat_id" not in values and "message_id" in values:
        raise bad("chat_id is empty")
    if "message_id" not in values:
        raise bad("message identifier is not specified")
    message = found(reachable(world, values["chat_id"]), values["message_id"], "edit")
    with_reply_keyboard = message.markup is not None and "inline_keyboard" not in message.markup
    forwarded = "forward_origin" in message.marks
    if message.sender_id != world.bot_id or message.service or with_reply_keyboard or forwarded:
        raise bad(otherwise)
    return message


def _changed(world: World, values: Values, message: Message, **content: Any) -> Any:
    content["markup"] = inline_keyboard(values)
    data_of(content["markup"])
    if all(getattr(message, name) == value for name, value in content.items()):
        raise bad(_NOT_MODIFIED)
    for name, value in content.items():
        setattr(message, name, value)
    message.edited_at = world.clock.now()
    world.changed(world.chats[message.chat], message)
    return True if "inline_message_id" in values else message_json(world, message)
