"""Whether the program is at rest: what a stepped clock waits for before it moves on. And how long work may take."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar

_LIMIT: ContextVar[asyncio.Timeout | None] = ContextVar("limit", default=None)


@asynccontextmanager
async def limited(seconds: float) -> AsyncIterator[None]:
    """Raise TimeoutError in the block after so many seconds of work; rests and ``uncounted`` waits are left out."""
    async with asyncio.timeout(seconds) as limit:
        token = _LIMIT.set(limit)
        try:
            yield
        finally:
            _LIMIT.reset(token)


@contextmanager
def uncounted() -> Iterator[None]:
    """Around a wait inside limited work that has a bound of its own. It is no rest: the clock stands still."""
    limit = _LIMIT.get()
    ends = None if limit is None or limit.expired() else limit.when()
    if limit is None or ends is None:
        yield
        return
    left = ends - asyncio.get_running_loop().time()
    limit.reschedule(None)
    try:
        yield
    finally:
        if not limit.expired():
            limit.reschedule(asyncio.get_running_loop().time() + left)


class Activity:
    """Counts the work under way. Work that waits for the clock or for its turn counts as resting."""

    def __init__(self) -> None:
        self._busy = 0
        self._at_rest = asyncio.Event()
        self._at_rest.set()

    @contextmanager
    def working(self) -> Iterator[None]:
        """Around a piece of work."""
        self._change(+1)
        try:
            yield
        finally:
            self._change(-1)

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Around a wait inside a piece of work that only the clock can end."""
        self._change(-1)
        try:
            with uncounted():
                yield
        finally:
            self._change(+1)

    async def rest(self) -> None:
        """Return once nothing is under way."""
        await self._at_rest.wait()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._busy > 0

    def _change(self, by: int) -> None:
        self._busy += by
        if self._busy > 0:
            self._at_rest.clear()
        else:
            self._at_rest.set()
