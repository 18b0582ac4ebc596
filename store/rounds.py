"""Rounds: check-in, summary, digest and lesson (the weekly reading), when each comes next for a person."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from care.rounds import MOST_A_DAY, MOST_CHOICES
from store.database import Tx
from store.times import moment, ms

CHECKIN, SUMMARY, DIGEST, LESSON, SELF_CHECK = "checkin", "summary", "digest", "lesson", "self-check"


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
    hours: tuple[time, time] | None
    """The person's quiet hours: from, until."""
    most: int
    """How many rounds they want on one day."""


def due(tx: Tx, now: datetime, most: int = -1) -> list[tuple[str, str]]:
    """The rounds due at or before ``now``, as (account, kind), at most so many (-1: all)."""
    rows = tx.all(
        "SELECT account, kind FROM round WHERE next_at <= :now ORDER BY next_at LIMIT :most", now=ms(now), most=most
    )
    return [(row["account"], row["kind"]) for row in rows]


def to_come(tx: Tx) -> list[tuple[str, str]]:
    """All rounds that are switched on, as (account, kind)."""
    rows = tx.all("SELECT account, kind FROM round WHERE next_at IS NOT NULL")
    return [(row["account"], row["kind"]) for row in rows]


def due_round(tx: Tx, account: str, kind: str) -> DueRound | None:
    """One of them, read whole; None if it has no clock to go by. A digest is on its clinic's clock."""
    row = tx.one(
        "SELECT account.quiet_since, account.unreachable_at, account.quiet_from, account.quiet_until,"
        " account.rounds_a_day,"
        " CASE :kind WHEN 'digest' THEN (SELECT clinic.zone FROM clinician"
        "   JOIN clinic ON clinic.id = clinician.clinic"
        "   WHERE clinician.account = account.id AND clinician.withdrawn_at IS NULL)"
        " ELSE account.zone END AS zone FROM account WHERE id = :account",
        account=account,
        kind=kind,
    )
    kept = get(tx, account, kind)
    if row is None or row["zone"] is None or kept is None or kept.next_at is None:
        return None
    return DueRound(
        round=kept,
        due=kept.next_at,
        zone=ZoneInfo(row["zone"]),
        quiet=row["quiet_since"] is not None,
        unreachable=row["unreachable_at"] is not None,
        hours=None if row["quiet_from"] is None else _hours(row["quiet_from"], row["quiet_until"]),
        most=row["rounds_a_day"] or MOST_A_DAY,
    )


def _hours(since: str, until: str) -> tuple[time, time]:
    return time.fromisoformat(since), time.fromisoformat(until)


def quiet_hours(tx: Tx, account: str) -> tuple[time, time] | None:
    """A person's quiet hours, if they chose any."""
    row = tx.one("SELECT quiet_from, quiet_until FROM account WHERE id = :account", account=account)
    return None if row is None or row["quiet_from"] is None else _hours(row["quiet_from"], row["quiet_until"])


def set_quiet_hours(tx: Tx, account: str, hours: tuple[time, time] | None) -> None:
    """Hours in which no round comes; None: none."""
    since, until = hours or (None, None)
    tx.run(
        "UPDATE account SET quiet_from = :since, quiet_until = :until WHERE id = :account",
        account=account,
        since=None if since is None else since.isoformat("minutes"),
        until=None if until is None else until.isoformat("minutes"),
    )


def most_a_day(tx: Tx, account: str) -> int:
    """How many rounds a person wants on one day."""
    return int(tx.value("SELECT rounds_a_day FROM account WHERE id = :account", account=account) or MOST_A_DAY)


def set_most_a_day(tx: Tx, account: str, most: int) -> None:
    """So many rounds on one day at most. Raises ValueError for a number that is not on offer."""
    if most not in MOST_CHOICES:
        raise ValueError(f"not {most} rounds a day")
    tx.run("UPDATE account SET rounds_a_day = :most WHERE id = :account", account=account, most=most)


def key(kind: str, account: str, day: date) -> str:
    """The key of the notice by which a round comes on a local day: it comes once."""
    return f"{kind}:{account}:{day}"


def pushed(tx: Tx, account: str, day: date) -> int:
    """How many rounds of any kind were queued for a person on a local day."""
    return int(
        tx.value(
            "SELECT count(*) FROM notice WHERE key IN (:checkin, :summary, :list, :lesson)",
            checkin=key(CHECKIN, account, day),
            summary=key(SUMMARY, account, day),
            list=key(SELF_CHECK, account, day),
            lesson=key(LESSON, account, day),
        )
    )


def on_day(tx: Tx, account: str, day: date, start: datetime, end: datetime, *, checkin: bool = True) -> int:
    """How many of a patient's other rounds fall on a local day (from ``start`` until ``end``): those queued already,
    and those to come, a check-in to come among them or not."""
    return int(
        tx.value(
            "SELECT (SELECT count(*) FROM notice WHERE key IN (:checkin, :summary, :list))"
            " + (SELECT count(*) FROM round WHERE account = :account AND kind IN ('checkin', 'summary', 'self-check')"
            "   AND next_at >= :start AND next_at < :end AND (:with OR kind <> 'checkin'))",
            account=account,
            checkin=key(CHECKIN, account, day),
            summary=key(SUMMARY, account, day),
            list=key(SELF_CHECK, account, day),
            start=ms(start),
            end=ms(end),
            **{"with": int(checkin)},
        )
    )


def weekly_before(tx: Tx, account: str, moment: datetime) -> bool:
    """Whether a summary, a list or a weekly reading of this person comes before a moment."""
    return bool(
        tx.value(
            "SELECT 1 FROM round WHERE account = :account AND kind IN ('summary', 'self-check', 'lesson')"
            " AND next_at < :moment LIMIT 1",
            account=account,
            moment=ms(moment),
        )
    )


def put_off(tx: Tx, account: str, kind: str, until: datetime | None) -> None:
    """Move a round that can't be raised; None: switch it off."""
    tx.run(
        "UPDATE round SET next_at = :until WHERE account = :account AND kind = :kind",
        account=account,
        kind=kind,
        until=None if until is None else ms(until),
    )


def next_instant(tx: Tx) -> datetime | None:
    """When the next round of anybody is due."""
    value = tx.value("SELECT min(next_at) FROM round")
    return None if value is None else moment(value)
