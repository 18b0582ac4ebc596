"""Settings, privacy, quiet and leaving in words."""

from collections.abc import Sequence
from datetime import datetime, time

from care.rounds import MOST_CHOICES
from content import dates, places
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Html, Row, Screen, joined
from content.wording.safety import HELP_ROW

CHECKIN_HOURS = (17, 18, 19, 20, 21, 22)
QUIET_HOURS = ((time(20), time(8)), (time(21), time(8)), (time(22), time(8)), (time(22), time(9)), (time(23), time(7)))
SUMMARY_HOURS = (8, 10, 12, 16, 18, 20)


def _wide(phrases: Phrases, key: str, to: Press) -> Row:
    return (Button(label=phrases.label(f"personal.{key}"), press=to),)


def _back(phrases: Phrases) -> Row:
    return (Button(label=phrases.label("button.back"), press=press("set", "menu")),)


def settings(
    phrases: Phrases,
    *,
    local: datetime,
    zone: str,
    checkin: str | None,
    summary: str | None,
    reading: str | None,
    shares: bool,
    quiet: bool,
    hours: tuple[time, time] | None,
    most: int,
    aliases: Sequence[tuple[str, str]],
) -> Screen:
    """What is set, and a button for each thing; ``aliases`` are (plan, alias). A button names what it will set."""
    off = phrases.label("personal.off")
    yes, no = phrases.label("personal.yes"), phrases.label("personal.no")
    text = phrases(
        "personal.settings",
        zone=places.zone_name(zone),
        clock=dates.clock(local),
        checkin=checkin or off,
        summary=summary or off,
        reading=reading or off,
        shares=yes if shares else no,
        quiet=yes if quiet else no,
        hours=_span(hours) if hours else phrases.label("personal.hours_off"),
        most=most,
    )
    rows = (
        _wide(phrases, "set_checkin_time", press("set", "checkin")),
        _wide(
            phrases,
            "set_checkin_off" if checkin else "set_checkin_on",
            press("set", "checkin", "off" if checkin else "plan"),
        ),
        _wide(phrases, "set_summary", press("set", "day")),
        _wide(phrases, "set_summary_hour", press("set", "hour")),
        _wide(phrases, "set_reading", press("learn", "mine")),
        _wide(
            phrases,
            "set_share_no" if shares else "set_share_yes",
            press("set", "share", "no" if shares else "yes"),
        ),
        _wide(
            phrases,
            "set_quiet_off" if quiet else "set_quiet_on",
            press("set", "quiet", "off" if quiet else "on"),
        ),
        _wide(phrases, "set_supplies", press("supplies")),
        _wide(phrases, "set_hours", press("set", "hours")),
        _wide(phrases, "set_most", press("set", "most")),
        _wide(phrases, "set_hold", press("askhold")),
        _wide(phrases, "set_travel", press("trip", "where")),
        _wide(phrases, "set_zone", press("country", "again")),
    )
    renames = tuple(
        (Button(label=phrases.label("personal.rename", alias=alias), press=press("rename", plan)),)
        for plan, alias in aliases
    )
    return Screen(text=text, rows=(*rows, *renames, HELP_ROW(phrases)))


def choose_checkin(phrases: Phrases) -> Screen:
    """The time of the check-in: with the plan, or a full hour of the evening."""
    hours = [Button(label=f"{hour}:00", press=press("set", "checkin", hour)) for hour in CHECKIN_HOURS]
    rows = (
        _wide(phrases, "with_plan", press("set", "checkin", "plan")),
        *(tuple(hours[i : i + 3]) for i in range(0, len(hours), 3)),
        _back(phrases),
        HELP_ROW(phrases),
    )
    return Screen(text=phrases("personal.choose_checkin"), rows=rows)


def choose_hours(phrases: Phrases) -> Screen:
    """Hours in which no round is pushed; they govern no dose."""
    rows = [
        (Button(label=_span(hours), press=press("set", "hours", f"{hours[0]:%H%M}-{hours[1]:%H%M}")),)
        for hours in QUIET_HOURS
    ]
    off = (Button(label=phrases.label("personal.hours_off"), press=press("set", "hours", "off")),)
    return Screen(text=phrases("personal.choose_hours"), rows=(*rows, off, _back(phrases), HELP_ROW(phrases)))


