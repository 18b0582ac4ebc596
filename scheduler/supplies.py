"""Supplies, looked at each morning: a refill notice once, so many days before one runs out. Discreet, and never about
whether doses were taken. A look a day, so that holds, steps, changes and ends count without being told of."""

from collections.abc import Callable
from datetime import datetime, timedelta

from care.supply import low
from store import diary, notices, people, plans, supplies
from store.database import Tx
from store.notices import Priority

TOMORROW = timedelta(days=1)


def look_at(tx: Tx, plan: str, now: datetime, new_id: Callable[[], str]) -> None:
    """Look at one supply, tell the patient if it is time, and come back tomorrow; not for an ended plan."""
    standing, kept = plans.get(tx, plan), supplies.get(tx, plan)
    link = None if standing is None else people.link(tx, standing.link)
    if standing is None or kept is None or link is None or standing.ended:
        supplies.checked(tx, plan, next_at=None, told_at=None)
        return
    zone = link.clinic.zone if link.account is None or link.account.zone is None else link.account.zone
    tomorrow = supplies.next_look(kept.entry, zone, now)
    days = link.clinic.refill_days
    found = supplies.look(tx, kept, standing, zone, now, ahead=timedelta(days=days) + 2 * TOMORROW)
    is_low = low(found, now.astimezone(zone).date(), days)
    account = link.account
    reached = account is not None and account.quiet_since is None and not account.unreachable
    if is_low and not kept.told and reached and account is not None:
        key = f"refill:{kept.entry}:{found.runs_out}"
        put = notices.put(
            tx,
            id=new_id(),
            key=key,
            account=account.id,
            kind="refill",
            priority=Priority.SUMMARY,
            send_at=now,
            facts={"plan": plan},
        )
        if put:
            diary.note(tx, link.id, "supply", "low", at=now)
        else:
            notices.again(tx, key, send_at=now)
    told = is_low and (kept.told or reached)
    supplies.checked(tx, plan, next_at=tomorrow, told_at=now if told else None)
