"""/travel: where somebody is going, the next doses in both zones, and from when their reminders follow that clock."""

from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from telegram import Update

from care.clock import instant
from content import places
from content.screen import Screen
from content.wording import setup as setup_words
from content.wording import travel as words
from content.wording.travel import PlanMoves
from handlers import standing
from handlers.context import Context, NotYours
from handlers.prompting import prompting
from store import asks, moving, people, plans, trips
from store.asks import Ask
from store.database import Tx
from store.people import Patient
from store.trips import CHOSEN, Trip, TripState

ASK = "trip"
_SHOWN = 3


async def travel(update: Update, context: Context) -> None:
    """/travel: how it stands."""
    await context.toast()
    await context.reply(await context.read(lambda tx: _standing(tx, context)))


def _settled(tx: Tx, context: Context) -> tuple[Patient, ZoneInfo]:
    """The patient and the clock in force. Raises NotYours for anyone else, or before there is one."""
    patient = standing.own(tx, context)
    if patient.account.zone is None:
        raise NotYours
    return patient, patient.account.zone


def _standing(tx: Tx, context: Context) -> Screen:
    patient = standing.own(tx, context)
    account, phrases, now = patient.account, context.phrases, context.now
    if account.zone is None:
        return standing.here(tx, context)
    trip = trips.of(tx, account.id)
    if trip is not None and trip.zone is not None:
        if trip.state in (TripState.PLANNED, TripState.STARTING) and trip.starts is not None:
            if trip.state is TripState.STARTING or trip.starts <= now:
                return words.told(phrases, "starting", zone=trip.zone)
            between = _between(tx, patient, trip.zone, now, trip.starts)
            phone = patient.clinic.phone
            return words.planned(phrases, trip=trip.id, zone=trip.zone, starts=trip.starts, plans=between, phone=phone)
        if trip.state is TripState.ASKED:
            return words.asked(phrases, trip=trip.id, zone=trip.zone, phone=patient.clinic.phone)
    if trip is not None and trip.home_zone != account.zone:
        return words.away(phrases, zone=account.zone, home=trip.home_zone, now=now)
    return _where(tx, context)


def _where(tx: Tx, context: Context) -> Screen:
    patient, zone = _settled(tx, context)
    countries = [patient.account.country or "", *standing.countries(patient)]
    shown = [code for code in dict.fromkeys(countries) if code in places.countries()]
    return words.where(context.phrases, zone=zone, now=context.now, countries=shown[:6])


async def pressed(update: Update, context: Context) -> None:
    """``trip:where|other|home``, ``trip:to:<country>``, ``trip:<trip>:show|zone|now|days|on|stay``."""
    await context.toast()
    await context.read(lambda tx: _settled(tx, context))
    match context.press_words:
        case ("where",):
            screen = await context.read(lambda tx: _elsewhere(tx, context))
        case ("other",):
            await context.record(lambda tx: asks.put(tx, context.chat, ASK, at=context.now))
            screen = await context.read(lambda tx: prompting(tx, context, words.ask_country(context.phrases)))
        case ("home",):
            await context.record(lambda tx: _home(tx, context))
            screen = await context.read(lambda tx: _newest(tx, context))
        case ("to", country) if country in places.countries():
            await context.record(lambda tx: _to(tx, context, country))
            screen = await context.read(lambda tx: _newest(tx, context))
        case (id, what, *value):
            screen = await _about(context, id, what, "".join(value))
        case _:
            raise NotYours
    await context.replace(screen)


async def typed_country(update: Update, context: Context, ask: Ask) -> None:
    """The name of the country they go to."""
    typed = context.words
    code = places.find_country(typed[:80])
    if code is None:
        unknown = setup_words.unknown_country(context.phrases, typed[:40])
        await context.reply(await context.read(lambda tx: prompting(tx, context, unknown)))
        return
    await context.record(lambda tx: _to(tx, context, code))
    await context.reply(await context.read(lambda tx: _newest(tx, context)))


def _to(tx: Tx, context: Context, country: str) -> None:
    names = places.zones(country, context.now.year)
    _begin(tx, context, country, ZoneInfo(names[0]) if len(names) == 1 else None)


def _home(tx: Tx, context: Context) -> None:
    trip = trips.of(tx, _settled(tx, context)[0].account.id)
    if trip is not None:
        _begin(tx, context, trip.home_country, trip.home_zone)


def _begin(tx: Tx, context: Context, country: str, zone: ZoneInfo | None) -> None:
    patient, now_zone = _settled(tx, context)
    account = patient.account
    asks.clear(tx, context.chat)
    if _chosen(tx, account.id):
        return  # the screen says which, and how to take it back
    # A country that was changed without its clock is not where the clock is.
    here = account.country or patient.clinic.country
    if now_zone.key not in places.zones(here, context.now.year):
        here = places.country_of(now_zone.key) or here
    trips.begin(tx, account, country, zone, id=context.services.new_id(), here=here, at=context.now)


def _chosen(tx: Tx, account: str) -> bool:
    """Whether a trip stands that was chosen and has not begun."""
    trip = trips.of(tx, account)
    return trip is not None and trip.state in CHOSEN


def _elsewhere(tx: Tx, context: Context) -> Screen:
    """Where to; or the trip that stands, which would have to be taken back first."""
    account = _settled(tx, context)[0].account.id
    return _standing(tx, context) if _chosen(tx, account) else _where(tx, context)


