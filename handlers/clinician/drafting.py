"""A draft's questions: pressed or typed, each taken at its own stage only; at the end the plan is confirmed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from telegram import Update

from care.amounts import AmountError, parse_amount, same_amount
from care.clauses import day as read_day
from care.clauses import times as read_times
from care.gaps import IN_A_ROW
from care.grammar import LineError, read_amounts_only
from care.plans import highest, to_dict
from care.safety import Finding
from care.tokens import Cursor
from content.screen import Screen
from content.wording import drafting as words
from content.wording import mending
from content.wording.plans import finding
from handlers.clinician import asking, editing, stages
from handlers.clinician.asking import add, show
from handlers.clinician.authority import member, noted
from handlers.clinician.planning import current, from_amounts
from handlers.clinician.recording import recorded
from handlers.clinician.stages import LINE_ASK, Drafting, Stage
from handlers.context import Context, NotYours
from store import asks, audit, clinics, drafts, notices, plans
from store.asks import Ask
from store.database import Tx
from store.notices import Priority

Take = Callable[[Tx, Context, Drafting], Screen]


async def pressed(update: Update, context: Context) -> None:
    """``draft:<draft>:<what>`` and, for some, a value."""
    if len(context.press_words) < 2:
        raise NotYours
    id, *said = context.press_words
    screen = await recorded(
        context, lambda tx: _pressed(tx, context, id, said), lambda tx: _after(tx, context, id, said)
    )
    await context.toast()
    await context.replace(screen)


def _pressed(tx: Tx, context: Context, id: str, said: list[str]) -> Screen:
    member(tx, context)
    here = stages.opened(tx, context, id)
    if here is None:
        return words.closed(context.phrases)
    match said:
        case ["med", medicine]:
            return _medicine(tx, context, here, medicine)
        case ["time", at, ("on" | "off") as wanted]:
            return _time(tx, context, here, at, on=wanted == "on")
        case ["opioid", "none"] if stages.stage(here) is Stage.OPIOID:
            kept = {"on": here.today.isoformat(), "initials": stages.signature(here.clinician)}
            return add(tx, context, here, opioid=kept)
        case ["opioid", "unsure"] if stages.stage(here) is Stage.OPIOID:
            noted(tx, context, "opioid check: not sure", here.link.id)
            return _after(tx, context, id, said)
        case ["review", day] if stages.stage(here) is Stage.REVIEW:
            return _kept(tx, context, here, day)
        case ["gap", days] if stages.stage(here) is Stage.READ_BACK and days in ("0", str(IN_A_ROW)):
            if here.plan is None or here.plan.as_needed is not None:
                return show(tx, context, id)
            return add(tx, context, here, plan=to_dict(replace(here.plan, hold_after=int(days) or None)))
        case ["confirm"] if stages.stage(here) is Stage.READ_BACK:
            return _confirm(tx, context, here)
        case ["change"] if "confirmed" not in here.draft.facts:
            asks.put(tx, context.chat, LINE_ASK, at=context.now, draft=id, link=here.link.id)
            return _after(tx, context, id, said)
        case ["discard"] if "confirmed" not in here.draft.facts:
            drafts.drop(tx, id)
            asks.clear(tx, context.chat)
            return words.discarded(context.phrases, label=here.link.label, link=here.link.id)
    # Pressed at another stage: nothing changes, and the question that is open is shown.
    opened = editing.pressed(tx, context, here, said) if "confirmed" not in here.draft.facts else None
    return opened or show(tx, context, id)


def _after(tx: Tx, context: Context, id: str, said: list[str]) -> Screen:
    """What a press shows that leaves the draft as it is, and all that a second handling shows."""
    here, phrases = stages.opened(tx, context, id), context.phrases
    if here is None or "confirmed" in here.draft.facts:
        return asking.screen(tx, context, id)
    label, link = here.link.label, here.link.id
    if said == ["change"]:
        line = here.draft.facts.get("text", "")
        return words.change(phrases, draft=id, label=label, link=link, line=line, plan=here.plan)
    if said == ["opioid", "unsure"] and here.medicine is not None:
        return words.unsure(phrases, draft=id, label=label, link=link, name=here.medicine.name)
    return asking.screen(tx, context, id)


def _medicine(tx: Tx, context: Context, here: Drafting, id: str) -> Screen:
    listed = {medicine.id for medicine in clinics.medicines(tx, here.clinician.clinic.id)}
    if id not in listed:
        raise NotYours
    if stages.stage(here) is not Stage.MEDICINE:
        return show(tx, context, here.draft.id)
    return add(tx, context, here, medicine=id)


def _time(tx: Tx, context: Context, here: Drafting, at: str, *, on: bool) -> Screen:
    if stages.stage(here) is not Stage.TIMES:
        return show(tx, context, here.draft.id)
    try:
        chosen = time(int(at[:2]), int(at[2:]))
    except ValueError:
        raise NotYours from None
    times = {*here.times, chosen} if on else set(here.times) - {chosen}
    return add(tx, context, here, times=[f"{each:%H:%M}" for each in sorted(times)])


def _kept(tx: Tx, context: Context, here: Drafting, day: str) -> Screen:
    """The review date as it was shown; any other is typed."""
    assert here.plan is not None
    blocked = any(found.blocks for found in here.findings(answered=True))
    if day != here.plan.review.isoformat() or blocked:
        return show(tx, context, here.draft.id)
    return add(tx, context, here, reviewed=True, basis=here.basis, asked=None)


def _confirm(tx: Tx, context: Context, here: Drafting) -> Screen:
    """Offered to the patient, who has to accept. Checked once more, with what is known now (R1, R3, R4)."""
    assert here.plan is not None and here.medicine is not None
    if here.draft.facts.get("basis") != here.basis:
        return add(tx, context, here, basis=here.basis, meanwhile=True)
    if any(found.blocks for found in here.findings()):
        return show(tx, context, here.draft.id)
    new_id, now, link = context.services.new_id, context.now, here.link
    plan = plans.offer(
        tx,
        new_id=new_id(),
        link=link.id,
        plan=here.plan,
        author=here.clinician.id,
        opioid_check=here.check if stages.needs_check(here.medicine) else None,
        at=now,
    )
    audit.note(tx, at=now, actor=here.clinician.id, action="offer", about=plan)
    if link.account is not None:
        notices.put(
            tx,
            id=new_id(),
            account=link.account.id,
            kind="offer",
            priority=Priority.CLINIC,
            send_at=now,
            facts={"plan": plan},
        )
    return add(tx, context, here, confirmed=plan)


async def typed(update: Update, context: Context, ask: Ask) -> None:
    """Words for the stage that asked for them."""
    screen = await recorded(context, lambda tx: _typed(tx, context, ask), lambda tx: current(tx, context))
    await context.reply(screen)


def _typed(tx: Tx, context: Context, ask: Ask) -> Screen:
    member(tx, context)
    id = ask.facts.get("draft", "")
    here = stages.opened(tx, context, id)
    if here is None:
        return show(tx, context, id)
    if ask.kind == stages.BUTTONS_ASK:
        return mending.with_head(context.phrases("plan.buttons_only"), show(tx, context, id))
    reached, take = (_TYPED | editing.TYPED)[ask.kind]
    if stages.stage(here) is not reached:
        return show(tx, context, id)
    try:
        return take(tx, context, here)
    except LineError as error:
        again = ask.kind.removeprefix("clinic.")
        unit = "mg" if here.medicine is None else here.medicine.unit
        return mending.unreadable(context.phrases, context.words, error, again=again, draft=id, unit=unit)


def _typed_times(tx: Tx, context: Context, here: Drafting) -> Screen:
    cursor = Cursor(context.words)
    cursor.skip("at")
    times = read_times(cursor)
    editing.nothing_left(cursor)
    return editing.with_times(tx, context, here, times)


def _typed_amounts(tx: Tx, context: Context, here: Drafting) -> Screen:
    assert here.medicine is not None
    steps = read_amounts_only(context.words, here.medicine.unit)
    needed = here.rule is not None or (here.plan is not None and here.plan.as_needed is not None)
    if needed and (len(steps) > 1 or steps[0].days is not None):
        raise LineError("as_needed_alone", "", 0)
    if here.plan is not None:
        return editing.changed(tx, context, here, replace(here.plan, steps=steps))
    plan = from_amounts(tx, context, here, steps)
    return add(tx, context, here, plan=to_dict(plan), start_by_rule=True, text="")


def _typed_highest(tx: Tx, context: Context, here: Drafting) -> Screen:
    """R3: the highest amount once more; it has to be the same."""
    assert here.plan is not None and here.medicine is not None
    text = context.words
    try:
        again = parse_amount(text, here.medicine.unit)
    except AmountError as error:
        at = text.find(error.word)
        raise LineError(error.reason, error.word if at >= 0 else "", max(at, 0)) from None
    most = highest(here.plan)
    if not same_amount(again, most):
        facts = {"amount": most.text, "again": again.text[:40]}
        differs = Finding(rule="R3", key="amount_again_differs", facts=facts, blocks=True)
        return mending.with_head(finding(context.phrases, differs), show(tx, context, here.draft.id))
    return add(tx, context, here, highest=again.text)


def _typed_review(tx: Tx, context: Context, here: Drafting) -> Screen:
    """R4: another review date; one that can't be is asked for again."""
    assert here.plan is not None
    cursor = Cursor(context.words)
    day: date = read_day(cursor, here.today)
    editing.nothing_left(cursor)
    moved = replace(here, plan=replace(here.plan, review=day))
    problem = next((found for found in moved.findings(answered=True) if found.blocks), None)
    if problem is not None:
        return mending.with_head(finding(context.phrases, problem), show(tx, context, here.draft.id))
    assert moved.plan is not None
    return add(tx, context, here, plan=to_dict(moved.plan), reviewed=True, basis=here.basis, asked=None)


_TYPED: dict[str, tuple[Stage, Take]] = {
    "clinic.times": (Stage.TIMES, _typed_times),
    "clinic.amounts": (Stage.AMOUNTS, _typed_amounts),
    "clinic.highest": (Stage.HIGHEST, _typed_highest),
    "clinic.review": (Stage.REVIEW, _typed_review),
}
