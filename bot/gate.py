"""The gate: all that goes out passes here, in order of priority and within Telegram's limits.

30 a second for the bot, 1 a second for a chat with a burst of 5, 20 a minute for a group besides. Edits count, answers
to button presses don't. A reserve of 3 is a level: notices wait while fewer are left, so that a person's tap is
answered at once in the middle of a busy morning. Summaries and lessons keep 1 a second so that they never starve.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from store.notices import Priority

PER_SECOND = 30
RESERVE = 3
MOST_TRIES = 3
_PASSES = frozenset({"answerCallbackQuery", "getUpdates", "answerInlineQuery", "sendChatAction"})


@dataclass
class Bucket:
    """A token bucket on a clock that is handed in."""

    capacity: float
    per_second: float
    tokens: float
    at: datetime

    def left(self, now: datetime) -> float:
        """The tokens left at ``now``. A clock that was set back gives none and takes none."""
        elapsed = max(0.0, (now - self.at).total_seconds())
        self.tokens = min(self.capacity, self.tokens + elapsed * self.per_second)
        self.at = now
        return self.tokens

    def wait(self, now: datetime, level: float) -> float:
        """Seconds until ``level`` tokens are there."""
        return max(0.0, (level - self.left(now)) / self.per_second)


class Held(RetryAfter):
    """Telegram holds this chat, or everybody: a notice is not sent now, and need not wait here."""

    def __init__(self, left: timedelta, *, everybody: bool) -> None:
        super().__init__(left)
        self.left = left
        self.everybody = everybody


@dataclass(order=True)
class _Waiter:
    priority: Priority
    number: int
    chat: int = field(compare=False)
    turn: asyncio.Future[None] = field(compare=False)


def last_after(reminders: int) -> int:
    """Seconds until the last of so many that are due at one instant has gone out, the reserve kept back."""
    return math.ceil((reminders + RESERVE) / PER_SECOND)


class Gate(BaseRateLimiter[Priority]):
    """python-telegram-bot's rate limiter for this project; ``rate_limit_args`` is a ``Priority``."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]],
        resting: Callable[[], AbstractContextManager[None]],
        per_second: float = PER_SECOND,
    ) -> None:
        self._now = now
        self._sleep = sleep
        self._resting = resting
        self._bot = Bucket(per_second, per_second, per_second, now())
        self._low = Bucket(1.0, 1.0, 1.0, now())
        self._chats: dict[int, tuple[Bucket, ...]] = {}
        self._held: dict[int | None, tuple[datetime, datetime]] = {}  # since when and until when; None: everybody
        self._refused: tuple[int, datetime] | None = None
        self._waiting: list[_Waiter] = []
        self._number = 0
        self._timer: asyncio.Task[None] | None = None
        self._timer_at = now()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Stop the timer; whoever still waits is cancelled by their own task."""
        if self._timer is not None:
            self._timer.cancel()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Priority | None,
    ) -> Any:
        """Make the call when its turn comes. A reply that Telegram defers is tried again; a notice is not, nor does
        it wait here: ``Held`` goes back to delivery, where it takes no place from those who may go."""
        chat = data.get("chat_id")
        if endpoint in _PASSES or not isinstance(chat, int):
            return await callback(*args, **kwargs)
        priority = Priority.REPLY if rate_limit_args is None else rate_limit_args
        for tries_left in range(MOST_TRIES - 1, -1, -1):
            await self._turn(chat, priority)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as refusal:
                self._hold(chat, refusal)
                if priority is not Priority.REPLY:
                    raise self._held_back(chat) or refusal from None
                if tries_left == 0:
                    raise
        raise AssertionError("unreachable")

    async def _turn(self, chat: int, priority: Priority) -> None:
        """Return when it may go; raises Held for a notice that may not for longer than the limits themselves ask."""
        if priority is not Priority.REPLY and (held := self._held_back(chat)) is not None:
            raise held
        self._number += 1
        waiter = _Waiter(priority, self._number, chat, asyncio.get_running_loop().create_future())
        self._waiting.append(waiter)
        self._let_through()
        if waiter.turn.done():
            return
        try:
            with self._resting():
                await waiter.turn
        finally:
            if waiter in self._waiting:
                self._waiting.remove(waiter)

    def _let_through(self) -> None:
        """Give turns to whoever may go now, first by priority; set the timer for the next who may."""
        now = self._now()
        soonest: float | None = None
        for waiter in self._in_order(now):
            if waiter.turn.done():
                continue  # sent back or cancelled, and about to leave
            wait = self._wait(waiter, now)
            if wait <= 0:
                self._bot.tokens -= 1
                for bucket in self._limits(waiter.chat, now):
                    bucket.tokens -= 1
                if waiter.priority >= Priority.SUMMARY:
                    self._low.tokens = max(0.0, self._low.tokens - 1)
                self._waiting.remove(waiter)
                waiter.turn.set_result(None)
            elif soonest is None or wait < soonest:
                soonest = wait
        if soonest is not None:
            self._wake_in(soonest, now)

    def _in_order(self, now: datetime) -> list[_Waiter]:
        ordered = sorted(self._waiting)
        low = next((w for w in ordered if w.priority >= Priority.SUMMARY), None)
        if low is not None and self._low.left(now) >= 1:
            ordered.remove(low)
            replies = sum(1 for w in ordered if w.priority is Priority.REPLY)
            ordered.insert(replies, low)
        return ordered

    def _wait(self, waiter: _Waiter, now: datetime) -> float:
        level = 1 if waiter.priority is Priority.REPLY else RESERVE + 1
        held = self._held_back(waiter.chat)
        wait = 0.0 if held is None else held.left.total_seconds()
        own = max(bucket.wait(now, 1) for bucket in self._limits(waiter.chat, now))
        return max(wait, self._bot.wait(now, level), own)

    def _held_back(self, chat: int) -> Held | None:
        """What Telegram asked for, as far as it still goes. A clock that was set back ends it."""
        now = self._now()
        spans = {key: span for key in (None, chat) if (span := self._held.get(key)) and span[0] <= now < span[1]}
        if not spans:
            return None
        return Held(max(until for _, until in spans.values()) - now, everybody=None in spans)

    def _limits(self, chat: int, now: datetime) -> tuple[Bucket, ...]:
        """A chat's own limits: 1 a second with a burst of 5, and in a group 20 a minute as well."""
        buckets = self._chats.get(chat)
        if buckets is None:
            if len(self._chats) > 10_000:
                self._chats = {c: b for c, b in self._chats.items() if any(x.left(now) < x.capacity for x in b)}
            second = Bucket(5, 1, 5, now)
            buckets = (second,) if chat > 0 else (second, Bucket(20, 20 / 60, 20, now))
            self._chats[chat] = buckets
        return buckets

    def _hold(self, chat: int, refusal: RetryAfter) -> None:
        """Hold the chat; the whole bot if a second chat is refused within a second."""
        now = self._now()
        after = refusal.retry_after
        until = now + (after if isinstance(after, timedelta) else timedelta(seconds=after))
        self._held = {key: span for key, span in self._held.items() if span[0] <= now < span[1]}
        self._held[chat] = (now, until)
        if self._refused and self._refused[0] != chat and now - self._refused[1] <= timedelta(seconds=1):
            self._held[None] = (now, until)
        self._refused = (chat, now)
        for waiter in self._waiting:
            if waiter.priority is not Priority.REPLY and not waiter.turn.done():
                held = self._held_back(waiter.chat)
                if held is not None:
                    waiter.turn.set_exception(held)

    def _wake_in(self, seconds: float, now: datetime) -> None:
        """One timer, for the next who may go; a sooner one takes its place."""
        at = now + timedelta(seconds=max(seconds, 0.001))
        if self._timer is not None and not self._timer.done():
            if self._timer_at <= at:
                return
            self._timer.cancel()
        self._timer_at = at
        self._timer = asyncio.create_task(self._after(max(seconds, 0.001)), name="gate timer")

    async def _after(self, seconds: float) -> None:
        await self._sleep(seconds)
        self._timer = None
        self._let_through()