def _newest(tx: Tx, context: Context) -> Screen:
    trip = trips.of(tx, _settled(tx, context)[0].account.id)
    return _elsewhere(tx, context) if trip is None or trip.state in CHOSEN else _look(tx, context, trip)


async def _about(context: Context, id: str, what: str, value: str) -> Screen:
    """A press on one trip; on one that another took the place of, how it stands now."""
    if what == "now":
        await context.record(lambda tx: _depart(tx, context, id))
    elif what == "stay":
        await context.record(lambda tx: _stay(tx, context, id))
    elif what == "zone":
        await context.record(lambda tx: _choose_zone(tx, context, id, value))
    elif what == "on":
        await context.record(lambda tx: _plan(tx, context, id, value))
    elif what not in ("show", "days"):
        raise NotYours
    return await context.read(lambda tx: _after(tx, context, id, what))


def _own(tx: Tx, context: Context, id: str) -> Trip | None:
    """The trip if it is this person's newest; None if another took its place. Raises NotYours for anyone else's."""
    patient, _ = _settled(tx, context)
    found = trips.get(tx, id)
    if found is not None and found.account != patient.account.id:
        raise NotYours
    return found


def _depart(tx: Tx, context: Context, id: str) -> None:
    trip, now = _own(tx, context, id), context.now
    if trip is not None and trip.state is TripState.PLANNED and trip.starts is not None and trip.starts > now:
        trips.put(tx, id, TripState.LOOKING)  # now, and no longer from the day that was chosen
        trip = _own(tx, context, id)
    if trip is not None and trip.zone is not None and not trip.allowed:
        moving.depart(tx, trip, now=now, new_id=context.services.new_id)


def _stay(tx: Tx, context: Context, id: str) -> None:
    trip = _own(tx, context, id)
    if trip is not None and trip.state is not TripState.AWAY:
        trips.put(tx, id, TripState.LOOKING)
        people.keep_zone(tx, trip.account)


def _choose_zone(tx: Tx, context: Context, id: str, number: str) -> None:
    trip = _own(tx, context, id)
    names = () if trip is None else places.zones(trip.country, context.now.year)
    if not (number.isascii() and number.isdecimal()) or (trip is not None and int(number) >= len(names)):
        raise NotYours
    if trip is not None:
        trips.choose_zone(tx, id, ZoneInfo(names[int(number)]))


def _plan(tx: Tx, context: Context, id: str, day: str) -> None:
    """From the first moment of that day on its own clock; asked of the clinic if two doses would come too close."""
    trip = _own(tx, context, id)
    if trip is None or trip.zone is None or trip.state is TripState.AWAY:
        return
    try:
        starts = instant(date.fromisoformat(day), time(), trip.zone)
    except ValueError:
        raise NotYours from None
    account, now = _settled(tx, context)[0].account, context.now
    if starts is None or starts <= now:  # the day has come since the button was shown: the screen says how it stands
        return
    if moving.too_close(tx, account, trip.zone, now, starts):
        trips.ask_clinic(tx, id, now=now, new_id=context.services.new_id, starts=starts)
    else:
        trips.put(tx, id, TripState.PLANNED, starts=starts)


def _after(tx: Tx, context: Context, id: str, what: str) -> Screen:
    trip, phrases = _own(tx, context, id), context.phrases
    patient, zone = _settled(tx, context)
    if trip is None or (trip.state is TripState.AWAY and what != "now"):
        return _standing(tx, context)
    if trip.state is TripState.AWAY:
        return words.begun(
            phrases,
            zone=zone,
            first=moving.next_of(tx, trip.account, context.now),
            quiet=patient.account.quiet_since is not None,
            held=plans.on_hold(tx, trip.account),
        )
    if what == "stay":
        return words.told(phrases, "stay", zone=zone)
    if what == "days" and trip.zone is not None:
        tomorrow = context.now.astimezone(trip.zone).date() + timedelta(days=1)
        days = [tomorrow + timedelta(days=n) for n in range(words.DAYS_AHEAD)]
        return words.choose_day(phrases, trip=id, zone=trip.zone, days=days)
    if what in ("now", "on") and trip.state in CHOSEN:
        return _standing(tx, context)
    return _look(tx, context, trip)


def _look(tx: Tx, context: Context, trip: Trip) -> Screen:
    """Both clocks side by side; before that, which clock."""
    patient, old = _settled(tx, context)
    phrases, now = context.phrases, context.now
    if trip.zone is None:
        names = places.zones(trip.country, now.year)
        return words.zones(phrases, trip=trip.id, names=names, now=now)
    if trip.zone == old:
        return words.told(phrases, "same", zone=old)
    return words.preview(
        phrases,
        trip=trip.id,
        old=old,
        new=trip.zone,
        now=now,
        plans=_between(tx, patient, trip.zone, now, now),
        phone=patient.clinic.phone,
    )


def _between(tx: Tx, patient: Patient, zone: ZoneInfo, now: datetime, at: datetime) -> list[PlanMoves]:
    """What a move at that moment means for each plan, beside its next doses without it."""
    found: list[PlanMoves] = []
    for plan, move in moving.moves(tx, patient.account, zone, now, at):
        kept = [due.at for due in islice(moving.to_come(tx, plan.id, now), _SHOWN)]
        found.append(PlanMoves(alias=plan.alias or "A", move=move, kept=kept))
    return found
