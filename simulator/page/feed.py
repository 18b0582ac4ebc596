"""What a page has to be told since it was last told, made once for all pages that look.

A page first gets everything, then only what changed. While much happens, changes are gathered for longer, so that
fifty phones can watch a busy bot.
"""

import asyncio
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from simulator.api.server import Server
from simulator.page import bubbles, state
from simulator.page.explain import explained
from simulator.world import World
from simulator.world.changes import Key

_MOST_CALLS = 200  # told at once; of more, the last
_MANY = 40  # changes within one gathering
_GATHER_SECONDS, _GATHER_MANY_SECONDS, _LONGEST_SILENCE_SECONDS = 0.03, 0.25, 15


@dataclass(frozen=True, kw_only=True)
class Told:
    """How far somebody has been told."""

    version: int
    calls: int
    about: str


class Feed:
    """The news for pages. ``about`` gives what is small and always told: the clock, what is under way, faults."""

    def __init__(self, world: World, server: Server, about: Callable[[], state.Json]) -> None:
        self._world = world
        self._server = server
        self._about = about
        self._now = Told(version=-1, calls=0, about="")
        self._tick = asyncio.Event()
        self._ticking: asyncio.Task[None] | None = None
        self._watchers = 0
        self._made: dict[Hashable, str] = {}
        self._news: dict[Hashable, str | None] = {}

    def everything(self, phone: int | None = None) -> tuple[Told, str]:
        """All that a page shows; or all that one phone shows, without the log of calls."""
        world, told = self._world, self._edge()
        people = [each for each in world.users.values() if phone in (None, each.id)]
        chats = [
            state.chat(world, chat) | {"messages": [bubbles.bubble(world, each) for each in state.window(chat)]}
            for chat in world.chats.values()
            if phone is None or phone in chat.members
        ]
        parts = {
            "now": self._moment(),
            "about": told.about,
            "bot": state.written(state.bot(world)),
            "people": state.written([state.person(world, each) for each in people]),
            "chats": state.written(chats),
        }
        if phone is None:
            parts["calls"] = self._calls(0, told.calls)
        return told, _object(parts)

    async def news(self, told: Told, phone: int | None = None) -> tuple[Told, str | None]:
        """What came since; waits for it. None: nothing for this page; "": everything became another."""
        try:
            async with asyncio.timeout(_LONGEST_SILENCE_SECONDS):
                while self._now == told or self._now.version < told.version:
                    await self._tick.wait()
        except TimeoutError:
            return told, None
        now = self._now
        key = (told, phone)
        if key not in self._news:
            self._news[key] = self._since(told, phone)
        return now, self._news[key]

    def watch(self) -> None:
        """Somebody looks: from now on, gather what changes."""
        self._watchers += 1
        if self._ticking is None:
            self._ticking = asyncio.create_task(self._gather())

    def leave(self) -> None:
        """Somebody looks no longer."""
        self._watchers -= 1
        if not self._watchers and self._ticking is not None:
            self._ticking.cancel()
            self._ticking = None

    async def _gather(self) -> None:
        bell = self._world.bell
        while True:
            rung = bell.count
            edge = self._edge()
            if edge != self._now:
                much = edge.version + edge.calls - self._now.version - self._now.calls
                self._now = edge
                self._made.clear()
                self._news.clear()
                tick, self._tick = self._tick, asyncio.Event()
                tick.set()
                await asyncio.sleep(_GATHER_MANY_SECONDS if much > _MANY else _GATHER_SECONDS)
            elif bell.count == rung:
                await bell.wait()

    def _moment(self) -> str:
        return state.written(self._world.clock.now().isoformat(timespec="milliseconds"))

    def _edge(self) -> Told:
        return Told(
            version=self._world.changes.version, calls=len(self._server.calls), about=state.written(self._about())
        )

    def _since(self, told: Told, phone: int | None) -> str | None:
        keys = self._world.changes.since(told.version, self._now.version)
        if keys is None:
            return ""
        parts = {"now": self._moment(), "about": self._now.about}
        if ("people",) in keys:
            people = [each for each in self._world.users.values() if phone in (None, each.id)]
            parts["bot"] = state.written(state.bot(self._world))
            parts["people"] = state.written([state.person(self._world, each) for each in people])
        chats = [
            self._chat(told.version, id, found)
            for id, found in _by_chat(keys).items()
            if phone is None or phone in self._world.chats[id].members
        ]
        if chats:
            parts["chats"] = f"[{','.join(chats)}]"
        if self._now.calls > told.calls and phone is None:
            parts["calls"] = self._calls(told.calls, self._now.calls)
        is_news = len(parts) > 2 or told.about != self._now.about
        return _object(parts) if is_news else None

    def _chat(self, since: int, id: int, found: list[int | None]) -> str:
        """What changed in a chat: the chat itself for None, and these messages."""
        made = self._made.get((since, id))
        if made is None:
            chat = self._world.chats[id]
            itself = state.chat(self._world, chat) if None in found else {"id": id}
            messages = [chat.messages[each] for each in found if each is not None][-state.WINDOW :]
            made = state.written(itself | {"messages": [bubbles.bubble(self._world, each) for each in messages]})
            self._made[since, id] = made
        return made

    def _calls(self, start: int, end: int) -> str:
        start = max(start, end - _MOST_CALLS, self._server.calls.first)
        new = [
            {"number": start + place, **explained(self._world, call)}
            for place, call in enumerate(self._server.calls[start:end])
        ]
        return state.written({"total": end, "new": new})


def _by_chat(keys: list[Key]) -> dict[int, list[int | None]]:
    chats = dict[int, list[int | None]]()
    for kind, *where in keys:
        if kind != "people":
            chats.setdefault(int(where[0]), []).append(int(where[1]) if kind == "message" else None)
    return chats


def _object(parts: dict[str, str]) -> str:
    return "{" + ",".join(f'"{name}":{value}' for name, value in parts.items()) + "}"
