"""Where the simulator's own HTTP is: ``/simulator/…``, JSON in and out."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from simulator.control.faults import fault_json, read_fault
from simulator.control.reading import Asked
from simulator.faults import Faults
from simulator.limits import Limits
from simulator.world import World

Json = dict[str, Any]
Answer = Callable[[web.Request, Asked], Awaitable[Json]]


class Control:
    """Answers ``{"ok": true, …}``, or 400 and ``{"ok": false, "error": "…"}`` in words."""

    def __init__(self, world: World, faults: Faults, limits: Limits) -> None:
        self._world = world
        self._faults = faults
        self._limits = limits

    def add_routes(self, app: web.Application) -> None:
        """``/simulator/faults``, ``/simulator/limits``."""
        for method, path, answer in (
            ("GET", "/simulator/faults", self._listed),
            ("POST", "/simulator/faults", self._add),
            ("DELETE", "/simulator/faults", self._clear),
            ("DELETE", "/simulator/faults/{id:[0-9]+}", self._clear),
            ("GET", "/simulator/limits", self._limited),
            ("POST", "/simulator/limits", self._limit),
        ):
            app.router.add_route(method, path, _answering(answer))

    async def _listed(self, request: web.Request, asked: Asked) -> Json:
        return {"faults": [fault_json(fault) for fault in self._faults.waiting]}

    async def _add(self, request: web.Request, asked: Asked) -> Json:
        fault = self._faults.add(read_fault(asked))
        self._world.bell.ring()
        return {"fault": fault_json(fault)}

    async def _clear(self, request: web.Request, asked: Asked) -> Json:
        id = request.match_info.get("id")
        self._faults.clear(int(id) if id else None)
        self._world.bell.ring()
        return await self._listed(request, asked)

    async def _limited(self, request: web.Request, asked: Asked) -> Json:
        return {"on": self._limits.on, "violations": dict(self._limits.violations)}

    async def _limit(self, request: web.Request, asked: Asked) -> Json:
        on = asked.truth("on")
        asked.done()
        self._limits.on = on
        self._world.bell.ring()
        return await self._limited(request, asked)


def _answering(answer: Answer) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            told = await answer(request, Asked(await _fields(request)))
        except (ValueError, AssertionError) as error:
            return web.json_response({"ok": False, "error": str(error)}, status=400)
        return web.json_response({"ok": True, **told}, headers={"Cache-Control": "no-store"})

    return handle


async def _fields(request: web.Request) -> Json:
    if request.method != "POST":
        return {}
    if request.content_type != "application/json":  # what a page of another origin can't send unasked
        raise web.HTTPUnsupportedMediaType
    fields = json.loads(await request.text() or "{}")
    if not isinstance(fields, dict):
        raise ValueError("an object is expected")
    return fields
