"""Who read or changed what about whom: append-only, random ids only (the schema refuses anything else)."""

from dataclasses import dataclass
from datetime import datetime

from store.database import Row, Tx
from store.times import ms


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the audit, as it is read from another file."""

    at: datetime
    actor: str
    action: str
    about: str
    detail: str


def note(tx: Tx, *, at: datetime, actor: str, action: str, about: str, detail: str = "") -> None:
    """Add a line: ``actor`` (an account, a clinician or ``operator``) did ``action`` to ``about``."""
    tx.run(
        "INSERT INTO audit (at, actor, action, about, detail) VALUES (:at, :actor, :action, :about, :detail)",
        at=ms(at),
        actor=actor,
        action=action,
        about=about,
        detail=detail,
    )


def keep(tx: Tx, line: Line) -> None:
    """Add a line of another file as it stands there."""
    note(tx, at=line.at, actor=line.actor, action=line.action, about=line.about, detail=line.detail)


def about(tx: Tx, about: str) -> list[Row]:
    """All lines about one id, oldest first."""
    return tx.all("SELECT * FROM audit WHERE about = :about ORDER BY number", about=about)
