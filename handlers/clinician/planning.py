"""/plan: by one line, or by buttons. Either makes a draft; nothing is set before it is confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from telegram import Update

from care.grammar import Line, LineError, is_label, read_heading, read_line
from care.mending import mended
from care.plans import Days, Plan, Step, to_dict
from care.safety import default_review
from content.screen import Screen
from content.wording import drafting as words
from content.wording import mending
from handlers.clinician import asking, stages
from handlers.clinician.authority import member, own_link, today_at, zone_of
from handlers.clinician.listing import listed
from handlers.clinician.recording import recorded
from handlers.clinician.stages import LINE_ASK
from handlers.context import Context
from store import asks, audit, clinics, people, starts, team
from store.asks import Ask
from store.database import Tx
from store.people import Link
from store.team import Clinician


async def plan(update: Update, context: Context) -> None:
    """/plan, alone or with a label or a whole line."""
    text = context.words
    if not text:
        await context.reply(await listed(context, 0, choosing=True))
        return
    await context.reply(await _recorded(context, text, Ask(kind=LINE_ASK, facts={})))


async def typed_line(update: Update, context: Context, ask: Ask) -> None:
    """A line that was asked for: for the patient of the ask, or for the one that it names."""
    await context.reply(await _recorded(context, context.words, ask))


async def chosen(update: Update, context: Context) -> None:
    """``planfor:<link>``: set or change this patient's plan with buttons."""
    id = context.one_word
    screen = await recorded(
        context,
        lambda tx: _begin(tx, context, *own_link(tx, context, id)),
        lambda tx: current(tx, context),
    )
    await context.toast()
    await context.replace(screen)


async def _recorded(context: Context, text: str, ask: Ask) -> Screen:
    return await recorded(
        context, lambda tx: _read(tx, context, text, ask), lambda tx: _read_before(tx, context, text, ask)
    )


def current(tx: Tx, context: Context) -> Screen:
    """Where the clinician's draft stands: what the lost reply to an update would have shown."""
    member(tx, context)
    ask = asks.get(tx, context.chat)
    return asking.screen(tx, context, "" if ask is None else ask.facts.get("draft", ""))


def _begin(tx: Tx, context: Context, clinician: Clinician, link: Link, facts: dict[str, Any] | None = None) -> Screen:
    audit.note(tx, at=context.now, actor=clinician.id, action="read", about=link.id)
    return asking.begin(tx, context, clinician, link, facts or {}, at=context.now)


def _read(tx: Tx, context: Context, text: str, ask: Ask) -> Screen:
    """The line becomes a draft, or comes back with what could not be read; then it can be typed again."""
    clinician = member(tx, context)
    read = _understood(tx, context, clinician, text, ask)
    if isinstance(read, _Unread):
        kept = {name: value for name, value in ask.facts.items() if name != "mended"}
        asks.put(tx, context.chat, LINE_ASK, at=context.now, **kept, **({"mended": read.mended} if read.mended else {}))
        return read.screen
    link, facts = read
    return _begin(tx, context, clinician, link, facts)


def _read_before(tx: Tx, context: Context, text: str, ask: Ask) -> Screen:
    read = _understood(tx, context, member(tx, context), text, ask)
    return read.screen if isinstance(read, _Unread) else current(tx, context)


@dataclass(frozen=True)
class _Unread:
    """What could not be read, and the line as it may have been meant."""

    screen: Screen
    mended: str | None = None


