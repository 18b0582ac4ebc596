"""The clockwork drives the tick and the chores. Waits for what must come, at most for as long as a test may hang."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta, tzinfo

import pytest
from apscheduler.schedulers import base

from scheduler import clockwork


class Ticks:
    """Counts the ticks, and lets a test wait for the next."""

    def __init__(self) -> None:
        self.count = 0
        self.chores = asyncio.Event()
        self._more = asyncio.Event()

    async def tick(self) -> None:
        self.count += 1
        self._more.set()

    async def tidy(self) -> None:
        self.chores.set()

    async def more(self, ticks: int) -> None:
        wanted = self.count + ticks
        async with asyncio.timeout(30):
            while self.count < wanted:
                self._more.clear()
                await self._more.wait()


@asynccontextmanager
async def driven(ticks: Ticks) -> AsyncIterator[None]:
    # Handed over as lambdas, as the program does it: they must be awaited all the same.
    driver = asyncio.create_task(clockwork.drive(lambda: ticks.tick(), lambda: ticks.tidy()))
    try:
        yield
    finally:
        driver.cancel()
        with suppress(asyncio.CancelledError):
            await driver


async def test_it_ticks_and_does_the_chores() -> None:
    ticks = Ticks()
    async with driven(ticks):
        await ticks.more(1)
        async with asyncio.timeout(30):
            await ticks.chores.wait()


@pytest.mark.parametrize("hours", [-1, 1], ids=["back", "forward"])
async def test_after_the_clock_was_set_it_is_apscheduler_that_ticks_again(
    hours: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shift = timedelta()

    class Shifted(datetime):
        """The clock that APScheduler looks at."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # a clock that a test sets
            return datetime.now(tz) + shift

    monkeypatch.setattr(base, "datetime", Shifted)
    ticks = Ticks()
    async with driven(ticks):
        await ticks.more(2)
        shift = timedelta(hours=hours)
        await ticks.more(3)
    assert sum("armed anew" in record.message for record in caplog.records) <= 1


async def test_the_watchdog_ticks_when_apscheduler_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clockwork, "LATE_SECONDS", 0.02)
    monkeypatch.setattr(clockwork, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(clockwork.AsyncIOScheduler, "add_job", lambda *_, **__: None)
    ticks = Ticks()
    async with driven(ticks):
        await ticks.more(2)
