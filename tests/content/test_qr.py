"""QR codes of invitations."""

import io

import pytest
import segno
from PIL import Image

from content import qr

LINK = "https://t.me/steady_bot?start=Yx3kQ0-abcdefghijklmno_1234"


def light(data: bytes) -> tuple[Image.Image, int]:
    """The picture and the size of one module in it."""
    image = Image.open(io.BytesIO(data)).convert("L")
    return image, image.width // segno.make_qr(LINK, error="m").symbol_size(border=4)[0]


def test_the_picture_holds_the_links_code_with_four_quiet_modules_around() -> None:
    image, module = light(qr.picture(LINK))
    expected = list(segno.make_qr(LINK, error="m").matrix_iter(border=4))
    seen = [
        [image.getpixel((x * module + module // 2, y * module + module // 2)) == 0 for x in range(len(row))]
        for y, row in enumerate(expected)
    ]
    assert seen == [[bool(dark) for dark in row] for row in expected]
    assert not any(any(row) for row in seen[:4])


def test_the_picture_fits_a_phone() -> None:
    image, module = light(qr.picture(LINK))
    assert image.width == image.height
    assert 500 <= image.width <= 800
    assert module >= 10


def test_a_link_of_64_characters_of_payload_still_fits() -> None:
    assert qr.picture("https://t.me/a_bot_of_thirty_two_characters_x?start=" + "A" * 64)


def test_the_terminal_shows_light_blocks_on_black_so_that_no_theme_turns_it_over() -> None:
    lines = qr.terminal(LINK).splitlines()
    assert all(line.startswith("\x1b[97;40m") and line.endswith("\x1b[0m") for line in lines)
    bare = [line.removeprefix("\x1b[97;40m").removesuffix("\x1b[0m") for line in lines]
    assert set(bare[0]) == set(bare[1]) == {"█"}
    assert len({len(line) for line in bare}) == 1


def test_the_terminals_blocks_are_the_same_code() -> None:
    rows: list[list[bool]] = []
    for line in qr.terminal(LINK).splitlines():
        bare = line.removeprefix("\x1b[97;40m").removesuffix("\x1b[0m")
        rows.append([sign in " ▄" for sign in bare])
        rows.append([sign in " ▀" for sign in bare])
    expected = [[bool(dark) for dark in row] for row in segno.make_qr(LINK, error="m").matrix_iter(border=4)]
    assert rows[: len(expected)] == expected


def test_an_empty_link_is_refused() -> None:
    with pytest.raises(ValueError, match="link"):
        qr.picture("")
