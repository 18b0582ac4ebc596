"""When the zones' own rules change (a newer tzdata), every plan's next dose is found anew."""

from datetime import datetime

from care.plans import WINDOW
from care.succession import next_at
from store import meta, plans
from store.database import Tx

_NAME = "tzdata"


def renew(tx: Tx, version: str, now: datetime) -> bool:
    """Find all next doses anew if the data's version is another than last time; whether it was.

    Found from a window ago: a dose that the new rules move to just before now still rings, as late.
    """
    if meta.get(tx, _NAME) == version:
        return False
    for plan, zone in plans.running(tx):
        plans.advance(tx, plan, next_at(plans.accepted_versions(tx, plan), zone, now - WINDOW))
    meta.put(tx, _NAME, version)
    return True
