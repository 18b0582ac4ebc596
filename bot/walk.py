"""Walking: how a stepped clock moves. Never a jump: each instant at which something is due gets its own stop."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from bot.app import App

SHORT_SECONDS = 5.0
"""A wait of the gate or of a second try; longer ones are a person's to pass."""


_TRIES = 3
"""How often what is due is looked for before the clock moves on all the same."""


class Clock(Protocol):
    """A clock that moves only when told."""

    def now(self) -> datetime:
        """The moment it shows (UTC)."""

    def next_sleeper(self) -> datetime | None:
        """When the first of those who sleep on it wakes."""

    def set(self, moment: datetime) -> None:
        """Show this moment and wake whoever's time has come."""


async def _move(clock: Clock, moment: datetime) -> None:
    """Set the clock, and let those who wake get as far as showing that they are at work again.

    A sleeper wakes in one turn of the loop, hands out turns at the gate in the next, and whoever got one takes it
    up in a third.
    """
    clock.set(max(moment, clock.now()))
    for _ in range(4):
        await asyncio.sleep(0)


async def settle(app: App, drained: Callable[[], Awaitable[None]]) -> None:
    """Let everything that is due at this moment happen."""
    await drained()
    await app.rest()
    await drained()
    await app.rest()


async def walk(app: App, clock: Clock, drained: Callable[[], Awaitable[None]], until: datetime | None) -> None:
    """To the least of next instant, next sleeper and ``until``, again and again; None: to the next event."""
    while True:
        for _ in range(_TRIES):
            await _happen(app, drained)
            instant = await app.coming()
            if instant is None or instant > clock.now():
                break  # else what was done just now is due at once: a time that a change of clock passed over
        else:
            instant = None  # it can't be raised, on a full disk say; only time can help
        sleeper = clock.next_sleeper()
        coming = min((m for m in (instant, sleeper) if m is not None), default=None)
        if until is None:
            if instant is None:
                return
            until = instant
        if coming is None or coming > until:
            break
        await _move(clock, coming)
    await _move(clock, until)
    await _happen(app, drained)


async def _happen(app: App, drained: Callable[[], Awaitable[None]]) -> None:
    await app.tick()
    await settle(app, drained)


async def pass_short_waits(app: App, clock: Clock, drained: Callable[[], Awaitable[None]]) -> None:
    """Let the waits of a few seconds pass that limits impose, so that a stopped clock never holds a reply back."""
    await settle(app, drained)
    while (sleeper := clock.next_sleeper()) is not None:
        if (sleeper - clock.now()).total_seconds() > SHORT_SECONDS:
            return
        await _move(clock, sleeper)
        await settle(app, drained)
