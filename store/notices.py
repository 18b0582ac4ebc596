"""Notices: what time causes to be sent. Raised once by key, claimed one at a time, settled with an outcome."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from store.database import Row, Tx
from store.times import moment, ms

TRY_UNREACHABLE = timedelta(hours=23, minutes=50)
"""Whoever is out of reach is tried once in so long: Telegram's word for it may have been a slip. Less than a day, or a
reminder that was refused some moments after its time would be tried every other evening only."""


class Priority(IntEnum):
    """Who goes first when the gate is crowded (design 4)."""

    REPLY = 0
    DOSE = 1
    REPEAT = 2
    CHECKIN = 3
    CLINIC = 4
    SUMMARY = 5
    LESSON = 6


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Facts for one person, to be put into words when its turn comes."""

    id: str
    account: str
    chat: int
    language: str
    kind: str
    facts: Mapping[str, str]
    dose: str | None
    priority: Priority
    send_at: datetime
    window_end: datetime | None
    attempts: int
    doubts: int
    """How often it was in doubt and went once more."""
    moves: int
    """How often its chat turned out to have another id."""
    replaces: int | None
    """The message that this one takes the place of (an edit); None for a new message."""


def put(
    tx: Tx,
    *,
    id: str,
    account: str,
    kind: str,
    priority: Priority,
    send_at: datetime,
    key: str | None = None,
    dose: str | None = None,
    window_end: datetime | None = None,
    replaces: int | None = None,
    facts: Mapping[str, str] | None = None,
) -> bool:
    """Queue a notice; False if one with this key was queued before, whatever became of it."""
    return bool(
        tx.run(
            "INSERT INTO notice (id, key, account, kind, facts, dose, priority, send_at, window_at, replaces)"
            " VALUES (:id, :key, :account, :kind, :facts, :dose, :priority, :send_at, :window_at, :replaces)"
            " ON CONFLICT (key) DO NOTHING",
            id=id,
            key=key,
            account=account,
            kind=kind,
            facts=json.dumps(facts or {}),
            dose=dose,
            priority=int(priority),
            send_at=ms(send_at),
            window_at=None if window_end is None else ms(window_end),
            replaces=replaces,
        )
    )


KNOWN = "known"
"""The outcome of a notice that needs no sending: its person has just learned it otherwise."""


def again(tx: Tx, key: str, *, send_at: datetime) -> bool:
    """Give the notice with this key that time, unless it was sent, is in flight, or says what is known: what kept it
    back may be over."""
    return bool(
        tx.run(
            "UPDATE notice SET state = 'waiting', send_at = :at, attempts = 0, doubts = 0, outcome = NULL,"
            " settled_at = NULL WHERE key = :key"
            " AND (state = 'waiting' OR state = 'settled' AND outcome NOT IN ('sent', :known))",
            key=key,
            known=KNOWN,
            at=ms(send_at),
        )
    )


# Whose turn can come: nobody who has one in flight, and nobody out of reach but once a day.
_MAY = """
 NOT EXISTS (SELECT 1 FROM notice AS other WHERE other.account = notice.account AND other.state = 'claimed')
 AND NOT EXISTS (SELECT 1 FROM account WHERE account.id = notice.account AND account.unreachable_at > :out_of_reach)
"""


# A seek in the index for each priority, however many wait; coalesce stops at the first that has one.
_FIRST = ",".join(
    f"(SELECT id FROM notice WHERE state = 'waiting' AND priority = {int(priority)} AND send_at <= :now"
    f" AND {_MAY} ORDER BY send_at, rowid LIMIT 1)"
    for priority in Priority
)


def claim(tx: Tx, now: datetime) -> Notice | None:
    """Take the first notice whose turn has come, of a person who has none in flight; None if there is none."""
    row = tx.one(
        "UPDATE notice SET state = 'claimed', attempts = attempts + 1, heard = 0"
        f" WHERE id = coalesce({_FIRST}) RETURNING *",
        now=ms(now),
        out_of_reach=ms(now - TRY_UNREACHABLE),
    )
    return None if row is None else _notice(tx, row)


def claim_some(tx: Tx, now: datetime, most: int) -> list[Notice]:
    """The same, up to so many and each of another person, in the order in which their turns come."""
    found: list[Notice] = []
    while len(found) < most and (notice := claim(tx, now)) is not None:
        found.append(notice)
    return found


def _notice(tx: Tx, row: Row) -> Notice:
    account = tx.one("SELECT chat, language FROM account WHERE id = :id", id=row["account"])
    assert account is not None  # a notice goes with its account
    return Notice(
        id=row["id"],
        account=row["account"],
        chat=account["chat"],
        language=account["language"],
        kind=row["kind"],
        facts=json.loads(row["facts"]),
        dose=row["dose"],
        priority=Priority(row["priority"]),
        send_at=moment(row["send_at"]),
        window_end=None if row["window_at"] is None else moment(row["window_at"]),
        attempts=row["attempts"],
        doubts=row["doubts"],
        moves=row["moves"],
        replaces=row["replaces"],
    )


def in_flight(tx: Tx) -> list[Notice]:
    """What was claimed and never settled: after a crash, the notices in doubt."""
    return [_notice(tx, row) for row in tx.all("SELECT * FROM notice WHERE state = 'claimed' ORDER BY send_at")]


def settle(tx: Tx, notice: str, outcome: str, *, at: datetime, message: int | None = None) -> None:
    """Close a notice with its outcome, and the message that it became."""
    tx.run(
        "UPDATE notice SET state = 'settled', outcome = :outcome, message = coalesce(:message, message),"
        " settled_at = :at WHERE id = :id AND state <> 'settled'",
        id=notice,
        outcome=outcome,
        message=message,
        at=ms(at),
    )


