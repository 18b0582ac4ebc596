"""What was not delivered by our fault or Telegram's: one quiet note a person, and one list for each of the team."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from care.dose import Dose
from care.doses import DoseState
from store import diary, doses, notices, people, team
from store.database import Tx
from store.notices import Priority
from store.people import Patient

GATHER_FOR = timedelta(minutes=1)
"""How long a team's list waits for further names, so that it is one list."""


def note(tx: Tx, account: str, missed: datetime, closed: datetime, now: datetime, new_id: Callable[[], str]) -> None:
    """A reminder could not be sent within its window. ``missed``: when it was due, on the person's clock; ``closed``:
    when its window ended. A note that went out after that, of an outage that had begun by then, was about it.

    Whoever is out of reach has chosen so, or is gone: nothing is noted of them here.
    """
    owner = people.account_by_id(tx, account)
    patient = None if owner is None else people.patient(tx, owner.chat)
    if owner is None or owner.unreachable or patient is None:
        return
    told = notices.sent_since(tx, _key(account), closed)
    if told is not None and _Facts(**told) <= _facts(missed):
        return
    if _note_from(tx, account, missed, now, new_id):
        _tell_team(tx, patient, now, new_id)


def lost(tx: Tx, dose: Dose, now: datetime, new_id: Callable[[], str], *, surely: bool) -> None:
    """A reminder was refused (``surely``), or was twice in doubt: the patient reads once its window has closed that it
    may never have come, unless a press has shown by then that it did. The team hears of what surely did not come.

    While an outage goes on that was noted, its note is about this one, too.
    """
    if notices.waits(tx, dose.account, "outage"):
        _note_from(tx, dose.account, dose.due, now, new_id)
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


def came(tx: Tx, dose: Dose, now: datetime) -> None:
    """A press has shown that a reminder came that was taken for unsent: once its dose is answered, what was noted of it
    goes, and what is not out yet is not told. Unless others were missed with it."""
    if not doses.missed_since(tx, dose.account, dose.due):
        notices.take_back(tx, dose.account, "outage", at=now)
        diary.strike(tx, dose.link, "delivery", "outage", since=dose.window_end)


def _key(account: str) -> str:
    """Of a person's latest note."""
    return f"outage:{account}"


class _Facts(NamedTuple):
    """Since when reminders were missed, as the note says it: on the clock of that time."""

    day: str
    at: str


def _facts(missed: datetime) -> _Facts:
    return _Facts(day=missed.date().isoformat(), at=f"{missed:%H:%M}")


def _note_from(tx: Tx, account: str, missed: datetime, now: datetime, new_id: Callable[[], str]) -> bool:
    """One note a person, from the first that was missed on: one that waits begins earlier. Whether there was none."""
    waiting = [_Facts(**facts) for facts in notices.waiting(tx, account, "outage")]
    if not waiting and notices.waits(tx, account, "outage"):
        return False  # it is on its way
    before = [doses.get(tx, facts["dose"]) for facts in notices.waiting(tx, account, "lost")]
    unasked = [_facts(dose.due) for dose in before if dose is not None and dose.state is DoseState.UNDELIVERED]
    first = min([_facts(missed), *waiting, *unasked])
    if first not in waiting:
        notices.take_back(tx, account, "outage", at=now)
        notices.free(tx, _key(account))
        notices.put(
            tx,
            id=new_id(),
            key=_key(account),
            account=account,
            kind="outage",
            priority=Priority.REPEAT,
            send_at=now,
            facts=first._asdict(),
        )
    notices.take_back(tx, account, "lost", at=now)
    return not waiting


def _tell_team(tx: Tx, patient: Patient, now: datetime, new_id: Callable[[], str]) -> None:
    diary.note(tx, patient.link.id, "delivery", "outage", at=now)
    for clinician in team.members(tx, patient.clinic.id):
        if not notices.waiting(tx, clinician.account, "missed"):  # what is on its way may not know of this one
            notices.put(
                tx,
                id=new_id(),
                account=clinician.account,
                kind="missed",
                priority=Priority.CLINIC,
                send_at=now + GATHER_FOR,
                facts={"since": str(int(now.timestamp()))},
            )
