"""A patient's page for the clinic: how things stand, the plans, the last 7 days in counts, notes.

Presses: ``planfor:<link>``, ``planact:<plan>:<what>``, ``invite:<link>``, ``ptweek:<link>``, ``pts:0``, and those of
supplies and trips.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from care.plans import Plan
from care.week import Week
from content import dates
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Html, Row, Screen, joined
from content.wording import figures
from content.wording import supply as supplies
from content.wording.clinic import wide
from content.wording.plans import describe
from content.wording.safety import HELP_ROW
from content.wording.supply import SupplyShown

_NOTES = 10
_NAME = 12  # signs of a medicine's name on a button


@dataclass(frozen=True, kw_only=True)
class UsesShown:
    """The uses of an as-needed plan in the last 7 days. Moments in the patient's zone."""

    count: int
    last: datetime | None
    too_close: int
    """How often two were closer than the clinic set."""


@dataclass(frozen=True, kw_only=True)
class PlanShown:
    """A plan on a patient's page."""

    id: str
    name: str
    accepted: Plan | None
    """What stands today of what was accepted."""
    later: Sequence[Plan]
    """What was accepted to follow it."""
    over: bool
    """Whether the last day of all that was accepted has passed."""
    offered: Plan | None
    held_since: date | None
    hold_cause: str | None
    review_overdue: date | None
    """The review date that has passed."""
    uses: UsesShown | None = None
    """What was logged of an as-needed plan."""
    supply: SupplyShown | None = None
    """How far the supply goes, of a plan with times."""


@dataclass(frozen=True, kw_only=True)
class PatientShown:
    """A patient's page. Nothing in it says who it is."""

    link: str
    label: str
    joined: date | None
    unreachable: bool
    quiet_since: date | None
    plans: Sequence[PlanShown]
    week: Week | None
    """None before the patient joined."""
    shares: bool
    """Whether the check-ins may be seen; the doses always are (consent)."""
    notes: Sequence[tuple[date, str, str]]
    """When, kind, item; newest first."""
    trip: str | None = None
    """A trip that the clinic is asked about."""


def page(phrases: Phrases, shown: PatientShown) -> Screen:
    """One patient's page: how things stand, the plan, the last 7 days in counts, notes."""
    text = joined(
        (
            joined(_standing(phrases, shown), "\n"),
            *(_plan(phrases, plan) for plan in shown.plans),
            Html("") if shown.plans else phrases("clinic.no_plan"),
            _week(phrases, shown),
            _notes(phrases, shown.notes),
        )
    )
    return Screen(text=text, rows=(*_rows(phrases, shown), HELP_ROW(phrases)), protected=True)


def _standing(phrases: Phrases, shown: PatientShown) -> Sequence[Html]:
    lines = [phrases("clinic.patient", label=shown.label)]
    if shown.joined is None:
        return [*lines, phrases("clinic.not_joined")]
    lines.append(phrases("clinic.joined", day=dates.full_day(shown.joined)))
    if shown.unreachable:
        lines.append(phrases("clinic.unreachable"))
    if shown.quiet_since is not None:
        lines.append(phrases("clinic.quiet", day=dates.day(shown.quiet_since)))
    return lines


def _plan(phrases: Phrases, plan: PlanShown) -> Html:
    parts = []
    if plan.held_since is not None:
        cause = plan.hold_cause if plan.hold_cause in ("opioid", "clinician", "gap") else "other"
        day = dates.day(plan.held_since)
        parts.append(phrases("clinic.held", day=day, cause=phrases(f"clinic.cause_{cause}")))
    if plan.accepted is not None:
        if plan.review_overdue is not None:
            parts.append(phrases("clinic.review_overdue", day=dates.full_day(plan.review_overdue)))
        described = describe(phrases, plan.accepted, medicine=plan.name)
        more = (_uses(phrases, plan.uses), _supply(phrases, plan.supply))
        head = phrases("clinic.plan_over" if plan.over else "clinic.plan_accepted")
        parts.append(joined((head, described, *more), "\n"))
    for later in plan.later:
        parts.append(joined((phrases("clinic.plan_later"), describe(phrases, later, medicine=plan.name)), "\n"))
    if plan.offered is not None:
        key = "clinic.plan_offered" if plan.accepted is None else "clinic.plan_change_offered"
        parts.append(joined((phrases(key), describe(phrases, plan.offered, medicine=plan.name)), "\n"))
    return joined(parts)


