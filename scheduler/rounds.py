"""Rounds raised by the tick: check-in, summary, digest, lesson. Quiet and unreachable people get none."""

from collections.abc import Callable
from datetime import datetime, timedelta

from care import rounds as when
from care.scales import evening_of
from scheduler.lessons import Lessons
from store import diary, notices, plans, rounds
from store.database import Tx
from store.notices import Priority
from store.rounds import CHECKIN, DIGEST, LESSON, SUMMARY, DueRound

_CHECKIN_WINDOW = timedelta(hours=3)
_PRIORITIES = {CHECKIN: Priority.CHECKIN, SUMMARY: Priority.SUMMARY, DIGEST: Priority.SUMMARY}


def raise_round(tx: Tx, account: str, kind: str, now: datetime, new_id: Callable[[], str], lessons: Lessons) -> None:
    """Queue a round that is due and move it on to its next time; one without a clock to go by is switched off."""
    due = rounds.due_round(tx, account, kind)
    if due is None:
        rounds.put_off(tx, account, kind, None)
        return
    if kind == LESSON:
        rounds.put_off(tx, account, kind, lessons.raise_lesson(tx, due, now, new_id))
        return
    if not due.quiet and not due.unreachable:
        _queue(tx, due, now, new_id)
    rounds.advance(tx, due.round, _next(tx, due, now))


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


def _answered(tx: Tx, account: str, due: DueRound) -> bool:
    """Whether the patient did this evening's check-in unasked."""
    checkin = diary.on(tx, account, evening_of(due.due, due.zone))
    return checkin is not None and checkin.ended


def _next(tx: Tx, due: DueRound, now: datetime) -> datetime:
    if due.round.kind == CHECKIN:
        return when.next_daily(
            due.round.at or when.checkin_time(plans.dose_times(tx, due.round.account)), due.zone, now
        )
    weekday, at = when.SUMMARY_ON if due.round.kind == SUMMARY else when.DIGEST_ON
    return when.next_weekly(
        due.round.weekday if due.round.weekday is not None else weekday, due.round.at or at, due.zone, now
    )
