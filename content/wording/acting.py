"""Hold, lift and end in words, for the clinician who does it. Presses: ``planact:<plan>:<what>``."""

from collections.abc import Sequence
from datetime import date, datetime

from care.safety import OPIOID_FREE_DAYS, OPIOIDS
from content import dates
from content.phrases import Phrases
from content.press import press
from content.screen import Html, Screen, joined
from content.wording.clinic import open_patient, plain, wide
from content.wording.safety import HELP_ROW


def opioid_list(phrases: Phrases) -> Html:
    """The names that an opioid check shows (R1, T14c), a line each."""
    return joined(
        (phrases("plan.opioid_item", name=phrases.label(f"finding.opioid_{opioid}")) for opioid in OPIOIDS),
        "\n",
    )


def held(phrases: Phrases, *, label: str, link: str, name: str, plan: str, told: bool, undo: bool) -> Screen:
    """On hold (a clinician's). ``told``: the patient gets a message; ``undo``: no check is needed to lift it."""
    text = joined(
        (
            phrases("clinic.hold_done", label=label, name=name),
            phrases("clinic.hold_told", label=label) if told else Html(""),
            phrases("clinic.hold_lasts"),
        )
    )
    back = wide(phrases.label("button.undo"), press("planact", plan, "lift"))
    rows = ((back,) if undo else ()) + (open_patient(phrases, label, link), HELP_ROW(phrases))
    return Screen(text=text, rows=rows)


def hold_name(since: datetime | None) -> str:
    """A hold as a press names it, so that a check of an earlier one can't lift a later one."""
    return "" if since is None else str(int(since.timestamp()))


def ask_lift(
    phrases: Phrases, *, label: str, link: str, plan: str, since: datetime, goes_on: Html, check: bool
) -> Screen:
    """Before a hold is lifted: with what it goes on, and the opioid check again where one is due (R1, R5).

    A restart at another amount is a new version; nothing but the clinician's word starts one.
    """
    none = press("planact", plan, "clear", hold_name(since))
    anew = wide(phrases.label("clinic.button_set_plan"), press("planfor", link))
    if not check:
        text = joined((phrases("clinic.lift_how", label=label), goes_on))
        lift = wide(phrases.label("clinic.button_lift"), none)
        return Screen(text=text, rows=(lift, anew, open_patient(phrases, label, link), HELP_ROW(phrases)))
    facts = {"label": label, "list": opioid_list(phrases), "days": OPIOID_FREE_DAYS}
    rows = (
        wide(phrases.label("plan.button_none", days=OPIOID_FREE_DAYS), none),
        wide(phrases.label("plan.button_unsure"), press("planact", plan, "unsure")),
        anew,
        open_patient(phrases, label, link),
        HELP_ROW(phrases),
    )
    return Screen(text=joined((phrases("clinic.lift_ask", **facts), goes_on)), rows=rows)


def goes_on(
    phrases: Phrases, first: datetime | None, amount: str, as_needed: Sequence[tuple[date | None, str]] = ()
) -> Html:
    """The dose that a lifted plan goes on with; ``first`` is on the patient's clock, None if there is none left.

    ``as_needed``: what has no times, each with its amount and the day from which it stands (None: now).
    """
    lines = []
    if first is not None:
        lines.append(phrases("clinic.goes_on", day=dates.day(first), at=dates.clock(first), amount=amount))
    for day, each in as_needed:
        if day is None:
            lines.insert(0, phrases("clinic.goes_on_needed", amount=each))
        else:
            lines.append(phrases("clinic.goes_on_needed_from", day=dates.day(day), amount=each))
    return joined(lines, "\n") or phrases("clinic.goes_on_not")


def still_held(phrases: Phrases, *, label: str, link: str, name: str) -> Screen:
    """Not sure, or an opioid: the hold stays."""
    to_page = open_patient(phrases, label, link)
    return plain(phrases, "clinic.lift_unsure", to_page, name=name, days=OPIOID_FREE_DAYS)


def lifted(phrases: Phrases, *, label: str, link: str, told: bool, goes_on: Html) -> Screen:
    """No hold now."""
    parts = [phrases("clinic.lift_done", label=label), goes_on]
    if told:
        parts.append(phrases("clinic.lift_told", label=label))
    return Screen(text=joined(parts), rows=(open_patient(phrases, label, link), HELP_ROW(phrases)))


def ask_end(phrases: Phrases, *, label: str, link: str, name: str, plan: str) -> Screen:
    """The effect once, the safe choice first: an end can't be undone."""
    return plain(
        phrases,
        "clinic.end_ask",
        wide(phrases.label("clinic.button_end_no"), press("pt", link)),
        wide(phrases.label("clinic.button_end_yes"), press("planact", plan, "end-yes")),
        label=label,
        name=name,
    )


def ended(phrases: Phrases, *, label: str, link: str, name: str, told: bool) -> Screen:
    """It has ended, now or before."""
    parts = [phrases("clinic.end_done", label=label, name=name)]
    if told:
        parts.append(phrases("clinic.end_told", label=label))
    return Screen(text=joined(parts), rows=(open_patient(phrases, label, link), HELP_ROW(phrases)))
