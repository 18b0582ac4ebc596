"""A clinician puts a plan together, in words: one question a screen, then all of it read back.

Presses: ``draft:<draft>:<what>`` with, for some, a value. A button names what it sets, never "next".
"""

from collections.abc import Collection, Sequence
from datetime import date, time
from zoneinfo import ZoneInfo

from care.gaps import IN_A_ROW
from care.medicines import Medicine
from care.plans import Days, Plan
from care.safety import OPIOID_FREE_DAYS, Finding, OpioidCheck, default_review
from content import dates
from content.phrases import Phrases
from content.press import press
from content.screen import Button, Html, Row, Screen, joined
from content.wording.acting import opioid_list
from content.wording.clinic import open_patient, plain, wide
from content.wording.editing import openers
from content.wording.mending import discard, example
from content.wording.plans import clock_times, days_in_words, describe, findings, first_two_weeks
from content.wording.safety import HELP_ROW

TIMES = (time(8), time(20), time(21), time(22))
_BUTTONS = 40  # medicines on one screen; those further down the list are typed


def _text(phrases: Phrases, label: str, *parts: Html) -> Html:
    return joined((phrases("plan.title", label=label), *parts))


def _start_again(phrases: Phrases, link: str) -> Row:
    return wide(phrases.label("plan.button_start_again"), press("planfor", link))


def _change(phrases: Phrases, draft: str) -> Row:
    return wide(phrases.label("plan.button_change"), press("draft", draft, "change"))


def medicine(phrases: Phrases, *, draft: str, label: str, medicines: Sequence[Medicine], now: Sequence[Html]) -> Screen:
    """Which medicine; ``now``: the plans that the patient has."""
    parts = [joined((phrases("plan.now", label=label), *now), "\n")] if now else []
    if medicines:
        parts.append(phrases("plan.medicine", example=phrases.label("plan.example_line")))
    else:
        parts.append(phrases("plan.no_medicines"))
    rows = [wide(each.name[:30], press("draft", draft, "med", each.id)) for each in medicines[:_BUTTONS]]
    return Screen(text=_text(phrases, label, *parts), rows=(*rows, discard(phrases, draft), HELP_ROW(phrases)))


def times(
    phrases: Phrases,
    *,
    draft: str,
    label: str,
    name: str,
    chosen: Collection[time],
    days: Days,
    plan: Plan | None,
) -> Screen:
    """At which times: several may be chosen; a tap on a chosen one takes it off. ``plan``: the one that it changes."""
    parts = [phrases("plan.times", medicine=name)]
    if chosen:
        parts.append(phrases("plan.times_chosen", times=clock_times(phrases, sorted(chosen))))
    buttons = []
    for at in sorted({*TIMES, *chosen}):
        shown, on = dates.clock(at), at in chosen
        label_ = phrases.label("plan.chosen", what=shown) if on else shown
        to = press("draft", draft, "time", f"{at:%H%M}", "off" if on else "on")
        buttons.append(Button(label=label_, press=to))
    rows: list[Row] = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    if chosen:
        rows.append(wide(phrases.label("plan.button_done"), press("draft", draft, "timed")))
    if plan is not None:
        rows.append(wide(phrases.label("button.back"), press("draft", draft, "close")))
    else:
        which = phrases.label("plan.button_days", days=days_in_words(phrases, days))
        rows.append(wide(which, press("draft", draft, "open", "days")))
        rows.append(wide(phrases.label("plan.button_needed"), press("draft", draft, "needed")))
    return Screen(text=_text(phrases, label, *parts), rows=(*rows, discard(phrases, draft), HELP_ROW(phrases)))


def amounts(
    phrases: Phrases,
    *,
    draft: str,
    label: str,
    link: str,
    name: str,
    unit: str,
    chosen: Sequence[time],
    days: Days,
) -> Screen:
    """The amounts are typed."""
    asked = phrases(
        "plan.amounts",
        medicine=name,
        days=days_in_words(phrases, days),
        times=clock_times(phrases, chosen),
        example=example(phrases, "amounts", unit),
    )
    rows = (_start_again(phrases, link), discard(phrases, draft), HELP_ROW(phrases))
    return Screen(text=_text(phrases, label, asked), rows=rows)


def highest(phrases: Phrases, *, draft: str, label: str, name: str, plan: Plan) -> Screen:
    """The highest amount once more (R3). It isn't shown: it is to be typed, not copied."""
    asked = phrases("plan.highest", medicine=name, n=len(plan.steps))
    step = wide(phrases.label("plan.button_step"), press("draft", draft, "open", "step"))
    rows = (
        *([step] if plan.as_needed is None else ()),
        _change(phrases, draft),
        discard(phrases, draft),
        HELP_ROW(phrases),
    )
    return Screen(text=_text(phrases, label, asked), rows=rows)


def opioid(phrases: Phrases, *, draft: str, label: str, day: date, initials: str) -> Screen:
    """The opioid check with its named list (R1)."""
    asked = phrases(
        "plan.opioid",
        label=label,
        list=opioid_list(phrases),
        days=OPIOID_FREE_DAYS,
        day=dates.full_day(day),
        initials=initials,
    )
    rows = (
        wide(phrases.label("plan.button_none", days=OPIOID_FREE_DAYS), press("draft", draft, "opioid", "none")),
        wide(phrases.label("plan.button_unsure"), press("draft", draft, "opioid", "unsure")),
        discard(phrases, draft),
        HELP_ROW(phrases),
    )
    return Screen(text=_text(phrases, label, asked), rows=rows)


