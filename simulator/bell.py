"""A bell: whoever waits wakes when it rings."""

import asyncio


class Bell:
    """Rings for everyone who waits at that moment, and counts its rings."""

    def __init__(self) -> None:
        self.count = 0
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake all who wait. Who waits from now on waits for the next ring."""
        self.count += 1
        self._event.set()
        self._event = asyncio.Event()

    async def wait(self) -> None:
        """Return at the next ring. Look first, then wait: nothing is missed in between, as nothing is awaited."""
        await self._event.wait()
