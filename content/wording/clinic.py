"""The clinician's side in words: links for patients, the list of patients, a shared week.

Presses: ``pts:<page>`` and ``planpts:<page>`` (the list; the second leads to a plan), ``pt:<link>``,
``invite:<link>``, ``planfor:<link>``, ``unask``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from care.week import Week
from content import dates, qr
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Html, Row, Screen, joined
from content.wording import figures
from content.wording.safety import HELP_ROW

A_PAGE = 6

Status = Literal["held", "unreachable", "invited", "offered", "review", "supply", "quiet", "running", "over", "none"]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A patient in the list: the clinic's label and what matters first."""

    link: str
    label: str
    status: Status


def wide(label: str, to: Press) -> Row:
    """One button in a row of its own."""
    return (Button(label=label, press=to),)


def plain(phrases: Phrases, key: str, *rows: Row, **facts: object) -> Screen:
    """One phrase, some rows, and Help."""
    return Screen(text=phrases(key, **facts), rows=(*rows, HELP_ROW(phrases)))


def open_patient(phrases: Phrases, label: str, link: str) -> Row:
    """The way to a patient's page."""
    return wide(phrases.label("plan.button_open", label=label), press("pt", link))


def ask_label(phrases: Phrases, problem: str = "label_ask", **facts: object) -> Screen:
    """Ask for a label, saying what was wrong with the last one."""
    return plain(phrases, f"clinic.{problem}", wide(phrases.label("button.cancel"), press("unask")), **facts)


def invite(phrases: Phrases, *, label: str, link: str, address: str, until: datetime, replaces: bool) -> Screen:
    """A one-time link as QR picture and text. ``until`` is shown as it is: local to the clinic."""
    text = phrases("clinic.invite", label=label, link=address, until=f"{dates.day(until)}, {dates.clock(until)}")
    if replaces:
        text = joined((text, phrases("clinic.invite_older", label=label)))
    set_plan = wide(phrases.label("clinic.button_set_plan"), press("planfor", link))
    return Screen(text=text, rows=(set_plan, HELP_ROW(phrases)), picture=qr.picture(address))


def lost(phrases: Phrases, *, label: str, link: str) -> Screen:
    """A link was made and its message lost; its code can't be shown again, a new one can be made."""
    new_link = wide(phrases.label("clinic.button_new_link"), press("invite", link))
    return plain(phrases, "clinic.invite_lost", new_link, label=label)


def patients(phrases: Phrases, *, clinic: str, lines: Sequence[Line], count: int, page: int, choosing: bool) -> Screen:
    """One page (from 0) of the list: a wide button each. ``choosing``: it leads to a plan, not to a page."""
    if not count:
        return plain(phrases, "clinic.patients_none")
    of = -(-count // A_PAGE)
    verb, turn = ("planfor", "planpts") if choosing else ("pt", "pts")
    rows = [
        wide(
            phrases.label("clinic.row", label=line.label, status=phrases.label(f"clinic.status_{line.status}")),
            press(verb, line.link),
        )
        for line in lines
    ]
    rows.append(
        tuple(
            Button(label=phrases.label("clinic.page", n=other + 1), press=press(turn, other))
            for other in (page - 1, page + 1)
            if 0 <= other < of
        )
    )
    key = "clinic.choose" if choosing else "clinic.patients"
    return plain(phrases, key, *rows, clinic=clinic, n=count, page=page + 1, of=of)


def week_text(phrases: Phrases, *, label: str, link: str, week: Week) -> Screen:
    """A patient's shared week, day by day, for the team."""
    text = joined(
        (
            phrases("clinic.week_title", label=label, span=figures.span(week.start)),
            joined((_day(phrases, week, n) for n in range(len(week.days))), "\n"),
            phrases("clinic.week_days", n=week.answered_days),
            joined((figures.scale_lines(phrases, week), phrases("clinic.week_ends")), "\n"),
            joined((figures.dose_lines(phrases, week.doses), figures.use_line(phrases, week.uses)), "\n"),
            phrases("clinic.week_foot"),
        )
    )
    return Screen(text=text, rows=(open_patient(phrases, label, link), HELP_ROW(phrases)), protected=True)


def _day(phrases: Phrases, week: Week, n: int) -> Html:
    given = [(name, week.scales[scale].by_day[n]) for scale, name in figures.scale_names(phrases)]
    ratings = ", ".join(
        phrases.label("summary.day_rating", name=name.lower(), value=value)
        for name, value in given
        if value is not None
    )
    lines = [
        phrases(
            "summary.day",
            day=dates.day(week.days[n]),
            ratings=ratings or phrases.label("summary.day_nothing"),
        )
    ]
    if week.dose_days[n]:
        lines.append(phrases("summary.day_doses", parts=figures.day_doses(phrases, week.dose_days[n])))
    return joined(lines, " ")
