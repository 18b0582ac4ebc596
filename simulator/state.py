"""What the page shows, as JSON."""

from typing import Any

from simulator.api.server import Call
from simulator.people import links
from simulator.render import rendered
from simulator.world import Chat, Message, User, World

Json = dict[str, Any]
_SHOWN_MESSAGES, _SHOWN_CALLS = 300, 100


def phones(world: World) -> list[Json]:
    """Each person's phone with its chats."""
    return [
        {
            "id": user.id,
            "name": user.name,
            "language": user.language,
            "chats": [_chat(world, chat, user) for chat in world.chats_of(user.id)],
            "toasts": user.toasts,
        }
        for user in world.users.values()
    ]


def calls(made: list[Call]) -> list[Json]:
    """The last calls of the bot."""
    return [
        {
            "at": call.at.isoformat(),
            "method": call.method,
            "parameters": call.parameters,
            "status": call.status,
            "description": call.description,
            "unknown": call.unknown,
        }
        for call in made[-_SHOWN_CALLS:]
    ]


def _chat(world: World, chat: Chat, reader: User) -> Json:
    private = chat.kind == "private"
    return {
        "id": chat.id,
        "title": world.profile.name(reader.language) if private else chat.title,
        "kind": "private" if private else "group",
        "messages": [_message(world, message, reader) for message in chat.visible[-_SHOWN_MESSAGES:]],
        "commands": world.profile.commands_for(chat.id, reader.id, reader.language),
        "typing": chat.typing_until is not None and world.clock.now() < chat.typing_until,
        "blocked": private and chat.bot == "kicked",
    }


def _message(world: World, message: Message, reader: User) -> Json:
    return {
        "id": message.message_id,
        "from": message.sender,
        "mine": message.sender_id == reader.id,
        "date": message.date.isoformat(),
        "edited": message.edited,
        "html": rendered(message.text, message.entities),
        "text": message.text,
        "photo": f"/photo/{message.picture.file_id}" if message.picture else None,
        "rows": [[{"label": key.label, "data": key.data, "url": key.url} for key in row] for row in message.buttons],
        "silent": message.silent,
        "protected": message.protected,
        "made_up": message.made_up,
        "start_links": links.payloads(world, message),
        "deleted": message.deleted,
        "service": message.service,
    }
