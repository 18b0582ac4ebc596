"""Doses: Taken, Later, Skip, Undo, the amount, what changed; /today."""

from datetime import timedelta

from telegram import Update

from care.dose import Dose
from care.doses import LATER_MINUTES, SKIP_REASONS, DoseState, later_choices
from care.medicines import is_naltrexone
from content.screen import Screen
from content.wording import reminders
from handlers import standing
from handlers.context import Context, NotYours
from store import answers, doses, gaps, notices, plans
from store.database import Tx


async def pressed(update: Update, context: Context) -> None:
    """``dose:<id>:taken|later|skip|undo|show|amount|change``"""
    id, wanted = context.two_words
    await context.toast()
    if wanted in ("taken", "skip", "undo"):
        await context.record(lambda tx: _answer(tx, context, id, wanted))
    dose = await context.read(lambda tx: _own(tx, context, id))
    await context.replace(_screen(context, dose, wanted))


def _own(tx: Tx, context: Context, id: str) -> Dose:
    dose = doses.of(tx, id, context.chat)
    if dose is None:
        raise NotYours
    return dose


def _screen(context: Context, dose: Dose, wanted: str) -> Screen:
    phrases, now = context.phrases, context.now
    match wanted:
        case "taken" | "undo" | "show":
            return reminders.standing(phrases, dose, now)
        case "skip" if dose.state is DoseState.SKIPPED and dose.reason is None:
            return reminders.skipped(phrases, dose, now)
        case "skip":
            return reminders.standing(phrases, dose, now)
        case "later":
            return reminders.choose_later(phrases, dose, now)
        case "amount":
            return reminders.amount(phrases, dose, now)
        case "change":
            return reminders.change(phrases, dose, dose.local_date, now)
    raise NotYours


def _answer(tx: Tx, context: Context, id: str, wanted: str) -> None:
    """One conditional UPDATE; the other messages that carry this dose are told how it stands."""
    dose, now = _own(tx, context, id), context.now
    if wanted == "undo":
        changed = answers.undo(tx, id, context.chat, at=now)
    else:
        to = DoseState.TAKEN if wanted == "taken" else DoseState.SKIPPED
        changed = answers.answer(tx, id, context.chat, to, at=now)
    if changed:
        _retouch(tx, context, dose)
    if changed and wanted == "skip":
        gaps.speak_of_row(tx, dose.plan, now=now, new_id=context.services.new_id)


def _retouch(tx: Tx, context: Context, dose: Dose) -> None:
    notices.retouch(
        tx, dose.id, dose.account, at=context.now, new_id=context.services.new_id, but=context.pressed_message
    )


async def later(update: Update, context: Context) -> None:
    """``later:<id>:<minutes>``: put off, at most twice and never past the window."""
    id, minutes = context.two_words
    if minutes not in {str(m) for m in LATER_MINUTES}:
        raise NotYours
    await context.toast()

    def put_off(tx: Tx) -> None:
        dose, now = _own(tx, context, id), context.now
        if int(minutes) in later_choices(now, dose.window_end, dose.laters) and answers.answer(
            tx, id, context.chat, DoseState.LATER, at=now, later_at=now + timedelta(minutes=int(minutes))
        ):
            _retouch(tx, context, dose)

    await context.record(put_off)
    dose = await context.read(lambda tx: _own(tx, context, id))
    await context.replace(reminders.standing(context.phrases, dose, context.now))


async def why(update: Update, context: Context) -> None:
    """``why:<id>:<reason>``: the optional reason of a skip."""
    id, reason = context.two_words
    if reason not in SKIP_REASONS:
        raise NotYours
    await context.toast()
    await context.record(lambda tx: answers.give_reason(tx, id, context.chat, reason))
    dose = await context.read(lambda tx: _own(tx, context, id))
    await context.replace(reminders.standing(context.phrases, dose, context.now))


async def row(update: Update, context: Context) -> None:
    """``row:<plan>``: the fixed text about missed doses, and whom to ask. It stays below its push."""
    plan = context.one_word
    await context.toast()
    await context.reply(await context.read(lambda tx: _row_advice(tx, context, plan)))


def _row_advice(tx: Tx, context: Context, plan: str) -> Screen:
    patient = standing.own(tx, context)
    found = plans.get(tx, plan)
    if found is None or found.link != patient.link.id:
        raise NotYours
    clinic, phrases = patient.clinic, context.phrases
    rule = found.medicine.opioid_check or is_naltrexone(found.medicine)
    advice = reminders.missed_text(phrases, approved=clinic.missed_text_by is not None, opioid_rule=rule)
    return reminders.row_advice(phrases, advice=advice, clinic=clinic.name, phone=clinic.phone)


async def today(update: Update, context: Context) -> None:
    """/today, and the button ``today``: today's doses and check-in; before set-up is done, its next question."""
    await context.toast()
    screen = await context.read(lambda tx: _today(tx, context))
    await (context.reply(screen) if context.press is None else context.replace(screen))


def _today(tx: Tx, context: Context) -> Screen:
    asking = standing.next_question(tx, context)
    if asking is not None and standing.own(tx, context).account.zone is None:
        return asking
    return standing.today(tx, context)
