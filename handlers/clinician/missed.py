"""After an outage: which patients were not reminded."""

from datetime import UTC, datetime

from telegram import Update

from content.screen import Screen
from content.wording import news as words
from handlers.clinician.authority import member
from handlers.context import Context, NotYours
from store import audit, diary
from store.database import Tx


async def pressed(update: Update, context: Context) -> None:
    """``missed:<seconds>``: whom an outage that began then kept a reminder from; each look is noted."""
    word = context.one_word
    if not (word.isascii() and word.isdecimal() and len(word) < 12):
        raise NotYours
    since = datetime.fromtimestamp(int(word), UTC)
    await context.record(lambda tx: _note(tx, context))
    screen = await context.read(lambda tx: _list(tx, context, since))
    await context.toast()
    await context.reply(screen)


def _note(tx: Tx, context: Context) -> None:
    clinician = member(tx, context)
    audit.note(tx, at=context.now, actor=clinician.id, action="missed", about=clinician.clinic.id)


def _list(tx: Tx, context: Context, since: datetime) -> Screen:
    clinic = member(tx, context).clinic
    day = since.astimezone(clinic.zone).date()
    return words.missed(context.phrases, day=day, patients=diary.noted(tx, clinic.id, "delivery", "outage", since))
