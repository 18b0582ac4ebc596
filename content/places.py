"""Countries and their time zones, from the tables of the tzdata package itself."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# tzdata's short names read oddly on a button.
_NAMES = {
    "CD": "DR Congo",
    "CG": "Congo",
    "CZ": "Czechia",
    "GB": "United Kingdom",
    "KP": "North Korea",
    "KR": "South Korea",
    "VG": "British Virgin Islands",
    "VI": "US Virgin Islands",
}
# What people call their country besides tzdata's name for it. Two letters that are no code are here too ("uk").
_ALSO = {
    "AE": "emirates;uae",
    "AT": "osterreich",
    "BA": "bosnia",
    "BR": "brasil",
    "CD": "drc;congo kinshasa",
    "CH": "schweiz;suisse;svizzera",
    "CI": "ivory coast",
    "CN": "prc;mainland china;peoples republic of china",
    "CZ": "czech republic",
    "DE": "deutschland",
    "DK": "danmark",
    "ES": "espana",
    "FI": "suomi",
    "GB": "uk;britain;great britain;england;scotland;wales;northern ireland",
    "IE": "eire;republic of ireland",
    "IN": "bharat",
    "IT": "italia",
    "KR": "korea;republic of korea",
    "MK": "macedonia",
    "MM": "burma",
    "NL": "holland;the netherlands;nederland",
    "NO": "norge",
    "NZ": "aotearoa",
    "PL": "polska",
    "RU": "russian federation",
    "SZ": "swaziland",
    "SE": "sverige",
    "TL": "timor leste",
    "TR": "turkiye",
    "US": "usa;america;united states of america;the united states;the us;the usa;the states",
    "VA": "vatican;holy see",
}
# Of zones that keep the same time, tzdata's first is kept, which is mostly the largest. Here it is not.
_BEST_KNOWN = frozenset(
    (
        "America/Manaus",
        "America/Rio_Branco",
        "America/Sao_Paulo",
        "Asia/Almaty",
        "Asia/Tashkent",
        "Asia/Yakutsk",
        "Australia/Adelaide",
        "Australia/Sydney",
        "Europe/Samara",
    )
)


@cache
def countries() -> Mapping[str, str]:
    """English names by ISO 3166 code, sorted by name; uninhabited places without a time zone are left out."""
    names = {code: _NAMES.get(code, name) for code, name in _table("iso3166.tab") if code in _zones_by_country()}
    return MappingProxyType(dict(sorted(names.items(), key=lambda item: _plain(item[1]))))


def find_country(typed: str) -> str | None:
    """The code of a country by its name, its code or a common short name; None if there is none.

    Spelling is taken as it is, but for case, accents and stops: the country chooses the emergency numbers, so
    nothing is guessed.
    """
    return _spellings().get(_plain(typed))


def zones(country: str, year: int) -> tuple[str, ...]:
    """The country's IANA zones, in tzdata's order; of those with the same clock all through ``year``, one.

    Empty for an unknown country.
    """
    by_clock: dict[tuple[timedelta | None, ...], str] = {}
    for name in _zones_by_country().get(country.upper(), ()):
        clock = _clock(name, year)
        if clock is not None and (clock not in by_clock or name in _BEST_KNOWN):
            by_clock[clock] = name
    return tuple(by_clock.values())


def country_of(zone: str) -> str | None:
    """The first country in tzdata's order that has this zone; None for one that no country has."""
    return next((code for code, names in _zones_by_country().items() if zone in names), None)


def zone_name(zone: str) -> str:
    """The place in a zone's name: "New York" for "America/New_York"."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _table(name: str) -> list[list[str]]:
    text = (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _zones_by_country() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, _, zone, *_ in _table("zone.tab"):
        found[code] = (*found.get(code, ()), zone)
    return MappingProxyType(found)


@cache
def _clock(zone: str, year: int) -> tuple[timedelta | None, ...] | None:
    """The zone's UTC offset at each noon (UTC) of the year: two zones differ if any of them does."""
    try:
        info = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, OSError):  # a system's own tables may be older than the package's
        return None
    noon = datetime(year, 1, 1, 12, tzinfo=UTC)
    days = (datetime(year + 1, 1, 1, 12, tzinfo=UTC) - noon).days
    return tuple((noon + timedelta(days=day)).astimezone(info).utcoffset() for day in range(days))


@cache
def _spellings() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, name in _table("iso3166.tab"):
        if code in countries():
            names = (code, name, name.split(" (")[0], countries()[code], *_ALSO.get(code, "").split(";"))
            for spelling in names:
                found.setdefault(_plain(spelling), code)
    # "Korea", "Samoa" and the like without more belong to whom they are commonly said of.
    found |= {_plain(name): code for code, names in _ALSO.items() for name in names.split(";")}
    found |= {"samoa": "WS", "virgin islands": "VI", "congo": "CG"}
    found.pop("", None)
    return MappingProxyType(found)


def _plain(text: str) -> str:
    """For comparing names: no case, accents, stops or brackets."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    text = "".join(c for c in text if unicodedata.category(c) != "Mn").replace("&", " and ")
    text = re.sub(r"['’.]", "", text)
    text = re.sub(r"\bst\b", "saint", re.sub(r"[^\w]+", " ", text))
    return " ".join(text.split())
