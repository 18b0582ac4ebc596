"""A clock that runs, runs fast, or moves only when told. It knows nothing of what it wakes."""

import asyncio
import heapq
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Literal

Mode = Literal["stepped", "real", "fast"]
Walk = Callable[[datetime | None], Awaitable[None]]
"""What moves a clock to a moment, waking on the way whatever it wakes; None: to the next event."""


class Clock:
    """Owns ``now`` and the sleepers.

    ``stepped``: time stands still until ``set``. ``real``: it is this machine's. ``fast``: it begins at ``now``, or at
    this machine's time, and runs ``speed`` times as fast.
    """

    def __init__(self, now: datetime | None = None, mode: Mode = "stepped", *, speed: float = 1) -> None:
        """Raises ValueError for a stepped clock without an aware moment to begin at, and for a speed that isn't one."""
        if mode == "stepped" and now is None:
            raise ValueError("a stepped clock begins at an aware moment")
        if now is not None and now.tzinfo is None:
            raise ValueError("a clock begins at an aware moment")
        if speed <= 0 or (speed != 1 and mode != "fast"):
            raise ValueError("only a fast clock has a speed, and it is more than nothing")
        self.mode: Mode = mode
        self.speed = speed
        self._began = time.monotonic()
        self._now = now.astimezone(UTC) if now else datetime.now(UTC)
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._order = count()
        self._watchers: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """The moment it shows, in UTC."""
        if self.mode == "real":
            return datetime.now(UTC)
        if self.mode == "fast":
            return self._now + timedelta(seconds=(time.monotonic() - self._began) * self.speed)
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Sleep by this clock; nothing or less only lets others go first."""
        if self.mode == "real" or seconds <= 0:
            await asyncio.sleep(max(seconds, 0))
            return
        if self.mode == "fast":
            await self._sleep_fast(self.now() + timedelta(seconds=seconds))
            return
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + timedelta(seconds=seconds), next(self._order), waking))
        await waking

    async def _sleep_fast(self, end: datetime) -> None:
        """Until ``end``, or until the clock was set past it."""
        while (left := (end - self.now()).total_seconds()) > 0:
            waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            entry = (end, next(self._order), waking)
            heapq.heappush(self._sleepers, entry)
            try:
                await asyncio.wait_for(waking, left / self.speed)
            except TimeoutError:
                pass  # its time has come by itself
            finally:
                if entry in self._sleepers:
                    self._sleepers.remove(entry)
                    heapq.heapify(self._sleepers)

    def next_sleeper(self) -> datetime | None:
        """When the first of those who still sleep wakes; None if nobody sleeps, or time passes by itself."""
        if self.mode != "stepped":
            return None
        return self._first()

    def _first(self) -> datetime | None:
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    def set(self, moment: datetime, *, backwards: bool = False) -> None:
        """Show ``moment`` and wake whoever's time has come, the earliest first.

        Raises ValueError for a moment without zone, for one before now unless ``backwards``, and on a real clock.
        """
        if self.mode == "real":
            raise ValueError("a real clock can't be set")
        if moment.tzinfo is None:
            raise ValueError("a moment needs a zone")
        if moment < self.now() and not backwards:
            raise ValueError("time does not run backwards here")
        self._now, self._began = moment.astimezone(UTC), time.monotonic()
        while (first := self._first()) is not None and first <= self._now:
            heapq.heappop(self._sleepers)[2].set_result(None)
        for watcher in self._watchers:
            watcher()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Have ``watcher`` called each time the clock is set."""
        self._watchers.append(watcher)
