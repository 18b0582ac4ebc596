"""The clockwork drives the tick and the chores: when exactly, by a time that only the test lets pass.

APScheduler and the event loop are real; its wall clock is the loop's time and what the test sets it on or back by.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo
from typing import cast

import pytest
from apscheduler.executors import base as executors
from apscheduler.schedulers import base as schedulers

from scheduler import clockwork
from tests.scheduler import virtual

NOON = datetime(2026, 11, 24, 12, 0, 0, 500_000, tzinfo=UTC)  # whole seconds of the wall are halves of the loop's
HOUR = timedelta(hours=1)
ON_THE_SECOND = [0.5, 1.5, 2.5]


class Wall:
    """The wall clock, and what was driven by it, in seconds of the loop's time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shift = timedelta()
        self.ticks: list[float] = []
        self.chores: list[float] = []
        self.tick_takes = 0.0
        wall = self

        class Shown(datetime):
            """What APScheduler reads."""

            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # a clock that a test sets
                return (NOON + wall.shift + timedelta(seconds=asyncio.get_running_loop().time())).astimezone(tz)

        monkeypatch.setattr(schedulers, "datetime", Shown)
        monkeypatch.setattr(executors, "datetime", Shown)

    def set_by(self, shift: timedelta) -> None:
        """Somebody sets it."""
        self.shift += shift

    async def tick(self) -> None:
        self.ticks.append(asyncio.get_running_loop().time())
        await asyncio.sleep(self.tick_takes)

    async def tidy(self) -> None:
        self.chores.append(asyncio.get_running_loop().time())

    def drive(self, until: float, *happens: tuple[float, Callable[[], object]]) -> None:
        """Drive it to that time, and have these happen at theirs."""

        async def driven() -> None:
            loop = asyncio.get_running_loop()
            for at, what in happens:
                loop.call_at(at, what)
            # Handed over as lambdas, as the program does it: they must be awaited all the same.
            driver = asyncio.create_task(clockwork.drive(lambda: self.tick(), lambda: self.tidy()))
            await asyncio.sleep(until)
            driver.cancel()
            with suppress(asyncio.CancelledError):
                await driver

        virtual.run(driven())


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Wall:
    """Half a second past noon."""
    return Wall(monkeypatch)


def stop_for(seconds: float) -> None:
    """The process is stopped, and goes on so much later."""
    cast(virtual.Loop, asyncio.get_running_loop()).stop_for(seconds)


def test_it_ticks_on_the_second_and_does_the_chores_at_the_start_and_at_seventeen_past(wall: Wall) -> None:
    wall.drive(2 * 3600)
    assert wall.ticks == [second + 0.5 for second in range(7200)]
    assert wall.chores == [0, 17 * 60 - 0.5, 77 * 60 - 0.5]


def test_after_the_clock_was_set_back_by_an_hour_the_next_tick_comes_1_75_s_after_the_last(
    wall: Wall, caplog: pytest.LogCaptureFixture
) -> None:
    wall.drive(7, (2.75, lambda: wall.set_by(-HOUR)))
    assert wall.ticks == [*ON_THE_SECOND, 2.5 + 1.75, 4.5, 5.5, 6.5]  # from then on it is APScheduler again
    assert [record.getMessage()[:18] for record in caplog.records] == ["no tick for 1.8 s "]


def test_after_the_clock_was_set_forward_by_an_hour_the_ticks_go_on_each_second(
    wall: Wall, caplog: pytest.LogCaptureFixture
) -> None:
    wall.drive(6, (2.75, lambda: wall.set_by(HOUR)))
    assert wall.ticks == [*ON_THE_SECOND, 3.5, 4.5, 5.5]
    assert not caplog.records


def test_a_process_that_was_stopped_ticks_the_moment_it_goes_on(wall: Wall) -> None:
    wall.drive(607, (2.75, lambda: stop_for(600)))
    assert wall.ticks == [*ON_THE_SECOND, 602.75, 603.5, 604.5, 605.5, 606.5]


def test_with_an_apscheduler_that_never_fires_there_is_a_tick_every_1_75_s(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clockwork.AsyncIOScheduler, "add_job", lambda *_, **__: None)
    wall.drive(6)
    assert wall.ticks == [1.75, 3.5, 5.25]


def test_a_tick_that_takes_long_is_not_run_a_second_time_beside_itself(wall: Wall) -> None:
    wall.tick_takes = 5.25
    wall.drive(12)
    assert wall.ticks == [0.5, 5.75, 11.25]  # at the end of the last one, and at the first look after that
