"""The updates that wait for the bot, and the long poll that fetches them."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simulator.bell import Bell
from simulator.clock import Clock
from simulator.refusal import Refusal
from simulator.schema import published

FIRST_UPDATE = 700_000_001
LONGEST_POLL_SECONDS = 50
_KEPT = timedelta(hours=24)
_KEPT_SHORTER = {"callback_query": timedelta(seconds=150), "inline_query": timedelta(seconds=30)}
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True, kw_only=True)
class Update:
    """Something that happened."""

    id: int
    kind: str
    body: dict[str, Any]
    at: datetime

    def as_json(self) -> dict[str, Any]:
        """As the Bot API has it."""
        return {"update_id": self.id, self.kind: self.body}


class Updates:
    """A queue that forgets what was confirmed, and what nobody fetched in time by the simulator's clock."""

    def __init__(self, clock: Clock, bell: Bell) -> None:
        self.next_id = FIRST_UPDATE
        self.allowed: list[str] = []
        """What the bot asked for last; empty: the default."""
        self._clock = clock
        self._bell = bell
        self._waiting: list[Update] = []
        self._turn = 0

    def add(self, kind: str, body: dict[str, Any]) -> None:
        """Queue it, if the bot wants its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in _ON_REQUEST
        if wanted:
            self._waiting.append(Update(id=self.next_id, kind=kind, body=body, at=self._clock.now()))
            self.next_id += 1
            self._bell.ring()

    def waiting(self) -> list[Update]:
        """What is not yet confirmed and not too old, oldest first."""
        now = self._clock.now()
        self._waiting = [each for each in self._waiting if now - each.at < _KEPT_SHORTER.get(each.kind, _KEPT)]
        return self._waiting

    def put_back(self, waiting: list[Update], next_id: int) -> None:
        """The queue as it was kept."""
        self._waiting, self.next_id = waiting, next_id

    async def poll(self, values: dict[str, Any]) -> list[dict[str, Any]]:
        """getUpdates. Waits in real time, as the network does. Refused with 409 when another poll begins."""
        self._turn += 1
        turn = self._turn
        self._bell.ring()
        if "allowed_updates" in values:
            self.allowed = [kind for kind in values["allowed_updates"] if kind in published().updates]
        self._confirm(values.get("offset", 0))
        loop = asyncio.get_running_loop()
        seconds = min(max(values.get("timeout", 0), 0), LONGEST_POLL_SECONDS)
        end = loop.time() + seconds
        while not (ready := self.waiting()) and (left := end - loop.time()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self._bell.wait()
            except TimeoutError:
                break
            if self._turn != turn:
                raise Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
        return [update.as_json() for update in ready[: values.get("limit", 100)]]

    def _confirm(self, offset: int) -> None:
        """Forget what lies before a positive offset, or all but the last ones for a negative one."""
        if offset > 0:
            self._waiting = [update for update in self._waiting if update.id >= offset]
        elif offset < 0:
            self._waiting = self._waiting[offset:]
        if offset:
            self._bell.ring()
