"""Copies of the database: written beside the running program, verified before they count, kept 7/4/12, put back.

``VACUUM INTO`` makes a whole copy of one moment, encrypted with the same key, while others write (measured: the
driver's own page-wise backup never finished beside a writer). A copy takes its name only once it opened with the key,
passed ``integrity_check`` and held the rows that the original held.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import dropwhile
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from store.audit import Line
from store.database import NewerFile, StoreError, Unavailable, WrongKey
from store.schema import MIGRATIONS
from store.times import moment

DAYS, WEEKS, MONTHS = 7, 4, 12
"""The newest copy of each of so many days, weeks and months is kept."""
_NAME = re.compile(r"steady-(\d{8}-\d{6})\.db")
_FORM = "%Y%m%d-%H%M%S"
_COUNTED = ("clinic", "account", "link", "plan", "plan_version", "dose", "answer", "audit")
_LINES = "SELECT number, at, actor, action, about, detail FROM audit ORDER BY number"


class Damaged(StoreError):
    """A copy, or the database itself, is not whole; the text says what was found."""


@dataclass(frozen=True, kw_only=True)
class Examined:
    """A file that opened with the key and is whole."""

    schema: int
    counts: Mapping[str, int]
    """Rows by table."""
    last_at: datetime | None
    """The newest line of its audit."""

    @property
    def rows(self) -> int:
        """All rows that were counted."""
        return sum(self.counts.values())


@contextmanager
def _keyed(path: Path, key: bytes | None) -> Iterator[Any]:
    """A connection of its own, which changes no schema. Raises StoreError, WrongKey, Unavailable."""
    if not path.is_file():
        raise StoreError(f"there is no file {path}")
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        if key is not None:
            connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").fetchall()
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except dbapi2.DatabaseError as error:
            if isinstance(error, dbapi2.OperationalError):
                raise
            raise WrongKey(f"{path.name} does not open with this key") from error
        yield connection
    except dbapi2.OperationalError as error:
        raise Unavailable(f"{path.name}: {error}") from error
    except dbapi2.DatabaseError as error:
        raise Damaged(f"{path.name}: {error}") from error
    finally:
        connection.close()


def _counts(connection: Any) -> dict[str, int]:
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
    known = [table for table in _COUNTED if table in there]
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in known}


def examine(path: Path, key: bytes | None) -> Examined:
    """Look at all of a file. Raises WrongKey, Damaged, NewerFile, Unavailable or StoreError."""
    with _keyed(path, key) as connection:
        faults = [row[0] for row in connection.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
        if key is not None:
            faults += [row[0] for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
        faults += [f"a row of {row[0]} without its parent" for row in connection.execute("PRAGMA foreign_key_check")]
        if faults:
            raise Damaged(f"{path.name} is damaged: {len(faults)} faults, the first: {faults[0]}")
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        if schema > len(MIGRATIONS):
            raise NewerFile(f"{path.name} has schema {schema}, this release knows {len(MIGRATIONS)}")
        counts = _counts(connection)
        if "clinic" not in counts or "audit" not in counts:
            raise Damaged(f"{path.name} is no database of Steady")
        last = connection.execute("SELECT max(at) FROM audit").fetchone()[0]
    return Examined(schema=schema, counts=counts, last_at=None if last is None else moment(last))


def back_up(source: Path, key: bytes | None, to: Path) -> Examined:
    """Write a verified copy. Raises what ``examine`` raises; then there is no copy of that name.

    Runs for seconds: call it in a thread.
    """
    to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = to.with_name(f"{to.name}.part")
    part.unlink(missing_ok=True)
    try:
        with _keyed(source, key) as connection:
            before = _counts(connection)
            connection.execute("VACUUM INTO ?", (str(part),))
            after = _counts(connection)
        part.chmod(0o600)
        sync(part)
        found = examine(part, key)
        for table, rows in found.counts.items():
            low, high = sorted((before[table], after[table]))
            if not low <= rows <= high:
                raise Damaged(f"the copy has {rows} rows of {table}, the database {low} to {high}")
        os.replace(part, to)
        sync(to.parent)
    finally:
        part.unlink(missing_ok=True)
    return found


def sync(path: Path) -> None:
    """Have a file's or a folder's content reach the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def path_at(folder: Path, at: datetime) -> Path:
    """The name of a copy made at that moment."""
    return folder / f"steady-{at.astimezone(UTC):{_FORM}}.db"


