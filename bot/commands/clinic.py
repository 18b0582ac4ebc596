"""``steady clinic``: the clinics that use this bot."""

import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import click

from bot import settings
from bot.commands import data
from bot.commands.data import Refused, settings_option
from bot.origins import new_id, wall_clock
from care.medicines import ldn
from care.supply import MOST_REFILL_DAYS
from content import numbers, phrases, places
from content.dates import full_day
from content.screen import plain
from store import audit, clinics, team
from store.clinics import MONTHS, Clinic
from store.database import Tx
from store.team import Clinician

MOST_CHARACTERS = 80


@click.group()
def clinic() -> None:
    """The clinics that use this bot."""


def _one_line(_: click.Context, __: click.Parameter, value: str) -> str:
    text = " ".join(plain(value).split())
    if not text or len(text) > MOST_CHARACTERS:
        raise click.BadParameter(f"expected 1 to {MOST_CHARACTERS} characters")
    return text


def _phone(context: click.Context, parameter: click.Parameter, value: str) -> str:
    text = unicodedata.normalize("NFKC", _one_line(context, parameter, value))
    if sum(c in "0123456789" for c in text) < 3:
        raise click.BadParameter("expected a phone number, such as +1 555 010 0199")
    return text


def _country(_: click.Context, __: click.Parameter, value: str) -> str:
    code = places.find_country(value)
    if code is None:
        raise click.BadParameter("expected a country's name or its two letters, such as Ireland or IE")
    return code


def _zone(value: str) -> ZoneInfo:
    known = {name.casefold(): name for name in available_timezones()}
    name = known.get(value.strip().casefold())
    if name is None:
        raise click.BadParameter("expected a time zone such as Europe/Dublin or America/New_York")
    return ZoneInfo(name)


@clinic.command("add")
@click.option("--name", prompt="The clinic's name, as patients see it", callback=_one_line, help="As patients see it.")
@click.option("--phone", prompt="Phone, as patients should dial it", callback=_phone, help="As patients dial it.")
@click.option(
    "--hours",
    prompt="When somebody answers (Mon-Fri 9:00-17:00)",
    callback=_one_line,
    help="When it is answered.",
)
@click.option("--country", prompt="Country", callback=_country, help="Name or two letters: chooses emergency numbers.")
@click.option("--zone", help="Time zone, such as Europe/Dublin. Asked for if left out.")
@click.option("--language", type=click.Choice(phrases.languages()), default=phrases.DEFAULT, help="Default: en.")
@settings_option
def add(name: str, phone: str, hours: str, country: str, zone: str | None, language: str, file: Path | None) -> None:
    """Add a clinic. What is left out is asked for."""
    found = settings.load(file)
    at = wall_clock()
    place = _zone(zone) if zone else _ask_zone(country, at.year)
    made = data.write(
        found,
        lambda tx: add_clinic(
            tx,
            name=name,
            phone=phone,
            hours=hours,
            country=country,
            zone=place,
            language=language,
            at=at,
            new_id=new_id,
        ),
    )
    click.echo(f"Added: {made.name}, {made.phone}, {made.hours}, {places.countries()[country]}, {made.zone.key}.")
    row = numbers.numbers(country, at.date())
    click.echo(f"Emergency: {row.emergency}; in a crisis: {row.crisis}. Good until {full_day(row.expires_on)}.")
    if not row.known:
        click.echo("These are general: Steady has no numbers of this country yet. Tell patients the right ones.")
    elif row.verified_on is None:
        click.echo("Nobody has checked these numbers yet. Call them or look them up before patients join.")
    click.echo(f'Next: steady clinician invite --clinic "{made.name}"')


def _ask_zone(country: str, year: int) -> ZoneInfo:
    zones = places.zones(country, year)
    if len(zones) > 1:
        click.echo(f"Time zones of {places.countries()[country]}: {', '.join(zones)}")
    chosen: ZoneInfo = click.prompt(
        "Time zone", default=zones[0] if len(zones) == 1 else None, value_proc=lambda text: _zone(str(text))
    )
    return chosen


