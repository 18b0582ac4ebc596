"""What the benchmarks start from: a clinic on an encrypted file, and so many patients with one dose a day."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.keyfile import write_key
from store.database import Database, Tx, open_database
from tests.crowd import first_patient, multiply

ZONE = ZoneInfo("Europe/Berlin")
DUE = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
"""When everybody's first dose is due: 21:00 in Berlin."""


async def stored(folder: Path, people: int, *, now: Callable[[], datetime]) -> Database:
    """The file, with so many patients who all have a dose at ``DUE`` and daily from then on. Key: ``steady.key``."""
    key = write_key(folder / "steady.key")
    db = await open_database(folder / "data" / "steady.db", key, now)
    await db.write(lambda tx: furnish(tx, people, DUE))
    return db


def furnish(tx: Tx, people: int, due: datetime) -> None:
    """A clinic; one patient by the store's own functions, the others as copies of those rows."""
    tx.run("PRAGMA cache_size = -1000000")  # for this connection alone: 1 GB while a million rows are made
    who, plan = first_patient(tx, due)
    if people > 1:
        multiply(tx, who, plan, people - 1)
