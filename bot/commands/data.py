"""What the operator's commands share: the settings option, an open database, the clock, refusals."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import click

from bot.keyfile import read_key
from bot.origins import wall_clock
from bot.settings import Settings
from store.database import Database, Tx, open_database

T = TypeVar("T")

settings_option = click.option(
    "--settings",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The settings file. Without it: steady.env in the working folder.",
)


class Refused(Exception):
    """A command can't be done as asked; the text says why and what to do."""


def key_of(settings: Settings) -> bytes | None:
    """The key of the database, None for a plain file. Raises BadKeyFile."""
    return None if settings.key_file is None else read_key(settings.key_file)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database, made if there is none, closed in the end. Raises BadKeyFile or a StoreError."""
    key = key_of(settings)
    settings.database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    db = await open_database(settings.database, key, wall_clock)
    try:
        yield db
    finally:
        await db.close()


def write(settings: Settings, fn: Callable[[Tx], T]) -> T:
    """Open the database, run ``fn`` in one durable transaction, close."""

    async def once() -> T:
        async with opened(settings) as db:
            return await db.write(fn)

    return asyncio.run(once())


def read(settings: Settings, fn: Callable[[Tx], T]) -> T:
    """Open the database, which must be there, run ``fn`` on it, close. Raises Refused if there is none."""
    must_exist(settings)

    async def once() -> T:
        async with opened(settings) as db:
            return await db.read(fn)

    return asyncio.run(once())


def must_exist(settings: Settings) -> None:
    """Raise Refused if there is no database yet, so that a mistyped path does not make an empty one."""
    if not settings.database.exists():
        raise Refused(f"There is no database at {settings.database}. Add a clinic first: steady clinic add")
