"""Gaps: doses in a row that were skipped or not answered, and what a clinician's gap rule makes of them.

Only what the patient said or left unsaid counts. A reminder that never arrived, or that quiet kept back, says
nothing about the patient: it neither counts nor ends a row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from care import clauses
from care.doses import DoseState
from care.tokens import Cursor

IN_A_ROW = 3
"""So many doses in a row skipped or not answered: one fixed message, once a row (clinical evidence page 4.4)."""
LEAST_DAYS = 2
"""Ours: one evening that was missed is common (page 4.5), and no ground for a hold."""
MOST_DAYS = 14
"""Ours: after more than two weeks nobody would call it a gap."""

MISSED = frozenset({DoseState.SKIPPED, DoseState.UNANSWERED})
_SAYS_NOTHING = frozenset({DoseState.UNDELIVERED, DoseState.NOT_ASKED})
_OPEN = frozenset({DoseState.DUE, DoseState.SENT, DoseState.LATER})
ENDS = frozenset(DoseState) - MISSED - _SAYS_NOTHING - _OPEN
"""Taken, held or called off."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A dose of the past as this module looks at it."""

    dose: str
    local_date: date
    state: DoseState


def clause(cursor: Cursor) -> int:
    """ "after 3 days", behind "hold": 2 to 14. Raises LineError: bad_gap, bad_duration."""
    if not cursor.skip("after"):
        raise cursor.take("bad_gap").error("bad_gap")
    where = cursor.peek()
    found = clauses.duration(cursor)
    if where is not None and not LEAST_DAYS <= found <= MOST_DAYS:
        raise where.error("bad_gap")
    return found


def missed_in_a_row(marks: Iterable[Mark]) -> list[Mark]:
    """The newest row of doses skipped or not answered, newest first, of one plan's doses given newest first.

    A dose that is still open is no end of a row and no part of it.
    """
    row: list[Mark] = []
    for mark in marks:
        if mark.state in MISSED:
            row.append(mark)
        elif mark.state not in _SAYS_NOTHING and mark.state not in _OPEN:
            break
    return row


def days_in_a_row(marks: Sequence[Mark]) -> int:
    """How many days in a row had a dose missed and none taken, of doses given newest first.

    A day with a dose that is still open has not ended and is left out; one on which nothing was asked counts for
    nothing; a dose taken, held or cancelled ends the row. A date that was lived twice, on two clocks, is one day.
    """
    days = 0
    by_date = sorted(marks, key=lambda mark: mark.local_date, reverse=True)
    for _, of_day in groupby(by_date, key=lambda mark: mark.local_date):
        states = {mark.state for mark in of_day}
        if states & _OPEN or states <= _SAYS_NOTHING:
            continue
        if not states <= MISSED | _SAYS_NOTHING:
            break
        days += 1
    return days
