"""The process: the whole program on a file, which can be killed between any two steps and started again."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, TypeVar, cast

from bot.app import App, opened
from bot.settings import Settings
from bot.walk import walk
from scheduler.chores import chores
from simulator import Clock
from store.database import Database, Tx, Unavailable, _connect
from tests.shelf import ours
from tests.year.telegram import Inside, Telegram
from tests.year.weather import Spell, Weather

T = TypeVar("T")
TOKEN = "123456:a-year-on-a-virtual-clock"
_STRIDE = 4
"""Seconds of a hanging call from one tick to the next; the program's own are closer together."""
_TURNS = 100
"""Of the loop: more than anything in this one thread takes until it waits for the clock."""
_BACK_OFF = timedelta(seconds=60)
"""The longest that a start waits before it tries Telegram again."""
Write = Callable[[Tx], T]
Down = Callable[[Spell], None]


class Steps:
    """Counts the places where a process may die, and says at which it does."""

    def __init__(self, chance: Random, every: float) -> None:
        """``every``: steps between two kills, on average; 0: none."""
        self._chance = chance
        self.every(every)
        self.taken = 0
        self.kills = 0
        self.dead = asyncio.Event()

    async def step(self, where: str) -> None:
        """One step; does not come back if the process dies here, or is dead already."""
        if not self.dead.is_set():
            self.taken += 1
            self._left -= 1
            if self._left != 0:
                return
            self.kills += 1
            self.dead.set()
        raise asyncio.CancelledError

    def every(self, steps: float) -> None:
        """From now on, this many steps between two kills, on average; 0: none."""
        self._every = steps
        self._left = self._drawn()

    def revive(self) -> None:
        """Another process takes up."""
        self.dead.clear()
        self._left = self._drawn()

    def _drawn(self) -> int:
        return max(1, round(self._chance.expovariate(1 / self._every))) if self._every else -1


class Store(Database):
    """The database in this very thread: nothing runs beside it, and a death may come before or after a commit."""

    steps: Steps
    weather: Weather
    now: Callable[[], datetime]

    async def _in_thread(self, begin: str, fn: Write[T]) -> T:
        await asyncio.sleep(0)  # others have their turn, as they do beside a real thread
        await self.steps.step(f"before {begin}")
        writes = "IMMEDIATE" in begin
        if writes and self.weather.disk_is_full(self.now()):
            raise Unavailable("database or disk is full (made up)")
        result = self._transaction(begin, fn)
        if writes:
            await self.steps.step("committed")
        return result


class InThisThread:
    """Where aiosqlite has a connection in a thread of its own: how long a thread takes is not the seed's to say."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._conn = _connect(path, None, now)

    async def close(self) -> None:
        """At once."""
        self._conn.close()


class InLine(ThreadPoolExecutor):
    """An executor that does the work at once, in the caller's thread: the same order each time."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> "Future[T]":
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except BaseException as error:
            done.set_exception(error)
        return done


