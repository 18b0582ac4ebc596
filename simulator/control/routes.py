"""Where the simulator's own HTTP is: ``/simulator/…``."""

from datetime import timedelta

from aiohttp import web

from simulator.api.server import Server
from simulator.clock import Walk
from simulator.control.answering import Json, answering
from simulator.control.faults import fault_json, read_fault
from simulator.control.people import Phones
from simulator.control.reading import Asked
from simulator.faults import Faults
from simulator.limits import Limits
from simulator.world import World, snapshot

_PAGE = 200


class Control:
    """Faults, limits, the clock, the log of calls and snapshots; people have a file of their own."""

    def __init__(self, world: World, server: Server, faults: Faults, limits: Limits, walk: Walk | None) -> None:
        self._world = world
        self._server = server
        self._faults = faults
        self._limits = limits
        self._walk = walk
        self._phones = Phones(world)

    def add_routes(self, app: web.Application) -> None:
        """All of ``/simulator/…``."""
        for method, path, answer in (
            ("GET", "faults", self._listed),
            ("POST", "faults", self._add),
            ("DELETE", "faults", self._clear),
            ("DELETE", "faults/{id:[0-9]+}", self._clear),
            ("GET", "limits", self._limited),
            ("POST", "limits", self._limit),
            ("POST", "clock", self._move),
            ("GET", "calls", self._calls),
            ("GET", "snapshot", self._save),
            ("POST", "snapshot", self._restore),
        ):
            app.router.add_route(method, f"/simulator/{path}", answering(answer))
        self._phones.add_routes(app)

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

    async def _move(self, request: web.Request, asked: Asked) -> Json:
        """To a moment, or so many seconds on: by the callback that the simulator was given, if it was given one."""
        clock = self._world.clock
        until = asked.moment("to") or clock.now() + timedelta(seconds=asked.real("seconds"))
        asked.done()
        if self._walk is not None:
            await self._walk(until)
        else:
            clock.set(until)
        return {"now": clock.now().isoformat()}

    async def _calls(self, request: web.Request, asked: Asked) -> Json:
        """What bots asked, from number ``since`` on (the first is 0) or from the oldest that is kept, 200 at most."""
        since = max(asked.counted("since", 0), self._server.calls.first)
        asked.done()
        calls = self._server.calls[since : since + _PAGE]
        return {"calls": [call.as_json() for call in calls], "first": since, "next": since + len(calls)}

    async def _save(self, request: web.Request, asked: Asked) -> Json:
        return {"snapshot": snapshot.saved(self._world)}

    async def _restore(self, request: web.Request, asked: Asked) -> Json:
        kept = asked.object("snapshot")
        asked.done()
        try:
            snapshot.load(self._world, kept)
        except (KeyError, TypeError):
            raise ValueError("that is no snapshot of the simulator") from None
        return {}
