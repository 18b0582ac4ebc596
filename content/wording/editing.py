"""What a clinician sets with buttons beside times and amounts: days, start, last day, steps, as needed.

Presses: ``draft:<draft>:<what>:<value>``; each names what it sets.
"""

from collections.abc import Collection, Sequence
from datetime import date, time, timedelta

from care.plans import Plan, Step
from content import dates
from content.phrases import Phrases
from content.press import press
from content.screen import Button, Html, Row, Screen, joined
from content.wording.clinic import wide
from content.wording.plans import clock_times, length
from content.wording.safety import HELP_ROW

EVERY = (1, 2, 3, 7)
APART_HOURS = (4, 6, 8, 12, 24)
MOST = (1, 2, 3, 4, 6, 8)
STEP_DAYS = (3, 7, 14, 28)
END_WEEKS = (1, 2, 4, 12)


def _screen(phrases: Phrases, label: str, text: Html, rows: Sequence[Row], draft: str, *, back: bool = True) -> Screen:
    way_back = wide(phrases.label("button.back"), press("draft", draft, "close"))
    title = phrases("plan.title", label=label)
    return Screen(text=joined((title, text)), rows=(*rows, *([way_back] if back else ()), HELP_ROW(phrases)))


def _pairs(buttons: Sequence[Button], wide_by: int = 2) -> list[Row]:
    return [tuple(buttons[i : i + wide_by]) for i in range(0, len(buttons), wide_by)]


def days(phrases: Phrases, *, draft: str, label: str, chosen: Collection[int]) -> Screen:
    """On which days: every n-th, or weekdays, which can be several."""
    every = [
        Button(label=phrases.label(f"plan.button_every_{n}"), press=press("draft", draft, "every", n)) for n in EVERY
    ]
    week = [
        Button(
            label=phrases.label("plan.chosen", what=name) if n in chosen else name,
            press=press("draft", draft, "day", n, "off" if n in chosen else "on"),
        )
        for n, name in ((n, dates.weekday(n, short=True)) for n in range(7))
    ]
    rows = [*_pairs(every), *_pairs(week, 4)]
    if chosen:
        rows.append(wide(phrases.label("plan.button_done"), press("draft", draft, "dayed")))
    return _screen(phrases, label, phrases("plan.days_ask"), rows, draft)


def start(phrases: Phrases, *, draft: str, label: str, today: date, problem: Html) -> Screen:
    """The first day. ``problem``: why the one there is can't be."""
    monday = today + timedelta(days=7 - today.weekday())
    choices = dict.fromkeys((today, today + timedelta(days=1), monday))
    buttons = [
        Button(label=dates.day(day), press=press("draft", draft, "start", day.isoformat())) for day in sorted(choices)
    ]
    asked = joined((problem, phrases("plan.start_ask", example=(today + timedelta(days=14)).isoformat())))
    return _screen(phrases, label, asked, [(button,) for button in buttons], draft, back=not problem)


def end(phrases: Phrases, *, draft: str, label: str, plan: Plan) -> Screen:
    """The last day, or none."""
    rows = [wide(phrases.label("plan.button_no_end"), press("draft", draft, "end", "none"))]
    lasts = [(weeks, plan.start + timedelta(weeks=weeks, days=-1)) for weeks in END_WEEKS]
    rows += [
        wide(
            phrases.label("plan.button_end_week" if weeks == 1 else "plan.button_end", n=weeks, day=dates.day(day)),
            press("draft", draft, "end", day.isoformat()),
        )
        for weeks, day in lasts
    ]
    asked = phrases("plan.end_ask", start=dates.full_day(plan.start), example=lasts[-1][1].isoformat())
    return _screen(phrases, label, asked, rows, draft)


def step(phrases: Phrases, *, draft: str, label: str, last: Step) -> Screen:
    """For how long the last amount, before another one comes."""
    buttons = [
        Button(label=phrases.label("plan.span_days", n=n), press=press("draft", draft, "step", n)) for n in STEP_DAYS
    ]
    return _screen(phrases, label, phrases("plan.step_ask", amount=last.amount.text), _pairs(buttons), draft)


def another(phrases: Phrases, *, draft: str, label: str, last: Step, days: int, example: str) -> Screen:
    """The amount that comes then is typed."""
    asked = phrases("plan.another_ask", amount=last.amount.text, n=days, example=example)
    return _screen(phrases, label, asked, (), draft)


def apart(phrases: Phrases, *, draft: str, label: str, name: str) -> Screen:
    """At least how long between two uses."""
    buttons = [
        Button(label=length(phrases, timedelta(hours=n)), press=press("draft", draft, "apart", n * 60))
        for n in APART_HOURS
    ]
    return _screen(phrases, label, phrases("plan.apart_ask", medicine=name), _pairs(buttons, 3), draft)


def most(phrases: Phrases, *, draft: str, label: str, name: str, apart: timedelta) -> Screen:
    """At most how many in 24 h, or no such number."""
    buttons = [Button(label=str(n), press=press("draft", draft, "most", n)) for n in MOST]
    rows = [wide(phrases.label("plan.button_no_most"), press("draft", draft, "most", 0)), *_pairs(buttons, 3)]
    asked = phrases("plan.most_ask", medicine=name, apart=length(phrases, apart))
    return _screen(phrases, label, asked, rows, draft)


def needed_amount(phrases: Phrases, *, draft: str, label: str, name: str, example: str) -> Screen:
    """The one amount of an as-needed plan is typed."""
    asked = phrases("plan.needed_ask", medicine=name, example=example)
    return _screen(phrases, label, asked, (), draft, back=False)


def openers(phrases: Phrases, draft: str, plan: Plan) -> list[Row]:
    """What of a plan can be changed by itself, two in a row."""
    names = ["times", "days", "amounts", "step", "start", "end", "review"]
    if plan.as_needed is not None:
        names = ["apart", "most", "amounts", "start", "end", "review"]
    return _pairs(
        [Button(label=phrases.label(f"plan.open_{name}"), press=press("draft", draft, "open", name)) for name in names]
    )


def crowded(phrases: Phrases, crowds: Sequence[tuple[time, int, int]]) -> Html:
    """``412 people at 21:00: the last is reminded 14 s later``, a line for each (time, people, seconds)."""
    return joined(
        (phrases("plan.crowd", n=people, at=clock_times(phrases, [at]), seconds=late) for at, people, late in crowds),
        "\n",
    )
