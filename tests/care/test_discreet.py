"""An alias says nothing to others."""

import pytest

from care.discreet import tells


@pytest.mark.parametrize("words", ["my fibro pain pill 💊", "1.5mg", "the LDN", "Evening TABLET", "low-dose thing"])
def test_words_that_tell_are_seen(words: str) -> None:
    assert tells(words)


@pytest.mark.parametrize("words", ["Evening capsule", "The usual", "blue thing", "Feierabend", "painting class"])
def test_words_that_say_nothing_pass(words: str) -> None:
    assert not tells(words)


def test_the_medicines_own_names_tell_too() -> None:
    assert tells("some Lyrika", ["lyrika"])
