"""What to do about missed doses: the fixed text (T12) behind a push that names nothing."""

from collections.abc import Iterable

from telegram import Update

from care.medicines import Medicine, is_naltrexone
from content.screen import Html, Screen
from content.wording import reminders
from handlers import standing
from handlers.context import Context, NotYours
from store import plans, team
from store.clinics import Clinic
from store.database import Tx


async def row(update: Update, context: Context) -> None:
    """``row:<plan>``: after several in a row. It stays below its push."""
    plan = context.one_word
    await context.toast()
    await context.reply(await context.read(lambda tx: _after_row(tx, context, plan)))


def _after_row(tx: Tx, context: Context, plan: str) -> Screen:
    patient = standing.own(tx, context)
    found = plans.get(tx, plan)
    if found is None or found.link != patient.link.id:
        raise NotYours
    clinic = patient.clinic
    text = _missed_text(context, clinic, (found.medicine,))
    named = team.row_alert(tx, patient.link)
    told = None if named is None else named.name
    return reminders.row_advice(context.phrases, advice=text, clinic=clinic.name, phone=clinic.phone, told=told)


async def outage(update: Update, context: Context) -> None:
    """``advice``: after reminders that we could not send. It stays below its push."""
    await context.toast()
    await context.reply(await context.read(lambda tx: _after_outage(tx, context)))


def _after_outage(tx: Tx, context: Context) -> Screen:
    patient = standing.own(tx, context)
    clinic = patient.clinic
    text = _missed_text(context, clinic, [each.medicine for each in plans.of_link(tx, patient.link.id)])
    return reminders.outage_advice(context.phrases, advice=text, clinic=clinic.name, phone=clinic.phone)


def _missed_text(context: Context, clinic: Clinic, medicines: Iterable[Medicine]) -> Html:
    """With the opioid line if one of the medicines asks for it, or sounds like naltrexone (T12e)."""
    rule = any(medicine.opioid_check or is_naltrexone(medicine) for medicine in medicines)
    return reminders.missed_text(context.phrases, approved=clinic.missed_text_by is not None, opioid_rule=rule)
