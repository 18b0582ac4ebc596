"""The house of a self-test: a copy of the data, the real program, a Telegram of its own, and a clock that walks.

In the copy every chat is one of the simulator's: nothing here could reach anybody, whatever went wrong.
"""

import asyncio
import json
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import App, opened
from bot.settings import Settings
from bot.walk import walk
from care.dose import Dose
from care.succession import Version, next_at
from content import phrases
from simulator import Call, Clock, Simulator
from store import doses, plans, turns
from store.database import Tx

_KILLED_WITHIN = 30.0


@dataclass(frozen=True, kw_only=True)
class Running:
    """A plan that has doses, on its patient's clock."""

    id: str
    zone: ZoneInfo
    versions: tuple[Version, ...]


class Trial:
    """Opened at a moment, walked, killed, opened again; and what Telegram was given meanwhile."""

    def __init__(self, database: Path, key_file: Path | None, now: datetime) -> None:
        self.simulator = Simulator(clock=Clock(now, mode="stepped"), calls_kept=None)
        self.app: App
        self._database, self._key_file = database, key_file
        self._stack = AsyncExitStack()

    @property
    def now(self) -> datetime:
        """The moment (UTC)."""
        return self.simulator.clock.now()

    async def open(self) -> None:
        """Start the program."""
        settings = Settings(
            token=self.simulator.token,
            telegram_api=self.simulator.url,
            database=self._database,
            key_file=self._key_file,
            listen=None,
        )
        clock = self.simulator.clock
        self.app = await self._stack.enter_async_context(opened(settings, now=clock.now, sleep=clock.sleep))

    async def close(self) -> None:
        """Stop it."""
        await self._stack.aclose()
        self._stack = AsyncExitStack()

    async def kill(self) -> None:
        """End it as a kill does: nothing that is on its way is written down any more."""
        for task in self.app.tasks:
            task.cancel()
        self.app.intake.kill()
        await asyncio.gather(*self.app.tasks, return_exceptions=True)
        await self.close()

    async def walk(self, until: datetime) -> None:
        """Let time pass, instant by instant."""
        await walk(self.app, self.simulator.clock, self.simulator.drained, until)

    async def until_on_their_way(self, method: str, calls: int) -> None:
        """Return once so many further calls of a method have come in."""
        before = len(self.simulator.calls)
        async with asyncio.timeout(_KILLED_WITHIN):
            while sum(call.method == method for call in self.simulator.calls[before:]) < calls:
                await self.simulator.world.bell.wait()

    async def jump(self, moment: datetime) -> None:
        """Go to a later moment without what lies between: as if the program had been there, and all was quiet."""

        def forward(tx: Tx) -> None:
            for plan in running(tx):
                plans.advance(tx, plan.id, next_at(plan.versions, plan.zone, moment))

        await self.app.db.write(forward)
        await self.close()
        self.simulator.clock.set(moment)
        await self.open()

    async def raised(self, since: datetime, until: datetime) -> list[Dose]:
        """The doses due in a time."""
        return await self.app.db.read(lambda tx: doses.due_between(tx, since, until))


def running(tx: Tx) -> list[Running]:
    """Every plan that has doses to come."""
    return [Running(id=id, zone=zone, versions=plans.accepted_versions(tx, id)) for id, zone in turns.running(tx)]


@dataclass(frozen=True, kw_only=True)
class Copies:
    """How often each dose's reminder arrived: without a mark, and with one that says it may be a second time."""

    plain: Counter[str]
    marked: Counter[str]

    def arrived(self, dose: Dose) -> int:
        """All of them."""
        return self.plain[dose.id] + self.marked[dose.id]


def copies(calls: list[Call]) -> Copies:
    """By what Telegram took; the quiet repeat, which comes silently, is not counted."""
    said = [phrases.load(language) for language in phrases.languages()]
    marks = [words(f"reminder.{key}", at="", alias="").partition("\n")[2] for words in said for key in _MARKED]
    found = Copies(plain=Counter(), marked=Counter())
    for call in calls:
        if call.method == "sendMessage" and call.status == 200 and not _silent(call) and (dose := _dose(call)):
            again = any(mark in call.parameters["text"] for mark in marks)
            (found.marked if again else found.plain)[dose] += 1
    return found


_MARKED = ("again", "again_late")


def _silent(call: Call) -> bool:
    return str(call.parameters.get("disable_notification", "")).lower() == "true"


def _dose(call: Call) -> str:
    keyboard = json.loads(call.parameters.get("reply_markup", "{}")).get("inline_keyboard", [])
    data = [key.get("callback_data", "").split(":") for row in keyboard for key in row]
    return next((words[2] for words in data if len(words) > 2 and words[1] == "dose"), "")
