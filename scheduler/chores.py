"""Chores: what keeps the data small, sound and copied. Run every hour; each is safe to repeat, and one that fails
stops none of the others."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from store import backups, gaps, inbox, ledger, meta, notices, retention, reviews
from store.database import Database, StoreError
from store.parts import parts

log = logging.getLogger(__name__)

KEEP_UPDATES = timedelta(days=2)
KEEP_NOTICES = timedelta(days=30)
KEEP_LEDGER = timedelta(days=180)
"""Six to eight rows a dose. The dose itself and what was said of it stay."""
LEDGER_AT_ONCE = 5_000
"""Rows an hour: what a thousand patients with twice a day write, seven times over."""
EVERY = timedelta(hours=23)
"""A copy a day: chores come hourly, and the last copy took a moment."""
VERIFIED = "verified_at"
"""The fact in ``store.meta``: when the data were last found whole, in a copy or, without copies, in place."""


@dataclass(kw_only=True)
class Copies:
    """Where copies go; None: no copies, and the file itself is looked at instead."""

    database: Path
    key: bytes | None = field(repr=False)
    folder: Path | None
    tried: bool = False
    """Whether this program has tried to make one yet."""


async def chores(db: Database, now: datetime, new_id: Callable[[], str], copies: Copies | None) -> None:
    """Forget what is old, erase who has gone, tell of reviews, and copy and verify once a day."""
    await _alone("forgetting", db.write(lambda tx: inbox.forget(tx, before=now - KEEP_UPDATES)))
    await _alone("forgetting", db.write(lambda tx: notices.forget(tx, before=now - KEEP_NOTICES)))
    await _alone("forgetting", db.write(lambda tx: gaps.forget(tx, before=now - KEEP_NOTICES)))
    await _alone("forgetting", db.write(lambda tx: ledger.forget(tx, before=now - KEEP_LEDGER, most=LEDGER_AT_ONCE)))
    await _alone("retention", _erase(db, now, new_id))
    await _alone("reviews", _tell_reviews(db, now, new_id))
    if copies is not None:
        await _alone("the daily copy", daily(db, now, copies))


async def _erase(db: Database, now: datetime, new_id: Callable[[], str]) -> None:
    for part in await db.read(lambda tx: list(parts(tx, "link"))):
        await db.write(partial(retention.erase_links, rows=part, now=now, new_id=new_id))
    await db.write(lambda tx: retention.erase_strangers(tx, now))


async def _tell_reviews(db: Database, now: datetime, new_id: Callable[[], str]) -> None:
    for part in await db.read(lambda tx: list(parts(tx, "plan"))):
        await db.write(partial(reviews.raise_due, now=now, new_id=new_id, rows=part))


async def _alone(what: str, chore: Awaitable[object]) -> None:
    try:
        await chore
    except StoreError as error:
        log.error("%s: %s; tried again within the hour", what, error)
    except Exception:  # one chore must not keep the others from being done
        log.exception("%s failed; tried again within the hour", what)


async def daily(db: Database, now: datetime, copies: Copies) -> None:
    """A verified copy, unless there was one within a day. Raises StoreError if it could not be made."""
    last = await verified_at(db)
    if last is not None and timedelta(0) <= now - last < EVERY:
        return
    copies.tried = True
    await copy_now(db, now, copies)


async def copy_now(db: Database, now: datetime, copies: Copies) -> Path | None:
    """A verified copy; where it is. Without a folder the file itself is examined. Raises StoreError."""
    if copies.folder is None:
        await asyncio.to_thread(backups.examine, copies.database, copies.key)
        path = None
    else:
        path = backups.path_at(copies.folder, now)
        await asyncio.to_thread(backups.back_up, copies.database, copies.key, path)
        await asyncio.to_thread(backups.tidy, copies.folder, now)
    await db.write(lambda tx: meta.put(tx, VERIFIED, now.isoformat()))
    return path


async def verified_at(db: Database) -> datetime | None:
    """When the data were last found whole."""
    text = await db.read(lambda tx: meta.get(tx, VERIFIED))
    return None if text is None else datetime.fromisoformat(text)
