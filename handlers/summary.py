"""/summary and the presses below it."""

import asyncio
from dataclasses import dataclass
from datetime import date, timedelta

from telegram import Update

from care.week import Week
from content.wording import summary as words
from content.wording.summary import ClinicLine
from handlers.context import Context, NotYours
from store import people
from store.database import Tx
from store.weeks import week_of


@dataclass(frozen=True, kw_only=True)
class _Weeks:
    """What a summary is made of, read in one go."""

    this: Week
    before: Week
    clinic: ClinicLine


def _weeks(tx: Tx, context: Context, start: date | None) -> _Weeks:
    patient = people.patient(tx, context.chat)
    if patient is None or patient.account.zone is None:
        raise NotYours
    if start is None:
        start = context.now.astimezone(patient.account.zone).date() - timedelta(days=6)
    return _Weeks(
        this=week_of(tx, patient.account.id, patient.link.id, start),
        before=week_of(tx, patient.account.id, patient.link.id, start - timedelta(days=7)),
        clinic=ClinicLine(name=patient.clinic.name, phone=patient.clinic.phone),
    )


async def _show(context: Context, start: date | None, *, text: bool) -> None:
    found, made_up = await context.read(lambda tx: _weeks(tx, context, start)), context.services.demo
    if text:
        screen = words.as_text(context.phrases, found.this, found.before, found.clinic, made_up=made_up)
    else:
        # Drawing takes a while: neither the loop nor the database's thread waits for it.
        screen = await asyncio.to_thread(
            words.summary, context.phrases, found.this, found.before, clinic=found.clinic, made_up=made_up
        )
    await context.reply(screen)


async def summary(update: Update, context: Context) -> None:
    """/summary: the seven days up to today."""
    await _show(context, None, text=False)


async def pressed(update: Update, context: Context) -> None:
    """``week:<first day>:picture|text``: that week, as a message of its own."""
    day, wanted = context.two_words
    try:
        start = date.fromisoformat(day)
    except ValueError:
        raise NotYours from None
    if wanted not in ("picture", "text"):
        raise NotYours
    await context.toast()
    await _show(context, start, text=wanted == "text")
