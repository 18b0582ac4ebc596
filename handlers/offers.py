"""The plan on offer: a word of the patient's own for it, the self-check R2, accepted or not."""

from dataclasses import replace
from datetime import date

from telegram import Update

from care.discreet import tells
from care.safety import SELF_CHECK as ITEMS
from care.safety import asks_self_check
from care.succession import Version, next_at
from content import dates
from content.screen import Screen, joined
from content.wording import setup as words
from content.wording.safety import ClinicFacts, contact_clinic
from handlers import setup, standing
from handlers.context import Context, NotYours
from handlers.holding import hold_for_opioid
from handlers.prompting import prompting
from handlers.safety import reported
from store import asks, audit, changes, diary, moving, news, plans, rounds
from store.asks import Ask
from store.database import Tx
from store.pace import checkin_time, set_self_check, start_rounds
from store.people import Patient
from store.plans import Standing
from store.rounds import SELF_CHECK

ALIAS_LENGTH = 30


def _own(tx: Tx, context: Context, plan: str) -> tuple[Patient, Standing]:
    patient = standing.own(tx, context)
    found = next((s for s in plans.of_link(tx, patient.link.id) if s.id == plan), None)
    if found is None:
        raise NotYours
    return patient, found


async def rename(update: Update, context: Context) -> None:
    """``rename:<plan>``: another word for a plan that runs."""
    plan = context.one_word
    await context.toast()

    def ask(tx: Tx) -> None:
        _own(tx, context, plan)
        asks.put(tx, context.chat, "alias", at=context.now, plan=plan)

    await context.record(ask)
    await context.reply(await context.read(lambda tx: _rename(tx, context, plan)))


def _rename(tx: Tx, context: Context, plan: str) -> Screen:
    patient, found = _own(tx, context, plan)
    needed, used = _needed(found, _today(patient, context)), plans.other_aliases(tx, plan)
    return prompting(tx, context, words.rename(context.phrases, plan=plan, needed=needed, used=used))


def _today(patient: Patient, context: Context) -> date:
    """Where the patient is; before that is known, at the clinic."""
    return context.now.astimezone(patient.account.zone or patient.clinic.zone).date()


def _needed(found: Standing, today: date) -> bool:
    """Whether it is as needed, by what stands or else by what is on offer."""
    plan = found.on(today) or (None if found.offer is None else found.offer.plan)
    return plan is not None and plan.as_needed is not None


async def alias(update: Update, context: Context) -> None:
    """``alias:<plan>:<number>``: one of the words on offer."""
    plan, number = context.two_words
    if number not in {str(n) for n in range(1, words.ALIASES + 1)}:
        raise NotYours
    await context.toast()
    alias = context.phrases.label(f"setup.alias_{number}")
    if await _called(context, plan, alias):
        await setup.go_on(context)
    else:
        await _ask_again(context, words.plain(context.phrases, "setup.alias_used", alias=alias))


async def _called(context: Context, plan: str, alias: str) -> bool:
    """Give a plan a word; False if another of the patient's has it."""
    await context.record(lambda tx: _set_alias(tx, context, plan, alias))
    _, found = await context.read(lambda tx: _own(tx, context, plan))
    return found.alias == alias


def _set_alias(tx: Tx, context: Context, plan: str, alias: str) -> None:
    _own(tx, context, plan)
    if plans.set_alias(tx, plan, alias):
        setup.expect(tx, context)


async def typed_alias(update: Update, context: Context, ask: Ask) -> None:
    """The patient's own word; refused if it is too long, could tell what it is, or is another plan's."""
    alias, plan = " ".join(context.words.split()), ask.facts["plan"]
    patient, found = await context.read(lambda tx: _own(tx, context, plan))
    if not alias or len(alias) > ALIAS_LENGTH:
        await _ask_again(context, words.plain(context.phrases, "setup.alias_long"))
        return
    if tells(alias, (found.medicine.name, *found.medicine.spellings)):
        await _ask_again(context, words.plain(context.phrases, "setup.alias_telling"))
        return
    if not await _called(context, plan, alias):
        await _ask_again(context, words.plain(context.phrases, "setup.alias_used", alias=alias))
        return
    key = "setup.alias_set_needed" if _needed(found, _today(patient, context)) else "setup.alias_set"
    await context.reply(words.plain(context.phrases, key, alias=alias))
    question = await context.read(lambda tx: standing.next_question(tx, context))
    if question is not None:
        await context.reply(question)


async def _ask_again(context: Context, refused: Screen) -> None:
    await context.reply(await context.read(lambda tx: prompting(tx, context, refused)))


async def self_check(update: Update, context: Context) -> None:
    """``self:<item>|none|done``: an opioid sets the hold R5 at once, anything else gets the fixed reply (R2).

    Only ``none`` and ``done`` answer the list: what was not tapped before is nobody's no.
    """
    item = context.one_word
    if item not in ("none", "done", *ITEMS):
        raise NotYours
    await context.toast()
    await context.record(lambda tx: _self_check(tx, context, item))
    if item in ("none", "done"):
        checked = await context.read(lambda tx: _checked(tx, context))
        await (setup.go_on(context) if checked is None else context.replace(checked))
        return
    await context.replace(await context.read(lambda tx: _replied(tx, context, item)))
    said = await context.read(lambda tx: standing.marked_now(tx, context, standing.own(tx, context)))
    await context.reply(words.self_check(context.phrases, said))


async def check(update: Update, context: Context) -> None:
    """/check, and the button ``check``: the list, at any time (R2)."""
    await context.toast()
    await context.reply(await context.read(lambda tx: _list(tx, context)))


