"""``steady selftest``: both days on which the clocks change, a kill, and a storm of refusals, on a copy.

It lives beside the demo since it runs the program against the simulator, which only this folder may import.
"""

import asyncio
import logging
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot import settings
from bot.commands import data
from bot.demo.made_up import furnish
from bot.demo.trial import Copies, Running, Trial, copies, running
from bot.keyfile import write_key
from bot.logs import configure
from bot.origins import new_id, wall_clock
from care.dose import Dose
from care.plans import step_on
from care.succession import in_turn
from simulator.faults import Fault
from simulator.refusal import Refusal
from store import plans, trial_copies, turns
from store.backups import back_up
from store.database import Tx, open_database

_DAY = timedelta(days=1)
_ON_THEIR_WAY = 4
_REFUSED, _SECONDS = 40, 5


@dataclass
class Findings:
    """What was seen, in plain words, and what was wrong."""

    seen: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def check(self, what: str, doses: Sequence[Dose], expected: int, seen: Copies) -> None:
        """All were raised, each arrived, and none came a second time without saying so."""
        if len(doses) != expected:
            self.wrong.append(f"LOST in {what}: {expected} were due, {len(doses)} were raised")
        for dose in doses:
            if not seen.arrived(dose):
                self.wrong.append(f"LOST in {what}: dose {dose.id}, due {dose.due:%Y-%m-%d %H:%M %Z}")
            if seen.plain[dose.id] > 1:
                self.wrong.append(f"TWICE in {what}: dose {dose.id}, due {dose.due:%Y-%m-%d %H:%M %Z}")


def main(file: Path | None, made_up: bool) -> int:
    """Run it and say what it saw; exit status 1 if anything was lost or came twice without saying so."""
    configure(logging.CRITICAL)  # the faults are made on purpose: no log of them
    findings = asyncio.run(selftest(file, made_up=made_up, now=wall_clock()))
    for line in findings.seen:
        click.echo(line)
    for line in findings.wrong:
        click.echo(line, err=True)
    click.echo("Something is wrong: see above." if findings.wrong else "Nothing was lost. Nothing came twice unsaid.")
    return 1 if findings.wrong else 0


async def selftest(file: Path | None, *, made_up: bool, now: datetime) -> Findings:
    """The three trials in turn, on one copy. Raises Refused, BadKeyFile or a StoreError if there is none to be had."""
    findings = Findings()
    with tempfile.TemporaryDirectory(prefix="steady-selftest-") as temporary:
        folder = Path(temporary)
        database = folder / "data" / "copy.db"
        database.parent.mkdir()
        key_file = await (_make(folder, database, now) if made_up else _copy(file, database))
        trial = Trial(database, key_file, now)
        await trial.simulator.start()
        try:
            await trial.open()
            count = await trial.app.db.write(lambda tx: trial_copies.settle(tx, lambda number: _chat(trial, number)))
            whose = "a made-up clinic" if made_up else "a copy of your data"
            findings.seen.append(
                f"On {whose}, with {count} plans that run. No real data was changed, nobody written to."
            )
            if count == 0:
                findings.seen.append("There is nothing to try. steady selftest --made-up tries a made-up clinic.")
                return findings
            await clock_changes(trial, findings)
            for what, tried in (("A kill", a_kill), ("A storm of refusals", a_storm)):
                if (due := await _next_crowd(trial)) is not None:
                    await tried(trial, findings, due)
                else:
                    findings.seen.append(
                        f"{what}: not tried, since no plan has a dose to come after {trial.now:%d %b %Y}."
                        " steady selftest --made-up tries it on a made-up clinic."
                    )
        finally:
            await trial.close()
            await trial.simulator.stop()
    return findings


async def _make(folder: Path, database: Path, now: datetime) -> Path:
    key = write_key(folder / "steady.key")
    db = await open_database(database, key, lambda: now)
    await db.write(lambda tx: furnish(tx, now, new_id))
    await db.close()
    return folder / "steady.key"


async def _copy(file: Path | None, database: Path) -> Path | None:
    found = settings.load(file)
    data.must_exist(found)
    await asyncio.to_thread(back_up, found.database, data.key_of(found), database)
    return found.key_file


