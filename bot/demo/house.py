"""The demo's house: simulator, bot, and the people who use them."""

import asyncio
import json
import logging
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

import click

from bot import lock
from bot.app import App, opened
from bot.commands.clinic import add_clinic
from bot.commands.clinician import invite_clinician
from bot.commands.data import Refused
from bot.demo.guide import GUIDE
from bot.demo.play import ZONE, two_weeks
from bot.keyfile import write_key
from bot.logs import configure
from bot.origins import new_code, new_id, wall_clock
from bot.settings import Settings
from bot.walk import pass_short_waits, walk
from care.medicines import Medicine
from simulator import Clock, Group, Person, Play, Simulator
from store import clinics

OPENS_AT = time(9)
CLINIC = "Riverside Pain Clinic"


@dataclass
class House:
    """Everything that runs."""

    app: App
    simulator: Simulator
    bruno: Person
    ana: Person
    group: Group
    walking: asyncio.Lock

    async def walk(self, until: datetime | None) -> None:
        """Move the clock, one walk at a time."""
        async with self.walking:
            await walk(self.app, self.simulator.clock, self.simulator.drained, until)

    async def settle(self) -> None:
        """Let the bot answer, and the short waits of its limits pass."""
        async with self.walking:
            await pass_short_waits(self.app, self.simulator.clock, self.simulator.drained)


def main(data: Path | None, port: int) -> None:
    """``steady demo``: until interrupted."""
    configure(logging.WARNING)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(data, port))


async def _serve(data: Path | None, port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with tempfile.TemporaryDirectory(prefix="steady-demo-") as temporary:
        folder = data or Path(temporary)
        with lock.hold(folder / "data" / "steady.db"):
            async with house(folder, port=port) as here:
                click.echo(f"\nThe demo is open:  {here.simulator.url}\n")
                click.echo(f"What you do is kept in {data}." if data else "What you do is gone when it closes.")
                click.echo("Close it with Ctrl-C.")
                quick = asyncio.create_task(_keep_short(here))
                await stop.wait()
                quick.cancel()
                await asyncio.gather(quick, return_exceptions=True)


async def _keep_short(here: House) -> None:
    """A stopped clock must not hold a reply back: waits of a few seconds pass by themselves."""
    while True:
        await asyncio.sleep(0.1)
        if here.simulator.clock.next_sleeper() is not None and not here.walking.locked():
            await here.settle()


@asynccontextmanager
async def house(folder: Path, *, port: int = 0, opens: datetime | None = None) -> AsyncIterator[House]:
    """The house in a folder: made anew, or as it was left."""
    folder.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240 - once, before anything runs
    kept = folder / "telegram.json"
    clock = Clock(opens or _opening(), mode="stepped")
    here: list[House] = []

    async def walk_to(until: datetime | None) -> None:
        await here[0].walk(until)

    async def play() -> None:
        await two_weeks(here[0])

    simulator = Simulator(
        clock=clock,
        guide=GUIDE,
        walk=walk_to,
        plays=[Play("Play two weeks", play)],
        title="Steady",
        zone=ZONE.key,
    )
    bruno, ana = simulator.person("Dr Bruno"), simulator.person("Ana")
    group = simulator.group("Self-help group", ana, bruno)
    if kept.exists():
        try:
            simulator.restore(json.loads(kept.read_text(encoding="utf-8")))
        except ValueError as error:
            raise Refused(f"{kept} can't be read: {error}. Give another folder with --data.") from None
    try:
        await simulator.start(port=port)
    except OSError:
        raise Refused(f"Port {port} is taken. Give another one with --port.") from None
    try:
        async with opened(_settings(folder, simulator), now=clock.now, sleep=clock.sleep, demo=True) as app:
            here.append(House(app, simulator, bruno, ana, group, asyncio.Lock()))
            await _furnish(here[0])
            yield here[0]
    finally:
        kept.write_text(json.dumps(simulator.snapshot()), encoding="utf-8")
        await simulator.stop()


def _opening() -> datetime:
    """This morning at nine, where the clinic is."""
    return datetime.combine(wall_clock().astimezone(ZONE).date(), OPENS_AT, tzinfo=ZONE).astimezone(wall_clock().tzinfo)


def _settings(folder: Path, simulator: Simulator) -> Settings:
    key = folder / "steady.key"
    if not key.exists():
        write_key(key)
    return Settings(
        token=simulator.token,
        telegram_api=simulator.url,
        database=folder / "data" / "steady.db",
        key_file=key,
        listen=None,
    )


def _second(id: str) -> Medicine:
    """A medicine beside LDN, to try as-needed plans with. Without limits: those are a clinic's to set."""
    return Medicine(
        id=id,
        name="Paracetamol",
        spellings=("acetaminophen",),
        unit="mg",
        warn_above=None,
        refuse_above=None,
        opioid_check=False,
        self_check=False,
    )


async def _furnish(here: House) -> None:
    """A clinic, and a clinician who joins through the chat; only in a house that has none."""
    if await here.app.db.read(clinics.every):
        return
    now, db = here.app.now(), here.app.db
    clinic = await db.write(
        lambda tx: add_clinic(
            tx,
            name=CLINIC,
            phone="+49 30 555 0100",
            hours="Mon–Fri 9:00–16:00",
            country="DE",
            zone=ZONE,
            language="en",
            at=now,
            new_id=new_id,
        )
    )
    await db.write(lambda tx: clinics.add_medicine(tx, clinic.id, _second(new_id())))
    code = await db.write(
        lambda tx: invite_clinician(
            tx, clinic, name="Dr Bruno", at=now, lasts=timedelta(hours=1), new_id=new_id, new_code=new_code
        )
    )
    await here.bruno.say(f"/start {code}")
    await here.settle()
    await here.bruno.tap("Join the team")
    await here.settle()
