"""Setting up, one question a screen. Where it stands is read from rows, so a restart loses nothing."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from telegram import Update

from care.plans import Plan, starting
from care.safety import SELF_CHECK
from care.succession import Version, next_at
from content import dates, places
from content.numbers import all_numbers, numbers
from content.screen import Screen
from content.wording import plans as plan_words
from content.wording import setup as words
from content.wording.safety import ClinicFacts, contact_clinic, hold_reply
from handlers.context import Context, NotYours
from handlers.holding import hold_for_opioid
from handlers.rounds import checkin_time, start_rounds
from store import asks, audit, diary, doses, news, people, plans
from store.asks import Ask
from store.database import Tx
from store.people import Patient
from store.plans import Standing

SELF_CHECK_EVERY = timedelta(days=30)
ALIAS_LENGTH = 30
_COUNTRIES_SHOWN = 6


def next_screen(tx: Tx, context: Context) -> Screen | None:
    """The next question for this patient, or None if there is nothing to ask."""
    patient = people.patient(tx, context.chat)
    if patient is None:
        return words.plain(context.phrases, "setup.stranger")
    phrases, account = context.phrases, patient.account
    if not patient.link.shares_asked:
        return words.share(phrases)
    if account.country is None:
        return words.country(phrases, _countries(patient))
    if account.zone is None:
        return words.zone(phrases, places.zones(account.country, context.now.year), context.now)
    if not account.zone_confirmed:
        return words.clock(phrases, context.now.astimezone(account.zone))
    return _offer(tx, context, patient)


def _countries(patient: Patient) -> list[str]:
    """The clinic's country first, then those whose numbers we have."""
    known = [patient.clinic.country, *(row.country for row in all_numbers())]
    return [code for code in dict.fromkeys(known) if code in places.countries()][:_COUNTRIES_SHOWN]


def _offer(tx: Tx, context: Context, patient: Patient) -> Screen | None:
    offered = [s for s in plans.of_link(tx, patient.link.id) if s.offer is not None]
    if not offered:
        return None
    standing, phrases = offered[0], context.phrases
    assert standing.offer is not None
    described = plan_words.describe(phrases, _as_accepted(tx, standing, patient, context.now))
    if standing.alias is None:
        return words.alias(phrases, plan=standing.id, described=described)
    if standing.medicine.self_check and _self_check_due(patient, context.now):
        return words.self_check(phrases, ())
    return words.accept(
        phrases,
        plan=standing.id,
        version=standing.offer.version,
        described=described,
        changed=bool(standing.accepted),
    )


def _self_check_due(patient: Patient, now: datetime) -> bool:
    last = patient.link.self_checked_at
    return last is None or now - last > SELF_CHECK_EVERY


async def go_on(context: Context) -> None:
    """Show the next question in place of the one just answered."""
    screen = await context.read(lambda tx: next_screen(tx, context))
    await context.replace(screen or words.plain(context.phrases, "setup.done_no_plan"))


async def see(update: Update, context: Context) -> None:
    """A press on a message that said there is something to see."""
    await context.toast()
    await go_on(context)


def _patient(tx: Tx, context: Context) -> Patient:
    patient = people.patient(tx, context.chat)
    if patient is None:
        raise NotYours
    return patient


async def share(update: Update, context: Context) -> None:
    """``share:yes|no``"""
    said = context.one_word
    await context.toast()

    def keep(tx: Tx) -> None:
        patient = _patient(tx, context)
        people.set_shares(tx, patient.link.id, said == "yes")
        audit.note(tx, at=context.now, actor=patient.account.id, action="share", about=patient.link.id, detail=said)

    await context.record(keep)
    await go_on(context)


async def country(update: Update, context: Context) -> None:
    """``country:<code>|other|again``"""
    code = context.one_word
    await context.toast()
    if code == "other":
        await context.record(lambda tx: asks.put(tx, context.chat, "country", at=context.now))
        await context.replace(words.plain(context.phrases, "setup.type_country"))
        return
    if code == "again":
        patient = await context.read(lambda tx: _patient(tx, context))
        await context.replace(words.country(context.phrases, _countries(patient)))
        return
    if code not in places.countries():
        raise NotYours
    await context.record(lambda tx: _set_country(tx, context, code))
    await go_on(context)