def unsure(phrases: Phrases, *, draft: str, label: str, link: str, name: str) -> Screen:
    """Not sure, or an opioid: nothing is set (R1)."""
    back = wide(phrases.label("button.back"), press("draft", draft, "show"))
    to_page = open_patient(phrases, label, link)
    return plain(phrases, "plan.unsure", to_page, back, medicine=name, days=OPIOID_FREE_DAYS)


def review(phrases: Phrases, *, draft: str, label: str, plan: Plan, problem: Html) -> Screen:
    """The review date (R4): kept, or another one typed. ``problem``: why this one can't be kept."""
    if problem:
        asked = phrases("plan.review_other", example=default_review(plan.start).isoformat())
        rows: tuple[Row, ...] = (discard(phrases, draft), HELP_ROW(phrases))
        return Screen(text=_text(phrases, label, problem, asked), rows=rows)
    usual = plan.review == default_review(plan.start)
    asked = phrases(
        "plan.review_default" if usual else "plan.review_given",
        day=dates.full_day(plan.review),
        example=plan.review.isoformat(),
    )
    keep = wide(
        phrases.label("plan.button_keep", day=dates.full_day(plan.review)),
        press("draft", draft, "review", plan.review.isoformat()),
    )
    rows = (keep, discard(phrases, draft), HELP_ROW(phrases))
    return Screen(text=_text(phrases, label, asked), rows=rows)


def read_back(
    phrases: Phrases,
    *,
    draft: str,
    label: str,
    name: str,
    plan: Plan,
    zone: ZoneInfo,
    found: Sequence[Finding],
    check: OpioidCheck | None,
    held: bool,
    meanwhile: bool,
    crowded: Html,
) -> Screen:
    """All of it once more; Confirm only where nothing blocks (R1, R3, R4)."""
    checked = Html("")
    if check is not None:
        day = dates.full_day(check.on)
        checked = phrases("plan.checked", days=OPIOID_FREE_DAYS, day=day, initials=check.initials)
    weeks = Html("")
    if plan.as_needed is None:
        weeks = joined((phrases("plan.first_two_weeks"), first_two_weeks(phrases, plan, zone)), "\n")
    text = joined(
        (
            phrases("plan.meanwhile") if meanwhile else Html(""),
            phrases("plan.read_back", label=label),
            describe(phrases, plan, medicine=name),
            weeks,
            findings(phrases, found),
            checked,
            crowded,
            phrases("plan.stays_held") if held else Html(""),
            phrases("plan.not_yet"),
        )
    )
    confirm = wide(phrases.label("plan.button_confirm"), press("draft", draft, "confirm"))
    rows = () if any(finding.blocks for finding in found) else (confirm, *_gap_rule(phrases, draft, plan))
    return Screen(text=text, rows=(*rows, _change(phrases, draft), discard(phrases, draft), HELP_ROW(phrases)))


def _gap_rule(phrases: Phrases, draft: str, plan: Plan) -> tuple[Row, ...]:
    """The rule as it will be: off unless a clinician sets it. Other numbers of days are typed in the line.

    An as-needed plan has no doses that such a rule could count.
    """
    if plan.as_needed is not None:
        return ()
    if plan.hold_after is None:
        return (wide(phrases.label("plan.button_gap", n=IN_A_ROW), press("draft", draft, "gap", IN_A_ROW)),)
    return (wide(phrases.label("plan.button_no_gap"), press("draft", draft, "gap", 0)),)


def blocked(
    phrases: Phrases, *, draft: str, label: str, link: str, name: str, plan: Plan, found: Sequence[Finding]
) -> Screen:
    """What no answer can put right: the plan has to change first."""
    text = joined(
        (
            phrases("plan.blocked", label=label),
            describe(phrases, plan, medicine=name),
            findings(phrases, found),
            phrases("plan.blocked_next"),
        )
    )
    rows = (_start_again(phrases, link), discard(phrases, draft), HELP_ROW(phrases))
    return Screen(text=text, rows=rows)


def confirmed(phrases: Phrases, *, label: str, link: str, joined_already: bool, change: bool) -> Screen:
    """Set; it waits for the patient. Silence is never a yes."""
    key = "confirmed_change" if change else "confirmed"
    key = key if joined_already else "confirmed_not_joined"
    return plain(phrases, f"plan.{key}", open_patient(phrases, label, link), label=label)


def discarded(phrases: Phrases, *, label: str, link: str) -> Screen:
    """Thrown away."""
    return plain(phrases, "plan.discarded", open_patient(phrases, label, link))


def closed(phrases: Phrases) -> Screen:
    """The draft is gone: discarded, or another was begun."""
    return plain(phrases, "plan.closed")


def change(phrases: Phrases, *, draft: str, label: str, link: str, line: str, plan: Plan | None) -> Screen:
    """One part of the plan by its button, or all of it typed again; ``line`` is what was typed before, if anything."""
    parts = [phrases("plan.change")]
    parts_of = [] if plan is None else openers(phrases, draft, plan)
    if line:
        parts.append(phrases("plan.change_was", line=line))
    back = wide(phrases.label("button.back"), press("draft", draft, "show"))
    rows = (*parts_of, _start_again(phrases, link), back, discard(phrases, draft), HELP_ROW(phrases))
    return Screen(text=_text(phrases, label, *parts), rows=rows)
