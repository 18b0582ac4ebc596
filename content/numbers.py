"""Emergency and crisis numbers by country: ``numbers.toml``, each row with its source and the day it expires.

An expired or unverified row is still served, since an old number beats none; ``doctor`` says so, and no new
clinic is set up on an expired one.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import tomli

_MONTHS_VALID = 6
_UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Whom to call in one country."""

    country: str
    """ISO 3166 code; "" for the general row."""
    emergency: str
    """As it reads after "Call": "112 or 999"."""
    crisis: str
    """A phone number; in the general row an address that lists crisis lines."""
    source: str
    verified_on: date | None
    """The day a source was seen; None if nobody has checked it."""
    expires_on: date
    """From this day on the row is expired."""

    @property
    def known(self) -> bool:
        """Whether these are a country's own numbers."""
        return self.country != ""


def numbers(country: str | None, today: date) -> Numbers:
    """The numbers of a country (a two-letter code), or the general row if it has none or None is given.

    The country is what the person set, never guessed from a language. ``today`` chooses nothing yet: an expired
    row is served all the same.
    """
    rows = _rows()
    return rows.get((country or _UNKNOWN).upper(), rows[_UNKNOWN])


def all_numbers() -> tuple[Numbers, ...]:
    """Every country's row, in the file's order, without the general one."""
    return tuple(row for row in _rows().values() if row.known)


def expired(today: date) -> tuple[Numbers, ...]:
    """The countries' rows that have expired."""
    return tuple(row for row in all_numbers() if row.expires_on <= today)


@cache
def _rows() -> Mapping[str, Numbers]:
    table = tomli.loads((files("content") / "numbers.toml").read_text(encoding="utf-8"))
    listed_on = table.pop("listed_on")
    return MappingProxyType({code: _row(code, row, listed_on) for code, row in table.items()})


def _row(code: str, row: Mapping[str, str | date], listed_on: date) -> Numbers:
    verified_on = row.get("verified_on")
    assert verified_on is None or isinstance(verified_on, date)
    return Numbers(
        country="" if code == _UNKNOWN else code,
        emergency=str(row["emergency"]),
        crisis=str(row["crisis"]),
        source=str(row["source"]),
        verified_on=verified_on,
        expires_on=_months_after(verified_on or listed_on, _MONTHS_VALID),
    )


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
