"""``steady restore``: a copy put back, with whatever must not come back with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from bot import lock, settings
from bot.commands import data
from bot.commands.data import Refused, settings_option
from bot.origins import new_id, wall_clock
from store import audit, backups, restoring
from store.again import LEFT
from store.audit import Line
from store.backups import Examined
from store.database import StoreError, Tx, set_aside
from store.restoring import Said

_AGAIN = {
    "hold": "On hold until the clinic lifts it",
    "end": "A plan ended",
    "quiet": "Quiet, as the patient wished",
    "share no": "Check-ins shared no more",
    "offer": "An offer that a newer one had replaced is off",
    "approval withdrawn": "The approval of an article withdrawn",
    "invite": "An invite that was replaced works no more",
    "consent": "An invite that was used works no more",
}
_LOST = {
    "plan": "A plan, or a change of one, that was set or accepted: the one before it rings, or none",
    "lift": "On hold, though the hold was lifted",
    "quiet-ends": "Quiet, though the patient had ended it: nothing rings",
    "join": "A patient who joined: invite them anew",
    "move": "A patient who went to another clock: reminders go by the one before",
}


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
    aside = set_aside(found.database)
    if aside is not None:
        raise Refused(
            f"There is no {found.database}, but {aside.name} beside it, as a restore leaves it that was killed. It"
            f" knows what came after the copy: give it its name back (mv {aside} {found.database}), then restore again."
            " If it is older than the copy, move it elsewhere."
        )
    said: list[Said] = []
    with lock.hold(found.database):
        looked = backups.examine(copy, key)
        click.echo(_described(copy, looked))
        if not yes:
            click.confirm("Put it in the place of the database? What came later is lost", abort=True)
        later = _later(found.database, copy, key)

        def say_again(tx: Tx) -> Said:
            audit.note(tx, at=at, actor="operator", action="restored", about="database")
            return restoring.say_again(tx, later or (), at, new_id)

        def ready(part: Path) -> None:
            said.append(data.write(replace(found, database=part), say_again))

        aside = backups.put_back(copy, key, found.database, at, ready)
    click.echo(f"Restored: {found.database}.")
    if aside is not None:
        click.echo(f"The old file is kept: {aside}. Delete it once you are sure.")
    for line in _unknown() if later is None else _told(said[0]):
        click.echo(line)
    if said[0].invites:
        click.echo(
            f"Open invites of clinicians that were ended: {said[0].invites}. Make new ones: steady clinician invite"
        )
    click.echo("Next: steady doctor, then steady run.")


def _described(copy: Path, looked: Examined) -> str:
    last = (
        "it has no record yet"
        if looked.last_at is None
        else f"its last record is of {looked.last_at:%Y-%m-%d %H:%M} UTC"
    )
    people_in = looked.counts.get("link", 0)
    return f"{copy} is whole: schema {looked.schema}, {people_in} patients, {looked.rows} rows; {last}."


def _later(database: Path, copy: Path, key: bytes | None) -> list[Line] | None:
    """What the database's audit says and the copy's does not; None if there is no database that can be read."""
    try:
        return backups.later_lines(database, copy, key)
    except StoreError:
        return None


def _unknown() -> list[str]:
    return [
        "There was no old file that could be read, so nothing of it could be said again.",
        "Whoever erased their data since that copy is in it again; what was put on hold or ended since rings again:",
        "  ask the clinic who left since then, and have them send /delete;",
        "  have the clinic look at each patient's plans before the bot runs again for them.",
    ]


def _told(said: Said) -> list[str]:
    lines = []
    left = sum(len(said.again.get(action, ())) for action in LEFT)
    if left:
        lines.append(f"Erased or withdrawn again, since they had left after that copy: {left}.")
    again = _listed(said.again, _AGAIN)
    if again:
        lines += ["Said again, since it came after that copy:", *again]
    lost = _listed(said.lost, _LOST)
    if lost:
        lines += ["Lost, since it came after that copy. Have the clinic look at these:", *lost]
    return lines


def _listed(found: Mapping[str, Sequence[str]], words: Mapping[str, str]) -> list[str]:
    return [f"  {said}: {_labels(found[what])}." for what, said in words.items() if what in found]


def _labels(labels: Sequence[str]) -> str:
    known, others = sorted({label for label in labels if label}), labels.count("")
    return ", ".join([*known, *([f"{others} that the copy does not know"] if others else [])])
