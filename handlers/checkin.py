"""The check-in: one message edited in place, from a press or a typed number; Skip on each, Stop any time."""

from contextlib import suppress

from telegram import Update
from telegram.error import BadRequest

from care.redflags import Category
from care.scales import DAILY, QUESTIONS, WORRIES, WORRY_REPLIES, evening_of, next_question, parse_rating
from content.numbers import numbers
from content.screen import Screen
from content.wording import checkin as words
from content.wording.safety import ClinicFacts, contact_clinic, red_flag
from content.wording.setup import plain
from handlers import safety, show, standing
from handlers.context import Context, NotYours
from handlers.holding import hold_for_opioid, takes_naltrexone
from store import diary, news, people, plans
from store.database import Tx
from store.diary import Checkin
from store.people import Patient

_WORRY = QUESTIONS[-1]
_SCALES = {scale.id for scale in DAILY}


def _patient(tx: Tx, context: Context) -> Patient:
    patient = people.patient(tx, context.chat)
    if patient is None or patient.account.zone is None:
        raise NotYours
    return patient


def _screen(context: Context, found: Checkin, *, first: bool = False) -> Screen:
    """The next question, or what was recorded."""
    phrases = context.phrases
    if found.ended:
        return words.done(phrases, found.ratings, checkin=found.id, again=not first, worries=found.worries)
    scale = next_question(found.answered)
    if scale is None:
        return words.worries(phrases, found.id, found.worries)
    return words.question(
        phrases,
        checkin=found.id,
        scale=scale,
        number=QUESTIONS.index(scale) + 1,
        of=len(QUESTIONS),
        answers=found.ratings,
    )


async def begin(update: Update, context: Context) -> None:
    """/checkin, or the button of /today: this evening's check-in, where it was left."""
    await context.toast()

    asking = await context.read(lambda tx: _asked_first(tx, context))
    if asking is not None:
        await context.reply(asking)
        return
    before = await context.read(lambda tx: _tonight(tx, context))
    await context.record(lambda tx: _open(tx, context))
    found = await context.read(lambda tx: _tonight(tx, context))
    assert found is not None
    if before is not None:
        await _take_off(context, before)
    message = await context.reply(_screen(context, found))
    await context.services.db.write(lambda tx: diary.shown(tx, found.id, message))


def _asked_first(tx: Tx, context: Context) -> Screen | None:
    """The question of set-up that comes before any check-in, if the clock isn't known yet."""
    patient = people.patient(tx, context.chat)
    return standing.next_question(tx, context) if patient is not None and patient.account.zone is None else None


def _open(tx: Tx, context: Context) -> None:
    """This evening's check-in; one that was ended with nothing in it is open again."""
    patient = _patient(tx, context)
    assert patient.account.zone is not None
    evening = evening_of(context.now, patient.account.zone)
    id = context.services.new_id()
    found = diary.open_checkin(tx, id=id, account=patient.account.id, evening=evening, at=context.now)
    if found.ended and not found.done:
        diary.resume(tx, found.id)


async def _take_off(context: Context, before: Checkin) -> None:
    """The buttons of an older message of this check-in: one message carries it, the newest."""
    if before.message is not None:
        with suppress(BadRequest):  # too old to be edited, or gone: the new message is what counts
            await show.edit(context.bot, context.chat, before.message, plain(context.phrases, "personal.moved_down"))


def _tonight(tx: Tx, context: Context) -> Checkin | None:
    patient = _patient(tx, context)
    assert patient.account.zone is not None
    return diary.on(tx, patient.account.id, evening_of(context.now, patient.account.zone))


async def rate(update: Update, context: Context) -> None:
    """``rate:<checkin>:<scale>:<0-10|skip>``, ``rate:<checkin>:on|stop|again``"""
    id, *rest = context.press_words or ("",)
    await context.toast()
    match rest:
        case ["on"]:
            await context.record(lambda tx: diary.resume(tx, _own(tx, context, id).id))
        case ["stop"]:
            await context.record(lambda tx: diary.end(tx, _own(tx, context, id).id, at=context.now))
        case ["again"]:
            await context.record(lambda tx: diary.again(tx, _own(tx, context, id).id))
        case [scale, value] if scale in QUESTIONS and (value == "skip" or parse_rating(value) is not None):
            await context.record(lambda tx: _rate(tx, context, id, scale, parse_rating(value)))
        case _:
            raise NotYours
    found = await context.read(lambda tx: _own(tx, context, id))
    if rest == ["stop"]:
        await context.replace(words.stopped(context.phrases, found.ratings, checkin=id, worries=found.worries))
    else:
        await context.replace(_screen(context, found, first=True))


