"""The page's side of the server: its files, its state, its events, and what people press on it."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from simulator import state
from simulator.api.server import Server
from simulator.people.client import Group, Person
from simulator.world import Message, World

log = logging.getLogger(__name__)

_STATIC = Path(__file__).with_name("static")
_COALESCE_SECONDS, _REFRESH_SECONDS = 0.04, 15
_BUSY = "Something is under way. Please wait until it ends."
_STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(days=7)}
_RULES = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)

Walk = Callable[[datetime | None], Awaitable[None]]


@dataclass(frozen=True)
class Play:
    """A script that the page can run: a title for its button, and what it does."""

    title: str
    run: Callable[[], Awaitable[None]]


class Page:
    """Serves the page. One walk or play at a time."""

    def __init__(
        self, world: World, server: Server, *, walk: Walk | None, plays: Sequence[Play], guide: str, zone: str
    ) -> None:
        self._world = world
        self._server = server
        self._walk = walk
        self._plays = plays
        self._guide = guide
        self._zone = zone
        self._running: asyncio.Task[None] | None = None
        self._playing: int | None = None

    def add_routes(self, app: web.Application) -> None:
        """``/``, ``/static``, ``/photo``, ``/page`` and ``/clock``."""
        app.router.add_get("/", self._index)
        app.router.add_static("/static", _STATIC)
        app.router.add_get("/photo/{id}", self._photo)
        app.router.add_get("/page/state", self._state)
        app.router.add_get("/page/events", self._events)
        app.router.add_get("/clock", self._clock)
        app.router.add_post("/page/{action}", self._act)

    async def stop(self) -> None:
        """End what is under way."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _index(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(_STATIC / "index.html", headers={"Content-Security-Policy": _RULES})

    async def _photo(self, request: web.Request) -> web.StreamResponse:
        picture = self._world.pictures.get(request.match_info["id"])
        if picture is None:
            raise web.HTTPNotFound
        png = picture.data.startswith(b"\x89PNG")
        return web.Response(body=picture.data, content_type="image/png" if png else "image/jpeg")

    async def _clock(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(self._clock_json())

    def _clock_json(self) -> dict[str, Any]:
        clock = self._world.clock
        return {"now": clock.now().isoformat(), "mode": clock.mode, "zone": self._zone}

    async def _state(self, request: web.Request) -> web.StreamResponse:
        world = self._world
        told = {
            "bot": {
                "username": world.username,
                "title": world.profile.name(),
                "description": world.profile.description(),
            },
            "clock": self._clock_json(),
            "guide": self._guide,
            "plays": [
                {"title": play.title, "running": place == self._playing} for place, play in enumerate(self._plays)
            ],
            "phones": state.phones(world),
            "busy": self._running is not None,
            "calls": state.calls(self._server.calls),
        }
        return web.json_response(told, headers={"Cache-Control": "no-store"})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: one whenever something changed, many changes at once told once."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        bell, told = self._world.bell, -1
        while True:
            if told == bell.count:
                try:
                    async with asyncio.timeout(_REFRESH_SECONDS):
                        await bell.wait()
                except TimeoutError:
                    pass  # a sign of life, and a look at a clock that runs by itself
            await asyncio.sleep(_COALESCE_SECONDS)
            told = bell.count
            await response.write(f'event: state\ndata: {{"version": {told}}}\n\n'.encode())

    async def _act(self, request: web.Request) -> web.StreamResponse:
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        actions = {
            "say": self._say,
            "press": self._press,
            "scan": self._scan,
            "block": self._block,
            "walk": self._start_walk,
            "play": self._start_play,
        }
        action = actions.get(request.match_info["action"])
        if action is None:
            raise web.HTTPNotFound
        try:
            await action(json.loads(await request.text()))
        except (AssertionError, ValueError) as error:
            return web.json_response({"ok": False, "error": str(error)})
        except (KeyError, TypeError, IndexError):
            return web.json_response({"ok": False, "error": "The page asked for something that is not there."})
        return web.json_response({"ok": True})

    async def _say(self, asked: dict[str, Any]) -> None:
        person = self._person(asked)
        await person.say(asked["text"], in_=self._group(person, asked["chat"]))

    async def _press(self, asked: dict[str, Any]) -> None:
        person = self._person(asked)
        message = self._message(person, asked)
        if asked["data"] not in [button.data for row in message.buttons for button in row]:
            raise ValueError("That button is gone.")
        await person.press(asked["data"], message)

    async def _scan(self, asked: dict[str, Any]) -> None:
        await self._person(asked).scan(f"https://t.me/{self._world.username}?start={asked['payload']}")

    async def _block(self, asked: dict[str, Any]) -> None:
        person = self._person(asked)
        await (person.block() if asked["blocked"] else person.unblock())

    async def _start_walk(self, asked: dict[str, Any]) -> None:
        if self._walk is None or self._world.clock.mode == "real":
            raise ValueError("This clock can't be moved.")
        until = None if asked["to"] == "next" else self._world.clock.now() + _STEPS[asked["to"]]
        self._begin(_run(self._walk, until))

    async def _start_play(self, asked: dict[str, Any]) -> None:
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

    def _person(self, asked: dict[str, Any]) -> Person:
        return Person(world=self._world, id=self._world.users[asked["phone"]].id)

    def _group(self, person: Person, chat: int) -> Group | None:
        if person.id not in self._world.chats[chat].members:
            raise KeyError(chat)
        return None if chat == person.id else Group(world=self._world, id=chat)

    def _message(self, person: Person, asked: dict[str, Any]) -> Message:
        self._group(person, asked["chat"])
        message = self._world.chats[asked["chat"]].messages[asked["message"]]
        if message.deleted:
            raise ValueError("That message is gone.")
        return message


async def _run(action: Callable[..., Awaitable[None]], *arguments: Any) -> None:
    await action(*arguments)
