"""Safety: red-flag words before everything else (R6), Help everywhere, and "opioid, surgery, new illness" (R5)."""

import re

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from care.redflags import Category, match, only_asks
from content.screen import Screen
from content.wording import safety as words
from handlers.calling import clinic_of, numbers_of
from handlers.context import Context, NotYours
from handlers.holding import held_by_opioids, hold_for_opioid, takes_naltrexone
from handlers.learn.shelf import answer, offered
from store import diary, news, people, plans, team
from store.database import Tx
from store.plans import Standing

_TO_READ = re.compile(r"\s*/learn\b", re.IGNORECASE)
_REPORTS = ("opioid", "surgery", "illness", "pregnancy")


async def red_flags(update: Update, context: Context) -> None:
    """Every incoming text passes here first, in every state. Only the category and the time are kept (R10)."""
    message = update.effective_message
    if message is not None and message.via_bot is not None and message.via_bot.id == context.bot.id:
        raise ApplicationHandlerStop  # a section of ours that was sent through us: nobody's words
    text = (message.text or message.caption or "") if message else ""
    category = match(text)
    if category is None:
        return
    if context.private:
        await context.record(lambda tx: _note(tx, context, category, text))
    await context.reply(await context.read(lambda tx: _red_flag(tx, context, category, text)))
    raise ApplicationHandlerStop


def _note(tx: Tx, context: Context, category: Category, text: str) -> None:
    """Only the category is kept. An opioid that was taken holds at once (R5); a question holds nothing."""
    account = people.account(tx, context.chat)
    diary.safety_event(tx, account.id if account else None, category, at=context.now)
    patient = people.patient(tx, context.chat)
    if category is not Category.OPIOID or patient is None or only_asks(text):
        return
    if held_by_opioids(plans.of_link(tx, patient.link.id)):
        hold_for_opioid(tx, context, patient)


def _red_flag(tx: Tx, context: Context, category: Category, text: str) -> Screen:
    patient = people.patient(tx, context.chat) if context.private else None
    standings = [] if patient is None else plans.of_link(tx, patient.link.id)
    return words.red_flag(
        context.phrases,
        category,
        numbers=numbers_of(tx, context),
        clinic=clinic_of(tx, context),
        takes_naltrexone=takes_naltrexone(standings),
        held=_opioid_hold(standings),
        asked_for=answer(tx, context) if _TO_READ.match(text) else None,
    )


def _opioid_hold(standings: list[Standing]) -> bool:
    """Whether a plan that an opioid forbids is on hold; another medicine's hold is none of this."""
    return any(standing.held_since is not None for standing in held_by_opioids(standings))


async def safe(update: Update, context: Context) -> None:
    """``safe:call:<category>`` or ``safe:ok``: the two buttons below a red-flag reply; ``safe:ok:<id>:<number>`` of one
    to words behind /learn leads on to that section.
    """
    await context.toast()
    match context.press_words:
        case ("ok",):
            await context.replace(words.go_on(context.phrases))
            return
        case ("ok", id, number) if number.isdecimal():
            reading = await context.read(lambda tx: offered(tx, context, (id, int(number))))
            await context.replace(words.go_on(context.phrases, *reading))
            return
    if len(context.press_words) != 2 or context.press_words[0] != "call":
        raise NotYours
    try:
        category = Category(context.press_words[1])
    except ValueError:
        raise NotYours from None
    await context.reply(
        await context.read(
            lambda tx: words.call_info(context.phrases, category, numbers_of(tx, context), clinic_of(tx, context))
        )
    )


async def help(update: Update, context: Context) -> None:
    """/help and the Help button: the same for everyone, before consent and after deletion (R11)."""
    await context.toast()
    await context.reply(await context.read(lambda tx: _help(tx, context)))


def _help(tx: Tx, context: Context) -> Screen:
    role = "stranger" if context.private else "group"
    if context.private:
        if people.patient(tx, context.chat) is not None:
            role = "patient"
        elif team.clinician(tx, context.chat) is not None:
            role = "clinician"
    account = people.account(tx, context.chat) if context.private else None
    return words.help_screen(
        context.phrases,
        numbers=numbers_of(tx, context),
        clinic=clinic_of(tx, context),
        today_country_set=account is not None and account.country is not None,
        role=role,
    )


async def report(update: Update, context: Context) -> None:
    """/report, its button, and ``report:<what>``: an opioid sets the hold at once, with its fixed reply."""
    await context.toast()
    if context.press is None or not context.press.words:
        clinic = await context.read(lambda tx: clinic_of(tx, context))
        await context.reply(words.report_menu(context.phrases, known=clinic is not None))
        return
    item = context.one_word
    if item not in _REPORTS:
        raise NotYours
    await context.record(lambda tx: _report(tx, context, item))
    await context.replace(await context.read(lambda tx: reported(tx, context, item)))


def _report(tx: Tx, context: Context, item: str) -> None:
    patient = people.patient(tx, context.chat)
    if patient is None:
        return
    if item == "opioid":
        hold_for_opioid(tx, context, patient)
    else:
        news.tell(tx, patient.link, "report", item, at=context.now, new_id=context.services.new_id)


def reported(tx: Tx, context: Context, item: str) -> Screen:
    """The fixed reply; to somebody without a clinic here, the help screen with its numbers."""
    clinic = clinic_of(tx, context)
    if clinic is None and item != "opioid":
        return _help(tx, context)
    if item != "opioid":
        return words.contact_clinic(context.phrases, item, clinic)
    numbers = numbers_of(tx, context)
    patient = people.patient(tx, context.chat)
    held = patient is not None and _opioid_hold(plans.of_link(tx, patient.link.id))
    if not held:  # nothing of theirs that an opioid forbids: the reply must not speak of a hold
        return words.red_flag(context.phrases, Category.OPIOID, numbers=numbers, clinic=clinic, takes_naltrexone=False)
    return words.hold_reply(context.phrases, numbers=numbers, clinic=clinic)
