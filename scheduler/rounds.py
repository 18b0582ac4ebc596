"""Rounds raised by the tick: check-in, summary, digest, lesson, the 30-day list.

Quiet and unreachable people get none; quiet hours and a full day hold back rounds, and nothing else.
"""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from care import rounds as when
from care.safety import SELF_CHECK_EVERY
from care.scales import evening_of
from scheduler.lessons import Lessons
from store import diary, notices, people, plans, rounds
from store.database import Tx
from store.notices import Priority
from store.pace import wants_list
from store.people import Patient
from store.rounds import CHECKIN, DIGEST, LESSON, SELF_CHECK, SUMMARY, DueRound

_CHECKIN_WINDOW = timedelta(hours=3)
_PRIORITIES = {
    CHECKIN: Priority.CHECKIN,
    SELF_CHECK: Priority.CHECKIN,
    SUMMARY: Priority.SUMMARY,
    DIGEST: Priority.SUMMARY,
}


def raise_round(tx: Tx, account: str, kind: str, now: datetime, new_id: Callable[[], str], lessons: Lessons) -> None:
    """Queue a round that is due and move it on to its next time.

    One without a clock to go by is switched off, and the list where no plan asks for it any more.
    """
    due = rounds.due_round(tx, account, kind)
    if due is None or (kind == SELF_CHECK and not _wants_list(tx, due, now)):
        rounds.put_off(tx, account, kind, None)
        return
    held_back = _held_back(tx, due, now)
    if held_back is not None:
        rounds.put_off(tx, account, kind, held_back)
        return
    if kind == LESSON:
        rounds.put_off(tx, account, kind, lessons.raise_lesson(tx, due, now, new_id))
        return
    if not due.quiet and not due.unreachable:
        _queue(tx, due, now, new_id)
    rounds.advance(tx, due.round, _next(tx, due, now))


def _held_back(tx: Tx, due: DueRound, now: datetime) -> datetime | None:
    """Until when the person's quiet hours or a full day hold a round back; None: not at all.

    A check-in belongs to its evening: it is not moved to the morning, but left out, and can be opened unasked. What
    can wait leaves the day its place for the check-in, but for whoever wants one a day.
    """
    kind = due.round.kind
    if kind == DIGEST or due.quiet or due.unreachable:
        return None
    hushed = None if due.hours is None else when.hushed_until(now, *due.hours, due.zone)
    if kind == CHECKIN:
        room = when.leaves_room(due.most) or not _weekly_to_come(tx, due, now)
        late = hushed is not None or _pushed(tx, due) >= due.most or not room
        return _next(tx, due, now) if late else None
    if hushed is not None:
        return hushed
    place = when.leaves_room(due.most) and _checkin_to_come(tx, due, now)
    if kind in (SUMMARY, SELF_CHECK) and _pushed(tx, due) + place >= due.most:
        return when.next_daily(due.due.astimezone(due.zone).time(), due.zone, now)
    return None


def _pushed(tx: Tx, due: DueRound) -> int:
    """How many rounds this person has had on the day that this one is due."""
    return rounds.pushed(tx, due.round.account, due.due.astimezone(due.zone).date())


def _weekly_to_come(tx: Tx, due: DueRound, now: datetime) -> bool:
    """Whether what comes once a week or less is still to come today."""
    tomorrow = when.next_daily(time(), due.zone, now)
    return rounds.weekly_before(tx, due.round.account, tomorrow)


def _checkin_to_come(tx: Tx, due: DueRound, now: datetime) -> bool:
    """Whether today's check-in is still to come."""
    checkin = rounds.get(tx, due.round.account, CHECKIN)
    if checkin is None or checkin.next_at is None:
        return False
    return now < checkin.next_at and checkin.next_at.astimezone(due.zone).date() == now.astimezone(due.zone).date()


def _queue(tx: Tx, due: DueRound, now: datetime, new_id: Callable[[], str]) -> None:
    account, kind = due.round.account, due.round.kind
    day = due.due.astimezone(due.zone).date()
    facts = {"start": (day - timedelta(days=7)).isoformat()}
    window_end = None
    if kind == CHECKIN:
        window_end = due.due + _CHECKIN_WINDOW
        evening = evening_of(due.due, due.zone)
        if now >= window_end or _answered(tx, account, due):
            return
        checkin = diary.open_checkin(tx, id=new_id(), account=account, evening=evening, at=now)
        facts = {"checkin": checkin.id}
    if kind == SELF_CHECK and not _list_due(tx, account, now):
        return
    notices.put(
        tx,
        id=new_id(),
        key=rounds.key(kind, account, day),
        account=account,
        kind=kind,
        priority=_PRIORITIES[kind],
        send_at=now,
        window_end=window_end,
        facts=facts,
    )


def _patient(tx: Tx, account: str) -> Patient | None:
    owner = people.account_by_id(tx, account)
    return None if owner is None else people.patient(tx, owner.chat)


def _wants_list(tx: Tx, due: DueRound, now: datetime) -> bool:
    patient = _patient(tx, due.round.account)
    return patient is not None and wants_list(tx, patient, due.zone, now)


def _list_due(tx: Tx, account: str, now: datetime) -> bool:
    """Whether the 30-day list was not answered meanwhile."""
    patient = _patient(tx, account)
    checked = None if patient is None else patient.link.self_checked_at
    return patient is not None and (checked is None or now - checked >= SELF_CHECK_EVERY - timedelta(days=1))


def _answered(tx: Tx, account: str, due: DueRound) -> bool:
    """Whether the patient did this evening's check-in unasked."""
    checkin = diary.on(tx, account, evening_of(due.due, due.zone))
    return checkin is not None and checkin.ended


def _next(tx: Tx, due: DueRound, now: datetime) -> datetime:
    if due.round.kind == CHECKIN:
        tomorrow = now.astimezone(due.zone).date() + timedelta(days=1)
        at = due.round.at or when.checkin_time(plans.dose_times(tx, due.round.account, tomorrow))
        return when.next_daily(at, due.zone, now)
    if due.round.kind == SELF_CHECK:
        patient = _patient(tx, due.round.account)
        checked = None if patient is None else patient.link.self_checked_at
        return when.self_check_at(checked, SELF_CHECK_EVERY, due.zone, now)
    weekday, at = when.SUMMARY_ON if due.round.kind == SUMMARY else when.DIGEST_ON
    return when.next_weekly(
        due.round.weekday if due.round.weekday is not None else weekday, due.round.at or at, due.zone, now
    )
