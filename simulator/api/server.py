"""The Bot API over HTTP: reads a request, records it, answers as Telegram does, and fails where it was told to."""

import asyncio
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiohttp import web

from simulator.api.methods import answered, checked
from simulator.api.schema import Upload
from simulator.faults import Faults
from simulator.refusal import Refusal
from simulator.world import World

_TOKEN = re.compile(r"[0-9]{1,16}:[A-Za-z0-9_-]{16,80}")
LARGEST_REQUEST_BYTES = 52 * 2**20


@dataclass(frozen=True, kw_only=True)
class Call:
    """One request of a bot, and what it was told. The token is in none of it."""

    at: datetime
    method: str
    parameters: dict[str, Any]
    status: int
    """HTTP status; 0 if the connection was cut before or instead of an answer."""
    description: str = ""
    unknown: tuple[str, ...] = ()
    """Parameters that the Bot API does not know. Telegram ignores them; here they can be seen."""


class Server:
    """Answers bots."""

    def __init__(self, world: World, faults: Faults, tokens: frozenset[str] | None) -> None:
        self.calls: list[Call] = []
        self.revoked: set[str] = set()
        self._world = world
        self._faults = faults
        self._tokens = tokens

    def add_routes(self, app: web.Application) -> None:
        """``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""
        app.router.add_route("GET", "/bot{token}/{method}", self._call)
        app.router.add_route("POST", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        given = await parameters(request)
        method, unknown = request.match_info["method"], tuple[str, ...]()
        fault = self._faults.take(method)
        if fault and fault.what in ("hang", "drop before"):
            unanswered = self._told(method, given, unknown, 0, f"{fault.what} (a fault set on purpose)")
            if fault.what == "hang":
                await asyncio.Event().wait()  # until the client goes away or the server stops
            _cut(request)
            return unanswered
        try:
            self._admit(request.match_info["token"])
            if fault and fault.refusal:
                raise fault.refusal
            method, values, unknown = checked(method, given)
            result = await answered(self._world, method, values, given)
            body: dict[str, Any] = {"ok": True, "result": result}
            status, description = 200, ""
        except Refusal as refusal:
            status, description = refusal.status, refusal.description
            body = {"ok": False, "error_code": status, "description": description}
            if refusal.parameters:
                body["parameters"] = refusal.parameters
        if fault and fault.what == "drop after":
            _cut(request)
            return self._told(method, given, unknown, 0, "drop after (a fault set on purpose)")
        return self._told(method, given, unknown, status, description, body)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        try:
            self._admit(request.match_info["token"])
            name = request.match_info["path"].removeprefix("photos/").removesuffix(".png")
            if name not in self._world.pictures:
                raise Refusal(404, "Not Found")
        except Refusal as refusal:
            body = {"ok": False, "error_code": refusal.status, "description": refusal.description}
            return web.json_response(body, status=refusal.status)
        return web.Response(body=self._world.pictures[name].data, content_type="application/octet-stream")

    def _admit(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise Refusal(401, "Unauthorized: invalid token specified")
        if token in self.revoked or (self._tokens is not None and token not in self._tokens):
            raise Refusal(401, "Unauthorized")

    def _told(
        self,
        method: str,
        given: Mapping[str, Any],
        unknown: tuple[str, ...],
        status: int,
        description: str,
        body: dict[str, Any] | None = None,
    ) -> web.Response:
        """Records the call and makes its answer."""
        shown = {name: _shown(value) for name, value in given.items()}
        call = Call(
            at=self._world.clock.now(),
            method=method,
            parameters=shown,
            status=status,
            description=description,
            unknown=unknown,
        )
        self.calls.append(call)
        self._world.bell.ring()
        wait = (body or {}).get("parameters", {}).get("retry_after")
        return web.json_response(
            body, status=status or 500, headers={"Retry-After": str(wait)} if wait is not None else None
        )


async def parameters(request: web.Request) -> dict[str, Any]:
    """What a request says: query, then a form, a multipart body or JSON. Values are text, JSON values or uploads."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            body = {}
        return given | (body if isinstance(body, dict) else {})
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            given[name] = Upload(filename=value.filename, data=value.file.read())
        else:
            given[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    return given


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


def _shown(value: Any) -> Any:
    """A parameter for the log: files by name and size."""
    return f"<{value.filename}, {len(value.data)} bytes>" if isinstance(value, Upload) else value
