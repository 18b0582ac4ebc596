"""Time that passes at a press: walks of the clock, and plays. One at a time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simulator.page.asked import Asked
from simulator.world import World

log = logging.getLogger(__name__)

Walk = Callable[[datetime | None], Awaitable[None]]
_BUSY = "Something is under way. Please wait until it ends."
_STEPS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}


@dataclass(frozen=True)
class Play:
    """A script that the page can run: a title for its button, and what it does."""

    title: str
    run: Callable[[], Awaitable[None]]


class Passing:
    """What is under way."""

    def __init__(self, world: World, *, walk: Walk | None, plays: Sequence[Play]) -> None:
        self._world = world
        self._walk = walk
        self._plays = plays
        self._running: asyncio.Task[None] | None = None
        self._playing: int | None = None

    def told(self) -> Asked:
        """Whether a walk or play runs, and which plays there are."""
        plays = [{"title": play.title, "running": place == self._playing} for place, play in enumerate(self._plays)]
        return {"busy": self._running is not None, "plays": plays, "walks": self._walk is not None}

    async def walk(self, world: World, asked: Asked) -> None:
        """Let time pass: to the next event, or a step. Raises ValueError for a clock that can't be moved."""
        if self._walk is None or world.clock.mode == "real":
            raise ValueError("This clock can't be moved.")
        until = None if asked["to"] == "next" else world.clock.now() + _STEPS[asked["to"]]
        self._begin(_run(self._walk, until))

    async def play(self, world: World, asked: Asked) -> None:
        """Run a play."""
        self._begin(_run(self._plays[asked["index"]].run), playing=asked["index"])

    async def end(self, world: World, asked: Asked) -> None:
        """Stop what is under way, at the moment that it has come to; nothing to do if it has just ended."""
        await self.stop()

    async def stop(self) -> None:
        """End what is under way; returns once it has ended."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    def _begin(self, work: Coroutine[Any, Any, None], playing: int | None = None) -> None:
        if self._running is not None:
            work.close()
            raise ValueError(_BUSY)
        self._playing = playing
        self._running = asyncio.create_task(work)
        self._running.add_done_callback(self._ended)
        self._world.bell.ring()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running = self._playing = None
        self._world.bell.ring()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a walk or play of the page failed", exc_info=error)


async def _run(action: Callable[..., Awaitable[None]], *arguments: Any) -> None:
    await action(*arguments)
