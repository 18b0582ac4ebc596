"""The health page: whether the program lives, and whether it does its work. It knows nothing about people."""

import logging
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bot.settings import LISTEN, SettingsError

log = logging.getLogger(__name__)
Checks = Callable[[], Awaitable[Mapping[str, bool]]]


async def serve_health(listen: tuple[str, int], check: Checks) -> web.AppRunner:
    """Serve ``/livez`` (200 while the loop turns) and ``/healthz`` (200 if every check is true, else 503).

    ``check`` gives each check's name and whether it is well. The caller awaits ``cleanup()`` in the end.
    Raises SettingsError if the address can't be had.
    """
    app = web.Application()
    app.router.add_get("/livez", _live)

    async def health(_: web.Request) -> web.Response:
        try:
            checks = dict(await check())
        except Exception:  # a check that can't run is a failed check, not a failed page
            log.exception("a health check failed to run")
            checks = {"checks": False}
        return _answer(200 if all(checks.values()) else 503, checks)

    app.router.add_get("/healthz", health)
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    host, port = listen
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        await runner.cleanup()
        reason = error.strerror or "no such address"
        raise SettingsError((f"{LISTEN.name}: nothing can listen on {host}:{port} ({reason})",)) from None
    return runner


async def _live(_: web.Request) -> web.Response:
    return _answer(200, {"live": True})


def _answer(status: int, checks: Mapping[str, bool]) -> web.Response:
    return web.json_response(
        {"ok": status == 200, "checks": dict(checks)}, status=status, headers={"Cache-Control": "no-store"}
    )
