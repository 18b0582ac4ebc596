"""Whom and what the page means: the person whose phone it is, the chat, the message. KeyError: there is no such."""

from typing import Any

from simulator.people.client import Group, Person
from simulator.world import Chat, Message, World

Asked = dict[str, Any]


def person(world: World, asked: Asked) -> Person:
    """The owner of the phone."""
    return Person(world=world, id=world.users[asked["phone"]].id)


def chat(world: World, asked: Asked) -> Chat:
    """The chat, if it is on that phone."""
    found = world.chats[asked["chat"]]
    if person(world, asked).id not in found.members:
        raise KeyError(found.id)
    return found


def group(world: World, asked: Asked) -> Group | None:
    """The group; None if the chat is the private one."""
    found = chat(world, asked)
    return None if found.kind == "private" else Group(world=world, id=found.id)


def message(world: World, asked: Asked, named: str = "message") -> Message:
    """A message in that chat. Raises ValueError if it was deleted."""
    found = chat(world, asked).messages[asked[named]]
    if found.deleted:
        raise ValueError("That message is gone.")
    return found


def name(given: str, longest: int = 64) -> str:
    """A name for somebody or something. Raises ValueError."""
    found = given.strip()
    if not 0 < len(found) <= longest:
        raise ValueError(f"A name has 1 to {longest} characters.")
    return found
