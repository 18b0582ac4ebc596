"""A disk whose power can be cut at any moment: it keeps what was synced, and of the rest whatever it likes.

The SQLite underneath is apsw's, since its file layer can be replaced; the one that opens what is left is the
product's own. Two things differ from the product: the write-ahead log's index lies in memory (``locking_mode =
EXCLUSIVE``), as it does not survive a power cut anyway, and checkpoints come sooner, so that cuts fall into them.
"""

import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

from store import database
from store.database import Tx

SECTOR = 512
PAGES_TO_CHECKPOINT = 40


@dataclass(frozen=True)
class Event:
    """What reached the disk: a write, truncation, sync, removal; or a commit that came back as done (no file)."""

    what: str
    file: str = ""
    at: int = 0
    data: bytes = b""


@dataclass
class Log:
    """All that SQLite asked of the disk, in order."""

    events: list[Event] = field(default_factory=list)

    def acknowledge(self, number: int) -> None:
        """The commit of this number came back as done."""
        self.events.append(Event("ack", at=number))


class _File(apsw.VFSFile):
    def __init__(self, base: str, name: Any, flags: list[int], log: Log) -> None:
        super().__init__(base, name, flags)
        self._name = os.path.basename(name.filename() if isinstance(name, apsw.URIFilename) else name or "")
        self._log = log

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        super().xWrite(data, offset)
        self._log.events.append(Event("write", self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        super().xTruncate(newsize)
        self._log.events.append(Event("truncate", self._name, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        super().xSync(flags)
        self._log.events.append(Event("sync", self._name))


class _Disk(apsw.VFS):
    def __init__(self, log: Log) -> None:
        self._log = log
        super().__init__("cuttable", "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - SQLite's name
        if name is None:  # a statement's own journal: no name, and nobody looks for it after a cut
            return apsw.VFSFile("", name, flags)
        return _File("", name, flags, self._log)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name
        super().xDelete(filename, syncdir)
        self._log.events.append(Event("delete", os.path.basename(filename)))


class _Rows:
    """A finished statement, as the product's driver hands it over."""

    def __init__(self, rows: list[Any], rowcount: int) -> None:
        self._rows, self.rowcount = rows, rowcount

    def fetchall(self) -> list[Any]:
        return self._rows

    def fetchone(self) -> Any:
        return self._rows[0] if self._rows else None


class Recorded:
    """A database on that disk, driven by the store's own transaction functions."""

    def __init__(self, path: Path, now: Callable[[], Any], *, pragmas: Sequence[str] = database.PRAGMAS) -> None:
        self.log = Log()
        self._disk = _Disk(self.log)
        self._connection = apsw.Connection(str(path), vfs="cuttable")
        self._connection.row_trace = lambda cursor, row: {
            column[0]: value for column, value in zip(cursor.get_description(), row, strict=True)
        }
        self.in_transaction = False
        for pragma in ("locking_mode = EXCLUSIVE", *pragmas, f"wal_autocheckpoint = {PAGES_TO_CHECKPOINT}"):
            self.execute(f"PRAGMA {pragma}")
        database._migrate(self, path)
        database._keep_ledger(self, now)

    def execute(self, sql: str, parameters: Any = None) -> _Rows:
        """Run one statement to its end."""
        rows = list(self._connection.execute(sql, parameters))
        return _Rows(rows, self._connection.changes())

    def create_function(self, name: str, arguments: int, fn: Callable[[], int]) -> None:
        """As the product's driver has it."""
        self._connection.create_scalar_function(name, fn, arguments)

    def write(self, fn: Callable[[Tx], Any]) -> Any:
        """One transaction."""
        self.execute("BEGIN IMMEDIATE")
        result = fn(Tx(self))
        self.execute("COMMIT")
        return result

    def close(self) -> None:
        """Let go of file and disk."""
        self._connection.close()
        self._disk.unregister()


def cuts(log: Log, moments: Sequence[int], dice: random.Random, folder: Path) -> Iterator[int]:
    """Cut the power after so many events, and leave in ``folder`` what the disk then holds.

    Yields the number of the last commit that had been acknowledged; 0 for none.
    """
    durable: dict[str, bytearray] = {}
    pending: dict[str, list[Event]] = {}
    acknowledged, wanted = 0, sorted(moments)
    for place, event in enumerate(log.events):
        while wanted and wanted[0] <= place:
            wanted.pop(0)
            for file in durable:
                (folder / file).write_bytes(_left(durable[file], pending[file], dice))
            yield acknowledged
            for file in folder.iterdir():
                file.unlink()
        if event.what == "ack":
            acknowledged = event.at
            continue
        if event.what == "delete":  # of a journal, with its folder synced
            durable.pop(event.file, None)
            pending.pop(event.file, None)
            continue
        durable.setdefault(event.file, bytearray())
        waiting = pending.setdefault(event.file, [])
        if event.what == "sync":
            for one in waiting:
                _apply(durable[event.file], one)
            waiting.clear()
        else:
            waiting.append(event)


def _left(durable: bytearray, pending: list[Event], dice: random.Random) -> bytes:
    """What was synced, and of what was not any part in any order: whole writes, single sectors, nothing."""
    image = bytearray(durable)
    some = [event for event in pending if dice.random() < 0.6]
    if dice.random() < 0.5:
        dice.shuffle(some)
    for event in some:
        if event.what == "write" and dice.random() < 0.4:
            for at in range(0, len(event.data), SECTOR):
                if dice.random() < 0.5:
                    _apply(image, Event("write", at=event.at + at, data=event.data[at : at + SECTOR]))
        else:
            _apply(image, event)
    return bytes(image)


def _apply(image: bytearray, event: Event) -> None:
    if event.what == "truncate":
        del image[event.at :]
        return
    if len(image) < event.at:
        image.extend(bytes(event.at - len(image)))
    image[event.at : event.at + len(event.data)] = event.data
