"""Supplies in words. For the patient by the alias; for the clinician by label and medicine.

Presses: ``supplies``, ``supply:<plan>:show|count|more|forget``, ``supply:<plan>:per:<units>:<per dose>``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from care.supply import Supply
from content import dates
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Html, Row, Screen, joined
from content.wording.safety import HELP_ROW

PER_DOSE = ("1", "2", "3", "0.5")


@dataclass(frozen=True, kw_only=True)
class SupplyShown:
    """A plan's supply as it stands today."""

    plan: str
    name: str
    """The alias, or label and medicine."""
    supply: Supply | None
    unit: str
    counted: date | None
    by_clinic: bool
    left: Decimal | None
    runs_out: date | None
    begun: bool
    """Whether the plan was accepted: before that, nothing counts down."""
    held: bool
    low: bool
    back: Press
    clinic: str | None
    """Name and phone, for the patient; None for the clinician."""


def number(value: Decimal) -> str:
    """``23``, ``1.5``; of a third, two decimals."""
    return f"{round(value, 2).normalize():f}"


def _row(phrases: Phrases, key: str, to: Press, **facts: object) -> Row:
    return (Button(label=phrases.label(key, **facts), press=to),)


def lines(phrases: Phrases, shown: SupplyShown) -> Html:
    """How far it goes, in one or two lines."""
    if shown.left is None:
        return phrases("supply.unknown")
    if not shown.begun:
        return phrases("supply.left_not_begun", left=number(shown.left))
    if shown.held:
        return phrases("supply.left_held", left=number(shown.left))
    if shown.runs_out is None:
        return phrases("supply.left_long", left=number(shown.left))
    return phrases("supply.left", left=number(shown.left), day=dates.day(shown.runs_out))


def page(phrases: Phrases, shown: SupplyShown) -> Screen:
    """What there is by the plan, how that is counted, and what can be set right."""
    parts = [phrases("supply.title", name=shown.name), lines(phrases, shown)]
    rows = [_row(phrases, "supply.button_count", press("supply", shown.plan, "count"))]
    if shown.supply is not None and shown.counted is not None:
        parts.append(joined((_basis(phrases, shown, shown.supply, shown.counted), phrases("supply.how")), "\n"))
        if shown.low and shown.clinic:
            parts.append(phrases("supply.low", clinic=shown.clinic))
        rows.append(_row(phrases, "supply.button_more", press("supply", shown.plan, "more")))
        rows.append(_row(phrases, "supply.button_forget", press("supply", shown.plan, "forget")))
    rows.append(_row(phrases, "button.back", shown.back))
    return Screen(text=joined(parts), rows=(*rows, HELP_ROW(phrases)))


def _basis(phrases: Phrases, shown: SupplyShown, supply: Supply, counted: date) -> Html:
    reader = "you" if shown.clinic else "patient"
    who = "supply.by_clinic" if shown.by_clinic else f"supply.by_{reader}"
    facts = {"units": number(supply.units), "day": dates.day(counted), "who": phrases.label(who)}
    if supply.per_dose is not None:
        return phrases("supply.basis", per=number(supply.per_dose), **facts)
    assert supply.strength is not None
    return phrases("supply.basis_strength", strength=number(supply.strength), unit=shown.unit, **facts)


def ask(phrases: Phrases, shown: SupplyShown, what: str, *, problem: bool = False) -> Screen:
    """``count``: how many there are; ``more``: how many came. Typed."""
    parts = [phrases("supply.not_a_number") if problem else Html(""), phrases(f"supply.ask_{what}", name=shown.name)]
    back = _row(phrases, "button.back", press("supply", shown.plan, "show"))
    return Screen(text=joined(parts), rows=(back, HELP_ROW(phrases)))


def ask_per(phrases: Phrases, shown: SupplyShown, units: Decimal, *, problem: bool = False) -> Screen:
    """How many for each dose; or, typed, how much is in one."""
    buttons = [
        Button(label=phrases.label("supply.per", n=per), press=press("supply", shown.plan, "per", number(units), per))
        for per in PER_DOSE
    ]
    problem_text = phrases("supply.not_a_strength", unit=shown.unit) if problem else Html("")
    asked = phrases("supply.ask_per", units=number(units), unit=shown.unit)
    back = _row(phrases, "button.back", press("supply", shown.plan, "show"))
    rows = (tuple(buttons[:2]), tuple(buttons[2:]), back, HELP_ROW(phrases))
    return Screen(text=joined((problem_text, asked)), rows=rows)


def overview(phrases: Phrases, all_shown: Sequence[SupplyShown]) -> Screen:
    """A patient's supplies, a line and a button each."""
    parts = [joined((phrases("supply.title", name=shown.name), lines(phrases, shown)), "\n") for shown in all_shown]
    rows = [
        _row(phrases, "supply.button_open", press("supply", shown.plan, "show"), name=shown.name[:30])
        for shown in all_shown
    ]
    back = _row(phrases, "button.back", press("set", "menu"))
    return Screen(text=joined(parts or [phrases("supply.none")]), rows=(*rows, back, HELP_ROW(phrases)))
