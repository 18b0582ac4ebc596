"""A draft's other questions, opened by the clinician: days, start, last day, steps, as needed. Each sets one thing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

from care import clauses
from care.amounts import same_amount
from care.grammar import MOST_STEPS, read_amounts_only
from care.plans import Days, Plan, Step, highest, to_dict
from care.safety import default_review
from care.tokens import Cursor
from content.screen import Screen
from content.wording import mending
from content.wording.editing import APART_HOURS, EVERY, MOST, STEP_DAYS
from content.wording.plans import finding
from handlers.clinician.asking import add, show
from handlers.clinician.planning import first_day
from handlers.clinician.stages import OPENED, Drafting, Stage, stage
from handlers.context import Context, NotYours
from store.database import Tx

Take = Callable[[Tx, Context, Drafting], Screen]
NONE = "none"
_AS_NEEDED = (Stage.APART, Stage.MOST)
_WITH_TIMES = (Stage.TIMES, Stage.DAYS, Stage.STEP, Stage.ANOTHER)


def pressed(tx: Tx, context: Context, here: Drafting, said: list[str]) -> Screen | None:
    """What one of these buttons sets; None if it is none of them. Raises NotYours for a value that none of them has."""
    reached = stage(here)
    match said:
        case ["open", what] if what in {str(each) for each in OPENED}:
            return _open(tx, context, here, Stage(what))
        case ["close"]:
            again = {} if here.plan is not None else {"needed": None, "apart": None, "most": None}
            return add(tx, context, here, asked=None, **again)
        case ["needed"] if reached is Stage.TIMES and here.plan is None:
            return add(tx, context, here, needed=True)
        case ["timed"] if reached is Stage.TIMES and here.times:
            return with_times(tx, context, here, here.times)
        case ["day", number, ("on" | "off") as wanted] if reached is Stage.DAYS and number in tuple("0123456"):
            return _weekday(tx, context, here, int(number), on=wanted == "on")
        case ["dayed"] if reached is Stage.DAYS and here.days.weekdays:
            return _days(tx, context, here, here.days)
        case ["every", number] if reached is Stage.DAYS and number in map(str, EVERY):
            return _days(tx, context, here, Days(every=int(number)))
        case ["start", day] if reached is Stage.START:
            return _start(tx, context, here, _date(day))
        case ["end", day] if reached is Stage.END:
            return _end(tx, context, here, None if day == NONE else _date(day))
        case ["apart", minutes] if reached is Stage.APART and minutes in {str(60 * n) for n in APART_HOURS}:
            return _rule(tx, context, here, apart=int(minutes))
        case ["most", number] if reached is Stage.MOST and number in map(str, (0, *MOST)):
            return _rule(tx, context, here, most=int(number))
        case ["step", number] if reached is Stage.STEP and number in map(str, STEP_DAYS):
            return add(tx, context, here, step=int(number), asked=Stage.ANOTHER)
    return None


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotYours from None


def changed(tx: Tx, context: Context, here: Drafting, plan: Plan, **facts: object) -> Screen:
    """The plan with one thing changed. The highest amount is typed again if it is another one (R3)."""
    again = here.draft.facts.get("highest")
    if here.plan is not None and not same_amount(highest(plan), highest(here.plan)):
        again = None
    more = {"highest": again, "asked": None, "text": "", **facts}
    return add(tx, context, here, plan=to_dict(plan), basis=here.basis, **more)


def _open(tx: Tx, context: Context, here: Drafting, what: Stage) -> Screen:
    plan = here.plan
    if plan is None:
        before_times = stage(here) is Stage.TIMES and what is Stage.DAYS
        return add(tx, context, here, asked=what) if before_times else show(tx, context, here.draft.id)
    if what in (_WITH_TIMES if plan.as_needed is not None else _AS_NEEDED):
        return show(tx, context, here.draft.id)
    if what is Stage.STEP and (days := plan.steps[-1].days) is not None:
        return add(tx, context, here, asked=Stage.ANOTHER, step=days)
    kept = {"every": plan.days.every, "weekdays": sorted(plan.days.weekdays)}
    return add(tx, context, here, asked=what, times=[f"{at:%H:%M}" for at in plan.times], days=kept)


def with_times(tx: Tx, context: Context, here: Drafting, times: tuple[time, ...]) -> Screen:
    """Other times; the first ones of a plan that is put together."""
    if here.plan is None:
        return add(tx, context, here, times=[f"{at:%H:%M}" for at in times], timed=True)
    return _set_anew(tx, context, here, replace(here.plan, times=times))


def _weekday(tx: Tx, context: Context, here: Drafting, number: int, *, on: bool) -> Screen:
    chosen = here.days.weekdays | {number} if on else here.days.weekdays - {number}
    return add(tx, context, here, days={"every": 1, "weekdays": sorted(chosen)})


def _days(tx: Tx, context: Context, here: Drafting, days: Days) -> Screen:
    kept = {"every": days.every, "weekdays": sorted(days.weekdays)}
    if here.plan is None:
        return add(tx, context, here, days=kept, asked=None)
    return _set_anew(tx, context, here, replace(here.plan, days=days), days=kept)


def _set_anew(tx: Tx, context: Context, here: Drafting, plan: Plan, **facts: object) -> Screen:
    """The plan with other times or days, from the first day of these, unless the clinician chose that day."""
    if here.draft.facts.get("start_by_rule"):
        day = first_day(tx, context, here.clinician, here.link, plan.medicine, plan.times, plan.days)
        if plan.end is not None and plan.end < day:
            return _not_that(tx, context, here, "grammar.end_before_start")
        plan = _from(plan, day)
    return changed(tx, context, here, plan, **facts)


def _from(plan: Plan, day: date) -> Plan:
    """The plan from that day on; a review date that was twelve weeks after the old one moves with it."""
    review = default_review(day) if plan.review == default_review(plan.start) else plan.review
    return replace(plan, start=day, review=review)


def _start(tx: Tx, context: Context, here: Drafting, day: date) -> Screen:
    """Another first day, which stands from now on."""
    assert here.plan is not None
    if here.plan.end is not None and here.plan.end < day:
        return _not_that(tx, context, here, "grammar.end_before_start")
    return _if_possible(tx, context, here, _from(here.plan, day), start_by_rule=False)


def _end(tx: Tx, context: Context, here: Drafting, day: date | None) -> Screen:
    assert here.plan is not None
    if day is not None and day < here.plan.start:
        return _not_that(tx, context, here, "grammar.end_before_start")
    return _if_possible(tx, context, here, replace(here.plan, end=day))


def _not_that(tx: Tx, context: Context, here: Drafting, key: str) -> Screen:
    """Why it can't be, and the question again."""
    return mending.with_head(context.phrases(key), show(tx, context, here.draft.id))


