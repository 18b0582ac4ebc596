"""Ask to hold: a patient asks the clinic to put a plan on hold. It holds nothing by itself, and says so."""

from datetime import UTC, datetime, timedelta

from telegram import Update

from content.screen import Screen
from content.wording import personal as words
from handlers import standing
from handlers.context import Context, NotYours
from store import audit, diary, news, plans, team
from store.database import Tx
from store.people import Patient
from store.plans import Standing

KIND = "ask-hold"
EVER = datetime.fromtimestamp(0, UTC)
ONCE_IN = timedelta(hours=12)
"""Asked again sooner, the clinic is not told twice; unless a hold was set and lifted since."""


async def pressed(update: Update, context: Context) -> None:
    """``askhold``: what it is, a button a plan; ``askhold:<plan>``: asked."""
    await context.toast()
    if not context.press_words:
        await context.reply(await context.read(lambda tx: _offered(tx, context)))
        return
    plan = context.one_word
    await context.record(lambda tx: _ask(tx, context, plan))
    await context.replace(await context.read(lambda tx: _asked(tx, context, plan)))


def _offered(tx: Tx, context: Context) -> Screen:
    patient = standing.own(tx, context)
    running = [s for s in plans.of_link(tx, patient.link.id) if s.accepted and s.held_since is None]
    return words.ask_hold(context.phrases, [(s.id, s.alias or "A") for s in running])


def _own(tx: Tx, context: Context, plan: str) -> tuple[Patient, Standing]:
    patient = standing.own(tx, context)
    found = next((s for s in plans.of_link(tx, patient.link.id) if s.id == plan and s.accepted), None)
    if found is None:
        raise NotYours
    return patient, found


def _ask(tx: Tx, context: Context, plan: str) -> None:
    patient, found = _own(tx, context, plan)
    now = context.now
    asked, lifted = _when(tx, patient, plan), plans.lifted_at(tx, plan)
    again = asked is not None and now - asked <= ONCE_IN and (lifted is None or lifted < asked)
    if found.held_since is not None or again:
        return
    news.tell(tx, patient.link, KIND, plan, at=now, new_id=context.services.new_id, plan=plan)
    audit.note(tx, at=now, actor=patient.account.id, action="ask hold", about=plan)


def _when(tx: Tx, patient: Patient, plan: str) -> datetime | None:
    """When it was asked for last."""
    notes = diary.notes(tx, patient.link.id, EVER)
    return next((at for at, kind, item in notes if kind == KIND and item == plan), None)


def _asked(tx: Tx, context: Context, plan: str) -> Screen:
    patient, found = _own(tx, context, plan)
    phrases, zone = context.phrases, patient.account.zone
    if found.held_since is not None:
        return words.held_already(phrases)
    at = _when(tx, patient, plan)
    assert at is not None and zone is not None  # it was asked just now, or before
    clinic = patient.clinic
    somebody = bool(team.members(tx, clinic.id))
    return words.hold_asked(phrases, at=at.astimezone(zone), clinic=clinic.name, phone=clinic.phone, somebody=somebody)