def _understood(
    tx: Tx, context: Context, clinician: Clinician, text: str, ask: Ask
) -> _Unread | tuple[Link, dict[str, Any]]:
    """Whose plan, and what is known of it so far; or what could not be read. Nothing is guessed (R3).

    A label alone, a medicine alone, or both lead to the buttons.
    """
    phrases, draft, text = context.phrases, ask.facts.get("draft", ""), text.strip()
    medicines, today = clinics.medicines(tx, clinician.clinic.id), today_at(clinician, context.now)
    named = people.link_by_label(tx, clinician.clinic.id, text)
    if named is not None:
        return named, {}
    heading = read_heading(text, medicines)
    if heading is None and is_label(text):
        return _Unread(mending.no_such_label(phrases, label=text, draft=draft))
    try:
        line = None if heading is not None else read_line(text, medicines, today)
    except LineError as error:
        better = mended(text, error, medicines, today)
        return _Unread(mending.unreadable(phrases, text, error, again="line", draft=draft, mended=better), better)
    label, medicine = (line.label, line.medicine) if line is not None else heading or (None, None)
    assert medicine is not None
    asked = team.link_for(tx, clinician, ask.facts.get("link", ""))
    link = people.link_by_label(tx, clinician.clinic.id, label) if label else asked
    if link is None and label:
        return _Unread(mending.no_such_label(phrases, label=label, draft=draft))
    if link is None:
        return _Unread(mending.not_that(phrases, "label_missing", draft=draft))
    if asked is not None and link.id != asked.id:
        return _Unread(mending.not_that(phrases, "label_other", label=link.label, wanted=asked.label, draft=draft))
    if line is None:
        return link, {"medicine": medicine.id}
    start = line.start or first_day(tx, context, clinician, link, medicine.id, line.times, line.days)
    if line.end is not None and line.end < start:
        before = LineError("end_before_start", "", 0)
        return _Unread(mending.unreadable(phrases, text, before, again="line", draft=draft))
    plan = _plan(line, start)
    by_rule = line.start is None
    return link, {"medicine": plan.medicine, "plan": to_dict(plan), "start_by_rule": by_rule, "text": text}


async def mend(update: Update, context: Context) -> None:
    """``mend:<name>``: read the line as it was mended, if it is still the one that was shown."""
    name = context.one_word

    def read(tx: Tx) -> Screen:
        member(tx, context)
        ask = asks.get(tx, context.chat)
        line = "" if ask is None else ask.facts.get("mended", "")
        if ask is None or mending.mend_name(line) != name:
            return words.closed(context.phrases)
        return _read(tx, context, line, ask)

    screen = await recorded(context, read, lambda tx: current(tx, context))
    await context.toast()
    await context.replace(screen)


def _plan(line: Line, start: date) -> Plan:
    return Plan(
        medicine=line.medicine.id,
        times=line.times,
        days=line.days,
        steps=line.steps,
        start=start,
        end=line.end,
        review=line.review or default_review(start),
        hold_after=line.hold_after,
        as_needed=line.as_needed,
    )


def first_day(
    tx: Tx, context: Context, clinician: Clinician, link: Link, medicine: str, times: Sequence[time], days: Days
) -> date:
    """The day a plan starts on if nothing else is said: today, or tomorrow once its first time has passed.

    A day of which a dose of the medicine was already raised stays with the version that it was raised from, and days
    between doses are kept from the last one.
    """
    zone = zone_of(clinician, link)
    local = context.now.astimezone(zone)
    day = max(local.date(), today_at(clinician, context.now))
    raised = starts.raised_on(tx, link.id, medicine, day)
    passed = bool(times) and day == local.date() and min(times) <= local.time()
    earliest = day + timedelta(days=1) if raised or passed else day
    return starts.after_the_last(tx, link.id, medicine, days, zone, earliest)


def from_amounts(tx: Tx, context: Context, here: stages.Drafting, steps: tuple[Step, ...]) -> Plan:
    """The plan that buttons and typed amounts make, from the first day that can be."""
    assert here.medicine is not None
    days = here.days if here.rule is None else Days()
    start = first_day(tx, context, here.clinician, here.link, here.medicine.id, here.times, days)
    return Plan(
        medicine=here.medicine.id,
        times=here.times,
        days=days,
        steps=steps,
        start=start,
        end=None,
        review=default_review(start),
        as_needed=here.rule,
    )
