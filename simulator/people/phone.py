"""What people do, as the bot comes to know of it: they write, press, block, leave. Page and tests both use this."""

from typing import Any

from simulator.text.entities import trimmed, units, with_found
from simulator.world import Chat, Message, Standing, User, World
from simulator.world.shapes import bot_json, chat_json, message_json, stamp, user_json

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
    """Write ``text``: one message, or several if it is too long for one. Raises ValueError if there is none."""
    parts = [part for part in _parts(text) if part.strip()]
    if not parts:
        raise ValueError("there is nothing to send")
    return [_write(world, user, chat, part, reply_to, thread) for part in parts]


def _write(world: World, user: User, chat: Chat, text: str, reply_to: int | None, thread: int | None) -> Message:
    body, entities = trimmed(text, [])
    entities = with_found(body, entities)
    message = world.post(chat, user, text=body, entities=entities, reply_to=reply_to, thread=thread)
    deliver(world, chat, message)
    return message


def send(world: World, user: User, chat: Chat, kind: str, content: Any) -> Message:
    """Send something that is not text, as the Bot API has it: ``send(…, "location", {"latitude": …})``."""
    message = world.post(chat, user, text=f"[{kind}]", extra={kind: content})
    deliver(world, chat, message)
    return message


def change(world: World, chat: Chat, message: Message, text: str) -> None:
    """Edit one's own message."""
    message.text, entities = trimmed(text, [])
    message.entities = with_found(message.text, entities)
    message.edited_at = world.clock.now()
    world.changed(chat, message)
    deliver(world, chat, message, kind="edited_message")


def deliver(world: World, chat: Chat, message: Message, kind: str = "message") -> None:
    """Tell the bot of a message, if it is one that it may see."""
    if chat.kind == "private":
        chat.started = True
    if chat.bot == "member" and _is_for_the_bot(world, chat, message):
        world.updates.add(kind, message_json(world, message))


def press(world: World, user: User, chat: Chat, message: Message, data: str) -> None:
    """Press a button, or send what one might hold."""
    query = {
        "id": world.new_press(user),
        "from": user_json(user),
        "message": message_json(world, message),
        "chat_instance": str(chat.id),
        "data": data,
    }
    world.updates.add("callback_query", query)


def let_bot(world: World, user: User, chat: Chat, standing: Standing, *, was: Standing) -> None:
    """Block or unblock the bot, add it to a group or remove it: it is told of all four."""
    chat.bot = standing
    world.changed(chat)
    change = {
        "chat": chat_json(chat),
        "from": user_json(user),
        "date": stamp(world.clock.now()),
        "old_chat_member": _member(world, was),
        "new_chat_member": _member(world, standing),
    }
    world.updates.add("my_chat_member", change)


def upgrade(world: World, user: User, chat: Chat) -> Chat:
    """A basic group becomes a supergroup: another chat, and both say so. Raises ValueError for any other chat."""
    if chat.kind != "group" or chat.moved_to is not None:
        raise ValueError("only a basic group can be upgraded")
    new = world.group(chat.title, list(chat.members), supergroup=True)
    chat.moved_to = new.id
    world.changed(chat)
    words = "The group became a supergroup"
    for where, extra in (
        (chat, {"migrate_to_chat_id": new.id}),
        (new, {"migrate_from_chat_id": chat.id}),
    ):
        message = world.post(where, user, service=words, extra=extra)
        world.updates.add("message", message_json(world, message))
    return new


def _member(world: World, standing: Standing) -> dict[str, Any]:
    until = {"until_date": 0} if standing == "kicked" else {}
    return {"user": bot_json(world), "status": standing, **until}


def _is_for_the_bot(world: World, chat: Chat, message: Message) -> bool:
    """Privacy mode: in groups, commands that are not another bot's, and replies to the bot."""
    if chat.kind == "private" or not world.privacy:
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