def add_clinic(
    tx: Tx,
    *,
    name: str,
    phone: str,
    hours: str,
    country: str,
    zone: ZoneInfo,
    language: str,
    at: datetime,
    new_id: Callable[[], str],
) -> Clinic:
    """Store a clinic, with LDN and its rules on its list of medicines (R1-R3).

    ``country`` is a two-letter code. Raises Refused if the name is taken, or if the country's emergency
    numbers have expired (evidence page 5, numbers table: "setup fails if the clinic's row is expired").
    """
    if any(other.name.casefold() == name.casefold() for other in clinics.every(tx)):
        raise Refused(f"There is a clinic called {name} already. Choose another name.")
    today = at.astimezone(zone).date()
    row = numbers.numbers(country, today)
    if row.expires_on <= today:
        raise Refused(
            f"The emergency numbers for {country} expired on {full_day(row.expires_on)}."
            " A newer release of Steady, or a checked row in content/numbers.toml, is needed first."
        )
    made = Clinic(
        id=new_id(),
        name=name,
        phone=phone,
        hours=hours,
        country=country,
        zone=zone,
        language=language,
        window=timedelta(hours=4),
        missed_text_by=None,
    )
    clinics.add(tx, made, at=at)
    clinics.add_medicine(tx, made.id, ldn(new_id()))
    audit.note(tx, at=at, actor="operator", action="clinic added", about=made.id)
    return made


@clinic.command("list")
@settings_option
def show(file: Path | None) -> None:
    """List the clinics."""
    found = data.read(settings.load(file), clinics.every)
    for one in found:
        click.echo(f"{one.name}: {one.phone}, {one.hours}, {one.country}, {one.zone.key}, {one.language}")
    if not found:
        click.echo("No clinic yet. Add one: steady clinic add")


@clinic.command("change")
@click.option("--clinic", "name", help="Which clinic, if there are several.")
@click.option("--keep-months", type=click.IntRange(1, MONTHS), help="Erase people after so many months without a sign.")
@click.option("--refill-days", type=click.IntRange(1, MOST_REFILL_DAYS), help="Tell of a refill so many days before.")
@click.option("--alert", metavar="NAME", help="Who of the team hears of three reminders in a row without a mark.")
@click.option("--no-alert", is_flag=True, help="Nobody hears of three in a row. That is so until someone is named.")
@settings_option
def change(
    name: str | None,
    keep_months: int | None,
    refill_days: int | None,
    alert: str | None,
    no_alert: bool,
    file: Path | None,
) -> None:
    """Set what a clinic decides for itself."""
    found, at = settings.load(file), wall_clock()
    if keep_months is None and refill_days is None and alert is None and not no_alert:
        raise Refused("Nothing to change. There is: --keep-months, --refill-days, --alert, --no-alert.")
    if alert is not None and no_alert:
        raise Refused("Say either --alert NAME or --no-alert.")

    def write(tx: Tx) -> tuple[Clinic, str | None]:
        home = find(tx, name)
        if keep_months is not None:
            clinics.keep_for(tx, home.id, keep_months)
        if refill_days is not None:
            clinics.tell_of_refills(tx, home.id, refill_days)
        if alert is not None or no_alert:
            clinics.alert_of_rows(tx, home.id, None if alert is None else _member(tx, home, alert).id)
        audit.note(tx, at=at, actor="operator", action="clinic changed", about=home.id)
        home = clinics.get(tx, home.id)
        return home, next((one.name for one in team.members(tx, home.id) if one.id == home.row_alert), None)

    data.must_exist(found)
    home, named = data.write(found, write)
    click.echo(f"{home.name}: data are erased {home.keep_months} months after the last sign of somebody;")
    click.echo(f"patients are told {home.refill_days} days before a supply runs out;")
    click.echo(f"of three reminders in a row without a mark, {named or 'nobody'} is told{_IF_SHARED if named else ''}.")


_IF_SHARED = ", if the patient shares their answers"


def _member(tx: Tx, home: Clinic, name: str) -> Clinician:
    """The clinician of that name on the team. Raises Refused, naming those there are."""
    members = team.members(tx, home.id)
    fitting = [one for one in members if one.name.casefold() == " ".join(name.split()).casefold()]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(one.name for one in members) or "nobody yet"
    why = "Nobody" if not fitting else "More than one"
    raise Refused(f"{why} on the team of {home.name} is called {plain(name)}. There is: {known}.")


def find(tx: Tx, name: str | None) -> Clinic:
    """The clinic of that name, or the only one there is. Raises Refused, naming those there are."""
    every = clinics.every(tx)
    fitting = [one for one in every if name is None or one.name.casefold() == name.casefold()]
    if len(fitting) == 1:
        return fitting[0]
    if not every:
        raise Refused("There is no clinic yet. Add one: steady clinic add")
    known = ", ".join(one.name for one in every)
    raise Refused(
        f"Say which clinic with --clinic: {known}." if name is None else f"No clinic {name}. There is: {known}."
    )
