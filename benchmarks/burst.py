"""So many reminders due at one instant: ours, through the tick, delivery and an encrypted file with FULL."""

import asyncio
import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lag import Lag
from benchmarks.stage import DUE, delivery_at, stored
from bot.keyfile import read_key
from bot.origins import new_id
from content.library import load
from content.screen import Screen
from scheduler.lessons import Lessons
from scheduler.outcomes import Outcome, Sent
from scheduler.tick import tick
from store.database import open_database
from store.notices import Priority


@dataclass(frozen=True, kw_only=True)
class Burst:
    """What one burst showed; seconds from the instant at which all are due."""

    load: float
    """Seconds from nothing in memory until it could begin."""
    raised: float | None
    first: float
    last: float
    fired: int
    lag_p99: float
    """Milliseconds."""
    lag_worst: float
    megabytes: float
    """The most memory that the process had."""


def memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ours(people: int) -> Burst:
    """Raise, claim, send to nowhere and settle all of them."""
    return asyncio.run(_ours(people))


async def _ours(people: int) -> Burst:
    with tempfile.TemporaryDirectory(prefix="steady-bench-") as made:
        folder = Path(made)
        await (await stored(folder, people, now=lambda: DUE)).close()
        lessons = Lessons(library=load(), demo=False)
        began = time.perf_counter()
        key = read_key(folder / "steady.key")
        db = await open_database(folder / "data" / "steady.db", key, lambda: DUE)
        loaded = time.perf_counter() - began
        sent: list[float] = []

        async def send(chat: int, screen: Screen, replaces: int | None, priority: Priority) -> Outcome:
            sent.append(time.perf_counter())
            return Sent(len(sent))

        delivery = delivery_at(DUE, db, send)
        running = asyncio.create_task(delivery.run())
        async with Lag() as lag:
            due = time.perf_counter()
            await tick(db, DUE, new_id, lessons, delivery.wake)
            raised = time.perf_counter() - due
            delivery.wake()
            while len(sent) < people:
                await asyncio.sleep(0.01)
            await delivery.finish()
            last = time.perf_counter() - due
        settled = await db.read(lambda tx: tx.value("SELECT count(*) FROM notice WHERE outcome = 'sent'"))
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await db.close()
    return Burst(
        load=loaded,
        raised=raised,
        first=sent[0] - due,
        last=last,
        fired=settled,
        lag_p99=lag.p99,
        lag_worst=lag.worst,
        megabytes=memory(),
    )
