"""Plans in words, and the clinician's screens around them."""

import re
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from care.amounts import Amount
from care.grammar import LineError, read_line
from care.medicines import ldn
from care.plans import Days, Plan, Step
from care.safety import Finding
from content.library.readability import grade, sentences
from content.phrases import load
from content.press import press
from content.screen import Html
from content.wording import drafting, mending
from content.wording.plans import describe, findings, first_two_weeks

PHRASES = load("en")
BERLIN = ZoneInfo("Europe/Berlin")
START = date(2026, 11, 24)  # a Tuesday
ALICE = "0123456789abcde"  # as long as our ids are


def amount(text: str) -> Amount:
    number, unit = text.split()
    return Amount(text=text, value=Decimal(number.replace(",", ".")), unit=unit)


def plan(*steps: tuple[str, int | None], times: tuple[time, ...] = (time(21),), days: Days | None = None) -> Plan:
    return Plan(
        medicine=ALICE,
        times=times,
        days=days or Days(),
        steps=tuple(Step(amount=amount(text), days=count) for text, count in steps),
        start=START,
        end=None,
        review=date(2027, 2, 16),
    )


RISING = plan(("1.5 mg", 14), ("3 mg", 14), ("4.5 mg", None))


def bare(text: str) -> list[str]:
    return re.sub(r"<[^>]+>", "", text).splitlines()


def test_a_plan_is_described_step_by_step_with_its_dates() -> None:
    assert bare(describe(PHRASES, RISING, medicine="LDN")) == [
        "LDN",
        "1.5 mg at 21:00 – Tue 24 Nov to Mon 7 Dec",
        "3 mg at 21:00 – Tue 8 Dec to Mon 21 Dec",
        "4.5 mg at 21:00 – from Tue 22 Dec on",
        "Every day.",
        "Review: Tue 16 Feb 2027.",
    ]


def test_an_amount_is_shown_as_the_clinician_wrote_it() -> None:
    assert "1,5 mg at 21:00" in bare(describe(PHRASES, plan(("1,5 mg", None))))[0]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (Days(), "Every day."),
        (Days(every=2), "Every other day, from Tue 24 Nov."),
        (Days(every=5), "Every 5 days, from Tue 24 Nov."),
        (Days(weekdays=frozenset({4, 0, 2})), "On Mon, Wed and Fri."),
    ],
)
def test_the_days_are_said_in_words(days: Days, said: str) -> None:
    assert said in bare(describe(PHRASES, plan(("1.5 mg", None), days=days)))


def test_a_plan_that_ends_says_its_last_day() -> None:
    closed = bare(describe(PHRASES, plan(("1.5 mg", 7), ("3 mg", 1))))
    assert "3 mg at 21:00 – Tue 1 Dec only" in closed
    assert "Last day: Tue 1 Dec." in closed


def test_a_step_after_the_end_is_said_to_be_never() -> None:
    cut = bare(describe(PHRASES, replace(RISING, end=date(2026, 12, 10))))
    assert "3 mg at 21:00 – Tue 8 Dec to Thu 10 Dec" in cut
    assert "4.5 mg at 21:00 – never: the plan ends before it" in cut
    assert "Last day: Thu 10 Dec." in cut


def test_a_date_of_another_year_has_its_year() -> None:
    assert "Thu 31 Dec to Fri 1 Jan 2027" in describe(PHRASES, replace(plan(("3 mg", 2)), start=date(2026, 12, 31)))


def test_many_times_a_day_are_listed_once() -> None:
    often = plan(("1 mg", 7), ("2 mg", None), times=tuple(time(hour) for hour in range(8, 20, 2)))
    described = bare(describe(PHRASES, often))
    assert described[:3] == [
        "1 mg – Tue 24 Nov to Mon 30 Nov",
        "2 mg – from Tue 1 Dec on",
        "Times: 08:00, 10:00, 12:00, 14:00, 16:00 and 18:00.",
    ]
    assert bare(first_two_weeks(PHRASES, often, BERLIN))[0] == "Tue 24 Nov: 1 mg, 6 times"


def test_the_first_two_weeks_have_a_line_a_day() -> None:
    lines = bare(first_two_weeks(PHRASES, plan(("1.5 mg", 7), ("3 mg", None)), BERLIN))
    assert len(lines) == 14
    assert lines[0] == "Tue 24 Nov: 1.5 mg at 21:00"
    assert lines[7] == "Tue 1 Dec: 3 mg at 21:00"
    assert lines[13] == "Mon 7 Dec: 3 mg at 21:00"


def test_the_first_two_weeks_of_some_days_show_those_days_only() -> None:
    lines = bare(first_two_weeks(PHRASES, plan(("1.5 mg", None), days=Days(weekdays=frozenset({0}))), BERLIN))
    assert lines == ["Mon 30 Nov: 1.5 mg at 21:00", "Mon 7 Dec: 1.5 mg at 21:00"]


def test_a_time_that_the_clock_leaves_out_is_shown_as_the_clock_will_show_it() -> None:
    night = replace(plan(("1.5 mg", None), times=(time(2, 30),)), start=date(2027, 3, 27))
    assert bare(first_two_weeks(PHRASES, night, BERLIN))[1] == "Sun 28 Mar: 1.5 mg at 03:00"


