"""A notice on its way for as long as a test wants: Telegram is slow, and everything else goes on."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from content.screen import Screen
from scheduler.outcomes import Outcome
from simulator.world.message import Message
from tests.conftest import House, confirm_plan

OUR_FAULT = "That was our fault"
SECOND = timedelta(seconds=1)


class Flight:
    """The next send that fits takes its time, and everything else goes on.

    ``shown``: whether the message is there at once, and only the answer is slow; else it has its effect as it lands.
    """

    def __init__(self, house: House, fits: Callable[[Screen, int | None], bool], *, shown: bool = True) -> None:
        self.house, self.fits, self.shown = house, fits, shown
        self.began, self.landed = asyncio.Event(), asyncio.Event()
        self.landing: asyncio.Future[Outcome | None] = asyncio.get_running_loop().create_future()
        self.real = house.app.delivery._send
        self.resting = house.app.activity.resting
        house.app.delivery._send = self._send

    async def _send(self, chat: int, screen: Screen, replaces: int | None, priority: Any) -> Outcome:
        if self.began.is_set() or not self.fits(screen, replaces):
            return await self.real(chat, screen, replaces, priority)
        self.began.set()
        told = await self.real(chat, screen, replaces, priority) if self.shown else None
        with self.resting():
            outcome = await self.landing
        self.landed.set()
        if outcome is not None:
            return outcome
        return told if told is not None else await self.real(chat, screen, replaces, priority)

    async def land(self, outcome: Outcome | None = None) -> None:
        """It is answered: as it was, or otherwise."""
        assert self.began.is_set(), "it never began"
        self.landing.set_result(outcome)
        await self.landed.wait()
        await self.house.settle()
        await self.house.walk(3 * SECOND)


def ring(part: str = "") -> Callable[[Screen, int | None], bool]:
    return lambda screen, replaces: (
        replaces is None and all(each in str(screen.text) for each in ("Your 21:00 reminder", part))
    )


def edit(part: str) -> Callable[[Screen, int | None], bool]:
    return lambda screen, replaces: replaces is not None and part in str(screen.text)


def carrying(house: House) -> list[Message]:
    """Ana's messages of tonight's reminder, not those of other screens."""
    return [m for m in house.ana.messages() if "21:00 · Evening capsule" in m.text or "21:00 reminder" in m.text]


async def second_evening(house: House, hour: int = 20, minute: int = 59) -> None:
    await house.walk(timedelta(days=1))
    await house.walk_to(hour, minute)


async def second_patient(house: House) -> None:
    await house.say(house.bruno, "/invite P-08")
    await house.cleo.scan(await house.bruno.sees("P-08"))
    await house.settle()
    await house.tap(house.cleo, "I agree", "Yes, share them", "Germany", "Yes")
    await confirm_plan(house, "/plan P-08 LDN 1.5 mg at 21:02", "1.5 mg")
    await house.tap(house.cleo, "See it", "Evening capsule", "None of these", "Yes, start")


async def on_a_page(house: House) -> Message:
    """Tonight's dose as Ana looks it up in /today."""
    await house.say(house.ana, "/today")
    await house.tap(house.ana, next(label for label in house.ana.screen().labels if label.startswith("21:00")))
    return house.ana.screen()
