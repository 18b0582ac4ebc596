"""The picture of a week."""

import io
from datetime import date, timedelta
from importlib.resources import files

from PIL import Image, ImageChops, ImageFont

from care.doses import DoseState
from care.week import Week, week
from content.phrases import load
from content.pictures import week_picture
from content.sheet import WIDTH

PHRASES = load("en")
START = date(2026, 11, 30)
DAYS = [START + timedelta(days=n) for n in range(7)]
EVERY_STATE = [state.value for state in DoseState]


def drawn(one: Week, *, made_up: bool = False) -> Image.Image:
    return Image.open(io.BytesIO(week_picture(one, PHRASES, made_up=made_up))).convert("RGB")


def full() -> Week:
    ratings = {day: {"pain": 4, "tiredness": n, "sleep": 10, "interference": 0} for n, day in enumerate(DAYS)}
    return week(START, ratings, [(day, "taken") for day in DAYS])


def test_a_picture_is_a_png_as_wide_as_a_phone_wants_it() -> None:
    data = week_picture(full(), PHRASES)
    assert data.startswith(b"\x89PNG")
    assert drawn(full()).width == WIDTH == 1080


def test_telegram_takes_even_the_longest_picture() -> None:
    busy = week(START, {day: {"pain": 10} for day in DAYS}, [(day, state) for day in DAYS for state in EVERY_STATE * 3])
    image = drawn(busy, made_up=True)
    assert image.width + image.height <= 10_000
    assert image.height / image.width < 3


def test_a_picture_stays_under_80_kb_with_every_mark_on_every_day() -> None:
    ratings = {day: {"pain": n, "tiredness": 10 - n, "sleep": 10, "interference": n} for n, day in enumerate(DAYS)}
    busy = week(START, ratings, [(day, state) for day in DAYS for state in EVERY_STATE * 3])
    assert len(week_picture(busy, PHRASES, made_up=True)) <= 80_000


def test_a_week_with_nothing_in_it_is_drawn_too() -> None:
    assert drawn(week(START, {}, [])).height > 1000


def test_one_other_rating_makes_another_picture() -> None:
    one = week(START, {DAYS[0]: {"pain": 4}}, [])
    other = week(START, {DAYS[0]: {"pain": 5}}, [])
    assert ImageChops.difference(drawn(one), drawn(other)).getbbox() is not None


def test_a_zero_is_drawn_and_a_blank_is_not() -> None:
    found = ImageChops.difference(drawn(week(START, {DAYS[6]: {"pain": 0}}, [])), drawn(week(START, {}, []))).getbbox()
    assert found is not None
    assert found[0] < 790  # in the last day's column, not only in the words beside it


def test_the_picture_tells_a_taken_dose_from_a_skipped_one_without_colour() -> None:
    taken, skipped = (drawn(week(START, {}, [(DAYS[0], state)])).convert("L") for state in ("taken", "skipped"))
    assert ImageChops.difference(taken, skipped).getbbox() is not None


def test_made_up_data_is_stamped() -> None:
    assert drawn(full(), made_up=True).height > drawn(full()).height


def test_the_background_is_light_so_that_a_dark_app_keeps_it_legible() -> None:
    corner = drawn(full()).getpixel((3, 3))
    assert isinstance(corner, tuple)
    assert min(corner) > 240


def test_the_same_week_is_the_same_picture() -> None:
    assert week_picture(full(), PHRASES) == week_picture(full(), PHRASES)


def test_the_fonts_have_every_letter_that_a_picture_draws() -> None:
    words = "".join(
        text
        for key, text in PHRASES.texts.items()
        if key.startswith(("summary.picture_", "summary.mark_", "summary.state_"))
    )
    words += "".join(text for key, text in PHRASES.texts.items() if key.startswith("checkin.name_")) + "0123456789–.,·≥"
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        font = ImageFont.truetype(io.BytesIO((files("content") / "fonts" / name).read_bytes()), 40)
        nothing = bytes(font.getmask("\ufffe"))  # what the font draws for a letter it does not have
        missing = {sign for sign in words if not sign.isspace() and bytes(font.getmask(sign)) == nothing}
        assert not missing


def test_the_fonts_come_with_their_licence() -> None:
    assert "Bitstream" in (files("content") / "fonts" / "LICENSE").read_text(encoding="utf-8")
