"""What somebody read, for them alone, and how many weekly readings in a row they left unopened."""

from datetime import datetime

from store.database import Tx
from store.times import moment, ms


def note(tx: Tx, account: str, article: str, section: int, *, at: datetime) -> None:
    """A section was opened; opened again, it counts as the one that was read last."""
    tx.run(
        "INSERT INTO reading (account, article, section, at) VALUES (:account, :article, :section, :at)"
        " ON CONFLICT (account, article, section) DO UPDATE SET at = :at",
        account=account,
        article=article,
        section=section,
        at=ms(at),
    )
    tx.run("UPDATE course SET unopened = 0 WHERE account = :account", account=account)


def of(tx: Tx, account: str) -> dict[tuple[str, int], datetime]:
    """The sections (article, number) that were read, with the last time; the one read last comes last."""
    rows = tx.all(
        "SELECT article, section, at FROM reading WHERE account = :account ORDER BY at, article, section",
        account=account,
    )
    return {(row["article"], row["section"]): moment(row["at"]) for row in rows}


def forget(tx: Tx, account: str) -> int:
    """Forget all that was read, and which weekly readings came; how many sections that was."""
    # By the key's beginning (rounds.key), which is an index; ";" comes right after ":".
    tx.run(
        "UPDATE notice SET facts = '{}' WHERE key >= :first AND key < :end",
        first=f"lesson:{account}:",
        end=f"lesson:{account};",
    )
    return tx.run("DELETE FROM reading WHERE account = :account", account=account)


def left_unopened(tx: Tx, account: str) -> int:
    """How many weekly readings came since something was opened."""
    return int(tx.value("SELECT unopened FROM course WHERE account = :account", account=account) or 0)


def lesson_raised(tx: Tx, account: str) -> None:
    """Another weekly reading is on its way."""
    tx.run(
        "INSERT INTO course (account, unopened) VALUES (:account, 1)"
        " ON CONFLICT (account) DO UPDATE SET unopened = unopened + 1",
        account=account,
    )


def begin_course(tx: Tx, account: str) -> None:
    """Count from nought: somebody asked for the weekly reading."""
    tx.run("DELETE FROM course WHERE account = :account", account=account)