def _list(tx: Tx, context: Context) -> Screen:
    patient = standing.own(tx, context)
    question = standing.next_question(tx, context)
    if question is not None and patient.account.zone is None:
        return question
    asking = [s for s in plans.of_link(tx, patient.link.id) if asks_self_check(s.medicine)]
    if not asking:
        return words.plain(context.phrases, "setup.no_list")
    said, later = standing.marked_now(tx, context, patient), any(s.accepted for s in asking)
    return words.self_check(context.phrases, said, later=later)


def _checked(tx: Tx, context: Context) -> Screen | None:
    """That it is noted and when it comes again; None where set-up goes on."""
    patient = standing.own(tx, context)
    kept = rounds.get(tx, patient.account.id, SELF_CHECK)
    zone = patient.account.zone
    if standing.next_question(tx, context) is not None or kept is None or kept.next_at is None or zone is None:
        return None
    return words.checked(context.phrases, day=kept.next_at.astimezone(zone).date())


def _self_check(tx: Tx, context: Context, item: str) -> None:
    patient, new_id = standing.own(tx, context), context.services.new_id
    answers = {item: True}
    if item in ("none", "done"):
        marked = standing.marked_now(tx, context, patient)
        answers = {known: known in marked for known in ITEMS}
    diary.self_check(tx, id=new_id(), link=patient.link.id, answers=answers, at=context.now)
    if item in ("none", "done"):
        if patient.account.zone is not None:
            set_self_check(tx, patient.account.id, patient.account.zone, context.now)
    elif item == "opioid":
        hold_for_opioid(tx, context, patient)
    else:
        news.tell(tx, patient.link, "self-check", item, at=context.now, new_id=new_id)


def _replied(tx: Tx, context: Context, item: str) -> Screen:
    """The fixed reply to what was marked."""
    if item == "opioid":
        return reported(tx, context, item)
    patient = standing.own(tx, context)
    clinic = ClinicFacts(name=patient.clinic.name, phone=patient.clinic.phone, hours=patient.clinic.hours)
    return contact_clinic(context.phrases, item, clinic)


async def offer(update: Update, context: Context) -> None:
    """``offer:<plan>:<version>:yes|no``: the patient accepts a version, or has a question first."""
    said = context.press_words
    if len(said) != 3 or not (said[1].isascii() and said[1].isdecimal()):
        raise NotYours
    plan, version = said[0], int(said[1])
    await context.toast()
    yes = said[2] == "yes"
    answer = _accept if yes else _decline
    await context.record(lambda tx: answer(tx, context, plan, version))
    await context.replace(await context.read(lambda tx: _after(tx, context, plan, version, yes=yes)))


def _accept(tx: Tx, context: Context, plan: str, version: int) -> None:
    patient, found = _own(tx, context, plan)
    account, now = patient.account, context.now
    if found.offer is None or found.offer.version != version or account.zone is None:
        return
    if standing.lacks_list(found, patient, now):
        return
    if standing.lacks_word(tx, found):
        setup.expect(tx, context)
        return
    if standing.expired(tx, found, patient, now):
        plans.decline(tx, plan, version, at=now)
        news.tell(tx, patient.link, "plan", "expired", at=now, new_id=context.services.new_id)
        return
    body = standing.as_accepted(tx, found, patient, now)
    versions = (*found.accepted, Version(number=version, plan=body))
    coming, due = next_at(versions, account.zone, now), plans.next_at(tx, plan)
    unraised = due if due is not None and due <= now else None  # it is the old version's, and the tick will raise it
    plans.accept(tx, plan, version, body, next_at=unraised or coming, at=now)
    new_id = context.services.new_id
    moving.end_windows(tx, plan, account.id, now, new_id)
    # Not late: what was accepted just now has been read.
    changes.announce(tx, plan, account.id, account.zone, versions, now=now, new_id=new_id, late=False)
    start_rounds(tx, account.id, account.zone, now)
    setup.expect(tx, context)
    audit.note(tx, at=now, actor=account.id, action="accept", about=plan, detail=str(version))


def _decline(tx: Tx, context: Context, plan: str, version: int) -> None:
    patient, found = _own(tx, context, plan)
    if found.offer is not None and found.offer.version == version:
        news.tell(tx, patient.link, "plan", "question", at=context.now, new_id=context.services.new_id)


def _after(tx: Tx, context: Context, plan: str, version: int, *, yes: bool) -> Screen:
    """How the plan stands after the press, whoever pressed what before."""
    patient, found = _own(tx, context, plan)
    phrases, zone = context.phrases, patient.account.zone
    if zone is not None and any(v.number == version for v in found.accepted):
        first = moving.next_of_plan(tx, plan, context.now)
        return words.accepted(
            phrases,
            first=None if first is None else first.at.astimezone(zone),
            checkin=dates.clock(checkin_time(tx, patient.account.id, zone, context.now)),
            held=found.held_since is not None,
            quiet=patient.account.quiet_since is not None,
            needed=found.newest is not None and found.newest.as_needed is not None,
            later=_later(found, _today(patient, context)),
        )
    if yes and found.offer is not None and found.offer.version == version:
        return standing.next_question(tx, context) or words.plain(phrases, "setup.stale")
    if found.offer is not None and found.offer.version == version:
        return words.declined(phrases, clinic=patient.clinic.name, phone=patient.clinic.phone)
    stands = standing.here(tx, context)
    return replace(stands, text=joined((phrases("setup.stale"), stands.text)))


def _later(found: Standing, today: date) -> date | None:
    """The first day of what was accepted last, if that is to come; None for a first plan, which changes nothing."""
    newest = found.newest
    first = len(found.accepted) == 1 and newest is not None and newest.as_needed is None
    return None if newest is None or newest.start <= today or first else newest.start
