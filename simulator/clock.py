"""A clock that runs, or that moves only when told. It knows nothing of what it wakes."""

import asyncio
import heapq
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Literal

Mode = Literal["stepped", "real"]


class Clock:
    """Owns ``now`` and the sleepers. ``stepped``: time stands still until ``set``. ``real``: it is this machine's."""

    def __init__(self, now: datetime | None = None, mode: Mode = "stepped") -> None:
        """Raises ValueError for a stepped clock without an aware moment to begin at."""
        if mode == "stepped" and (now is None or now.tzinfo is None):
            raise ValueError("a stepped clock begins at an aware moment")
        self.mode: Mode = mode
        self._now = now.astimezone(UTC) if now else datetime.now(UTC)
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._order = count()
        self._watchers: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """The moment it shows, in UTC."""
        return datetime.now(UTC) if self.mode == "real" else self._now

    async def sleep(self, seconds: float) -> None:
        """Sleep by this clock; nothing or less only lets others go first."""
        if self.mode == "real" or seconds <= 0:
            await asyncio.sleep(max(seconds, 0))
            return
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + timedelta(seconds=seconds), next(self._order), waking))
        await waking

    def next_sleeper(self) -> datetime | None:
        """When the first of those who still sleep wakes; None if nobody sleeps, or time passes by itself."""
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
        if moment < self._now and not backwards:
            raise ValueError("time does not run backwards here")
        self._now = moment.astimezone(UTC)
        while (first := self.next_sleeper()) is not None and first <= self._now:
            heapq.heappop(self._sleepers)[2].set_result(None)
        for watcher in self._watchers:
            watcher()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Have ``watcher`` called each time the clock is set."""
        self._watchers.append(watcher)
