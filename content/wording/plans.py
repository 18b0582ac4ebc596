"""A plan in words: described step by step, its first two weeks by date, and what the safety rules say of it."""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from care.as_needed import AsNeeded
from care.clock import instant
from care.plans import Days, Plan, doses_between
from care.safety import Finding
from content import dates
from content.phrases import Phrases
from content.screen import Html, joined

_DAY = timedelta(days=1)
_TWO_WEEKS = timedelta(days=14)
_MOST_TIMES = 4  # in each line; more are listed once
_DATES = ("start", "review", "on")  # facts of findings that are dates


def describe(phrases: Phrases, plan: Plan, *, medicine: str = "") -> Html:
    """Each step on a line with its dates, then the days, the last day and the review date (R4).

    ``medicine`` is the name to head it with; a plan itself only knows an id. Times are the patient's own clock.
    """
    named = phrases("plan.name", name=medicine) if medicine else Html("")
    if plan.as_needed is not None:
        review = phrases("plan.review", day=_day(plan.review, plan))
        return joined((named, *_as_needed(phrases, plan, plan.as_needed), *_last(phrases, plan), review), "\n")
    each = phrases("plan.times_each", times=clock_times(phrases, plan.times))
    lines = [
        named,
        *_steps(phrases, plan),
        each if len(plan.times) > _MOST_TIMES else Html(""),
        _days(phrases, plan),
        *_last(phrases, plan),
        Html("") if plan.hold_after is None else phrases("plan.hold_after", n=plan.hold_after),
        phrases("plan.review", day=_day(plan.review, plan)),
    ]
    return joined(lines, "\n")


def first_two_weeks(phrases: Phrases, plan: Plan, zone: ZoneInfo) -> Html:
    """The doses of the first 14 days, a line a day, as the clock in ``zone`` will show them."""
    since = next(begins for n in range(3) if (begins := instant(plan.start + n * _DAY, time(), zone)) is not None)
    doses = [
        due
        for due in doses_between(plan, zone, since, since + _TWO_WEEKS + _DAY)
        if due.local_date < plan.start + _TWO_WEEKS
    ]
    if not doses:
        return phrases("plan.two_weeks_none")
    lines = []
    for day, those in groupby(doses, key=lambda due: due.local_date):
        dues = list(those)
        facts = {"day": _day(day, plan), "amount": dues[0].amount.text}
        if len(dues) > _MOST_TIMES:
            lines.append(phrases("plan.dose_day_many", n=len(dues), **facts))
            continue
        shown = clock_times(phrases, [due.at.astimezone(zone).time() for due in dues])
        lines.append(phrases("plan.dose_day", times=shown, **facts))
    return joined(lines, "\n")


def findings(phrases: Phrases, found: Sequence[Finding]) -> Html:
    """What the rules say (R1, R3, R4), what blocks first; empty if they say nothing."""
    blocking = [finding for finding in found if finding.blocks]
    others = [finding for finding in found if not finding.blocks]
    parts = []
    for key, those in (("must_change", blocking), ("please_look", others)):
        if those:
            texts = (phrases("plan.finding", text=finding(phrases, each)) for each in those)
            parts.append(joined((phrases(f"plan.{key}"), *texts), "\n"))
    return joined(parts)


def finding(phrases: Phrases, found: Finding) -> Html:
    """One finding's text of record."""
    facts = {
        name: dates.full_day(date.fromisoformat(value)) if name in _DATES else value
        for name, value in found.facts.items()
    }
    return phrases(f"finding.{found.key}", **facts)


def clock_times(phrases: Phrases, at: Iterable[time]) -> str:
    """``08:00 and 21:00``"""
    return _listed(phrases, [dates.clock(each) for each in at])


def _listed(phrases: Phrases, words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return phrases.label("plan.and", many=", ".join(words[:-1]), last=words[-1])


def _as_needed(phrases: Phrases, plan: Plan, rule: AsNeeded) -> Iterable[Html]:
    yield phrases("plan.needed", amount=plan.steps[0].amount.text, first=_day(plan.start, plan))
    yield phrases("plan.needed_apart", apart=length(phrases, rule.apart))
    if rule.most is not None:
        yield phrases("plan.needed_most", n=rule.most)


def length(phrases: Phrases, span: timedelta) -> str:
    """``6 h``, ``2 h 30 min``, ``2 days``: a length as it is read."""
    minutes = span // timedelta(minutes=1)
    days, rest = divmod(minutes, 24 * 60)
    if days and not rest:
        return phrases.label("plan.span_day" if days == 1 else "plan.span_days", n=days)
    hours, minutes = divmod(minutes, 60)
    parts = [phrases.label("plan.span_hours", n=hours)] if hours else []
    if minutes or not hours:
        parts.append(phrases.label("plan.span_minutes", n=minutes))
    return " ".join(parts)


def _steps(phrases: Phrases, plan: Plan) -> Iterable[Html]:
    begins = plan.start
    for step in plan.steps:
        if len(plan.times) > _MOST_TIMES:
            what = phrases("plan.amount", amount=step.amount.text)
        else:
            what = phrases("plan.amount_at", amount=step.amount.text, times=clock_times(phrases, plan.times))
        last = None if step.days is None else begins + timedelta(days=step.days) - _DAY
        yield _step(phrases, plan, what, begins, last)
        begins = begins if last is None else last + _DAY


def _step(phrases: Phrases, plan: Plan, what: Html, first: date, last: date | None) -> Html:
    facts = {"what": what, "first": _day(first, plan)}
    if plan.end is not None:
        if first > plan.end:
            return phrases("plan.step_never", what=what)
        last = plan.end if last is None else min(last, plan.end)
    if last is None:
        return phrases("plan.step_open", **facts)
    if last == first:
        return phrases("plan.step_one_day", **facts)
    return phrases("plan.step_between", last=_day(last, plan), **facts)


def days_in_words(phrases: Phrases, days: Days) -> str:
    """``every day``, ``on Mon and Wed``: days by themselves, for a button and within a sentence."""
    if days.weekdays:
        names = [dates.weekday(number, short=True) for number in sorted(days.weekdays)]
        return phrases.label("plan.on_weekdays", days=_listed(phrases, names))
    if days.every in (1, 2):
        return phrases.label("plan.each_day" if days.every == 1 else "plan.each_other_day")
    return phrases.label("plan.each_n_days", n=days.every)


def _days(phrases: Phrases, plan: Plan) -> Html:
    if plan.days.weekdays:
        names = [dates.weekday(number, short=True) for number in sorted(plan.days.weekdays)]
        return phrases("plan.weekdays", days=_listed(phrases, names))
    if plan.days.every == 1:
        return phrases("plan.every_day")
    first = _day(plan.start, plan)
    if plan.days.every == 2:
        return phrases("plan.every_other", first=first)
    return phrases("plan.every_n", n=plan.days.every, first=first)


def _last(phrases: Phrases, plan: Plan) -> Iterable[Html]:
    """The plan's last day, if it has one: it was given, or the last step is closed."""
    days = [step.days for step in plan.steps]
    ends = [] if plan.end is None else [plan.end]
    if all(count is not None for count in days):
        ends.append(plan.start + timedelta(days=sum(count or 0 for count in days)) - _DAY)
    if ends:
        yield phrases("plan.last_day", last=_day(min(ends), plan))


def _day(when: date, plan: Plan) -> str:
    """With the year where it isn't the year of the plan's start."""
    return dates.day(when) if when.year == plan.start.year else dates.full_day(when)
