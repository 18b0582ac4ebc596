"""A whole simulated Telegram as JSON, and back."""

import base64
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from simulator.world.account import Press, User
from simulator.world.chat import Chat, Topic
from simulator.world.file import File
from simulator.world.invite import Invite, JoinRequest
from simulator.world.message import Message
from simulator.world.profile import Profile
from simulator.world.updates import Update
from simulator.world.world import World

Json = dict[str, Any]
Value = TypeVar("Value")
VERSION = 3


def saved(world: World) -> Json:
    """People, chats, messages, files, what the bot said of itself, waiting updates, counters, the moment."""
    return {
        "version": VERSION,
        "now": world.clock.now().isoformat(),
        "bot_id": world.bot_id,
        "users": [_plain(user) for user in world.users.values()],
        "chats": [_chat(chat) for chat in world.chats.values()],
        "files": [{**_plain(file), "data": base64.b64encode(file.data).decode()} for file in world.files.values()],
        "profile": _plain(world.profile),
        "presses": {id: _plain(press) for id, press in world.presses.items()},
        "updates": [_plain(update) for update in world.updates.waiting()],
        "next_update": world.updates.next_id,
        "allowed_updates": world.updates.allowed,
        "counters": world.counters,
    }


def load(world: World, data: Json) -> None:
    """Put all of it back in place of what there is. Raises ValueError if it was saved by another version."""
    if data.get("version") != VERSION:
        raise ValueError(f"saved by another version of the simulator ({data.get('version')})")
    world.bot_id = data["bot_id"]
    world.users = {each["id"]: User(**each) for each in data["users"]}
    world.files = {each["file_id"]: File(**{**each, "data": base64.b64decode(each["data"])}) for each in data["files"]}
    world.chats = {each["id"]: _read_chat(each, world.files) for each in data["chats"]}
    world.profile = Profile(**data["profile"])
    world.presses = {id: Press(**_moments(each, "at")) for id, each in data["presses"].items()}
    world.inline_queries = {}  # they live for half a minute
    world.updates.put_back([Update(**_moments(each, "at")) for each in data["updates"]], data["next_update"])
    world.updates.allowed = data["allowed_updates"]
    world.count_on(**data["counters"])
    if world.clock.mode == "stepped":
        world.clock.set(datetime.fromisoformat(data["now"]), backwards=True)
    world.changes.start_over()
    world.bell.ring()


def _chat(chat: Chat) -> Json:
    messages = [
        {**_plain(each), "media": each.media.file_id if each.media else None} for each in chat.messages.values()
    ]
    topics = [_plain(topic) for topic in chat.topics.values()]
    invites = [_plain(invite) for invite in chat.invites.values()]
    requests = {user: _plain(request) for user, request in chat.requests.items()}
    parts = {"messages": messages, "topics": topics, "invites": invites, "requests": requests}
    return {**_plain(chat), **parts, "typing_until": None}


def _message(message: Message) -> Json:
    return {**_plain(message), "media": message.media.file_id if message.media else None}


def _read_chat(kept: Json, files: dict[str, File]) -> Chat:
    messages = {each["message_id"]: _read_message(each, files) for each in kept["messages"]}
    topics = {each["id"]: Topic(**each) for each in kept["topics"]}
    invites = {each["link"]: Invite(**_moments(each, "until")) for each in kept["invites"]}
    requests = {int(user): JoinRequest(**_moments(each, "at")) for user, each in kept["requests"].items()}
    by_person = {name: _by_id(kept[name]) for name in ("administrators", "barred", "keyboards")}
    parts = {"messages": messages, "topics": topics, "invites": invites, "requests": requests}
    return Chat(**{**kept, **by_person, **parts})


def _read_message(kept: Json, files: dict[str, File]) -> Message:
    read = _moments(kept, "date", "edited_at")
    return Message(
        **{
            **read,
            "media": files.get(kept["media"]),
            "reactions": _by_id(kept["reactions"]),
            "votes": _by_id(kept["votes"]),
        }
    )


def _by_id(kept: dict[str, Value], of: Callable[[str], int] = int) -> dict[int, Value]:
    """JSON knows only names; these were numbers."""
    return {of(id): value for id, value in kept.items()}


def _plain(value: Any) -> Json:
    """The fields of a dataclass, moments as text."""
    told = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: each.isoformat() if isinstance(each, datetime) else each for name, each in told.items()}


def _moments(kept: Json, *names: str) -> Json:
    return kept | {name: datetime.fromisoformat(kept[name]) for name in names if kept[name] is not None}
