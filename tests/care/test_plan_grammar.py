"""The plan grammar: what a line means, or the word it points at. «» mark that word in the tables below."""

from contextlib import suppress
from datetime import date, time
from decimal import Decimal

import pytest

from care.grammar import Line, LineError, read_amounts_only, read_line
from care.medicines import Medicine, ldn
from care.plans import Days
from content.phrases import load

TODAY = date(2026, 11, 24)  # a Tuesday


def listed(name: str, unit: str) -> Medicine:
    return Medicine(
        id=name,
        name=name,
        spellings=(),
        unit=unit,
        warn_above=None,
        refuse_above=None,
        opioid_check=False,
        self_check=False,
    )


MEDICINES = [ldn("ldn"), listed("Vitamin B12", "mcg"), listed("5-HTP", "mg"), listed("Low dose drops", "drops")]
MEDICINES += [listed("Macrogol", "sachets"), listed("Fibre", "words"), listed("Paracetamol", "mg")]


def read(text: str) -> Line:
    return read_line(text, MEDICINES, TODAY)


def said(line: Line) -> str:
    """A line's meaning in one fixed form."""
    days = "".join("MTWTFSS"[d] for d in sorted(line.days.weekdays)) or f"/{line.days.every}"
    if line.as_needed is not None:
        (step,) = line.steps
        most = f", most {line.as_needed.most}" if line.as_needed.most else ""
        return f"{line.label or '-'} {line.medicine.name}: {step.amount.text} apart {line.as_needed.apart}{most}"
    steps = " > ".join(
        f"{s.amount.value or s.amount.text} {s.amount.unit}" + f" {s.days}d" * bool(s.days) for s in line.steps
    )
    times = " ".join(f"{at:%H:%M}" for at in line.times)
    dates = "".join(
        f" {name} {day}" for name, day in (("from", line.start), ("to", line.end), ("review", line.review)) if day
    )
    return f"{line.label or '-'} {line.medicine.name}: {steps} at {times} {days}{dates}"


