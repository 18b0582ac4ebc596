"""``steady medicine``: a clinic's list of medicines, and which rules apply to each.

A plan can only be set for what is on the list. What sounds like naltrexone is LDN and has its rules, always;
any other is put there with the rules that the clinic names, or without any, which has to be said (design 1).
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import click

from bot import settings
from bot.commands import data
from bot.commands.clinic import find
from bot.commands.data import Refused, settings_option
from bot.origins import new_id, wall_clock
from care.amounts import WORDS, AmountError, parse_number, unit_named
from care.grammar import read_heading
from care.medicines import Medicine, is_naltrexone, ldn, sounds_like_opioid
from care.medicines import find as listed
from content.screen import plain
from store import audit, clinics
from store.clinics import Clinic
from store.database import Tx

MOST_SIGNS = 40
_NONE = ("", "none")

clinic_option = click.option("--clinic", "clinic_name", help="Which clinic, if there are several.")


@click.group()
def medicine() -> None:
    """A clinic's list of medicines."""


def limit(text: str, name: str) -> Decimal | None:
    """A limit as it was typed; None for none. Raises Refused."""
    if text.strip().casefold() in _NONE:
        return None
    try:
        return parse_number(text.strip())
    except AmountError:
        raise Refused(f"{name}: expected a number such as 6 or 0.5, or the word none.") from None


@medicine.command("add")
@click.argument("name")
@clinic_option
@click.option("--spelling", "spellings", multiple=True, help="Another name clinicians may type. Can be given again.")
@click.option("--unit", help="mg, mcg, g, mL, drops, tablets, another word; or words, for amounts in words.")
@click.option("--warn-above", help="Warn above this amount, in its unit; or none.")
@click.option("--refuse-above", help="Refuse above this amount, in its unit; or none.")
@click.option("--opioid-check", is_flag=True, help="No plan without an opioid check; an opioid sets a hold.")
@click.option("--self-check", is_flag=True, help="Patients are asked at the start and every 30 days.")
@click.option("--no-rules", is_flag=True, help="No limits and no checks: said on purpose.")
@settings_option
def add(
    name: str,
    clinic_name: str | None,
    spellings: tuple[str, ...],
    unit: str | None,
    warn_above: str | None,
    refuse_above: str | None,
    opioid_check: bool,
    self_check: bool,
    no_rules: bool,
    file: Path | None,
) -> None:
    """Put a medicine on the list. Limits that are left out are asked for."""
    found, at = settings.load(file), wall_clock()
    home, known = data.read(found, lambda tx: _list(tx, clinic_name))
    name, other = word(name, "name"), tuple(word(spelling, "spelling") for spelling in spellings)
    made = ldn(new_id())
    made = replace(made, name=name, spellings=tuple(dict.fromkeys((*other, "low-dose naltrexone", "naltrexone"))))
    if is_naltrexone(replace(made, spellings=other)):
        click.echo(f"{name} is naltrexone: it gets the rules of LDN, and they can't be left out.")
        made = replace(made, spellings=tuple(one for one in made.spellings if one.casefold() != name.casefold()))
    else:
        if sounds_like_opioid(name):
            click.echo(f"{name} is an opioid. No plan for it can be set beside a plan for naltrexone.")
        unit = unit_named(" ".join((unit or click.prompt("Unit of its amounts", default="mg")).split()))
        words = unit == WORDS or no_rules
        warn = "none" if words else warn_above or click.prompt("Warn above, or none", default="none")
        refuse = "none" if words else refuse_above or click.prompt("Refuse above, or none", default="none")
        made = replace(
            made,
            spellings=other,
            unit=unit,
            warn_above=limit(warn_above or warn, "--warn-above"),
            refuse_above=limit(refuse_above or refuse, "--refuse-above"),
            opioid_check=opioid_check,
            self_check=self_check,
        )
    check(made, known)
    if made.refuse_above is None and not no_rules:
        click.echo(without_limit(made))
        click.confirm("Add it all the same?", abort=True)
    data.write(found, lambda tx: clinics.add_medicine(tx, home.id, made))
    data.write(found, lambda tx: audit.note(tx, at=at, actor="operator", action="medicine added", about=made.id))
    click.echo(f"Added at {home.name}: {described(made)}")


def without_limit(made: Medicine) -> str:
    """What it means to have a medicine without an amount that is refused."""
    if made.unit == WORDS:
        means = "Its amounts are words: nothing can be compared, and a slip is not seen."
    else:
        means = "No amount is refused: Steady reminds of whatever amount a clinician sets, 45 for 4.5 too."
    checks = "" if made.opioid_check or made.self_check else " No opioid check and no self-check apply to it."
    return means + checks


