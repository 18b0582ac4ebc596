"""Supplies: counted down by the plan, dose by dose."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from care.amounts import Amount, parse_amount
from care.supply import Forecast, Supply, forecast, low

START = date(2026, 11, 24)


def coming(*amounts: str) -> list[tuple[date, Amount]]:
    """A dose a day, from the start."""
    return [(START + timedelta(days=n), parse_amount(amount)) for n, amount in enumerate(amounts)]


def per_dose(units: str, per: str = "1") -> Supply:
    return Supply(units=Decimal(units), per_dose=Decimal(per), strength=None)


def of(units: str, strength: str) -> Supply:
    return Supply(units=Decimal(units), per_dose=None, strength=Decimal(strength))


@pytest.mark.parametrize(
    ("supply", "planned", "amounts", "left", "runs_out"),
    [
        (per_dose("3"), [], ["1.5 mg"] * 5, "3", 3),
        (per_dose("3"), ["1.5 mg"], ["1.5 mg"] * 5, "2", 2),
        (per_dose("5", "2"), [], ["1.5 mg"] * 5, "5", 2),
        (per_dose("1", "0.5"), [], ["1.5 mg"] * 5, "1", 2),
        (per_dose("5"), [], ["1.5 mg"] * 5, "5", None),  # the plan ends before the supply
        (per_dose("0"), [], ["1.5 mg"], "0", 0),
        (per_dose("1"), ["1.5 mg"] * 4, ["1.5 mg"], "0", 0),  # never below nothing
        # One holds 1.5 mg: as the step rises, two and then three are taken.
        (of("6", "1.5"), [], ["1.5 mg", "3 mg", "3 mg", "4.5 mg"], "6", 3),
        (of("30", "4.5"), ["1.5 mg"] * 3, ["4.5 mg"] * 40, "29", 29),
        (per_dose("9"), [], [], "9", None),
    ],
)
def test_the_first_planned_dose_that_is_not_covered(
    supply: Supply, planned: list[str], amounts: list[str], left: str, runs_out: int | None
) -> None:
    found = forecast(supply, [parse_amount(amount) for amount in planned], coming(*amounts))
    assert round(found.left, 6) == Decimal(left)
    assert found.runs_out == (None if runs_out is None else START + timedelta(days=runs_out))


def test_it_is_low_from_so_many_days_before_it_runs_out() -> None:
    found = Forecast(left=Decimal(9), runs_out=START + timedelta(days=9))
    assert [low(found, START + timedelta(days=n), 7) for n in (0, 1, 2, 9, 20)] == [False, False, True, True, True]
    assert not low(Forecast(left=Decimal(9), runs_out=None), START, 60)


def test_a_supply_is_by_dose_or_by_strength_and_never_below_zero() -> None:
    for facts in ({"per_dose": None, "strength": None}, {"per_dose": Decimal(1), "strength": Decimal(1)}):
        with pytest.raises(ValueError, match="units for each dose"):
            Supply(units=Decimal(1), **facts)
    with pytest.raises(ValueError, match="above zero"):
        per_dose("-1")


def test_words_have_no_strength() -> None:
    with pytest.raises(ValueError, match="in words"):
        forecast(of("5", "1.5"), [], [(START, parse_amount("a spoon", "words"))])
