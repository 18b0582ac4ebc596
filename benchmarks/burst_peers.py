"""The same burst by the usual ways: PTB's JobQueue, and APScheduler with its SQLAlchemy job store.

All jobs are loaded with the scheduler paused; it goes on at the instant at which they are due, so that a slow load
does not count as lateness. Their callback does nothing but count. JobQueue keeps nothing on disk.
"""

import asyncio
import logging
import tempfile
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.schedulers.base import BaseScheduler
from telegram.ext import ApplicationBuilder

from benchmarks.burst import Burst, memory
from benchmarks.lag import Lag

PATIENCE = 1.0
"""Seconds without another callback after which no more are waited for."""
_fired: list[float] = []


async def _ring(*_: Any) -> None:
    _fired.append(time.perf_counter())


def job_queue(people: int) -> Burst:
    """PTB's JobQueue, told never to drop a late job."""
    return asyncio.run(_job_queue(people, None))


def job_queue_as_it_comes(people: int) -> int:
    """How many of them JobQueue fires with its own settings; it drops what is more than a second late."""
    return asyncio.run(_job_queue(people, people * 0.001 + 2)).fired


async def _job_queue(people: int, ahead: float | None) -> Burst:
    application = ApplicationBuilder().token("1:none").updater(None).build()
    queue = application.job_queue
    assert queue is not None
    options = {"misfire_grace_time": None} if ahead is None else {}
    await queue.start()
    queue.scheduler.pause()
    due = datetime.now(UTC) + timedelta(seconds=ahead or 0)
    began = time.perf_counter()
    for chat in range(people):
        queue.run_once(_ring, due, chat_id=chat, job_kwargs=options)
    return await _fire(queue.scheduler, people, time.perf_counter() - began, due if ahead else None)


def sqlalchemy_store(people: int) -> Burst:
    """APScheduler on a SQLite file by SQLAlchemy, told never to drop a late job."""
    return asyncio.run(_sqlalchemy_store(people))


async def _sqlalchemy_store(people: int) -> Burst:
    with tempfile.TemporaryDirectory(prefix="steady-bench-") as folder:
        scheduler = AsyncIOScheduler(
            timezone="UTC", jobstores={"default": SQLAlchemyJobStore(f"sqlite:///{folder}/jobs")}
        )
        scheduler.start(paused=True)
        due = datetime.now(UTC)
        began = time.perf_counter()
        for chat in range(people):
            scheduler.add_job(_ring, "date", run_date=due, args=[chat], misfire_grace_time=None)
        return await _fire(scheduler, people, time.perf_counter() - began, None)


async def _fire(scheduler: BaseScheduler, people: int, load: float, due: datetime | None) -> Burst:
    """Let it go on, at ``due`` or at once, until all have fired or nothing comes any more."""
    if due is not None:
        left = (due - datetime.now(UTC)).total_seconds() - 0.5
        assert left > 0, "the load took longer than foreseen: its drops would not be JobQueue's doing"
        await asyncio.sleep(left)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a line for each job that it drops
    _fired.clear()
    async with Lag() as lag:
        began = time.perf_counter() + (0.5 if due else 0)
        scheduler.resume()
        quiet_since = time.perf_counter()
        seen = 0
        while len(_fired) < people and time.perf_counter() - quiet_since < PATIENCE:
            await asyncio.sleep(0.01)
            if len(_fired) != seen or (not seen and time.perf_counter() - began < PATIENCE):
                seen, quiet_since = len(_fired), time.perf_counter()
    scheduler.shutdown(wait=False)
    return Burst(
        load=load,
        raised=None,
        first=(_fired[0] if _fired else time.perf_counter()) - began,
        last=(_fired[-1] if _fired else time.perf_counter()) - began,
        fired=len(_fired),
        lag_p99=lag.p99,
        lag_worst=lag.worst,
        megabytes=memory(),
    )
