"""Play two weeks: a script that taps and types through the same chats, at a pace one can watch.

Whatever it makes is marked as made up. Ana's days are invented, and say nothing about any medicine.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from simulator import Message, Person

if TYPE_CHECKING:
    from bot.demo.house import House

ZONE = ZoneInfo("Europe/Berlin")
"""Where the clinic and Ana are."""
PACE_SECONDS = 0.35
LABEL = "P-07"
DAYS = 15
# One row an evening: pain, tiredness, sleep, interference (None: skipped), and what became of the dose.
EVENINGS: tuple[tuple[tuple[int | None, ...] | None, str], ...] = (
    ((6, 7, 6, 6), "Taken"),
    ((5, 6, 7, 5), "Taken"),
    ((7, 7, 5, 6), "Later"),
    (None, "Taken"),
    ((4, 5, 5, 4), "Taken"),
    ((6, 6, None, 5), "Skip"),
    ((5, 6, 6, 5), "Taken"),
    ((6, 7, 6, 6), "Taken"),
    ((7, 8, 7, 7), ""),
    ((5, 5, 6, 4), "Taken"),
    ((6, 6, 5, 5), "Taken"),
    ((4, 5, 4, 4), "Taken"),
    (None, "Taken"),
    ((5, 6, 5, 5), "Taken"),
    ((6, 6, 6, 5), "Taken"),
)


class _Player:
    """Taps and types, letting the bot answer in between."""

    def __init__(self, here: "House", pace: float) -> None:
        self.here = here
        self._pace = pace

    async def do(self, action: Callable[[], Awaitable[object]]) -> None:
        """One thing that a person does, and a moment to watch what comes of it."""
        await action()
        await self.here.settle()
        await asyncio.sleep(self._pace)

    async def say(self, person: Person, text: str) -> None:
        """Type."""
        await self.do(lambda: person.say(text))

    async def tap(self, person: Person, label: str) -> None:
        """Tap."""
        await self.do(lambda: person.tap(label))

    async def walk(self, until: datetime) -> None:
        """Let time pass."""
        await self.here.walk(until)
        await asyncio.sleep(self._pace)


async def two_weeks(here: "House", *, pace: float = PACE_SECONDS) -> None:
    """Set up as far as it is not, then fifteen evenings with a step, check-ins, two summaries.

    Raises RuntimeError if what was done by hand before leaves no way on.
    """
    player = _Player(here, pace)
    with here.simulator.made_up():
        await set_up(player)
        await player.do(lambda: here.ana.say("/learn dreams", in_=here.group))
        local = here.simulator.clock.now().astimezone(ZONE)
        if (local.hour, local.minute) >= (20, 30):
            await player.walk((local + timedelta(days=1)).replace(hour=10, minute=0))
        for evening, (ratings, answer) in enumerate(EVENINGS):
            await one_day(player, evening, ratings, answer)
        await player.tap(here.bruno, "Show the week")
        await player.tap(here.ana, "Show my week")


# What Ana taps on her way to a plan, whichever of it is on her screen; and Dr Bruno.
_ANAS_WAY = (
    "I agree", "Yes, share them", "Germany", "Yes", "See it", "See it again", "Evening capsule", "None of these",
    "None of the others", "Yes, start",
)  # fmt: skip
_BRUNOS_WAY = ("None for 14 days or more", "Keep", "Confirm")
_MOST_STEPS = 30


async def set_up(player: _Player) -> None:
    """From the clinician's invite to the accepted plan, going on from wherever the two of them are."""
    bruno, ana = player.here.bruno, player.here.ana
    for _ in range(_MOST_STEPS):
        if _seen(ana, "Your first reminder comes"):
            return
        if (label := _next(ana, _ANAS_WAY)) is not None:
            await player.tap(ana, label)
        elif (label := _next(bruno, _BRUNOS_WAY)) is not None:
            await player.tap(bruno, label)
        elif "highest amount" in bruno.screen().text:
            await player.say(bruno, "3 mg")
        elif _seen(ana, "You are set up"):
            await player.say(bruno, f"/plan {LABEL} LDN 1.5 mg at 21:00 for 7 days, then 3 mg")
        else:
            await player.say(bruno, f"/invite {LABEL}")
            link: Message = await bruno.sees("start=")
            await player.do(partial(ana.scan, link))
    raise RuntimeError("Play found no way on from what was done by hand. Close the demo and open it anew.")


def _seen(person: Person, text: str) -> bool:
    return any(text in message.text for message in person.messages())


def _next(person: Person, way: tuple[str, ...]) -> str | None:
    """The label on the newest screen that goes on this way; "Keep" stands for any that begins so."""
    theirs = [message for message in person.messages() if message.sender_id != person.id]
    labels = theirs[-1].labels if theirs else []
    return next((label for step in way for label in labels if label == step or label.startswith(f"{step} ")), None)


async def one_day(player: _Player, day: int, ratings: tuple[int | None, ...] | None, answer: str) -> None:
    """One evening: the check-in at 20:45, the reminder at 21:00, the night."""
    ana, clock = player.here.ana, player.here.simulator.clock
    local = clock.now().astimezone(ZONE)
    start = local.replace(hour=20, minute=45, second=0, microsecond=0)
    await player.walk(start)
    if ratings is not None:
        await player.tap(ana, "Start")
        for value in ratings:
            await player.tap(ana, "Skip" if value is None else str(value))
        await player.tap(ana, "No, nothing new")
    await player.walk(start + timedelta(minutes=15, seconds=5))
    labels = {b.label for row in ana.screen().buttons for b in row}
    if "See what changed" in labels:
        await player.tap(ana, "See what changed")
    if answer == "Later":
        await player.tap(ana, "Later")
        await player.tap(ana, "In 30 min")
        await player.walk(start + timedelta(minutes=46))
        await player.tap(ana, "Taken")
    elif answer:
        await player.tap(ana, answer)
        if answer == "Skip":
            await player.tap(ana, "Felt unwell")
    await player.walk(start + timedelta(hours=13, minutes=15))
