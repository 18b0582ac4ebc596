"""The clinic's week for its team: one message, in parts only where it would be too long for one."""

from datetime import date, timedelta

from telegram import Update

from content.screen import Screen
from content.wording import patient_page
from content.wording import summary as words
from content.wording.summary import PatientWeek
from handlers.clinician.authority import member, today_at
from handlers.context import Context, NotYours
from store import audit, diary, people, plans
from store.database import Tx
from store.people import Link
from store.team import Clinician
from store.weeks import week_of

_WEEK = timedelta(days=7)


async def pressed(update: Update, context: Context) -> None:
    """``digest:<first day>``: that week, looked up as it is shared now; each look is noted."""
    try:
        start = date.fromisoformat(context.one_word)
    except ValueError:
        raise NotYours from None
    await context.record(lambda tx: _note(tx, context))
    screens = await context.read(lambda tx: _digest(tx, context, start))
    await context.toast()
    for screen in screens:
        await context.reply(words.made_up(context.phrases, screen) if context.services.demo else screen)


def _note(tx: Tx, context: Context) -> None:
    clinician = member(tx, context)
    audit.note(tx, at=context.now, actor=clinician.id, action="digest", about=clinician.clinic.id)


def _digest(tx: Tx, context: Context, start: date) -> tuple[Screen, ...]:
    clinician = member(tx, context)
    joined = [link for link in people.links(tx, clinician.clinic.id) if link.account is not None]
    return words.digest(
        context.phrases,
        clinic_name=clinician.clinic.name,
        start=start,
        patients=[_patient(tx, context, clinician, link, start) for link in joined],
    )


def _patient(tx: Tx, context: Context, clinician: Clinician, link: Link, start: date) -> PatientWeek:
    """One patient's lines. The check-ins only if they are shared; plan, hold and notes always."""
    assert link.account is not None
    standings = plans.of_link(tx, link.id)
    overdue = plans.overdue_reviews(standings, today_at(clinician, context.now))
    notes = [
        patient_page.note(context.phrases, kind, item)
        for _, kind, item in diary.notes(tx, link.id, context.now - _WEEK)
    ]
    return PatientWeek(
        label=link.label,
        week=week_of(tx, link.account.id, link.id, start) if link.shares else None,
        held=any(s.held_since is not None for s in standings),
        unreachable=link.account.unreachable,
        review_due=min((s.newest.review for s in overdue if s.newest is not None), default=None),
        notes=tuple(dict.fromkeys(notes)),
    )
