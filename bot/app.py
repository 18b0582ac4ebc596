"""The running program, put together in one place: everything is made here and handed down.

The clock comes in as ``now`` and ``sleep``; nothing below reads another one. ``opened`` gives a running ``App``;
``serve`` is what ``steady run`` does with it.
"""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from bot import company
from bot.activity import Activity
from bot.application import AnyApplication, announce, apology, build, is_there, leave, reach
from bot.articles import books
from bot.gate import Gate, last_after
from bot.health import serve_health
from bot.intake import Intake
from bot.keyfile import read_key
from bot.origins import new_code, new_id, wall_clock
from bot.sender import sender
from bot.settings import Settings
from bot.wire import Wire
from content.library import Library
from content.library.search import Search
from handlers import surface
from handlers.context import Services
from scheduler.chores import Copies, chores, verified_at
from scheduler.clockwork import drive
from scheduler.delivery import Delivery, standing
from scheduler.lessons import Lessons
from scheduler.tick import coming, tick
from scheduler.zones import renew
from store import meta, notices
from store.database import Database, Unavailable, open_database

log = logging.getLogger(__name__)

Now = Callable[[], datetime]
Sleep = Callable[[float], Awaitable[None]]
NewId = Callable[[], str]
OpenStore = Callable[[Path, bytes | None, Now], Awaitable[Database]]
STOP_SECONDS = 8
POLLED_WITHIN = timedelta(seconds=90)
COPIED_WITHIN = timedelta(hours=26)
TICKED_WITHIN = timedelta(seconds=10)
DELIVERED_WITHIN = timedelta(minutes=2)
ALIVE = "alive"


@dataclass
class App:
    """The program while it runs."""

    db: Database
    application: AnyApplication
    intake: Intake
    delivery: Delivery
    activity: Activity
    now: Now
    new_id: NewId
    lessons: Lessons
    ticked_at: datetime | None = None
    copies: Copies | None = None
    marked_at: datetime | None = None
    """When the database was last told that it is in use."""
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    """The intake's and delivery's loops: they end only with the program."""

    async def tick(self) -> datetime | None:
        """Raise what is due and wake delivery; the next instant at which something will be due."""
        now = self.now()
        try:
            instant = await tick(self.db, now, self.new_id, self.lessons, self._raised)
            if self.marked_at is None or abs(now - self.marked_at) >= timedelta(minutes=1):
                await self.db.write(lambda tx: meta.put(tx, ALIVE, company.trace(self.db.path, now)))
                self.marked_at = now
        except Unavailable as error:
            log.error("the tick waits: %s", error, extra=standing(error))
            return None
        self._raised()
        return instant

    def _raised(self) -> None:
        """The tick gets on, be it with a part of a crowd; what it raised can go."""
        self.ticked_at = self.now()
        self.delivery.wake()

    async def coming(self) -> datetime | None:
        """The next instant at which something will be due, or was and no tick has raised it yet."""
        now = self.now()
        return await self.db.read(lambda tx: coming(tx, now))

    async def do_chores(self) -> None:
        """What is done beside the reminders, each hour; and wake delivery, which may have something to send by then."""
        await chores(self.db, self.now(), self.new_id, self.copies)
        self.delivery.wake()

    async def rest(self) -> None:
        """Return once lanes and delivery have nothing left that does not wait for the clock."""
        while True:
            await self.activity.rest()
            idle = await self.delivery.idle()
            if idle and not self.activity.busy:
                return
            if not idle:  # waking it for nothing would find it busy for ever
                self.delivery.wake()
            await asyncio.sleep(0)

    async def health(self) -> Mapping[str, bool]:
        """What the health page tells: names of checks, nothing about people."""
        now = self.now()

        def recent(moment: datetime | None, within: timedelta) -> bool:
            return moment is not None and abs(now - moment) <= within

        try:
            database, waiting = True, await self.db.read(lambda tx: notices.overdue(tx, now - DELIVERED_WITHIN))
            verified = await verified_at(self.db)
        except Unavailable:
            database, waiting, verified = False, True, None
        return {
            "polls": recent(self.intake.polled_at, POLLED_WITHIN),
            "ticks": recent(self.ticked_at, TICKED_WITHIN),
            "database": database,
            "delivers": not waiting,
            "copies": self.copies is None or not self.copies.tried or recent(verified, COPIED_WITHIN),
            "alone": not self.intake.company.there(now),
            "loops": bool(self.tasks) and not any(task.done() for task in self.tasks),
        }


