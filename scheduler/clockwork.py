"""APScheduler drives the tick each second, and the chores beside it; it never computes the time of a dose.

Its wall clock can be set back, and then it waits for as long as that (measured). The watchdog looks at the
monotonic clock instead and runs a tick itself when none has come for two seconds.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

log = logging.getLogger(__name__)

LATE_SECONDS = 2.0
Job = Callable[[], Awaitable[object]]


async def drive(tick: Job, chores: Job) -> None:
    """Run ``tick`` every second, on the second, and ``chores`` at the start and every hour, until cancelled."""
    last = time.monotonic()
    running = asyncio.Lock()

    async def once() -> None:
        nonlocal last
        if running.locked():
            return
        async with running:
            last = time.monotonic()
            await tick()

    scheduler = AsyncIOScheduler(
        timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    )

    async def do_chores() -> None:
        # A coroutine function by itself: APScheduler would run anything else in a thread and await nothing.
        try:
            await chores()
        except Exception:  # tidying up must never end the reminders
            log.exception("the chores failed; they are tried again within the hour")

    scheduler.add_job(once, CronTrigger(second="*", timezone="UTC"), id="tick")
    scheduler.add_job(do_chores, CronTrigger(minute=17, timezone="UTC"), id="chores")
    scheduler.start()
    await do_chores()
    try:
        while True:
            await asyncio.sleep(LATE_SECONDS / 2)
            if time.monotonic() - last > LATE_SECONDS:
                log.warning("the scheduler is late (was the clock set back?); ticking without it")
                await once()
    finally:
        scheduler.shutdown(wait=False)
