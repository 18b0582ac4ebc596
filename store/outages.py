"""What was not delivered by our fault or Telegram's: one quiet note a person, and one list for each of the team."""

from collections.abc import Callable
from datetime import datetime, timedelta

from care.dose import Dose
from care.doses import DoseState
from store import diary, doses, notices, people, team
from store.database import Tx
from store.notices import Priority
from store.people import Patient

GATHER_FOR = timedelta(minutes=1)
"""How long a team's list waits for further names, so that it is one list."""


def note(tx: Tx, account: str, missed: datetime, now: datetime, new_id: Callable[[], str]) -> None:
    """A reminder could not be sent within its window. ``missed``: when it was due, on the person's clock.

    Whoever is out of reach has chosen so, or is gone: nothing is noted of them here.
    """
    owner = people.account_by_id(tx, account)
    patient = None if owner is None else people.patient(tx, owner.chat)
    if owner is None or owner.unreachable or patient is None:
        return
    if notices.waits(tx, account, "outage"):
        return  # this outage was noted, and goes on
    before = [doses.get(tx, facts["dose"]) for facts in notices.waiting(tx, account, "lost")]
    unasked = [dose.due for dose in before if dose is not None and dose.state is DoseState.UNDELIVERED]
    missed = min([missed, *unasked])  # one note a person
    noted = notices.put(
        tx,
        id=new_id(),
        key=f"outage:{account}:{now.astimezone(missed.tzinfo).date()}",
        account=account,
        kind="outage",
        priority=Priority.REPEAT,
        send_at=now,
        facts={"day": missed.date().isoformat(), "at": f"{missed:%H:%M}"},
    )
    if noted:
        notices.take_back(tx, account, "lost", at=now)
        _tell_team(tx, patient, now, new_id)


def lost(tx: Tx, dose: Dose, now: datetime, new_id: Callable[[], str], *, surely: bool) -> None:
    """A reminder was refused (``surely``), or was twice in doubt: the patient reads once its window has closed that it
    may never have come, unless a press has shown by then that it did. The team hears of what surely did not come.

    While an outage goes on that was noted, its note is about this one, too.
    """
    if notices.waits(tx, dose.account, "outage"):
        return
    notices.put(
        tx,
        id=new_id(),
        key=f"lost:{dose.id}",
        account=dose.account,
        kind="lost",
        priority=Priority.REPEAT,
        send_at=max(now, dose.window_end),
        facts={"dose": dose.id},
    )
    owner = people.account_by_id(tx, dose.account)
    patient = None if owner is None else people.patient(tx, owner.chat)
    if surely and patient is not None:
        _tell_team(tx, patient, now, new_id)


def _tell_team(tx: Tx, patient: Patient, now: datetime, new_id: Callable[[], str]) -> None:
    diary.note(tx, patient.link.id, "delivery", "outage", at=now)
    for clinician in team.members(tx, patient.clinic.id):
        if not notices.waits(tx, clinician.account, "missed"):
            notices.put(
                tx,
                id=new_id(),
                account=clinician.account,
                kind="missed",
                priority=Priority.CLINIC,
                send_at=now + GATHER_FOR,
                facts={"since": str(int(now.timestamp()))},
            )