def _read(settings: Settings) -> tuple[Library, Search]:
    """The library, ours and the clinic's, and its search."""
    shelf = books(settings)
    return shelf, Search(tuple(shelf.articles.values()))


@asynccontextmanager
async def opened(
    settings: Settings,
    *,
    now: Now = wall_clock,
    sleep: Sleep = asyncio.sleep,
    new_id: NewId = new_id,
    wire: Callable[[], Wire] = Wire,
    open_store: OpenStore = open_database,
    read: Callable[[Settings], tuple[Library, Search]] = _read,
    demo: bool = False,
    beware: bool = False,
) -> AsyncIterator[App]:
    """The program, polling and delivering, until the block ends. Ticks are the caller's.

    Time, chance, the wire, the file and the library are handed in, so that a whole run can be replayed.
    ``beware``: on a database that was not in use just now, listen first whether another copy polls. Raises what
    ``read_key`` and ``open_store`` raise, and AnotherCopy.
    """
    key = None if settings.key_file is None else read_key(settings.key_file)
    db = await open_store(settings.database, key, now)
    try:
        await db.write(lambda tx: renew(tx, version("tzdata"), now()))
    except BaseException:  # its thread would keep a program that can't start from ending
        await db.close()
        raise
    activity = Activity()
    gate = Gate(now=now, sleep=sleep, resting=activity.resting)
    polls = wire()
    application = build(settings, gate, wire(), polls)
    delivery = Delivery(
        db=db,
        send=sender(application.bot),
        reach=lambda: is_there(application),
        now=now,
        sleep=sleep,
        new_id=new_id,
        working=activity.working,
        resting=activity.resting,
    )
    intake = Intake(
        application=application,
        fetch=lambda parameters, seconds: polls.fetch(
            f"{settings.telegram_api}/bot{settings.token}/getUpdates", parameters, read_seconds=seconds
        ),
        db=db,
        now=now,
        sleep=sleep,
        working=activity.working,
        resting=activity.resting,
        apologise=apology(application),
    )
    shelf, search = read(settings)
    for problem in shelf.problems:
        log.warning("an article is left out: %s", problem)
    application.bot_data["services"] = Services(
        db=db,
        now=now,
        new_id=new_id,
        new_code=new_code,
        wake=delivery.wake,
        library=shelf,
        search=search,
        demo=demo,
        last_after=last_after,
    )
    surface.install(application)
    app = App(db, application, intake, delivery, activity, now, new_id, Lessons(library=shelf, demo=demo))
    app.copies = Copies(database=settings.database, key=key, folder=settings.backups)
    try:
        await reach(application, sleep)
        if beware and not company.goes_on(await db.read(lambda tx: meta.get(tx, ALIVE)), db.path, now()):
            await intake.listen()
        await intake.recover()
        await activity.rest()
        await delivery.recover()
        app.tasks = [
            asyncio.create_task(intake.run(), name="intake"),
            asyncio.create_task(delivery.run(), name="delivery"),
        ]
        await announce(application)
        yield app
    finally:
        await _stop(app)
        await gate.shutdown()
        await leave(application)
        await db.close()


async def _stop(app: App) -> None:
    """Take in nothing more, finish what is under way within a bound, then end."""
    for task in app.tasks[:1]:
        task.cancel()
    with suppress(TimeoutError):
        async with asyncio.timeout(STOP_SECONDS):
            await app.intake.finish()
            await app.delivery.finish()
    app.intake.kill()
    for task in app.tasks:
        task.cancel()
    await asyncio.gather(*app.tasks, return_exceptions=True)


async def serve(settings: Settings, *, now: Now = wall_clock) -> None:
    """``steady run``: until SIGINT or SIGTERM, whether Telegram could be reached by then or not.

    Raises AnotherCopy if another program polls with this token and was there first.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    running = asyncio.create_task(_run(settings, now), name="run")
    stopped = asyncio.create_task(stop.wait(), name="stop")
    await asyncio.wait({running, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def _run(settings: Settings, now: Now) -> None:
    """The program with its clockwork and its health page, until cancelled or until one of its loops fails."""
    async with opened(settings, now=now, beware=True) as app:
        page = None if settings.listen is None else await serve_health(settings.listen, app.health)
        driver = asyncio.create_task(drive(app.tick, app.do_chores), name="clockwork")
        log.info("ready: @%s", app.application.bot.username)
        try:
            await asyncio.to_thread(app.application.bot_data["services"].search.warm)
            await asyncio.gather(driver, *app.tasks)
        finally:
            driver.cancel()
            await asyncio.gather(driver, return_exceptions=True)
            if page is not None:
                await page.cleanup()
