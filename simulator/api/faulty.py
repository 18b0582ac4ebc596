"""What a fault does to a call on its way in, and to its answer on the way out."""

import asyncio
from typing import Any

from aiohttp import web

from simulator.faults import Body, Fault

_BODIES: dict[Body, tuple[int, str, str]] = {
    "broken json": (200, "application/json", '{"ok":true,"result":{"message_'),
    "html": (502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>"),
    "not ours": (200, "application/json", '{"welcome":"Please accept the terms of this network."}'),
}


async def on_the_way_in(fault: Fault, request: web.Request) -> web.Response | None:
    """Delay, hang or cut what is to have no effect (yet). A response stands in for the call; None: go on."""
    if fault.what == "delay before":
        await asyncio.sleep(fault.seconds)
    elif fault.what == "hang":
        await asyncio.Event().wait()  # until the client goes away or the server stops
    elif fault.what == "drop before":
        return cut(request)
    elif fault.what == "bad body before":
        return bad_body(fault)
    return None


async def on_the_way_out(fault: Fault, request: web.Request) -> web.Response | None:
    """The same, once the call has had its effect."""
    if fault.what == "delay after":
        await asyncio.sleep(fault.seconds)
    elif fault.what == "drop after":
        return cut(request)
    elif fault.what == "bad body after":
        return bad_body(fault)
    return None


def altered(fault: Fault, updates: list[Any]) -> list[Any]:
    """The updates of a poll, each twice or the last one first, if that is the fault."""
    if fault.what == "duplicate":
        return [update for update in updates for _ in range(2)]
    return updates[::-1] if fault.what == "out of order" else updates


def bad_body(fault: Fault) -> web.Response:
    """An answer that is none."""
    status, kind, text = _BODIES[fault.body]
    return web.Response(status=status, content_type=kind, text=text)


def cut(request: web.Request) -> web.Response:
    """Cut the connection. The response goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)
