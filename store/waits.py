"""What doses wait for: a quiet repeat, a later ring, the end of a window. The tick asks, each by its own index."""

from datetime import datetime

from store.database import Tx
from store.doses import OPEN
from store.times import moment, ms


def repeats_due(tx: Tx, now: datetime, most: int = -1) -> list[str]:
    """The ids of the doses whose quiet repeat is due, at most so many (-1: all). Given once, or ``put_off``."""
    return _given(tx, "repeat_at", "sent", now, most)


def laters_due(tx: Tx, now: datetime, most: int = -1) -> list[str]:
    """The ids of the doses that were put off until now, at most so many (-1: all). Given once, or ``put_off``."""
    return _given(tx, "later_at", "later", now, most)


def _given(tx: Tx, moment_of: str, state: str, now: datetime, most: int) -> list[str]:
    """The doses in a state whose moment has come, the earliest first; it does not come again, for them or others."""
    tx.run(
        f"UPDATE dose SET {moment_of} = NULL WHERE {moment_of} <= :now AND state <> :state", now=ms(now), state=state
    )
    rows = tx.all(
        f"SELECT id FROM dose WHERE {moment_of} <= :now ORDER BY {moment_of}, rowid LIMIT :most", now=ms(now), most=most
    )
    for row in rows:
        tx.run(f"UPDATE dose SET {moment_of} = NULL WHERE id = :id", id=row["id"])
    return [row["id"] for row in rows]


def put_off(tx: Tx, dose: str, *, repeat: bool, until: datetime) -> None:
    """Raising its repeat, or what it was put off to, failed: it is due again then."""
    moment_of = "repeat_at" if repeat else "later_at"
    tx.run(f"UPDATE dose SET {moment_of} = :until WHERE id = :id", id=dose, until=ms(until))


def windows_closed(tx: Tx, now: datetime, most: int = -1) -> list[str]:
    """The ids of the open doses whose window has closed, at most so many (-1: all), the earliest first.

    Not while a ring is on its way: whether they were asked is known once it is settled.
    """
    rows = tx.all(
        f"SELECT id FROM dose WHERE window_at <= :now AND state IN {OPEN} AND NOT EXISTS (SELECT 1 FROM notice"
        " WHERE notice.dose = dose.id AND notice.kind = 'dose' AND notice.state = 'claimed')"
        " ORDER BY window_at, rowid LIMIT :most",
        now=ms(now),
        most=most,
    )
    return [row["id"] for row in rows]


def close_window(tx: Tx, dose: str) -> None:
    """Asked and not answered, or never delivered; so too one that was put off and could not be reminded of again."""
    tx.run(
        "UPDATE dose SET state = CASE WHEN state = 'due' THEN 'undelivered'"
        " WHEN state = 'later' AND (later_at IS NOT NULL OR EXISTS (SELECT 1 FROM notice"
        " WHERE notice.dose = dose.id AND notice.kind = 'dose' AND notice.state <> 'settled'))"
        " THEN 'undelivered' ELSE 'unanswered' END,"
        f" repeat_at = NULL, later_at = NULL WHERE id = :id AND state IN {OPEN}",
        id=dose,
    )


def next_instant(tx: Tx) -> datetime | None:
    """When a repeat, a later or the end of a window is due next."""
    values = [
        tx.value("SELECT min(repeat_at) FROM dose WHERE repeat_at IS NOT NULL"),
        tx.value("SELECT min(later_at) FROM dose WHERE later_at IS NOT NULL"),
        tx.value(f"SELECT min(window_at) FROM dose WHERE state IN {OPEN}"),
    ]
    known = [value for value in values if value is not None]
    return moment(min(known)) if known else None
