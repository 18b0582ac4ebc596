"""How late the event loop is: something that wants to wake each millisecond, and when it does."""

import asyncio
import time
from types import TracebackType

from benchmarks.table import percentile

EVERY = 0.001


class Lag:
    """Watches while the block runs."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._watching: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Lag":
        self._watching = asyncio.create_task(self._watch())
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        assert self._watching is not None
        await asyncio.sleep(2 * EVERY)  # a block that ends the measurement late is seen too
        self._watching.cancel()

    async def _watch(self) -> None:
        while True:
            wanted = time.perf_counter() + EVERY
            await asyncio.sleep(EVERY)
            self.late.append((time.perf_counter() - wanted) * 1000)

    @property
    def p99(self) -> float:
        """Milliseconds that 99 of 100 wake-ups were not later than."""
        return percentile(self.late, 0.99)

    @property
    def worst(self) -> float:
        """Milliseconds of the latest."""
        return max(self.late)
