"""``steady backup``: a verified copy now."""

import asyncio
from pathlib import Path

import click

from bot import settings
from bot.commands import data
from bot.commands.data import Refused, settings_option
from bot.origins import wall_clock
from scheduler.chores import Copies, copy_now
from store import backups


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
