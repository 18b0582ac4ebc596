"""A patient moves to another clock: future doses only, and never two of one medicine too close."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from care.moving import LOOK_BACK, Had, Left, Move, coming, look
from care.plans import WINDOW, Due
from care.succession import Version, next_at
from store import audit, changes, doses, messages, notices, people, plans, supplies, trips, turns
from store.database import Tx
from store.notices import Priority
from store.pace import start_rounds
from store.people import Account
from store.plans import Standing
from store.trips import Trip, TripState
from store.turns import DuePlan

_INSTANT = timedelta(milliseconds=1)


def moves(tx: Tx, account: Account, zone: ZoneInfo, now: datetime, at: datetime) -> list[tuple[Standing, Move]]:
    """What living by that clock from ``at`` on means for each of the person's plans that runs."""
    assert account.zone is not None
    found: list[tuple[Standing, Move]] = []
    for id in plans.of_account(tx, account.id):
        standing = plans.get(tx, id)
        today = now.astimezone(account.zone).date()
        if standing is None or standing.held_since is not None or not standing.timed(today):
            continue  # on hold, or as needed: no dose comes by the clock
        raised = doses.raised_elsewhere(tx, id, standing.accepted, zone, now - LOOK_BACK)
        slots = doses.raised_slots(tx, id, now - LOOK_BACK)
        newest, begun = doses.newest_due(tx, id), plans.not_before(tx, id, now - LOOK_BACK)
        means = look(standing.accepted, account.zone, zone, raised, newest, now, at, begun=begun, slots=slots)
        found.append((standing, means))
    return found


def coming_of(tx: Tx, plan: DuePlan, now: datetime, until: datetime) -> Iterator[tuple[Version, Due, int | Left]]:
    """The plan's doses from its next one until that moment, each with its place among those of other clocks."""
    elsewhere: list[Had] = []
    if plan.moved is not None and now - plan.moved <= LOOK_BACK:  # only whoever moved lately has any that matter
        elsewhere = doses.raised_elsewhere(tx, plan.id, plan.versions, plan.zone, now - 2 * LOOK_BACK)
    cap = timedelta(minutes=plan.window_most)
    return coming(plan.versions, plan.zone, elsewhere, plan.next_at, until, moved=plan.moved, cap=cap)


def next_of(tx: Tx, account: str, now: datetime) -> datetime | None:
    """When the person is reminded next, of whatever plan is not on hold; None if nothing comes."""
    found: list[datetime] = []
    for id in plans.of_account(tx, account):
        standing = plans.get(tx, id)
        if standing is not None and standing.held_since is None and (due := next_of_plan(tx, id, now)) is not None:
            found.append(due.at)
    return min(found, default=None)


def next_of_plan(tx: Tx, id: str, now: datetime) -> Due | None:
    """A plan's next dose, on hold or not; None if nothing comes."""
    return next(to_come(tx, id, now), None)


def to_come(tx: Tx, id: str, now: datetime) -> Iterator[Due]:
    """A plan's doses that are not raised yet, of the next weeks, on hold or not.

    What was had already, on this clock or another, is not coming, whatever the calendar says.
    """
    if plans.next_at(tx, id) is None:
        return
    plan = turns.due_plan(tx, id)
    raised = doses.raised_slots(tx, id, plan.next_at - LOOK_BACK)
    for _, due, place in coming_of(tx, plan, now, plan.next_at + LOOK_BACK):
        if not isinstance(place, Left) and (due.local_date, place) not in raised:
            yield replace(due, slot=place)


def end_windows(tx: Tx, plan: str, account: str, now: datetime, new_id: Callable[[], str]) -> None:
    """Another dose is the plan's next one by now: open windows end half-way to it; what was put off to after that rings
    no more, and its message says so."""
    following = next_of_plan(tx, plan, now)
    for dose in () if following is None else doses.narrow(tx, plan, following.at, at=now):
        messages.retouch(tx, dose, account, at=now, new_id=new_id)


def too_close(tx: Tx, account: Account, zone: ZoneInfo, now: datetime, at: datetime | None = None) -> bool:
    """Whether two doses of one medicine would come closer than its plan's minimum gap."""
    return any(move.close is not None for _, move in moves(tx, account, zone, now, at or now))


def move(
    tx: Tx,
    account: Account,
    zone: ZoneInfo,
    *,
    now: datetime,
    new_id: Callable[[], str],
    country: str | None = None,
    begins: datetime | None = None,
    from_a_day: bool = False,
) -> None:
    """Live by that clock since ``begins`` (None: now). What was raised stays.

    Each plan's next dose is found anew: from a window ago, so that a time that the move has jumped over still rings,
    as late; what was had already on the other clock does not (``care.moving``), so that it closes no window either. A
    move that was planned ``from_a_day`` leaves the day before it as it was.
    """
    since = begins or now
    people.move_to(tx, account.id, zone, country=country, at=since)
    start_rounds(tx, account.id, zone, now)
    for plan in plans.of_account(tx, account.id):
        look_from = since if from_a_day else plans.not_before(tx, plan, since - WINDOW)
        versions = plans.accepted_versions(tx, plan)
        plans.advance(tx, plan, next_at(versions, zone, look_from))
        end_windows(tx, plan, account.id, now, new_id)
        # The day before a change is another one on another clock.
        changes.announce(tx, plan, account.id, zone, versions, now=now, new_id=new_id)
    supplies.look_again(tx, now, account.id)
    audit.note(tx, at=now, actor=account.id, action="move", about=account.id)


def owed(tx: Tx, account: str, now: datetime) -> bool:
    """Whether a dose is due on the clock in force that the tick has not raised yet: it comes before any move."""
    return turns.unraised(tx, account, now + _INSTANT)


def depart(tx: Tx, trip: Trip, *, now: datetime, new_id: Callable[[], str]) -> bool:
    """Begin a trip, unless two doses would come too close and the clinic did not allow it: then it is asked.

    Whether it began. A trip that began, or that has no clock chosen yet, is left as it is; one with a dose due on the
    old clock that the tick has not raised yet begins with the tick, after that dose.
    """
    account = people.account_by_id(tx, trip.account)
    if account is None or account.zone is None or trip.zone is None or trip.state is TripState.AWAY:
        return False
    from_a_day = trip.state is TripState.PLANNED
    begins = trip.starts if from_a_day or trip.state is TripState.STARTING else None
    if owed(tx, account.id, now) if begins is None else turns.unraised(tx, account.id, begins):
        if begins is None:
            trips.put(tx, trip.id, TripState.STARTING, starts=now + _INSTANT)
        return False
    if not trip.allowed and too_close(tx, account, trip.zone, now, begins):
        trips.ask_clinic(tx, trip.id, now=now, new_id=new_id)
        return False
    move(tx, account, trip.zone, now=now, new_id=new_id, country=trip.country, begins=begins, from_a_day=from_a_day)
    trips.put(tx, trip.id, TripState.AWAY)
    return True


def begin_planned(tx: Tx, trip: Trip, now: datetime, new_id: Callable[[], str]) -> None:
    """The day of a planned trip has come: the patient is told the next time, or that the clinic was asked."""
    depart(tx, trip, now=now, new_id=new_id)
    tell(tx, trip, now=now, new_id=new_id)


def tell(tx: Tx, trip: Trip, *, now: datetime, new_id: Callable[[], str]) -> None:
    """A quiet notice to the patient of how the trip stands."""
    notices.put(
        tx,
        id=new_id(),
        account=trip.account,
        kind="trip",
        priority=Priority.CLINIC,
        send_at=now,
        facts={"trip": trip.id},
    )
