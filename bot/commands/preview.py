"""``steady preview``: what a patient will be sent in the coming days, worked out by what sends it, on a copy."""

import asyncio
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from bot import settings
from bot.articles import books
from bot.commands import data
from bot.commands.data import Refused, settings_option
from bot.commands.dose import patient
from bot.origins import new_id, wall_clock
from bot.settings import Settings
from care.doses import REPEAT_AFTER
from content.screen import unmarked
from scheduler.lessons import Lessons
from scheduler.rehearsal import Coming, rehearse
from store import audit, people, plans, trial_copies
from store.backups import back_up
from store.database import Tx, open_database
from store.people import Link

MOST_DAYS = 400
KINDS = {
    "dose": "reminder",
    "repeat": "quiet repeat, if the reminder is not answered",
    "tomorrow": "notice: tomorrow's reminder changes",
    "checkin": "check-in",
    "summary": "weekly summary",
    "lesson": "weekly reading",
    "refill": "notice: a supply runs out soon",
    "self-check": "the 30-day list of questions",
    "row": "word after several reminders without an answer",
    "trip": "notice about a trip",
    "outage": "note about an outage",
    "lost": "note about a reminder that may not have come",
    "offer": "notice: a plan to look at",
    "held": "notice: on hold",
    "lifted": "notice: the hold is lifted",
    "ended": "notice: a plan has ended",
    "gap": "notice: on hold by the plan's own rule, after days without a dose taken",
}
"""Every kind that a patient is sent as a message of its own. What a clinic's team is sent is none of them, also where a
patient is on a team."""


@click.command()
@click.argument("label")
@click.option("--clinic", metavar="NAME", help="May be left out if there is only one.")
@click.option("--days", type=click.IntRange(1, MOST_DAYS), default=30, show_default=True, help="How far to look.")
@click.option("--unanswered", is_flag=True, help="As if no reminder is answered: shows the quiet repeats.")
@click.option("--words", is_flag=True, help="Print each message's text too.")
@settings_option
def preview(label: str, clinic: str | None, days: int, unanswered: bool, words: bool, file: Path | None) -> None:
    """What a patient will be sent in the next days: exact instants, in UTC and on the patient's clock."""
    found = settings.load(file)
    data.must_exist(found)
    now = wall_clock().replace(microsecond=0)
    for line in asyncio.run(previewed(found, label, clinic, now, now + timedelta(days=days), unanswered, words)):
        click.echo(line)


async def previewed(
    found: Settings, label: str, clinic: str | None, now: datetime, until: datetime, unanswered: bool, words: bool
) -> list[str]:
    """The lines. The real data is only read; what is tried out is a copy, gone at the end."""
    clock, key = [now], data.key_of(found)
    lessons = Lessons(library=books(found), demo=False)
    with tempfile.TemporaryDirectory(prefix="preview-", dir=found.database.parent) as folder:
        copy = Path(folder) / "copy.db"
        async with data.opened(found) as db:
            about, account = await db.write(lambda tx: _noted(tx, label, clinic, now))
        await asyncio.to_thread(back_up, found.database, key, copy)
        db = await open_database(copy, key, lambda: clock[0])
        try:
            several = await db.read(lambda tx: len(plans.of_account(tx, account)) > 1)
            head = await db.read(lambda tx: _head(tx, about, now, until, unanswered))
            await db.write(lambda tx: trial_copies.leave_only(tx, link=about.id, account=account))
            await db.write(trial_copies.nothing_under_way)
            coming = await db.write(
                lambda tx: list(
                    rehearse(
                        tx,
                        now,
                        until,
                        lambda moment: clock.__setitem__(0, moment),
                        new_id,
                        lessons,
                        answered=not unanswered,
                    )
                )
            )
        finally:
            await db.close()
    return [*head, *told(coming, words, several=several)]


def _noted(tx: Tx, label: str, clinic: str | None, now: datetime) -> tuple[Link, str]:
    """The patient and their account's id."""
    link = patient(tx, label, clinic)
    if link.account is None or link.account.zone is None:
        raise Refused(f"{link.label} has not joined yet, or not said which clock is theirs: nothing will be sent.")
    audit.note(tx, at=now, actor="operator", action="preview", about=link.id)
    return link, link.account.id


def _head(tx: Tx, about: Link, now: datetime, until: datetime, unanswered: bool) -> list[str]:
    assert about.account is not None and about.account.zone is not None
    account = people.account_by_id(tx, about.account.id)
    minutes = int(REPEAT_AFTER.total_seconds() // 60)
    if account is not None and account.unreachable:
        answer = "As if the patient stays out of reach: what stands here is tried, once a day at most."
    elif unanswered:
        answer = "As if no reminder is answered."
    else:
        answer = f"As if each reminder is answered when it comes; else a quiet repeat follows after {minutes} minutes."
    lines = [
        f"{about.label} of {about.clinic.name}, from {now:%Y-%m-%d %H:%M} to {until:%Y-%m-%d %H:%M} UTC.",
        answer,
    ]
    for standing in plans.of_link(tx, about.id):
        if standing.held_since is not None:
            lines.append(f"Plan {standing.id} is on hold: it is asked about again once a clinician lifts it.")
        if standing.offer is not None:
            lines.append(f"Plan {standing.id} has a version that is not accepted yet: it is not counted here.")
    if account is not None and account.quiet_since is not None:
        lines.append("The patient wants quiet: no reminder comes until they say otherwise. Word of a plan or trip may.")
    return [*lines, f"Left: UTC. Right: the patient's clock ({about.account.zone.key}).", ""]


def told(coming: list[Coming], words: bool, *, several: bool) -> list[str]:
    """A line a message, with its plan's id where there are several; a change of the patient's clock has a line."""
    lines: list[str] = []
    offset = None
    for one in coming:
        there = one.at
        if offset is not None and there.utcoffset() != offset:
            lines.append(f"{'':21}the clock there has changed: {there:%Z}, UTC{there:%z}")
        offset = there.utcoffset()
        lines.append(f"{there.astimezone(UTC):%Y-%m-%d %H:%M:%S}  {there:%a %d %b %H:%M:%S}  {_what(one, several)}")
        if words:
            lines += [f"{'':21}| {line}" for line in unmarked(one.screen.text).splitlines()]
    return lines or ["Nothing will be sent in that time."]


def _what(one: Coming, several: bool) -> str:
    said = KINDS[one.kind]
    if one.kind == "dose" and one.dose is not None and one.dose.first:
        said += ", the first of a step or version: it opens the change"
    if several and one.plan is not None:
        said += f", plan {one.plan}"
    return f"{said} (silent)" if one.screen.silent else said
