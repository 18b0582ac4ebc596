"""A whole simulated Telegram as JSON, and back."""

import base64
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from simulator.world import Chat, Message, Picture, Press, User, World
from simulator.world.profile import Profile
from simulator.world.updates import Update

Json = dict[str, Any]
VERSION = 1


def saved(world: World) -> Json:
    """People, chats, messages, pictures, what the bot said of itself, waiting updates, counters, the moment."""
    return {
        "version": VERSION,
        "now": world.clock.now().isoformat(),
        "users": [asdict(user) for user in world.users.values()],
        "chats": [_chat(chat) for chat in world.chats.values()],
        "pictures": [
            {**_plain(picture), "data": base64.b64encode(picture.data).decode()} for picture in world.pictures.values()
        ],
        "profile": asdict(world.profile),
        "presses": {id: _plain(press) for id, press in world.presses.items()},
        "updates": [_plain(update) for update in world.updates.waiting()],
        "next_update": world.updates.next_id,
        "allowed_updates": world.updates.allowed,
        "counters": world.counted(),
    }


def load(world: World, data: Json) -> None:
    """Put all of it back in place of what there is. Raises ValueError if it was saved by another version."""
    if data.get("version") != VERSION:
        raise ValueError(f"saved by another version of the simulator ({data.get('version')})")
    world.users = {each["id"]: User(**each) for each in data["users"]}
    world.pictures = {
        each["file_id"]: Picture(**{**each, "data": base64.b64decode(each["data"])}) for each in data["pictures"]
    }
    world.chats = {each["id"]: _read_chat(each, world.pictures) for each in data["chats"]}
    world.profile = Profile(**data["profile"])
    world.presses = {id: Press(**_moments(each, "at")) for id, each in data["presses"].items()}
    world.updates.put_back([Update(**_moments(each, "at")) for each in data["updates"]], data["next_update"])
    world.updates.allowed = data["allowed_updates"]
    world.count_from(**data["counters"])
    if world.clock.mode == "stepped":
        world.clock.set(datetime.fromisoformat(data["now"]), backwards=True)
    world.changes.start_over()
    world.bell.ring()


def _chat(chat: Chat) -> Json:
    return {**_plain(chat), "messages": [_message(message) for message in chat.messages.values()], "typing_until": None}


def _message(message: Message) -> Json:
    return {**_plain(message), "picture": message.picture.file_id if message.picture else None}


def _read_chat(kept: Json, pictures: dict[str, Picture]) -> Chat:
    messages = [_read_message(each, pictures) for each in kept["messages"]]
    return Chat(**{**kept, "messages": {message.message_id: message for message in messages}})


def _read_message(kept: Json, pictures: dict[str, Picture]) -> Message:
    return Message(**{**_moments(kept, "date", "edited_at"), "picture": pictures.get(kept["picture"])})


def _plain(value: Any) -> Json:
    """The fields of a dataclass, moments as text."""
    told = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: each.isoformat() if isinstance(each, datetime) else each for name, each in told.items()}


def _moments(kept: Json, *names: str) -> Json:

    return kept | {name: datetime.fromisoformat(kept[name]) for name in names if kept[name] is not None}
