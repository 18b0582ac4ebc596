"""Rounds: check-in, summary and digest, when each comes next for a person."""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from store.database import Tx
from store.times import moment, ms

CHECKIN, SUMMARY, DIGEST = "checkin", "summary", "digest"


@dataclass(frozen=True, kw_only=True)
class Round:
    """One person's round; ``next_at`` None: switched off."""

    account: str
    kind: str
    next_at: datetime | None
    weekday: int | None
    at: time | None
    """Chosen by the person; None: the time that follows from the plan."""


def put(
    tx: Tx,
    account: str,
    kind: str,
    *,
    next_at: datetime | None,
    weekday: int | None = None,
    at: time | None = None,
) -> None:
    """Set a round, in place of what was set before."""
    tx.run(
        "INSERT INTO round (account, kind, next_at, weekday, at) VALUES (:account, :kind, :next, :weekday, :at)"
        " ON CONFLICT (account, kind) DO UPDATE SET next_at = :next, weekday = :weekday, at = :at",
        account=account,
        kind=kind,
        next=None if next_at is None else ms(next_at),
        weekday=weekday,
        at=None if at is None else at.isoformat("minutes"),
    )


def get(tx: Tx, account: str, kind: str) -> Round | None:
    """A person's round of that kind, if it was ever set."""
    row = tx.one("SELECT * FROM round WHERE account = :account AND kind = :kind", account=account, kind=kind)
    if row is None:
        return None
    return Round(
        account=account,
        kind=kind,
        next_at=None if row["next_at"] is None else moment(row["next_at"]),
        weekday=row["weekday"],
        at=None if row["at"] is None else time.fromisoformat(row["at"]),
    )


def advance(tx: Tx, round: Round, next_at: datetime) -> None:
    """Move a round on."""
    tx.run(
        "UPDATE round SET next_at = :next WHERE account = :account AND kind = :kind",
        account=round.account,
        kind=round.kind,
        next=ms(next_at),
    )


@dataclass(frozen=True, kw_only=True)
class DueRound:
    """A round whose time has come, with what decides whether it is sent."""

    round: Round
    due: datetime
    zone: ZoneInfo
    quiet: bool
    unreachable: bool


def due(tx: Tx, now: datetime) -> list[DueRound]:
    """The rounds due at or before ``now``; a digest is on its clinic's clock."""
    rows = tx.all(
        "SELECT round.*, account.quiet_since, account.unreachable_at,"
        " CASE round.kind WHEN 'digest' THEN (SELECT clinic.zone FROM clinician"
        "   JOIN clinic ON clinic.id = clinician.clinic"
        "   WHERE clinician.account = round.account AND clinician.withdrawn_at IS NULL)"
        " ELSE account.zone END AS zone"
        " FROM round JOIN account ON account.id = round.account WHERE round.next_at <= :now ORDER BY round.next_at",
        now=ms(now),
    )
    found: list[DueRound] = []
    for row in rows:
        kept = get(tx, row["account"], row["kind"])
        assert kept is not None and kept.next_at is not None
        if row["zone"] is None:
            tx.run(
                "UPDATE round SET next_at = NULL WHERE account = :account AND kind = :kind",
                account=row["account"],
                kind=row["kind"],
            )
            continue
        found.append(
            DueRound(
                round=kept,
                due=kept.next_at,
                zone=ZoneInfo(row["zone"]),
                quiet=row["quiet_since"] is not None,
                unreachable=row["unreachable_at"] is not None,
            )
        )
    return found


def next_instant(tx: Tx) -> datetime | None:
    """When the next round of anybody is due."""
    value = tx.value("SELECT min(next_at) FROM round")
    return None if value is None else moment(value)
