"""Countries and zones, from tzdata's own tables."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from content.places import countries, find_country, zone_name, zones

YEAR = 2026


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Germany", "DE"),
        ("germany ", "DE"),
        ("de", "DE"),
        ("Deutschland", "DE"),
        ("uk", "GB"),
        ("U.K.", "GB"),
        ("England", "GB"),
        ("United Kingdom", "GB"),
        ("Britain (UK)", "GB"),
        ("USA", "US"),
        ("u.s.a.", "US"),
        ("the United States", "US"),
        ("Côte d'Ivoire", "CI"),
        ("cote d’ivoire", "CI"),
        ("Türkiye", "TR"),
        ("Saint Lucia", "LC"),
        ("St. Lucia", "LC"),
        ("Holland", "NL"),
        ("South Korea", "KR"),
        ("north korea", "KP"),
        ("Bosnia and Herzegovina", "BA"),
        ("ＩＥ", "IE"),
    ],
)
def test_a_country_is_found_by_name_code_and_common_short_names(typed: str, code: str) -> None:
    assert find_country(typed) == code


@pytest.mark.parametrize("typed", ["", " ", "Atlantis", "Austrlia", "Europe", "7", "BV", "🇩🇪"])
def test_a_country_is_never_guessed(typed: str) -> None:
    assert find_country(typed) is None


def test_every_country_is_found_by_its_own_name_and_code() -> None:
    lost = {code for code, name in countries().items() if find_country(name) != code or find_country(code) != code}
    assert lost == set()


def test_every_country_has_a_zone_that_python_knows() -> None:
    for code in countries():
        assert zones(code, YEAR), code
        for zone in zones(code, YEAR):
            ZoneInfo(zone)


def test_names_of_countries_with_numbers_fit_a_button() -> None:
    shown = ("US", "CA", "GB", "IE", "AU", "NZ", "DK", "DE", "FR", "ES", "NL", "BR", "IN")
    assert max(len(countries()[code]) for code in shown) <= 20


@pytest.mark.parametrize(
    ("country", "zone"), [("IE", "Europe/Dublin"), ("DE", "Europe/Berlin"), ("IN", "Asia/Kolkata")]
)
def test_zones_that_keep_the_same_time_are_one(country: str, zone: str) -> None:
    assert zones(country, YEAR) == (zone,)


def test_the_best_known_of_equal_zones_is_kept() -> None:
    assert {"America/New_York", "America/Chicago", "America/Phoenix", "Pacific/Honolulu"} <= set(zones("US", YEAR))
    assert {"Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide"} <= set(zones("AU", YEAR))
    assert "America/Sao_Paulo" in zones("BR", YEAR)
    assert "America/Detroit" not in zones("US", YEAR)


@pytest.mark.parametrize("country", ["US", "AU", "BR", "CA", "RU"])
def test_no_two_zones_on_offer_show_the_same_clock_all_year(country: str) -> None:
    noons = [datetime(YEAR, month, 15, 12, tzinfo=UTC) for month in range(1, 13)]
    days = [datetime(YEAR, month, day, 12, tzinfo=UTC) for month in (3, 4, 9, 10, 11) for day in range(1, 31)]
    clocks = [tuple(at.astimezone(ZoneInfo(zone)).utcoffset() for at in noons + days) for zone in zones(country, YEAR)]
    assert len(set(clocks)) == len(clocks)


def test_an_unknown_country_has_no_zones() -> None:
    assert zones("ZZ", YEAR) == ()


def test_the_year_decides_which_zones_are_the_same() -> None:
    # Portugal's mainland kept Central European Time in 1994, so Madeira was an hour behind it.
    assert "Atlantic/Madeira" in zones("PT", 1994)
    assert "Atlantic/Madeira" not in zones("PT", YEAR)


def test_a_zone_is_named_by_its_place() -> None:
    assert zone_name("America/New_York") == "New York"
    assert zone_name("America/Argentina/Buenos_Aires") == "Buenos Aires"
