"""Chores: what keeps the data small and sound. Run every hour; each is safe to repeat."""

from datetime import datetime, timedelta

from store import inbox, notices
from store.database import Database

KEEP_UPDATES = timedelta(days=2)
KEEP_NOTICES = timedelta(days=30)


async def chores(db: Database, now: datetime) -> None:
    """Forget handled updates and settled notices that nothing refers to any more."""
    await db.write(lambda tx: inbox.forget(tx, before=now - KEEP_UPDATES))
    await db.write(lambda tx: notices.forget(tx, before=now - KEEP_NOTICES))