def choose_most(phrases: Phrases) -> Screen:
    """How many rounds may come on one day; they never govern a dose or a safety text."""
    choices = tuple(Button(label=str(most), press=press("set", "most", most)) for most in MOST_CHOICES)
    return Screen(text=phrases("personal.choose_most"), rows=(choices, _back(phrases), HELP_ROW(phrases)))


def _span(hours: tuple[time, time]) -> str:
    return f"{dates.clock(hours[0])}–{dates.clock(hours[1])}"


def choose_day(phrases: Phrases) -> Screen:
    """The day of the weekly summary."""
    days = [Button(label=dates.weekday(n), press=press("set", "day", n)) for n in range(7)]
    rows = (*(tuple(days[i : i + 2]) for i in range(0, 7, 2)), _back(phrases), HELP_ROW(phrases))
    return Screen(text=phrases("personal.choose_day"), rows=rows)


def choose_hour(phrases: Phrases) -> Screen:
    """The hour of the weekly summary."""
    hours = [Button(label=f"{hour:02}:00", press=press("set", "hour", hour)) for hour in SUMMARY_HOURS]
    rows = (*(tuple(hours[i : i + 3]) for i in range(0, len(hours), 3)), _back(phrases), HELP_ROW(phrases))
    return Screen(text=phrases("personal.choose_hour"), rows=rows)


def privacy(phrases: Phrases, *, known: bool) -> Screen:
    """What is kept and who sees it, with the way to have it erased."""
    rows = (_wide(phrases, "privacy_delete", press("erase", "ask")),) if known else ()
    return Screen(text=phrases("personal.privacy"), rows=(*rows, HELP_ROW(phrases)))


def quiet(phrases: Phrases) -> Screen:
    """Quiet begins; it never changes the medicine."""
    rows = (_wide(phrases, "set_quiet_off", press("set", "quiet", "off")), HELP_ROW(phrases))
    return Screen(text=phrases("personal.quiet_on"), rows=rows)


def quiet_over(phrases: Phrases, *, coming: bool, held: Sequence[str]) -> Screen:
    """It is over. Whether a reminder comes, and what is on hold all the same."""
    lines = (phrases("reminder.today_held", alias=alias) for alias in held)
    text = joined((phrases("personal.quiet_off" if coming else "personal.quiet_off_none"), *lines))
    return Screen(text=text, rows=(HELP_ROW(phrases),))


def ask_hold(phrases: Phrases, plans: Sequence[tuple[str, str]]) -> Screen:
    """What asking for a hold does and does not do; ``plans`` are (plan, alias)."""
    if not plans:
        return Screen(text=phrases("personal.ask_hold_none"), rows=(HELP_ROW(phrases),))
    rows = tuple(
        (Button(label=phrases.label("personal.ask_hold_for", alias=alias), press=press("askhold", plan)),)
        for plan, alias in plans
    )
    return Screen(text=phrases("personal.ask_hold"), rows=(*rows, HELP_ROW(phrases)))


def hold_asked(phrases: Phrases, *, at: datetime, clinic: str, phone: str, somebody: bool) -> Screen:
    """The clinic was asked; the plan stands until it decides. ``somebody``: whether anybody there hears of it."""
    key = "personal.hold_asked" if somebody else "personal.hold_asked_nobody"
    text = phrases(key, at=dates.clock(at), clinic=clinic, phone=phone)
    return Screen(text=text, rows=(HELP_ROW(phrases),))


def held_already(phrases: Phrases) -> Screen:
    """It is on hold by now."""
    return Screen(text=phrases("personal.held_already"), rows=(HELP_ROW(phrases),))


def delete(phrases: Phrases) -> Screen:
    """The effect once more, the safe choice first: it can't be undone."""
    return _ask_delete(phrases, phrases("personal.delete_ask"))


def delete_clinician(phrases: Phrases, *, clinic: str, alone: bool, patient_too: bool) -> Screen:
    """The same for a member of a team: patients and plans stay, the place on the team goes."""
    parts = [phrases("personal.delete_clinician", clinic=clinic)]
    if alone:
        parts.append(phrases("personal.delete_alone", clinic=clinic))
    if patient_too:
        parts.append(phrases("personal.delete_ask"))
    return _ask_delete(phrases, joined(parts))


def _ask_delete(phrases: Phrases, text: Html) -> Screen:
    return Screen(
        text=text,
        rows=(
            _wide(phrases, "delete_no", press("erase", "no")),
            _wide(phrases, "delete_yes", press("erase", "yes")),
            HELP_ROW(phrases),
        ),
    )
