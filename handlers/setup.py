"""Setting up: sharing, country, zone, clock. One question a screen; the plan on offer comes after (offers.py)."""

from zoneinfo import ZoneInfo

from telegram import Update

from content import places
from content.screen import Screen
from content.wording import setup as words
from content.wording import travel as travel_words
from handlers import standing
from handlers.context import Context, NotYours
from handlers.prompting import prompting
from store import asks, audit, moving, people
from store.asks import Ask
from store.database import Tx
from store.people import Account


def expect(tx: Tx, context: Context) -> None:
    """Wait for typed words where the next question takes them: a word of the patient's own for the plan on offer."""
    patient = people.patient(tx, context.chat)
    waiting = None
    if patient is not None and patient.link.shares_asked and not patient.account.asking:
        waiting = standing.offered(tx, patient, context.now)
    if waiting is not None and standing.lacks_word(tx, waiting):
        asks.put(tx, context.chat, "alias", at=context.now, plan=waiting.id)
    else:
        asks.clear(tx, context.chat)


async def go_on(context: Context) -> None:
    """Show the next question, or how things stand, in place of the screen just answered."""
    await context.replace(await context.read(lambda tx: standing.here(tx, context)))


async def see(update: Update, context: Context) -> None:
    """A press on a message that said there is something to see. That message stays: it may be about a hold."""
    await context.toast()
    await context.record(lambda tx: expect(tx, context))
    await context.reply(await context.read(lambda tx: standing.here(tx, context)))


async def share(update: Update, context: Context) -> None:
    """``share:yes|no``"""
    said = context.one_word
    await context.toast()

    def keep(tx: Tx) -> None:
        patient = standing.own(tx, context)
        people.set_shares(tx, patient.link.id, said == "yes")
        audit.note(tx, at=context.now, actor=patient.account.id, action="share", about=patient.link.id, detail=said)

    await context.record(keep)
    await go_on(context)


async def country(update: Update, context: Context) -> None:
    """``country:<code>|other|again``"""
    code = context.one_word
    await context.toast()
    if code == "other":
        await context.record(lambda tx: asks.put(tx, context.chat, "country", at=context.now))
        await context.replace(
            await context.read(lambda tx: prompting(tx, context, words.type_country(context.phrases)))
        )
        return
    if code == "again":
        patient = await context.read(lambda tx: standing.own(tx, context))
        await context.replace(words.country(context.phrases, standing.countries(patient)))
        return
    if code not in places.countries():
        raise NotYours
    await context.record(lambda tx: _set_country(tx, context, code))
    await go_on(context)


def _set_country(tx: Tx, context: Context, code: str) -> None:
    """The country counts at once, since it chooses the emergency numbers; the old clock stands until a new one."""
    patient = standing.own(tx, context)
    people.set_country(tx, patient.account.id, code)
    zones = places.zones(code, context.now.year)
    if len(zones) == 1:
        people.ask_zone(tx, patient.account.id, zones[0])
    asks.clear(tx, context.chat)


async def typed_country(update: Update, context: Context, ask: Ask) -> None:
    """The name of a country."""
    typed = context.words
    code = places.find_country(typed[:80])
    if code is None:
        unknown = words.unknown_country(context.phrases, typed[:40])
        await context.reply(await context.read(lambda tx: prompting(tx, context, unknown)))
        return
    await context.record(lambda tx: _set_country(tx, context, code))
    await context.reply(await context.read(lambda tx: standing.here(tx, context)))


async def zone(update: Update, context: Context) -> None:
    """``zone:<place in the country's list>``"""
    number = context.one_word
    await context.toast()

    def keep(tx: Tx) -> None:
        patient = standing.own(tx, context)
        zones = places.zones(patient.account.country or "", context.now.year)
        if not (number.isascii() and number.isdecimal()) or int(number) >= len(zones):
            raise NotYours
        people.ask_zone(tx, patient.account.id, zones[int(number)])

    await context.record(keep)
    await go_on(context)


async def clock(update: Update, context: Context) -> None:
    """``clock:yes|no|keep``: the clock that was shown is the person's, or not; or the old one stays."""
    said = context.one_word
    await context.toast()
    await context.record(lambda tx: _set_clock(tx, context, said))
    after = {"yes": _after_yes, "no": _after_no}.get(said)
    screen = None if after is None else await context.read(lambda tx: after(tx, context))
    if screen is not None:
        await context.replace(screen)
        return
    await go_on(context)


def _set_clock(tx: Tx, context: Context, said: str) -> None:
    account = standing.own(tx, context).account
    if said == "keep":
        people.keep_zone(tx, account.id)
    elif said == "no":
        people.ask_zone(tx, account.id, None)
    elif account.asked_zone is not None:
        _move(tx, context, account, account.asked_zone)
    expect(tx, context)


def _move(tx: Tx, context: Context, account: Account, zone: ZoneInfo) -> None:
    """Live by that clock, unless two doses would come too close: then the question stays open, and says why."""
    now = context.now
    first = account.zone is None
    if first or not (moving.owed(tx, account.id, now) or moving.too_close(tx, account, zone, now)):
        moving.move(tx, account, zone, now=now, new_id=context.services.new_id)


def _after_yes(tx: Tx, context: Context) -> Screen | None:
    """It stayed as it was, since two doses would come too close: another day can be chosen as a trip."""
    account = standing.own(tx, context).account
    if account.asked_zone is None or account.zone is None or account.country is None:
        return None
    if not moving.too_close(tx, account, account.asked_zone, context.now):
        return None
    return travel_words.too_close_now(context.phrases, country=account.country, zone=account.zone.key)


def _after_no(tx: Tx, context: Context) -> Screen | None:
    """A country with one clock, and it is not theirs: the country is wrong, or one of the two clocks."""
    account = standing.own(tx, context).account
    if len(places.zones(account.country or "", context.now.year)) > 1:
        return None
    return words.no_other_clock(context.phrases, keep=account.zone is not None)
