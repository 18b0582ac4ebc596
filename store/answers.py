"""Answers: what a patient said of a dose. Each is one conditional UPDATE, and is kept as a row through corrections."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from care.dose import Dose
from care.doses import MOVES, REPEAT_AFTER, UNDO_FOR, DoseState, may
from store import doses
from store.database import Tx
from store.times import moment, ms

_UNDONE = "undone"
"""The reason of the row that takes an answer back: no answer itself."""
_SAID = (DoseState.TAKEN, DoseState.SKIPPED)


def _froms(to: DoseState) -> str:
    """The states from which the table of legal moves allows this one, as SQL."""
    return "(" + ", ".join(f"'{state.value}'" for state, tos in MOVES.items() if to in tos) + ")"


def answer(
    tx: Tx,
    dose: str,
    chat: int,
    to: DoseState,
    *,
    at: datetime,
    reason: str | None = None,
) -> bool:
    """Record what the patient said of a dose of theirs, whenever they say it: taken or skipped.

    False: not theirs, or no change.
    """
    before = doses.of(tx, dose, chat)
    if before is None:
        return False
    changed = tx.run(
        "UPDATE dose SET state = :to, reason = :reason, answered_at = :at, repeat_at = NULL"
        f" WHERE id = :dose AND state IN {_froms(to)}",  # later_at stays: an undo brings it back
        dose=dose,
        to=to,
        reason=reason,
        at=ms(at),
    )
    if changed:
        _keep(tx, dose, before.state, to, at=at, reason=reason)
    return bool(changed)


def put_off(tx: Tx, dose: str, chat: int, laters: int, *, at: datetime, until: datetime) -> bool:
    """Ring again then. ``laters``: how often it had been put off when this was asked for, so that asking for the same
    one twice is asking once. False: not theirs, no such move, or another later by now.
    """
    before = doses.of(tx, dose, chat)
    if before is None:
        return False
    changed = tx.run(
        "UPDATE dose SET state = 'later', reason = NULL, answered_at = NULL, repeat_at = NULL,"
        " later_at = :until, in_doubt = 0, laters = laters + 1"
        f" WHERE id = :dose AND laters = :laters AND state IN {_froms(DoseState.LATER)}",
        dose=dose,
        laters=laters,
        until=ms(until),
    )
    if changed:
        _keep(tx, dose, before.state, DoseState.LATER, at=at, reason=None)
    return bool(changed)


def put_off_at(tx: Tx, dose: str) -> datetime | None:
    """When the patient last put a dose off; None if never."""
    value = tx.value("SELECT max(at) FROM answer WHERE dose = :dose AND state = 'later' AND reason IS NULL", dose=dose)
    return None if value is None else moment(value)


def said_on_hold(tx: Tx, dose: str) -> bool:
    """Whether something was said of it while it was on hold, whatever was put right since."""
    return bool(tx.value("SELECT 1 FROM answer WHERE dose = :dose AND state_before = 'held' LIMIT 1", dose=dose))


def correct(tx: Tx, dose: str, chat: int, to: DoseState, *, at: datetime) -> bool:
    """Put an answer right, taken or skipped, however long ago; the earlier one stays as a row.

    False: not theirs, no change, or nothing said yet that could be put right (``answer`` is for that).
    """
    before = doses.of(tx, dose, chat)
    if before is None or before.answered is None or not may(before.state, to, correction=True):
        return False
    changed = tx.run(
        "UPDATE dose SET state = :to, reason = NULL, answered_at = :at WHERE id = :dose AND state = :before",
        dose=dose,
        to=to,
        at=ms(at),
        before=before.state,
    )
    if changed:
        _keep(tx, dose, before.state, to, at=at, reason=doses.CORRECTED)
    return bool(changed)


def say_when(tx: Tx, dose: str, chat: int, when: str, *, at: datetime) -> bool:
    """Add to *taken* whether that was at its own time or just now; False if it is not theirs or not taken."""
    return _add(tx, dose, chat, DoseState.TAKEN, when, at)


def give_reason(tx: Tx, dose: str, chat: int, reason: str, *, at: datetime) -> bool:
    """Add a reason to *skipped*; False if it is not theirs, not skipped, or no change."""
    return _add(tx, dose, chat, DoseState.SKIPPED, reason, at)


def _add(tx: Tx, dose: str, chat: int, said: DoseState, reason: str, at: datetime) -> bool:
    """Add to the answer that stands, as a row of its own."""
    if doses.of(tx, dose, chat) is None:
        return False
    changed = tx.run(
        "UPDATE dose SET reason = :reason WHERE id = :dose AND state = :said AND reason IS NOT :reason",
        dose=dose,
        said=said,
        reason=reason,
    )
    if changed:
        _keep(tx, dose, said, said, at=at, reason=reason)
    return bool(changed)


def _keep(tx: Tx, dose: str, before: DoseState, to: DoseState, *, at: datetime, reason: str | None) -> None:
    tx.run(
        "INSERT INTO answer (dose, at, state_before, state, reason) VALUES (:dose, :at, :before, :to, :reason)",
        dose=dose,
        at=ms(at),
        before=before,
        to=to,
        reason=reason,
    )


def undo(tx: Tx, dose: str, chat: int, *, at: datetime, within: timedelta | None = UNDO_FOR) -> bool:
    """Take back the answer that stands, if it is of the last 12 h: the dose is as if it had not been given.

    ``within``: how long ago it may have been given; None: however long.

    An answer before it stands again, and so does a later whose time is still to come. Else the dose is as before, or
    unanswered once its window closed; held or cancelled if its plan was before that and is by now.
    """
    before = doses.of(tx, dose, chat)
    if before is None or before.answered is None or (within is not None and at - before.answered > within):
        return False
    standing = _standing(tx, dose)
    if not standing:
        return False
    taken_back, *earlier = reversed(standing)
    was = taken_back.before
    if earlier and was in _SAID:
        return _take_back(tx, before, was, at, answered=earlier[0].at, reason=earlier[0].reason)
    back = _where_it_stands(tx, before) or was
    until = before.later_until
    if back is DoseState.LATER and until is not None and at < until < before.window_end:
        return _take_back(tx, before, back, at)
    if back in (DoseState.DUE, DoseState.SENT, DoseState.LATER):
        back = DoseState.SENT if at < before.window_end else DoseState.UNANSWERED
    repeat = at + REPEAT_AFTER if back is DoseState.SENT and at + REPEAT_AFTER < before.window_end else None
    return _take_back(tx, before, back, at, repeat=repeat)


@dataclass(frozen=True, kw_only=True)
class _Given:
    """An answer that was not taken back."""

    at: datetime
    before: DoseState
    reason: str | None
    """As it was given with the answer or added to it later."""


def _standing(tx: Tx, dose: str) -> list[_Given]:
    """The answers taken and skipped that were not taken back, oldest first."""
    found: list[_Given] = []
    for row in tx.all(
        "SELECT at, state_before, state, reason FROM answer WHERE dose = :dose ORDER BY rowid", dose=dose
    ):
        if row["reason"] == _UNDONE or (row["state_before"] in _SAID and row["state"] not in _SAID):
            del found[-1:]
        elif row["state"] in _SAID and row["state"] != row["state_before"]:
            reason = None if row["reason"] == doses.CORRECTED else row["reason"]
            found.append(_Given(at=moment(row["at"]), before=DoseState(row["state_before"]), reason=reason))
        elif row["state"] in _SAID and found:
            found[-1] = replace(found[-1], reason=row["reason"])
    return found


def _take_back(
    tx: Tx,
    before: Dose,
    back: DoseState,
    at: datetime,
    *,
    answered: datetime | None = None,
    reason: str | None = None,
    repeat: datetime | None = None,
) -> bool:
    changed = tx.run(
        "UPDATE dose SET state = :back, reason = :reason, answered_at = :answered, repeat_at = :repeat"
        " WHERE id = :dose AND state = :before",
        dose=before.id,
        before=before.state,
        back=back,
        reason=reason,
        answered=None if answered is None else ms(answered),
        repeat=None if repeat is None else ms(repeat),
    )
    if changed:
        _keep(tx, before.id, before.state, back, at=at, reason=_UNDONE)
    return bool(changed)


def _where_it_stands(tx: Tx, dose: Dose) -> DoseState | None:
    """What an answer that is taken back leaves, where the plan decides it: held, or cancelled. What was set after the
    window had closed stopped nothing of this dose."""
    row = tx.one("SELECT held_at, ended_at FROM plan WHERE id = :plan", plan=dose.plan)
    assert row is not None
    closed = ms(dose.window_end)
    if row["ended_at"] is not None and row["ended_at"] < closed:
        return DoseState.CANCELLED
    return DoseState.HELD if row["held_at"] is not None and row["held_at"] < closed else None
