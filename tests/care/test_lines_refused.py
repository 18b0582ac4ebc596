"""The plan grammar: the word that a line is refused for. «» mark that word in the table below."""

from contextlib import suppress

import pytest

from care.grammar import LineError, read_amounts_only
from content.phrases import load
from tests.care.lines import read

BAD = [
    # as needed, and amounts in words
    ("Paracetamol 500 mg «as» needed", "no_apart"),
    ("Paracetamol 500 mg as needed at least 6 «weeks» apart", "bad_apart"),
    ("Paracetamol 500 mg as needed at least «5» min apart", "bad_apart"),
    ("Paracetamol 500 mg as needed at least «99» days apart", "bad_apart"),
    ("Paracetamol 500 mg as needed at least 6 h apart at most «99» a day", "bad_most"),
    ("Paracetamol 500 mg as needed at least 6 h apart at most 4 a «week»", "bad_most"),
    ("Paracetamol 500 mg as needed at least 6 h apart «at» 21:00", "as_needed_alone"),
    ("Paracetamol 500 mg as needed at least 6 h apart «every» other day", "as_needed_alone"),
    ("Paracetamol «500 mg» as needed at least 6 h apart for 3 days", "as_needed_alone"),
    ("Paracetamol 500 mg «at» most 4 a day at 21:00", "not_as_needed"),
    ("Paracetamol 500 mg as needed at least 6 h apart at «least» 8 h apart", "said_twice"),
    ("Paracetamol half a «tablet» at 21:00", "wrong_unit"),
    ("Fibre «“one» spoon at 21:00", "no_quote"),
    (f"Fibre «{'spoon ' * 12}x» at 21:00", "long_words"),
    # the heading
    ("", "empty"),
    (" ;, ", "empty"),
    ("«P-07»", "no_medicine"),
    ("P-07 «at» 21:00 1 mg", "no_medicine"),
    ("«5» mg at 21:00", "no_medicine"),
    ("P-07 «5» mg at 21:00", "no_medicine"),
    ("«at» 21:00", "no_medicine"),
    ("«aspirin» 5 mg at 21:00", "unknown_medicine"),
    ("P-07 «aspirin» 5 mg at 21:00", "unknown_medicine"),
    ("P-07 «naltrexone/bupropion» 8 mg at 21:00", "unknown_medicine"),
    ("naltrexone «bupropion» 8 mg at 21:00", "unknown_word"),
    ("«naloxone» 4 mg at 21:00", "unknown_medicine"),
    ("«P–07» LDN 4.5 mg at 21:00", "bad_label"),
    ("«P-0712345678901» LDN 4.5 mg at 21:00", "bad_label"),
    ("«Ana» LDN 4.5 mg at 21:00", "bad_label"),
    # amounts
    ("P-07 «LDN»", "no_amount"),
    ("LDN at «21:00»", "no_amount"),
    ("LDN 1.5 mg at 21:00 for 14 days «then»", "no_amount"),
    ("LDN 1.5 mg at 21:00 for 14 days then «for» 14 days", "no_amount"),
    ("LDN «4.5» at 21:00", "no_unit"),
    ("LDN «4.5»", "no_unit"),
    ("LDN «4» . 5 mg at 21:00", "no_unit"),
    ("LDN 4.5 «mL» at 21:00", "wrong_unit"),
    ("LDN 4.5«g» at 21:00", "wrong_unit"),
    ("LDN 2 «tablets» at 21:00", "wrong_unit"),
    ("LDN 1 mg for 3 days at 21:00 then 5 «drops»", "wrong_unit"),
    ("LDN «1.500» mg at 21:00", "ambiguous"),
    ("LDN «1,500» mg at 21:00", "ambiguous"),
    ("LDN «-1.5» mg at 21:00", "negative"),
    ("LDN «0» mg at 21:00", "zero"),
    ("LDN «.5» mg at 21:00", "no_leading_zero"),
    ("LDN «..5» mg at 21:00", "not_a_number"),
    ("LDN «1-2» mg at 21:00", "not_a_number"),
    ("LDN «45000» mg at 21:00", "too_many_digits"),
    ("LDN «４.5» mg at 21:00", "not_ascii"),
    ("LDN 4.5 mg at «２1:00»", "not_ascii"),
    ("«P-０7» LDN 4.5 mg at 21:00", "not_ascii"),
    ("LDN «4.\u200b5» mg at 21:00", "hidden"),
    ("LDN 4.5 mg, «3» mg at 21:00", "no_then"),
    ("LDN 4.5 mg at 21:00 «3» mg", "no_then"),
    ("LDN 4.5 mg «21:00»", "no_at"),
    ("LDN 4,5mg «9pm»", "no_at"),
    ("LDN 4.5 mg «mg» at 21:00", "unknown_word"),
    # durations
    ("LDN «4.5 mg» then 3 mg at 21:00", "no_duration"),
    ("LDN «4.5  mg» at 21:00, then 3 mg for 14 days", "no_duration"),
    ("LDN «for» 14 days 4.5 mg at 21:00", "duration_first"),
    ("LDN 4.5 mg at 21:00 for «a» week", "bad_duration"),
    ("LDN 4.5 mg at 21:00 for 2 «months»", "bad_duration"),
    ("LDN 4.5 mg at 21:00 for «0» days", "bad_duration"),
    ("LDN 4.5 mg at 21:00 for «-3» days", "bad_duration"),
    ("LDN 4.5 mg at 21:00 for «1.5» weeks", "bad_duration"),
    ("LDN 4.5 mg at 21:00 for «367» days", "bad_duration"),
    ("LDN 4.5 mg at 21:00 for «14»", "bad_duration"),
    ("LDN 4.5 mg for 14 days at 21:00 «for» 14 days", "said_twice"),
    # times
    ("LDN 4.5 «mg»", "no_time"),
    ("LDN 4.5 mg «at»", "bad_time"),
    ("LDN 4.5 mg at «25:00»", "bad_time"),
    ("LDN 4.5 mg at «21:60»", "bad_time"),
    ("LDN 4.5 mg at «21:0»", "bad_time"),
    ("LDN 4.5 mg at «bedtime»", "bad_time"),
    ("LDN 4.5 mg at «13» pm", "bad_time"),
    ("LDN 4.5 mg at 21:00 «and»", "bad_time"),
    ("LDN 4.5 mg at 21:00 and «Monday»", "bad_time"),
    ("LDN 4.5 mg at «9»", "bare_hour"),
    ("LDN 4.5 mg at «8» and 9 pm", "bare_hour"),
    ("LDN 4.5 mg at «12» am", "twelve"),
    ("LDN 4.5 mg at «midnight»", "twelve"),
    ("LDN 4.5 mg at 21:00 and «21.00»", "said_twice"),
    ("LDN 1 mg at 21:00 for 14 days then 3 mg «at» 22:00", "said_twice"),
    # days
    ("LDN 4.5 mg at 21:00 «on»", "bad_days"),
    ("LDN 4.5 mg at 21:00 on «weekdays»", "bad_days"),
    ("LDN 4.5 mg at 21:00 on Mon and «review» 2027-01-01", "bad_days"),
    ("LDN 4.5 mg at 21:00 every «week»", "bad_days"),
    ("LDN 4.5 mg at 21:00 every 3 «weeks»", "bad_days"),
    ("LDN 4.5 mg at 21:00 every «40» days", "bad_days"),
    ("LDN 4.5 mg at 21:00 every other «week»", "bad_days"),
    ("LDN 4.5 mg at 21:00 on Mon, Wed, «Monday»", "said_twice"),
    ("LDN 4.5 mg at 21:00 daily «on» Mon", "said_twice"),
    # dates
    ("LDN 4.5 mg at 21:00 «from»", "bad_date"),
    ("LDN 4.5 mg at 21:00 from «2026-02-30»", "bad_date"),
    ("LDN 4.5 mg at 21:00 from «1.12.2026»", "bad_date"),
    ("LDN 4.5 mg at 21:00 until «Christmas»", "bad_date"),
    ("LDN 4.5 mg at 21:00 review «2062-02-01»", "far_date"),
    ("LDN 4.5 mg at 21:00 from «Tuesday»", "which_week"),
    ("LDN 4.5 mg at 21:00 «until» 2026-12-01 from 2026-12-02", "end_before_start"),
    ("LDN 4.5 mg at 21:00 from today «starting» tomorrow", "said_twice"),
    # the gap rule
    ("LDN 4.5 mg at 21:00 «hold»", "bad_gap"),
    ("LDN 4.5 mg at 21:00 hold «3» days", "bad_gap"),
    ("LDN 4.5 mg at 21:00 hold after «1» day", "bad_gap"),
    ("LDN 4.5 mg at 21:00 hold after «15» days", "bad_gap"),
    ("LDN 4.5 mg at 21:00 hold after «three» days", "bad_duration"),
    ("LDN 4.5 mg at 21:00 hold after 3 days «hold» after 4 days", "said_twice"),
    # the rest
    ("LDN 4.5 mg at 21:00 «twice»", "unknown_word"),
    ("LDN 4,5 mg «für» 14 Tage um 21:00", "unknown_word"),
    ("LDN 4.5 mg «to» 2026-12-01 at 21:00", "unknown_word"),
    ("«/plan» LDN 4.5 mg at 21:00", "bad_label"),
]