GOOD = [
    (
        "P-07 LDN 1.5 mg at 21:00 for 14 days, then 3 mg for 14 days, then 4.5 mg",
        "P-07 LDN: 1.5 mg 14d > 3 mg 14d > 4.5 mg at 21:00 /1",
    ),
    ("LDN 4.5 mg at 21:00", "- LDN: 4.5 mg at 21:00 /1"),
    ("p-07 ldn 4.5 MG AT 21:00 DAILY", "p-07 LDN: 4.5 mg at 21:00 /1"),
    ("07 naltrexone 1 mg at 21.00", "07 LDN: 1 mg at 21:00 /1"),
    ("Naltrexon 1 mg at 21:00", "- LDN: 1 mg at 21:00 /1"),
    ("A1 low-dose naltrexone 1mg at 9pm", "A1 LDN: 1 mg at 21:00 /1"),
    ("nal trexone 1 mg at 9 p.m.", "- LDN: 1 mg at 21:00 /1"),
    ("naltrexone hcl 1 mg at 9:30 pm", "- LDN: 1 mg at 21:30 /1"),
    (
        "LDN 1,5 mg for 2 weeks at 9 pm, then 3,0 mg for 1 week",
        "- LDN: 1.5 mg 14d > 3.0 mg 7d at 21:00 /1",
    ),
    ("LDN 1,5 mg,for 14days,at 21:00,then 3mg", "- LDN: 1.5 mg 14d > 3 mg at 21:00 /1"),
    (
        "LDN at 21:00 1.5 mg for 14 days then 3 mg",
        "- LDN: 1.5 mg 14d > 3 mg at 21:00 /1",
    ),
    ("LDN 4.5 mg at 08:00 and 21:00", "- LDN: 4.5 mg at 08:00 21:00 /1"),
    ("LDN 4.5 mg at 21:00, 08:00", "- LDN: 4.5 mg at 08:00 21:00 /1"),
    ("LDN 4.5 mg at 08:00,21:00", "- LDN: 4.5 mg at 08:00 21:00 /1"),
    ("LDN 4.5 mg at 08:00 and at 9 pm", "- LDN: 4.5 mg at 08:00 21:00 /1"),
    ("LDN 4.5 mg at 21:00 on Mon, Wed, Fri", "- LDN: 4.5 mg at 21:00 MWF"),
    ("LDN 4.5 mg on Mondays and Thursdays at 21:00", "- LDN: 4.5 mg at 21:00 MT"),
    ("LDN 4.5 mg every Monday at 21:00", "- LDN: 4.5 mg at 21:00 M"),
    ("LDN 4.5 mg every day at 21:00", "- LDN: 4.5 mg at 21:00 /1"),
    ("LDN 4.5 mg every 2 days at 21:00", "- LDN: 4.5 mg at 21:00 /2"),
    ("LDN 4.5 mg every other day at 21:00", "- LDN: 4.5 mg at 21:00 /2"),
    ("LDN 4.5 mg at 21:00 from 2026-12-01", "- LDN: 4.5 mg at 21:00 /1 from 2026-12-01"),
    ("LDN 4.5 mg at 21:00 from tomorrow", "- LDN: 4.5 mg at 21:00 /1 from 2026-11-25"),
    ("LDN 4.5 mg at 21:00 starting today", "- LDN: 4.5 mg at 21:00 /1 from 2026-11-24"),
    ("LDN 4.5 mg at 21:00 from Monday", "- LDN: 4.5 mg at 21:00 /1 from 2026-11-30"),
    (
        "LDN 4.5 mg at 21:00 until 2027-03-01 review 2027-02-01 from 2026-12-01",
        "- LDN: 4.5 mg at 21:00 /1 from 2026-12-01 to 2027-03-01 review 2027-02-01",
    ),
    (
        "LDN 4.5 mg at 21:00. Review on 2027-02-01.",
        "- LDN: 4.5 mg at 21:00 /1 review 2027-02-01",
    ),
    ("LDN 4.5\u00a0mg at\n21:00", "- LDN: 4.5 mg at 21:00 /1"),
    ("vitamin b12 1000 µg at 08:00", "- Vitamin B12: 1000 mcg at 08:00 /1"),
    ("P-1 5-HTP 50 mg at 08:00", "P-1 5-HTP: 50 mg at 08:00 /1"),
    ("Low dose drops 4 drops at 21:00", "- Low dose drops: 4 drops at 21:00 /1"),
    ("Low dose drops 1 drop at 21:00 for 1 day", "- Low dose drops: 1 drops 1d at 21:00 /1"),
    ("Macrogol half a sachet at 08:00", "- Macrogol: 0.5 sachets at 08:00 /1"),
    ("Macrogol half sachet for 3 days then 1 sachet at 08:00", "- Macrogol: 0.5 sachets 3d > 1 sachets at 08:00 /1"),
    ("Fibre a level spoon, in water at 08:00", "- Fibre: a level spoon, in water words at 08:00 /1"),
    (
        "Fibre “one spoon at night” for 3 days then two spoons at 20:00",
        "- Fibre: one spoon at night words 3d > two spoons words at 20:00 /1",
    ),
    (
        "P-07 Paracetamol 500 mg as needed, at least 6 h apart, at most 4 a day",
        "P-07 Paracetamol: 500 mg apart 6:00:00, most 4",
    ),
    ("Paracetamol prn 500mg at least 30 minutes", "- Paracetamol: 500mg apart 0:30:00"),
    (
        "Paracetamol at most 2 in 24 h 500 mg as needed at least 1 day apart until 2026-12-24",
        "- Paracetamol: 500 mg apart 1 day, 0:00:00, most 2",
    ),
]

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


@pytest.mark.parametrize(("text", "meaning"), GOOD, ids=[text for text, _ in GOOD])
def test_a_line_means_this(text: str, meaning: str) -> None:
    assert said(read(text)) == meaning


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


def test_an_amount_is_kept_as_written() -> None:
    assert [step.amount.text for step in read("LDN 1,50  mg for 2 days at 21:00 then 3mg").steps] == [
        "1,50 mg",
        "3mg",
    ]


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


def test_amounts_alone_are_read_for_the_buttons() -> None:
    steps = read_amounts_only("1.5 mg for 14 days, then 3 mg for 2 weeks, then 4,5 mg", "mg")
    assert [(step.amount.value, step.days) for step in steps] == [
        (Decimal("1.5"), 14),
        (Decimal("3"), 14),
        (Decimal("4.5"), None),
    ]


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


def test_a_line_without_days_is_every_day() -> None:
    line = read("LDN 4.5 mg at 21:00")
    assert (line.days, line.times, line.start, line.review) == (Days(), (time(21),), None, None)


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
