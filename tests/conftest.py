"""The cast and the house: Ana the patient, Dr Bruno her clinician, Cleo the stranger who must see nothing.

Two fakes only: the clock, and Telegram's side of the wire, which is the simulator over real HTTP.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.app import App, opened
from bot.commands.clinic import add_clinic
from bot.commands.clinician import invite_clinician
from bot.keyfile import write_key
from bot.origins import new_code, new_id
from bot.settings import Settings
from bot.walk import pass_short_waits, walk
from bot.wire import READ_SECONDS, Wire
from care.dose import Dose
from simulator import Clock, Person, Simulator
from store import clinics, doses, people
from store.clinics import Clinic
from store.database import Tx
from tests.shelf import read

BERLIN = ZoneInfo("Europe/Berlin")
OPENS = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # a Tuesday, 09:00 in Berlin
PLAN = "/plan P-07 LDN 1.5 mg at 21:00 for 14 days, then 3 mg for 14 days, then 4.5 mg"


@dataclass
class House:
    """A clinic's bot and its people, on one machine with a stepped clock."""

    folder: Path
    simulator: Simulator
    bruno: Person
    ana: Person
    cleo: Person
    demo: bool = True
    read_seconds: float = READ_SECONDS
    restarts: int = 0
    app: App = field(init=False)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    @property
    def now(self) -> datetime:
        """The moment (UTC)."""
        return self.simulator.clock.now()

    @property
    def settings(self) -> Settings:
        """What the operator told the bot."""
        return Settings(
            token=self.simulator.token,
            telegram_api=self.simulator.url,
            database=self.folder / "data" / "steady.db",
            key_file=self.folder / "steady.key",
            listen=None,
        )

    async def open(self) -> None:
        """Start the bot."""
        clock = self.simulator.clock
        self.app = await self._stack.enter_async_context(
            opened(
                self.settings,
                now=clock.now,
                sleep=clock.sleep,
                wire=lambda: Wire(read_seconds=self.read_seconds),
                read=read,
                demo=self.demo,
            )
        )

    async def close(self) -> None:
        """Stop the bot."""
        await self._stack.aclose()
        self._stack = AsyncExitStack()

    async def restart(self) -> None:
        """Stop it and start it again on the same data."""
        self.restarts += 1
        await self.close()
        await self.open()

    async def settle(self) -> None:
        """Let the bot answer."""
        await pass_short_waits(self.app, self.simulator.clock, self.simulator.drained)

    async def walk(self, until: datetime | timedelta) -> None:
        """Let time pass, instant by instant."""
        target = self.now + until if isinstance(until, timedelta) else until
        await walk(self.app, self.simulator.clock, self.simulator.drained, target.astimezone(UTC))

    async def walk_to(self, hour: int, minute: int = 0, second: int = 5) -> None:
        """Let time pass to that time of day in Berlin, today or tomorrow."""
        local = self.now.astimezone(BERLIN)
        target = local.replace(hour=hour, minute=minute, second=second, microsecond=0)
        await self.walk(target if target > local else target + timedelta(days=1))

    async def say(self, person: Person, text: str, **options: Any) -> None:
        """Somebody types; the bot answers."""
        await person.say(text, **options)
        await self.settle()

    async def tap(self, person: Person, *labels: str) -> None:
        """Somebody taps, one after the other; the bot answers each."""
        for label in labels:
            await person.tap(label)
            await self.settle()

    async def doses(self) -> list[Dose]:
        """Ana's doses, oldest first."""
        day = timedelta(days=400)
        today = self.now.date()

        def read(tx: Any) -> list[Dose]:
            patient = people.patient(tx, self.ana.id)
            return [] if patient is None else doses.between(tx, patient.link.id, today - day, today + day)

        return await self.app.db.read(read)


def riverside(tx: Tx, at: datetime) -> Clinic:
    """The clinic of all tests, made by the operator's own command."""
    return add_clinic(
        tx,
        name="Riverside Pain Clinic",
        phone="+49 30 555 0100",
        hours="Mon–Fri 9:00–16:00",
        country="DE",
        zone=BERLIN,
        language="en",
        at=at,
        new_id=new_id,
    )


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house with a clinic and nobody in it yet."""
    simulator = Simulator(clock=Clock(OPENS, mode="stepped"))
    people_of = [simulator.person(name) for name in ("Dr Bruno", "Ana", "Cleo")]
    await simulator.start()
    write_key(tmp_path / "steady.key")
    here = House(tmp_path, simulator, *people_of)
    await here.open()
    await here.app.db.write(lambda tx: riverside(tx, here.now))
    try:
        yield here
    finally:
        await here.close()
        await simulator.stop()
    # A bot that was restarted has forgotten what it sent in the last seconds, and learns it from Telegram's 429.
    assert here.restarts or not simulator.limits.violations, "the bot sent faster than Telegram allows"


@pytest.fixture
async def clinic(house: House) -> House:
    """Dr Bruno has joined the team."""
    code = await house.app.db.write(
        lambda tx: invite_clinician(
            tx,
            clinics.every(tx)[0],
            name="Dr Bruno",
            at=house.now,
            lasts=timedelta(hours=1),
            new_id=new_id,
            new_code=new_code,
        )
    )
    await house.say(house.bruno, f"/start {code}")
    await house.tap(house.bruno, "Join the team")
    return house


async def join(house: House, label: str = "P-07") -> None:
    """Ana is invited and set up, as far as she can be without a plan."""
    await house.say(house.bruno, f"/invite {label}")
    await house.ana.scan(await house.bruno.sees("?start="))
    await house.settle()
    await house.tap(house.ana, "I agree", "Yes, share them", "Germany", "Yes")


async def confirm_plan(house: House, line: str = PLAN, highest: str = "4.5 mg") -> None:
    """Dr Bruno sets a plan by one line and answers the checks."""
    await house.say(house.bruno, line)
    await house.say(house.bruno, highest)
    await house.tap(house.bruno, "None for 14 days or more")
    keep = next(b.label for row in house.bruno.screen().buttons for b in row if b.label.startswith("Keep"))
    await house.tap(house.bruno, keep, "Confirm")


@pytest.fixture
async def joined(clinic: House) -> House:
    """Ana has joined, without a plan."""
    await join(clinic)
    return clinic


@pytest.fixture
async def planned(joined: House) -> House:
    """Ana has accepted a plan: 1.5 mg at 21:00 for 14 days, then 3 mg for 14 days, then 4.5 mg."""
    await confirm_plan(joined)
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    return joined