def _set_country(tx: Tx, context: Context, code: str) -> None:
    """One zone: set; several: asked. Plans wait until the clock is confirmed."""
    patient = _patient(tx, context)
    people.set_country(tx, patient.account.id, code)
    zones = places.zones(code, context.now.year)
    if len(zones) == 1:
        people.set_zone(tx, patient.account.id, zones[0], confirmed=False)
    asks.clear(tx, context.chat)


async def typed_country(update: Update, context: Context, ask: Ask) -> None:
    """The name of a country."""
    typed = context.words
    code = places.find_country(typed[:80])
    if code is None:
        await context.reply(words.plain(context.phrases, "setup.unknown_country", typed=typed[:40]))
        return
    await context.record(lambda tx: _set_country(tx, context, code))
    screen = await context.read(lambda tx: next_screen(tx, context))
    assert screen is not None  # the clock is still to be confirmed
    await context.reply(screen)


async def zone(update: Update, context: Context) -> None:
    """``zone:<place in the country's list>``"""
    number = context.one_word
    await context.toast()

    def keep(tx: Tx) -> None:
        patient = _patient(tx, context)
        zones = places.zones(patient.account.country or "", context.now.year)
        if not number.isdecimal() or int(number) >= len(zones):
            raise NotYours
        people.set_zone(tx, patient.account.id, zones[int(number)], confirmed=False)

    await context.record(keep)
    await go_on(context)


async def clock(update: Update, context: Context) -> None:
    """``clock:yes|no``: the wall clock that was shown is the person's, or not."""
    said = context.one_word
    await context.toast()

    def keep(tx: Tx) -> None:
        patient = _patient(tx, context)
        account = patient.account
        if said == "yes" and account.zone is not None:
            people.set_zone(tx, account.id, account.zone.key, confirmed=True)
            start_rounds(tx, account.id, account.zone, context.now)
            move_plans(tx, account.id, account.zone, context.now)
        elif account.country is not None:
            people.set_country(tx, account.id, account.country)

    await context.record(keep)
    await go_on(context)


def move_plans(tx: Tx, account: str, zone: ZoneInfo, now: datetime) -> None:
    """Another zone moves future doses only: each plan's next dose is found anew."""
    for plan in plans.of_account(tx, account):
        plans.advance(tx, plan, next_at(plans.accepted_versions(tx, plan), zone, now))


async def alias(update: Update, context: Context) -> None:
    """``alias:<plan>:<number>``: one of the words on offer."""
    plan, number = context.two_words
    if not number.isdecimal() or not 1 <= int(number) <= words.ALIASES:
        raise NotYours
    await context.toast()
    await context.record(lambda tx: _set_alias(tx, context, plan, context.phrases.label(f"setup.alias_{number}")))
    await go_on(context)


def _set_alias(tx: Tx, context: Context, plan: str, alias: str) -> None:
    patient = _patient(tx, context)
    if plan not in {s.id for s in plans.of_link(tx, patient.link.id)}:
        raise NotYours
    plans.set_alias(tx, plan, alias)


def waiting_alias(tx: Tx, context: Context) -> Standing | None:
    """The plan whose alias is being asked for, so that any typed word is taken as the answer."""
    patient = people.patient(tx, context.chat)
    if patient is None or not patient.account.zone_confirmed:
        return None
    offered = [s for s in plans.of_link(tx, patient.link.id) if s.offer is not None]
    return offered[0] if offered and offered[0].alias is None else None


async def typed_alias(context: Context, standing: Standing) -> None:
    """The patient's own word; refused if it is too long or tells what it is."""
    alias = " ".join(context.words.split())
    names = (standing.medicine.name, *standing.medicine.spellings)
    if len(alias) > ALIAS_LENGTH:
        await context.reply(words.plain(context.phrases, "setup.alias_long"))
        return
    if any(name.casefold() in alias.casefold() for name in names):
        await context.reply(words.plain(context.phrases, "setup.alias_telling"))
        return
    await context.record(lambda tx: _set_alias(tx, context, standing.id, alias))
    await context.reply(words.plain(context.phrases, "setup.alias_set", alias=alias))
    screen = await context.read(lambda tx: next_screen(tx, context))
    if screen is not None:
        await context.reply(screen)


