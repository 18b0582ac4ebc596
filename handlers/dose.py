"""Doses: Taken, Later, Skip, Undo, the amount, what changed; /today."""

from datetime import timedelta

from telegram import Update

from care.dose import Dose
from care.doses import LATER_MINUTES, SKIP_REASONS, DoseState, later_choices
from care.moving import minimum_gap
from care.second import NOW, THEN, other_meant
from content.numbers import numbers
from content.screen import Screen
from content.wording import answers as words
from content.wording import reminders
from handlers import changed, standing
from handlers.context import Context, NotYours
from store import answers, doses, gaps, messages, news, outages, plans
from store.database import Tx


async def pressed(update: Update, context: Context) -> None:
    """``dose:<id>:taken|later|skip|undo|then|now|show|amount|change``"""
    id, wanted = context.two_words
    await context.toast()
    await context.record(lambda tx: _said(tx, context, id, wanted))
    await context.replace_by(lambda tx: _after(tx, context, own(tx, context, id), wanted))


def _said(tx: Tx, context: Context, id: str, wanted: str) -> None:
    dose = own(tx, context, id)
    is_news = _arrived(tx, context, dose)
    if wanted in ("taken", "skip", "undo"):
        _answer(tx, context, id, wanted)
    elif wanted in (THEN, NOW):
        _say_when(tx, context, id, wanted)
    if is_news and dose.state is DoseState.UNDELIVERED:
        outages.came(tx, dose, context.now)


def _arrived(tx: Tx, context: Context, dose: Dose) -> bool:
    """Whoever presses a reminder has it; a page on which the dose is looked at proves nothing. Whether we learn that
    only now."""
    message = context.pressed_message
    if message is None or not reminders.is_ring(context.phrases, dose, context.now, context.pressed_text):
        return False
    is_news = messages.recognise(tx, dose.id, message)
    if is_news:
        doses.arrived(tx, dose.id, at=context.now)
    return is_news


def _after(tx: Tx, context: Context, dose: Dose, wanted: str) -> Screen:
    """How the dose stands; where *taken* would be a second one, that is asked about below it."""
    if dose.state is DoseState.TAKEN and wanted in ("taken", NOW):
        other = _other(tx, context, dose)
        if other is not None and dose.reason is None:
            return words.second(context.phrases, dose, other, context.now)
        if other is not None and dose.reason == NOW and other.state is DoseState.TAKEN:
            return _took_two(tx, context, dose)
    if wanted == "change":
        return reminders.change(context.phrases, dose, dose.local_date, context.now, changed.plans_of(tx, dose))
    return _screen(context, dose, wanted)


def _other(tx: Tx, context: Context, dose: Dose) -> Dose | None:
    found = plans.get(tx, dose.plan)
    version = None if found is None else next((v for v in found.accepted if v.number == dose.version), None)
    if version is None:
        return None
    said, gap = dose.answered or context.now, minimum_gap(version.plan)
    return other_meant(dose, doses.near(tx, dose.plan, said - gap, said + gap), said, gap)


def _took_two(tx: Tx, context: Context, dose: Dose) -> Screen:
    patient = standing.own(tx, context)
    call = numbers(patient.account.country, context.now.date()).emergency
    clinic = patient.clinic
    return words.took_two(context.phrases, dose, context.now, clinic=clinic.name, phone=clinic.phone, emergency=call)


def _say_when(tx: Tx, context: Context, id: str, when: str) -> None:
    """At its time, or just now; two close together are told to the clinic."""
    dose = own(tx, context, id)
    if not answers.say_when(tx, id, context.chat, when, at=context.now):
        return
    _retouch(tx, context, dose)
    other = _other(tx, context, dose) if when == NOW else None
    patient = standing.own(tx, context)
    if other is not None and other.state is DoseState.TAKEN:
        news.tell(tx, patient.link, "dose", "second", at=context.now, new_id=context.services.new_id)


async def meant(update: Update, context: Context) -> None:
    """``meant:<dose>:<other>``: the *taken* of the one was meant for the other; both stand as they should."""
    id, other = context.two_words
    await context.toast()
    await context.record(lambda tx: _meant(tx, context, id, other))
    await context.replace_by(lambda tx: reminders.standing(context.phrases, own(tx, context, other), context.now))


