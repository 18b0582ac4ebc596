"""What people do on the page: they write, press, scan, block; they let time pass and make things go wrong."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simulator.people import phone
from simulator.people.client import Group, Person
from simulator.world import Message, World

log = logging.getLogger(__name__)

Asked = dict[str, Any]
Walk = Callable[[datetime | None], Awaitable[None]]
_BUSY = "Something is under way. Please wait until it ends."
_STEPS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
_LONGEST_NAME = 64


@dataclass(frozen=True)
class Play:
    """A script that the page can run: a title for its button, and what it does."""

    title: str
    run: Callable[[], Awaitable[None]]


class Actions:
    """Each does one thing, or raises ValueError or AssertionError with words for people. One walk or play at a time."""

    def __init__(self, world: World, *, walk: Walk | None, plays: Sequence[Play]) -> None:
        self._world = world
        self._walk = walk
        self._plays = plays
        self._running: asyncio.Task[None] | None = None
        self._playing: int | None = None
        self._by_name: dict[str, Callable[[Asked], Awaitable[None]]] = {
            "say": self._say,
            "edit": self._edit,
            "press": self._press,
            "scan": self._scan,
            "block": self._block,
            "bot": self._move_bot,
            "person": self._add_person,
            "group": self._add_group,
            "walk": self._start_walk,
            "play": self._start_play,
        }

    def named(self, name: str) -> Callable[[Asked], Awaitable[None]] | None:
        """The action of that name."""
        return self._by_name.get(name)

    def under_way(self) -> Asked:
        """Whether a walk or play runs, and which plays there are."""
        plays = [{"title": play.title, "running": place == self._playing} for place, play in enumerate(self._plays)]
        return {"busy": self._running is not None, "plays": plays, "walks": self._walk is not None}

    async def stop(self) -> None:
        """End what is under way."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _say(self, asked: Asked) -> None:
        person = self._person(asked)
        answered = self._message(person, asked, "reply_to") if asked.get("reply_to") else None
        await person.say(asked["text"], in_=self._group(person, asked["chat"]), reply_to=answered)

    async def _edit(self, asked: Asked) -> None:
        person = self._person(asked)
        message = self._message(person, asked)
        if message.sender_id != person.id or message.service:
            raise ValueError("Only your own messages can be edited.")
        if not asked["text"].strip():
            raise ValueError("There is nothing left of it. Write something.")
        await person.edit(message, asked["text"])

    async def _press(self, asked: Asked) -> None:
        person = self._person(asked)
        message = self._message(person, asked)
        if asked["data"] not in [button.data for row in message.buttons for button in row]:
            raise ValueError("That button is gone.")
        await person.press(asked["data"], message)

    async def _scan(self, asked: Asked) -> None:
        await self._person(asked).scan(f"https://t.me/{self._world.username}?start={asked['payload']}")

    async def _block(self, asked: Asked) -> None:
        person = self._person(asked)
        await (person.block() if asked["blocked"] else person.unblock())

    async def _move_bot(self, asked: Asked) -> None:
        """Add the bot to a group, remove it, or make the group a supergroup."""
        group = self._group(self._person(asked), asked["chat"])
        if group is None:
            raise ValueError("That is no group.")
        {"add": group.add_bot, "remove": group.remove_bot, "upgrade": group.upgrade}[asked["what"]]()

    async def _add_person(self, asked: Asked) -> None:
        name = _name(asked["name"])
        if any(user.name == name for user in self._world.users.values()):
            raise ValueError(f"There is a {name} already.")
        self._world.person(name, asked.get("language") or "en")

    async def _add_group(self, asked: Asked) -> None:
        title, members = _name(asked["title"]), [self._world.users[id] for id in asked["members"]]
        if not members:
            raise ValueError("Choose who is in the group.")
        made = self._world.group(title, [member.id for member in members], supergroup=bool(asked.get("supergroup")))
        phone.let_bot(self._world, members[0], made, "member", was="left")

    async def _start_walk(self, asked: Asked) -> None:
        if self._walk is None or self._world.clock.mode == "real":
            raise ValueError("This clock can't be moved.")
        until = None if asked["to"] == "next" else self._world.clock.now() + _STEPS[asked["to"]]
        self._begin(_run(self._walk, until))

    async def _start_play(self, asked: Asked) -> None:
        self._begin(_run(self._plays[asked["index"]].run), playing=asked["index"])

    def _begin(self, work: Coroutine[Any, Any, None], playing: int | None = None) -> None:
        if self._running is not None:
            work.close()
            raise ValueError(_BUSY)
        self._playing = playing
        self._running = asyncio.create_task(work)
        self._running.add_done_callback(self._ended)
        self._world.bell.ring()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running = self._playing = None
        self._world.bell.ring()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a walk or play of the page failed", exc_info=error)

    def _person(self, asked: Asked) -> Person:
        return Person(world=self._world, id=self._world.users[asked["phone"]].id)

    def _group(self, person: Person, chat: int) -> Group | None:
        if person.id not in self._world.chats[chat].members:
            raise KeyError(chat)
        return None if chat == person.id else Group(world=self._world, id=chat)

    def _message(self, person: Person, asked: Asked, named: str = "message") -> Message:
        self._group(person, asked["chat"])
        message = self._world.chats[asked["chat"]].messages[asked[named]]
        if message.deleted:
            raise ValueError("That message is gone.")
        return message


def _name(given: str) -> str:
    name = given.strip()
    if not 0 < len(name) <= _LONGEST_NAME:
        raise ValueError(f"A name has 1 to {_LONGEST_NAME} characters.")
    return name


async def _run(action: Callable[..., Awaitable[None]], *arguments: Any) -> None:
    await action(*arguments)
