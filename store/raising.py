"""Raising: a plan's doses become rows once they are due, each as its plan and its patient stand at that moment."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from care.doses import DoseState
from care.moving import Left
from care.succession import next_at, window_end
from store import changes, doses, gaps, moving, news, notices, outages, people, plans, turns
from store.database import Tx, Unavailable
from store.notices import TRY_UNREACHABLE, Priority
from store.turns import DuePlan

log = logging.getLogger(__name__)

NewId = Callable[[], str]
_INSTANT = timedelta(milliseconds=1)


def raise_plan(tx: Tx, id: str, now: datetime, new_id: NewId, before: datetime | None = None) -> None:
    """Raise the plan's doses up to ``now``, or ``before`` a moment; of those whose window closed during an outage the
    patient is told, not asked. A time whose window had closed when the patient moved to this clock never was one."""
    until_then = before or now + _INSTANT
    plan = turns.due_plan(tx, id)
    guarded = any(version.plan.hold_after for version in plan.versions)
    if guarded and gaps.hold_for_gap(tx, id, now=now, new_id=new_id):
        plan = replace(plan, held=True)
    cap = timedelta(minutes=plan.window_most)
    for version, due, place in moving.coming_of(tx, plan, now, until_then):
        if isinstance(place, Left):
            if place is Left.CLOSE and plan.moved is not None and due.at >= plan.moved:
                _note_left_out(tx, plan, now, new_id)
            continue
        due = replace(due, slot=place)
        until = window_end(plan.versions, plan.zone, due, cap)
        state = _state(plan, now, missed=until <= now)
        dose = new_id()
        if not doses.raise_dose(
            tx, id=dose, plan=plan.id, version=version.number, due=due, window_end=until, state=state, zone=plan.zone
        ):
            continue
        if state is DoseState.DUE:
            notices.put(
                tx,
                id=new_id(),
                key=f"dose:{dose}",
                account=plan.account,
                kind="dose",
                dose=dose,
                priority=Priority.DOSE,
                send_at=due.at,
                window_end=until,
            )
        elif state is DoseState.UNDELIVERED:
            outages.note(tx, plan.account, due.at.astimezone(plan.zone), until, now, new_id)
    changes.announce(tx, plan.id, plan.account, plan.zone, plan.versions, now=now, new_id=new_id)
    plans.advance(tx, plan.id, next_at(plan.versions, plan.zone, until_then))


def catch_up(tx: Tx, plan: str, now: datetime, new_id: NewId) -> None:
    """Raise what is due already, before a hold, a lift, quiet or an end changes how it would be raised.

    While the program runs there is hardly ever anything: the tick comes each second. After an outage a press may be
    handled before the first tick, and must change nothing of what was due before it.
    """
    if turns.is_due(tx, plan, now):
        alone(tx, f"plan {plan}", partial(raise_plan, tx, plan, now, new_id))  # else the tick tries again


def catch_up_account(tx: Tx, account: str, now: datetime, new_id: NewId) -> None:
    """The same for all of a patient's plans, before quiet begins or ends."""
    for plan in plans.of_account(tx, account):
        catch_up(tx, plan, now, new_id)


def alone(tx: Tx, what: str, do: Callable[[], None]) -> bool:
    """Do a part that may fail without stopping the others; whether it did not. A full disk is everybody's."""
    try:
        with tx.part():
            do()
    except Unavailable:
        raise
    except Exception:  # one row that can't be raised must not take everybody else's with it
        log.exception("%s could not be raised", what)
        return False
    return True


def _note_left_out(tx: Tx, plan: DuePlan, now: datetime, new_id: NewId) -> None:
    """A change of clock brought two doses too close and one was left out: never without the clinic hearing of it."""
    owner = people.account_by_id(tx, plan.account)
    patient = None if owner is None else people.patient(tx, owner.chat)
    if patient is not None:
        news.tell(tx, patient.link, "travel", "left_out", at=now, new_id=new_id)


def _state(plan: DuePlan, now: datetime, *, missed: bool) -> DoseState:
    if plan.held:
        return DoseState.HELD
    if plan.quiet:
        return DoseState.NOT_ASKED
    if missed or _out_of_reach(plan, now):
        return DoseState.UNDELIVERED
    return DoseState.DUE


def _out_of_reach(plan: DuePlan, now: datetime) -> bool:
    """Blocked or gone: once a day a reminder is tried all the same."""
    return plan.unreachable_since is not None and now - plan.unreachable_since < TRY_UNREACHABLE
