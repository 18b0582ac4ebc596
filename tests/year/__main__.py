"""``python -m tests.year --seed 1 --days 365 --patients 300 --kills 500``: live a year, and have it judged."""

import asyncio
import logging
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from random import Random

import click

from bot import intake
from scheduler import chores
from tests.year.clinic import Clinic
from tests.year.oracle import Verdict, judge

_SHOWN = 40


async def live(
    folder: Path, *, seed: int, days: int, patients: int, kills: float, rough: bool
) -> tuple[Clinic, Verdict]:
    """A clinic's days, and the oracle's verdict on them. ``folder`` must be there, and empty."""
    clinic = Clinic(folder, Random(seed), patients, kills, rough)
    await clinic.open()
    await clinic.live(days)
    return clinic, judge(clinic.facts, folder / "year.db")


@click.command()
@click.option("--seed", default=1, show_default=True, help="The same seed lives the same year.")
@click.option("--days", default=365, show_default=True)
@click.option("--patients", default=300, show_default=True)
@click.option("--kills", default=1500.0, show_default=True, help="Steps between two kills, on average; 0: none.")
@click.option("--calm", is_flag=True, help="No trouble but the kills.")
def main(seed: int, days: int, patients: int, kills: float, calm: bool) -> None:
    """Live a year and have it judged. Exit status 1 if the oracle found anything wrong."""
    logging.disable(logging.CRITICAL)
    chores.KEEP_LEDGER = timedelta(days=days + 30)  # of which the oracle reads the whole at the end
    intake.HANDLER_SECONDS = 86_400  # how long this machine takes, or stands still, is not the seed's to say
    with tempfile.TemporaryDirectory() as folder:
        clinic, verdict = asyncio.run(
            live(Path(folder), seed=seed, days=days, patients=patients, kills=kills, rough=not calm)
        )
    click.echo(f"seed {seed}, {patients} patients, {days} days: {verdict.doses} doses")
    click.echo(f"killed {clinic.steps.kills} times in {clinic.steps.taken} steps; {verdict.presses} presses reached it")
    troubles = sorted((trouble, n) for trouble, n in clinic.weather.came.items() if trouble)
    click.echo(
        "calls: " + ", ".join(f"{n} {trouble}" for trouble, n in troubles) + f" of {clinic.weather.came.total()}"
    )
    click.echo(f"moved to another clock: {verdict.moves} times")
    click.echo("outcomes: " + ", ".join(f"{n} {state}" for state, n in verdict.states.most_common()))
    click.echo("reminders: " + ", ".join(f"{n} {how}" for how, n in verdict.rings.most_common()))
    for line in verdict.wrong[:_SHOWN]:
        click.echo("WRONG  " + line)
    click.echo(f"wrong: {len(verdict.wrong)}")
    sys.exit(1 if verdict.wrong else 0)


if __name__ == "__main__":
    main()
