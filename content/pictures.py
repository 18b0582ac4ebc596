"""A patient's week as a picture for a phone: four scales, seven days, the doses (clinical 3.5, 3.6).

1080 pixels wide is about 380 points on a phone, so that the smallest text, 40 pixels, is 14 points there. Nothing
is told by colour alone: each dot carries its number, each dose its letter, and a blank day stays blank.
"""

import io
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from PIL import Image, ImageColor, ImageDraw, ImageFont

from care.doses import DoseState
from care.week import Spread, Week
from content import dates
from content.phrases import Phrases
from content.wording.figures import COUNTED, SHOWN, UNCOUNTED, scale_names, span

WIDTH = 1080
_SCALE = 4  # what is round or slanted is drawn so much larger, then reduced: that makes it smooth
_SMALL, _NAME, _BIG = 40, 44, 60
_EDGE = 48
_DAYS_LEFT, _DAY = 100, 97  # the first day's column begins here; each is so wide
_PANEL = 800  # the words beside a scale begin here
_STRIP = 160  # height of a scale's strip, 0 at the bottom, 10 at the top
_NAME_HEIGHT = 58
_DOT, _CELL = 33, 60
_KEY = 500  # a column of the key to the letters
_MOST_MARKS = 6  # doses drawn on one day; the counts below name them all

_PAPER, _STRIPE, _INK, _SOFT, _LINE, _DOT_INK = (
    "#FBFAF7",
    "#EEF1F0",
    "#1E2A32",
    "#4A5860",
    "#8A989F",
    "#1D5468",
)
# All colours of a picture: those above, and what the edges of letters and shapes are mixed from. Sixteen fit in four
# bits a pixel, and a set that is known beforehand need not be looked for in each picture.
_COLOURS = (_PAPER, _STRIPE, "#FFFFFF", _INK, _SOFT, _LINE, _DOT_INK)
_EDGES = ((_PAPER, _INK, 4), (_PAPER, _SOFT, 3), (_PAPER, _DOT_INK, 3), ("#FFFFFF", _DOT_INK, 3))

# Of compression: level 9 takes fifteen times as long for a tenth less. Runs of a colour alone (zlib's RLE) are a third
# quicker, and a full week is then over 80 KB.
_LEVEL = 4


def week_picture(week: Week, phrases: Phrases, *, made_up: bool = False) -> bytes:
    """The week as PNG bytes, 1080 pixels wide, under 80 KB. ``made_up`` stamps it as made-up data."""
    sheet = _Sheet(_height(week, phrases, made_up))
    y = _head(sheet, week, phrases, made_up)
    for scale, name in scale_names(phrases):
        y = _scale(sheet, y, name, week.scales[scale], phrases)
    y = _doses(sheet, y, week, phrases)
    sheet.text(_EDGE, y, phrases.label("summary.picture_foot"), colour=_SOFT)
    return sheet.png()


def _height(week: Week, phrases: Phrases, made_up: bool) -> int:
    """Measured by drawing on a sheet that is thrown away: one place decides where things go."""
    trial = _Sheet(1)
    y = _head(trial, week, phrases, made_up) + 4 * _SCALE_HEIGHT
    return _doses(trial, y, week, phrases) + _SMALL + _EDGE


