"""``steady doses`` and ``steady dose``: what became of a patient's doses, and the ledger of one. Ids, never names."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from bot import settings
from bot.commands import data
from bot.commands.clinic import find
from bot.commands.data import Refused, settings_option
from bot.origins import wall_clock
from care.dose import Dose
from care.doses import DoseState
from store import audit, doses, ledger, people
from store.database import Tx
from store.ledger import Entry
from store.people import Link

MOST_DAYS = 400
_MOVED = {
    DoseState.SENT: "the patient was asked",
    DoseState.LATER: "the patient put it off",
    DoseState.TAKEN: "the patient said: taken",
    DoseState.SKIPPED: "the patient said: skipped",
    DoseState.UNANSWERED: "its window closed without an answer",
    DoseState.HELD: "on hold, not to be taken",
    DoseState.CANCELLED: "cancelled, its plan ended or changed",
    DoseState.UNDELIVERED: "undelivered: no reminder is known to have come in time; no miss of the patient's",
    DoseState.NOT_ASKED: "not asked, the patient wants quiet",
}
_LEFT = _MOVED | {
    DoseState.DUE: "due again",
    DoseState.SENT: "no answer yet",
    DoseState.LATER: "put off",
    DoseState.TAKEN: "taken, as said before",
    DoseState.SKIPPED: "skipped, as said before",
    DoseState.UNANSWERED: "not answered",
}
"""What an answer that is taken back leaves."""
_NOTICES = {"dose": "reminder", "repeat": "quiet repeat", "state": "correction"}
_OUTCOMES = {
    "in doubt": "in doubt: it may have arrived",
    "too late": "its turn came after the window; not sent",
    "unreachable": "not sent: the person blocked the bot or is gone",
    "refused": "Telegram refused it",
    "moved in circles": "not sent: Telegram kept naming another chat",
    "void": "no longer needed, nothing sent",
}


@click.command("doses")
@click.argument("label")
@click.option("--clinic", metavar="NAME", help="May be left out if there is only one.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Only that day, on the patient's calendar.")
@click.option("--days", type=click.IntRange(1, MOST_DAYS), default=7, show_default=True, help="The last so many days.")
@settings_option
def doses_of(label: str, clinic: str | None, day: datetime | None, days: int, file: Path | None) -> None:
    """A patient's doses with their ids, by the clinic's label."""
    found, at = settings.load(file), wall_clock()
    data.must_exist(found)

    def read(tx: Tx) -> list[Dose]:
        link = patient(tx, label, clinic)
        audit.note(tx, at=at, actor="operator", action="read doses", about=link.id)
        zone = link.account.zone if link.account is not None and link.account.zone is not None else link.clinic.zone
        last = at.astimezone(zone).date() if day is None else day.date()
        first = last if day is not None else last - timedelta(days=days - 1)
        return doses.between(tx, link.id, first, last)

    listed = data.write(found, read)
    for dose in listed:
        click.echo(f"{dose.due:%Y-%m-%d %H:%M}  {dose.state.value.replace('_', ' '):<12} {dose.id}")
    if not listed:
        click.echo("No dose was raised in that time.")
    else:
        click.echo("What happened to one of them: steady dose ID")


@click.command()
@click.argument("id")
@settings_option
def dose(id: str, file: Path | None) -> None:
    """The ledger of one dose: each step with its instant. `steady doses LABEL` finds the id."""
    found, at = settings.load(file), wall_clock()
    data.must_exist(found)

    def read(tx: Tx) -> list[str]:
        one = doses.get(tx, id)
        if one is None:
            raise Refused(f"There is no dose {id}. `steady doses LABEL` lists a patient's.")
        audit.note(tx, at=at, actor="operator", action="read ledger", about=one.id)
        return story(one, ledger.of(tx, one.id))

    for line in data.write(found, read):
        click.echo(line)


def patient(tx: Tx, label: str, clinic: str | None) -> Link:
    """The live link of that label. Raises Refused if there is none."""
    home = find(tx, clinic)
    link = people.link_by_label(tx, home.id, label)
    if link is None:
        raise Refused(f"{home.name} has no patient {label}.")
    return link


def story(dose: Dose, entries: list[Entry]) -> list[str]:
    """A dose's ledger in words, a line a step."""
    zone = dose.due.tzinfo
    lines = [
        f"Dose {dose.id} of {dose.local_date}, slot {dose.slot}: plan {dose.plan}, version {dose.version}.",
        f"Left: UTC. Right: the patient's clock ({zone}).",
        _line(dose.due, dose.due, f"due; it may be asked about until {dose.window_end:%H:%M:%S}"),
        *(_line(entry.at, dose.due, _words(entry, dose)) for entry in _told_once(entries)),
    ]
    if not entries:
        lines.append("The steps of so old a dose are no longer kept.")
    return [*lines, f"Now: {_now(dose, entries)}."]


def _now(dose: Dose, entries: list[Entry]) -> str:
    if dose.state is not DoseState.DUE:
        return _MOVED[dose.state]
    if dose.in_doubt:
        return "in doubt, the patient may have been asked"
    if entries and (entries[-1].what, entries[-1].kind) == ("claimed", "dose"):
        return "its reminder is on its way"
    return "nobody has been asked yet"


def _told_once(entries: list[Entry]) -> list[Entry]:
    """Without the moves that an undo made: its own row says so."""
    following = [entry.what for entry in entries[1:]] + [""]
    return [e for e, after in zip(entries, following, strict=True) if (e.what, after) != ("moved", "taken back")]


def _line(at: datetime, due: datetime, words: str) -> str:
    there = at.astimezone(due.tzinfo)
    utc = at.astimezone(UTC)
    return f"{utc:%Y-%m-%d %H:%M:%S}.{utc.microsecond // 1000:03d}  {_there(there, due.date())}  {words}"


def _there(moment: datetime, day: date) -> str:
    """The clock there; with its date if it is another day's."""
    return f"{moment:%H:%M:%S}" if moment.date() == day else f"{moment:%d %b %H:%M:%S}"


def _words(entry: Entry, dose: Dose) -> str:
    match entry.what:
        case "raised":
            return _raised(DoseState(entry.detail or ""), entry, dose)
        case "moved":
            return _MOVED.get(DoseState(entry.detail or ""), "due again")
        case "put off":
            assert entry.until is not None
            return f"the patient put it off until {_there(entry.until.astimezone(dose.due.tzinfo), dose.due.date())}"
        case "taken back":
            return f"the patient took the answer back; now: {_LEFT[DoseState(entry.detail or '')]}"
    which = f"{_NOTICES.get(entry.kind or '', entry.kind)} {entry.notice}"
    match entry.what:
        case "claimed":
            return f"{which}: its turn, try {entry.attempt}"
        case "put back" | "in doubt":
            assert entry.until is not None
            became = "could not be sent" if entry.what == "put back" else _OUTCOMES[entry.what]
            return f"{which}: {became}; again at {entry.until.astimezone(dose.due.tzinfo):%H:%M:%S}"
        case _ if entry.detail == "sent":
            done = "shown in" if entry.kind == "state" else "sent as"
            return f"{which}: {done} message {entry.message}"
        case _:
            return f"{which}: {_OUTCOMES.get(entry.detail or '', entry.detail)}"


def _raised(state: DoseState, entry: Entry, dose: Dose) -> str:
    if state is DoseState.DUE:
        return "raised"
    if state is not DoseState.UNDELIVERED:
        return f"raised: {_MOVED[state]}"
    late = entry.at >= dose.window_end
    return f"raised, and not sent: {'its window had closed' if late else 'the person blocked the bot or is gone'}"
