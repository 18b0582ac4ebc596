"""/invite: a label for a new patient, and a one-time link for it. A label is never a name."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram import Update

from content.screen import Screen
from content.wording import clinic as words
from handlers.clinician.authority import member, own_link
from handlers.context import Context
from store import asks, audit, invites, people
from store.asks import Ask
from store.database import Tx

LASTS = timedelta(days=7)
ASK = "clinic.label"

# The same words as the plan's line takes for a label (care.grammar), so that each label can begin one.
_LABEL = re.compile(r"(?=.*[\d-])[A-Za-z0-9][A-Za-z0-9-]{0,11}", re.ASCII)
_NAME_PART = 3  # a part of so many letters, in a label without digits: "Ana-Maria"
_MOST_DIGITS = 6  # more could be a birth date, a telephone number, a record's number


@dataclass(frozen=True, kw_only=True)
class _Made:
    """A link that was made. The code is only known now: the store keeps its hash."""

    label: str
    link: str
    until: datetime
    replaces: bool


async def invite(update: Update, context: Context) -> None:
    """/invite, with or without a label."""
    await _invite(context, context.words)


async def typed_label(update: Update, context: Context, ask: Ask) -> None:
    """The label that was asked for."""
    await _invite(context, context.words)


async def pressed(update: Update, context: Context) -> None:
    """``invite:<link>``: a new link for a label that has not joined."""
    id = context.one_word
    _, link = await context.read(lambda tx: own_link(tx, context, id))
    await context.toast()
    await _invite(context, link.label)


async def _invite(context: Context, label: str) -> None:
    code = context.services.new_code()
    made = await context.record(lambda tx: _make(tx, context, label, code))
    if isinstance(made, _Made):
        await context.reply(
            words.invite(
                context.phrases,
                label=made.label,
                link=made.link,
                address=f"https://t.me/{context.bot.username}?start={code}",
                until=made.until,
                replaces=made.replaces,
            )
        )
        return
    if made is None:
        made = await context.read(lambda tx: _again(tx, context, label))
    await context.reply(made)


def _make(tx: Tx, context: Context, label: str, code: str) -> _Made | Screen:
    """The label, if it is new, and its link; an unused link that it had ends."""
    clinician, now, services = member(tx, context), context.now, context.services
    refusal = _refusal(tx, context, label)
    if refusal is not None:
        asks.put(tx, context.chat, ASK, at=now)
        return refusal
    known = people.link_by_label(tx, clinician.clinic.id, label)
    if known is None:
        id = services.new_id()
        people.add_link(tx, id=id, clinic=clinician.clinic.id, label=label, at=now)
    else:
        id, label = known.id, known.label
    until = now + LASTS
    invites.add(tx, id=services.new_id(), code=code, clinic=clinician.clinic.id, expires=until, link=id)
    audit.note(tx, at=now, actor=clinician.id, action="invite", about=id)
    asks.clear(tx, context.chat)
    local = until.astimezone(clinician.clinic.zone)
    return _Made(label=label, link=id, until=local, replaces=known is not None)


def _refusal(tx: Tx, context: Context, label: str) -> Screen | None:
    """Why this label can't be used, asking for another; None if it can."""
    problem = label_problem(label)
    if problem is not None:
        return words.ask_label(context.phrases, problem)
    known = people.link_by_label(tx, member(tx, context).clinic.id, label)
    if known is not None and known.account is not None:
        return words.ask_label(context.phrases, "label_joined", label=known.label)
    return None


def label_problem(label: str) -> str | None:
    """What is wrong with a label, as a phrase's name: nothing typed, not a label, or it could tell who it is."""
    if not label:
        return "label_ask"
    letters = label.replace(" ", "").replace("-", "").isalpha()
    parts = re.split(r"[ -]", label)
    if letters and any(len(part) >= _NAME_PART for part in parts):
        return "label_telling"
    if sum(sign.isdigit() for sign in label) > _MOST_DIGITS:
        return "label_telling"
    return None if _LABEL.fullmatch(label) else "label_bad"


def _again(tx: Tx, context: Context, label: str) -> Screen:
    """The update was handled before and its reply was lost; so is the code."""
    refusal = _refusal(tx, context, label)
    if refusal is not None:
        return refusal
    known = people.link_by_label(tx, member(tx, context).clinic.id, label)
    assert known is not None  # it was made when the update was recorded
    return words.lost(context.phrases, label=known.label, link=known.id)
