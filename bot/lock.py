"""One program at a time: a lock beside the database, which ends with its holder, however that ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another program holds the lock of this database; the text says which."""


@contextmanager
def hold(database: Path) -> Iterator[None]:
    """Hold ``<database>.lock`` while the block runs; raises AlreadyRunning at once if another holds it."""
    path = lock_path(database)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # The file stays: were it deleted, two programs could each lock a file of this name.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 20).decode("ascii", "replace").strip()
            who = f", process {holder}" if holder.isdigit() else ""
            raise AlreadyRunning(f"Steady is running already on {database}{who}; only one may run") from None
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(descriptor)


def lock_path(database: Path) -> Path:
    """Where the lock of a database is: beside the file itself, whatever link it is reached by."""
    database = database.resolve()
    return database.with_name(f"{database.name}.lock")
