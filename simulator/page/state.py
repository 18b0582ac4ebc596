"""What the page shows of bot, people and chats, as JSON."""

import json
from itertools import islice
from typing import Any

from simulator.world import Button, Chat, Message, ReplyKeyboard, User, World

Json = dict[str, Any]
WINDOW = 120
"""How many messages of a chat a page gets at first; earlier ones when it asks."""
_LAST_PRESSES = 20


def bot(world: World) -> Json:
    """The bot, by what it says of itself."""
    return {
        "id": world.bot_id,
        "username": world.username,
        "title": world.profile.name(),
        "inline": world.inline,
    }


def person(world: World, user: User) -> Json:
    """An account, and how the bot looks from there."""
    return {
        "id": user.id,
        "name": user.name,
        "language": user.language,
        "deleted": user.deleted,
        "answers": _answers(world, user),
        "bot_title": world.profile.name(user.language),
        "bot_description": world.profile.description(user.language),
        "commands": {
            chat.id: world.profile.commands_for(chat.id, user.id, user.language) for chat in world.chats_of(user.id)
        },
    }


def _answers(world: World, user: User) -> list[Json]:
    """What the bot answered to this person's last presses, oldest first: text, an alert, an address, or nothing."""
    answered = ((id, press) for id, press in reversed(world.presses.items()) if press.user == user.id and press.answer)
    last = list(islice(answered, _LAST_PRESSES))
    return [{"press": id, **(press.answer or {})} for id, press in reversed(last)]


def chat(world: World, chat: Chat) -> Json:
    """A chat without its messages."""
    told: Json = {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "members": chat.members,
        "names": [world.users[member].name for member in chat.members],
        "bot": chat.bot,
        "moved": chat.moved_to is not None,
        "pinned": [id for id in chat.pinned if chat.message(id) is not None],
        "keyboards": {
            id: _keyboard(world, chat, message, keyboard)
            for id, message in chat.keyboards.items()
            if (keyboard := world.keyboard(chat, id))
        },
        "typing_until": chat.typing_until.isoformat() if chat.typing_until else None,
    }
    if chat.forum:
        topics = [topic for topic in chat.topics.values() if not topic.hidden]
        told["topics"] = [{"id": topic.id, "name": topic.name, "closed": topic.closed} for topic in topics]
    return told


def _keyboard(world: World, chat: Chat, message: int, keyboard: ReplyKeyboard) -> Json:
    """A reply keyboard, or the wish for a reply."""
    brought = chat.messages[message]
    return {
        "message": message,
        "words": brought.text[:120],
        "name": brought.sender if brought.sender_id != world.bot_id else "",
        "rows": [[key.label for key in row] for row in keyboard.rows],
        "requests": keyboard.requests,
        "placeholder": keyboard.placeholder,
        "one_time": keyboard.one_time,
        "wants_reply": keyboard.wants_reply,
    }


def button(key: Button) -> Json:
    """A button of an inline keyboard; only what there is of it."""
    told: Json = {"label": key.label, "data": key.data, "url": key.url, "style": key.style, "copies": key.copies}
    told |= {"asks": key.asks, "here": key.here} if key.asks is not None else {}
    return {name: value for name, value in told.items() if value is not None}


def window(chat: Chat, *, before: int | None = None) -> list[Message]:
    """The last messages on the screen, or the last before one of them."""
    shown = [each for each in chat.visible if before is None or each.message_id < before]
    return shown[-WINDOW:]


def written(value: Any) -> str:
    """JSON in the fewest characters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
