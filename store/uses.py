"""Uses: each time an as-needed medicine was taken, as the patient said. Rows of their own; nothing is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from care.doses import UNDO_FOR
from store.database import Row, Tx
from store.times import moment, ms


@dataclass(frozen=True, kw_only=True)
class Use:
    """One use, with its moments in the patient's zone."""

    id: str
    plan: str
    amount: str
    taken: datetime
    """When it was taken, as the patient said."""
    said: datetime
    held: bool
    """The plan was on hold when the patient said so."""


_SELECT = """
SELECT use.*, account.zone FROM use JOIN plan ON plan.id = use.plan JOIN link ON link.id = plan.link
JOIN account ON account.id = link.account
"""


def _use(row: Row) -> Use:
    zone = ZoneInfo(row["zone"])
    return Use(
        id=row["id"],
        plan=row["plan"],
        amount=row["amount"],
        taken=moment(row["taken_at"]).astimezone(zone),
        said=moment(row["said_at"]).astimezone(zone),
        held=bool(row["held"]),
    )


def log(
    tx: Tx, *, id: str, plan: str, chat: int, mark: str, version: int, amount: str, taken: datetime, at: datetime
) -> bool:
    """Record a use of a plan of this chat's person; False if this button's was recorded, or the plan isn't theirs.

    ``mark`` names the button: however often it is pressed, it stands for one use.
    """
    return bool(
        tx.run(
            "INSERT INTO use (id, plan, version, amount, taken_at, local_date, said_at, mark, held)"
            " SELECT :id, plan.id, :version, :amount, :taken, :day, :at, :mark, plan.held_at IS NOT NULL"
            " FROM plan JOIN link ON link.id = plan.link JOIN account ON account.id = link.account"
            " WHERE plan.id = :plan AND account.chat = :chat AND link.ended_at IS NULL"
            " AND account.zone IS NOT NULL AND plan.version IS NOT NULL"
            " ON CONFLICT (plan, mark) DO NOTHING",
            id=id,
            plan=plan,
            chat=chat,
            mark=mark,
            version=version,
            amount=amount,
            taken=ms(taken),
            day=taken.date().isoformat(),
            at=ms(at),
        )
    )


def undo(tx: Tx, use: str, chat: int, *, at: datetime) -> bool:
    """Take back a use of this chat's person, within 12 h of saying it; False if there is none to take back."""
    return bool(
        tx.run(
            "UPDATE use SET undone_at = :at WHERE id = :use AND undone_at IS NULL AND said_at >= :since"
            " AND plan IN (SELECT plan.id FROM plan JOIN link ON link.id = plan.link"
            " JOIN account ON account.id = link.account WHERE account.chat = :chat AND link.ended_at IS NULL)",
            use=use,
            chat=chat,
            at=ms(at),
            since=ms(at - UNDO_FOR),
        )
    )


def plan_of(tx: Tx, use: str, chat: int) -> str | None:
    """The plan of a use of this chat's person, one that was taken back included."""
    found: str | None = tx.value(
        "SELECT use.plan FROM use JOIN plan ON plan.id = use.plan JOIN link ON link.id = plan.link"
        " JOIN account ON account.id = link.account"
        " WHERE use.id = :use AND account.chat = :chat AND link.ended_at IS NULL",
        use=use,
        chat=chat,
    )
    return found


def taken_back(tx: Tx, use: str) -> bool:
    """Whether a use was taken back."""
    return bool(tx.value("SELECT undone_at IS NOT NULL FROM use WHERE id = :use", use=use))


def by_mark(tx: Tx, plan: str, mark: str) -> Use | None:
    """What a button recorded, unless it was taken back."""
    row = tx.one(
        f"{_SELECT} WHERE use.plan = :plan AND use.mark = :mark AND use.undone_at IS NULL", plan=plan, mark=mark
    )
    return None if row is None else _use(row)


def of_plan(tx: Tx, plan: str, since: datetime) -> list[Use]:
    """The uses of a plan since a moment, oldest first."""
    rows = tx.all(
        f"{_SELECT} WHERE use.plan = :plan AND use.taken_at >= :since AND use.undone_at IS NULL"
        " ORDER BY use.taken_at, use.said_at",
        plan=plan,
        since=ms(since),
    )
    return [_use(row) for row in rows]


def days(tx: Tx, link: str, first: date, last: date) -> Sequence[date]:
    """The local date of each use of a patient from ``first`` to ``last``, both included."""
    rows = tx.all(
        "SELECT use.local_date FROM use JOIN plan ON plan.id = use.plan WHERE plan.link = :link"
        " AND use.undone_at IS NULL AND use.local_date BETWEEN :first AND :last ORDER BY use.taken_at",
        link=link,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    return [date.fromisoformat(row["local_date"]) for row in rows]
