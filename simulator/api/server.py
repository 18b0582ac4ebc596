"""The Bot API over HTTP: reads a request, records it, answers as Telegram does, and fails where it was told to."""

import json
import logging
import re
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from simulator.api.calls import Call, Calls
from simulator.api.faulty import altered, on_the_way_in, on_the_way_out
from simulator.api.methods import answered, checked
from simulator.api.request import parameters, shown
from simulator.api.told import Told
from simulator.faults import Fault, Faults
from simulator.limits import Limits
from simulator.refusal import Refusal
from simulator.world import World

log = logging.getLogger(__name__)
_TOKEN = re.compile(r"[0-9]{1,16}:[A-Za-z0-9_-]{16,80}")


class Server:
    """Answers bots."""

    def __init__(
        self, world: World, faults: Faults, limits: Limits, tokens: frozenset[str] | None, calls: Calls
    ) -> None:
        self.calls = calls
        self.revoked: set[str] = set()
        self._world = world
        self._faults = faults
        self._limits = limits
        self._tokens = tokens

    def add_routes(self, app: web.Application) -> None:
        """``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""
        app.router.add_route("GET", "/bot{token}/{method}", self._call)
        app.router.add_route("POST", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method, given = request.match_info["method"], dict[str, Any]()
        try:
            given = await parameters(request)
        except Refusal as refusal:
            return self._refused(method, given, (), refusal)
        fault = self._faults.take(method, _chat(given), self._world.clock.now())
        if fault is None:
            return await self._answer(request, method, given, None)
        if fault.what in ("hang", "drop before", "bad body before"):
            self._record(method, given, 0, f"{fault.what} (a fault set on purpose)", fault=fault)
        if (instead := await on_the_way_in(fault, request)) is not None:
            return instead
        return await self._answer(request, method, given, fault)

    async def _answer(
        self, request: web.Request, method: str, given: dict[str, Any], fault: Fault | None
    ) -> web.StreamResponse:
        unknown: tuple[str, ...] = ()
        try:
            self._admit(request.match_info["token"])
            if fault and fault.told:
                raise fault.told
            method, values, unknown = checked(method, given)
            result = await answered(self._world, self._limits, method, values, given)
            words = {"description": result.description} if isinstance(result, Told) else {}
            result = result.result if isinstance(result, Told) else result
        except Refusal as refusal:
            response = self._refused(method, given, unknown, refusal, fault)
        except Exception:  # a failure of ours is answered as Telegram's own would be, and the bot under test goes on
            log.exception("the simulator failed at %s", method)
            response = self._refused(method, given, unknown, Refusal(500, "Internal Server Error"), fault)
        else:
            if fault and isinstance(result, list) and method == "getUpdates":
                result = altered(fault, result)
            cut = fault is not None and fault.what in ("drop after", "bad body after")
            told = f"{fault.what} (a fault set on purpose)" if fault and cut else ""
            self._record(method, given, 0 if cut else 200, told, unknown, fault)
            response = web.json_response({"ok": True, "result": result} | words, dumps=_compact)
        return response if fault is None else await on_the_way_out(fault, request) or response

    async def run(self, method: str, given: dict[str, Any]) -> None:
        """A call that came in the answer of a webhook: it is made and recorded, and nobody hears its result."""
        unknown: tuple[str, ...] = ()
        try:
            method, values, unknown = checked(method, given)
            await answered(self._world, self._limits, method, values, given)
        except Refusal as refusal:
            self._record(method, given, refusal.status, refusal.description, unknown)
        else:
            self._record(method, given, 200, "in the answer of a webhook", unknown)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        try:
            self._admit(request.match_info["token"])
            path = request.match_info["path"]
            file = self._world.files.get(path.partition("/")[2].partition(".")[0])
            if file is None or file.path != path:
                raise Refusal(404, "Not Found")
        except Refusal as refusal:
            return _refusing(refusal)
        return web.Response(body=file.data, content_type="application/octet-stream")

    def _admit(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise Refusal(401, "Unauthorized: invalid token specified")
        if token in self.revoked or (self._tokens is not None and token not in self._tokens):
            raise Refusal(401, "Unauthorized")
        self._world.adopt(int(token.partition(":")[0]))

    def _refused(
        self,
        method: str,
        given: Mapping[str, Any],
        unknown: tuple[str, ...],
        refusal: Refusal,
        fault: Fault | None = None,
    ) -> web.Response:
        self._record(method, given, refusal.status, refusal.description, unknown, fault)
        return _refusing(refusal)

    def _record(
        self,
        method: str,
        given: Mapping[str, Any],
        status: int,
        description: str,
        unknown: tuple[str, ...] = (),
        fault: Fault | None = None,
    ) -> None:
        self.calls.add(
            Call(
                at=self._world.clock.now(),
                method=method,
                parameters={name: shown(value) for name, value in given.items()},
                status=status,
                description=description,
                unknown=unknown,
                fault=fault.what if fault else "",
            )
        )
        self._world.bell.ring()


def _refusing(refusal: Refusal) -> web.Response:
    body = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    after = (refusal.parameters or {}).get("retry_after")
    headers = {"Retry-After": str(after)} if after is not None else None
    return web.json_response(body, status=refusal.status, headers=headers)


def _chat(given: Mapping[str, Any]) -> int | str | None:
    """The chat that a call is about, a number where it is one."""
    chat = given.get("chat_id")
    text = str(chat) if isinstance(chat, str | int) else ""
    return int(text) if re.fullmatch(r"-?[0-9]{1,19}", text) else text or None


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
