"""What is done to a copy before something is tried out on it. Never called on the data that people rely on."""

from collections.abc import Callable

from store import turns
from store.database import Tx

_WAITS = ("inbox", "ask", "round", "trip", "supply")


def leave_only(tx: Tx, *, link: str, account: str) -> None:
    """Leave nobody but this patient in the copy, and of what they may be besides, only the patient.

    A clinic's team stands there without accounts, as after an erasure: nobody of it is told anything.
    """
    tx.run("DELETE FROM account WHERE id <> :id", id=account)
    tx.run("UPDATE clinician SET account = NULL")  # the others' went with them; this patient may be on a team too
    tx.run("DELETE FROM link WHERE id <> :id", id=link)


def nothing_under_way(tx: Tx) -> None:
    """Let what was on its way when the copy was made have its turn now, as if it had not been claimed yet.

    Left claimed, it would hold back all else for its person. A start settles such a notice as in doubt, which is right
    only while the program is down; far more often it runs beside the copy, and the message arrives within the second.
    In doubt it would be shown late and as a second one, or, for a kind that goes once only, not at all.
    """
    tx.run("UPDATE notice SET state = 'waiting' WHERE state = 'claimed'")


def settle(tx: Tx, chat_of: Callable[[int], int]) -> int:
    """Make the copy one of the simulator's, and let everybody be reminded: no hold, no quiet, nobody out of reach.

    Nor does any plan go on hold by its own rule: nobody here takes a dose.
    ``chat_of`` gives a made-up chat for a number. Returns how many plans run.
    """
    for table in _WAITS:
        tx.run(f"DELETE FROM {table}")  # noqa: S608 - five names, written above
    tx.run("DELETE FROM notice WHERE state <> 'settled'")
    tx.run("UPDATE dose SET repeat_at = NULL, later_at = NULL, state = 'unanswered' WHERE state IN ('sent', 'later')")
    tx.run("UPDATE dose SET state = 'undelivered' WHERE state = 'due'")
    tx.run("UPDATE plan SET held_at = NULL, hold_cause = NULL, retry_at = NULL")
    tx.run("UPDATE plan_version SET body = json_remove(body, '$.hold_after')")
    tx.run("UPDATE account SET quiet_since = NULL, unreachable_at = NULL, chat = -rowid")
    for number, row in enumerate(tx.all("SELECT id FROM account ORDER BY rowid")):
        tx.run("UPDATE account SET chat = :chat WHERE id = :id", chat=chat_of(number), id=row["id"])
    return len(turns.running(tx))
