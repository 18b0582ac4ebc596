"""News that time brings besides reminders: to a patient about the plan, to a team about a patient. All discreet."""

from collections.abc import Sequence
from datetime import date, datetime

from content import dates
from content.phrases import Phrases
from content.press import press
from content.screen import Button, Row, Screen, joined
from content.wording.safety import HELP_ROW

_NAMED, _OPENED = 60, 8  # so many labels stand in a list, so many have a button: more would be no list to read


def to_patient(phrases: Phrases, key: str) -> Screen:
    """``offer``, ``held``, ``lifted`` or ``ended``: what it is about is behind the button."""
    see = Button(label=phrases.label("news.see"), press=press("setup"))
    return Screen(text=phrases(f"news.{key}"), rows=((see,), HELP_ROW(phrases)))


def held_for_gap(phrases: Phrases, *, days: str, phone: str) -> Screen:
    """A gap rule of the clinic's held the plan: why, and whom to ask. A safety text: it comes whatever the hour."""
    see = Button(label=phrases.label("news.see"), press=press("setup"))
    return Screen(text=phrases("news.held_gap", days=days, phone=phone), rows=((see,), HELP_ROW(phrases)))


def refill(phrases: Phrases, *, plan: str) -> Screen:
    """A supply runs out before long: nothing in the push says so."""
    see = Button(label=phrases.label("news.see"), press=press("supply", plan, "show"))
    return Screen(text=phrases("news.refill"), rows=((see,), HELP_ROW(phrases)), silent=True)


def needs_a_look(phrases: Phrases, *, label: str, link: str, to_hold: str | None = None) -> Screen:
    """To each of a team: a patient needs a look. What it is stands on the patient's page.

    ``to_hold``: the plan that the patient asks to be put on hold, one tap away.
    """
    rows: list[Row] = [(Button(label=phrases.label("news.open", label=label), press=press("pt", link)),)]
    if to_hold is not None:
        rows.append((Button(label=phrases.label("clinic.button_hold"), press=press("planact", to_hold, "hold")),))
    key = "news.asks_to_hold" if to_hold is not None else "news.needs_a_look"
    return Screen(text=phrases(key, label=label), rows=(*rows, HELP_ROW(phrases)))


def digest_ready(phrases: Phrases, start: date) -> Screen:
    """To each of a team: the clinic's week is there to be opened."""
    show = Button(label=phrases.label("news.digest_show"), press=press("digest", start.isoformat()))
    return Screen(text=phrases("news.digest_ready"), rows=((show,), HELP_ROW(phrases)), silent=True)


def left(phrases: Phrases, *, label: str) -> Screen:
    """To each of a team: a patient erased everything."""
    return Screen(text=phrases("news.left", label=label), rows=(HELP_ROW(phrases),))


def missed_ready(phrases: Phrases, *, count: int, since: datetime) -> Screen:
    """To each of a team, after an outage: how many patients were not reminded; who, behind the button."""
    show = Button(label=phrases.label("news.missed_show"), press=press("missed", int(since.timestamp())))
    key = "news.missed_ready_one" if count == 1 else "news.missed_ready"
    return Screen(text=phrases(key, count=count), rows=((show,), HELP_ROW(phrases)))


def missed(phrases: Phrases, *, day: date, patients: Sequence[tuple[str, str]]) -> Screen:
    """Who was not reminded, as (link, label). ``day``: from when on, on the clinic's calendar."""
    if not patients:
        return Screen(text=phrases("news.missed_none"), rows=(HELP_ROW(phrases),))
    labels = ", ".join(label for _, label in patients[:_NAMED])
    text = phrases("news.missed", day=dates.day(day), labels=labels)
    if len(patients) > _NAMED:
        text = joined((text, phrases("news.missed_more", count=len(patients) - _NAMED)), "\n")
    rows: list[Row] = [
        (Button(label=phrases.label("news.open", label=label), press=press("pt", link)),)
        for link, label in patients[:_OPENED]
    ]
    return Screen(text=text, rows=(*rows, HELP_ROW(phrases)))


def aged(phrases: Phrases, *, label: str, months: int) -> Screen:
    """To each of a team: nothing was heard of a patient for so long, and the data were erased as agreed."""
    return Screen(text=phrases("news.aged", label=label, n=months), rows=(HELP_ROW(phrases),))
