"""After an outage: what came too late does not hold back what can still be sent."""

import asyncio
from contextlib import nullcontext
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.origins import new_id
from care.plans import Plan
from content.library import load
from content.screen import Screen
from scheduler.delivery import Delivery
from scheduler.lessons import Lessons
from scheduler.outcomes import Later, Outcome, Sent
from scheduler.tick import tick
from store.database import Tx, open_database
from store.notices import Priority
from tests.conftest import riverside
from tests.crowd import daily, enrol, medicine_of, prescribe

EVENING = datetime(2026, 11, 24, 20, tzinfo=UTC)  # 21:00 in Berlin
BERLIN = ZoneInfo("Europe/Berlin")
PEOPLE = 30


def twice(medicine: str) -> Plan:
    evening = daily(medicine, time(21), EVENING.date())
    return Plan(**{**vars(evening), "times": (time(3), time(21))})


async def test_what_came_too_late_in_an_outage_does_not_wait_for_the_tick_one_by_one(tmp_path: Path) -> None:
    moment = EVENING
    db = await open_database(tmp_path / "steady.db", None, lambda: moment)
    away, sent, refused, all_sent = True, set[int](), asyncio.Event(), asyncio.Event()

    async def send(chat: int, screen: Screen, replaces: int | None, priority: Priority) -> Outcome:
        if away:
            refused.set()
            return Later()
        sent.add(chat)
        if len(sent) == PEOPLE:
            all_sent.set()
        return Sent(len(sent))

    async def reach() -> bool:
        return not away

    async def sleep(seconds: float) -> None:
        await asyncio.Event().wait()  # no time passes

    def set_up(tx: Tx) -> None:
        clinic = riverside(tx, EVENING).id
        for number in range(PEOPLE):
            who = enrol(tx, clinic, 1000 + number, f"P-{number}", BERLIN, "DE", EVENING - timedelta(hours=1), new_id)
            prescribe(tx, who, twice(medicine_of(tx, clinic)), "Capsule", EVENING - timedelta(hours=1), new_id)

    await db.write(set_up)
    lessons = Lessons(library=load(), demo=True)
    delivery = Delivery(
        db=db,
        send=send,
        reach=reach,
        now=lambda: moment,
        new_id=new_id,
        sleep=sleep,
        working=nullcontext,
        resting=nullcontext,
    )
    running = asyncio.create_task(delivery.run())
    try:
        await tick(db, moment, new_id, lessons)
        delivery.wake()
        await refused.wait()
        await delivery.finish()
        moment, away = EVENING + timedelta(hours=6), False  # 03:00: the evening's window closed three hours ago
        await tick(db, moment, new_id, lessons)
        delivery.wake()
        async with asyncio.timeout(20):  # reached only where something waits for a tick that does not come
            await all_sent.wait()
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await db.close()
