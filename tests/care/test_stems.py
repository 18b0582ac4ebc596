"""Stems: the forms of a word are one, and different words stay apart."""

import pytest

from care.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "kill kills killed killing",
        "take took taken taking",
        "breathe breath breathing breathed",
        "swell swollen swelling",
        "die died dying dies",
        "tablet tablets",
        "stop stopped stopping",
        "bleed bled bleeding",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("words", ["life live", "this thing", "chest cheese", "pill pillow", "rape rapid", "was want"])
def test_different_words_keep_different_stems(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)


def test_what_is_no_english_word_stays_as_it_is() -> None:
    assert [stem(word) for word in ("", "x", "7", "tot", "🔫")] == ["", "x", "7", "tot", "🔫"]
