"""The week's figures: counted, never guessed (clinical 3.3-3.6, 4.1)."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from care.doses import DoseState
from care.week import Week, compare, week

START = date(2026, 11, 16)
DAYS = [START + timedelta(days=n) for n in range(7)]


def pain(*values: int | None) -> Week:
    return week(START, {day: {"pain": value} for day, value in zip(DAYS, values, strict=False)}, [])


def doses(*states: str) -> Week:
    return week(START, {}, [(DAYS[n % 7], state) for n, state in enumerate(states)])


def test_a_mean_needs_four_of_seven_days() -> None:
    assert pain(4, 5, 6).scales["pain"].mean is None
    assert pain(4, 5, 6, 7).scales["pain"].mean == Decimal("5.5")


def test_four_days_are_marked_few_and_five_are_not() -> None:
    assert [pain(*[5] * n).scales["pain"].few for n in range(8)] == [n == 4 for n in range(8)]


def test_a_blank_day_is_neither_zero_nor_carried_forward() -> None:
    spread = pain(8, None, 8, 8, None, 8, None).scales["pain"]
    assert (spread.n, spread.mean, spread.lowest) == (4, Decimal("8.0"), 8)
    assert spread.by_day == (8, None, 8, 8, None, 8, None)


def test_a_rating_of_zero_is_an_answer() -> None:
    spread = pain(0, 0, 0, 0).scales["pain"]
    assert (spread.n, spread.mean, spread.lowest, spread.highest) == (4, Decimal("0.0"), 0, 0)


def test_lowest_and_highest_are_given_below_four_days_too() -> None:
    spread = pain(4, 9).scales["pain"]
    assert (spread.n, spread.lowest, spread.highest) == (2, 4, 9)


def test_a_half_rounds_up() -> None:
    assert pain(1, 1, 1, 2).scales["pain"].mean == Decimal("1.3")


def test_every_mean_has_one_decimal_and_is_the_exact_one_rounded() -> None:
    for values in product((0, 3, 10), repeat=5):
        exact = Decimal(sum(values)) / 5
        assert pain(*values).scales["pain"].mean == exact.quantize(Decimal("0.1"))


def test_a_day_on_which_all_was_skipped_is_not_an_answered_day() -> None:
    ratings = {DAYS[0]: {"pain": None, "sleep": None}, DAYS[1]: {"pain": None, "sleep": 0}}
    assert week(START, ratings, []).answered_days == 1


def test_days_outside_the_week_are_left_out() -> None:
    before, after = START - timedelta(days=1), START + timedelta(days=7)
    found = week(START, {before: {"pain": 9}, after: {"pain": 9}}, [(before, "taken"), (after, "taken")])
    assert (found.answered_days, found.doses.due) == (0, 0)


def test_a_rating_off_its_scale_is_refused() -> None:
    for value in (-1, 11, 45):
        with pytest.raises(ValueError, match="off its scale"):
            pain(value)


def test_an_unknown_state_is_refused() -> None:
    with pytest.raises(ValueError, match="missed"):
        doses("missed")


def test_doses_on_hold_cancelled_or_not_asked_are_not_due() -> None:
    counts = doses("taken", "held", "cancelled", "not_asked", "not_asked").doses
    assert (counts.due, counts.held, counts.not_asked) == (1, 1, 2)


def test_due_is_the_sum_of_its_five_parts_for_every_state() -> None:
    counts = doses(*(state.value for state in DoseState), "sent").doses
    assert counts.due == counts.taken + counts.skipped + counts.unanswered + counts.undelivered + counts.waiting
    assert (counts.taken, counts.skipped, counts.unanswered, counts.undelivered, counts.waiting) == (1, 1, 1, 1, 4)


def test_a_days_doses_keep_the_order_given() -> None:
    found = week(START, {}, [(DAYS[2], "taken"), (DAYS[0], "held"), (DAYS[2], "skipped")])
    assert found.dose_days == (("held",), (), ("taken", "skipped"), (), (), (), ())


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ([5] * 7, [5] * 7, "same"),
        ([5] * 7, [6, 7, 7, 7, 7, 7, 7], "same"),  # 6.9: 1.9 points
        ([5] * 7, [7] * 7, "higher"),
        ([7] * 7, [5] * 7, "lower"),
        ([7] * 4, [5] * 4, "lower"),
        ([7] * 3, [5] * 7, None),
        ([7] * 7, [5] * 3, None),
        ([], [], None),
    ],
)
def test_weeks_are_compared_from_four_days_each_and_differ_from_two_points(
    before: Sequence[int], now: Sequence[int], found: str | None
) -> None:
    assert compare(pain(*before), pain(*now)) == found


def test_a_scale_without_a_known_threshold_is_not_compared() -> None:
    low = week(START, {day: {"sleep": 1} for day in DAYS}, [])
    high = week(START, {day: {"sleep": 9} for day in DAYS}, [])
    assert compare(low, high, "sleep") is None
