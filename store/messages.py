"""Messages: which ones carry a dose, which one a press tells us of, and how all are made to say how it stands."""

from collections.abc import Callable
from datetime import datetime

from store import notices
from store.database import Tx
from store.notices import Priority


def of(tx: Tx, dose: str) -> list[int]:
    """The messages that carry a dose, newest first."""
    rows = tx.all(
        "SELECT DISTINCT message FROM notice WHERE dose = :dose AND message IS NOT NULL ORDER BY message DESC",
        dose=dose,
    )
    return [row["message"] for row in rows]


def recognise(tx: Tx, dose: str, message: int) -> bool:
    """A press has shown that this message is a reminder of the dose: one whose id Telegram's answer should have told,
    and has not yet, or never will. False if it was known, or there is none such."""
    if message in of(tx, dose):
        return False
    return bool(
        tx.run(
            "UPDATE notice SET message = :message WHERE id = (SELECT id FROM notice WHERE dose = :dose"
            " AND replaces IS NULL AND message IS NULL AND (state = 'claimed' OR outcome = 'in doubt')"
            " ORDER BY state = 'claimed', rowid LIMIT 1)",
            dose=dose,
            message=message,
        )
    )


def recognised(tx: Tx, notice: str) -> int | None:
    """The message that a press has shown a notice in flight to be; None if none has."""
    message: int | None = tx.value("SELECT message FROM notice WHERE id = :id AND state = 'claimed'", id=notice)
    return message


def retouch(
    tx: Tx, dose: str, account: str, *, at: datetime, new_id: Callable[[], str], but: int | None = None
) -> None:
    """Have the messages that carry a dose say how it stands, all but the one that is being edited anyway."""
    for message in of(tx, dose):
        if message != but:
            notices.put(
                tx,
                id=new_id(),
                account=account,
                kind="state",
                dose=dose,
                priority=Priority.REPEAT,
                send_at=at,
                replaces=message,
            )
