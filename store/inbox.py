"""Updates as Telegram sent them, kept before they are confirmed and handled once (design 4)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from store.database import Tx
from store.times import ms

MOST_ATTEMPTS = 3


@dataclass(frozen=True, kw_only=True)
class Letter:
    """An update waiting to be handled, in the lane of its chat."""

    update_id: int
    chat: int | None
    raw: Mapping[str, Any]
    attempts: int


def keep(tx: Tx, updates: Sequence[tuple[int, int | None, Mapping[str, Any]]], *, at: datetime) -> list[Letter]:
    """Keep (update id, chat, raw update); the letters that are new. One that is known already is left as it is."""
    new = []
    for update_id, chat, raw in updates:
        if tx.run(
            "INSERT INTO inbox (update_id, chat, raw, received_at) VALUES (:id, :chat, :raw, :at)"
            " ON CONFLICT (update_id) DO NOTHING",
            id=update_id,
            chat=chat,
            raw=json.dumps(raw, ensure_ascii=False),
            at=ms(at),
        ):
            new.append(Letter(update_id=update_id, chat=chat, raw=raw, attempts=0))
    return new


def waiting(tx: Tx) -> list[Letter]:
    """The updates that are not done, oldest first."""
    rows = tx.all("SELECT update_id, chat, raw, attempts FROM inbox WHERE done_at IS NULL ORDER BY update_id")
    return [
        Letter(update_id=r["update_id"], chat=r["chat"], raw=json.loads(r["raw"]), attempts=r["attempts"]) for r in rows
    ]


def newest(tx: Tx) -> int | None:
    """The highest update id that was kept."""
    found: int | None = tx.value("SELECT max(update_id) FROM inbox")
    return found


def record(tx: Tx, update_id: int, *, at: datetime) -> bool:
    """Mark that the update had its effect; False if it had it before, and must not have it again."""
    return bool(
        tx.run(
            "UPDATE inbox SET recorded_at = :at WHERE update_id = :id AND recorded_at IS NULL",
            id=update_id,
            at=ms(at),
        )
    )


def done(tx: Tx, update_id: int, *, at: datetime) -> bool:
    """Recorded and replied to: forget what it said. False if it was done before."""
    return bool(
        tx.run(
            "UPDATE inbox SET done_at = :at, raw = NULL WHERE update_id = :id AND done_at IS NULL",
            id=update_id,
            at=ms(at),
        )
    )


def failed(tx: Tx, update_id: int, *, at: datetime) -> bool:
    """Count a failure; True if it was the last try: the update is then kept apart, as a dead letter."""
    tx.run("UPDATE inbox SET attempts = attempts + 1 WHERE update_id = :id", id=update_id)
    return bool(
        tx.run(
            "UPDATE inbox SET dead = 1, done_at = :at WHERE update_id = :id AND attempts >= :most AND done_at IS NULL",
            id=update_id,
            at=ms(at),
            most=MOST_ATTEMPTS,
        )
    )


def forget(tx: Tx, *, before: datetime) -> int:
    """Delete what is done and old: Telegram never repeats an update after 24 hours. Dead letters stay 14 days."""
    return tx.run(
        "DELETE FROM inbox WHERE done_at < :before AND (dead = 0 OR done_at < :long_before)"
        " AND update_id < (SELECT max(update_id) FROM inbox)",
        before=ms(before),
        long_before=ms(before - timedelta(days=14)),
    )
