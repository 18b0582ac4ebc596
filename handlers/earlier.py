"""Earlier days: what was said of their doses, and putting it right."""

from datetime import date, timedelta

from telegram import Update

from care.doses import DoseState
from content.screen import Screen
from content.wording import answers as words
from content.wording import reminders
from handlers import standing
from handlers.context import Context, NotYours
from handlers.dose import own, tell_of_held
from store import answers, doses, messages
from store.database import Tx

DAYS_BACK = 28
"""As far back as the clinic's notes go."""
_STATES = {"taken": DoseState.TAKEN, "skipped": DoseState.SKIPPED}


async def day(update: Update, context: Context) -> None:
    """``day:<date>``: that day's doses; one that is too far back, or still to come, is the nearest that is not."""
    try:
        wanted = date.fromisoformat(context.one_word)
    except ValueError:
        raise NotYours from None
    await context.toast()
    await context.replace(await context.read(lambda tx: _day(tx, context, wanted)))


def _day(tx: Tx, context: Context, wanted: date) -> Screen:
    patient = standing.own(tx, context)
    if patient.account.zone is None:
        raise NotYours
    today = context.now.astimezone(patient.account.zone).date()
    first = today - timedelta(days=DAYS_BACK)
    shown = min(max(wanted, first), today)
    found = doses.between(tx, patient.link.id, shown, shown)
    return words.earlier(context.phrases, day=shown, doses=found, before=shown > first, after=shown < today)


async def fix(update: Update, context: Context) -> None:
    """``fix:<dose>:ask|taken|skipped``: an answer of longer ago put right; every one is kept."""
    id, wanted = context.two_words
    if wanted not in ("ask", *_STATES):
        raise NotYours
    await context.toast()
    if wanted != "ask":
        await context.record(lambda tx: _fix(tx, context, id, _STATES[wanted]))
    dose = await context.read(lambda tx: own(tx, context, id))
    if wanted == "ask":
        await context.replace(words.fix(context.phrases, dose))
    else:
        await context.replace(reminders.standing(context.phrases, dose, context.now))


def _fix(tx: Tx, context: Context, id: str, to: DoseState) -> None:
    dose, now = own(tx, context, id), context.now
    if answers.correct(tx, id, context.chat, to, at=now) or answers.answer(tx, id, context.chat, to, at=now):
        but = context.pressed_message
        messages.retouch(tx, id, dose.account, at=now, new_id=context.services.new_id, but=but)
        if to is DoseState.TAKEN:
            tell_of_held(tx, context, dose)
