"""When the zones' own rules change (a newer tzdata), every next dose, round and look at a supply is found anew."""

from datetime import datetime
from functools import partial

from care.plans import WINDOW
from care.succession import next_at
from store import meta, plans, rounds, supplies, turns
from store.database import Tx
from store.pace import renew_round
from store.raising import alone

_NAME = "tzdata"


def renew(tx: Tx, version: str, now: datetime) -> bool:
    """Find all that is to come anew if the data's version is another than last time; whether it was.

    One that can't be read keeps nobody else's from being found, nor the program from starting.
    """
    if meta.get(tx, _NAME) == version:
        return False
    for plan, _ in turns.running(tx):
        alone(tx, f"plan {plan}", partial(_renew, tx, plan, now))
    for account, kind in rounds.to_come(tx):
        alone(tx, f"the {kind} of {account}", partial(renew_round, tx, account, kind, now))
    supplies.look_again(tx, now)
    meta.put(tx, _NAME, version)
    return True


def _renew(tx: Tx, id: str, now: datetime) -> None:
    """Doses are found from a window ago, but for those of before a move: a dose that the new rules put just before now
    still rings, as late. What was due before that and not raised, since nothing ran, stays due."""
    plan = turns.due_plan(tx, id)
    since = now - WINDOW if plan.moved is None else max(now - WINDOW, plan.moved)
    since = min(plan.next_at, since)
    plans.advance(tx, id, next_at(plan.versions, plan.zone, plans.not_before(tx, id, since)))
