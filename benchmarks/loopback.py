"""A Telegram that says yes to everything after so long, in a process of its own: for speed, not for rules."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from typing import Any

from aiohttp import web

ME = {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
TOKEN = "123456:loopback-token-of-twenty"


@dataclass(frozen=True)
class Loopback:
    """Where it listens; and the moments (machine's clock) at which messages came, by chat."""

    url: str
    _pipe: Connection

    def arrived(self) -> dict[int, float]:
        """When the first message to each chat came, in seconds since the epoch."""
        self._pipe.send("arrived")
        found: dict[int, float] = self._pipe.recv()
        return found


@contextmanager
def loopback(seconds: float = 0.0) -> Iterator[Loopback]:
    """Listen until the block ends; each answer takes so many seconds, as a network would."""
    mine, theirs = Pipe()
    process = get_context("spawn").Process(target=_serve, args=(theirs, seconds), daemon=True)
    process.start()
    yield Loopback(f"http://127.0.0.1:{mine.recv()}", mine)
    mine.send("stop")
    process.join()


def _serve(pipe: Connection, seconds: float) -> None:
    asyncio.run(_listen(pipe, seconds))


async def _listen(pipe: Connection, seconds: float) -> None:
    arrived: dict[int, float] = {}

    async def answer(request: web.Request) -> web.Response:
        came, method = time.time(), request.path.rsplit("/", 1)[1]
        result: Any = True
        if method == "getUpdates":
            await asyncio.sleep(min(1.0, float(str((await request.post()).get("timeout", "0")))))
            result = []
        elif method == "getMe":
            result = ME
        elif method.startswith("getMy"):
            result = [] if method == "getMyCommands" else {"name": "", "description": "", "short_description": ""}
        elif method.startswith("send"):
            chat = int(str((await request.post())["chat_id"]))
            arrived.setdefault(chat, came)
            await asyncio.sleep(seconds)
            result = {"message_id": 1, "date": int(came), "chat": {"id": chat, "type": "private"}, "text": "yes"}
        return web.json_response({"ok": True, "result": result})

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    pipe.send(runner.addresses[0][1])
    while await asyncio.get_running_loop().run_in_executor(None, pipe.recv) != "stop":
        pipe.send(arrived)
    await runner.cleanup()
