"""Review dates that have come (R4): the team hears of each once; nothing stops by itself."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from store import diary, notices, team
from store.database import Tx
from store.notices import Priority

_LAST = 2**62
HOURS = range(8, 18)
"""At the clinic: nobody is told of a review at night."""


def raise_due(tx: Tx, now: datetime, new_id: Callable[[], str], rows: range | None = None) -> int:
    """Tell each team of the plans whose review date has come, of these rows or (None) of all; how many messages that
    makes.

    Told once for each date; a notice is forgotten after 30 days, and a review still overdue is told of again then.
    """
    made = 0
    for clinic in tx.all("SELECT id, zone FROM clinic"):
        local = now.astimezone(ZoneInfo(clinic["zone"]))
        if local.hour not in HOURS:
            continue
        for row in tx.all(
            "SELECT plan.id, plan.link, json_extract(version.body, '$.review') AS day FROM plan"
            " JOIN plan_version AS version ON version.plan = plan.id AND version.version = plan.version"
            " JOIN link ON link.id = plan.link WHERE plan.rowid BETWEEN :first AND :last AND +link.clinic = :clinic"
            " AND link.ended_at IS NULL"
            " AND plan.ended_at IS NULL AND json_extract(version.body, '$.review') <= :today",
            clinic=clinic["id"],
            today=local.date().isoformat(),
            first=0 if rows is None else rows.start,
            last=_LAST if rows is None else rows.stop - 1,
        ):
            told = [
                notices.put(
                    tx,
                    id=new_id(),
                    key=f"review:{row['id']}:{row['day']}:{member.id}",
                    account=member.account,
                    kind="clinic",
                    priority=Priority.CLINIC,
                    send_at=now,
                    facts={"link": row["link"]},
                )
                for member in team.members(tx, clinic["id"])
            ]
            if any(told):
                diary.note(tx, row["link"], "plan", "review", at=now)
            made += sum(told)
    return made
