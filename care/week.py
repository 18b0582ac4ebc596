"""One patient's seven days as figures: what was said, counted, and never more than that (clinical 3.3-3.6, 4.1).

A blank day is a blank: it is never filled in, carried forward or counted as 0. Nothing here says why.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Literal

from care.doses import DoseState
from care.scales import DAILY, Scale

DayRatings = Mapping[str, int | None]
"""One evening's ratings by scale id, 0-10; None where the question was skipped."""

ENOUGH_DAYS = 4
"""A mean, and a comparison, only from so many of seven days (diary convention, clinical 3.5)."""

SAME_WITHIN: Mapping[str, Decimal] = MappingProxyType({"pain": Decimal(2)})
"""Means closer than this are "about the same": 2 points for pain (FR01). The other scales have no firm value."""

Comparison = Literal["same", "lower", "higher"]


@dataclass(frozen=True, kw_only=True)
class Spread:
    """One scale over seven days, in points 0-10."""

    n: int
    """Days with a rating."""
    mean: Decimal | None
    """Of the rated days, to one decimal; None on fewer than four."""
    few: bool
    """The mean stands on four days only: it is shown as such (SCI18)."""
    lowest: int | None
    highest: int | None
    by_day: tuple[int | None, ...]


@dataclass(frozen=True, kw_only=True)
class DoseCounts:
    """Doses by what is known of them. Only the first five parts make up ``due``; nothing here is a rate (4.1)."""

    due: int
    """Doses that were to be taken: without those on hold, cancelled, or not asked for."""
    taken: int
    skipped: int
    unanswered: int
    undelivered: int
    waiting: int
    """Still open: due, sent or put off."""
    held: int
    not_asked: int
    corrected: int
    """How many of them carry an answer that the patient put right later; a note, not another part."""


@dataclass(frozen=True, kw_only=True)
class Week:
    """Seven local days from ``start``."""

    start: date
    days: tuple[date, ...]
    answered_days: int
    """Days with at least one rating."""
    scales: Mapping[str, Spread]
    doses: DoseCounts
    dose_days: tuple[tuple[str, ...], ...]
    """The states of each day's doses, in the order given."""
    uses: tuple[int, ...] | None
    """How often an as-needed medicine was logged on each day; None: there is none. Never part of ``doses``."""


def week(
    start: date,
    ratings: Mapping[date, DayRatings],
    doses: Sequence[tuple[date, str]],
    uses: Sequence[date] | None = None,
    *,
    corrected: int = 0,
) -> Week:
    """The seven days from ``start``; days outside them are left out. ``corrected`` counts the doses put right later.

    Raises ValueError for a rating off its scale and for a state that ``DoseState`` does not know.
    """
    days = tuple(start + timedelta(days=n) for n in range(7))
    rated = [ratings.get(day, {}) for day in days]
    states = tuple(tuple(DoseState(state).value for on, state in doses if on == day) for day in days)
    return Week(
        start=start,
        days=days,
        answered_days=sum(any(value is not None for value in day.values()) for day in rated),
        scales=MappingProxyType(
            {scale.id: _spread(scale, tuple(day.get(scale.id) for day in rated)) for scale in DAILY}
        ),
        doses=_counts(Counter(state for day in states for state in day), corrected),
        dose_days=states,
        uses=None if uses is None else tuple(sum(on == day for on in uses) for day in days),
    )


def compare(before: Week, now: Week, scale: str = "pain") -> Comparison | None:
    """How the shown mean stands to the earlier week's: never "better", never why (clinical 3.4, 3.5).

    None unless both weeks have four days, and for a scale without a known threshold.
    """
    first, second = before.scales[scale].mean, now.scales[scale].mean
    if first is None or second is None or scale not in SAME_WITHIN:
        return None
    if abs(second - first) < SAME_WITHIN[scale]:
        return "same"
    return "lower" if second < first else "higher"


def _spread(scale: Scale, by_day: tuple[int | None, ...]) -> Spread:
    values = [value for value in by_day if value is not None]
    if any(not scale.lowest <= value <= scale.highest for value in values):
        raise ValueError(f"a rating of {scale.id} is off its scale")
    enough = len(values) >= ENOUGH_DAYS
    return Spread(
        n=len(values),
        mean=_one_decimal(Decimal(sum(values)) / len(values)) if enough else None,
        few=len(values) == ENOUGH_DAYS,
        lowest=min(values, default=None),
        highest=max(values, default=None),
        by_day=by_day,
    )


def _one_decimal(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _counts(states: Counter[str], corrected: int) -> DoseCounts:
    said = states[DoseState.TAKEN] + states[DoseState.SKIPPED]
    silent = states[DoseState.UNANSWERED] + states[DoseState.UNDELIVERED]
    waiting = states[DoseState.DUE] + states[DoseState.SENT] + states[DoseState.LATER]
    return DoseCounts(
        due=said + silent + waiting,
        taken=states[DoseState.TAKEN],
        skipped=states[DoseState.SKIPPED],
        unanswered=states[DoseState.UNANSWERED],
        undelivered=states[DoseState.UNDELIVERED],
        waiting=waiting,
        held=states[DoseState.HELD],
        not_asked=states[DoseState.NOT_ASKED],
        corrected=corrected,
    )