class Process:
    """The program, on one file and one clock, with a Telegram of its own."""

    def __init__(
        self, folder: Path, clock: Clock, telegram: Telegram, steps: Steps, chance: Random, down: Down
    ) -> None:
        self.died: list[datetime] = []
        self._down = down
        self.clock, self.telegram, self.steps = clock, telegram, steps
        self.app: App | None = None
        self._chance = chance
        self._settings = Settings(
            token=TOKEN, telegram_api="http://127.0.0.1:9", database=folder / "year.db", key_file=None, listen=None
        )
        self._stack = AsyncExitStack()

    async def walk(self, until: datetime) -> None:
        """Let time pass to ``until``; whenever the process dies, it is started again within a minute."""
        asyncio.get_running_loop().set_default_executor(InLine(1))
        while True:
            if self.app is None:
                await self._start()
            elif self.clock.now() >= until and self._settled:
                return
            else:
                await self._live(until)

    _settled = False

    async def do(self, fn: Write[T]) -> T:
        """What somebody else's program would do to the file; takes no step."""
        assert self.app is not None
        result: T = self.app.db._transaction("BEGIN IMMEDIATE", fn)
        self.app.delivery.wake()
        self._settled = False
        return result

    def outside(self, fn: Callable[[Tx], None]) -> None:
        """The same, if the program happens to run; else it is left undone."""
        if self.app is not None and not self.steps.dead.is_set():
            self.app.db._transaction("BEGIN IMMEDIATE", fn)
            self.app.delivery.wake()

    def poke(self) -> None:
        """Something happened outside: there is work to settle."""
        self._settled = False

    async def tidy(self) -> None:
        """The chores that come by the hour, once; the process may die in them."""
        if self.app is not None:
            await self._outlives(chores(self.app.db, self.clock.now(), self.app.new_id, None))
            self._settled = False

    async def _live(self, until: datetime) -> None:
        assert self.app is not None
        self._settled = await self._outlives(walk(self.app, self.clock, self.telegram.drained, until))

    async def _outlives(self, work: Coroutine[None, None, None]) -> bool:
        """Whether the process lived until that was done; if not, it is gone for up to a minute."""
        working = asyncio.create_task(work)
        dying = asyncio.create_task(self.steps.dead.wait())
        await asyncio.wait({working, dying}, return_when=asyncio.FIRST_COMPLETED)
        dying.cancel()
        if self.steps.dead.is_set():
            working.cancel()
            await asyncio.gather(working, dying, return_exceptions=True)
            await self.stop()
            self._pause(timedelta(seconds=self._chance.randint(1, 60)))
            return False
        await working
        return True

    async def _start(self) -> None:
        self.steps.revive()
        starting = asyncio.create_task(self._open())
        while not starting.done() and not self.steps.dead.is_set():
            for _ in range(_TURNS):
                if starting.done():
                    break
                await asyncio.sleep(0)
            sleeper, now = self.clock.next_sleeper(), self.clock.now()
            if not starting.done() and sleeper is not None and sleeper - now <= _BACK_OFF:
                self.clock.set(max(sleeper, now))  # it waits for Telegram, and only time can help
        if self.steps.dead.is_set():
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
            await self.stop()
            self._pause(timedelta(seconds=1))
        elif isinstance(starting.exception(), Unavailable):
            self._pause(timedelta(minutes=1))
        else:
            await starting
        self._settled = False

    def _pause(self, length: timedelta) -> None:
        """It does not run for so long."""
        now = self.clock.now()
        self.died.append(now)
        self._down(Spell(since=now, until=now + length))
        self.clock.set(now + length)

    async def _open(self) -> None:
        async def open_store(path: Path, key: bytes | None, now: Callable[[], datetime]) -> Database:
            store = Store(cast("Any", InThisThread(path, now)), path)
            store.steps, store.weather, store.now = self.steps, self.telegram.weather, self.clock.now
            return store

        self.app = await self._stack.enter_async_context(
            opened(
                self._settings,
                now=self.clock.now,
                sleep=self.clock.sleep,
                new_id=lambda: f"{self._chance.getrandbits(64):016x}",
                wire=lambda: Inside(self.telegram, self._wait),
                open_store=open_store,
                read=lambda settings: ours(),
                demo=True,
            )
        )

    async def _wait(self, seconds: int) -> None:
        """A call hangs for so long, and everything else goes on, ticks too; while the program starts, for no time."""
        if self.app is not None:
            with self.app.activity.resting():
                for left in range(seconds, 0, -_STRIDE):
                    await self.clock.sleep(min(left, _STRIDE))

    async def stop(self) -> None:
        """The process is gone: its tasks end where they are, and nothing more has an effect."""
        self.steps.dead.set()
        mine = [task for task in asyncio.all_tasks() if task.get_name() in _OURS]
        for task in mine:
            task.cancel()
        await asyncio.gather(*mine, return_exceptions=True)
        with suppress(asyncio.CancelledError, Unavailable):
            await self._stack.aclose()
        self._stack = AsyncExitStack()
        self.app = None


_OURS = frozenset({"intake", "delivery", "lane", "gate timer", "line timer"})
