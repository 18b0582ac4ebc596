"""The one door to SQLite.

``await db.write(fn)`` runs ``fn(tx)``, a plain function, whole in the one database thread, inside
BEGIN IMMEDIATE … COMMIT; ``await db.read(fn)`` does the same inside a read transaction. Nothing can be awaited
in ``fn`` and nothing interleaves. A task that is cancelled while it waits does not stop ``fn`` half-way.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite
from sqlcipher3 import dbapi2

from store import triggers
from store.schema import MIGRATIONS
from store.times import ms

T = TypeVar("T")
Row = Mapping[str, Any]
Now = Callable[[], datetime]
BUSY_TIMEOUT_MS = 5_000
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # NORMAL lost acknowledged commits in 1,148 of 1,500 simulated power cuts
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
)


class StoreError(Exception):
    """The database can't be used; the text says why, in words for the operator."""


class WrongKey(StoreError):
    """The file does not open with this key (or is not a database)."""


class NewerFile(StoreError):
    """The file was written by a newer release; nothing was changed."""


class Unavailable(StoreError):
    """The disk is full or read-only, or another process holds the file: nothing of this write was kept."""


class Tx:
    """What a transaction function gets: SQL with named parameters, given as keywords."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def run(self, sql: str, /, **parameters: object) -> int:
        """Run a statement; the number of rows that it changed."""
        return int(self._connection.execute(sql, parameters).rowcount)

    def all(self, sql: str, /, **parameters: object) -> list[Row]:
        """All rows."""
        return list(self._connection.execute(sql, parameters).fetchall())

    def one(self, sql: str, /, **parameters: object) -> Row | None:
        """The first row, or None."""
        row: Row | None = self._connection.execute(sql, parameters).fetchone()
        return row

    def value(self, sql: str, /, **parameters: object) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, **parameters)
        return None if row is None else next(iter(row.values()))

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of the transaction that can fail by itself: what it did is undone, the error goes on up.

        A full disk or a lock is not the part's own failure: it comes up as Unavailable.
        """
        self._connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException as error:
            self._connection.execute("ROLLBACK TO part")
            worded = _in_words(error)
            if worded is error:
                raise
            raise worded from error
        finally:
            self._connection.execute("RELEASE part")


def _named(cursor: Any, values: tuple[object, ...]) -> dict[str, object]:
    return {column[0]: value for column, value in zip(cursor.description, values, strict=True)}


def set_aside(path: Path) -> Path | None:
    """The newest old file that a restore set aside, where there is no database: it was killed before the copy had its
    place."""
    if path.exists():
        return None
    aside = [each for each in path.parent.glob(f"{path.name}.before-*") if not each.name.endswith(("-wal", "-shm"))]
    return max(aside, default=None)


def _no_empty_one(path: Path) -> None:
    """Raise StoreError where an empty database would take the place of one that a killed restore left without a name:
    it would know nobody."""
    aside = set_aside(path)
    if aside is not None:
        raise StoreError(
            f"there is no {path}, but {aside.name} beside it, as a restore leaves it that was killed: give it its name"
            f" back (mv {aside} {path}), or move it elsewhere to begin with nothing"
        )
    part = path.with_name(f"{path.name}.part")
    if part.exists() and not path.exists():
        raise StoreError(f"there is no {path}, but {part.name} beside it, of a restore that was killed: restore again")


