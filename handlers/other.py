"""Everything else a person can send gets a kind reply; blocking and unblocking; groups."""

from telegram import ChatMember, Update

from content.screen import Screen
from content.wording import setup as words
from handlers import checkin, learn, offers, setup, supply, travel, uses
from handlers.clinician import typed as clinician_typed
from handlers.context import Context
from store import asks, news, people, team
from store.database import Tx


async def text(update: Update, context: Context) -> None:
    """Typed words: an answer to what was asked, a number for the open check-in, or not understood."""
    ask = await context.read(lambda tx: asks.get(tx, context.chat))
    if ask is not None and ask.kind == "country":
        return await setup.typed_country(update, context, ask)
    if ask is not None and ask.kind == travel.ASK:
        return await travel.typed_country(update, context, ask)
    if ask is not None and ask.kind == "alias":
        return await offers.typed_alias(update, context, ask)
    if ask is not None and ask.kind.startswith(supply.ASK):
        return await supply.typed(update, context, ask)
    if ask is not None and ask.kind == uses.ASK:
        return await uses.typed(update, context, ask)
    if ask is not None and ask.kind.startswith("clinic."):
        return await clinician_typed(update, context, ask)
    found = await context.read(lambda tx: checkin.open_now(tx, context))
    if found is not None and await checkin.typed(update, context, found):
        return None
    await context.reply(await context.read(lambda tx: _to_words(tx, context)))
    return None


def _to_words(tx: Tx, context: Context) -> Screen:
    """A question about one's own treatment, typed as it comes, gets the fixed answer (R9), and others what there is to
    read. Clinicians ask for others.
    """
    said = _not_understood(tx, context)
    return said if team.clinician(tx, context.chat) is not None else learn.typed(tx, context, said) or said


async def not_understood(update: Update, context: Context) -> None:
    """What a stranger gets, and whoever may not do what they asked for."""
    await context.reply(await context.read(lambda tx: _not_understood(tx, context)))


def _not_understood(tx: Tx, context: Context) -> Screen:
    patient = people.patient(tx, context.chat)
    if patient is not None:
        facts = {"clinic": patient.clinic.name, "phone": patient.clinic.phone}
        return words.plain(context.phrases, "personal.unknown_patient", **facts)
    known = team.clinician(tx, context.chat) is not None
    return words.plain(context.phrases, "personal.unknown_clinician" if known else "personal.unknown")


async def anything(update: Update, context: Context) -> None:
    """A voice message, a photo, a sticker, a location: not kept."""
    await context.reply(words.plain(context.phrases, "personal.not_text"))


async def group_command(update: Update, context: Context) -> None:
    """A command that is personal, in a group."""
    await context.reply(words.plain(context.phrases, "personal.group"))


async def membership(update: Update, context: Context) -> None:
    """Blocked: unreachable until it is healed. Added to a group: says what it does there."""
    change = update.my_chat_member
    if change is None:
        return
    gone = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
    if context.private:
        await context.record(lambda tx: _reachable(tx, context, gone))
    elif not gone and change.old_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT):
        await context.reply(words.plain(context.phrases, "personal.group_added", bot=context.bot.username))


def _reachable(tx: Tx, context: Context, gone: bool) -> None:
    account = people.account(tx, context.chat)
    if account is not None and gone:
        news.out_of_reach(tx, account.id, at=context.now, new_id=context.services.new_id)
    elif account is not None:
        people.set_reachable(tx, account.id, at=None)


async def stale(update: Update, context: Context) -> None:
    """A press that nobody knows, or that is not theirs: both get the same words."""
    await context.toast()
    await context.reply(words.plain(context.phrases, "reminder.gone"))
