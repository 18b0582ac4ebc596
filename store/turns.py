"""Whose turn it is: the plans with a dose due, as the tick asks for them by one index."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from care.succession import Version
from store import plans
from store.database import Tx
from store.times import moment, ms


@dataclass(frozen=True, kw_only=True)
class DuePlan:
    """A plan with a dose due: what the tick needs to raise it."""

    id: str
    account: str
    zone: ZoneInfo
    versions: tuple[Version, ...]
    next_at: datetime
    window_most: int
    """Minutes."""
    held: bool
    quiet: bool
    unreachable_since: datetime | None
    moved: datetime | None
    """When the patient last moved to another clock."""


_DUE = (
    " FROM plan JOIN link ON link.id = plan.link JOIN account ON account.id = link.account"
    " WHERE plan.next_at IS NOT NULL AND link.ended_at IS NULL AND account.zone IS NOT NULL"
)
_TURN = "max(plan.next_at, coalesce(plan.retry_at, 0))"  # as the index plan_turn has it


def due(tx: Tx, now: datetime, most: int = -1) -> list[str]:
    """The ids of the plans with a dose due at or before ``now``, at most so many (-1: all); one that failed waits for
    its next try."""
    rows = tx.all(f"SELECT plan.id {_DUE} AND {_TURN} <= :now ORDER BY {_TURN} LIMIT :most", now=ms(now), most=most)
    return [row["id"] for row in rows]


def due_plan(tx: Tx, plan: str) -> DuePlan:
    """One of them, read whole. Raises what a row that can't be read raises."""
    row = tx.one(
        "SELECT plan.id, plan.next_at, plan.held_at, account.id AS account, account.zone, account.quiet_since,"
        " account.unreachable_at, account.moved_at, clinic.window_minutes FROM plan JOIN link ON link.id = plan.link"
        " JOIN account ON account.id = link.account JOIN clinic ON clinic.id = link.clinic WHERE plan.id = :plan",
        plan=plan,
    )
    assert row is not None
    return DuePlan(
        id=row["id"],
        account=row["account"],
        zone=ZoneInfo(row["zone"]),
        versions=plans.accepted_versions(tx, row["id"]),
        next_at=moment(row["next_at"]),
        window_most=row["window_minutes"],
        held=row["held_at"] is not None,
        quiet=row["quiet_since"] is not None,
        unreachable_since=None if row["unreachable_at"] is None else moment(row["unreachable_at"]),
        moved=None if row["moved_at"] is None else moment(row["moved_at"]),
    )


def put_off(tx: Tx, plan: str, until: datetime) -> None:
    """Raising it failed: try again then. The dose that is due stays due."""
    tx.run("UPDATE plan SET retry_at = :until WHERE id = :plan", plan=plan, until=ms(until))


def is_due(tx: Tx, plan: str, now: datetime) -> bool:
    """Whether this plan has a dose due at or before ``now``."""
    return bool(tx.value(f"SELECT 1 {_DUE} AND plan.id = :plan AND plan.next_at <= :now", plan=plan, now=ms(now)))


def unraised(tx: Tx, account: str, before: datetime) -> bool:
    """Whether a dose of this account is due before a moment and the tick has not raised it yet."""
    return bool(
        tx.value(
            "SELECT 1 FROM plan JOIN link ON link.id = plan.link WHERE link.account = :account"
            " AND link.ended_at IS NULL AND plan.next_at < :before LIMIT 1",
            account=account,
            before=ms(before),
        )
    )


def next_instant(tx: Tx) -> datetime | None:
    """When the first dose of any plan is due, or tried again."""
    value = tx.value(f"SELECT {_TURN} {_DUE} ORDER BY {_TURN} LIMIT 1")
    return None if value is None else moment(value)


def running(tx: Tx) -> list[tuple[str, ZoneInfo]]:
    """Every plan that has doses to come, with its zone."""
    rows = tx.all(f"SELECT plan.id, account.zone {_DUE}")
    return [(row["id"], ZoneInfo(row["zone"])) for row in rows]