def _meant(tx: Tx, context: Context, id: str, other: str) -> None:
    dose, right = own(tx, context, id), own(tx, context, other)
    one, another = plans.get(tx, dose.plan), plans.get(tx, right.plan)
    if one is None or another is None or (one.link, one.medicine) != (another.link, another.medicine):
        raise NotYours
    # Whenever it is pressed: it says of two doses what happened, and that is never refused. Where the first is not
    # taken any more, what was said of it since is as true, and stands.
    back = dose.state is DoseState.TAKEN and answers.undo(tx, id, context.chat, at=context.now, within=None)
    given = answers.answer(tx, other, context.chat, DoseState.TAKEN, at=context.now)
    if given:
        tell_of_held(tx, context, right)
    if back or given:
        for each in (dose, right):
            messages.retouch(tx, each.id, each.account, at=context.now, new_id=context.services.new_id)


def own(tx: Tx, context: Context, id: str) -> Dose:
    """The patient's own dose. Raises NotYours for anyone else's, existing or not."""
    dose = doses.of(tx, id, context.chat)
    if dose is None:
        raise NotYours
    return dose


def _screen(context: Context, dose: Dose, wanted: str) -> Screen:
    phrases, now = context.phrases, context.now
    match wanted:
        case "taken" | "undo" | "show" | "then" | "now":
            return reminders.standing(phrases, dose, now)
        case "skip" if dose.state is DoseState.SKIPPED and dose.reason is None:
            return reminders.skipped(phrases, dose, now)
        case "skip":
            return reminders.standing(phrases, dose, now)
        case "later" if dose.open:
            return reminders.choose_later(phrases, dose, now)
        case "later":
            return reminders.standing(phrases, dose, now)
        case "amount":
            return reminders.amount(phrases, dose, now)
    raise NotYours


def _answer(tx: Tx, context: Context, id: str, wanted: str) -> None:
    """One conditional UPDATE; the other messages that carry this dose are told how it stands."""
    dose, now = own(tx, context, id), context.now
    if wanted == "undo":
        changed = answers.undo(tx, id, context.chat, at=now)
    else:
        to = DoseState.TAKEN if wanted == "taken" else DoseState.SKIPPED
        changed = answers.answer(tx, id, context.chat, to, at=now)
    if changed:
        _retouch(tx, context, dose)
    if changed and wanted == "taken":
        tell_of_held(tx, context, dose)
    if changed and wanted == "skip":
        gaps.speak_of_row(tx, dose.plan, now=now, new_id=context.services.new_id)


def tell_of_held(tx: Tx, context: Context, dose: Dose) -> None:
    """The clinic hears of a dose that is said to have been taken though it was on hold, at once or by putting right."""
    if answers.said_on_hold(tx, dose.id):
        link = standing.own(tx, context).link
        news.tell(tx, link, "dose", "held", at=context.now, new_id=context.services.new_id)


def _retouch(tx: Tx, context: Context, dose: Dose) -> None:
    messages.retouch(
        tx, dose.id, dose.account, at=context.now, new_id=context.services.new_id, but=context.pressed_message
    )


async def later(update: Update, context: Context) -> None:
    """``later:<id>:<minutes>:<laters so far>``: put off, at most twice and never past the window.

    The press names which later it is, so that a second tap on it asks for the same one. Buttons of before hold no such
    number: they do nothing while one runs.
    """
    id, minutes, *which = context.press_words if len(context.press_words) in (2, 3) else ("", "")
    if minutes not in {str(m) for m in LATER_MINUTES} or which not in ([], ["0"], ["1"]):
        raise NotYours
    await context.toast()

    def put_off(tx: Tx) -> None:
        dose, now = own(tx, context, id), context.now
        wanted = int(which[0]) if which else dose.laters if dose.later_until is None else None
        if wanted is None or int(minutes) not in later_choices(now, dose.window_end, wanted):
            return
        if answers.put_off(tx, id, context.chat, wanted, at=now, until=now + timedelta(minutes=int(minutes))):
            _retouch(tx, context, dose)

    await context.record(put_off)
    await context.replace_by(lambda tx: reminders.standing(context.phrases, own(tx, context, id), context.now))


async def why(update: Update, context: Context) -> None:
    """``why:<id>:<reason>``: the optional reason of a skip."""
    id, reason = context.two_words
    if reason not in SKIP_REASONS:
        raise NotYours
    await context.toast()
    await context.record(lambda tx: answers.give_reason(tx, id, context.chat, reason, at=context.now))
    await context.replace_by(lambda tx: reminders.standing(context.phrases, own(tx, context, id), context.now))


async def today(update: Update, context: Context) -> None:
    """/today, and the button ``today``: today's doses and check-in; before set-up is done, its next question."""
    await context.toast()
    screen = await context.read(lambda tx: _today(tx, context))
    await (context.reply(screen) if context.press is None else context.replace(screen))


def _today(tx: Tx, context: Context) -> Screen:
    asking = standing.next_question(tx, context)
    if asking is not None and standing.own(tx, context).account.zone is None:
        return asking
    return standing.today(tx, context)
