"""Where a patient stands: the next question of set-up, or today. Read from rows, so a restart loses nothing."""

from datetime import date, datetime, timedelta

from care.plans import Plan, starting
from care.safety import SELF_CHECK_EVERY, asks_self_check
from care.scales import evening_of
from content import places
from content.numbers import all_numbers
from content.press import press
from content.screen import Screen
from content.wording import plans as plan_words
from content.wording import reminders
from content.wording import setup as words
from content.wording.supply import SupplyShown
from handlers import needed
from handlers.context import Context, NotYours
from handlers.needed import stands_as_needed
from handlers.prompting import prompting
from handlers.supplied import supplied
from store import diary, doses, moving, people, plans, starts, supplies
from store.database import Tx
from store.people import Patient
from store.plans import Standing

SELF_CHECK_LASTS = timedelta(hours=12)
"""How long what was marked in a self-check counts as one sitting."""
_COUNTRIES_SHOWN = 6


def own(tx: Tx, context: Context) -> Patient:
    """The patient behind this chat. Raises NotYours for everyone else."""
    patient = people.patient(tx, context.chat)
    if patient is None:
        raise NotYours
    return patient


def here(tx: Tx, context: Context) -> Screen:
    """The next question; today, if there is none; or that there is no plan yet."""
    patient = people.patient(tx, context.chat)
    if patient is None:
        return words.plain(context.phrases, "setup.stranger")
    question = next_question(tx, context)
    if question is not None:
        return question
    if not any(s.accepted for s in plans.of_link(tx, patient.link.id)):
        return words.plain(context.phrases, "setup.done_no_plan")
    return today(tx, context)


def next_question(tx: Tx, context: Context) -> Screen | None:
    """The next question for a patient, or None if there is nothing to ask. Raises NotYours for anyone else."""
    patient = own(tx, context)
    phrases, account = context.phrases, patient.account
    if not patient.link.shares_asked:
        return words.share(phrases)
    if account.country is None:
        return words.country(phrases, countries(patient))
    if account.asking and account.asked_zone is None:
        zones = places.zones(account.country, context.now.year)
        return words.zone(phrases, zones, context.now, keep=account.zone is not None)
    if account.asking and account.asked_zone is not None:
        local = context.now.astimezone(account.asked_zone)
        return words.clock(phrases, local, keep=account.zone is not None)
    return _offer(tx, context, patient)


def countries(patient: Patient) -> list[str]:
    """The clinic's country first, then those whose numbers we have."""
    known = [patient.clinic.country, *(row.country for row in all_numbers())]
    return [code for code in dict.fromkeys(known) if code in places.countries()][:_COUNTRIES_SHOWN]


def offered(tx: Tx, patient: Patient, now: datetime) -> Standing | None:
    """The plan that waits for this patient's answer, if any; not one that has run out meanwhile."""
    waiting = [s for s in plans.of_link(tx, patient.link.id) if s.offer is not None]
    return next((s for s in waiting if not expired(tx, s, patient, now)), None)


def _offer(tx: Tx, context: Context, patient: Patient) -> Screen | None:
    standing, phrases = offered(tx, patient, context.now), context.phrases
    if standing is None or standing.offer is None:
        return None
    plan = as_accepted(tx, standing, patient, context.now)
    described = plan_words.describe(phrases, plan, medicine=standing.medicine.name)
    if lacks_word(tx, standing):
        asked = words.alias(
            phrases,
            plan=standing.id,
            described=described,
            needed=plan.as_needed is not None,
            used=plans.other_aliases(tx, standing.id),
            twice=standing.alias or "",
        )
        return prompting(tx, context, asked)
    marked = marked_now(tx, context, patient)
    if lacks_list(standing, patient, context.now):
        return words.self_check(phrases, marked)
    return words.accept(
        phrases,
        plan=standing.id,
        version=standing.offer.version,
        described=described,
        changed=bool(standing.accepted),
        needed=plan.as_needed is not None,
        marked=marked,
    )


def lacks_word(tx: Tx, standing: Standing) -> bool:
    """Whether a plan on offer has no word of its own yet: none, or one that another plan is called by too."""
    return standing.alias is None or standing.alias.casefold() in plans.other_aliases(tx, standing.id)


