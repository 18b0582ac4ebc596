"""``steady backup`` and ``steady restore``: a verified copy now, and a copy put back."""

import asyncio
from pathlib import Path

import click

from bot import lock, settings
from bot.commands import data
from bot.commands.data import Refused, settings_option
from bot.origins import wall_clock
from scheduler.chores import Copies, copy_now
from store import audit, backups, retention
from store.backups import Examined
from store.database import StoreError


@click.command("backup")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help="This file, instead of the copies' folder.")
@settings_option
def backup(to: Path | None, file: Path | None) -> None:
    """Copy the database and verify the copy. The bot may run meanwhile."""
    found, at = settings.load(file), wall_clock()
    data.must_exist(found)
    key = data.key_of(found)
    if to is not None:
        if to.exists():
            raise Refused(f"{to} is there already. Nothing is ever overwritten.")
        made = backups.back_up(found.database, key, to)
        click.echo(f"Copied and verified: {to}, {_size(to)}, {made.rows} rows.")
        return
    if found.backups is None:
        raise Refused("Copies are switched off (STEADY_BACKUPS). Say where with --to FILE.")
    copies = Copies(database=found.database, key=key, folder=found.backups)

    async def once() -> Path | None:
        async with data.opened(found) as db:
            return await copy_now(db, at, copies)

    path = asyncio.run(once())
    assert path is not None  # there is a folder
    click.echo(f"Copied and verified: {path}, {_size(path)}, {backups.examine(path, key).rows} rows.")


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1024**2:.1f} MB"


@click.command("restore")
@click.argument("copy", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Don't ask.")
@settings_option
def restore(copy: Path, yes: bool, file: Path | None) -> None:
    """Put a copy in the place of the database. The old file is kept; the bot must not run."""
    found, at = settings.load(file), wall_clock()
    key = data.key_of(found)
    if found.database.exists() and copy.samefile(found.database):
        raise Refused("That is the database itself, not a copy of it.")
    with lock.hold(found.database):
        looked = backups.examine(copy, key)
        click.echo(_described(copy, looked))
        if not yes:
            click.confirm("Put it in the place of the database? What came later is lost", abort=True)
        later = _later(found.database, key, looked)
        aside = backups.put_back(copy, key, found.database, at)
        again = data.write(found, lambda tx: retention.erase_again(tx, later or (), at))
        data.write(found, lambda tx: audit.note(tx, at=at, actor="operator", action="restored", about="database"))
    click.echo(f"Restored: {found.database}.")
    if aside is not None:
        click.echo(f"The old file is kept: {aside}. Delete it once you are sure.")
    if later is None:
        click.echo("The old file could not be read. Whoever erased their data since that copy is in it again:")
        click.echo("  ask the clinic whether anybody left since then, and have them send /delete.")
    elif again:
        click.echo(f"Erased or withdrawn again, since they had left after that copy: {again}.")
    click.echo("Next: steady doctor, then steady run.")


def _described(copy: Path, looked: Examined) -> str:
    last = (
        "it has no record yet"
        if looked.last_at is None
        else f"its last record is of {looked.last_at:%Y-%m-%d %H:%M} UTC"
    )
    people_in = looked.counts.get("link", 0)
    return f"{copy} is whole: schema {looked.schema}, {people_in} patients, {looked.rows} rows; {last}."


def _later(database: Path, key: bytes | None, looked: Examined) -> list[tuple[str, str]] | None:
    """What the database's audit says after the copy's last record; None if the database can't be read any more."""
    if not database.exists():
        return []
    try:
        return backups.last_words(database, key, looked.last_at)
    except StoreError:
        return None