def _head(sheet: "_Sheet", week: Week, phrases: Phrases, made_up: bool) -> int:
    y = 40
    if made_up:
        sheet.frame(_EDGE, y, WIDTH - _EDGE, y + 76)
        sheet.text(WIDTH // 2, y + 38, phrases.label("summary.made_up").upper(), size=_NAME, bold=True, at="mm")
        y += 100
    sheet.text(_EDGE, y, phrases.label("summary.picture_title", span=span(week.start)), size=_BIG - 4, bold=True)
    sheet.text(_EDGE, y + 78, phrases.label("summary.picture_ends"), colour=_SOFT)
    y += 146
    for n, day in enumerate(week.days):
        sheet.text(_middle(n), y, dates.weekday(day.weekday(), short=True), at="ma")
    return y + 62


_SCALE_HEIGHT = _NAME_HEIGHT + _STRIP + 26


def _scale(sheet: "_Sheet", y: int, name: str, spread: Spread, phrases: Phrases) -> int:
    sheet.text(_EDGE, y, name, size=_NAME, bold=True)
    top, bottom = y + _NAME_HEIGHT, y + _NAME_HEIGHT + _STRIP
    for n in range(0, 7, 2):
        sheet.block(_middle(n) - _DAY // 2, top, _middle(n) + _DAY // 2, bottom)
    for end, at in ((top, "10"), (bottom, "0")):
        sheet.line(_DAYS_LEFT, end, _DAYS_LEFT + 7 * _DAY, end, width=2)
        sheet.text(_DAYS_LEFT - 10, end, at, colour=_SOFT, at="rt" if at == "10" else "rb")
    low, high = bottom - _DOT - 4, top + _DOT + 4
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


def _panel(sheet: "_Sheet", y: int, spread: Spread, phrases: Phrases) -> None:
    days = phrases.label("summary.picture_days", n=spread.n)
    if spread.mean is None:
        for line in _wrapped(phrases.label("summary.picture_none"), WIDTH - _PANEL - 8):
            sheet.text(_PANEL, y, line)
            y += 50
        sheet.text(_PANEL, y, days, colour=_SOFT)
        return
    sheet.text(_PANEL, y, phrases.label("summary.picture_average"))
    sheet.text(_PANEL, y + 46, str(spread.mean), size=_BIG, bold=True)
    sheet.text(_PANEL, y + 114, days, colour=_SOFT)
    if spread.few:
        sheet.text(_PANEL, y + 162, phrases.label("summary.picture_few"), bold=True)


def _doses(sheet: "_Sheet", y: int, week: Week, phrases: Phrases) -> int:
    days = [[SHOWN[state] for state in day if state != DoseState.CANCELLED] for day in week.dose_days]
    sheet.text(_EDGE, y, phrases.label("summary.picture_doses"), size=_NAME, bold=True)
    y += 66
    if not any(days):
        sheet.text(_EDGE, y, phrases.label("summary.picture_no_doses"))
        return y + 74
    for n, states in enumerate(days):
        for row, state in enumerate(states[:_MOST_MARKS]):
            sheet.mark(_middle(n), y + row * (_CELL + 10), phrases.label(f"summary.mark_{state}"), state == "taken")
    y += min(_MOST_MARKS, max(map(len, days))) * (_CELL + 10) + 14
    counts = Counter(state for states in days for state in states)
    key = [shown for shown in (*COUNTED, *UNCOUNTED) if counts[shown]]
    for n, shown in enumerate(key):  # two a line: what each letter means, and how many there were
        x, line = _EDGE + n % 2 * _KEY, y + n // 2 * (_CELL + 10)
        words = phrases.label("summary.picture_count", word=phrases.label(f"summary.state_{shown}"), n=counts[shown])
        sheet.mark(x + _CELL // 2, line, phrases.label(f"summary.mark_{shown}"), shown == "taken")
        sheet.text(x + _CELL + 18, line + _CELL // 2, words, at="lm")
    return y + -(-len(key) // 2) * (_CELL + 10) + 14


def _middle(day: int) -> int:
    return _DAYS_LEFT + day * _DAY + _DAY // 2


class _Sheet:
    """Paper to draw on, in pixels of the picture. Words come last, on top of the shapes."""

    def __init__(self, height: int) -> None:
        self._image = Image.new("RGB", (WIDTH, height), _PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self._words: list[_Words] = []

    def text(
        self,
        x: int,
        y: int,
        words: str,
        *,
        size: int = _SMALL,
        bold: bool = False,
        colour: str = _INK,
        at: str = "la",
    ) -> None:
        """Words at a point; ``at`` says how they lie to it (Pillow's anchors: left, middle, right; …)."""
        self._words.append(_Words(x=x, y=y, text=words, size=size, bold=bold, colour=colour, at=at))

    def line(self, x: int, y: int, to_x: int, to_y: int, *, width: int) -> None:
        if y == to_y:
            self._draw.rectangle((x, y - width // 2, to_x, y + (width - 1) // 2), fill=_LINE)
        else:
            self._paste(_LINE, x - width, min(y, to_y) - width, _stroke(to_x - x, to_y - y, width))

    def block(self, x: int, y: int, to_x: int, to_y: int) -> None:
        self._draw.rectangle((x, y, to_x, to_y), fill=_STRIPE)

    def frame(self, x: int, y: int, to_x: int, to_y: int) -> None:
        self._draw.rectangle((x, y, to_x, to_y), outline=_INK, width=5)

    def dot(self, x: int, y: int, words: str) -> None:
        self._paste(_DOT_INK, x - _DOT, y - _DOT, _round(2 * _DOT + 1, _DOT))
        self.text(x, y, words, bold=True, colour="white", at="mm")

    def mark(self, x: int, y: int, words: str, filled: bool) -> None:
        self._paste(_DOT_INK, x - _CELL // 2, y, _round(_CELL + 1, 14))
        if not filled:
            self._paste(_PAPER, x - _CELL // 2 + 4, y + 4, _round(_CELL + 1 - 2 * 4, 10))
        self.text(x, y + _CELL // 2, words, bold=True, colour="white" if filled else _INK, at="mm")

    def _paste(self, colour: str, x: int, y: int, shape: Image.Image) -> None:
        self._image.paste(colour, (x, y), shape)

    def png(self) -> bytes:
        for words in self._words:
            left, top, shape = _lettered(words.text, words.size, words.bold, words.at)
            self._paste(words.colour, words.x + left, words.y + top, shape)
        out = io.BytesIO()
        few = self._image.quantize(palette=_palette(), dither=Image.Dither.NONE)
        few.save(out, "PNG", compress_level=_LEVEL)
        return out.getvalue()


@cache
def _round(size: int, radius: int) -> Image.Image:
    """A square with round corners as a mask; a disc, where the corners meet."""
    shape = Image.new("L", (size * _SCALE, size * _SCALE))
    box = (0, 0, size * _SCALE - 1, size * _SCALE - 1)
    ImageDraw.Draw(shape).rounded_rectangle(box, radius=radius * _SCALE, fill=255)
    return shape.reduce(_SCALE)


@cache
def _stroke(across: int, down: int, width: int) -> Image.Image:
    """A slanted line as a mask, with its width as a margin. Days are as far apart as they are: few differ."""
    shape = Image.new("L", ((across + 2 * width) * _SCALE, (abs(down) + 2 * width) * _SCALE))
    start, end = (width, width + down) if down > 0 else (width - down, width)
    points = [(width * _SCALE, start * _SCALE), ((width + across) * _SCALE, end * _SCALE)]
    ImageDraw.Draw(shape).line(points, fill=255, width=width * _SCALE)
    return shape.reduce(_SCALE)


@dataclass(frozen=True, kw_only=True)
class _Words:
    x: int
    y: int
    text: str
    size: int
    bold: bool
    colour: str
    at: str


@lru_cache(maxsize=500)  # nearly all that a week says, the next one says again
def _lettered(text: str, size: int, bold: bool, at: str) -> tuple[int, int, Image.Image]:
    """Words as a mask, and where its corner lies from the point that they are written at."""
    font = _font(size, bold)
    left, top, right, bottom = map(round, font.getbbox(text, anchor=at))
    shape = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(shape).text((-left, -top), text, fill=255, font=font, anchor=at)
    return left, top, shape


def _wrapped(words: str, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _font(_SMALL, False).getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@cache
def _palette() -> Image.Image:
    colours: list[tuple[int, ...]] = [ImageColor.getrgb(one) for one in _COLOURS]
    for one, other, parts in _EDGES:
        ends = list(zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True))
        colours += [tuple(round(a + (b - a) * n / parts) for a, b in ends) for n in range(1, parts)]
    image = Image.new("P", (1, 1))
    image.putpalette([part for colour in colours for part in colour])
    return image


@cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(io.BytesIO((files("content") / "fonts" / name).read_bytes()), size)
