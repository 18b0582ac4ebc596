"""The tick: raises what is due and says when something will be due next. It only writes rows.

Cost follows what is due, not what is stored. A crowd is raised in parts, each one transaction, so that the first of
it can go and a person's tap is answered while the rest is still being raised. A row that fails is logged, tried again
in a minute, and stops nobody else.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from care.doses import DoseState
from scheduler.lessons import Lessons
from scheduler.rounds import raise_round
from scheduler.supplies import look_at
from store import answers, doses, gaps, messages, moving, notices, outages, plans, rounds, supplies, trips, turns, waits
from store.database import Database, Tx
from store.notices import Priority
from store.raising import alone, raise_plan

NewId = Callable[[], str]
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
        if not alone(tx, f"trip {trip}", partial(_begin_trip, tx, trip, now, new_id)):
            trips.put_off(tx, trip, later)
    for plan in (some := turns.due(tx, now, most)):
        if not alone(tx, f"plan {plan}", partial(raise_plan, tx, plan, now, new_id)):
            turns.put_off(tx, plan, later)
    if len(some) == most:
        return True
    for dose in (some := waits.repeats_due(tx, now, most)):
        if not alone(tx, f"the repeat of dose {dose}", partial(_ring, tx, dose, "repeat", now, new_id)):
            waits.put_off(tx, dose, repeat=True, until=later)
    if len(some) == most:
        return True
    for dose in (some := waits.laters_due(tx, now, most)):
        if not alone(tx, f"dose {dose}, put off,", partial(_ring, tx, dose, "dose", now, new_id)):
            waits.put_off(tx, dose, repeat=False, until=later)
    if len(some) == most:
        return True
    for dose in (some := waits.windows_closed(tx, now, most)):
        waits.close_window(tx, dose)
        alone(tx, f"the message of dose {dose}", partial(_say_closed, tx, dose, now, new_id))
    if len(some) == most:
        return True
    for account, kind in (waiting := rounds.due(tx, now, most)):
        if not alone(tx, f"the {kind} of {account}", partial(raise_round, tx, account, kind, now, new_id, lessons)):
            rounds.put_off(tx, account, kind, later)
    if len(waiting) == most:
        return True
    for plan in (some := supplies.due(tx, now, most)):
        if not alone(tx, f"the supply of plan {plan}", partial(look_at, tx, plan, now, new_id)):
            supplies.put_off(tx, plan, later)
    return len(some) == most


def _begin_trip(tx: Tx, id: str, now: datetime, new_id: NewId) -> None:
    """What was due on the old clock before the trip began comes first: an outage must not lose it."""
    trip = trips.get(tx, id)
    assert trip is not None and trip.starts is not None
    for plan in plans.of_account(tx, trip.account):
        coming_at = plans.next_at(tx, plan)
        if coming_at is not None and coming_at < trip.starts:
            raise_plan(tx, plan, now, new_id, before=trip.starts)
    moving.begin_planned(tx, trip, now, new_id)


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
        asked = answers.put_off_at(tx, dose.id)  # what rang before was seen; what is missed was asked for then
        missed = dose.due if asked is None else asked.astimezone(dose.due.tzinfo)
        outages.note(tx, dose.account, missed, dose.window_end, now, new_id)
    messages.retouch(tx, dose.id, dose.account, at=now, new_id=new_id)
    if dose.state is DoseState.UNANSWERED:
        held = gaps.hold_for_gap(tx, dose.plan, now=now, new_id=new_id)
        if not held:
            gaps.speak_of_row(tx, dose.plan, now=now, new_id=new_id)
