"""``steady clinician``: who is on a clinic's team, and the links by which they join."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import click

from bot import settings
from bot.commands import data
from bot.commands.clinic import find
from bot.commands.data import Refused, settings_option
from bot.commands.hello import NoHello, get_me
from bot.origins import new_code, new_id, wall_clock
from content import qr
from content.dates import clock, full_day, local
from content.screen import plain
from store import audit, clinics, invites, team
from store.clinics import Clinic
from store.database import Tx
from store.team import Clinician

MOST_MINUTES = 7 * 24 * 60


@click.group()
def clinician() -> None:
    """The clinicians of a clinic's team."""


@clinician.command("invite")
@click.option("--clinic", metavar="NAME", help="May be left out if there is only one.")
@click.option("--name", prompt="The clinician's name, as patients see it", help='As patients see it: "Dr Bruno Reyes".')
@click.option("--bot", "username", metavar="USERNAME", help="The bot's username. Without it, Telegram is asked.")
@click.option(
    "--minutes",
    type=click.IntRange(1, MOST_MINUTES),
    default=60,
    show_default=True,
    help="How long it works.",
)
@settings_option
def invite(clinic: str | None, name: str, username: str | None, minutes: int, file: Path | None) -> None:
    """A link and QR code by which one clinician joins, once."""
    found = settings.load(file, token_needed=username is None)
    data.must_exist(found)
    if username is None:
        try:
            username = asyncio.run(get_me(found)).username
        except NoHello as error:
            raise Refused(f"The bot's username is not known: {error}. Give it with --bot USERNAME.") from None
    at, lasts = wall_clock(), timedelta(minutes=minutes)

    def both(tx: Tx) -> tuple[Clinic, str]:
        home = find(tx, clinic)
        return home, invite_clinician(tx, home, name=name, at=at, lasts=lasts, new_id=new_id, new_code=new_code)

    home, code = data.write(found, both)
    name = plain(name)
    link = f"https://t.me/{username.removeprefix('@')}?start={code}"
    until = local(at + lasts, home.zone)
    click.echo(f"For {name} of {home.name}. Works once, until {clock(until)}, {full_day(until)} ({home.zone.key}).")
    click.echo("Whoever opens it first joins the team: hand it over in person.")
    click.echo()
    click.echo(link)
    click.echo()
    click.echo(qr.terminal(link))


def invite_clinician(
    tx: Tx,
    clinic: Clinic,
    *,
    name: str,
    at: datetime,
    lasts: timedelta,
    new_id: Callable[[], str],
    new_code: Callable[[], str],
) -> str:
    """Keep a one-time invite for one clinician and return its code; only the code's hash is stored.

    Raises Refused for a name that can't be signed with (R1 wants initials) or is on the team already.
    """
    name = " ".join(plain(name).split())
    if not any(c.isalpha() for c in name) or len(name) > 60:
        raise Refused('A clinician needs a name of up to 60 characters, such as "Dr Bruno Reyes".')
    if any(one.name.casefold() == name.casefold() for one in team.members(tx, clinic.id)):
        raise Refused(f"{name} is on the team of {clinic.name} already.")
    code, id = new_code(), new_id()
    invites.add(tx, id=id, code=code, clinic=clinic.id, expires=at + lasts, name=name)
    audit.note(tx, at=at, actor="operator", action="clinician invited", about=id, detail=clinic.id)
    return code


@clinician.command("list")
@settings_option
def show(file: Path | None) -> None:
    """List the teams."""

    def teams(tx: Tx) -> list[tuple[Clinic, list[Clinician]]]:
        return [(one, team.members(tx, one.id)) for one in clinics.every(tx)]

    found = data.read(settings.load(file), teams)
    for home, members in found:
        click.echo(f"{home.name}: {', '.join(one.name for one in members) or 'nobody yet'}")
    if not found:
        click.echo("No clinic yet. Add one: steady clinic add")


@clinician.command("withdraw")
@click.argument("name")
@click.option("--clinic", metavar="NAME", help="Needed if two clinics have a clinician of this name.")
@settings_option
def withdraw(name: str, clinic: str | None, file: Path | None) -> None:
    """Take a clinician off the team. From then on they are a stranger to the bot."""
    found, at = settings.load(file), wall_clock()
    data.must_exist(found)
    gone = data.write(found, lambda tx: withdraw_clinician(tx, name=name, clinic=clinic, at=at))
    click.echo(f"{gone.name} is no longer on the team of {gone.clinic.name}.")


def withdraw_clinician(tx: Tx, *, name: str, clinic: str | None, at: datetime) -> Clinician:
    """Take the one clinician of that name off the team. Raises Refused if there is none, or more than one."""
    homes = clinics.every(tx) if clinic is None else [find(tx, clinic)]
    members = [one for home in homes for one in team.members(tx, home.id)]
    fitting = [one for one in members if one.name.casefold() == name.strip().casefold()]
    if len(fitting) > 1:
        raise Refused(f"More than one {name}: say which clinic with --clinic.")
    if not fitting:
        known = ", ".join(one.name for one in members) or "nobody"
        raise Refused(f"No clinician {name}. On a team: {known}.")
    team.withdraw(tx, fitting[0].id, at=at)
    audit.note(tx, at=at, actor="operator", action="clinician withdrawn", about=fitting[0].id)
    return fitting[0]
