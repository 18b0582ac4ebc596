"""Telegram's limits on how fast a bot may send, by the simulator's clock."""

import math
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from simulator.clock import Clock
from simulator.refusal import Refusal

Limit = Literal["bot", "chat", "group"]
_ALMOST = 1e-6  # a whole token, but for what fractions of seconds lose


@dataclass
class _Bucket:
    capacity: float
    per_second: float
    tokens: float
    at: datetime

    def wait(self, now: datetime, wanted: int) -> float:
        """Seconds until ``wanted`` tokens are there, or it is full. A clock that was set back gives none."""
        self.tokens = min(self.capacity, self.tokens + max(0.0, (now - self.at).total_seconds()) * self.per_second)
        self.at = now
        missing = min(wanted, self.capacity) - self.tokens
        return missing / self.per_second if missing > _ALMOST else 0.0


class Limits:
    """30 a second for the bot, 1 a second for a chat with a burst of 5, 20 a minute for a group.

    What Telegram doesn't publish is a guess: these are the figures of its FAQ, and what it takes is what puts a
    message into a chat or changes one. Whoever is over a limit takes nothing from it.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        on: bool = True,
        bot_per_second: float = 30,
        chat_burst: float = 5,
        group_per_minute: float = 20,
    ) -> None:
        self.on = on
        self.violations: Counter[Limit] = Counter()
        """How often each limit was run into."""
        self._clock = clock
        self._chat_burst = chat_burst
        self._group_per_minute = group_per_minute
        self._bot = _Bucket(bot_per_second, bot_per_second, bot_per_second, clock.now())
        self._chats: dict[int, _Bucket] = {}
        self._groups: dict[int, _Bucket] = {}

    def admit(self, chat: int, messages: int = 1) -> None:
        """Count what goes to ``chat`` (negative: a group). Raises Refusal, a 429 with ``retry_after``."""
        if not self.on:
            return
        now = self._clock.now()
        buckets: dict[Limit, _Bucket] = {
            "bot": self._bot,
            "chat": self._of(self._chats, chat, now, self._chat_burst, 1),
        }
        if chat < 0:
            per_second = self._group_per_minute / 60
            buckets["group"] = self._of(self._groups, chat, now, self._group_per_minute, per_second)
        waits: dict[Limit, float] = {name: bucket.wait(now, messages) for name, bucket in buckets.items()}
        worst = max(waits, key=lambda name: waits[name])
        if waits[worst] > 0:
            self.violations[worst] += 1
            after = max(1, math.ceil(waits[worst]))
            raise Refusal(429, f"Too Many Requests: retry after {after}", {"retry_after": after})
        for bucket in buckets.values():
            bucket.tokens -= messages

    def _of(self, buckets: dict[int, _Bucket], chat: int, now: datetime, capacity: float, per_second: float) -> _Bucket:
        return buckets.setdefault(chat, _Bucket(capacity, per_second, capacity, now))
