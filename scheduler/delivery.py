"""Delivery: claims notices one at a time as their turn comes, sends them, settles what became of them.

It knows no Telegram: ``Send`` is handed in and answers with an ``Outcome``. A claim is durable before anything
leaves, so a crash leaves at most ``MOST_AT_ONCE`` notices in doubt, and a dose is never lost and never silently
doubled (design 4).
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from content.screen import Screen
from scheduler.gathering import gather
from store import diary, doses, news, notices, people
from store.database import Database, Tx, Unavailable
from store.notices import Notice, Priority

log = logging.getLogger(__name__)

MOST_AT_ONCE = 8
MOST_TRIES = 3
ONCE_MORE = frozenset({"held", "lifted", "ended", "offer", "clinic", "left"})
"""What goes once more when in doubt, besides doses and edits."""
LONGEST_BACK_OFF = timedelta(minutes=1)


@dataclass(frozen=True)
class Sent:
    """Telegram has it, as this message."""

    message: int


@dataclass(frozen=True)
class Later:
    """Certainly not sent; try again, after this long if Telegram said how long."""

    after: timedelta | None = None


@dataclass(frozen=True)
class Unreachable:
    """The person blocked the bot or deleted the account."""


@dataclass(frozen=True)
class Moved:
    """The chat has another id now."""

    chat: int


@dataclass(frozen=True)
class Refused:
    """Telegram will not take this message, now or later."""


@dataclass(frozen=True)
class InDoubt:
    """It may have arrived."""


@dataclass(frozen=True)
class Void:
    """It no longer applied when its turn came; nothing was sent."""


T = TypeVar("T")
Outcome = Sent | Later | Unreachable | Moved | Refused | InDoubt | Void
Send = Callable[[int, Screen, int | None, Priority], Awaitable[Outcome]]
"""(chat, screen, message that it replaces, priority) → what became of it."""


class Delivery:
    """The loop between waiting notices and ``send``. ``wake`` after anything was queued."""

    def __init__(
        self,
        *,
        db: Database,
        send: Send,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        sleep: Callable[[float], Awaitable[None]],
        working: Callable[[], AbstractContextManager[None]],
        resting: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._db = db
        self._send = send
        self._now = now
        self._new_id = new_id
        self._sleep = sleep
        self._working = working
        self._resting = resting
        self._woken = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Something may be waiting."""
        self._woken.set()

    async def recover(self) -> None:
        """After a start: whatever was claimed and not settled is in doubt."""
        for notice in await self._db.read(notices.in_flight):
            await self._settle(notice, InDoubt())

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
                    log.error("delivery waits: %s", error)
                except Exception:  # whatever it was, everybody else's reminders go on
                    log.exception("delivery stumbled and goes on with the next tick")
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def finish(self) -> None:
        """Wait for what is in flight."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def idle(self) -> bool:
        """Whether nothing waits that could go now; what is in flight then only waits for the clock."""
        if self._woken.is_set():
            return False
        now = self._now()
        return bool(self._tasks) or await self._db.read(lambda tx: notices.idle(tx, now))

    async def _start_what_waits(self) -> None:
        while len(self._tasks) < MOST_AT_ONCE:
            now = self._now()
            notice = await self._db.write(partial(notices.claim, now=now))
            if notice is None:
                return
            task = asyncio.create_task(self._deliver(notice), name=f"notice {notice.id}")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _deliver(self, notice: Notice) -> None:
        with self._working():
            await self._settle(notice, await self._outcome(notice))

    async def _outcome(self, notice: Notice) -> Outcome:
        """What became of it. One that can't be put into words stops no other and does not come back for ever."""
        try:
            make = await self._gathered(notice)
            screen = None if make is None else await asyncio.to_thread(make)
        except Exception:  # this one can't be said; it must not take the others with it
            log.exception("notice %s (%s) could not be put into words", notice.id, notice.kind)
            return Refused()
        if screen is None:
            return Void()
        try:
            return await self._send(notice.chat, screen, notice.replaces, notice.priority)
        except Exception:  # nothing is known of it, so it may have arrived
            log.exception("notice %s (%s): sending failed in an unknown way", notice.id, notice.kind)
            return InDoubt()

    async def _gathered(self, notice: Notice) -> Callable[[], Screen] | None:
        now = self._now()
        return await self._patiently(lambda: self._db.read(lambda tx: gather(tx, notice, now)))

    async def _settle(self, notice: Notice, outcome: Outcome) -> None:
        now = self._now()
        await self._patiently(lambda: self._db.write(lambda tx: settle(tx, notice, outcome, now, self._new_id)))
        self.wake()

    async def _patiently(self, do: Callable[[], Awaitable[T]]) -> T:
        """Until the disk takes it: what was sent must not be forgotten, nor its person's next notice wait for ever."""
        while True:
            try:
                return await do()
            except Unavailable as error:
                log.error("delivery waits: %s", error)
                with self._resting():
                    await self._sleep(1)


