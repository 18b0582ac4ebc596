"""Retention: people who have not used it for so many months are erased. 12 months; a clinic may shorten it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from store import audit, notices, people, team
from store.clinics import MONTHS
from store.database import Tx
from store.notices import Priority
from store.times import ms

_A_MONTH = timedelta(days=365) / 12

_STILL_REMINDED = """
account.unreachable_at IS NULL AND account.quiet_since IS NULL
AND EXISTS (SELECT 1 FROM plan WHERE plan.link = link.id AND plan.next_at IS NOT NULL AND plan.held_at IS NULL)
"""
# The last thing that a person did since they joined. Looked up only for whoever is no longer reminded: all others are
# passed over for the price of one look into an index.
_LAST_SIGN = """
SELECT max(
    coalesce((SELECT max(v.accepted_at) FROM plan_version AS v JOIN plan ON plan.id = v.plan
        WHERE plan.link = link.id), 0),
    coalesce((SELECT max(answer.at) FROM answer JOIN dose ON dose.id = answer.dose JOIN plan ON plan.id = dose.plan
        WHERE plan.link = link.id), 0),
    coalesce((SELECT max(use.said_at) FROM use JOIN plan ON plan.id = use.plan WHERE plan.link = link.id), 0),
    coalesce((SELECT max(at) FROM self_check WHERE self_check.link = link.id), 0),
    coalesce((SELECT max(rating.at) FROM rating JOIN checkin ON checkin.id = rating.checkin
        WHERE checkin.account = account.id), 0)
)
"""


def limit(now: datetime, months: int) -> datetime:
    """So many months before ``now``."""
    return now - months * _A_MONTH


def erase_links(tx: Tx, rows: range, now: datetime, new_id: Callable[[], str]) -> int:
    """Erase whoever of these rows has given no sign for as long as their clinic keeps data; how many people and labels
    went."""
    gone = 0
    for clinic in tx.all("SELECT id, keep_months FROM clinic"):
        before = ms(limit(now, clinic["keep_months"]))
        for row in tx.all(
            "SELECT link.id, link.label, account.id AS account, account.chat FROM link"
            " JOIN account ON account.id = link.account"
            " WHERE link.rowid BETWEEN :first AND :last AND +link.clinic = :clinic"
            f" AND coalesce(link.consent_at, 0) < :before AND NOT ({_STILL_REMINDED}) AND ({_LAST_SIGN}) < :before",
            first=rows.start,
            last=rows.stop - 1,
            clinic=clinic["id"],
            before=before,
        ):
            _tell_team(tx, clinic["id"], row["label"], row["account"], clinic["keep_months"], now, new_id)
            _erase(tx, row["account"], row["chat"], now)
            gone += 1
        for row in tx.all(
            "SELECT id FROM link WHERE rowid BETWEEN :first AND :last AND +clinic = :clinic AND +account IS NULL"
            " AND created_at < :before",
            first=rows.start,
            last=rows.stop - 1,
            clinic=clinic["id"],
            before=before,
        ):
            tx.run("DELETE FROM link WHERE id = :id", id=row["id"])
            audit.note(tx, at=now, actor="retention", action="erase", about=row["id"], detail="never joined")
            gone += 1
    return gone


def erase_strangers(tx: Tx, now: datetime) -> int:
    """Erase whoever wrote long ago and has no link, and forget old safety events; how many people went."""
    gone = 0
    before = ms(limit(now, MONTHS))
    for row in tx.all(
        "SELECT id, chat FROM account WHERE created_at < :before"
        " AND NOT EXISTS (SELECT 1 FROM link WHERE link.account = account.id)"
        " AND NOT EXISTS (SELECT 1 FROM clinician WHERE clinician.account = account.id AND withdrawn_at IS NULL)",
        before=before,
    ):
        _erase(tx, row["id"], row["chat"], now)
        gone += 1
    tx.run("DELETE FROM safety_event WHERE at < :before", before=before)
    return gone


def forget(tx: Tx, account: str, chat: int) -> str:
    """Erase as ``/delete`` does; somebody who is also on a team stays on it, and only what is a patient's goes.

    Which it was: ``erase`` or ``unlink``.
    """
    if tx.value("SELECT 1 FROM clinician WHERE account = :id AND withdrawn_at IS NULL", id=account):
        people.erase_as_patient(tx, account)
        return "unlink"
    people.erase(tx, account, chat)
    return "erase"


def _erase(tx: Tx, account: str, chat: int, now: datetime) -> None:
    audit.note(tx, at=now, actor="retention", action=forget(tx, account, chat), about=account)


def _tell_team(
    tx: Tx, clinic: str, label: str, account: str, months: int, now: datetime, new_id: Callable[[], str]
) -> None:
    for member in team.members(tx, clinic):
        if member.account != account:
            notices.put(
                tx,
                id=new_id(),
                account=member.account,
                kind="aged",
                priority=Priority.CLINIC,
                send_at=now,
                facts={"label": label, "months": str(months)},
            )