def _if_possible(tx: Tx, context: Context, here: Drafting, plan: Plan, **facts: object) -> Screen:
    """The plan with another date, or why that date can't be, and the question again."""
    blocked = [found for found in replace(here, plan=plan).findings(answered=True) if found.blocks]
    problem = next((found for found in blocked if found.key == "start_past"), None)
    if problem is not None:
        return mending.with_head(finding(context.phrases, problem), show(tx, context, here.draft.id))
    return changed(tx, context, here, plan, **facts)


def _rule(tx: Tx, context: Context, here: Drafting, **facts: int) -> Screen:
    """One part of an as-needed plan's rule: while it is put together, or of one that stands."""
    if here.plan is None:
        return add(tx, context, here, **facts)
    rule = here.plan.as_needed
    assert rule is not None
    if "apart" in facts:
        rule = replace(rule, apart=timedelta(minutes=facts["apart"]))
    if "most" in facts:
        rule = replace(rule, most=facts["most"] or None)
    return changed(tx, context, here, replace(here.plan, as_needed=rule))


def _typed_days(tx: Tx, context: Context, here: Drafting) -> Screen:
    cursor = Cursor(context.words)
    cursor.skip("on")
    if cursor.skip("daily"):
        days = Days()
    else:
        days = clauses.every(cursor) if cursor.skip("every") else clauses.on_days(cursor)
    nothing_left(cursor)
    return _days(tx, context, here, days)


def _typed_start(tx: Tx, context: Context, here: Drafting) -> Screen:
    cursor = Cursor(context.words)
    cursor.skip("from", "on")
    day = clauses.day(cursor, here.today)
    nothing_left(cursor)
    return _start(tx, context, here, day)


def _typed_end(tx: Tx, context: Context, here: Drafting) -> Screen:
    cursor = Cursor(context.words)
    if cursor.skip(NONE):
        nothing_left(cursor)
        return _end(tx, context, here, None)
    cursor.skip("until", "on")
    day = clauses.day(cursor, here.today)
    nothing_left(cursor)
    return _end(tx, context, here, day)


def _typed_step(tx: Tx, context: Context, here: Drafting) -> Screen:
    cursor = Cursor(context.words)
    cursor.skip("for")
    days = clauses.duration(cursor)
    nothing_left(cursor)
    return add(tx, context, here, step=days, asked=Stage.ANOTHER)


def _typed_another(tx: Tx, context: Context, here: Drafting) -> Screen:
    assert here.plan is not None and here.medicine is not None
    more = read_amounts_only(context.words.strip().removeprefix("then "), here.medicine.unit)
    *earlier, last = here.plan.steps
    steps = (*earlier, Step(amount=last.amount, days=here.draft.facts["step"]), *more)
    if len(steps) > MOST_STEPS:
        return _not_that(tx, context, here, "grammar.too_many_steps")
    return changed(tx, context, here, replace(here.plan, steps=steps))


def _typed_apart(tx: Tx, context: Context, here: Drafting) -> Screen:
    cursor = Cursor(context.words)
    if cursor.skip("at"):
        cursor.skip("least")
    span = clauses.apart(cursor)
    nothing_left(cursor)
    return _rule(tx, context, here, apart=span // timedelta(minutes=1))


def _typed_most(tx: Tx, context: Context, here: Drafting) -> Screen:
    text = context.words
    cursor = Cursor(f"{text} a day" if text.strip().isdecimal() else text)
    if cursor.skip("at"):
        cursor.skip("most")
    found = clauses.most(cursor)
    nothing_left(cursor)
    return _rule(tx, context, here, most=found)


def nothing_left(cursor: Cursor) -> None:
    """Raise LineError at the first word that nobody read."""
    left = cursor.peek()
    if left is not None:
        raise left.error("unknown_word")


TYPED: dict[str, tuple[Stage, Take]] = {
    "clinic.days": (Stage.DAYS, _typed_days),
    "clinic.start": (Stage.START, _typed_start),
    "clinic.end": (Stage.END, _typed_end),
    "clinic.step": (Stage.STEP, _typed_step),
    "clinic.another": (Stage.ANOTHER, _typed_another),
    "clinic.apart": (Stage.APART, _typed_apart),
    "clinic.most": (Stage.MOST, _typed_most),
}
