"""What the page shows, as JSON. Nothing here depends on who looks: a message is the same on every phone."""

import json
from typing import Any

from simulator.page.render import rendered
from simulator.people import links
from simulator.world import Chat, Message, User, World

Json = dict[str, Any]
WINDOW = 120
"""How many messages of a chat a page gets at first; earlier ones when it asks."""


def bot(world: World) -> Json:
    """The bot, by what it says of itself."""
    return {
        "id": world.bot_id,
        "username": world.username,
        "title": world.profile.name(),
    }


def person(world: World, user: User) -> Json:
    """An account, and how its chats look from there."""
    return {
        "id": user.id,
        "name": user.name,
        "language": user.language,
        "deleted": user.deleted,
        "toasts": user.toasts,
        "bot_title": world.profile.name(user.language),
        "bot_description": world.profile.description(user.language),
        "commands": {
            chat.id: world.profile.commands_for(chat.id, user.id, user.language) for chat in world.chats_of(user.id)
        },
    }


def chat(world: World, chat: Chat) -> Json:
    """A chat without its messages."""
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "members": chat.members,
        "bot": chat.bot,
        "moved": chat.moved_to is not None,
        "typing_until": chat.typing_until.isoformat() if chat.typing_until else None,
    }


def window(chat: Chat, *, before: int | None = None) -> list[Message]:
    """The last messages on the screen, or the last before one of them."""
    shown = [each for each in chat.visible if before is None or each.message_id < before]
    return shown[-WINDOW:]


def message(world: World, message: Message) -> Json:
    """A bubble, or the news that it is gone."""
    if message.deleted:
        return {"id": message.message_id, "deleted": True}
    told: Json = {
        "id": message.message_id,
        "order": message.order,
        "from": message.sender_id,
        "name": message.sender,
        "date": message.date.isoformat(),
        "text": message.text,
        "html": rendered(message.text, message.entities),
    }
    if message.picture:
        picture = message.picture
        told["photo"] = {"src": f"/photo/{picture.file_id}", "width": picture.width, "height": picture.height}
    if rows := message.buttons:
        told["rows"] = [[{"label": key.label, "data": key.data, "url": key.url} for key in row] for row in rows]
    elif message.markup:
        told["reply_markup"] = message.markup
    for name in ("edited", "silent", "protected", "made_up", "service", "reply_to", "thread"):
        if value := getattr(message, name):
            told[name] = value
    if message.sender_id == world.bot_id or "t.me/" in message.text:
        told |= {"start_links": found} if (found := links.payloads(world, message)) else {}
    return told


def written(value: Any) -> str:
    """JSON in the fewest characters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
