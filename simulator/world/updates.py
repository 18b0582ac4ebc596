"""The updates that wait for the bot, and where they are to be brought."""

from collections import deque
from dataclasses import dataclass, field
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

    @property
    def queue(self) -> str:
        """What it waits its turn in at a webhook: a chat's messages in one, a person's presses in another."""
        if self.kind in ("callback_query", "inline_query", "chosen_inline_result", "chat_member"):
            return f"{self.kind} {self.body['from']['id']}"
        if self.kind in ("poll", "poll_answer"):
            return f"poll {self.body.get('poll_id', self.body.get('id'))}"
        kind = "message" if self.kind in ("message", "edited_message") else self.kind
        return f"{kind} {self.body['chat']['id']}"


@dataclass(kw_only=True)
class Webhook:
    """Where updates are brought, and how that goes."""

    url: str
    secret: str = field(default="", repr=False)
    max_connections: int = 40
    has_certificate: bool = False
    last_error: str = ""
    last_error_at: datetime | None = None


class Updates:
    """A queue that forgets what was confirmed, and what nobody fetched in time by the simulator's clock."""

    def __init__(self, clock: Clock, bell: Bell) -> None:
        self.next_id = FIRST_UPDATE
        self.allowed: list[str] = []
        """What the bot asked for last; empty: the default."""
        self.webhook: Webhook | None = None
        self.turn = 0
        """Which poll may go on: the last that began."""
        self.ended_by = ""
        """What ended the poll before it."""
        self._clock = clock
        self._bell = bell
        self._waiting: list[Update] = []
        self._confirmed: deque[Update] = deque(maxlen=_REMEMBERED)

    def wants(self, kind: str) -> bool:
        """Whether the bot wants updates of that kind."""
        return kind in self.allowed if self.allowed else kind not in _ON_REQUEST

    def add(self, kind: str, body: dict[str, Any]) -> None:
        """Queue it, if the bot wants its kind."""
        if self.wants(kind):
            self._waiting.append(Update(id=self.next_id, kind=kind, body=body, at=self._clock.now()))
            self.next_id += 1
            self._bell.ring()

    def waiting(self) -> list[Update]:
        """What is not yet confirmed and not too old, oldest first."""
        now = self._clock.now()
        self._waiting = [each for each in self._waiting if now - each.at < _KEPT_SHORTER.get(each.kind, _KEPT)]
        return self._waiting

    def new_turn(self, ended_by: str) -> int:
        """Another poll or a webhook begins; whichever poll waits will see that its turn is over, and why."""
        self.turn += 1
        self.ended_by = ended_by
        self._bell.ring()
        return self.turn

    def put_back(self, waiting: list[Update], next_id: int) -> None:
        """The queue as it was kept."""
        self._waiting, self.next_id = waiting, next_id
        self._bell.ring()

    def confirm(self, offset: int) -> None:
        """Forget what lies before a positive offset, or all but the last ones for a negative one."""
        if offset:
            before = self._waiting
            self._keep([each for each in before if each.id >= offset] if offset > 0 else before[offset:])

    def done(self, update: Update) -> None:
        """Forget this one: a webhook took it."""
        self._keep([each for each in self._waiting if each is not update])

    def redeliver(self, count: int) -> None:
        """Queue the last ``count`` confirmed updates again, under their old ids."""
        again = [self._confirmed.pop() for _ in range(min(count, len(self._confirmed)))]
        self._waiting = again[::-1] + self._waiting
        self._bell.ring()

    def rename_bot(self, old: int, new: int) -> None:
        """Whatever waits speaks of the bot by its new id."""
        for update in self._waiting:
            _rename(update.body, old, new)

    def _keep(self, kept: list[Update]) -> None:
        ids = {id(update) for update in kept}
        self._confirmed.extend(update for update in self._waiting if id(update) not in ids)
        self._waiting = kept
        self._bell.ring()


def _rename(value: Any, old: int, new: int) -> None:
    if isinstance(value, dict):
        if value.get("is_bot") and value.get("id") == old:
            value["id"] = new
        for each in value.values():
            _rename(each, old, new)
    elif isinstance(value, list):
        for each in value:
            _rename(each, old, new)
