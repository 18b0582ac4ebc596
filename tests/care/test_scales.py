"""The check-in's questions and what counts as an answer (clinical 3.2-3.5)."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from care.scales import DAILY, QUESTIONS, WORRY_REPLIES, evening_of, next_question, parse_rating

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("typed", "rating"),
    [
        ("7", 7),
        (" 7 ", 7),
        ("７", 7),
        ("１０", 10),
        ("٧", 7),
        ("7/10", 7),
        ("7 / 10", 7),
        ("10/10", 10),
        ("0", 0),
        ("7.", 7),
        ("seven", 7),
        ("Zero", 0),
        ("TEN", 10),
    ],
)
def test_a_whole_number_from_0_to_10_is_a_rating(typed: str, rating: int) -> None:
    assert parse_rating(typed) == rating


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "45",
        "11",
        "-1",
        "−1",
        "7.5",
        "7,5",
        "½",
        "7/9",
        "7 or 8",
        "about 7",
        "7th",
        "٤٥",
        "100",
        "elven",
        "7" * 5000,
        "7/10/2026",
    ],
)
def test_anything_else_is_no_rating(typed: str) -> None:
    assert parse_rating(typed) is None


def test_all_scales_run_from_0_to_10() -> None:
    assert {(scale.lowest, scale.highest) for scale in DAILY} == {(0, 10)}


def test_the_five_questions_come_in_their_order_and_a_skip_counts_as_asked() -> None:
    answered: dict[str, int | None] = {}
    asked = []
    while (question := next_question(answered)) is not None:
        asked.append(question)
        answered[question] = None
    assert tuple(asked) == QUESTIONS == ("pain", "tiredness", "sleep", "interference", "worry")


def test_carrying_on_asks_the_first_question_left_open() -> None:
    assert next_question({"pain", "sleep"}) == "tiredness"


@pytest.mark.parametrize(
    ("utc", "evening"),
    [
        (datetime(2026, 11, 24, 20, 45, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 11, 24, 23, 30, tzinfo=UTC), date(2026, 11, 24)),  # 00:30 local
        (datetime(2026, 11, 25, 2, 59, 59, tzinfo=UTC), date(2026, 11, 24)),  # 03:59:59 local
        (datetime(2026, 11, 25, 3, 0, tzinfo=UTC), date(2026, 11, 25)),  # 04:00 local
    ],
)
def test_an_answer_before_four_belongs_to_the_evening_before(utc: datetime, evening: date) -> None:
    assert evening_of(utc, BERLIN) == evening


@pytest.mark.parametrize(
    ("utc", "evening"),
    [
        (datetime(2027, 3, 28, 1, 59, tzinfo=UTC), date(2027, 3, 27)),  # 03:59 CEST, after the gap
        (datetime(2027, 3, 28, 2, 0, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), date(2027, 10, 30)),  # 02:30 CET, the second one
        (datetime(2027, 10, 31, 3, 0, tzinfo=UTC), date(2027, 10, 31)),
    ],
)
def test_the_evening_turns_at_four_on_the_wall_on_both_days_of_change(utc: datetime, evening: date) -> None:
    assert evening_of(utc, BERLIN) == evening


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        evening_of(datetime(2026, 11, 24, 20), BERLIN)  # noqa: DTZ001


def test_the_urgent_worries_are_those_of_t13_and_an_opioid() -> None:
    urgent = {worry for worry, reply in WORRY_REPLIES.items() if reply != "clinic"}
    assert urgent == {"mood", "yellow", "rash", "breathing", "opioid"}
