"""How many people are reminded at one instant: counted from the plans that have a dose then."""

import json
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from care.clock import instant
from care.plans import from_dict, step_on
from care.succession import Version, speaking
from store.database import Tx


def crowd(tx: Tx, moment: datetime, *, but: str = "") -> int:
    """The people with a reminder at that instant, whatever their clinic; ``but``: an account that isn't counted."""
    accounts: set[str] = set()
    for row in tx.all("SELECT DISTINCT zone FROM account WHERE zone IS NOT NULL"):
        zone = ZoneInfo(row["zone"])
        clock = f"{moment.astimezone(zone):%H:%M}"
        found = tx.all(
            "SELECT account.id, plan.id AS plan, version.version, version.body FROM plan"
            " JOIN link ON link.id = plan.link JOIN account ON account.id = link.account"
            " JOIN plan_version AS version ON version.plan = plan.id AND version.accepted_at IS NOT NULL"
            " WHERE account.zone = :zone AND account.id <> :but AND plan.next_at IS NOT NULL"
            " AND plan.held_at IS NULL AND plan.ended_at IS NULL AND link.ended_at IS NULL"
            " AND account.quiet_since IS NULL AND account.unreachable_at IS NULL"
            " AND EXISTS (SELECT 1 FROM plan_version AS timed, json_each(timed.body, '$.times') AS time"
            "   WHERE timed.plan = plan.id AND timed.accepted_at IS NOT NULL AND time.value = :clock)",
            zone=zone.key,
            clock=clock,
            but=but,
        )
        versions: dict[tuple[str, str], list[Version]] = {}
        for row in found:
            version = Version(number=row["version"], plan=from_dict(json.loads(row["body"])))
            versions.setdefault((row["id"], row["plan"]), []).append(version)
        accounts |= {account for (account, _), turn in versions.items() if _has(turn, moment, zone)}
    return len(accounts)


def _has(versions: Sequence[Version], moment: datetime, zone: ZoneInfo) -> bool:
    """By the version whose day it is: one accepted for later leaves today's as it was."""
    day = moment.astimezone(zone).date()
    version = speaking(versions, day)
    plan = None if version is None else version.plan
    if plan is None or step_on(plan, day) is None or not plan.days.has(day, plan.start):
        return False
    return any(instant(day, at, zone) == moment for at in plan.times)
