"""News for a clinic about a patient: a note on the patient's page, and one message to each of the team."""

from collections.abc import Callable
from datetime import datetime

from store import diary, notices, people, team
from store.database import Tx
from store.notices import Priority
from store.people import Link
from store.team import Clinician


def tell(
    tx: Tx,
    link: Link,
    kind: str,
    item: str,
    *,
    at: datetime,
    new_id: Callable[[], str],
    plan: str | None = None,
    only: Clinician | None = None,
) -> None:
    """Note ``item`` (never free text) and have the team told that this patient needs a look.

    ``plan``: one that the patient asks to be put on hold; the message carries that button too. ``only``: tell this one
    of the team.
    """
    diary.note(tx, link.id, kind, item, at=at)
    facts = {"link": link.id} | ({} if plan is None else {"plan": plan})
    for clinician in team.members(tx, link.clinic.id) if only is None else (only,):
        if facts not in notices.waiting(tx, clinician.account, "clinic"):  # one that waits says the same
            notices.put(
                tx,
                id=new_id(),
                account=clinician.account,
                kind="clinic",
                priority=Priority.CLINIC,
                send_at=at,
                facts=facts,
            )


def out_of_reach(tx: Tx, account: str, *, at: datetime, new_id: Callable[[], str]) -> None:
    """Mark whoever blocked the bot or is gone, from this moment; the first time, a patient's team hears of it."""
    known = people.account_by_id(tx, account)
    people.set_reachable(tx, account, at=at)
    if known is None or known.unreachable:
        return
    patient = people.patient(tx, known.chat)
    if patient is not None:
        tell(tx, patient.link, "delivery", "unreachable", at=at, new_id=new_id)
