"""After an outage, ours or Telegram's: one quiet note a person, and one list for each of the team."""

from collections.abc import Callable
from datetime import datetime, timedelta

from store import diary, notices, people, team
from store.database import Tx
from store.notices import Priority

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
    if not noted:
        return
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
