"""Sends a second over a network of 50 ms: PTB's default wire, ours, and ours with the whole durable path before it."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from telegram import Bot
from telegram.error import TelegramError
from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from benchmarks.loopback import TOKEN, loopback
from benchmarks.stage import DUE, delivery_at, stored
from bot.gate import Gate
from bot.origins import new_id, wall_clock
from bot.sender import sender
from bot.wire import Wire
from content.library import load
from scheduler.lessons import Lessons
from scheduler.tick import tick

NETWORK = 0.05
AT_ONCE = 128


def default_wire(sends: int) -> tuple[float, int]:
    """PTB's own: sends a second that arrived, and errors; 128 at once."""
    return asyncio.run(_sends(HTTPXRequest, sends, AT_ONCE))


def default_wire_gathered(sends: int) -> tuple[float, int]:
    """The same with all of them begun at once, as a plain ``gather`` does."""
    return asyncio.run(_sends(HTTPXRequest, sends, sends))


def our_wire(sends: int) -> tuple[float, int]:
    """Ours, 128 at once."""
    return asyncio.run(_sends(Wire, sends, AT_ONCE))


async def _sends(wire: Callable[[], BaseRequest], sends: int, at_once: int) -> tuple[float, int]:
    errors, chats = 0, iter(range(1, sends + 1))
    with loopback(NETWORK) as telegram:
        async with Bot(TOKEN, f"{telegram.url}/bot", request=wire(), get_updates_request=wire()) as bot:

            async def some() -> None:
                nonlocal errors
                for chat in chats:
                    try:
                        await bot.send_message(chat, "Your 21:00 reminder")
                    except TelegramError:
                        errors += 1

            began = time.perf_counter()
            await asyncio.gather(*(some() for _ in range(at_once)))
            took = time.perf_counter() - began
    return (sends - errors) / took, errors


def durable(sends: int) -> float:
    """Reminders a second, each claimed, sent over our wire and settled, with the gate wide open."""
    return asyncio.run(_durable(sends))


async def _durable(sends: int) -> float:
    with loopback(NETWORK) as telegram, tempfile.TemporaryDirectory(prefix="steady-bench-") as made:
        db = await stored(Path(made), sends, now=lambda: DUE)
        gate = Gate(now=wall_clock, sleep=asyncio.sleep, resting=nullcontext, per_second=1e6)
        url, wires = f"{telegram.url}/bot", (Wire(), Wire())
        async with ExtBot(TOKEN, url, request=wires[0], get_updates_request=wires[1], rate_limiter=gate) as bot:
            delivery = delivery_at(DUE, db, sender(bot))
            await tick(db, DUE, new_id, Lessons(library=load(), demo=False))
            running = asyncio.create_task(delivery.run())
            began = time.perf_counter()
            delivery.wake()
            while await db.read(lambda tx: tx.value("SELECT 1 FROM notice WHERE state <> 'settled' LIMIT 1")):
                await asyncio.sleep(0.05)
            took = time.perf_counter() - began
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
        await db.close()
    return sends / took
