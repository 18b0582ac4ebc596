"""The pace of a person's rounds: set at joining, moved when the plan, the zone or the wish changes."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from care import rounds as when
from care.safety import SELF_CHECK_EVERY, asks_self_check
from care.succession import is_over
from store import people, plans, rounds
from store.database import Tx
from store.people import Patient
from store.rounds import CHECKIN, DIGEST, LESSON, SELF_CHECK, SUMMARY, Round


def start_rounds(tx: Tx, account: str, zone: ZoneInfo, now: datetime) -> None:
    """Set the check-in and the summary, keeping what the person chose; switched off stays off, as does a weekly
    reading that was never asked for."""
    kept = rounds.get(tx, account, CHECKIN)
    if kept is None or kept.next_at is not None:
        at = kept.at if kept is not None else None
        next_at = when.next_daily(at or checkin_time(tx, account, zone, now), zone, now)
        rounds.put(tx, account, CHECKIN, next_at=next_at, at=at)
    kept = rounds.get(tx, account, SUMMARY)
    if kept is None or kept.next_at is not None:
        weekday, at = when.SUMMARY_ON
        if kept is not None and kept.weekday is not None and kept.at is not None:
            weekday, at = kept.weekday, kept.at
        set_summary(tx, account, zone, now, weekday, at)
    set_self_check(tx, account, zone, now)
    kept = rounds.get(tx, account, LESSON)
    if kept is not None and kept.next_at is not None and kept.weekday is not None and kept.at is not None:
        set_lesson(tx, account, zone, now, kept.weekday, kept.at)


def set_self_check(tx: Tx, account: str, zone: ZoneInfo, now: datetime) -> None:
    """The 30-day list (R2), for whoever has an accepted plan that asks for it and is not over; for nobody else."""
    owner = people.account_by_id(tx, account)
    patient = None if owner is None else people.patient(tx, owner.chat)
    if patient is None or not wants_list(tx, patient, zone, now):
        if rounds.get(tx, account, SELF_CHECK) is not None:
            rounds.put(tx, account, SELF_CHECK, next_at=None)
        return
    next_at = when.self_check_at(patient.link.self_checked_at, SELF_CHECK_EVERY, zone, now)
    rounds.put(tx, account, SELF_CHECK, next_at=next_at)


def wants_list(tx: Tx, patient: Patient, zone: ZoneInfo, now: datetime) -> bool:
    """Whether a plan of this patient asks for the list: accepted, and not past its last day there."""
    day = now.astimezone(zone).date()
    standings = plans.of_link(tx, patient.link.id)
    return any(s.accepted and asks_self_check(s.medicine) and not is_over(s.accepted, day) for s in standings)


def set_lesson(tx: Tx, account: str, zone: ZoneInfo, now: datetime, weekday: int, at: time) -> None:
    """The day (Monday 0) and hour of the weekly reading."""
    rounds.put(tx, account, LESSON, next_at=when.next_weekly(weekday, at, zone, now), weekday=weekday, at=at)


def set_summary(tx: Tx, account: str, zone: ZoneInfo, now: datetime, weekday: int, at: time) -> None:
    """The day (Monday 0) and hour of the weekly summary."""
    next_at = when.next_weekly(weekday, at, zone, now)
    rounds.put(tx, account, SUMMARY, next_at=next_at, weekday=weekday, at=at)


def start_digest(tx: Tx, account: str, zone: ZoneInfo, now: datetime) -> None:
    """The clinic's digest, for one of its team."""
    weekday, at = when.DIGEST_ON
    rounds.put(tx, account, DIGEST, next_at=when.next_weekly(weekday, at, zone, now), weekday=weekday, at=at)


def renew_round(tx: Tx, account: str, kind: str, now: datetime) -> None:
    """Find anew when a round comes, as the zones' own rules have changed: its day and wall-clock time stay."""
    due = rounds.due_round(tx, account, kind)
    if due is not None:
        rounds.advance(tx, due.round, when.same_time(_at(tx, due.round, due.zone, now), due.zone, due.due, now))


def _at(tx: Tx, round: Round, zone: ZoneInfo, now: datetime) -> time:
    """The time of day at which a round comes."""
    fixed = {SUMMARY: when.SUMMARY_ON[1], DIGEST: when.DIGEST_ON[1], SELF_CHECK: when.SELF_CHECK_AT}
    return round.at or fixed.get(round.kind) or checkin_time(tx, round.account, zone, now)


def checkin_time(tx: Tx, account: str, zone: ZoneInfo, now: datetime) -> time:
    """The time of the check-in that follows from the person's plans, as they stand on that day."""
    return when.checkin_time(plans.dose_times(tx, account, now.astimezone(zone).date()))
