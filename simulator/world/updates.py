"""The updates that wait for the bot."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simulator.bell import Bell
from simulator.clock import Clock

FIRST_UPDATE = 700_000_001
_REMEMBERED = 100
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
        self._confirmed: deque[Update] = deque(maxlen=_REMEMBERED)
        self.turn = 0
        """Which poll may go on: the last that began."""

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

    def new_turn(self) -> int:
        """Another poll begins; whichever waits will see that its turn is over."""
        self.turn += 1
        self._bell.ring()
        return self.turn

    def put_back(self, waiting: list[Update], next_id: int) -> None:
        """The queue as it was kept."""
        self._waiting, self.next_id = waiting, next_id

    def confirm(self, offset: int) -> None:
        """Forget what lies before a positive offset, or all but the last ones for a negative one."""
        if offset == 0:
            return
        before = self._waiting
        self._waiting = [update for update in before if update.id >= offset] if offset > 0 else before[offset:]
        kept = {update.id for update in self._waiting}
        self._confirmed.extend(update for update in before if update.id not in kept)
        self._bell.ring()

    def redeliver(self, count: int) -> None:
        """Queue the last ``count`` confirmed updates again, under their old ids."""
        again = [self._confirmed.pop() for _ in range(min(count, len(self._confirmed)))]
        self._waiting = again[::-1] + self._waiting
        self._bell.ring()
