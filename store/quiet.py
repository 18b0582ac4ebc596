"""Quiet: the patient wants no pushes. The plans stand, and nothing of them rings or is asked about."""

from collections.abc import Callable
from datetime import datetime

from care.dose import Dose
from store import answers, changes, messages, notices, people, plans
from store.database import Tx
from store.doses import OPEN

_THEIRS = "plan IN (SELECT plan.id FROM plan JOIN link ON link.id = plan.link WHERE link.account = :account)"
_IN_FLIGHT = (
    "EXISTS (SELECT 1 FROM notice WHERE notice.dose = dose.id AND notice.kind = 'dose' AND notice.state = 'claimed')"
)
"""Of a dose whose reminder is on its way: whether it was asked is known once that is settled."""


def begin(tx: Tx, account: str, *, at: datetime, new_id: Callable[[], str]) -> None:
    """Nothing rings any more; what has not been asked yet is not asked, and the messages say so."""
    people.set_quiet(tx, account, at)
    notices.withdraw_rings(tx, account, at=at)
    rows = tx.all(
        f"SELECT id FROM dose WHERE state IN ('due', 'later') AND {_THEIRS} ORDER BY due_at, id", account=account
    )
    tx.run(f"UPDATE dose SET repeat_at = NULL WHERE state IN {OPEN} AND {_THEIRS}", account=account)
    tx.run(
        f"UPDATE dose SET state = 'not_asked' WHERE state = 'due' AND {_THEIRS} AND NOT {_IN_FLIGHT}", account=account
    )
    # That of an answered dose too, which an undo would bring back.
    tx.run(f"UPDATE dose SET later_at = NULL WHERE later_at IS NOT NULL AND {_THEIRS}", account=account)
    for row in rows:
        messages.retouch(tx, row["id"], account, at=at, new_id=new_id)


def end(tx: Tx, account: str, *, at: datetime, new_id: Callable[[], str]) -> None:
    """What is due from now on is asked about, and a change of tomorrow's that was not told of is."""
    was = people.account_by_id(tx, account)
    people.set_quiet(tx, account, None)
    if was is None or was.quiet_since is None or was.zone is None:
        return
    for plan in plans.of_account(tx, account):
        changes.announce(tx, plan, account, was.zone, plans.accepted_versions(tx, plan), now=at, new_id=new_id)


def overtakes(tx: Tx, dose: Dose) -> bool:
    """Whether quiet began since a dose was put off: then its later ring is not wanted any more."""
    owner, asked = people.account_by_id(tx, dose.account), answers.put_off_at(tx, dose.id)
    since = None if owner is None else owner.quiet_since
    return since is not None and asked is not None and asked < since


def not_asked(tx: Tx, dose: str) -> None:
    """Its first reminder was on its way when quiet began, and is not known to have come: then it was not asked."""
    tx.run(
        "UPDATE dose SET state = 'not_asked' WHERE id = :dose AND state = 'due' AND EXISTS (SELECT 1 FROM plan"
        " JOIN link ON link.id = plan.link JOIN account ON account.id = link.account"
        " WHERE plan.id = dose.plan AND account.quiet_since IS NOT NULL)",
        dose=dose,
    )
