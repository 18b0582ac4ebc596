"""The door: whoever is not this machine's, or is another page in this machine's browser, is turned away.

A page of any site can send requests to loopback. It can't hide where it comes from: its name stands in ``Host`` if it
had its own name lead here, in ``Origin`` if it posts or reads, and browsers say ``Sec-Fetch-Site`` of the rest
(pictures, frames, scripts). Bots send neither of the last two.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from simulator.loopback import is_loopback

_OTHERS = ("cross-site", "same-site")


def own_pages_only(port: Callable[[], int]) -> Middleware:
    """A middleware that answers 403 to other pages; ``port`` is the one that is served."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not _is_ours(request, port()):
            raise web.HTTPForbidden(text="The simulator answers this machine only, and no page but its own.")
        return await handler(request)

    return check


def _is_ours(request: web.Request, port: int) -> bool:
    origin = request.headers.get("Origin")
    if not _leads_here(request.host, port) or (origin is not None and not _leads_here(urlsplit(origin).netloc, port)):
        return False
    if request.headers.get("Sec-Fetch-Site") in _OTHERS:  # but a link to the page may be followed
        return request.path == "/" and request.headers.get("Sec-Fetch-Mode") == "navigate"
    return True


def _leads_here(netloc: str, port: int) -> bool:
    try:
        parts = urlsplit(f"//{netloc}")
        return is_loopback(parts.hostname or "") and parts.port == port
    except ValueError:
        return False
