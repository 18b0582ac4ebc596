"""Delivery: claims notices one at a time as their turn comes, sends them, settles what became of them.

It knows no Telegram: ``Send`` is handed in and answers with an ``Outcome``. A claim is durable before anything
leaves, so a crash leaves at most ``MOST_AT_ONCE`` notices in doubt, and a dose is never lost and never silently
doubled (design 4).
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from typing import TypeVar, cast

from content.screen import Screen
from scheduler.gathering import gather
from scheduler.line import Line
from scheduler.outcomes import InDoubt, Later, Moved, Outcome, Refused, Sent, TooLate, Unreachable, Void, name, settle
from store import notices
from store.database import Database, Unavailable
from store.notices import Notice, Priority

log = logging.getLogger(__name__)

MOST_AT_ONCE = 8
STANDING = {"standing": True}
"""Marks a line about trouble that lasts, for the log to say it once and not each second."""


def standing(trouble: Exception) -> dict[str, str]:
    """The same, where several parts of the program meet one trouble: whoever meets it first says it for all."""
    return {"standing": str(trouble)}


T = TypeVar("T")
Send = Callable[[int, Screen, int | None, Priority], Awaitable[Outcome]]
"""(chat, screen, message that it replaces, priority) → what became of it."""


class Delivery:
    """The loop between waiting notices and ``send``. ``wake`` after anything was queued.

    ``reach`` asks Telegram whether it is there, and sends nothing to anybody.
    """

    def __init__(
        self,
        *,
        db: Database,
        send: Send,
        reach: Callable[[], Awaitable[bool]],
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        sleep: Callable[[float], Awaitable[None]],
        working: Callable[[], AbstractContextManager[None]],
        resting: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._db = db
        self._send = send
        self._reach = reach
        self._now = now
        self._new_id = new_id
        self._sleep = sleep
        self._working = working
        self._resting = resting
        self._woken = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._line = Line()
        self._timer: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Something may be waiting."""
        self._woken.set()

    async def recover(self) -> None:
        """After a start: whatever was claimed and not settled is in doubt."""
        for notice in await self._db.read(notices.in_flight):
            await self._settle(notice, InDoubt())
        self._line = Line()  # what a crash left in doubt says nothing of Telegram

    async def run(self) -> None:
        """Deliver until cancelled. A full disk or a lock stops sending, never the loop."""
        try:
            while True:
                await self._woken.wait()
                self._woken.clear()
                try:
                    with self._working():
                        await self._start_what_waits()
                except Unavailable as error:
                    log.error("delivery waits: %s", error, extra=standing(error))
                except Exception:  # whatever it was, everybody else's reminders go on
                    log.exception("delivery stumbled and goes on with the next tick")
        finally:
            ending = [*self._tasks, *([] if self._timer is None else [self._timer])]
            for task in ending:
                task.cancel()
            await asyncio.gather(*ending, return_exceptions=True)

    async def finish(self) -> None:
        """Wait for what is in flight."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def idle(self) -> bool:
        """Whether nothing waits that could go now; what is in flight then only waits for the clock."""
        if self._woken.is_set():
            return False
        now = self._now()
        if self._tasks or self._line.closed(now):
            return True
        return await self._db.read(lambda tx: notices.idle(tx, now))

    async def _start_what_waits(self) -> None:
        if self._line.down and not self._line.closed(self._now()) and not self._tasks:
            reached = await self._reach()
            if not reached:
                self._line.fails(self._now())
        while (free := (1 if self._line.down else MOST_AT_ONCE) - len(self._tasks)) > 0:
            now = self._now()
            if wait := self._line.closed(now):
                self._wake_in(wait)
                return
            claimed = await self._db.write(partial(notices.claim_some, now=now, most=free))
            for notice in claimed:
                self._tasks.add(asyncio.create_task(self._deliver(notice), name=f"notice {notice.id}"))
            await asyncio.sleep(0)  # they are at work before this loop rests: a walking clock must not move on between
            if len(claimed) < free:
                return

    def _wake_in(self, seconds: float) -> None:
        """Look again then; one timer, since each look sets it anew if need be."""
        if self._timer is None or self._timer.done():
            self._timer = asyncio.create_task(self._after(seconds), name="line timer")

    async def _after(self, seconds: float) -> None:
        await self._sleep(seconds)
        self.wake()

    async def _deliver(self, notice: Notice) -> None:
        with self._working():
            try:
                await self._settle(notice, await self._outcome(notice))
            finally:
                # Its place is free before the loop looks: while the line is down there is one place, and a loop that
                # found it taken would let a backlog wait for the tick, notice by notice.
                self._tasks.discard(cast(asyncio.Task[None], asyncio.current_task()))
                self.wake()

    async def _outcome(self, notice: Notice) -> Outcome:
        """What became of it. One that can't be put into words stops no other and does not come back for ever."""
        if notice.window_end is not None and notice.window_end <= self._now() and notice.replaces is None:
            return TooLate()
        try:
            screen = await self._words(notice)
        except Exception:  # this one can't be said; it must not take the others with it
            log.exception("notice %s (%s) could not be put into words", notice.id, notice.kind)
            return Refused()
        if screen is None:
            return Void()
        try:
            return await self._sent(notice, screen)
        except Exception:  # nothing is known of it, so it may have arrived
            log.exception("notice %s (%s): sending failed in an unknown way", notice.id, notice.kind)
            return InDoubt()

    async def _sent(self, notice: Notice, screen: Screen) -> Outcome:
        """An edit may land long after it was put into words, on top of newer ones: then it goes again, with those."""
        while True:
            outcome = await self._send(notice.chat, screen, notice.replaces, notice.priority)
            if notice.replaces is None or not isinstance(outcome, Sent):
                return outcome
            newer = await self._words(notice)
            if newer is None or newer == screen:
                return outcome
            screen = newer

    async def _words(self, notice: Notice) -> Screen | None:
        now = self._now()
        make = await self._patiently(lambda: self._db.read(lambda tx: gather(tx, notice, now)))
        return None if make is None else await asyncio.to_thread(make)

    async def _settle(self, notice: Notice, outcome: Outcome) -> None:
        """Until it is written down. Should what follows from it fail, at least the notice itself is closed."""
        now = self._now()
        try:
            await self._patiently(lambda: self._db.write(lambda tx: settle(tx, notice, outcome, now, self._new_id)))
        except Exception:  # a notice left claimed would hold back everything else for that person
            log.exception("notice %s (%s): what follows from its outcome failed", notice.id, notice.kind)
            message = outcome.message if isinstance(outcome, Sent) else None
            await self._patiently(
                lambda: self._db.write(lambda tx: notices.settle(tx, notice.id, name(outcome), at=now, message=message))
            )
        self._learn(outcome)

    def _learn(self, outcome: Outcome) -> None:
        """What an outcome says of the line to Telegram."""
        now = self._now()
        match outcome:
            case Later(None):
                self._line.fails(now)
            case Later(after, everybody=True) if after is not None:
                self._line.held(now, after)
                log.warning("Telegram asked the bot to wait %d s", after.total_seconds(), extra=STANDING)
            case InDoubt():
                self._line.doubts(now)
            case Sent() | Refused() | Unreachable() | Moved() | Later():
                self._line.works()
        if self._line.down:
            log.warning("Telegram can't be reached to deliver; what waits goes on once it answers", extra=STANDING)

    async def _patiently(self, do: Callable[[], Awaitable[T]]) -> T:
        """Until the disk takes it: what was sent must not be forgotten, nor its person's next notice wait for ever."""
        while True:
            try:
                return await do()
            except Unavailable as error:
                log.error("delivery waits: %s", error, extra=standing(error))
                with self._resting():
                    await self._sleep(1)
