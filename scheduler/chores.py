"""Chores: what keeps the data small and sound. Run every hour; each is safe to repeat."""

from datetime import datetime, timedelta

from store import inbox, ledger, notices
from store.database import Database

KEEP_UPDATES = timedelta(days=2)
KEEP_NOTICES = timedelta(days=30)
KEEP_LEDGER = timedelta(days=180)
"""Some ten rows a dose. The dose itself and what was said of it stay."""
LEDGER_AT_ONCE = 5_000


async def chores(db: Database, now: datetime) -> None:
    """Forget handled updates, settled notices and old rows of the ledger that nothing refers to any more."""
    await db.write(lambda tx: inbox.forget(tx, before=now - KEEP_UPDATES))
    await db.write(lambda tx: notices.forget(tx, before=now - KEEP_NOTICES))
    await db.write(lambda tx: ledger.forget(tx, before=now - KEEP_LEDGER, most=LEDGER_AT_ONCE))
