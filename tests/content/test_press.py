"""The grammar of callback data."""

import pytest

from content.press import decode, press


def test_a_press_comes_back_as_it_was_sent() -> None:
    assert decode(press("dose", "abc123", "taken").encode()) == press("dose", "abc123", "taken")


def test_a_press_without_words_is_one() -> None:
    assert decode(press("help").encode()) == press("help")


@pytest.mark.parametrize(
    "data", ["", "1:", "2:dose:x", "1:dose:ж", "1:DOSE:x", "1:dose:a b", "1:dose:x\n", "x" * 65, "1:dose:" + "x" * 60]
)
def test_what_this_version_did_not_write_is_no_press(data: str) -> None:
    assert decode(data) is None


def test_a_press_that_telegram_would_refuse_is_an_error_here() -> None:
    with pytest.raises(ValueError, match="not a press"):
        press("dose", "x" * 64).encode()