def put_back(tx: Tx, notice: str, *, until: datetime, doubted: bool = False, moved: bool = False) -> None:
    """Its turn comes again: it was certainly not sent, or it was in doubt and may go once more."""
    tx.run(
        "UPDATE notice SET state = 'waiting', send_at = :until, doubts = doubts + :doubted, moves = moves + :moved"
        " WHERE id = :id AND state = 'claimed'",
        id=notice,
        until=ms(until),
        doubted=int(doubted),
        moved=int(moved),
    )


def hear(tx: Tx, chat: int) -> None:
    """Word of a person came while a notice of theirs is on its way: it is newer than what will become of that one."""
    tx.run(
        "UPDATE notice SET heard = 1 WHERE state = 'claimed' AND account = (SELECT id FROM account WHERE chat = :chat)",
        chat=chat,
    )


def heard(tx: Tx, notice: str) -> bool:
    """Whether word of its person came while this notice was on its way."""
    return bool(tx.value("SELECT heard FROM notice WHERE id = :id", id=notice))


def withdraw_rings(tx: Tx, account: str, *, at: datetime) -> None:
    """No reminder that waits for its turn goes to this person any more, such as a later ring that Telegram deferred."""
    tx.run(
        "UPDATE notice SET state = 'settled', outcome = 'void', settled_at = :at WHERE account = :account"
        " AND state = 'waiting' AND kind IN ('dose', 'repeat') AND replaces IS NULL",
        account=account,
        at=ms(at),
    )


def waiting(tx: Tx, account: str, kind: str) -> list[Mapping[str, str]]:
    """The facts of what waits of this kind for this person."""
    rows = tx.all(
        "SELECT facts FROM notice WHERE account = :account AND kind = :kind AND state = 'waiting'",
        account=account,
        kind=kind,
    )
    return [json.loads(row["facts"]) for row in rows]


def sent_since(tx: Tx, key: str, moment: datetime) -> Mapping[str, str] | None:
    """The facts of the notice with this key if it was sent then or later."""
    facts = tx.value(
        "SELECT facts FROM notice WHERE key = :key AND outcome = 'sent' AND settled_at >= :moment",
        key=key,
        moment=ms(moment),
    )
    return None if facts is None else dict(json.loads(facts))


def free(tx: Tx, key: str) -> None:
    """Delete a settled notice, so that its key can be had by another."""
    tx.run("DELETE FROM notice WHERE key = :key AND state = 'settled'", key=key)


def take_back(tx: Tx, account: str, kind: str, *, at: datetime) -> None:
    """What waits of this kind for this person is not sent: another notice says it."""
    tx.run(
        "UPDATE notice SET state = 'settled', outcome = 'void', settled_at = :at"
        " WHERE account = :account AND kind = :kind AND state = 'waiting'",
        account=account,
        kind=kind,
        at=ms(at),
    )


def waits(tx: Tx, account: str, kind: str) -> bool:
    """Whether a notice of this kind for this person has not been settled yet."""
    return bool(
        tx.value(
            "SELECT 1 FROM notice WHERE account = :account AND kind = :kind AND state <> 'settled' LIMIT 1",
            account=account,
            kind=kind,
        )
    )


def next_instant(tx: Tx, now: datetime) -> datetime | None:
    """When the next notice that has to wait for its time is due."""
    value = tx.value("SELECT min(send_at) FROM notice WHERE state = 'waiting' AND send_at > :now", now=ms(now))
    return None if value is None else moment(value)


def next_try(tx: Tx, now: datetime) -> datetime | None:
    """When what waits for somebody who is out of reach is tried next.

    It looks at everybody who is, so it is not for the tick, which comes each second and finds the moment anyway.
    """
    value = tx.value(
        "SELECT min(account.unreachable_at) FROM account JOIN notice ON notice.account = account.id"
        " WHERE notice.state = 'waiting' AND account.unreachable_at > :out_of_reach",
        out_of_reach=ms(now - TRY_UNREACHABLE),
    )
    return None if value is None else moment(value) + TRY_UNREACHABLE


def idle(tx: Tx, now: datetime) -> bool:
    """Whether nothing is in flight or could be claimed now: two looks, each by its own index."""
    if tx.value("SELECT 1 FROM notice WHERE state = 'claimed' LIMIT 1"):
        return False
    return not tx.value(
        f"SELECT 1 FROM notice WHERE state = 'waiting' AND send_at <= :now AND {_MAY} LIMIT 1",
        now=ms(now),
        out_of_reach=ms(now - TRY_UNREACHABLE),
    )


def overdue(tx: Tx, before: datetime) -> bool:
    """Whether a dose's notice waits that was due before then, of a person within reach and inside its window."""
    return bool(
        tx.value(
            "SELECT 1 FROM notice WHERE state = 'waiting' AND priority = :dose AND send_at < :before"
            " AND NOT EXISTS (SELECT 1 FROM account WHERE account.id = notice.account"
            " AND account.unreachable_at IS NOT NULL) LIMIT 1",
            dose=int(Priority.DOSE),
            before=ms(before),
        )
    )


def forget(tx: Tx, *, before: datetime) -> int:
    """Delete old settled notices; of a row of missed doses it is known for as long as it goes on: ``gaps.forget``."""
    return tx.run(
        "DELETE FROM notice WHERE state = 'settled' AND settled_at < :before AND kind <> 'row'", before=ms(before)
    )