def _connect(path: Path, key: bytes | None, now: Now | None) -> Any:
    if path.is_dir():
        raise StoreError(f"{path} is a folder; the database is a file")
    _no_empty_one(path)
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        if key is not None:
            connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        for pragma in (*PRAGMAS, f"busy_timeout = {BUSY_TIMEOUT_MS}"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.row_factory = _named
        _migrate(connection, path)
        _keep_ledger(connection, now)
    except BaseException as error:
        connection.close()
        if isinstance(error, dbapi2.DatabaseError) and "not a database" in str(error):
            raise WrongKey(f"{path.name} does not open with this key") from error
        worded = _in_words(error)
        if worded is error:
            raise
        raise worded from error
    return connection


def _migrate(connection: Any, path: Path) -> None:
    """Bring the file to this release's schema, each step one transaction with its number.

    A file that has data is copied first, beside itself: ``steady.db.schema-3`` is how it was.
    """
    found = connection.execute("PRAGMA user_version").fetchone()["user_version"]
    if found > len(MIGRATIONS):
        raise NewerFile(
            f"this database has schema {found}, this release knows {len(MIGRATIONS)}: use the newer release"
        )
    before = path.with_name(f"{path.name}.schema-{found}")
    if 0 < found < len(MIGRATIONS) and not before.exists():
        connection.execute("VACUUM INTO ?", (str(before),))
        before.chmod(0o600)
    for number, statements in enumerate(MIGRATIONS[found:], start=found + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _keep_ledger(connection: Any, now: Now | None) -> None:
    """Have each move of a dose write its row in the ledger, in the transaction that makes the move."""

    def clock() -> int:
        assert now is not None, "doses move on a database that was opened with a clock"
        return ms(now())

    connection.create_function(triggers.CLOCK, 0, clock)
    for trigger in triggers.TRIGGERS:
        connection.execute(trigger)


_PASSING = ("locked", "busy", "full", "readonly", "read-only", "disk i/o", "unable to open")


def _in_words(error: BaseException) -> BaseException:
    """A driver's error that is the disk's or another process's doing, as ``Unavailable``; any other as it is."""
    if isinstance(error, dbapi2.OperationalError) and any(word in str(error).lower() for word in _PASSING):
        return Unavailable(f"the database can't be written just now: {error}")
    return error


class Database:
    """An open database. Made by ``open_database``; closed by ``close``."""

    def __init__(self, connection: aiosqlite.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    async def write(self, fn: Callable[[Tx], T]) -> T:
        """Run ``fn`` whole in one durable transaction. Whatever it raises undoes it; ``Unavailable`` too."""
        return await self._in_thread("BEGIN IMMEDIATE", fn)

    async def read(self, fn: Callable[[Tx], T]) -> T:
        """Run ``fn`` on one unchanging view of the data."""
        return await self._in_thread("BEGIN DEFERRED", fn)

    async def close(self) -> None:
        """Wait for what is running, then close."""
        await self._connection.close()

    async def _in_thread(self, begin: str, fn: Callable[[Tx], T]) -> T:
        # aiosqlite's own public calls each run one statement; a transaction must be one visit to its thread.
        execute = self._connection._execute
        result: T = await execute(self._transaction, begin, fn)  # type: ignore[no-untyped-call]  # as aiosqlite has it
        return result

    def _transaction(self, begin: str, fn: Callable[[Tx], T]) -> T:
        connection: Any = self._connection._conn
        try:
            connection.execute(begin)
            try:
                result = fn(Tx(connection))
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except dbapi2.OperationalError as error:
            worded = _in_words(error)
            if worded is error:
                raise
            raise worded from error
        return result


def faults(tx: Tx) -> list[str]:
    """What the driver finds damaged in the whole file; nothing in one that is whole."""
    said = [str(next(iter(row.values()))) for row in tx.all("PRAGMA integrity_check")]
    return [line for line in said if line != "ok"]


async def open_database(path: Path, key: bytes | None, now: Now | None = None) -> Database:
    """Open (or make) the database file, with its key of 32 bytes, or plain where ``key`` is None.

    ``now`` dates the rows of the ledger; without it no dose can be raised or moved. Raises WrongKey, NewerFile or
    Unavailable.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = aiosqlite.Connection(lambda: _connect(path, key, now), iter_chunk_size=64)
    try:
        await connection
    except BaseException:
        # aiosqlite ends its thread without waiting for it; it must not outlive the loop that it answers to.
        await asyncio.to_thread(connection._thread.join)
        raise
    return Database(connection, path)