def copies(folder: Path) -> list[tuple[datetime, Path]]:
    """The copies in a folder by their moment (UTC), oldest first."""
    if not folder.is_dir():
        return []
    named = ((found[1], path) for path in folder.iterdir() if (found := _NAME.fullmatch(path.name)))
    return sorted((datetime.strptime(text, _FORM).replace(tzinfo=UTC), path) for text, path in named)


def kept(moments: Sequence[datetime]) -> set[datetime]:
    """Which copies to keep: the newest of each of the last 7 days, 4 weeks and 12 months that have one."""
    found: set[datetime] = set()
    newest_first = sorted(moments, reverse=True)
    for most, of in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest = {moment.strftime(of): moment for moment in reversed(newest_first)}
        found |= set(sorted(newest.values(), reverse=True)[:most])
    return found


def tidy(folder: Path, now: datetime) -> int:
    """Delete the copies that are not kept, and what one left that was interrupted a day ago; how many copies went.

    A younger unfinished one may be somebody's who is writing it.
    """
    known = copies(folder)
    keep = kept([moment for moment, _ in known])
    gone = [path for moment, path in known if moment not in keep]
    left = [path for path in folder.glob("steady-*.db.part") if _touched(path) < now - timedelta(days=1)]
    for path in (*gone, *left):
        path.unlink(missing_ok=True)
    return len(gone)


def _touched(path: Path) -> datetime:
    """When a file was written last; as if in time to come, if it has its name by now."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:
        return datetime.max.replace(tzinfo=UTC)


def put_back(
    copy: Path, key: bytes | None, database: Path, at: datetime, ready: Callable[[Path], None] | None = None
) -> Path | None:
    """Put a copy in the place of the database; where the old file is kept, if there was one.

    The copy is examined, written beside the database, examined again and handed to ``ready``, which does to it what is
    to be done before anything runs on it; only then the old file moves aside. The caller holds the lock of the
    database. Raises what ``examine`` and ``ready`` raise, with nothing changed.
    """
    examine(copy, key)
    part = database.with_name(f"{database.name}.part")
    _clear(part)
    try:
        shutil.copyfile(copy, part)
        part.chmod(0o600)
        sync(part)
        examine(part, key)
        if ready is not None:
            ready(part)
            sync(part)
        aside = _move_aside(database, key, at)
        os.replace(part, database)
        sync(database.parent)
    finally:
        _clear(part)
    return aside


def _clear(part: Path) -> None:
    """Delete an unfinished copy and whatever was made beside it: a log that another one left would be taken for its."""
    for path in part.parent.glob(f"{part.name}*"):
        path.unlink()


def _move_aside(database: Path, key: bytes | None, at: datetime) -> Path | None:
    """Give the old file another name; None if there is none.

    The file itself goes first: whatever ends this program then leaves no database, which nobody takes for one, rather
    than one without the rows that its log still held.
    """
    if not database.exists():
        return None
    with suppress(StoreError), _keyed(database, key):
        pass  # whoever closes it last has its log written into the file
    aside = _aside(database, at)
    while aside.exists():
        at += timedelta(seconds=1)
        aside = _aside(database, at)
    for ending in ("", "-wal", "-shm"):
        beside = database.with_name(database.name + ending)
        if beside.exists():
            os.replace(beside, aside.with_name(aside.name + ending))
    return aside


def _aside(database: Path, at: datetime) -> Path:
    return database.with_name(f"{database.name}.before-{at.astimezone(UTC):{_FORM}}")


def later_lines(database: Path, copy: Path, key: bytes | None) -> list[Line]:
    """What the audit of a database says and that of a copy does not: all from the first line in which they differ.

    Not by its moments, since a clock may have been set back; nor by its numbers alone, since an earlier restore may
    have let the two go different ways. Raises StoreError.
    """
    with _keyed(database, key) as ours, _keyed(copy, key) as theirs:
        known = iter(theirs.execute(_LINES))
        rows = dropwhile(lambda row: row == next(known, None), ours.execute(_LINES))
        return [
            Line(at=moment(at), actor=actor, action=action, about=about, detail=detail)
            for _, at, actor, action, about, detail in rows
        ]
