"""The tick: raises what is due and says when something will be due next. It only writes rows.

Cost follows what is due, not what is stored. A crowd is raised in parts, each one transaction, so that the first of
it can go and a person's tap is answered while the rest is still being raised. A row that fails is logged, tried again
in a minute, and stops nobody else.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from care.doses import DoseState
from care.moving import Left
from care.succession import next_at, window_end
from scheduler import outage
from scheduler.lessons import Lessons
from scheduler.rounds import raise_round
from scheduler.supplies import look_at
from store import changes, doses, gaps, moving, news, notices, people, plans, rounds, supplies, trips, turns, waits
from store.database import Database, Tx, Unavailable
from store.notices import TRY_UNREACHABLE, Priority
from store.turns import DuePlan

log = logging.getLogger(__name__)

NewId = Callable[[], str]
_INSTANT = timedelta(milliseconds=1)
TRY_AGAIN = timedelta(minutes=1)
A_PART = 50
"""Rows of a kind that one transaction raises: about 20 ms in which the database does nothing else."""
ALL = -1


async def tick(
    db: Database, now: datetime, new_id: NewId, lessons: Lessons, raised: Callable[[], None] = lambda: None
) -> datetime | None:
    """Raise everything due at ``now``; returns the next instant at which something will be due, or None.

    ``raised`` is called after each part. Raises ``store.database.Unavailable`` if the rows can't be written: what is
    not raised by then stays due, and nothing is lost.
    """
    instant = await db.read(lambda tx: coming(tx, now))
    if instant is not None and instant <= now:
        more = True
        while more:
            more = await db.write(lambda tx: raise_due(tx, now, new_id, lessons, A_PART))
            raised()
        instant = await db.read(lambda tx: coming(tx, now))
    return instant


def coming(tx: Tx, now: datetime) -> datetime | None:
    """The next instant at which something will be due; ``now`` or before, where something is and was not raised yet."""
    each = (turns, waits, rounds, supplies, trips)
    known = [*(rows.next_instant(tx) for rows in each), notices.next_instant(tx, now)]
    return min((moment for moment in known if moment is not None), default=None)


def raise_due(tx: Tx, now: datetime, new_id: NewId, lessons: Lessons, most: int = ALL) -> bool:
    """What is due at ``now``, at most so many rows of a kind; whether there may be more.

    A kind begins once the one before it is done, in whatever parts: a dose is raised before the last one's window is
    closed, so that a gap is seen in the same order.
    """
    later = now + TRY_AGAIN
    for trip in trips.due(tx, now):  # before the doses: from now on they follow the other clock
        if not _alone(tx, f"trip {trip}", partial(_begin_trip, tx, trip, now, new_id)):
            trips.put_off(tx, trip, later)
    for plan in (some := turns.due(tx, now, most)):
        if not _alone(tx, f"plan {plan}", partial(_raise_plan, tx, plan, now, new_id)):
            turns.put_off(tx, plan, later)
    if len(some) == most:
        return True
    for dose in (some := waits.repeats_due(tx, now, most)):
        if not _alone(tx, f"the repeat of dose {dose}", partial(_ring, tx, dose, "repeat", now, new_id)):
            waits.put_off(tx, dose, repeat=True, until=later)
    if len(some) == most:
        return True
    for dose in (some := waits.laters_due(tx, now, most)):
        if not _alone(tx, f"dose {dose}, put off,", partial(_ring, tx, dose, "dose", now, new_id)):
            waits.put_off(tx, dose, repeat=False, until=later)
    if len(some) == most:
        return True
    for dose in (some := waits.windows_closed(tx, now, most)):
        waits.close_window(tx, dose)
        _alone(tx, f"the message of dose {dose}", partial(_say_closed, tx, dose, now, new_id))
    if len(some) == most:
        return True
    for account, kind in (waiting := rounds.due(tx, now, most)):
        if not _alone(tx, f"the {kind} of {account}", partial(raise_round, tx, account, kind, now, new_id, lessons)):
            rounds.put_off(tx, account, kind, later)
    if len(waiting) == most:
        return True
    for plan in (some := supplies.due(tx, now, most)):
        if not _alone(tx, f"the supply of plan {plan}", partial(look_at, tx, plan, now, new_id)):
            supplies.put_off(tx, plan, later)
    return len(some) == most


def _alone(tx: Tx, what: str, do: Callable[[], None]) -> bool:
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


def _begin_trip(tx: Tx, id: str, now: datetime, new_id: NewId) -> None:
    """What was due on the old clock before the trip began comes first: an outage must not lose it."""
    trip = trips.get(tx, id)
    assert trip is not None and trip.starts is not None
    for plan in plans.of_account(tx, trip.account):
        coming_at = plans.next_at(tx, plan)
        if coming_at is not None and coming_at < trip.starts:
            _raise_plan(tx, plan, now, new_id, before=trip.starts)
    moving.begin_planned(tx, trip, now, new_id)


def _raise_plan(tx: Tx, id: str, now: datetime, new_id: NewId, before: datetime | None = None) -> None:
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
            outage.note(tx, plan.account, due.at.astimezone(plan.zone), now, new_id)
    changes.announce(tx, plan.id, plan.account, plan.zone, plan.versions, now=now, new_id=new_id)
    plans.advance(tx, plan.id, next_at(plan.versions, plan.zone, until_then))


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
