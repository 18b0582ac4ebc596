"""A dose as it stands: the value that the store reads, the wording shows and the handlers reply with."""

from dataclasses import dataclass
from datetime import date, datetime

from care.doses import DoseState


@dataclass(frozen=True, kw_only=True)
class Dose:
    """One occurrence of a plan on one local date.

    ``due`` and ``window_end`` are on the clock that it was raised by, the other moments on the patient's of now.
    """

    id: str
    plan: str
    link: str
    account: str
    version: int
    state: DoseState
    local_date: date
    slot: int
    due: datetime
    window_end: datetime
    amount: str
    amount_before: str | None
    """The amount of the plan's dose before this one; None for the plan's first."""
    step: int
    first: bool
    """The first dose of a step or a version: its reminder only opens the change (design 3)."""
    alias: str
    answered: datetime | None
    """When the patient said so: the moment of the press."""
    reason: str | None
    laters: int
    later_until: datetime | None
    in_doubt: bool
    corrected: bool
    """Whether the patient put an earlier answer right."""
    on_hold: bool
    """Whether its plan is on hold now, whenever the dose was."""
    plan_ended: bool

    @property
    def open(self) -> bool:
        """Whether the patient has not said yet what happened."""
        return self.state in (DoseState.DUE, DoseState.SENT, DoseState.LATER)
