"""Outcomes: what can become of a notice, and what follows from it (design 4), in one transaction.

| outcome | means | then |
| --- | --- | --- |
| Sent | Telegram has it | the dose was asked about; one quiet repeat is due |
| Later | certainly not sent | its turn comes again, until its window closes |
| TooLate | its turn came after its window | a dose is undelivered |
| Unreachable | blocked, or the account is gone | the person is marked, the clinic told; a dose is undelivered |
| Moved | the chat has another id | once more, to there |
| Refused | Telegram won't take this message | this notice fails, nobody else's |
| InDoubt | it may have arrived | a dose once more, saying so; then it is undelivered |
| Void | it no longer applied | nothing was sent |
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from store import diary, doses, messages, news, notices, outages, people, quiet, supplies
from store.database import Tx
from store.notices import Notice, Priority

MOST_DOUBTS = 2
MOST_MOVES = 3
SHORTEST_BACK_OFF = timedelta(milliseconds=10)
"""Less than a moment that the database can tell from now, and the notice would be claimed and put back without end."""
LONGEST_BACK_OFF = timedelta(minutes=1)
LISTEN_FOR = timedelta(seconds=15)
"""How long a dose in doubt waits for a press, which would prove that it arrived, before it comes once more."""
ONCE_MORE = frozenset(
    {
        "held",
        "lifted",
        "ended",
        "gap",
        "offer",
        "clinic",
        "left",
        "outage",
        "lost",
        "missed",
        "tomorrow",
        "refill",
        "trip",
    }
)
"""What goes once more when in doubt, besides doses and edits: better told twice than not at all."""
KEPT = frozenset({"held", "lifted", "ended", "gap", "offer", "clinic", "missed", "left", "aged"})
"""What waits for a person who is out of reach: word of their own plan, and a team's of its patients."""


@dataclass(frozen=True)
class Sent:
    """Telegram has it, as this message."""

    message: int


@dataclass(frozen=True)
class Later:
    """Certainly not sent; try again."""

    after: timedelta | None = None
    """How long to wait, if Telegram said so; None: Telegram could not be reached."""
    everybody: bool = False
    """Whether Telegram holds the whole bot and not this chat alone."""


@dataclass(frozen=True)
class TooLate:
    """Its window had closed when its turn came."""


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


Outcome = Sent | Later | TooLate | Unreachable | Moved | Refused | InDoubt | Void
NewId = Callable[[], str]


def settle(tx: Tx, notice: Notice, outcome: Outcome, now: datetime, new_id: NewId) -> None:
    """What follows from an outcome. A press on the message was quicker than an answer that never came."""
    known = None if notice.replaces is not None else messages.recognised(tx, notice.id)
    if isinstance(outcome, InDoubt) and known is not None:
        outcome = Sent(known)
    if notice.kind == "dose" and notice.dose and not isinstance(outcome, Sent):
        quiet.not_asked(tx, notice.dose)
    # Who unblocked, or blocked, since it went is as they were heard from, not as it found them.
    heard = notices.heard(tx, notice.id)
    match outcome:
        case Sent(message):
            notices.settle(tx, notice.id, "sent", at=now, message=message)
            if not heard:
                people.heal(tx, notice.chat)
            _was_sent(tx, notice, message, now, new_id, pressed=message == known)
        case Later(after):
            notices.put_back(tx, notice.id, until=now + max(after or _back_off(notice.attempts), SHORTEST_BACK_OFF))
        case Moved(chat) if notice.moves < MOST_MOVES and people.move(tx, notice.account, chat):
            notices.put_back(tx, notice.id, until=now, moved=True)
        case Unreachable() if heard and people.within_reach(tx, notice.account):
            notices.put_back(tx, notice.id, until=now)
        case Unreachable() if notice.kind in KEPT:
            notices.put_back(tx, notice.id, until=now)
            news.out_of_reach(tx, notice.account, at=now, new_id=new_id)
        case InDoubt() if notice.kind == "dose" and notice.dose and doses.doubt(tx, notice.dose):
            notices.settle(tx, notice.id, "in doubt", at=now)
            _once_more(tx, notice, now, new_id)
        case InDoubt() if notice.replaces or (notice.doubts < MOST_DOUBTS and notice.kind in ONCE_MORE):
            # An edit is the same edit however often; and better told of a hold twice than not at all.
            notices.put_back(tx, notice.id, until=now + _back_off(notice.doubts + 1), doubted=True)
        case _:
            notices.settle(tx, notice.id, name(outcome), at=now)
            failed = notice.kind == "dose" and not isinstance(outcome, Void) and not _unwanted(tx, notice)
            if failed and notice.dose and doses.undelivered(tx, notice.dose):
                _was_lost(tx, notice.dose, outcome, now, new_id)
            if notice.kind == "refill":
                supplies.untold(tx, notice.facts["plan"])
            if isinstance(outcome, Unreachable):
                news.out_of_reach(tx, notice.account, at=now, new_id=new_id)