def _chat(trial: Trial, number: int) -> int:
    person = trial.simulator.person(f"Somebody {number}")
    trial.simulator.world.chats[person.id].started = True
    return person.id


async def clock_changes(trial: Trial, findings: Findings) -> None:
    """For each of the next two changes of each zone: the day before, the day, the day after."""
    every = await trial.app.db.read(running)
    by_day: dict[date, list[ZoneInfo]] = {}
    for zone in {plan.zone.key: plan.zone for plan in every}.values():
        for day in changes(zone, trial.now):
            by_day.setdefault(day, []).append(zone)
    if not by_day:
        findings.seen.append("Clock changes: none in the zones of these patients in the next year.")
    for days in spans(sorted(by_day)):
        await _walked(trial, findings, [(day, zone) for day in days for zone in by_day[day]])


def spans(days: Sequence[date]) -> list[list[date]]:
    """Days so close to each other that they are walked in one go."""
    found: list[list[date]] = []
    for day in days:
        if found and day - found[-1][-1] <= 5 * _DAY:
            found[-1].append(day)
        else:
            found.append([day])
    return found


async def _walked(trial: Trial, findings: Findings, zones: list[tuple[date, ZoneInfo]]) -> None:
    """Walk over some changes. A local day begins up to 14 h before UTC's and ends up to 12 h after it."""
    midnight = datetime.combine(zones[0][0], datetime.min.time(), trial.now.tzinfo)
    last = datetime.combine(zones[-1][0], datetime.min.time(), trial.now.tzinfo)
    begins, ends = midnight - 2 * _DAY, last + 3 * _DAY
    await trial.jump(begins)
    before = len(trial.simulator.calls)
    await trial.walk(ends)
    seen = copies(trial.simulator.calls[before:])
    doses = await trial.raised(begins, ends - timedelta(minutes=1))
    findings.check(f"the clock changes about {zones[0][0]:%d %b %Y}", doses, len(doses), seen)
    every = await trial.app.db.read(running)
    for day, zone in zones:
        of_zone = [plan for plan in every if plan.zone.key == zone.key]
        days = [day - _DAY, day, day + _DAY]
        theirs = {plan.id for plan in of_zone}
        local = [dose for dose in doses if dose.plan in theirs and dose.local_date in days]
        findings.wrong += _against_the_calendar(of_zone, local, days)
        moved = sorted({f"{dose.due:%H:%M}" for dose in local if _moved(dose, of_zone)})
        so = f"; what falls into the gap rang at {', '.join(moved)}" if moved else ""
        findings.seen.append(
            f"Clock change, {zone.key}, {day:%a %d %b %Y}: {len(local)} doses on three days,"
            f" {sum(seen.arrived(dose) == 1 for dose in local)} asked about once{so}."
        )


def changes(zone: ZoneInfo, after: datetime) -> list[date]:
    """The local dates of the next two changes of a zone's clock, within 13 months."""
    found: list[date] = []
    for ahead in range(3, 400):
        moment = after + ahead * _DAY
        if moment.astimezone(zone).utcoffset() != (moment + _DAY).astimezone(zone).utcoffset():
            low, high = moment, moment + _DAY
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) / 2
                same = middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            found.append(high.astimezone(zone).date())
    return found[:2]


def _against_the_calendar(every: list[Running], doses: list[Dose], days: list[date]) -> list[str]:
    """By the calendar alone: on each of these dates each time of a plan has its one dose."""
    wrong = []
    for plan in every:
        for day in days:
            due = [v.plan for v in in_turn(plan.versions) if step_on(v.plan, day) is not None]
            times = [at for body in due if body.days.has(day, body.start) for at in body.times]
            raised = [dose for dose in doses if dose.plan == plan.id and dose.local_date == day]
            if len(times) != len(raised):
                wrong.append(f"WRONG: plan {plan.id} has {len(times)} times on {day}, and {len(raised)} doses")
    return wrong


def _moved(dose: Dose, every: list[Running]) -> bool:
    """Whether the clock never showed the dose's own time that day."""
    times = {at for plan in every if plan.id == dose.plan for version in plan.versions for at in version.plan.times}
    return dose.due.time() not in times


