"""APScheduler drives the tick each second, and the chores beside it; it never computes the time of a dose.

It looks at the wall clock. Set back by an hour, it would wait for an hour (measured). The watchdog looks at the
event loop's clock instead, which is monotonic, and when a tick is late it has APScheduler work out its times anew.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

log = logging.getLogger(__name__)

LATE_SECONDS = 1.5
LOOK_SECONDS = 0.25
"""So a tick begins within 1.75 s of the last one's beginning, or within 0.25 s of its end if it took longer, whatever
was done to the clock; after the process was stopped, as soon as it goes on."""
Job = Callable[[], Awaitable[object]]


async def drive(tick: Job, chores: Job) -> None:
    """Run ``tick`` every second, on the second, and ``chores`` at the start and every hour, until cancelled."""
    monotonic = asyncio.get_running_loop().time
    last = monotonic()
    running = asyncio.Lock()

    async def once() -> None:
        nonlocal last
        if running.locked():
            return
        async with running:
            last = monotonic()
            await tick()

    async def do_chores() -> None:
        # A coroutine function by itself: APScheduler would run anything else in a thread and await nothing.
        try:
            await chores()
        except Exception:  # tidying up must never end the reminders
            log.exception("the chores failed; they are tried again within the hour")

    scheduler = AsyncIOScheduler(
        timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    )

    def arm() -> None:
        scheduler.add_job(once, CronTrigger(second="*", timezone="UTC"), id="tick", replace_existing=True)
        scheduler.add_job(do_chores, CronTrigger(minute=17, timezone="UTC"), id="chores", replace_existing=True)

    arm()
    scheduler.start()
    await do_chores()
    try:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            late = monotonic() - last
            if late > LATE_SECONDS and not running.locked():
                log.warning("no tick for %.1f s (a clock set back, a process stopped?); armed anew", late)
                arm()
                await once()
    finally:
        scheduler.shutdown(wait=False)
