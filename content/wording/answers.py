"""What was said of a dose, asked about or put right: a second one, an earlier day, a change.

Presses: ``dose:<dose>:then|now``, ``meant:<dose>:<other>``, ``fix:<dose>:ask|taken|skipped``, ``day:<date>``.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from care.dose import Dose
from care.doses import DoseState
from care.second import NOW, THEN
from content import dates
from content.phrases import Phrases
from content.press import press
from content.screen import Button, Row, Screen, joined
from content.wording.reminders import facts_of, standing, state_of
from content.wording.safety import HELP_ROW


def second(phrases: Phrases, dose: Dose, other: Dose, now: datetime) -> Screen:
    """Taken is recorded, and asked about once: another dose is open, or was taken a short while ago."""
    facts = {"day": dates.day(dose.due), "at": dates.clock(dose.due)}
    facts |= {"other_day": dates.day(other.due), "other_at": dates.clock(other.due)}
    if other.answered is not None:
        facts["said"] = dates.clock(other.answered)
    key = "reminder.second_taken" if other.state is DoseState.TAKEN else "reminder.second_open"
    rows: list[Row] = [(Button(label=phrases.label("reminder.was_then"), press=press("dose", dose.id, THEN)),)]
    if other.open:
        meant = phrases.label("reminder.was_other", **facts)
        rows.append((Button(label=meant, press=press("meant", dose.id, other.id)),))
        rows.append((Button(label=phrases.label("reminder.was_now"), press=press("dose", dose.id, NOW)),))
    else:
        rows.append((Button(label=phrases.label("reminder.was_second"), press=press("dose", dose.id, NOW)),))
    base = standing(phrases, dose, now)
    return Screen(text=joined((base.text, phrases(key, **facts))), rows=(*rows, *base.rows))


def took_two(phrases: Phrases, dose: Dose, now: datetime, *, clinic: str, phone: str, emergency: str) -> Screen:
    """Two close together are recorded; the fixed text (T12f), and nothing that judges."""
    base = standing(phrases, dose, now)
    text = joined((base.text, phrases("reminder.took_two", clinic=clinic, phone=phone, emergency=emergency)))
    return Screen(text=text, rows=base.rows)


def fix(phrases: Phrases, dose: Dose) -> Screen:
    """An answer of longer ago put right."""
    rows = (
        (Button(label=phrases.label("reminder.fix_taken"), press=press("fix", dose.id, "taken")),),
        (Button(label=phrases.label("reminder.fix_skipped"), press=press("fix", dose.id, "skipped")),),
        (Button(label=phrases.label("button.back"), press=press("dose", dose.id, "show")),),
        HELP_ROW(phrases),
    )
    return Screen(text=phrases("reminder.fix_ask", day=dates.day(dose.due), **facts_of(dose)), rows=rows)


def earlier(phrases: Phrases, *, day: date, doses: Sequence[Dose], before: bool, after: bool) -> Screen:
    """One day of the past: each dose as it stands, to be opened and put right."""
    lines, rows = [], []
    for dose in doses:
        state = state_of(phrases, dose)
        key = "reminder.today_line_corrected" if dose.corrected else "reminder.today_line"
        lines.append(phrases(key, state=state, **facts_of(dose)))
        label = phrases.label("reminder.mark", at=dates.clock(dose.due), alias=dose.alias or "A")
        rows.append((Button(label=label[:40], press=press("dose", dose.id, "show")),))
    text = joined(
        (phrases("reminder.earlier", day=dates.day(day)), joined(lines, by="\n") or phrases("reminder.no_doses"))
    )
    ways = [day - timedelta(days=1)] * before + [day + timedelta(days=1)] * after
    turn = tuple(Button(label=dates.day(way), press=press("day", way.isoformat())) for way in ways)
    back = (Button(label=phrases.label("reminder.back_today"), press=press("today")),)
    return Screen(text=text, rows=(*rows, turn, back, HELP_ROW(phrases)))