def settle(tx: Tx, notice: Notice, outcome: Outcome, now: datetime, new_id: Callable[[], str]) -> None:
    """What follows from an outcome, in one transaction."""
    match outcome:
        case Sent(message):
            notices.settle(tx, notice.id, "sent", at=now, message=message)
            _was_sent(tx, notice, message, now, new_id)
        case Later(after) if notice.window_end is None or now < notice.window_end:
            back_off = min(timedelta(seconds=2 ** min(notice.attempts, 6)), LONGEST_BACK_OFF)
            notices.put_back(tx, notice.id, until=now + (after or back_off))
        case Moved(chat):
            people.move(tx, notice.account, chat)
            notices.put_back(tx, notice.id, until=now)
        case InDoubt() if notice.kind == "dose" and notice.dose and doses.doubt(tx, notice.dose):
            notices.settle(tx, notice.id, "in doubt", at=now)
            notices.put(
                tx,
                id=new_id(),
                key=f"again:{notice.id}",
                account=notice.account,
                kind="dose",
                dose=notice.dose,
                priority=Priority.DOSE,
                send_at=now,
                window_end=notice.window_end,
                facts=notice.facts,
            )
        case InDoubt() if notice.attempts < MOST_TRIES and (notice.replaces or notice.kind in ONCE_MORE):
            # An edit twice is the same edit; and better told of a hold twice than not at all.
            notices.put_back(tx, notice.id, until=now + timedelta(seconds=2))
        case _:
            notices.settle(tx, notice.id, _name(outcome), at=now)
            if notice.kind == "dose" and notice.dose and not isinstance(outcome, Void):
                doses.undelivered(tx, notice.dose)
            if isinstance(outcome, Unreachable):
                people.set_reachable(tx, notice.account, at=now)
                patient = people.patient(tx, notice.chat)
                if patient is not None:
                    news.tell(tx, patient.link, "delivery", "unreachable", at=now, new_id=new_id)


def _was_sent(tx: Tx, notice: Notice, message: int, now: datetime, new_id: Callable[[], str]) -> None:
    if notice.kind == "checkin":
        diary.shown(tx, notice.facts["checkin"], message)
    elif notice.dose and notice.replaces is None:
        if notice.kind == "dose":
            doses.sent(tx, notice.dose, at=now, repeat=not notice.facts.get("later"))
        # One message of a dose carries its buttons: the newest. And if the dose was held, ended or answered while
        # the message was on its way, that one has to say so too.
        dose = doses.get(tx, notice.dose)
        but = message if dose is not None and dose.open else None
        notices.retouch(tx, notice.dose, notice.account, at=now, new_id=new_id, but=but)


def _name(outcome: Outcome) -> str:
    names = {Later: "too late", Unreachable: "unreachable", Refused: "refused", InDoubt: "in doubt", Void: "void"}
    return names[type(outcome)]
