"""What may stand in a plan's line: amounts, durations, times, days, dates; each read at a cursor.

Nothing here guesses: what could mean two things is a LineError that points at the word.
"""

import re
from datetime import date, time, timedelta
from decimal import Decimal

from care.amounts import HALF, QUOTES, WORDS, AmountError, in_words, parse_number, same_unit
from care.as_needed import LEAST_APART, MOST_A_DAY, MOST_APART
from care.plans import Days
from care.tokens import Cursor, Token

FAR = timedelta(days=5 * 366)
MOST_DAYS = 366
MOST_EVERY = 31

BEGINS_NUMBER = frozenset("0123456789.,-\u2212\u2013")  # a minus, a dash: refused by name
_ALSO = ("and", "&", "+")
KEYWORDS = frozenset(
    {"then", "for", "at", "on", "every", "daily", "from", "starting", "until", "till"}
    | {"review", "hold", "as", "prn", *_ALSO}
)

_GLUED = re.compile(r"(\d[\d.,:]*)([^\W\d_]\.?[^\W\d_]*)")  # "4.5mg", "14days", "9p.m"
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_FORMS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_LENGTHS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_APART = {
    **dict.fromkeys(("min", "mins", "minute", "minutes"), 1),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 60),
    **dict.fromkeys(("day", "days"), 24 * 60),
}


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


def begins_amount(token: Token, unit: str) -> bool:
    """Whether an amount can begin with this word."""
    if unit == WORDS:
        return token.key not in KEYWORDS
    return token.text[0] in BEGINS_NUMBER or token.key == "half"


def amount(cursor: Cursor, unit: str) -> tuple[Token, Decimal | None]:
    """An amount in that unit: its words and its value, which an amount in words has not.

    Raises LineError: no_unit, wrong_unit, long_words, and the reasons of ``amounts.parse_number``.
    """
    if unit == WORDS:
        return _in_words(cursor), None
    first = cursor.peek()
    if first is not None and first.key == "half":
        return _half(cursor, unit), HALF
    pair = number_and_unit(cursor)
    number = pair[0] if pair else cursor.take("no_amount")
    try:
        value = parse_number(number.text)
    except AmountError as error:
        raise number.error(error.reason) from None
    if pair is None:
        raise number.error("no_unit")
    if not same_unit(pair[1].text, unit):
        raise pair[1].error("wrong_unit")
    cursor.next += 1 if pair[1].at == number.end else 2
    return cursor.written(*pair), value


def _half(cursor: Cursor, unit: str) -> Token:
    """ "half a tablet": its words. Raises LineError: no_unit, wrong_unit."""
    first = cursor.take("no_amount")
    cursor.skip("a", "an")
    word = cursor.take("no_unit")
    if not same_unit(word.text, unit):
        raise word.error("wrong_unit")
    return cursor.written(first, word)


def _in_words(cursor: Cursor) -> Token:
    """Words in quotes, or all up to the next clause. Raises LineError: no_amount, no_quote, long_words."""
    first = last = cursor.take("no_amount")
    if first.text[0] in QUOTES:
        while last.text[-1] not in QUOTES or last.end - first.at == 1:
            if cursor.peek() is None:
                raise first.error("no_quote")
            last = cursor.take("no_quote")
    else:
        while (token := cursor.peek()) is not None and token.key not in KEYWORDS:
            last = cursor.take("no_amount")
    written = cursor.written(first, last)
    try:
        in_words(written.text)
    except AmountError as error:
        raise written.error(error.reason) from None
    return written


def apart(cursor: Cursor) -> timedelta:
    """ "6 h apart", "30 minutes", "1 day": at least so long between two uses. Raises LineError: bad_apart."""
    number = cursor.peek()
    minutes = _count(cursor, "bad_apart", _APART, MOST_APART // timedelta(minutes=1))
    found = timedelta(minutes=minutes)
    if found < LEAST_APART and number is not None:
        raise number.error("bad_apart")
    cursor.skip("apart")
    return found


def most(cursor: Cursor) -> int:
    """ "4 a day", "4 per day", "4 in 24 h": the most uses in 24 hours. Raises LineError: bad_most."""
    number = cursor.take("bad_most")
    if not re.fullmatch(r"\d{1,2}", number.text, re.ASCII) or not 1 <= int(number.text) <= MOST_A_DAY:
        raise number.error("bad_most")
    if cursor.skip("a", "per"):
        unit = cursor.take("bad_most")
        if unit.key != "day":
            raise unit.error("bad_most")
    elif cursor.skip("in"):
        if apart(cursor) != timedelta(days=1):
            raise number.error("bad_most")
    elif not cursor.skip("daily"):
        raise number.error("bad_most")
    return int(number.text)


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
