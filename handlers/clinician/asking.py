"""The question that a draft is at, as a screen; and the typed words that it then waits for."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from care.clock import instant
from care.plans import Plan
from content.screen import Html, Screen
from content.wording import drafting as words
from content.wording import editing, mending
from content.wording.plans import describe, finding
from handlers.clinician.stages import ASKS, Drafting, Stage, opened, signature, stage
from handlers.context import Context
from store import asks, clinics, drafts, plans
from store.crowds import crowd
from store.database import Tx
from store.people import Link
from store.team import Clinician

MANY = 60
"""A crowd is spoken of above so many people: fewer are reminded within two or three seconds."""


def add(tx: Tx, context: Context, here: Drafting, **facts: Any) -> Screen:
    """Keep what was added, wait for what the next stage asks, and return its screen."""
    draft = replace(here.draft, facts=here.draft.facts | facts)
    drafts.put(tx, draft)
    return show(tx, context, draft.id)


def show(tx: Tx, context: Context, id: str) -> Screen:
    """The screen of the draft's stage, with typed words taken as its answer."""
    here = opened(tx, context, id)
    kind = None if here is None else ASKS.get(stage(here))
    if here is None or kind is None:
        asks.clear(tx, context.chat)
    else:
        asks.put(tx, context.chat, kind, at=context.now, draft=id, link=here.link.id)
    return screen(tx, context, id)


def screen(tx: Tx, context: Context, id: str) -> Screen:
    """The screen of the draft's stage."""
    here, phrases = opened(tx, context, id), context.phrases
    if here is None:
        return words.closed(phrases)
    label, link, reached = here.link.label, here.link.id, stage(here)
    if reached is Stage.CONFIRMED:
        change = here.standing is not None and bool(here.standing.accepted)
        joined = here.link.account is not None
        return words.confirmed(phrases, label=label, link=link, joined_already=joined, change=change)
    if here.medicine is None:
        return _medicine(tx, context, here)
    name = here.medicine.name
    asked = _opened(context, here, reached)
    if asked is not None:
        return asked
    assert here.plan is not None  # all that is asked before there is one was asked above
    match reached:
        case Stage.BLOCKED:
            found = [finding for finding in here.findings(answered=True) if finding.blocks]
            return words.blocked(phrases, draft=id, label=label, link=link, name=name, plan=here.plan, found=found)
        case Stage.HIGHEST:
            return words.highest(phrases, draft=id, label=label, name=name, plan=here.plan)
        case Stage.OPIOID:
            signed = signature(here.clinician)
            return words.opioid(phrases, draft=id, label=label, day=here.today, initials=signed)
        case Stage.REVIEW:
            return words.review(phrases, draft=id, label=label, plan=here.plan, problem=_problem(context, here))
    return words.read_back(
        phrases,
        draft=id,
        label=label,
        name=name,
        plan=here.plan,
        zone=here.zone,
        found=here.findings(),
        check=here.check,
        held=here.standing is not None and here.standing.held_since is not None,
        meanwhile=bool(here.draft.facts.get("meanwhile")),
        crowded=editing.crowded(phrases, _crowds(tx, context, here, here.plan)),
    )


def _opened(context: Context, here: Drafting, reached: Stage) -> Screen | None:
    """The question about one part of a plan; None for the questions about all of it."""
    phrases, draft, label, plan = context.phrases, here.draft.id, here.link.label, here.plan
    assert here.medicine is not None
    name, unit = here.medicine.name, here.medicine.unit
    match reached:
        case Stage.TIMES:
            return words.times(
                phrases, draft=draft, label=label, name=name, chosen=here.times, days=here.days, plan=plan
            )
        case Stage.APART:
            return editing.apart(phrases, draft=draft, label=label, name=name)
        case Stage.MOST:
            apart = plan.as_needed.apart if plan is not None and plan.as_needed else None
            span = apart or timedelta(minutes=here.draft.facts.get("apart") or 0)
            return editing.most(phrases, draft=draft, label=label, name=name, apart=span)
        case Stage.AMOUNTS if here.draft.facts.get("needed") or (plan is not None and plan.as_needed is not None):
            example = mending.example(phrases, "highest", unit)
            return editing.needed_amount(phrases, draft=draft, label=label, name=name, example=example)
        case Stage.AMOUNTS:
            return words.amounts(
                phrases,
                draft=draft,
                label=label,
                link=here.link.id,
                name=name,
                unit=unit,
                chosen=here.times,
                days=here.days,
            )
        case Stage.DAYS:
            return editing.days(phrases, draft=draft, label=label, chosen=here.days.weekdays)
        case Stage.START:
            return editing.start(phrases, draft=draft, label=label, today=here.today, problem=_problem(context, here))
        case Stage.END if plan is not None:
            return editing.end(phrases, draft=draft, label=label, plan=plan)
        case Stage.STEP if plan is not None:
            return editing.step(phrases, draft=draft, label=label, last=plan.steps[-1])
        case Stage.ANOTHER if plan is not None:
            return editing.another(
                phrases,
                draft=draft,
                label=label,
                last=plan.steps[-1],
                days=here.draft.facts["step"],
                example=mending.example(phrases, "highest", unit),
            )
    return None


def _problem(context: Context, here: Drafting) -> Html:
    """Why a date of the plan can't be, if it can't."""
    found = [each for each in here.findings(answered=True) if each.blocks]
    return finding(context.phrases, found[0]) if found else Html("")


def _crowds(tx: Tx, context: Context, here: Drafting, plan: Plan) -> list[tuple[time, int, int]]:
    """For each time at which many are reminded with this patient: how many, and the seconds until the last one is."""
    account = "" if here.link.account is None else here.link.account.id
    found = []
    for at in plan.times:
        days = (plan.start + timedelta(days=n) for n in range(2 * max(plan.days.every, 7)))
        moments = (instant(day, at, here.zone) for day in days if plan.days.has(day, plan.start))
        first = next((moment for moment in moments if moment is not None), None)
        people = 1 if first is None else 1 + crowd(tx, first, but=account)
        if people > MANY:
            found.append((at, people, context.services.last_after(people)))
    return found


def _medicine(tx: Tx, context: Context, here: Drafting) -> Screen:
    phrases, label = context.phrases, here.link.label
    medicines = clinics.medicines(tx, here.clinician.clinic.id)
    today = context.now.astimezone(here.zone).date()
    now = [
        describe(phrases, plan, medicine=s.medicine.name)
        for s in plans.of_link(tx, here.link.id)
        for plan in s.from_day(today)
    ]
    return words.medicine(phrases, draft=here.draft.id, label=label, medicines=medicines, now=now)


def begin(tx: Tx, context: Context, clinician: Clinician, link: Link, facts: dict[str, Any], *, at: datetime) -> Screen:
    """Start a draft, in place of the clinician's earlier one, and return its first screen."""
    id = context.services.new_id()
    drafts.begin(tx, id=id, clinician=clinician.id, link=link.id, facts=facts, at=at)
    return show(tx, context, id)
