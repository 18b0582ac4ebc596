"""A clinic of many patients, the program as a process of its own, and Telegram in this one."""

import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

from bot.app import ALIVE
from bot.company import trace
from bot.keyfile import write_key
from bot.origins import new_id, wall_clock
from simulator import Clock, Person, Simulator
from store import meta
from store.database import Tx, open_database
from tests.conftest import BERLIN, riverside
from tests.crowd import daily, enrol, medicine_of, prescribe

T = TypeVar("T")
EIGHT = time(8)


@dataclass
class Program:
    """The process, and what its log has said."""

    process: asyncio.subprocess.Process
    lines: list[str] = field(default_factory=list)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    _more: asyncio.Event = field(default_factory=asyncio.Event)
    _reading: asyncio.Task[None] | None = None

    def listen(self) -> None:
        """Read its log from now on."""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stderr is not None
        while line := (await self.process.stderr.readline()).decode():
            self.lines.append(line.rstrip())
            self._more.set()
            if "ready: @" in line:
                self.ready.set()
        self.ready.set()

    async def says(self, words: str, times: int = 1) -> None:
        """Return once so many lines of its log hold these words. Raises AssertionError, with the log, after 30 s."""
        try:
            async with asyncio.timeout(30):
                while sum(words in line for line in self.lines) < times:
                    self._more.clear()
                    await self._more.wait()
        except TimeoutError:
            raise AssertionError("\n".join(self.lines)) from None

    async def end(self, how: Callable[[asyncio.subprocess.Process], None]) -> int:
        """End it, and return its exit status once its log is read."""
        with suppress(ProcessLookupError):
            how(self.process)
        status = await self.process.wait()
        assert self._reading is not None
        await self._reading
        return status


class Clinic:
    """Patients with one dose a day, at eight in Berlin."""

    def __init__(self, folder: Path, patients: int) -> None:
        self.folder = folder
        self.clock = folder / "clock"
        self.clock.write_text("0", encoding="ascii")
        self.simulator = Simulator(clock=Clock(mode="real"))
        self.patients: list[Person] = [self.simulator.person(f"Patient {n}") for n in range(patients)]
        for person in self.patients:
            self.simulator.world.chats[person.id].started = True
        self.key = write_key(folder / "steady.key")
        self.running: Program | None = None

    @property
    def now(self) -> datetime:
        """The moment by the program's clock."""
        return wall_clock() + timedelta(seconds=float(self.clock.read_text(encoding="ascii")))

    @property
    def fetched(self) -> int:
        """How often the program asked Telegram for updates."""
        return sum(call.method == "getUpdates" for call in self.simulator.calls)

    def set_clock(self, moment: datetime) -> None:
        """Have the program's clock show this moment, and run on from there."""
        (self.folder / "clock.new").write_text(str((moment - wall_clock()).total_seconds()), encoding="ascii")
        os.replace(self.folder / "clock.new", self.clock)

    def morning(self, number: int) -> datetime:
        """The moment at which everybody's dose of that day is due."""
        day = (wall_clock() + timedelta(days=2 + number)).astimezone(BERLIN).date()
        return datetime.combine(day, EIGHT, BERLIN)

    async def open(self) -> None:
        """Furnish the database and start Telegram."""
        await self.simulator.start()
        start = self.morning(0)

        def furnish(tx: Tx) -> None:
            at = start - timedelta(hours=12)
            clinic = riverside(tx, at)
            for number, person in enumerate(self.patients):
                who = enrol(tx, clinic.id, person.id, f"P-{number}", BERLIN, "DE", at, new_id)
                prescribe(tx, who, daily(medicine_of(tx, clinic.id), EIGHT, start.date()), "Capsule", at, new_id)

        await self.store(furnish)
        # As if it had been in use moments ago: else each test would wait until it is sure to be alone.
        database, soon = self.folder / "data" / "steady.db", start - timedelta(minutes=1)
        await self.store(lambda tx: meta.put(tx, ALIVE, trace(database, soon)))

    async def store(self, fn: Callable[[Tx], T]) -> T:
        """One transaction of our own on the program's database."""
        db = await open_database(self.folder / "data" / "steady.db", self.key, lambda: self.now)
        try:
            return await db.write(fn)
        finally:
            await db.close()

    async def start(
        self, *command: str, database: Path | None = None, first: Callable[[], None] | None = None
    ) -> Program:
        """Start the program; it may not be ready yet. ``first`` is done in its process before it begins."""
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("STEADY_")},
            "STEADY_TELEGRAM_TOKEN": self.simulator.token,
            "STEADY_TELEGRAM_API": self.simulator.url,
            "STEADY_DATABASE": str(database or self.folder / "data" / "steady.db"),
            "STEADY_KEY_FILE": str(self.folder / "steady.key"),
            "STEADY_LISTEN": "off",
        }
        words = command or ("-m", "tests.kills.program", str(self.clock))
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *words,
            cwd=Path(__file__).parents[2],
            env=environment,
            stderr=asyncio.subprocess.PIPE,
            preexec_fn=first,
        )
        self.running = Program(process)
        self.running.listen()
        return self.running

    async def close(self) -> None:
        """Leave nothing running."""
        if self.running is not None and self.running.process.returncode is None:
            await self.running.end(lambda process: process.kill())
        await self.simulator.stop()
