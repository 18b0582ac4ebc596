"""A patient's trip that would bring two doses too close: the clinic decides, with the instants before it."""

from datetime import datetime

from telegram import Update

from content.screen import Screen
from content.wording import clinic as clinic_words
from content.wording import travelling as words
from handlers.clinician.authority import own_link
from handlers.context import Context, NotYours
from store import audit, moving, people, trips
from store.database import Tx
from store.people import Link
from store.team import Clinician
from store.trips import Trip, TripState


async def pressed(update: Update, context: Context) -> None:
    """``tripfor:<trip>:show|yes|no``"""
    id, what = context.two_words
    if what in ("yes", "no"):
        await context.record(lambda tx: _decide(tx, context, id, what))
    elif what != "show":
        raise NotYours
    screen = await context.read(lambda tx: _shown(tx, context, id, what))
    await context.toast()
    await context.replace(screen)


def _own(tx: Tx, context: Context, id: str) -> tuple[Clinician, Link, Trip]:
    """A trip of a patient of the own clinic. Raises NotYours for any other, or one that another took the place of."""
    trip = trips.get(tx, id)
    owner = None if trip is None else people.account_by_id(tx, trip.account)
    patient = None if owner is None else people.patient(tx, owner.chat)
    clinician, link = own_link(tx, context, "" if patient is None else patient.link.id)
    assert trip is not None
    return clinician, link, trip


def _decide(tx: Tx, context: Context, id: str, what: str) -> None:
    clinician, link, trip = _own(tx, context, id)
    if trip.state is not TripState.ASKED:  # the patient chose otherwise, or a colleague answered
        return
    now, new_id = context.now, context.services.new_id
    if what == "no":
        trips.put(tx, id, TripState.LOOKING)
    elif trips.allow(tx, id):
        _go(tx, id, trip.starts, now, context)
    audit.note(tx, at=now, actor=clinician.id, action="travel", about=link.id, detail=what)
    moving.tell(tx, trip, now=now, new_id=new_id)


def _go(tx: Tx, id: str, starts: datetime | None, now: datetime, context: Context) -> None:
    if starts is not None and starts > now:
        trips.put(tx, id, TripState.PLANNED, starts=starts)
        return
    allowed = trips.get(tx, id)
    assert allowed is not None
    moving.depart(tx, allowed, now=now, new_id=context.services.new_id)


def _shown(tx: Tx, context: Context, id: str, what: str) -> Screen:
    """How it stands, whoever decided what before; a trip that the patient took back asks nothing any more."""
    _, link, trip = _own(tx, context, id)
    phrases, now, account = context.phrases, context.now, link.account
    back = clinic_words.open_patient(phrases, link.label, link.id)
    if account is None or account.zone is None or trip.zone is None:
        return words.over(phrases, back)
    if trip.state is TripState.LOOKING:
        return words.kept(phrases, back, label=link.label) if what == "no" else words.over(phrases, back)
    if trip.state is not TripState.ASKED:
        return words.moved(phrases, back, label=link.label, zone=trip.zone, starts=trip.starts)
    at = max(trip.starts or now, now)
    return words.ask(
        phrases,
        back,
        trip=id,
        label=link.label,
        old=account.zone,
        new=trip.zone,
        starts=trip.starts,
        close=[
            (s.medicine.name, move.last, move.close.at, move.gap)
            for s, move in moving.moves(tx, account, trip.zone, now, at)
            if move.close is not None and move.gap is not None and move.last is not None
        ],
    )