def _unwanted(tx: Tx, notice: Notice) -> bool:
    """Whether it was a later ring that quiet has overtaken on its way: nobody misses it."""
    dose = doses.get(tx, notice.dose or "") if notice.facts.get("later") else None
    return dose is not None and quiet.overtakes(tx, dose)


def name(outcome: Outcome) -> str:
    """An outcome as the notice's row and the ledger have it."""
    match outcome:
        case Sent():
            return "sent"
        case Later() | TooLate():
            return "too late"
        case Unreachable():
            return "unreachable"
        case Moved():
            return "moved in circles"
        case Refused():
            return "refused"
        case InDoubt():
            return "in doubt"
        case Void():
            return "void"


def _back_off(tries: int) -> timedelta:
    return min(timedelta(seconds=2 ** min(tries, 6)), LONGEST_BACK_OFF)


def _once_more(tx: Tx, notice: Notice, now: datetime, new_id: NewId) -> None:
    """A dose in doubt comes once more, unless a press proves meanwhile that it arrived."""
    notices.put(
        tx,
        id=new_id(),
        key=f"again:{notice.id}",
        account=notice.account,
        kind="dose",
        dose=notice.dose,
        priority=Priority.DOSE,
        send_at=now + LISTEN_FOR,
        window_end=notice.window_end,
        facts={**notice.facts, "again": "yes"},
    )


def _was_lost(tx: Tx, id: str, outcome: Outcome, now: datetime, new_id: NewId) -> None:
    """Of a dose whose reminder did not come its messages say so, and somebody hears of it; whoever is out of reach has
    chosen so, or is gone."""
    dose = doses.get(tx, id)
    assert dose is not None
    messages.retouch(tx, dose.id, dose.account, at=now, new_id=new_id)
    if isinstance(outcome, Later | TooLate):
        outages.note(tx, dose.account, dose.due, dose.window_end, now, new_id)
    elif not isinstance(outcome, Unreachable):
        outages.lost(tx, dose, now, new_id, surely=not (dose.in_doubt or isinstance(outcome, InDoubt)))


def _was_sent(tx: Tx, notice: Notice, message: int, now: datetime, new_id: NewId, *, pressed: bool) -> None:
    if notice.kind == "checkin":
        diary.shown(tx, notice.facts["checkin"], message)
    elif notice.dose and notice.replaces is None:
        if notice.kind == "dose":
            doses.sent(tx, notice.dose, at=now, repeat=not notice.facts.get("later"))
        # One message of a dose carries its buttons: the newest. And if the dose was held, ended, answered or put off
        # while the message was on its way, that one has to say so too; where it was pressed, the reply does.
        dose = doses.get(tx, notice.dose)
        but = message if pressed or (dose is not None and dose.open and dose.later_until is None) else None
        messages.retouch(tx, notice.dose, notice.account, at=now, new_id=new_id, but=but)
