"""What may stand in a plan's line: amounts, durations, times, days, dates; each read at a cursor.

Nothing here guesses: what could mean two things is a LineError that points at the word.
"""

import re
from datetime import date, time, timedelta
from decimal import Decimal

from care.amounts import AmountError, parse_number, unit_named
from care.plans import Days
from care.tokens import Cursor, Token

FAR = timedelta(days=5 * 366)
MOST_DAYS = 366
MOST_EVERY = 31

BEGINS_NUMBER = frozenset("0123456789.,-\u2212\u2013")  # a minus, a dash: refused by name
_ALSO = ("and", "&", "+")
KEYWORDS = frozenset(
    {"then", "for", "at", "on", "every", "daily", "from", "starting", "until", "till", "review", "hold", *_ALSO}
)

_GLUED = re.compile(r"(\d[\d.,:]*)([^\W\d_]\.?[^\W\d_]*)")  # "4.5mg", "14days", "9p.m"
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_FORMS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_LENGTHS = {"day": 1, "days": 1, "week": 7, "weeks": 7}


def number_and_unit(cursor: Cursor) -> tuple[Token, Token] | None:
    """A number and the word with it, if they come next: "1.5 mg", "1.5mg", "9 pm". Takes nothing."""
    token, following = cursor.peek(), cursor.peek(1)
    if token is None:
        return None
    if glued := _GLUED.fullmatch(token.text):
        return Token(text=glued[1], at=token.at), Token(text=glued[2], at=token.at + glued.start(2))
    if following is None or following.key in KEYWORDS or not following.key.isalpha():
        return None
    return (token, following) if token.text[0] in BEGINS_NUMBER else None


def amount(cursor: Cursor, unit: str) -> tuple[Token, Decimal]:
    """An amount in that unit: its words and its value.

    Raises LineError: no_unit, wrong_unit, and the reasons of ``amounts.parse_number``.
    """
    pair = number_and_unit(cursor)
    number = pair[0] if pair else cursor.take("no_amount")
    try:
        value = parse_number(number.text)
    except AmountError as error:
        raise number.error(error.reason) from None
    if pair is None:
        raise number.error("no_unit")
    if unit_named(pair[1].text) != unit_named(unit):
        raise pair[1].error("wrong_unit")
    cursor.next += 1 if pair[1].at == number.end else 2
    return cursor.written(*pair), value


def duration(cursor: Cursor) -> int:
    """ "14 days", "2 weeks": days, at most 366. Raises LineError: bad_duration."""
    return _count(cursor, "bad_duration", _LENGTHS, MOST_DAYS)


def _count(cursor: Cursor, reason: str, lengths: dict[str, int], most: int) -> int:
    pair = number_and_unit(cursor)
    if pair is None:
        raise cursor.take(reason).error(reason)
    number, unit = pair
    if not re.fullmatch(r"\d{1,3}", number.text, re.ASCII):
        raise number.error(reason)
    if unit.key not in lengths:
        raise unit.error(reason)
    found = int(number.text) * lengths[unit.key]
    if not 1 <= found <= most:
        raise number.error(reason)
    cursor.next += 1 if unit.at == number.end else 2
    return found


def times(cursor: Cursor) -> tuple[time, ...]:
    """ "08:00 and 21:00", "9 pm": sorted. Raises LineError: said_twice, and as ``_clock`` does."""
    found: list[time] = []
    while True:
        token = cursor.take("bad_time")
        clock = _clock(cursor, token)
        if clock in found:
            raise token.error("said_twice")
        found.append(clock)
        also = cursor.skip(*_ALSO)
        if not also and not _time_ahead(cursor):
            return tuple(sorted(found))
        cursor.skip("at")


def _time_ahead(cursor: Cursor) -> bool:
    """Whether a time comes next, and not an amount."""
    token, pair = cursor.peek(), number_and_unit(cursor)
    if token is None or (pair and pair[1].key not in ("am", "pm")):
        return False
    return token.text[0].isdigit()


def looks_like_a_time(cursor: Cursor) -> bool:
    """Whether what comes next can only be meant as a time: "21:00", "9 pm", "9pm"."""
    token = cursor.peek()
    if token is None or not _time_ahead(cursor):
        return False
    pair = number_and_unit(cursor)
    return ":" in token.text or (pair is not None and pair[1].key in ("am", "pm"))


def _clock(cursor: Cursor, token: Token) -> time:
    """A time of day: "21:00", "21.00", "9 pm", "9:30pm".

    Raises LineError: bad_time; bare_hour ("9": morning or evening?); twelve ("12 am", "midnight": which?).
    """
    if token.key in ("noon", "midnight"):
        raise token.error("twelve")
    cursor.next -= 1
    pair = number_and_unit(cursor)
    cursor.next += 1
    written, half = pair if pair and pair[1].key in ("am", "pm") else (token, None)
    if half is not None and half.at != written.end:
        cursor.next += 1
    found = _CLOCK.fullmatch(written.text)
    if not found:
        raise token.error("bad_time")
    hour, minute = int(found[1]), int(found[2] or 0)
    if half is not None:
        if hour == 12:
            raise token.error("twelve")
        if not 1 <= hour <= 11:
            raise token.error("bad_time")
        hour += 12 if half.key == "pm" else 0
    elif found[2] is None:
        raise token.error("bare_hour")
    if hour > 23 or minute > 59:
        raise token.error("bad_time")
    return time(hour, minute)


def on_days(cursor: Cursor) -> Days:
    """ "Mon, Wed and Fri". Raises LineError: bad_days, said_twice."""
    chosen: set[int] = set()
    while True:
        token = cursor.take("bad_days")
        number = _weekday(token)
        if number is None:
            raise token.error("bad_days")
        if number in chosen:
            raise token.error("said_twice")
        chosen.add(number)
        following = cursor.peek()
        if not cursor.skip(*_ALSO) and (following is None or _weekday(following) is None):
            return Days(weekdays=frozenset(chosen))


def every(cursor: Cursor) -> Days:
    """ "day", "other day", "3 days", "Monday". Raises LineError: bad_days, said_twice."""
    if cursor.skip("day"):
        return Days()
    if cursor.skip("other"):
        after = cursor.take("bad_days")
        if after.key != "day":
            raise after.error("bad_days")
        return Days(every=2)
    following = cursor.peek()
    if following is not None and _weekday(following) is not None:
        return on_days(cursor)
    return Days(every=_count(cursor, "bad_days", {"day": 1, "days": 1}, MOST_EVERY))


def _weekday(token: Token) -> int | None:
    """Monday is 0; "Mon", "Monday", "Mondays"; None for any other word."""
    word = token.key
    for index, name in enumerate(_WEEKDAYS):
        if word in (name, name + "s", name[:3]):
            return index
    return _SHORT_FORMS.get(word)


def day(cursor: Cursor, today: date) -> date:
    """ "2026-12-01", "today", "tomorrow", or the next day of that name.

    Raises LineError: bad_date; far_date (over five years away: a slip of the finger); which_week for today's
    own name: today, or in a week?
    """
    token = cursor.take("bad_date")
    if token.key in ("today", "tomorrow"):
        return today + timedelta(days=token.key == "tomorrow")
    named = _weekday(token)
    if named is not None:
        ahead = (named - today.weekday()) % 7
        if ahead == 0:
            raise token.error("which_week")
        return today + timedelta(days=ahead)
    if not _ISO.fullmatch(token.text):
        raise token.error("bad_date")
    try:
        found = date.fromisoformat(token.text)
    except ValueError:
        raise token.error("bad_date") from None
    if abs(found - today) > FAR:
        raise token.error("far_date")
    return found
