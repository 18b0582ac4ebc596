"""The tick: raises what is due and says when something will be due next. It only writes rows.

One transaction; cost follows what is due, not what is stored. A row that fails is logged, moved on by an hour,
and stops nobody else.
"""

import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta

from care.doses import DoseState
from care.plans import instant, window_end
from care.succession import changes_after, due_between, next_at
from scheduler.rounds import raise_rounds
from store import doses, notices, plans, rounds
from store.database import Database, Tx
from store.notices import Priority
from store.plans import DuePlan

log = logging.getLogger(__name__)

NewId = Callable[[], str]
_INSTANT = timedelta(milliseconds=1)
_NOON = time(12)


async def tick(db: Database, now: datetime, new_id: NewId) -> datetime | None:
    """Raise everything due at ``now``; returns the next instant at which something will be due, or None.

    Raises ``store.database.Unavailable`` if the rows can't be written: nothing was raised then, and nothing lost.
    """
    coming = await db.read(next_instant)
    if coming is not None and coming <= now:
        await db.write(lambda tx: raise_due(tx, now, new_id))
        coming = await db.read(next_instant)
    waiting = await db.read(lambda tx: notices.next_instant(tx, now))
    return min((moment for moment in (coming, waiting) if moment is not None), default=None)


def next_instant(tx: Tx) -> datetime | None:
    """The first instant at which the tick has something to do."""
    known = (plans.next_instant(tx), doses.next_instant(tx), rounds.next_instant(tx))
    return min((moment for moment in known if moment is not None), default=None)


def raise_due(tx: Tx, now: datetime, new_id: NewId) -> None:
    """Everything that is due at ``now``, in one transaction."""
    for plan in plans.due(tx, now):
        try:
            with tx.part():
                _raise_plan(tx, plan, now, new_id)
        except Exception:
            log.exception("plan %s could not be raised; tried again in an hour", plan.id)
            plans.advance(tx, plan.id, now + timedelta(hours=1))
    _ring_again(tx, now, new_id)
    _close_windows(tx, now, new_id)
    raise_rounds(tx, now, new_id)


def _raise_plan(tx: Tx, plan: DuePlan, now: datetime, new_id: NewId) -> None:
    """Raise the plan's doses up to ``now``; those whose window closed during an outage are told of, not asked."""
    cap = timedelta(minutes=plan.window_most)
    for version, due in due_between(plan.versions, plan.zone, plan.next_at, now + _INSTANT):
        until = window_end(version.plan, plan.zone, due, cap)
        state = _state(plan, missed=until <= now)
        id = new_id()
        if not doses.raise_dose(
            tx, id=id, plan=plan.id, version=version.number, due=due, window_end=until, state=state
        ):
            continue
        if state is DoseState.DUE:
            notices.put(
                tx,
                id=new_id(),
                key=f"dose:{id}",
                account=plan.account,
                kind="dose",
                dose=id,
                priority=Priority.DOSE,
                send_at=due.at,
                window_end=until,
            )
        elif state is DoseState.UNDELIVERED and not plan.unreachable:
            notices.put(
                tx,
                id=new_id(),
                key=f"outage:{plan.account}:{due.local_date}",
                account=plan.account,
                kind="outage",
                priority=Priority.REPEAT,
                send_at=now,
                facts={"day": due.local_date.isoformat(), "at": f"{due.at.astimezone(plan.zone):%H:%M}"},
            )
    _announce_change(tx, plan, now, new_id)
    plans.advance(tx, plan.id, next_at(plan.versions, plan.zone, now + _INSTANT))


def _state(plan: DuePlan, *, missed: bool) -> DoseState:
    if plan.held:
        return DoseState.HELD
    if plan.quiet:
        return DoseState.NOT_ASKED
    if missed or plan.unreachable:
        return DoseState.UNDELIVERED
    return DoseState.DUE


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


def _ring_again(tx: Tx, now: datetime, new_id: NewId) -> None:
    """The quiet repeats, and the doses that were put off until now."""
    for kind, priority, ringing in (
        ("repeat", Priority.REPEAT, doses.repeats_due(tx, now)),
        ("dose", Priority.DOSE, doses.laters_due(tx, now)),
    ):
        for dose in ringing:
            notices.put(
                tx,
                id=new_id(),
                key=f"{kind}:{dose.id}:{dose.laters}",
                account=dose.account,
                kind=kind,
                dose=dose.id,
                priority=priority,
                send_at=now,
                window_end=dose.window_end,
                facts={"later": "yes"} if kind == "dose" else {},
            )


def _close_windows(tx: Tx, now: datetime, new_id: NewId) -> None:
    for dose in doses.close_windows(tx, now):
        notices.retouch(tx, dose.id, dose.account, at=now, new_id=new_id)
