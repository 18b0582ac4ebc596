"""A hold, or an end: nothing of a plan is to be taken any more, and its messages say so; a hold until it is lifted."""

from collections.abc import Callable
from datetime import datetime

from store import doses, messages, plans
from store.database import Tx


def hold(tx: Tx, plan: str, cause: str, *, at: datetime, new_id: Callable[[], str]) -> bool:
    """Hold a plan and what is open of it; the messages follow. False if it was held already, or has ended."""
    held = plans.hold(tx, plan, cause, at=at)
    if doses.hold(tx, plan) or held:
        follow(tx, plan, at=at, new_id=new_id)
    return held


def end(tx: Tx, plan: str, *, at: datetime, new_id: Callable[[], str]) -> bool:
    """End a plan for good and call off what is open of it; the messages follow. False if it had ended."""
    if not plans.end(tx, plan, at=at):
        return False
    for dose in doses.cancel(tx, plan):
        messages.retouch(tx, dose.id, dose.account, at=at, new_id=new_id)
    follow(tx, plan, at=at, new_id=new_id)
    return True


def follow(tx: Tx, plan: str, *, at: datetime, new_id: Callable[[], str]) -> None:
    """Have the messages of doses that a hold of this plan ever stopped say how it stands: held, lifted or ended."""
    for dose in doses.held(tx, plan):
        messages.retouch(tx, dose.id, dose.account, at=at, new_id=new_id)