@pytest.mark.parametrize("zone", ["Australia/Lord_Howe", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"])
def test_the_first_two_weeks_are_fourteen_days_of_the_patients_calendar(zone: str) -> None:
    lines = bare(first_two_weeks(PHRASES, plan(("1.5 mg", None), times=(time(0), time(23, 59))), ZoneInfo(zone)))
    assert len(lines) == 14
    assert lines[0] == "Tue 24 Nov: 1.5 mg at 00:00 and 23:59"


def test_a_plan_without_a_dose_in_its_first_two_weeks_says_so() -> None:
    never = replace(plan(("1.5 mg", None), days=Days(weekdays=frozenset({0}))), end=START)
    assert first_two_weeks(PHRASES, never, BERLIN) == "No dose falls in the first two weeks."


def test_findings_that_block_stand_apart_and_first() -> None:
    text = findings(
        PHRASES,
        [
            Finding(rule="R3", key="above_trials", facts={"amount": "7 mg", "limit": "6 mg"}, blocks=False),
            Finding(rule="R4", key="start_past", facts={"start": "2026-11-20", "review": "2027-02-16"}, blocks=True),
        ],
    )
    assert bare(text) == [
        "This has to change first:",
        "• The start date, Fri 20 Nov 2026, has passed. Please choose today or later.",
        "",
        "Please look at this:",
        "• 7 mg is above 6 mg, the highest amount tested in fibromyalgia. Is it what you mean?",
    ]


def test_no_findings_are_no_words() -> None:
    assert findings(PHRASES, ()) == ""


def test_a_line_that_cannot_be_read_is_shown_with_the_word_marked_in_text_too() -> None:
    line = "P-07 LDN 1.5 mg at 25:00 & <b>"
    with pytest.raises(LineError) as caught:
        read_line(line, [ldn(ALICE)], START)
    screen = mending.unreadable(PHRASES, line, caught.value, again="line")
    assert "P-07 LDN 1.5 mg at <u>25:00</u> &amp; &lt;b&gt;" in screen.text
    assert "<b>25:00</b> ← this word. I can't read this time." in screen.text
    assert "/plan P-07 LDN" in screen.text


def test_a_very_long_line_still_fits_a_message() -> None:
    line = "P-07 LDN " + "x" * 4087
    with pytest.raises(LineError) as caught:
        read_line(line, [ldn(ALICE)], START)
    assert len(mending.unreadable(PHRASES, line, caught.value, again="line").text) < 1000


def test_the_largest_plan_of_a_line_can_be_read_back_in_one_message() -> None:
    steps = tuple((f"{1 + n % 2 * 5} mg", 14) for n in range(24))
    rules = [Finding(rule="R3", key="jump_up", facts={"before": "1 mg", "after": "6 mg"}, blocks=False)] * 24
    screen = drafting.read_back(
        PHRASES,
        draft=ALICE,
        label="P-07",
        name="LDN",
        plan=plan(*steps, times=tuple(time(hour) for hour in range(24))),
        zone=BERLIN,
        found=rules,
        check=None,
        held=True,
        meanwhile=True,
        crowded=Html(),
    )
    assert len(re.sub(r"<[^>]+>", "", screen.text)) <= 4096


def test_nothing_that_blocks_can_be_confirmed() -> None:
    def labels(*rules: Finding) -> list[str]:
        screen = drafting.read_back(
            PHRASES,
            draft=ALICE,
            label="P-07",
            name="LDN",
            plan=RISING,
            zone=BERLIN,
            found=rules,
            check=None,
            held=False,
            meanwhile=False,
            crowded=Html(),
        )
        return [button.label for row in screen.rows for button in row]

    assert labels() == ["Confirm", "Hold after 3 missed days", "Change", "Discard", "Help"]
    blocking = Finding(rule="R1", key="opioid_check_unsigned", blocks=True)
    assert labels(blocking) == ["Change", "Discard", "Help"]


def test_the_presses_of_a_draft_fit_telegrams_64_bytes() -> None:
    screens = [
        drafting.medicine(PHRASES, draft=ALICE, label="P-07", medicines=[ldn("f" * 15)], now=()),
        drafting.times(
            PHRASES, draft=ALICE, label="P-07", name="LDN", chosen=(time(21), time(6, 30)), days=Days(), plan=None
        ),
        drafting.review(PHRASES, draft=ALICE, label="P-07", plan=RISING, problem=Html()),
    ]
    for screen in screens:
        assert screen.rows[-1][0].press == press("help")
        for button in (button for row in screen.rows for button in row):
            assert button.press is not None and button.press.encode()
            assert len(button.label) <= 24


@pytest.mark.parametrize(
    "key", sorted(key for key in PHRASES.texts if key.startswith(("plan.", "clinic.")) and " " in PHRASES.texts[key])
)
def test_a_phrase_is_short_plain_and_calm(key: str) -> None:
    words = re.sub(r"<code>.*?</code>|<[^>]+>", "", PHRASES.texts[key])
    assert all(len(sentence.split()) <= 20 for sentence in sentences(words))
    assert not re.search(r"!|well done|great|good job|failed|you forgot|should", words, re.IGNORECASE)
    if len(words.split()) >= 8:
        assert grade(words) <= 8
