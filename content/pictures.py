"""A patient's week as a picture for a phone: four scales, seven days, the doses (clinical 3.5, 3.6).

1080 pixels wide is about 380 points on a phone, so that the smallest text, 40 pixels, is 14 points there. Nothing
is told by colour alone: each dot carries its number, each dose its letter, and a blank day stays blank.
"""

from collections import Counter
from itertools import pairwise

from care.doses import DoseState
from care.week import Spread, Week
from content import dates
from content.phrases import Phrases
from content.sheet import BIG, CELL, DOT, NAME, SMALL, SOFT, WIDTH, Sheet, wide
from content.wording.figures import COUNTED, SHOWN, UNCOUNTED, scale_names, span

_EDGE = 48
_DAYS_LEFT, _DAY = 100, 97  # the first day's column begins here; each is so wide
_PANEL = 800  # the words beside a scale begin here
_STRIP = 160  # height of a scale's strip, 0 at the bottom, 10 at the top
_NAME_HEIGHT = 58
_SCALE_HEIGHT = _NAME_HEIGHT + _STRIP + 26
_KEY = 500  # a column of the key to the letters
_MOST_MARKS = 6  # doses drawn on one day; the counts below name them all


def week_picture(week: Week, phrases: Phrases, *, made_up: bool = False) -> bytes:
    """The week as PNG bytes, 1080 pixels wide, under 80 KB. ``made_up`` stamps it as made-up data."""
    sheet = Sheet(_height(week, phrases, made_up))
    y = _head(sheet, week, phrases, made_up)
    for scale, name in scale_names(phrases):
        y = _scale(sheet, y, name, week.scales[scale], phrases)
    y = _doses(sheet, y, week, phrases)
    sheet.text(_EDGE, y, phrases.label("summary.picture_foot"), colour=SOFT)
    return sheet.png()


def _height(week: Week, phrases: Phrases, made_up: bool) -> int:
    """Measured by drawing on a sheet that is thrown away: one place decides where things go."""
    trial = Sheet(1)
    y = _head(trial, week, phrases, made_up) + 4 * _SCALE_HEIGHT
    return _doses(trial, y, week, phrases) + SMALL + _EDGE


def _head(sheet: Sheet, week: Week, phrases: Phrases, made_up: bool) -> int:
    y = 40
    if made_up:
        sheet.frame(_EDGE, y, WIDTH - _EDGE, y + 76)
        sheet.text(WIDTH // 2, y + 38, phrases.label("summary.made_up").upper(), size=NAME, bold=True, at="mm")
        y += 100
    sheet.text(_EDGE, y, phrases.label("summary.picture_title", span=span(week.start)), size=BIG - 4, bold=True)
    sheet.text(_EDGE, y + 78, phrases.label("summary.picture_ends"), colour=SOFT)
    y += 146
    for n, day in enumerate(week.days):
        sheet.text(_middle(n), y, dates.weekday(day.weekday(), short=True), at="ma")
    return y + 62


def _scale(sheet: Sheet, y: int, name: str, spread: Spread, phrases: Phrases) -> int:
    sheet.text(_EDGE, y, name, size=NAME, bold=True)
    top, bottom = y + _NAME_HEIGHT, y + _NAME_HEIGHT + _STRIP
    for n in range(0, 7, 2):
        sheet.block(_middle(n) - _DAY // 2, top, _middle(n) + _DAY // 2, bottom)
    for end, at in ((top, "10"), (bottom, "0")):
        sheet.line(_DAYS_LEFT, end, _DAYS_LEFT + 7 * _DAY, end, width=2)
        sheet.text(_DAYS_LEFT - 10, end, at, colour=SOFT, at="rt" if at == "10" else "rb")
    low, high = bottom - DOT - 4, top + DOT + 4
    points = [
        None if value is None else (_middle(n), low - round((low - high) * value / 10), value)
        for n, value in enumerate(spread.by_day)
    ]
    for one, other in pairwise(points):
        if one and other:  # only neighbours are joined: a line across a blank day would make up that day
            sheet.line(one[0], one[1], other[0], other[1], width=5)
    for point in points:
        if point:
            sheet.dot(point[0], point[1], str(point[2]))
    _panel(sheet, y + 6, spread, phrases)
    return y + _SCALE_HEIGHT


def _panel(sheet: Sheet, y: int, spread: Spread, phrases: Phrases) -> None:
    days = phrases.label("summary.picture_days", n=spread.n)
    if spread.mean is None:
        for line in _wrapped(phrases.label("summary.picture_none"), WIDTH - _PANEL - 8):
            sheet.text(_PANEL, y, line)
            y += 50
        sheet.text(_PANEL, y, days, colour=SOFT)
        return
    sheet.text(_PANEL, y, phrases.label("summary.picture_average"))
    sheet.text(_PANEL, y + 46, str(spread.mean), size=BIG, bold=True)
    sheet.text(_PANEL, y + 114, days, colour=SOFT)
    if spread.few:
        sheet.text(_PANEL, y + 162, phrases.label("summary.picture_few"), bold=True)


def _doses(sheet: Sheet, y: int, week: Week, phrases: Phrases) -> int:
    days = [[SHOWN[state] for state in day if state != DoseState.CANCELLED] for day in week.dose_days]
    sheet.text(_EDGE, y, phrases.label("summary.picture_doses"), size=NAME, bold=True)
    y += 66
    if not any(days):
        sheet.text(_EDGE, y, phrases.label("summary.picture_no_doses"))
        return y + 74
    for n, states in enumerate(days):
        for row, state in enumerate(states[:_MOST_MARKS]):
            sheet.mark(_middle(n), y + row * (CELL + 10), phrases.label(f"summary.mark_{state}"), state == "taken")
    y += min(_MOST_MARKS, max(map(len, days))) * (CELL + 10) + 14
    counts = Counter(state for states in days for state in states)
    key = [shown for shown in (*COUNTED, *UNCOUNTED) if counts[shown]]
    for n, shown in enumerate(key):  # two a line: what each letter means, and how many there were
        x, line = _EDGE + n % 2 * _KEY, y + n // 2 * (CELL + 10)
        words = phrases.label("summary.picture_count", word=phrases.label(f"summary.state_{shown}"), n=counts[shown])
        sheet.mark(x + CELL // 2, line, phrases.label(f"summary.mark_{shown}"), shown == "taken")
        sheet.text(x + CELL + 18, line + CELL // 2, words, at="lm")
    return y + -(-len(key) // 2) * (CELL + 10) + 14


def _middle(day: int) -> int:
    return _DAYS_LEFT + day * _DAY + _DAY // 2


def _wrapped(words: str, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and wide(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
