"""Dates and times as people read them. English only so far; a language is one more table here."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def clock(moment: time | datetime) -> str:
    """``21:00``"""
    return f"{moment:%H:%M}"


def day(when: date) -> str:
    """``Tue 24 Nov``"""
    return f"{_DAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]}"


def full_day(when: date) -> str:
    """``Tue 24 Nov 2026``"""
    return f"{day(when)} {when.year}"


def weekday(number: int, *, short: bool = False) -> str:
    """``Monday`` (or ``Mon``) for 0."""
    return (_DAYS if short else _LONG_DAYS)[number]


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment on a wall clock in that zone."""
    return moment.astimezone(zone)
