"""/start, with or without a code: what this is, consent or not, joining a team."""

from contextlib import suppress

from telegram import Update
from telegram.error import TelegramError

from content.library import address
from content.screen import Html, Screen, joined
from content.wording import setup as words
from handlers import learn, menu, personal, safety, setup, standing
from handlers.context import Context, NotYours
from store import audit, clinics, invites, people, quiet, raising, team
from store.database import Tx
from store.invites import Invite
from store.pace import start_digest

CONSENT_VERSION = "2026-11"


async def start(update: Update, context: Context) -> None:
    """/start: heals an unreachable account, opens a link's code, or says where things stand."""
    code = context.words
    if code == address.HELP:
        await safety.help(update, context)
        return
    if code.startswith(address.START):
        await learn.open_link(context, code.removeprefix(address.START))
        return
    was_quiet = await context.record(lambda tx: _arrive(tx, context))
    if code:
        now = context.now
        await context.reply(await context.read(lambda tx: _opened(tx, context, invites.by_code(tx, code, now=now))))
        return
    if was_quiet:
        await context.reply(await context.read(lambda tx: personal.quiet_over(tx, context)))
    await context.reply(await context.read(lambda tx: home(tx, context)))


def _arrive(tx: Tx, context: Context) -> bool:
    """Whoever comes back is reachable again, and no longer quiet; whether it was quiet."""
    account = people.account(tx, context.chat)
    if account is None:
        return False
    raising.catch_up_account(
        tx, account.id, context.now, context.services.new_id
    )  # what was due in quiet was not asked
    people.set_reachable(tx, account.id, at=None)
    quiet.end(tx, account.id, at=context.now, new_id=context.services.new_id)
    setup.expect(tx, context)
    return account.quiet_since is not None


def home(tx: Tx, context: Context) -> Screen:
    """Where things stand for whoever this is."""
    phrases, chat = context.phrases, context.chat
    clinician, patient = team.clinician(tx, chat), people.patient(tx, chat)
    if patient is not None:
        question = standing.next_question(tx, context)
        if question is not None:
            return question
        home = phrases("setup.home_patient", clinic=patient.clinic.name)
        both = phrases("setup.home_both", clinic=clinician.clinic.name) if clinician is not None else Html()
        return words.shown(phrases, joined((home, both)))
    if clinician is not None:
        return words.plain(phrases, "setup.home_clinician", clinic=clinician.clinic.name)
    return words.plain(phrases, "setup.stranger")


def _opened(tx: Tx, context: Context, invite: Invite | None) -> Screen:
    phrases = context.phrases
    if invite is None:
        return words.plain(phrases, "setup.bad_code")
    clinic = clinics.get(tx, invite.clinic)
    if invite.link is None:
        if (there := team.clinician(tx, context.chat)) is not None:
            return words.plain(phrases, "setup.already", clinic=there.clinic.name)
        return words.join_team(phrases, clinic=clinic.name, name=invite.name or "", invite=invite.id)
    patient = people.patient(tx, context.chat)
    if patient is not None:
        return words.plain(phrases, "setup.already", clinic=patient.clinic.name)
    return words.intro(phrases, clinic=clinic.name, invite=invite.id)


async def consent(update: Update, context: Context) -> None:
    """A press on the consent screen: ``consent:<invite>:yes|no|more|back``."""
    id, said = context.two_words
    now, chat = context.now, context.chat
    await context.toast()
    if said == "more":
        await context.replace(words.more_data(context.phrases, invite=id))
    elif said == "no":
        await context.replace(words.plain(context.phrases, "setup.refused"))
    elif said == "back":
        await context.replace(await context.read(lambda tx: _opened(tx, context, invites.by_id(tx, id, now=now))))
    elif said == "yes":
        await context.record(lambda tx: _join(tx, context, id))
        patient = await context.read(lambda tx: people.patient(tx, chat))
        if patient is None:
            await context.replace(words.plain(context.phrases, "setup.bad_code"))
            return
        await context.replace(await context.read(lambda tx: home(tx, context)))
    else:
        raise NotYours


def _join(tx: Tx, context: Context, id: str) -> None:
    """Consent: the invite is used up, and only now is anything kept of the person."""
    now, chat, services = context.now, context.chat, context.services
    invite = invites.by_id(tx, id, now=now)
    if invite is None or invite.link is None or people.patient(tx, chat) is not None:
        return
    account = people.open_account(tx, id=services.new_id(), chat=chat, language=context.phrases.language, at=now)
    if people.join(tx, link=invite.link, account=account.id, consent_version=CONSENT_VERSION, at=now):
        invites.use(tx, id, now=now)
        audit.note(tx, at=now, actor=account.id, action="consent", about=invite.link, detail=CONSENT_VERSION)


async def join(update: Update, context: Context) -> None:
    """A press on a clinician's invite: ``join:<invite>:yes|no``."""
    id, said = context.two_words
    chat = context.chat
    await context.toast()
    if said != "yes":
        await context.replace(words.plain(context.phrases, "setup.not_joined"))
        return
    await context.record(lambda tx: _join_team(tx, context, id))
    clinician = await context.read(lambda tx: team.clinician(tx, chat))
    if clinician is None:
        await context.replace(words.plain(context.phrases, "setup.bad_code"))
        return
    await context.replace(words.plain(context.phrases, "setup.joined_team", clinic=clinician.clinic.name))
    with suppress(TelegramError):  # the menu is a help; the commands work without it
        await menu.for_clinician(context.bot, chat, context.phrases)


def _join_team(tx: Tx, context: Context, id: str) -> None:
    now, services = context.now, context.services
    invite = invites.by_id(tx, id, now=now)
    if invite is None or invite.link is not None or team.clinician(tx, context.chat) is not None:
        return
    if not invites.use(tx, id, now=now):
        return
    account = people.open_account(
        tx, id=services.new_id(), chat=context.chat, language=context.phrases.language, at=now
    )
    clinician = services.new_id()
    team.join(tx, id=clinician, clinic=invite.clinic, account=account.id, name=invite.name or "", at=now)
    start_digest(tx, account.id, clinics.get(tx, invite.clinic).zone, now)
    audit.note(tx, at=now, actor=clinician, action="join", about=invite.clinic)
