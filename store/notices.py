"""Notices: what time causes to be sent. Raised once by key, claimed one at a time, settled with an outcome."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from store.database import Row, Tx
from store.times import moment, ms


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


def claim(tx: Tx, now: datetime) -> Notice | None:
    """Take the first notice whose turn has come, of a person who has none in flight; None if there is none."""
    row = tx.one(
        "UPDATE notice SET state = 'claimed', attempts = attempts + 1 WHERE id = ("
        " SELECT id FROM notice WHERE state = 'waiting' AND send_at <= :now"
        " AND account NOT IN (SELECT account FROM notice WHERE state = 'claimed')"
        " ORDER BY priority, send_at, rowid LIMIT 1) RETURNING *",
        now=ms(now),
    )
    return None if row is None else _notice(tx, row)


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
        replaces=row["replaces"],
    )


def in_flight(tx: Tx) -> list[Notice]:
    """What was claimed and never settled: after a crash, the notices in doubt."""
    return [_notice(tx, row) for row in tx.all("SELECT * FROM notice WHERE state = 'claimed' ORDER BY send_at")]


def settle(tx: Tx, notice: str, outcome: str, *, at: datetime, message: int | None = None) -> None:
    """Close a notice with its outcome, and the message that it became."""
    tx.run(
        "UPDATE notice SET state = 'settled', outcome = :outcome, message = :message, settled_at = :at"
        " WHERE id = :id AND state <> 'settled'",
        id=notice,
        outcome=outcome,
        message=message,
        at=ms(at),
    )


def put_back(tx: Tx, notice: str, *, until: datetime) -> None:
    """It was certainly not sent: its turn comes again."""
    tx.run(
        "UPDATE notice SET state = 'waiting', send_at = :until WHERE id = :id AND state = 'claimed'",
        id=notice,
        until=ms(until),
    )


def messages_of(tx: Tx, dose: str) -> list[int]:
    """The messages that carry a dose, newest first."""
    rows = tx.all(
        "SELECT DISTINCT message FROM notice WHERE dose = :dose AND message IS NOT NULL ORDER BY message DESC",
        dose=dose,
    )
    return [row["message"] for row in rows]


def retouch(
    tx: Tx, dose: str, account: str, *, at: datetime, new_id: Callable[[], str], but: int | None = None
) -> None:
    """Have the messages that carry a dose say how it stands, all but the one that is being edited anyway."""
    for message in messages_of(tx, dose):
        if message != but:
            put(
                tx,
                id=new_id(),
                account=account,
                kind="state",
                dose=dose,
                priority=Priority.REPEAT,
                send_at=at,
                replaces=message,
            )


def next_instant(tx: Tx, now: datetime) -> datetime | None:
    """When the next notice that has to wait for its time is due."""
    value = tx.value("SELECT min(send_at) FROM notice WHERE state = 'waiting' AND send_at > :now", now=ms(now))
    return None if value is None else moment(value)


def idle(tx: Tx, now: datetime) -> bool:
    """Whether nothing is in flight or could be claimed now."""
    return not tx.value(
        "SELECT 1 FROM notice WHERE state = 'claimed' OR (state = 'waiting' AND send_at <= :now) LIMIT 1",
        now=ms(now),
    )


def forget(tx: Tx, *, before: datetime) -> int:
    """Delete old settled notices."""
    return tx.run("DELETE FROM notice WHERE state = 'settled' AND settled_at < :before", before=ms(before))
