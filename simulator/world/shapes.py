"""People, chats and messages as the Bot API's JSON."""

from datetime import datetime
from typing import Any

from simulator.world import Chat, Message, User, World

Json = dict[str, Any]


def stamp(moment: datetime) -> int:
    """Unix time."""
    return int(moment.timestamp())


def bot_json(world: World) -> Json:
    """The bot as a User."""
    return {"id": world.bot_id, "is_bot": True, "first_name": world.profile.name(), "username": world.username}


def user_json(user: User) -> Json:
    """A person as a User."""
    return {"id": user.id, "is_bot": False, "first_name": user.name, "language_code": user.language}


def chat_json(chat: Chat) -> Json:
    """A chat."""
    name = {"first_name": chat.title} if chat.kind == "private" else {"title": chat.title}
    return {"id": chat.id, "type": chat.kind, **name}


def message_json(world: World, message: Message, *, with_reply: bool = True) -> Json:
    """A message as the bot sees it."""
    chat = world.chats[message.chat]
    by_bot = message.sender_id == world.bot_id
    told: Json = {
        "message_id": message.message_id,
        "from": bot_json(world) if by_bot else user_json(world.users[message.sender_id]),
        "chat": chat_json(chat),
        "date": stamp(message.date),
    }
    if message.edited_at:
        told["edit_date"] = stamp(message.edited_at)
    if message.thread:
        told |= {"message_thread_id": message.thread, "is_topic_message": True}
    original = chat.messages.get(message.reply_to or 0)
    if with_reply and original is not None and not original.deleted:
        told["reply_to_message"] = message_json(world, original, with_reply=False)
    if message.protected:
        told["has_protected_content"] = True
    kind = "text"
    if message.picture:
        picture, kind = message.picture, "caption"
        size = {"file_id": picture.file_id, "file_unique_id": picture.file_id, "file_size": len(picture.data)}
        told["photo"] = [{**size, "width": picture.width, "height": picture.height}]
    if message.text and not message.extra:  # there the text only says for the page what it is
        told[kind] = message.text
        if message.entities:
            told["entities" if kind == "text" else "caption_entities"] = message.entities
    if "inline_keyboard" in (message.markup or {}):
        told["reply_markup"] = message.markup
    return told | message.extra
