"""Paper to draw a picture on: sixteen colours, lines, dots, marks and words, and a PNG of it.

A picture is drawn in the numbers of its colours. Whatever is round, slanted or written is kept as a stamp, since nearly
all of it comes again in the next picture.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from PIL import Image, ImageColor, ImageDraw, ImageFont

WIDTH = 1080
SMALL, NAME, BIG = 40, 44, 60  # of letters
DOT, CELL = 33, 60  # a dot's radius, a mark's side
_SCALE = 4  # what is round or slanted is drawn so much larger, then reduced: that makes it smooth
_FAINT = 32  # of 255: less than that of a colour is not seen beside its ground

PAPER, STRIPE, WHITE, INK, SOFT, LINE, TEAL = _COLOURS = (
    "#FBFAF7",
    "#EEF1F0",
    "#FFFFFF",
    "#1E2A32",
    "#4A5860",
    "#8A989F",
    "#1D5468",
)
# What the edges of letters and shapes are mixed from, in so many parts. With those above, sixteen colours: they fit in
# four bits a pixel, and a picture is drawn in their numbers from the start.
_EDGES = ((PAPER, INK, 4), (PAPER, SOFT, 3), (PAPER, TEAL, 3), (WHITE, TEAL, 3))

# Of compression: the fullest week has 76 KB so, 81 at level 1; level 4 takes a third longer for a tenth less.
_LEVEL = 3


def wide(words: str, size: int = SMALL, *, bold: bool = False) -> float:
    """How many pixels words take from side to side."""
    return _font(size, bold).getlength(words)


class Sheet:
    """Paper to draw on, in pixels of the picture. Words come last, on top of the shapes."""

    def __init__(self, height: int) -> None:
        self._image = Image.new("P", (WIDTH, height), _number(PAPER))
        self._image.putpalette(_palette())
        self._draw = ImageDraw.Draw(self._image)
        self._words: list[tuple[int, int, _Stamp]] = []

    def text(
        self,
        x: int,
        y: int,
        words: str,
        *,
        size: int = SMALL,
        bold: bool = False,
        colour: str = INK,
        ground: str = PAPER,
        at: str = "la",
    ) -> None:
        """Words at a point; ``at`` says how they lie to it (Pillow's anchors: left, middle, right; …)."""
        self._words.append((x, y, _lettered(words, size, bold, at, colour, ground)))

    def line(self, x: int, y: int, to_x: int, to_y: int, *, width: int) -> None:
        """From a point to another; a slanted one lies on plain paper."""
        if y == to_y:
            self._draw.rectangle((x, y - width // 2, to_x, y + (width - 1) // 2), fill=_number(LINE))
        else:
            self._put(x - width, min(y, to_y) - width, _stroke(to_x - x, to_y - y, width))

    def block(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """A stripe of the paper, a little darker."""
        self._draw.rectangle((x, y, to_x, to_y), fill=_number(STRIPE))

    def frame(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """A thick line round something."""
        self._draw.rectangle((x, y, to_x, to_y), outline=_number(INK), width=5)

    def dot(self, x: int, y: int, words: str) -> None:
        """A disc round a point, with a number in it."""
        self._put(x - DOT, y - DOT, _round(2 * DOT + 1, DOT, TEAL, PAPER))
        self.text(x, y, words, bold=True, colour=WHITE, ground=TEAL, at="mm")

    def mark(self, x: int, y: int, words: str, filled: bool) -> None:
        """A square below a point with a letter in it, filled or as an outline."""
        self._put(x - CELL // 2, y, _round(CELL + 1, 14, TEAL, PAPER))
        if not filled:
            self._put(x - CELL // 2 + 4, y + 4, _round(CELL + 1 - 2 * 4, 10, PAPER, TEAL))
        colour, ground = (WHITE, TEAL) if filled else (INK, PAPER)
        self.text(x, y + CELL // 2, words, bold=True, colour=colour, ground=ground, at="mm")

    def _put(self, x: int, y: int, stamp: "_Stamp") -> None:
        self._image.paste(stamp.colours, (x + stamp.left, y + stamp.top), stamp.where)

    def png(self) -> bytes:
        """All of it, the words on top."""
        for x, y, stamp in self._words:
            self._put(x, y, stamp)
        out = io.BytesIO()
        self._image.save(out, "PNG", compress_level=_LEVEL)
        return out.getvalue()


@dataclass(frozen=True, kw_only=True)
class _Stamp:
    """Something drawn, to be put on a sheet as often as it comes."""

    colours: Image.Image
    """Numbers of colours."""
    where: Image.Image
    """255 where it covers what lies below, else 0."""
    left: int = 0
    top: int = 0
    """Where its corner lies from the point that it is put at."""


def _stamp(shape: Image.Image, colour: str, ground: str, left: int = 0, top: int = 0) -> _Stamp:
    """A mask in a colour, with edges mixed with the ground that it will lie on."""
    mixed = shape.point(_mixed(colour, ground))
    mixed.putpalette(_palette())  # of the sheet's kind, so that putting it there converts nothing
    return _Stamp(colours=mixed, where=shape.point([0] * _FAINT + [255] * (256 - _FAINT)), left=left, top=top)


@cache
def _mixed(colour: str, ground: str) -> list[int]:
    """By how much of a colour there is, 0 to 255: the number of the known colour that comes nearest to the mixture."""
    ends = list(zip(ImageColor.getrgb(ground), ImageColor.getrgb(colour), strict=True))
    return [_nearest([a + (b - a) * much / 255 for a, b in ends]) for much in range(256)]


def _nearest(mixture: Sequence[float]) -> int:
    far = [sum((a - b) ** 2 for a, b in zip(known, mixture, strict=True)) for known in _known()]
    return far.index(min(far))


@cache
def _round(size: int, radius: int, colour: str, ground: str) -> _Stamp:
    """A square with round corners; a disc, where the corners meet."""
    shape = Image.new("L", (size * _SCALE, size * _SCALE))
    box = (0, 0, size * _SCALE - 1, size * _SCALE - 1)
    ImageDraw.Draw(shape).rounded_rectangle(box, radius=radius * _SCALE, fill=255)
    return _stamp(shape.reduce(_SCALE), colour, ground)


@cache
def _stroke(across: int, down: int, width: int) -> _Stamp:
    """A slanted line, with its width as a margin. Days are as far apart as they are: few differ."""
    shape = Image.new("L", ((across + 2 * width) * _SCALE, (abs(down) + 2 * width) * _SCALE))
    start, end = (width, width + down) if down > 0 else (width - down, width)
    points = [(width * _SCALE, start * _SCALE), ((width + across) * _SCALE, end * _SCALE)]
    ImageDraw.Draw(shape).line(points, fill=255, width=width * _SCALE)
    return _stamp(shape.reduce(_SCALE), LINE, PAPER)


@lru_cache(maxsize=500)  # nearly all that a week says, the next one says again
def _lettered(text: str, size: int, bold: bool, at: str, colour: str, ground: str) -> _Stamp:
    """Words, and where they lie from the point that they are written at."""
    font = _font(size, bold)
    left, top, right, bottom = map(round, font.getbbox(text, anchor=at))
    shape = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(shape).text((-left, -top), text, fill=255, font=font, anchor=at)
    return _stamp(shape, colour, ground, left, top)


@cache
def _known() -> list[tuple[int, ...]]:
    colours: list[tuple[int, ...]] = [ImageColor.getrgb(one) for one in _COLOURS]
    for one, other, parts in _EDGES:
        ends = list(zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True))
        colours += [tuple(round(a + (b - a) * n / parts) for a, b in ends) for n in range(1, parts)]
    return colours


@cache
def _palette() -> list[int]:
    return [part for colour in _known() for part in colour]


def _number(colour: str) -> int:
    return _COLOURS.index(colour)


@cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(io.BytesIO((files("content") / "fonts" / name).read_bytes()), size)
