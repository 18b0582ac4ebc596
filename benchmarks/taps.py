"""Somebody types while a crowd is being reminded: how long until the bot answers. In real time, 30 a second enforced.

Ours: the whole bot. Beside it: PTB's Application with its AIORateLimiter and a plain gather over the same people.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, Application, CommandHandler

from benchmarks.drain import furnish_chats
from benchmarks.stage import DUE, settings_of
from bot.app import opened
from bot.gate import PER_SECOND
from bot.origins import wall_clock
from simulator import Clock, Person, Simulator

EVERY = 0.7
"""Seconds from one tap to the next, each by somebody else."""
BEGINS = 2.0
"""Seconds after the due instant: the crowd is on its way by then."""


@dataclass(frozen=True, kw_only=True)
class Taps:
    """What the people and the service saw."""

    waits: list[float]
    """Milliseconds from each tap to its answer."""
    delivered: int
    refused: int


def ours(people: int) -> Taps:
    """Steady, during its drain of so many."""
    return asyncio.run(_ours(people))


def rate_limiter(people: int) -> Taps:
    """PTB with AIORateLimiter, during a gather of so many."""
    return asyncio.run(_rate_limiter(people))


@asynccontextmanager
async def _telegram(people: int) -> AsyncIterator[tuple[Simulator, list[Person], list[Person]]]:
    simulator = Simulator(clock=Clock(mode="real"))
    crowd = [simulator.person(f"Patient {number}") for number in range(people)]
    askers = [simulator.person(f"Asker {number}") for number in range(int((people / PER_SECOND - 2 * BEGINS) / EVERY))]
    for person in (*crowd, *askers):
        simulator.world.chats[person.id].started = True
    await simulator.start()
    yield simulator, crowd, askers
    await simulator.stop()


async def _ask(askers: list[Person]) -> list[float]:
    """One after the other asks for help; how long each waits."""
    return list(await asyncio.gather(*(_wait(person, BEGINS + n * EVERY) for n, person in enumerate(askers))))


async def _wait(person: Person, after: float) -> float:
    await asyncio.sleep(after)
    began = time.perf_counter()
    await person.say("/help")
    while len(person.messages()) < 2:
        await asyncio.sleep(0.002)
    return (time.perf_counter() - began) * 1000


def _seen(simulator: Simulator, crowd: list[Person], waits: list[float]) -> Taps:
    calls = [call for call in simulator.calls if call.method == "sendMessage"]
    reached = {int(call.parameters["chat_id"]) for call in calls if call.status == 200}
    return Taps(
        waits=waits,
        delivered=sum(person.id in reached for person in crowd),
        refused=sum(call.status == 429 for call in calls),
    )


async def _ours(people: int) -> Taps:
    async with _telegram(people) as (simulator, crowd, askers):
        with tempfile.TemporaryDirectory(prefix="steady-bench-") as made:
            ahead = DUE - timedelta(seconds=30) - wall_clock()
            shown = [ahead]
            async with opened(settings_of(Path(made), simulator), now=lambda: wall_clock() + shown[0]) as app:
                await app.db.write(lambda tx: furnish_chats(tx, [person.id for person in crowd]))
                shown[0] = DUE - wall_clock()
                return await _both(simulator, crowd, askers, app.tick)


async def _rate_limiter(people: int) -> Taps:
    async def help(update: Update, _: Any) -> None:
        assert update.message is not None
        await update.message.reply_text("Here is some help.")

    async with _telegram(people) as (simulator, crowd, askers):
        builder = Application.builder().token(simulator.token).base_url(f"{simulator.url}/bot")
        application = builder.rate_limiter(AIORateLimiter(max_retries=5)).job_queue(None).build()
        application.add_handler(CommandHandler("help", help))

        async def remind() -> None:
            async def one(person: Person) -> None:
                with suppress(TelegramError):  # counted by what arrived
                    await application.bot.send_message(person.id, "Your 21:00 reminder")

            await asyncio.gather(*(one(person) for person in crowd))

        assert application.updater is not None
        async with application:
            await application.start()
            await application.updater.start_polling()
            taps = await _both(simulator, crowd, askers, remind)
            await application.updater.stop()
            await application.stop()
        return taps


async def _both(
    simulator: Simulator, crowd: list[Person], askers: list[Person], remind: Callable[[], Awaitable[object]]
) -> Taps:
    """Remind the crowd and let the others ask meanwhile, until all that can come has come."""
    reminding = asyncio.ensure_future(remind())
    waits = await _ask(askers)
    await reminding
    until = time.perf_counter() + len(crowd) / PER_SECOND
    while (seen := _seen(simulator, crowd, waits)).delivered < len(crowd) and time.perf_counter() < until:
        await asyncio.sleep(0.2)
    return seen
