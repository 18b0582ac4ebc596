"""What the benchmarks start from: a clinic on an encrypted file, and so many patients with one dose a day."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.keyfile import write_key
from store.database import Database, Tx, open_database
from tests.crowd import first_patient, multiply

SET_UP = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
DUE = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
"""When everybody's first dose is due: 21:00 in Berlin."""


async def stored(folder: Path, people: int, *, now: Callable[[], datetime], due: datetime = DUE) -> Database:
    """The file, with so many patients who all have a dose at ``due`` and daily from then on. Key: ``steady.key``."""
    key = write_key(folder / "steady.key")
    db = await open_database(folder / "data" / "steady.db", key, now)
    await db.write(lambda tx: furnish(tx, people, due))
    return db


def furnish(tx: Tx, people: int, due: datetime) -> None:
    """A clinic; one patient by the store's own functions, the others as copies of those rows."""
    who, plan = first_patient(tx, due)
    if people > 1:
        multiply(tx, who, plan, people - 1)