def _uses(phrases: Phrases, uses: UsesShown | None) -> Html:
    """What was logged: counts and the last one; that two were too close is said, not judged."""
    if uses is None:
        return Html("")
    if uses.last is None:
        return phrases("clinic.uses_none")
    last = f"{dates.day(uses.last)}, {dates.clock(uses.last)}"
    lines = [phrases("clinic.uses", n=uses.count, last=last)]
    if uses.too_close:
        lines.append(phrases("clinic.uses_close", n=uses.too_close))
    return joined(lines, "\n")


def _supply(phrases: Phrases, shown: SupplyShown | None) -> Html:
    if shown is None or shown.supply is None:
        return Html("")
    return phrases("clinic.supply", lines=supplies.lines(phrases, shown))


def _week(phrases: Phrases, shown: PatientShown) -> Html:
    if shown.week is None:
        return Html("")
    week = shown.week
    lines = [phrases("clinic.week"), figures.dose_lines(phrases, week.doses), figures.use_line(phrases, week.uses)]
    if shown.shares and not shown.week.answered_days:
        lines.append(phrases("clinic.no_checkins"))
    elif shown.shares:
        lines += [figures.scale_lines(phrases, shown.week), phrases("clinic.week_ends")]
    else:
        lines.append(phrases("clinic.not_shared"))
    return joined(lines, "\n")


def _notes(phrases: Phrases, notes: Sequence[tuple[date, str, str]]) -> Html:
    if not notes:
        return Html("")
    lines = [phrases("clinic.notes")]
    lines += [
        phrases("clinic.note_line", day=dates.day(day), note=note(phrases, kind, item))
        for day, kind, item in notes[:_NOTES]
    ]
    if len(notes) > _NOTES:
        lines.append(phrases("clinic.notes_more", n=len(notes) - _NOTES))
    return joined(lines, "\n")


def note(phrases: Phrases, kind: str, item: str) -> str:
    """A note in words: ("report", "opioid") is "told us of an opioid"."""
    if kind == "worry" and phrases.has(f"checkin.item_{item}"):
        return phrases.label("clinic.note_worry", item=phrases.label(f"checkin.item_{item}").lower())
    key = f"clinic.note_{kind}_{item}"
    for known in (key, f"clinic.note_{kind}"):
        if phrases.has(known):
            return phrases.label(known)
    return phrases.label("clinic.note_other")


def _rows(phrases: Phrases, shown: PatientShown) -> tuple[Row, ...]:
    rows = [wide(phrases.label("clinic.button_set_plan"), press("planfor", shown.link))]
    if shown.trip is not None:
        rows.insert(
            0, wide(phrases.label("travel.clinic_row", label=shown.label), press("tripfor", shown.trip, "show"))
        )
    for plan in shown.plans:
        named = plan.name if len(shown.plans) > 1 else ""
        if plan.held_since is not None:
            rows.append(_act(phrases, "lift", plan.id, named))
        elif plan.accepted is not None:
            rows.append(_act(phrases, "hold", plan.id, named))
        if plan.supply is not None:
            rows.append(_named(phrases, "supply", named, press("supply", plan.id, "show")))
        rows.append(_act(phrases, "end", plan.id, named))
    if shown.joined is None:
        rows.append(wide(phrases.label("clinic.button_new_link"), press("invite", shown.link)))
    elif shown.shares:
        rows.append(wide(phrases.label("clinic.button_week"), press("ptweek", shown.link)))
    rows.append(wide(phrases.label("clinic.button_patients"), press("pts", 0)))
    return tuple(rows)


def _act(phrases: Phrases, what: str, plan: str, named: str) -> Row:
    return _named(phrases, what, named, press("planact", plan, what))


def _named(phrases: Phrases, what: str, named: str, to: Press) -> Row:
    label = phrases.label(f"clinic.button_{what}")
    if named:
        label = phrases.label("clinic.button_named", what=label, name=named[:_NAME])
    return wide(label, to)
