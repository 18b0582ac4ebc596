"""What people do on their phones, as the bot comes to know of it. The page, other processes and tests all use this."""

from typing import Any
from zlib import crc32

from simulator.text.entities import trimmed, units, with_found
from simulator.world import Chat, Medium, Message, User, World
from simulator.world.chat import GENERAL
from simulator.world.shapes import chat_json, message_json, stamp, status, user_json

LONGEST = 4096  # UTF-16 units; an app splits what is longer


def say(
    world: World,
    user: User,
    chat: Chat,
    text: str,
    *,
    reply_to: int | None = None,
    thread: int | None = None,
) -> list[Message]:
    """Write ``text``: one message, or several if it is too long for one. Raises ValueError if there is none.

    If the phone was asked for a reply (ForceReply), this is it.
    """
    parts = [part for part in _parts(text) if part.strip()]
    if not parts:
        raise ValueError("there is nothing to send")
    wanted = world.keyboard(chat, user.id)
    if wanted and wanted.wants_reply and reply_to is None:
        reply_to = wanted.message
        _put_away(world, chat, user)
    return [_write(world, user, chat, part, reply_to, thread) for part in parts]


def _write(world: World, user: User, chat: Chat, text: str, reply_to: int | None, thread: int | None) -> Message:
    body, entities = trimmed(text, [])
    entities = with_found(body, entities)
    return _post(world, user, chat, thread, text=body, entities=entities, reply_to=reply_to)


def send(world: World, user: User, chat: Chat, kind: str, content: Any, *, thread: int | None = None) -> Message:
    """Send something that is not text, as the Bot API has it: ``send(…, "location", {"latitude": …})``."""
    return _post(world, user, chat, thread, text=f"[{kind}]", extra={kind: content})


def send_file(
    world: World,
    user: User,
    chat: Chat,
    kind: Medium,
    data: bytes,
    *,
    mime: str = "application/octet-stream",
    caption: str = "",
    thread: int | None = None,
    **facts: Any,
) -> Message:
    """Send a file. ``facts`` are the fields of its Bot API type: ``file_name``, ``width``, ``duration``, …"""
    text, entities = trimmed(caption, [])
    file = world.file(kind, data, mime, **facts)
    return _post(world, user, chat, thread, text=text, entities=with_found(text, entities), media=file)


def press_key(world: World, user: User, chat: Chat, label: str, place: tuple[float, float] = (0.0, 0.0)) -> Message:
    """Press a key of the reply keyboard: it sends its text, or what it asks for. Raises ValueError if there is none."""
    keyboard = world.keyboard(chat, user.id)
    if keyboard is None or not any(key.label == label for row in keyboard.rows for key in row):
        raise ValueError(f"there is no key “{label}”")
    if keyboard.one_time:
        _put_away(world, chat, user)
    request = keyboard.requests.get(label)
    if request is None:
        return say(world, user, chat, label)[0]
    if request == "request_contact":
        phone = f"+999{user.id % 10**8:08d}"
        return send(world, user, chat, "contact", {"phone_number": phone, "first_name": user.name, "user_id": user.id})
    if request == "request_location":
        return send(world, user, chat, "location", {"latitude": place[0], "longitude": place[1]})
    raise ValueError(f"the simulator does not know keys with {request} yet")


def change(world: World, chat: Chat, message: Message, text: str) -> None:
    """Edit one's own message."""
    message.text, entities = trimmed(text, [])
    message.entities = with_found(message.text, entities)
    message.edited_at = world.clock.now()
    world.changed(chat, message)
    deliver(world, chat, message, kind="edited_message")


def react(world: World, user: User, chat: Chat, message: Message, *emoji: str) -> None:
    """Put one's reactions under a message; none takes them back."""
    old = message.reactions.get(user.id, [])
    message.reactions[user.id] = list(emoji)
    if not emoji:
        del message.reactions[user.id]
    world.changed(chat, message)
    if chat.has_bot and (chat.kind == "private" or chat.bot == "administrator"):
        told = {"chat": chat_json(chat), "message_id": message.message_id, "user": user_json(user)}
        told |= {"date": stamp(world.clock.now()), "old_reaction": _emoji(old), "new_reaction": _emoji(list(emoji))}
        world.updates.add("message_reaction", told)


def _emoji(given: list[str]) -> list[dict[str, str]]:
    return [{"type": "emoji", "emoji": emoji} for emoji in given]


def deliver(world: World, chat: Chat, message: Message, kind: str = "message") -> None:
    """Tell the bot of a message, if it is one that it may see."""
    if chat.kind == "private":
        chat.started = True
    if chat.has_bot and _is_for_the_bot(world, chat, message):
        world.updates.add(kind, message_json(world, message))


def press(world: World, user: User, chat: Chat, message: Message, data: str) -> str:
    """Press a button, or send what one might hold. Returns the press's id."""
    id = world.new_press(user)
    where: dict[str, Any] = {"message": message_json(world, message)}
    if message.deleted:  # pressed just before it went
        where = {"message": {"message_id": message.message_id, "chat": chat_json(chat), "date": 0}}
    if message.inline_id:
        where = {"inline_message_id": message.inline_id}
    query = {"id": id, "from": user_json(user), **where, "chat_instance": _instance(chat), "data": data}
    world.updates.add("callback_query", query)
    return id


def _instance(chat: Chat) -> str:
    """The same number for each press in a chat, and not the chat's id."""
    return str(crc32(str(chat.id).encode()) << 30)


def _post(world: World, user: User, chat: Chat, thread: int | None, **content: Any) -> Message:
    if chat.forum and thread is not None:
        topic = chat.topics.get(thread)
        if topic is None and thread != GENERAL:
            raise ValueError(f"there is no topic {thread}")
        if topic and topic.closed and status(world, chat, user.id) not in ("creator", "administrator"):
            raise ValueError(f"the topic “{topic.name}” is closed")
    silent = chat.muted and status(world, chat, user.id) not in ("creator", "administrator")
    if chat.barred.get(user.id) or silent:
        raise ValueError(f"{user.name} may not write here")
    message = world.post(chat, user, thread=None if thread == GENERAL else thread, **content)
    deliver(world, chat, message)
    return message


def _put_away(world: World, chat: Chat, user: User) -> None:
    chat.keyboards.pop(user.id, None)
    world.changed(chat)


def _is_for_the_bot(world: World, chat: Chat, message: Message) -> bool:
    """Privacy mode: in groups, commands that are not another bot's, replies to the bot, what was sent through it."""
    if chat.kind == "private" or not world.privacy or chat.bot == "administrator" or "via_bot" in message.marks:
        return True
    original = chat.messages.get(message.reply_to or 0)
    if original is not None and original.sender_id == world.bot_id:
        return True
    if not message.text.startswith("/") or not message.entities or message.entities[0]["type"] != "bot_command":
        return False
    _, at, name = message.text.split()[0].partition("@")
    return not at or name.lower() == world.username.lower()


def _parts(text: str) -> list[str]:
    parts, part, length = [], "", 0
    for character in text:
        if length + units(character) > LONGEST:
            parts.append(part)
            part, length = "", 0
        part, length = part + character, length + units(character)
    return [*parts, part]