def lacks_list(standing: Standing, patient: Patient, now: datetime) -> bool:
    """Whether the list is to be answered before a plan on offer can start (R2)."""
    last = patient.link.self_checked_at
    return asks_self_check(standing.medicine) and (last is None or now - last > SELF_CHECK_EVERY)


def marked_now(tx: Tx, context: Context, patient: Patient) -> tuple[str, ...]:
    """What the patient marked in the list in this sitting."""
    return diary.self_checked(tx, patient.link.id, context.now - SELF_CHECK_LASTS)


def as_accepted(tx: Tx, standing: Standing, patient: Patient, now: datetime) -> Plan:
    """The offered plan with the start that acceptance now gives it.

    Not before today; and tomorrow if today is the old version's already (a dose of today was raised or has come due,
    or a time of the new one has passed), so that no day has doses of two versions, nor none. With days between its
    doses it keeps them from the last one. A first plan starts tomorrow if all of today's times have passed.
    """
    assert standing.offer is not None
    return starting(standing.offer.plan, _earliest(tx, standing, patient, now))


def _earliest(tx: Tx, standing: Standing, patient: Patient, now: datetime) -> date:
    """The first day that the offered plan can have if it is accepted now."""
    assert standing.offer is not None and patient.account.zone is not None
    plan, local = standing.offer.plan, now.astimezone(patient.account.zone)
    passed = [at for at in plan.times if at <= local.time()]
    today_is_taken = bool(passed) if standing.accepted else bool(passed) and len(passed) == len(plan.times)
    earliest, due = local.date(), plans.next_at(tx, standing.id)
    link, medicine, zone = standing.link, standing.medicine.id, patient.account.zone
    if today_is_taken or (due is not None and due <= now) or starts.raised_on(tx, link, medicine, earliest):
        earliest += timedelta(days=1)
    if plan.start >= earliest:  # what a clinician set stands
        return earliest
    return starts.after_the_last(tx, link, medicine, plan.days, zone, earliest)


def expired(tx: Tx, standing: Standing, patient: Patient, now: datetime) -> bool:
    """Whether an offer would have ended before it could start."""
    if standing.offer is None or standing.offer.plan.end is None or patient.account.zone is None:
        return False
    return standing.offer.plan.end < _earliest(tx, standing, patient, now)


def _ending(tx: Tx, context: Context, patient: Patient, standings: list[Standing]) -> list[SupplyShown]:
    """The supplies that the patient was told run out soon."""
    zone, link = patient.account.zone, patient.link
    assert zone is not None
    told = [s for s in standings if (kept := supplies.get(tx, s.id)) is not None and kept.told]
    back = press("today")
    return [supplied(tx, s, link, zone, context.now, name=s.alias or "A", back=back, for_clinic=False) for s in told]


def today(tx: Tx, context: Context) -> Screen:
    """Today's doses and check-in, what is on hold, and when the next one comes."""
    patient = own(tx, context)
    account, zone, now = patient.account, patient.account.zone, context.now
    assert zone is not None  # nobody gets here before the clock is confirmed
    day = now.astimezone(zone).date()
    standings = [s for s in plans.of_link(tx, patient.link.id) if s.accepted]
    coming = moving.next_of(tx, account.id, now)
    checkin = diary.on(tx, account.id, evening_of(context.now, zone))
    return reminders.today(
        context.phrases,
        day=day,
        doses=[
            dose
            for dose in doses.between(tx, patient.link.id, day - timedelta(days=1), day + timedelta(days=1))
            if dose.local_date == day or dose.open  # last night's, or tomorrow's to the west of the date line
        ],
        held=[s.alias or "A" for s in standings if s.held_since is not None and not stands_as_needed(patient, s, now)],
        coming=None if coming is None else coming.astimezone(zone),
        checkin_done=checkin is not None and checkin.done,
        quiet=account.quiet_since is not None,
        needed=needed.of_today(tx, patient, standings, now),
        ending=_ending(tx, context, patient, standings),
    )