def _own(tx: Tx, context: Context, id: str) -> Checkin:
    found = diary.of(tx, id, context.chat)
    if found is None:
        raise NotYours
    return found


def _rate(tx: Tx, context: Context, id: str, scale: str, value: int | None) -> None:
    """Keep a rating; the last answer is the end. An ended check-in is not changed by an old button."""
    found = _own(tx, context, id)
    if found.ended or (scale == _WORRY and value is not None):
        return
    diary.rate(tx, id, scale, value, at=context.now)
    if next_question({*found.answered, scale}) is None:
        diary.end(tx, id, at=context.now)


async def worry(update: Update, context: Context) -> None:
    """``worry:<checkin>:no|yes|done``, ``worry:<checkin>:<item>[:off]``"""
    id, item, *rest = (*context.press_words, "", "")
    if item not in ("no", "yes", "done", *WORRIES):
        raise NotYours
    await context.toast()
    off = rest[0] == "off"
    if item != "yes":
        await context.record(lambda tx: _worry(tx, context, id, item, off=off))
    found = await context.read(lambda tx: _own(tx, context, id))
    if item in ("no", "done"):
        await context.replace(_screen(context, found, first=True))
        return
    await context.replace(words.worries(context.phrases, id, found.worries))
    if item in WORRIES and not off:
        await context.reply(await context.read(lambda tx: _reply_to_worry(tx, context, item)))


def _worry(tx: Tx, context: Context, id: str, item: str, *, off: bool) -> None:
    found, now = _own(tx, context, id), context.now
    if found.ended:
        return
    if item in ("no", "done"):
        diary.rate(tx, id, _WORRY, 0 if item == "no" else 1, at=now)
        diary.end(tx, id, at=now)
    elif off:
        diary.unworry(tx, id, item)
    else:
        diary.worry(tx, id, item, at=now)
        patient = _patient(tx, context)
        if WORRY_REPLIES[item] == "hold":
            hold_for_opioid(tx, context, patient)
        elif patient.link.shares:
            news.tell(tx, patient.link, "worry", item, at=now, new_id=context.services.new_id)


def _reply_to_worry(tx: Tx, context: Context, item: str) -> Screen:
    """The fixed reply: emergency text for urgent ones, else whom to contact. Nothing is assessed."""
    patient = _patient(tx, context)
    facts = ClinicFacts(name=patient.clinic.name, phone=patient.clinic.phone, hours=patient.clinic.hours)
    if WORRY_REPLIES[item] == "hold":
        return safety.reported(tx, context, item)
    if WORRY_REPLIES[item] == "emergency":
        found = numbers(patient.account.country, context.now.date())
        takes = takes_naltrexone(plans.of_link(tx, patient.link.id))
        return red_flag(context.phrases, Category.EMERGENCY, numbers=found, clinic=facts, takes_naltrexone=takes)
    return contact_clinic(context.phrases, item, facts)


def open_now(tx: Tx, context: Context) -> Checkin | None:
    """This evening's check-in if a typed number could answer it."""
    try:
        found = _tonight(tx, context)
    except NotYours:
        return None
    return found if found is not None and not found.ended and found.message is not None else None


async def typed(update: Update, context: Context, found: Checkin) -> bool:
    """A typed number answers the open question; False if it is not a number from 0 to 10."""
    value, scale = parse_rating(context.words), next_question(found.answered)
    if value is None or scale not in _SCALES:
        return False
    assert scale is not None
    await context.record(lambda tx: _rate(tx, context, found.id, scale, value))
    now_found = await context.read(lambda tx: _own(tx, context, found.id))
    await _take_off(context, found)
    message = await context.reply(_screen(context, now_found))
    await context.services.db.write(lambda tx: diary.shown(tx, found.id, message))
    return True
