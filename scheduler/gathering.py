"""Facts for a notice, gathered when its turn comes: consent, hold and answers are looked up at sending, never at
queueing. ``gather`` runs in the database's thread and returns a function that finds the words, or None if the
notice no longer applies."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from care.dose import Dose
from care.doses import DoseState
from care.succession import next_change, speaking
from content import phrases as languages
from content.phrases import Phrases
from content.wording import checkin, course, news, reminders, setup, summary, travel
from scheduler import for_team
from scheduler.for_team import Make
from store import (
    diary,
    doses,
    gaps,
    messages,
    moving,
    people,
    plans,
    quiet,
    readings,
    rounds,
    supplies,
    trips,
)
from store.database import Tx
from store.notices import Notice
from store.plans import Standing
from store.rounds import LESSON
from store.trips import TripState

LATE_AFTER = timedelta(minutes=2)


def gather(tx: Tx, notice: Notice, now: datetime) -> Make | None:
    """What this notice says now; None: nothing any more. Raises KeyError for a kind that nobody knows."""
    if notice.window_end is not None and notice.window_end <= now and notice.replaces is None:
        return None
    words = languages.load(notice.language)
    return KINDS[notice.kind](tx, notice, now, words)


def _dose(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    dose = doses.get(tx, notice.dose or "")
    later = bool(notice.facts.get("later"))
    if dose is None or dose.state is not (DoseState.LATER if later else DoseState.DUE):
        return None
    if notice.facts.get("again") and not dose.in_doubt:
        return None  # a press has proved that the first one arrived
    if later and _overtaken(tx, dose):
        return None
    if not later and _wants_quiet(tx, dose.account):
        return None  # since a moment ago: it was claimed by then
    late = now - dose.due > LATE_AFTER
    # By the notice, not by the dose: a later ring that was asked for is not the one that may have been seen already.
    if notice.facts.get("again"):
        how = "again_late" if late and not later else "again"
    else:
        how = "later" if later else "late" if late else "due"
    return lambda: reminders.ring(words, dose, now, how=how)


def _overtaken(tx: Tx, dose: Dose) -> bool:
    """Whether a later ring that had to wait is no longer wanted: it was put off again, or quiet began since."""
    return dose.later_until is not None or quiet.overtakes(tx, dose)


def _wants_quiet(tx: Tx, account: str) -> bool:
    owner = people.account_by_id(tx, account)
    return owner is None or owner.quiet_since is not None


def _repeat(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    dose = doses.get(tx, notice.dose or "")
    if dose is None or dose.state is not DoseState.SENT or _wants_quiet(tx, dose.account):
        return None
    return lambda: reminders.ring(words, dose, now, how="repeat")


def _state(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    dose = doses.get(tx, notice.dose or "")
    if dose is None:
        return None
    newest = messages.of(tx, dose.id)[:1]
    if newest and notice.replaces != newest[0]:
        return lambda: reminders.superseded(words, dose)
    return lambda: reminders.standing(words, dose, now)


def _tomorrow(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    standing = plans.get(tx, notice.facts["plan"])
    owner = people.account_by_id(tx, notice.account)
    if standing is None or not standing.accepted or standing.ended or standing.held_since or owner is None:
        return None
    day = date.fromisoformat(notice.facts["day"])
    begins = speaking(standing.accepted, day)
    if begins is None or notice.facts.get("version", str(begins.number)) != str(begins.number):
        return None  # a newer version was accepted for that day, and has a notice of its own
    if owner.zone is None or owner.quiet_since or now.astimezone(owner.zone).date() >= day:
        return None
    change = next_change(standing.accepted, owner.zone, day - timedelta(days=1))
    if change is None or change.local_date != day:
        return None
    at = f"{change.at.astimezone(owner.zone):%H:%M}"
    return lambda: reminders.tomorrow(words, at=at)


def _outage(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """That reminders did not go out; the advice, which may name an opioid, is one tap away."""
    if people.patient(tx, notice.chat) is None:
        return None
    day = date.fromisoformat(notice.facts["day"])
    return lambda: reminders.outage(words, at=notice.facts["at"], day=day)


def _lost(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """That one reminder may not have come; not once a press has shown that it did."""
    dose = doses.get(tx, notice.facts["dose"])
    if dose is None or dose.state is not DoseState.UNDELIVERED or people.patient(tx, notice.chat) is None:
        return None
    return lambda: reminders.lost(words, dose)


def _row(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """Three in a row. Not while it is quiet, nor of a plan that is on hold or has ended by now, nor once one of them
    was taken after all."""
    standing = plans.get(tx, notice.facts["plan"])
    patient = people.patient(tx, notice.chat)
    if standing is None or standing.ended or standing.held_since or patient is None or patient.account.quiet_since:
        return None
    if not gaps.goes_on(tx, standing.id):
        return None
    return lambda: reminders.in_a_row(words, plan=standing.id)


def _gap(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    standing = plans.get(tx, notice.facts["plan"])
    patient = people.patient(tx, notice.chat)
    if standing is None or standing.ended or standing.hold_cause != gaps.GAP or patient is None:
        return None  # lifted, or on hold again for another reason
    phone, days = patient.clinic.phone, notice.facts["days"]
    return lambda: news.held_for_gap(words, days=days, phone=phone)


def _checkin(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    found = diary.of(tx, notice.facts["checkin"], notice.chat)
    if found is None or found.ended or _wants_quiet(tx, notice.account):
        return None
    return lambda: checkin.invitation(words, checkin=found.id)


def _self_check(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """Only that there is a list: what it asks about is behind the tap."""
    if people.patient(tx, notice.chat) is None or _wants_quiet(tx, notice.account):
        return None
    return lambda: setup.list_ready(words)


def _summary(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """Only that it is ready: no push holds a score (design 5). The picture is one tap away."""
    if people.patient(tx, notice.chat) is None or _wants_quiet(tx, notice.account):
        return None
    start = date.fromisoformat(notice.facts["start"])
    return lambda: summary.ready(words, start)


def _lesson(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """That one is there, or that it was the end; not to somebody who stopped it, went quiet or read it meanwhile."""
    owner = people.account_by_id(tx, notice.account)
    if owner is None or owner.quiet_since is not None:
        return None
    if ends := notice.facts.get("over"):
        return lambda: course.over(words, read=ends == "read")
    kept = rounds.get(tx, notice.account, LESSON)
    if "article" not in notice.facts:  # what was read is forgotten, and so is which section comes after it
        return None
    place = notice.facts["article"], int(notice.facts["section"])
    if kept is None or kept.next_at is None or place in readings.of(tx, notice.account):
        return None
    return lambda: course.knock(words, place)


def _plain(
    key: str, applies: Callable[[Standing], bool] = lambda standing: True
) -> Callable[[Tx, Notice, datetime, Phrases], Make | None]:
    """A notice to a patient about a plan that says no more than that there is something to see.

    ``applies``: whether it is still so. Word that had to wait may be overtaken: *lifted* must not come last when the
    plan is on hold again.
    """

    def made(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
        patient = people.patient(tx, notice.chat)
        if patient is None:
            return None
        standing = plans.get(tx, notice.facts.get("plan", ""))
        if standing is not None and not applies(standing):
            return None
        today = now.astimezone(patient.account.zone or patient.clinic.zone).date()
        stands = None if standing is None else standing.on(today)
        needed = stands is not None and stands.as_needed is not None and words.has(f"news.{key}_needed")
        return lambda: news.to_patient(words, f"{key}_needed" if needed else key)

    return made


def _refill(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """Only that there is something to look at; what it is, and how it stands by then, is one tap away."""
    standing = plans.get(tx, notice.facts["plan"])
    kept = supplies.get(tx, notice.facts["plan"])
    if people.patient(tx, notice.chat) is None or standing is None or standing.ended or kept is None or not kept.told:
        return None
    if _wants_quiet(tx, notice.account):
        return None  # it is told of once that is over
    return lambda: news.refill(words, plan=standing.id)


def _trip(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """How a trip stands now: begun, asked, planned after the clinic's yes, or to stay after its no."""
    patient, trip = people.patient(tx, notice.chat), trips.get(tx, notice.facts["trip"])
    if patient is None or trip is None or trip.zone is None or patient.account.zone is None:
        return None
    zone, going = patient.account.zone, trip.zone
    match trip.state:
        case TripState.AWAY:
            first, held = moving.next_of(tx, trip.account, now), plans.on_hold(tx, trip.account)
            quiet = patient.account.quiet_since is not None
            return lambda: travel.begun(words, zone=zone, first=first, quiet=quiet, held=held)
        case TripState.ASKED:
            return lambda: travel.asked(words, trip=trip.id, zone=going, phone=patient.clinic.phone)
        case TripState.STARTING:
            return lambda: travel.told(words, "starting", zone=going)
        case TripState.PLANNED if trip.starts is not None:
            starts, phone = trip.starts, patient.clinic.phone
            moves = moving.moves(tx, patient.account, going, now, starts)
            apart = [travel.PlanMoves(alias=standing.alias or "A", move=move) for standing, move in moves]
            return lambda: travel.planned(words, trip=trip.id, zone=going, starts=starts, plans=apart, phone=phone)
    return lambda: travel.told(words, "kept", zone=zone)


KINDS: dict[str, Callable[[Tx, Notice, datetime, Phrases], Make | None]] = {
    "dose": _dose,
    "repeat": _repeat,
    "state": _state,
    "tomorrow": _tomorrow,
    "outage": _outage,
    "lost": _lost,
    "checkin": _checkin,
    "summary": _summary,
    "digest": for_team.digest,
    "lesson": _lesson,
    "self-check": _self_check,
    "clinic": for_team.clinic,
    "trip": _trip,
    "row": _row,
    "gap": _gap,
    "missed": for_team.missed,
    "offer": _plain("offer", lambda standing: standing.offer is not None and not standing.ended),
    "held": _plain("held", lambda standing: standing.held_since is not None and not standing.ended),
    "lifted": _plain("lifted", lambda standing: standing.held_since is None and not standing.ended),
    "ended": _plain("ended"),
    "refill": _refill,
    "left": for_team.gone,
    "aged": for_team.aged,
}
"""Every kind of notice."""
