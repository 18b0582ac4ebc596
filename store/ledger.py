"""The ledger: what happened to each dose and to the notices that carry it, a row a move, with its instant.

Only read here: ``store.triggers`` writes each row in the transaction that makes the move.
"""

from dataclasses import dataclass
from datetime import datetime

from store.database import Tx
from store.times import moment, ms

_UNTIL = ("put back", "in doubt", "put off")
"""What a moment is the detail of."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One row. ``what`` is raised, moved or put off (of the dose), taken back (of an answer: it says why the dose moved
    in the row before), claimed, put back (it was not sent), in doubt (and goes again) or settled (of a notice)."""

    at: datetime
    what: str
    detail: str | None
    """The state that the dose went to, the outcome of the notice."""
    until: datetime | None
    """Of a notice that goes again: when its turn comes again. Of a dose that was put off: when it rings again."""
    notice: str | None
    kind: str | None
    attempt: int | None
    message: int | None
    """The message that the notice became, or is to replace."""


def of(tx: Tx, dose: str) -> list[Entry]:
    """What happened to a dose, oldest first."""
    rows = tx.all("SELECT * FROM ledger WHERE dose = :dose ORDER BY rowid", dose=dose)
    return [
        Entry(
            at=moment(row["at"]),
            what=row["what"],
            detail=None if row["what"] in _UNTIL else row["detail"],
            until=moment(int(row["detail"])) if row["what"] in _UNTIL else None,
            notice=row["notice"],
            kind=row["kind"],
            attempt=row["attempt"],
            message=row["message"],
        )
        for row in rows
    ]


def forget(tx: Tx, *, before: datetime, most: int) -> int:
    """Delete the oldest rows, as far as they are old and at most so many at once."""
    return tx.run(
        "DELETE FROM ledger WHERE at < :before AND rowid IN (SELECT rowid FROM ledger ORDER BY rowid LIMIT :most)",
        before=ms(before),
        most=most,
    )
