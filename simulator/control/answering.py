"""How every answer of the simulator's own HTTP is made: JSON in, JSON out, errors in words."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from simulator.control.reading import Asked

Json = dict[str, Any]
Answer = Callable[[web.Request, Asked], Awaitable[Json]]


def answering(answer: Answer) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """A handler: ``{"ok": true, …}``, or 400 and ``{"ok": false, "error": "…"}``."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            told = await answer(request, Asked(await _fields(request)))
        except (ValueError, AssertionError) as error:
            return web.json_response({"ok": False, "error": str(error)}, status=400)
        return web.json_response({"ok": True, **told}, headers={"Cache-Control": "no-store"})

    return handle


async def _fields(request: web.Request) -> Json:
    if request.method != "POST":
        return dict(request.query)
    if request.content_type != "application/json":  # what a page of another origin can't send unasked
        raise web.HTTPUnsupportedMediaType
    fields = json.loads(await request.text() or "{}")
    if not isinstance(fields, dict):
        raise ValueError("an object is expected")
    return fields
