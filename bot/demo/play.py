"""Play two weeks: a script that taps and types through the same chats, at a pace one can watch.

Whatever it makes is marked as made up. Ana's days are invented, and say nothing about any medicine.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
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
    """Set up, plan, fifteen days with a step, check-ins, two summaries."""
    player = _Player(here, pace)
    with here.simulator.made_up():
        if not any("Your first reminder comes" in message.text for message in here.ana.messages()):
            await set_up(player)
        await player.do(lambda: here.ana.say("/learn dreams", in_=here.group))
        for evening, (ratings, answer) in enumerate(EVENINGS):
            await one_day(player, evening, ratings, answer)
        await player.tap(here.bruno, "Show the week")
        await player.tap(here.ana, "Show my week")


async def set_up(player: _Player) -> None:
    """From the clinician's invite to the accepted plan."""
    here = player.here
    bruno, ana = here.bruno, here.ana
    await player.say(bruno, f"/invite {LABEL}")
    link: Message = await bruno.sees("start=")
    await player.do(lambda: ana.scan(link))
    for label in ("I agree", "Yes, share them", "Germany", "Yes"):
        await player.tap(ana, label)
    await player.say(bruno, f"/plan {LABEL} LDN 1.5 mg at 21:00 for 7 days, then 3 mg")
    await player.say(bruno, "3 mg")
    for label in ("None for 14 days or more",):
        await player.tap(bruno, label)
    await player.do(lambda: bruno.tap(_keep(bruno)))
    await player.tap(bruno, "Confirm")
    await player.tap(ana, "See it")
    for label in ("Evening capsule", "None of these", "Yes, start"):
        await player.tap(ana, label)


def _keep(person: Person) -> str:
    """The label of the button that keeps the review date, whatever the date."""
    return next(b.label for row in person.screen().buttons for b in row if b.label.startswith("Keep"))


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
