"""Whether the program is at rest: what a stepped clock waits for before it moves on."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


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