async def a_kill(trial: Trial, findings: Findings, due: datetime) -> None:
    """Stopped dead with reminders on their way: half of them arrived, unknown to anybody."""
    await trial.walk(due - timedelta(seconds=1))
    before = len(trial.simulator.calls)
    trial.simulator.faults.add(Fault(method="sendMessage", what="delay after", times=_ON_THEIR_WAY // 2, seconds=60))
    trial.simulator.faults.add(Fault(method="sendMessage", what="hang", times=_ON_THEIR_WAY // 2))
    whose = await _due_at(trial, due)
    doses_due, on_their_way = len(whose), min(_ON_THEIR_WAY, len(set(whose)))  # one at a time to each person
    trial.simulator.clock.set(due)
    reached = asyncio.create_task(trial.until_on_their_way("sendMessage", on_their_way))
    await trial.app.tick()
    await reached
    await trial.kill()
    trial.simulator.faults.clear()
    await trial.open()
    await trial.walk(due + timedelta(minutes=5))
    seen = copies(trial.simulator.calls[before:])
    doses = await trial.raised(due, due + timedelta(seconds=1))
    findings.check("the kill", doses, doses_due, seen)
    findings.seen.append(
        f"A kill with {on_their_way} of {doses_due} reminders on their way: after the restart"
        f" {sum(seen.arrived(dose) > 0 for dose in doses)} had arrived, {sum(seen.arrived(dose) > 1 for dose in doses)}"
        " of them twice."
    )


async def a_storm(trial: Trial, findings: Findings, due: datetime) -> None:
    """Telegram refuses and asks to wait, again and again."""
    await trial.walk(due - timedelta(seconds=1))
    before = len(trial.simulator.calls)
    doses_due = len(await _due_at(trial, due))
    refusal = Refusal(429, f"Too Many Requests: retry after {_SECONDS}", {"retry_after": _SECONDS})
    trial.simulator.faults.add(Fault(method="sendMessage", what="refuse", times=_REFUSED, refusal=refusal))
    await trial.walk(due + timedelta(minutes=20))
    trial.simulator.faults.clear()
    calls = trial.simulator.calls[before:]
    seen = copies(calls)
    doses = await trial.raised(due, due + timedelta(seconds=1))
    findings.check("the storm", doses, doses_due, seen)
    early = 0
    held: dict[str, datetime] = {}
    for call in (one for one in calls if one.method == "sendMessage"):
        chat = str(call.parameters["chat_id"])
        early += call.at < held.get(chat, call.at)
        if call.status == 429:
            held[chat] = call.at + timedelta(seconds=_SECONDS)
    if early:
        findings.wrong.append(f"TOO SOON in the storm: {early} calls before their time was up")
    refused = sum(call.status == 429 for call in calls)
    last = max((call.at for call in calls if call.status == 200 and call.method == "sendMessage"), default=due)
    findings.seen.append(
        f"A storm of {refused} refusals (429): of {doses_due} reminders {sum(seen.arrived(d) == 1 for d in doses)}"
        f" arrived once, the last {(last - due).total_seconds():.0f} s after the minute;"
        f" {early} calls before their time."
    )


async def _next_crowd(trial: Trial) -> datetime | None:
    """The instant of the next day with doses at which most plans have one; None if no plan has any to come."""
    every = await trial.app.db.read(lambda tx: [plans.next_at(tx, id) for id, _ in turns.running(tx)])
    soon = [moment for moment in every if moment is not None and moment > trial.now + timedelta(minutes=1)]
    within = [moment for moment in soon if moment <= min(soon) + _DAY]
    return max(set(within), key=lambda moment: (within.count(moment), -moment.timestamp()), default=None)


async def _due_at(trial: Trial, due: datetime) -> list[str]:
    """For each dose due then, whose it is."""

    def read(tx: Tx) -> list[str]:
        every = [plans.get(tx, id) for id, _ in turns.running(tx) if plans.next_at(tx, id) == due]
        return [standing.link for standing in every if standing is not None]

    return await trial.app.db.read(read)
