"""The weekly reading in words. What is pushed says nothing of what it holds (design 5)."""

from collections.abc import Sequence
from datetime import date, time

from content import dates
from content.library.serving import Place
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Row, Screen, joined
from content.wording.topics import MENU

HOURS = (8, 10, 12, 14, 16, 18, 20)


def choose_day(phrases: Phrases, *, left: int) -> Screen:
    """What it is, how many sections are ``left`` to read, and the day; nothing is set by looking."""
    days = [Button(label=dates.weekday(day), press=press("course", "day", day)) for day in range(7)]
    key = ("course.left_none", "course.left_one", "course.left_some")[min(left, 2)]
    text = phrases("course.choose_day", left=phrases(key, count=left))
    return Screen(text=text, rows=(*_rows(days, 2), _leave(phrases)))


def choose_hour(phrases: Phrases, day: int) -> Screen:
    """The hour of that day (Monday 0); the press carries both, so nothing is set before it."""
    hours = [Button(label=f"{hour:02}:00", press=press("course", "at", day, hour)) for hour in HOURS]
    back = _row(phrases, "button.back", press("course", "again"))
    text = phrases("course.choose_hour", day=dates.weekday(day))
    return Screen(text=text, rows=(*_rows(hours, 3), back, _leave(phrases)))


def on(phrases: Phrases, *, day: int, at: time, first: date, quiet: bool) -> Screen:
    """When it comes, and how it ends; ``quiet``: nothing comes before the reader ends the quiet."""
    comes = phrases("course.on", day=dates.weekday(day), at=dates.clock(at))
    following = phrases("course.quiet") if quiet else phrases("course.first", first=dates.day(first))
    text = joined([comes, following])
    change = _row(phrases, "course.change", press("course", "again"))
    return Screen(text=text, rows=(change, _stop(phrases), _leave(phrases)))


def knock(phrases: Phrases, place: Place) -> Screen:
    """One is there."""
    read = _row(phrases, "course.read", press("course", "open", *place))
    return Screen(text=phrases("course.knock"), rows=(read, _stop(phrases), _help(phrases)), silent=True)


def stopped(phrases: Phrases, *, day: int | None, at: time | None) -> Screen:
    """It has ended by the reader's own wish; one tap has it back as it was."""
    again = press("course", "at", day, at.hour) if day is not None and at is not None else press("course")
    return Screen(text=phrases("course.stopped"), rows=(_row(phrases, "course.start_again", again), _leave(phrases)))


def over(phrases: Phrases, *, read: bool) -> Screen:
    """It has ended by itself: all is ``read``, or the last ones were not opened."""
    again = () if read else (_row(phrases, "course.start_again", press("course")),)
    text = phrases("course.over_read" if read else "course.over_unopened")
    return Screen(text=text, rows=(*again, _leave(phrases)), silent=True)


def no_clock(phrases: Phrases) -> Screen:
    """To somebody without a clock here: why not, and what there is instead."""
    return Screen(text=phrases("course.no_clock"), rows=(_leave(phrases),))


def weekly(phrases: Phrases, day: int, at: time) -> str:
    """``Tuesday at 10:00``"""
    return phrases.label("personal.weekly", day=dates.weekday(day), at=dates.clock(at))


def _rows(buttons: Sequence[Button], wide: int) -> list[Row]:
    return [tuple(buttons[i : i + wide]) for i in range(0, len(buttons), wide)]


def _stop(phrases: Phrases) -> Row:
    return _row(phrases, "course.stop", press("course", "stop"))


def _leave(phrases: Phrases) -> Row:
    return (*_row(phrases, "learn.topics", MENU), *_help(phrases))


def _help(phrases: Phrases) -> Row:
    return _row(phrases, "button.help", press("help"))


def _row(phrases: Phrases, key: str, to: Press) -> Row:
    return (Button(label=phrases.label(key), press=to),)
