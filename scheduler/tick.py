"""The tick: raises what is due and says when something will be due next. It only writes rows.

One transaction; cost follows what is due, not what is stored. A row that fails is logged, tried again in a minute,
and stops nobody else.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial

from care.doses import DoseState
from care.plans import instant, window_end
from care.succession import changes_after, due_between, next_at
from scheduler import outage
from scheduler.lessons import Lessons
from scheduler.rounds import raise_round
from scheduler.supplies import look_at
from store import doses, gaps, notices, plans, rounds, supplies
from store.database import Database, Tx, Unavailable
from store.notices import TRY_UNREACHABLE, Priority
from store.plans import DuePlan

log = logging.getLogger(__name__)

NewId = Callable[[], str]
_INSTANT = timedelta(milliseconds=1)
_NOON = time(12)
TRY_AGAIN = timedelta(minutes=1)


async def tick(db: Database, now: datetime, new_id: NewId, lessons: Lessons) -> datetime | None:
    """Raise everything due at ``now``; returns the next instant at which something will be due, or None.

    Raises ``store.database.Unavailable`` if the rows can't be written: nothing was raised then, and nothing lost.
    """
    coming = await db.read(next_instant)
    if coming is not None and coming <= now:
        await db.write(lambda tx: raise_due(tx, now, new_id, lessons))
        coming = await db.read(next_instant)
    waiting = await db.read(lambda tx: notices.next_instant(tx, now))
    return min((moment for moment in (coming, waiting) if moment is not None), default=None)


def next_instant(tx: Tx) -> datetime | None:
    """The first instant at which the tick has something to do."""
    known = (plans.next_instant(tx), doses.next_instant(tx), rounds.next_instant(tx), supplies.next_instant(tx))
    return min((moment for moment in known if moment is not None), default=None)


def raise_due(tx: Tx, now: datetime, new_id: NewId, lessons: Lessons) -> None:
    """Everything that is due at ``now``, in one transaction."""
    later = now + TRY_AGAIN
    for plan in plans.due(tx, now):
        if not _alone(tx, f"plan {plan}", partial(_raise_plan, tx, plan, now, new_id)):
            plans.put_off(tx, plan, later)
    for dose in doses.repeats_due(tx, now):
        _alone(tx, f"the repeat of dose {dose}", partial(_ring, tx, dose, "repeat", now, new_id))
    for dose in doses.laters_due(tx, now):
        _alone(tx, f"dose {dose}, put off,", partial(_ring, tx, dose, "dose", now, new_id))
    for dose in doses.windows_closed(tx, now):
        doses.close_window(tx, dose)
        _alone(tx, f"the message of dose {dose}", partial(_say_closed, tx, dose, now, new_id))
    for account, kind in rounds.due(tx, now):
        if not _alone(tx, f"the {kind} of {account}", partial(raise_round, tx, account, kind, now, new_id, lessons)):
            rounds.put_off(tx, account, kind, later)
    for plan in supplies.due(tx, now):
        if not _alone(tx, f"the supply of plan {plan}", partial(look_at, tx, plan, now, new_id)):
            supplies.put_off(tx, plan, later)


def _alone(tx: Tx, what: str, do: Callable[[], None]) -> bool:
    """Do a part that may fail without stopping the others; whether it did not. A full disk is everybody's."""
    try:
        with tx.part():
            do()
    except Unavailable:
        raise
    except Exception:
        log.exception("%s could not be raised", what)
        return False
    return True


def _raise_plan(tx: Tx, id: str, now: datetime, new_id: NewId) -> None:
    """Raise the plan's doses up to ``now``; those whose window closed during an outage are told of, not asked."""
    plan = plans.due_plan(tx, id)
    guarded = any(version.plan.hold_after for version in plan.versions)
    if guarded and gaps.hold_for_gap(tx, id, now=now, new_id=new_id):
        plan = replace(plan, held=True)
    cap = timedelta(minutes=plan.window_most)
    for version, due in due_between(plan.versions, plan.zone, plan.next_at, now + _INSTANT):
        until = window_end(version.plan, plan.zone, due, cap)
        state = _state(plan, now, missed=until <= now)
        dose = new_id()
        if not doses.raise_dose(
            tx, id=dose, plan=plan.id, version=version.number, due=due, window_end=until, state=state
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
            outage.note(tx, plan.account, due.at.astimezone(plan.zone), now, new_id)
    _announce_change(tx, plan, now, new_id)
    plans.advance(tx, plan.id, next_at(plan.versions, plan.zone, now + _INSTANT))


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


def _announce_change(tx: Tx, plan: DuePlan, now: datetime, new_id: NewId) -> None:
    """A quiet notice at noon of the day before the amount changes. It is checked again when it is sent."""
    today = now.astimezone(plan.zone).date()
    day = changes_after(plan.versions, today)
    if day is None:
        return
    noon = instant(day - timedelta(days=1), _NOON, plan.zone)
    notices.put(
        tx,
        id=new_id(),
        key=f"tomorrow:{plan.id}:{plan.versions[-1].number}:{day}",
        account=plan.account,
        kind="tomorrow",
        priority=Priority.REPEAT,
        send_at=max(noon or now, now),
        facts={"plan": plan.id, "day": day.isoformat()},
    )


def _ring(tx: Tx, id: str, kind: str, now: datetime, new_id: NewId) -> None:
    """A quiet repeat, or a dose that was put off until now."""
    dose = doses.get(tx, id)
    assert dose is not None
    again = kind == "dose"
    notices.put(
        tx,
        id=new_id(),
        key=f"{kind}:{dose.id}:{now.isoformat()}",
        account=dose.account,
        kind=kind,
        dose=dose.id,
        priority=Priority.DOSE if again else Priority.REPEAT,
        send_at=now,
        window_end=dose.window_end,
        facts={"later": "yes"} if again else {},
    )


def _say_closed(tx: Tx, id: str, now: datetime, new_id: NewId) -> None:
    dose = doses.get(tx, id)
    assert dose is not None
    if dose.state is DoseState.UNDELIVERED:  # its window closed while Telegram could not be reached
        outage.note(tx, dose.account, dose.due, now, new_id)
    notices.retouch(tx, dose.id, dose.account, at=now, new_id=new_id)
    if dose.state is DoseState.UNANSWERED:
        held = gaps.hold_for_gap(tx, dose.plan, now=now, new_id=new_id)
        if not held:
            gaps.speak_of_row(tx, dose.plan, now=now, new_id=new_id)