@pytest.mark.parametrize(("marked", "reason"), BAD, ids=[text for text, _ in BAD])
def test_a_line_that_is_not_clear_points_at_the_word(marked: str, reason: str) -> None:
    text = marked.replace("«", "").replace("»", "")
    with pytest.raises(LineError) as refused:
        read(text)
    before, word, after = refused.value.pointed(text)
    assert refused.value.reason == reason
    if "«" in marked:
        assert f"{before}«{word}»{after}" == marked
    assert (word, refused.value.word) == (text[len(before) : len(before) + len(word)], word)


def test_a_line_of_five_thousand_signs_is_refused_where_it_gets_too_long() -> None:
    text = "LDN 4.5 mg at 21:00 " + "and 21:00 " * 500
    with pytest.raises(LineError) as refused:
        read(text)
    assert refused.value.reason == "too_long"
    assert refused.value.position >= 500


def test_a_line_of_one_endless_word_is_refused() -> None:
    with pytest.raises(LineError) as refused:
        read("x" * 5000)
    assert refused.value.reason == "too_long"
    assert len(refused.value.word) == 20


def test_a_line_with_too_many_steps_points_at_the_first_beyond() -> None:
    text = "LDN at 21:00 " + "1 mg for 1 day then " * 24 + "2 mg"
    with pytest.raises(LineError) as refused:
        read(text)
    assert refused.value.reason == "too_many_steps"
    assert refused.value.pointed(text)[1:] == ("2 mg", "")