def check(made: Medicine, known: Sequence[Medicine]) -> None:
    """Raise Refused, with the reason, if this can't stand on the list beside the others."""
    others = [one for one in known if one.id != made.id]
    if is_naltrexone(made) and (ours := next((one for one in others if is_naltrexone(one)), None)):
        raise Refused(
            f"{made.name} is naltrexone, and {ours.name} is on the list already: two plans could double it."
            f' Another name for it: steady medicine change "{ours.name}" --spelling "{made.name}"'
        )
    for name in (made.name, *made.spellings):
        if (taken := listed(name, others)) is not None:
            raise Refused(f"{name} is a name of {taken.name}, which is on the list already.")
        if read_heading(name, [made]) is None:
            raise Refused(f"{name}: a clinician could not type that before an amount. Choose a name without and, at, …")
    if made.unit != WORDS and not made.unit.isalpha():
        raise Refused(f"Unit {made.unit}: expected one word, such as mg, mL, drops; or words.")
    if is_naltrexone(made) and made.unit != "mg":
        raise Refused("The amounts of naltrexone are in mg (R3).")
    warn, refuse = made.warn_above, made.refuse_above
    if made.unit == WORDS and (warn is not None or refuse is not None):
        raise Refused(f"The amounts of {made.name} are words; they can't be compared with a limit.")
    if warn is not None and refuse is not None and warn > refuse:
        raise Refused(f"Amounts above {refuse} would be refused before they are warned of above {warn}.")


@medicine.command("change")
@click.argument("name")
@clinic_option
@click.option("--spelling", "spellings", multiple=True, help="One more name clinicians may type.")
@click.option("--warn-above", help="Warn above this amount, in its unit; or none.")
@click.option("--refuse-above", help="Refuse above this amount, in its unit; or none.")
@settings_option
def change(
    name: str,
    clinic_name: str | None,
    spellings: tuple[str, ...],
    warn_above: str | None,
    refuse_above: str | None,
    file: Path | None,
) -> None:
    """Add names or set limits. Plans that run stay as they are."""
    found, at = settings.load(file), wall_clock()
    home, known = data.read(found, lambda tx: _list(tx, clinic_name))
    old = one_of(name, known)
    more = tuple(word(spelling, "spelling") for spelling in spellings)
    made = replace(old, spellings=tuple(dict.fromkeys((*old.spellings, *more))))
    if warn_above is not None:
        made = replace(made, warn_above=limit(warn_above, "--warn-above"))
    if refuse_above is not None:
        made = replace(made, refuse_above=limit(refuse_above, "--refuse-above"))
    if is_naltrexone(made) and (made.refuse_above is None or made.warn_above is None):
        raise Refused(f"{made.name} is naltrexone: its limits can be other numbers, not none (R3).")
    if is_naltrexone(made) and not is_naltrexone(old):
        raise Refused(f"{old.name} would become naltrexone. Add that as a medicine of its own.")
    check(made, known)
    data.write(found, lambda tx: clinics.change_medicine(tx, made))
    data.write(found, lambda tx: audit.note(tx, at=at, actor="operator", action="medicine changed", about=made.id))
    click.echo(f"Changed at {home.name}: {described(made)}")


@medicine.command("remove")
@click.argument("name")
@clinic_option
@settings_option
def remove(name: str, clinic_name: str | None, file: Path | None) -> None:
    """Take a medicine off the list, if no plan was ever set for it."""
    found, at = settings.load(file), wall_clock()
    home, known = data.read(found, lambda tx: _list(tx, clinic_name))
    old = one_of(name, known)
    if not data.write(found, lambda tx: clinics.remove_medicine(tx, old.id)):
        raise Refused(f"There is a plan of {old.name}. It stays on the list, so that the plan stays whole.")
    data.write(found, lambda tx: audit.note(tx, at=at, actor="operator", action="medicine removed", about=old.id))
    click.echo(f"Removed at {home.name}: {old.name}.")


@medicine.command("list")
@clinic_option
@settings_option
def show(clinic_name: str | None, file: Path | None) -> None:
    """List the medicines with their rules."""
    home, known = data.read(settings.load(file), lambda tx: _list(tx, clinic_name))
    click.echo(f"{home.name}:")
    for one in known:
        click.echo(f"  {described(one)}")
    if not known:
        click.echo("  none yet. Add one: steady medicine add NAME")


def described(one: Medicine) -> str:
    """A medicine with all that applies to it, on a line."""
    names = f" ({', '.join(one.spellings)})" if one.spellings else ""
    rules = [
        f"warns above {one.warn_above} {one.unit}" if one.warn_above is not None else "",
        f"refuses above {one.refuse_above} {one.unit}" if one.refuse_above is not None else "no amount is refused",
        "opioid check" if one.opioid_check or is_naltrexone(one) else "",
        "self-check" if one.self_check else "",
    ]
    unit = "amounts in words" if one.unit == WORDS else f"in {one.unit}"
    return f"{one.name}{names}: {unit}, {', '.join(rule for rule in rules if rule)}"


def one_of(name: str, known: Sequence[Medicine]) -> Medicine:
    """The listed medicine of that name. Raises Refused, naming those there are."""
    found = listed(name, known)
    if found is None:
        raise Refused(f"No medicine {plain(name)}. There is: {', '.join(one.name for one in known)}.")
    return found


def word(text: str, what: str) -> str:
    """A name as it is kept. Raises Refused."""
    name = " ".join(plain(text).split())
    if not any(sign.isalpha() for sign in name) or len(name) > MOST_SIGNS:
        raise Refused(f"The {what} needs 1 to {MOST_SIGNS} characters, a letter among them.")
    return name


def _list(tx: Tx, clinic_name: str | None) -> tuple[Clinic, list[Medicine]]:
    home = find(tx, clinic_name)
    return home, clinics.medicines(tx, home.id)
