"""How many people are reminded at one instant: counted from the plans that have a dose then."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

from care.plans import Plan, from_dict, instant, step_on
from store.database import Tx


def crowd(tx: Tx, moment: datetime, *, but: str = "") -> int:
    """The people with a reminder at that instant, whatever their clinic; ``but``: an account that isn't counted."""
    accounts: set[str] = set()
    for row in tx.all("SELECT DISTINCT zone FROM account WHERE zone IS NOT NULL"):
        zone = ZoneInfo(row["zone"])
        clock = f"{moment.astimezone(zone):%H:%M}"
        found = tx.all(
            "SELECT account.id, version.body FROM plan JOIN link ON link.id = plan.link"
            " JOIN account ON account.id = link.account"
            " JOIN plan_version AS version ON version.plan = plan.id AND version.version = plan.version,"
            " json_each(version.body, '$.times') AS time"
            " WHERE account.zone = :zone AND time.value = :clock AND account.id <> :but AND plan.next_at IS NOT NULL"
            " AND plan.held_at IS NULL AND plan.ended_at IS NULL AND link.ended_at IS NULL"
            " AND account.quiet_since IS NULL AND account.unreachable_at IS NULL",
            zone=zone.key,
            clock=clock,
            but=but,
        )
        accounts |= {row["id"] for row in found if _has(from_dict(json.loads(row["body"])), moment, zone)}
    return len(accounts)


def _has(plan: Plan, moment: datetime, zone: ZoneInfo) -> bool:
    day = moment.astimezone(zone).date()
    if step_on(plan, day) is None or not plan.days.has(day, plan.start):
        return False
    return any(instant(day, at, zone) == moment for at in plan.times)
