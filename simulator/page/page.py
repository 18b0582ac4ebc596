"""The page's side of the server: its files, its state, its events, and the door for what people do on it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aiohttp import web

from simulator.api.server import Server
from simulator.control.faults import fault_json
from simulator.faults import Faults
from simulator.limits import Limits
from simulator.page import bubbles, state
from simulator.page.actions import actions
from simulator.page.feed import Feed
from simulator.page.passing import Passing, Play, Walk
from simulator.world import File, World

_STATIC = Path(__file__).with_name("static")
_RULES = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _RULES,
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_SILENCE = b": still here\n\n"


class Page:
    """Serves the page, and tells each one that looks what changed."""

    def __init__(
        self,
        world: World,
        server: Server,
        *,
        faults: Faults,
        limits: Limits,
        walk: Walk | None,
        plays: Sequence[Play],
        guide: str,
        zone: str,
    ) -> None:
        self._world = world
        self._faults = faults
        self._limits = limits
        self._guide = guide
        self._zone = zone
        self._passing = Passing(world, walk=walk, plays=plays)
        self._actions = actions(self._passing)
        self._feed = Feed(world, server, self._about)

    def add_routes(self, app: web.Application) -> None:
        """``/``, ``/static``, ``/media``, ``/page`` and ``/clock``."""
        app.router.add_get("/", self._index)
        app.router.add_get("/static/{name}", self._file)
        app.router.add_get("/media/{id}", self._media)
        app.router.add_get("/page/state", self._state)
        app.router.add_get("/page/guide", self._read_guide)
        app.router.add_get("/page/earlier", self._earlier)
        app.router.add_get("/page/events", self._events)
        app.router.add_get("/clock", self._clock)
        app.router.add_post("/page/{action}", self._act)

    async def stop(self) -> None:
        """End what is under way."""
        await self._passing.stop()

    async def _index(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(_STATIC / "index.html", headers=_HEADERS)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path = _STATIC / Path(request.match_info["name"]).name
        if not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers={**_HEADERS, "Cache-Control": "no-cache"})

    async def _media(self, request: web.Request) -> web.StreamResponse:
        """A file of a message: shown if it is a picture, a film or a sound, else offered to be kept."""
        file = self._world.files.get(request.match_info["id"])
        if file is None:
            raise web.HTTPNotFound
        headers = {**_HEADERS, "Cache-Control": "max-age=3600"}
        kind = _kind(file)
        if not kind:
            headers["Content-Disposition"] = "attachment"
        return web.Response(body=file.data, content_type=kind or "application/octet-stream", headers=headers)

    async def _clock(self, request: web.Request) -> web.StreamResponse:
        clock = self._world.clock
        return web.json_response({"now": clock.now().isoformat(), "mode": clock.mode, "zone": self._zone})

    def _about(self) -> dict[str, Any]:
        """What is small and always told. The moment is not in it where time passes by itself: the page counts on."""
        clock = self._world.clock
        told = {"mode": clock.mode, "speed": clock.speed, "zone": self._zone}
        if clock.mode == "stepped":
            told |= {"now": clock.now().isoformat(), "speed": 0}
        return {
            **self._passing.told(),
            "clock": told,
            "faults": [fault_json(fault) for fault in self._faults.waiting],
            "limits": {"on": self._limits.on, "violations": dict(self._limits.violations)},
            "waiting": len(self._world.updates.waiting()),
            "guided": bool(self._guide),
        }

    async def _read_guide(self, request: web.Request) -> web.StreamResponse:
        return web.Response(text=self._guide, content_type="text/html", headers=_HEADERS)

    async def _state(self, request: web.Request) -> web.StreamResponse:
        _, everything = self._feed.everything(_phone(request))
        return web.Response(text=everything, content_type="application/json", headers=_HEADERS)

    async def _earlier(self, request: web.Request) -> web.StreamResponse:
        try:
            chat = self._world.chats[int(request.query["chat"])]
            before = int(request.query["before"])
        except (KeyError, ValueError):
            raise web.HTTPNotFound from None
        found = state.window(chat, before=before)
        told = {"messages": [bubbles.bubble(self._world, each) for each in found]}
        return web.Response(text=state.written(told), content_type="application/json", headers=_HEADERS)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: first everything, then what changed. ``?phone=`` narrows it to one person's phone."""
        phone = _phone(request)
        response = web.StreamResponse(headers={**_HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        self._feed.watch()
        try:
            await self._tell(response, phone)
        except ConnectionResetError:
            pass  # the page was closed
        finally:
            self._feed.leave()
        return response

    async def _tell(self, response: web.StreamResponse, phone: int | None) -> None:
        """Everything, then the news, until the page is closed (ConnectionResetError)."""
        told, whole = self._feed.everything(phone)
        await response.write(_event("everything", whole))
        while True:
            told, news = await self._feed.news(told, phone)
            if news == "":
                told, whole = self._feed.everything(phone)
                await response.write(_event("everything", whole))
            else:
                await response.write(_SILENCE if news is None else _event("news", news))

    async def _act(self, request: web.Request) -> web.StreamResponse:
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        action = self._actions.get(request.match_info["action"])
        if action is None:
            raise web.HTTPNotFound
        try:
            told = await action(self._world, json.loads(await request.text()))
        except (AssertionError, ValueError) as error:
            return web.json_response({"ok": False, "error": str(error)})
        except (KeyError, TypeError, IndexError, AttributeError):
            return web.json_response({"ok": False, "error": "The page asked for something that is not there."})
        return web.json_response({"ok": True, **(told or {})})


def _kind(file: File) -> str:
    """What a browser may show it as; "" for what it must not open here, such as a page."""
    if file.data.startswith(b"\x89PNG"):
        return "image/png"
    if file.data.startswith(b"\xff\xd8"):
        return "image/jpeg"
    shown = file.mime.startswith(("audio/", "video/")) or file.mime in ("image/gif", "image/webp")
    return file.mime if shown else ""


def _event(name: str, data: str) -> bytes:
    return f"event: {name}\ndata: {data}\n\n".encode()


def _phone(request: web.Request) -> int | None:
    asked = request.query.get("phone", "")
    return int(asked) if asked.isdecimal() else None
