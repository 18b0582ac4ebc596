"""The clockwork drives the tick and the chores. Waits for the first of each, at most for as long as a test may hang."""

import asyncio
from contextlib import suppress

import pytest

from scheduler import clockwork


async def test_it_ticks_and_does_the_chores() -> None:
    ticked, cleaned = asyncio.Event(), asyncio.Event()

    async def tick() -> None:
        ticked.set()

    async def chores() -> None:
        cleaned.set()

    # Handed over as lambdas, as the program does it: they must be awaited all the same.
    driver = asyncio.create_task(clockwork.drive(lambda: tick(), lambda: chores()))
    async with asyncio.timeout(30):
        await ticked.wait()
        await cleaned.wait()
    driver.cancel()
    with suppress(asyncio.CancelledError):
        await driver


async def test_the_watchdog_ticks_when_apscheduler_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clockwork, "LATE_SECONDS", 0.02)
    monkeypatch.setattr(clockwork.AsyncIOScheduler, "add_job", lambda *_, **__: None)
    ticked = asyncio.Event()

    async def tick() -> None:
        ticked.set()

    async def chores() -> None:
        pass

    driver = asyncio.create_task(clockwork.drive(tick, chores))
    async with asyncio.timeout(30):
        await ticked.wait()
    driver.cancel()
    with suppress(asyncio.CancelledError):
        await driver