@pytest.mark.parametrize(
    ("text", "reason", "word"),
    [
        ("1.5 mg at 21:00", "unknown_word", "at"),
        ("LDN 1.5 mg", "unknown_word", "LDN"),
        ("1.5 mL", "wrong_unit", "mL"),
        ("1.5", "no_unit", "1.5"),
        ("3 mg, then 4.5 mg", "no_duration", "3 mg"),
        ("then 4.5 mg", "no_amount", "then"),
        ("", "empty", ""),
    ],
)
def test_amounts_alone_are_nothing_else(text: str, reason: str, word: str) -> None:
    with pytest.raises(LineError) as refused:
        read_amounts_only(text, "mg")
    assert (refused.value.reason, refused.value.word) == (reason, word)


def test_no_line_however_broken_raises_anything_but_its_own_error() -> None:
    whole = "P-07 LDN 1,5 mg at 21:00 on Mon and Fri for 14 days, then 3 mg from 2026-12-01 review tomorrow"
    words = whole.split()
    broken = [whole[:cut] for cut in range(len(whole))] + [whole[cut:] for cut in range(len(whole))]
    broken += [" ".join(words[:n] + words[n + 1 :]) for n in range(len(words))]
    broken += [" ".join([*words[:n], word, *words[n:]]) for n in range(len(words)) for word in words]
    for text in broken:
        with suppress(LineError):
            read(text)


def test_every_reason_has_its_sentence_and_every_sentence_its_reason() -> None:
    phrases = load("en")
    keys = {key.removeprefix("grammar.") for key in phrases.texts if key.startswith("grammar.")}
    assert keys == {reason for _, reason in BAD} | {"too_long", "too_many_steps"}
    assert all(phrases(f"grammar.{key}") for key in keys)
