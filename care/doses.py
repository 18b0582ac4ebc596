"""Doses: their states, the one table of legal moves, and the times around a reminder (design 3)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

REPEAT_AFTER = timedelta(minutes=45)
"""One quiet repeat, if nothing was pressed."""
LATER_MINUTES = (15, 30, 60)
LATER_MOST = 2
UNDO_FOR = timedelta(hours=12)
SKIP_REASONS = ("unwell", "forgot", "ran-out", "side-effect", "other")


class DoseState(StrEnum):
    """Where a dose stands. These are never added up as one."""

    DUE = "due"
    SENT = "sent"
    LATER = "later"
    TAKEN = "taken"
    SKIPPED = "skipped"
    UNANSWERED = "unanswered"
    HELD = "held"
    CANCELLED = "cancelled"
    UNDELIVERED = "undelivered"
    """Our fault or Telegram's, not the patient's."""
    NOT_ASKED = "not_asked"
    """The patient asked for quiet."""


_S = DoseState
_SAID = frozenset({_S.TAKEN, _S.SKIPPED})
_OPEN_ENDS = _SAID | {_S.LATER, _S.HELD, _S.CANCELLED, _S.UNDELIVERED}

# What happened is always recorded: a dose that nobody asked for, or that was held, may still have been taken.
MOVES: Mapping[DoseState, frozenset[DoseState]] = MappingProxyType(
    {
        _S.DUE: _OPEN_ENDS | {_S.SENT, _S.NOT_ASKED},
        _S.SENT: _OPEN_ENDS | {_S.UNANSWERED},
        _S.LATER: _OPEN_ENDS | {_S.SENT, _S.UNANSWERED},
        _S.TAKEN: frozenset(),
        _S.SKIPPED: frozenset({_S.TAKEN}),
        _S.UNANSWERED: _SAID,
        _S.HELD: _SAID,
        _S.CANCELLED: frozenset({_S.TAKEN}),
        _S.UNDELIVERED: _SAID | {_S.SENT},  # a press proves that it arrived after all
        _S.NOT_ASKED: _SAID,
    }
)
# Undo takes an answer back; the dose is then again as it would be without it, an earlier answer included.
_UNDONE = frozenset(_S) - {_S.DUE}


def may(before: DoseState, after: DoseState, *, undo: bool = False, correction: bool = False) -> bool:
    """Whether a dose may go from one state to the other.

    ``undo``: whether taking an answer back may take it there; ``correction``: whether the patient may put an
    answer right later, which alone turns *taken* into *skipped*.
    """
    if undo:
        return before in _SAID and after in _UNDONE and after is not before
    if correction and after in _SAID and before in _SAID:
        return after is not before
    return after in MOVES[before]


def later_choices(now: datetime, window_end: datetime, laters_so_far: int) -> tuple[int, ...]:
    """For how many minutes this dose can be put off: twice at most, never to the window's end or past it."""
    if laters_so_far >= LATER_MOST:
        return ()
    return tuple(m for m in LATER_MINUTES if now + timedelta(minutes=m) < window_end)
