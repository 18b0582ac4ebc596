"""A second dose: whether a press may have been meant for another dose, or would be one too close to it."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from care.dose import Dose
from care.doses import DoseState

THEN, NOW = "then", "now"
"""What a patient can add to *taken*: at its own time, or just before saying so."""


def other_meant(dose: Dose, others: Iterable[Dose], now: datetime, gap: timedelta) -> Dose | None:
    """The other dose of the medicine that a *taken* said now may belong to, or would be a second one beside.

    That is one being asked for at this moment while ``dose`` no longer is, or one said to be taken less than ``gap``
    ago (the plan's minimum gap) and not said to be of its own time. ``others`` are of the same medicine. None: nothing
    to ask about. Counted in UTC: moments of one zone would be compared by their wall clock.
    """
    now = now.astimezone(UTC)
    for other in others:
        if other.id == dose.id:
            continue
        if other.open and other.due <= now < other.window_end and not dose.due <= now < dose.window_end:
            return other
        said = other.answered if other.state is DoseState.TAKEN and other.reason != THEN else None
        if said is not None and abs(now - said.astimezone(UTC)) < gap:
            return other
    return None
