"""Supplies: how many units a patient has, counted down by what the plan means, never by what was answered.

It says on which day the first planned dose is no longer covered, and nothing about whether doses were taken. It is
never a measure of adherence (clinical evidence page 4.1).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from care.amounts import Amount

REFILL_DAYS = 7
"""So many days before a supply runs out the patient is told. Ours, not from a source; a clinic sets its own."""
MOST_REFILL_DAYS = 60
AT = time(10)
"""When supplies are looked at, each day, in the hour from then on, on the patient's clock."""
UNTIL = time(20)
"""Until then they may be looked at again, when a clock changed."""
FAR = timedelta(days=400)
"""As far as a day is named; beyond it, a supply is simply long."""


@dataclass(frozen=True, kw_only=True)
class Supply:
    """What there was when it was counted. Raises ValueError unless one of ``per_dose`` and ``strength`` is there."""

    units: Decimal
    """Capsules, tablets, millilitres …, not below 0."""
    per_dose: Decimal | None
    """Units for each dose, whatever its amount."""
    strength: Decimal | None
    """How much is in one unit, in the medicine's own unit: then a step that rises takes more of them."""

    def __post_init__(self) -> None:
        if (self.per_dose is None) == (self.strength is None):
            raise ValueError("units for each dose, or how much is in one")
        if self.units < 0 or (self.per_dose or self.strength or 0) <= 0:
            raise ValueError("a supply is counted in numbers above zero")

    def needs(self, amount: Amount) -> Decimal:
        """The units that a dose of this amount takes. Raises ValueError for words where a strength is set."""
        if self.per_dose is not None:
            return self.per_dose
        assert self.strength is not None
        if amount.value is None:
            raise ValueError("an amount in words has no strength")
        return amount.value / self.strength


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """How far a supply goes."""

    left: Decimal
    """Units that should be there now by the plan; 0 at least."""
    runs_out: date | None
    """The local date of the first planned dose that is not covered; None: not within sight, or nothing is planned."""


def forecast(supply: Supply, planned: Iterable[Amount], coming: Iterable[tuple[date, Amount]]) -> Forecast:
    """``planned``: the doses since it was counted; ``coming``: those to come, in order, with their local dates."""
    left = max(supply.units - sum((supply.needs(amount) for amount in planned), Decimal(0)), Decimal(0))
    rest = left
    for day, amount in coming:
        rest -= supply.needs(amount)
        if rest < 0:
            return Forecast(left=left, runs_out=day)
    return Forecast(left=left, runs_out=None)


def low(found: Forecast, today: date, days: int) -> bool:
    """Whether it runs out within so many days."""
    return found.runs_out is not None and found.runs_out <= today + timedelta(days=days)
