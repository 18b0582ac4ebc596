"""Amounts are read exactly, or refused with the reason (R3)."""

from decimal import Decimal

import pytest

from care.amounts import AmountError, parse_amount


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("1.5 mg", "1.5", "mg"),
        ("1,5 mg", "1.5", "mg"),
        ("4.5mg", "4.5", "mg"),
        ("0.5 MG", "0.5", "mg"),
        ("45 milligrams", "45", "mg"),
        ("0.125 mg", "0.125", "mg"),
        ("2 ml", "2", "mL"),
        ("1 drop", "1", "drops"),
        ("1000 µg", "1000", "mcg"),
        ("3 sprays", "3", "sprays"),
    ],
)
def test_an_amount_is_read_with_point_or_comma(written: str, value: str, unit: str) -> None:
    amount = parse_amount(written)
    assert (amount.value, amount.unit) == (Decimal(value), unit)


def test_an_amount_keeps_what_the_clinician_wrote() -> None:
    assert parse_amount("  1,50   mg ").text == "1,50 mg"


@pytest.mark.parametrize(
    ("written", "reason", "word"),
    [
        ("", "empty", ""),
        ("1.500 mg", "ambiguous", "1.500"),
        ("1,500 mg", "ambiguous", "1,500"),
        ("4.500 mg", "ambiguous", "4.500"),
        ("1,500.5 mg", "not_a_number", "1,500.5"),
        ("-1.5 mg", "negative", "-1.5"),
        ("\u22121.5 mg", "negative", "\u22121.5"),
        ("0 mg", "zero", "0"),
        ("0,0 mg", "zero", "0,0"),
        ("12345 mg", "too_many_digits", "12345"),
        ("1.2345 mg", "too_many_digits", "1.2345"),
        ("..5 mg", "not_a_number", "..5"),
        (".5 mg", "no_leading_zero", ".5"),
        ("5. mg", "not_a_number", "5."),
        ("05 mg", "not_a_number", "05"),
        ("1-2 mg", "not_a_number", "1-2"),
        ("1.5", "no_unit", "1.5"),
        ("mg", "not_a_number", "mg"),
        ("1 5 mg", "bad_unit", "5 mg"),
        ("4.5 mg/day", "bad_unit", "mg/day"),
        ("\uff14.5 mg", "not_ascii", "\uff14.5 mg"),
        ("4\uff0e5 mg", "not_ascii", "4\uff0e5 mg"),
        ("\u0664 mg", "not_ascii", "\u0664 mg"),
        ("4½ mg", "not_ascii", "4½ mg"),
        ("4.\u200b5 mg", "hidden", "4.\u200b5 mg"),
        ("\u202e5.4 mg", "hidden", "\u202e5.4 mg"),
    ],
)
def test_what_could_mean_something_else_is_refused_by_name(written: str, reason: str, word: str) -> None:
    with pytest.raises(AmountError) as refused:
        parse_amount(written)
    assert (refused.value.reason, refused.value.word) == (reason, word)
