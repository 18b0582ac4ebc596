"""So many reminders against a service that takes 30 a second: the whole bot, the simulator's limits, a virtual clock.

Time stands still while the bot works, so the figures are those of order and limits, not of this machine.
"""

import asyncio
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks.stage import DUE, ZONE, settings_of
from bot.app import opened
from bot.gate import PER_SECOND
from bot.origins import new_id
from bot.walk import walk
from care.plans import Plan
from simulator import Clock, Simulator
from store import plans
from store.database import Tx
from tests.crowd import enrol, first_patient, prescribe


@dataclass(frozen=True, kw_only=True)
class Drain:
    """What the service saw."""

    delivered: int
    refused: int
    """429s."""
    seconds: float
    """Of the virtual clock, from the due instant to the last one."""

    @property
    def share(self) -> float:
        """Of the most that the service's limit allows."""
        return self.delivered / PER_SECOND / self.seconds


def drain(people: int) -> Drain:
    """All due at one instant."""
    return asyncio.run(_drain(people))


async def _drain(people: int) -> Drain:
    simulator = Simulator(clock=Clock(DUE - timedelta(hours=1), mode="stepped"))
    chats = [simulator.person(f"Patient {number}").id for number in range(people)]
    for chat in chats:
        simulator.world.chats[chat].started = True
    await simulator.start()
    with tempfile.TemporaryDirectory(prefix="steady-bench-") as made:
        clock, settings = simulator.clock, settings_of(Path(made), simulator)
        async with opened(settings, now=clock.now, sleep=clock.sleep) as app:
            await app.db.write(lambda tx: furnish_chats(tx, chats))
            await walk(app, clock, simulator.drained, DUE + timedelta(seconds=people / PER_SECOND + 30))
    await simulator.stop()
    calls = [call for call in simulator.calls if call.method == "sendMessage"]
    sent = [call for call in calls if call.status == 200]
    return Drain(
        delivered=len({call.parameters["chat_id"] for call in sent}),
        refused=sum(call.status == 429 for call in calls),
        seconds=(max(call.at for call in sent) - DUE).total_seconds(),
    )


def furnish_chats(tx: Tx, chats: list[int]) -> None:
    """Everybody by the store's own functions: each chat is a person's of the simulator."""
    who, id = first_patient(tx, DUE)
    first = plans.get(tx, id)
    clinic: str = tx.value("SELECT clinic FROM link WHERE id = :id", id=who.link)
    assert first is not None and first.newest is not None
    plan: Plan = first.newest
    plans.end(tx, id, at=DUE)
    for number, chat in enumerate(chats):
        one = enrol(tx, clinic, chat, f"D-{number}", ZONE, "DE", DUE - timedelta(hours=12), new_id)
        prescribe(tx, one, plan, "Evening capsule", DUE - timedelta(hours=12), new_id)
