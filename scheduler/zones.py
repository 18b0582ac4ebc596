"""When the zones' own rules change (a newer tzdata), every next dose, round and look at a supply is found anew."""

from datetime import datetime

from care.plans import WINDOW
from care.succession import next_at
from store import meta, plans, supplies, turns
from store.database import Tx
from store.pace import renew_rounds

_NAME = "tzdata"


def renew(tx: Tx, version: str, now: datetime) -> bool:
    """Find all that is to come anew if the data's version is another than last time; whether it was.

    Doses are found from a window ago: a dose that the new rules move to just before now still rings, as late. What
    was due before that and not raised, since nothing ran, stays due.
    """
    if meta.get(tx, _NAME) == version:
        return False
    for plan, zone in turns.running(tx):
        since, due = now - WINDOW, plans.next_at(tx, plan)
        since = since if due is None else min(due, since)
        plans.advance(tx, plan, next_at(plans.accepted_versions(tx, plan), zone, plans.not_before(tx, plan, since)))
    renew_rounds(tx, now)
    supplies.look_again(tx, now)
    meta.put(tx, _NAME, version)
    return True
