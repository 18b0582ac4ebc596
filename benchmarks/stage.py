"""What the benchmarks start from: a clinic on an encrypted file, and so many patients with one dose a day."""

import asyncio
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.keyfile import write_key
from bot.origins import new_id
from bot.settings import Settings
from scheduler.delivery import Delivery, Send
from simulator import Simulator
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


def settings_of(folder: Path, simulator: Simulator) -> Settings:
    """A bot of the simulator's, with a new key and no data yet."""
    write_key(folder / "steady.key")
    return Settings(
        token=simulator.token,
        telegram_api=simulator.url,
        database=folder / "data" / "steady.db",
        key_file=folder / "steady.key",
        listen=None,
    )


def delivery_at(moment: datetime, db: Database, send: Send) -> Delivery:
    """Delivery by itself, with a clock that stands still."""

    async def there() -> bool:
        return True

    return Delivery(
        db=db,
        send=send,
        reach=there,
        now=lambda: moment,
        new_id=new_id,
        sleep=asyncio.sleep,
        working=nullcontext,
        resting=nullcontext,
    )
