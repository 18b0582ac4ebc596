"""Emergency numbers: the rows, their sources, and the day they expire."""

from datetime import date

import pytest

from content.numbers import all_numbers, expired, numbers
from content.places import countries

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("country", "emergency", "crisis"),
    [
        ("US", "911", "988"),
        ("CA", "911", "988"),
        ("GB", "999", "116 123"),
        ("IE", "112 or 999", "116 123"),
        ("AU", "000", "13 11 14"),
        ("NZ", "111", "1737"),
        ("DK", "112", "70 201 201"),
        ("DE", "112", "0800 111 0 111"),
        ("FR", "112 or 15", "3114"),
        ("ES", "112", "024"),
        ("NL", "112", "113"),
        ("BR", "192", "188"),
        ("IN", "112", "14416"),
    ],
)
def test_each_row_is_the_evidence_pages(country: str, emergency: str, crisis: str) -> None:
    row = numbers(country, TODAY)
    assert (row.country, row.emergency, row.crisis) == (country, emergency, crisis)


@pytest.mark.parametrize("country", [None, "", "ZZ", "SE", "unknown"])
def test_a_country_without_a_row_gets_the_general_numbers(country: str | None) -> None:
    row = numbers(country, TODAY)
    assert (row.emergency, row.crisis) == ("112 or your local number", "findahelpline.com")
    assert not row.known


def test_only_rows_with_a_source_that_was_seen_count_as_verified() -> None:
    assert {row.country for row in all_numbers() if row.verified_on} == {"US", "CA", "AU"}


def test_an_unverified_row_says_so_in_its_source() -> None:
    assert all("not yet verified" in row.source for row in all_numbers() if row.verified_on is None)


def test_the_general_row_is_not_among_the_countries() -> None:
    assert len(all_numbers()) == 13
    assert all(row.known and row.country in countries() for row in all_numbers())


def test_rows_expire_six_months_after_they_were_verified_or_listed() -> None:
    assert {row.expires_on for row in all_numbers()} == {date(2027, 5, 1)}
    assert expired(date(2027, 4, 30)) == ()
    assert expired(date(2027, 5, 1)) == all_numbers()


def test_an_expired_row_is_still_served() -> None:
    assert numbers("DK", date(2030, 1, 1)).emergency == "112"