async def self_check(update: Update, context: Context) -> None:
    """``self:<item>|none|done``: R2; an opioid sets the hold R5 at once, anything else gets the fixed reply."""
    item = context.one_word
    if item not in ("none", "done", *SELF_CHECK):
        raise NotYours
    await context.toast()
    if item == "done":
        await go_on(context)
        return

    def keep(tx: Tx) -> None:
        patient = _patient(tx, context)
        answers = {known: known == item for known in SELF_CHECK}
        diary.self_check(tx, id=context.services.new_id(), link=patient.link.id, answers=answers, at=context.now)
        if item == "opioid":
            hold_for_opioid(tx, context, patient)
        elif item != "none":
            news.tell(tx, patient.link, "self-check", item, at=context.now, new_id=context.services.new_id)

    await context.record(keep)
    if item == "none":
        await go_on(context)
        return
    patient = await context.read(lambda tx: _patient(tx, context))
    facts = ClinicFacts(name=patient.clinic.name, phone=patient.clinic.phone, hours=patient.clinic.hours)
    today = context.now.date()
    if item == "opioid":
        found = numbers(patient.account.country, today)
        await context.replace(hold_reply(context.phrases, numbers=found, clinic=facts))
    else:
        await context.replace(contact_clinic(context.phrases, item, facts))
    await context.reply(words.self_check(context.phrases, (item,)))


def _as_accepted(tx: Tx, standing: Standing, patient: Patient, now: datetime) -> Plan:
    """The offered plan with the start that acceptance now gives it: not before today, and not on a day of which
    a dose was already raised, so that no day has doses of two versions."""
    assert standing.offer is not None and patient.account.zone is not None
    earliest = now.astimezone(patient.account.zone).date()
    if doses.raised_on(tx, standing.id, earliest):
        earliest += timedelta(days=1)
    if standing.offer.plan.end is not None and standing.offer.plan.end < earliest:
        return standing.offer.plan
    return starting(standing.offer.plan, earliest)


async def offer(update: Update, context: Context) -> None:
    """``offer:<plan>:<version>:yes|no``: the patient accepts a version, or has a question first."""
    assert context.press is not None
    if len(context.press.words) != 3 or not context.press.words[1].isdecimal():
        raise NotYours
    plan, version, said = context.press.words[0], int(context.press.words[1]), context.press.words[2]
    await context.toast()
    if said == "yes":
        await context.record(lambda tx: _accept(tx, context, plan, version))
    else:
        await context.record(lambda tx: _decline(tx, context, plan, version))
    await context.replace(await context.read(lambda tx: _after_offer(tx, context, plan, version)))


def _own(tx: Tx, context: Context, plan: str) -> tuple[Patient, Standing]:
    patient = _patient(tx, context)
    standing = next((s for s in plans.of_link(tx, patient.link.id) if s.id == plan), None)
    if standing is None:
        raise NotYours
    return patient, standing


def _accept(tx: Tx, context: Context, plan: str, version: int) -> None:
    patient, standing = _own(tx, context, plan)
    account, now = patient.account, context.now
    if standing.offer is None or standing.offer.version != version or account.zone is None:
        return
    if standing.medicine.self_check and patient.link.self_checked_at is None:
        return
    body = _as_accepted(tx, standing, patient, now)
    versions = (*standing.accepted, Version(number=version, plan=body))
    plans.accept(tx, plan, version, body, next_at=next_at(versions, account.zone, now), at=now)
    start_rounds(tx, account.id, account.zone, now)
    audit.note(tx, at=now, actor=account.id, action="accept", about=plan, detail=str(version))


def _decline(tx: Tx, context: Context, plan: str, version: int) -> None:
    patient, standing = _own(tx, context, plan)
    if standing.offer is not None and standing.offer.version == version:
        news.tell(tx, patient.link, "plan", "question", at=context.now, new_id=context.services.new_id)


def _after_offer(tx: Tx, context: Context, plan: str, version: int) -> Screen:
    """How the plan stands after the press, whoever pressed what before."""
    patient, standing = _own(tx, context, plan)
    phrases, zone = context.phrases, patient.account.zone
    assert zone is not None
    if any(v.number == version for v in standing.accepted):
        first = next_at(standing.accepted, zone, context.now)
        checkin = dates.clock(checkin_time(tx, patient.account.id))
        return words.accepted(
            phrases,
            first=None if first is None else first.astimezone(zone),
            checkin=checkin,
            held=standing.held_since is not None,
        )
    if standing.offer is not None and standing.offer.version == version:
        return words.plain(phrases, "setup.declined", clinic=patient.clinic.name, phone=patient.clinic.phone)
    return words.plain(phrases, "setup.stale")
