"""The gate on a virtual clock: limits, priorities, what Telegram defers."""

import asyncio
import heapq
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.activity import Activity
from bot.gate import Gate, Held
from store.notices import Priority

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


class Clock:
    """Moves only when told; sleepers wake in order."""

    def __init__(self) -> None:
        self.moment = START
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._number = count()

    def now(self) -> datetime:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.moment + timedelta(seconds=seconds), next(self._number), future))
        await future

    async def walk(self, seconds: float) -> None:
        target = self.moment + timedelta(seconds=seconds)
        await _breathe()
        while self._sleepers and self._sleepers[0][0] <= target:
            self.moment, _, future = heapq.heappop(self._sleepers)
            if not future.done():
                future.set_result(None)
            await _breathe()
        self.moment = target
        await _breathe()


async def _breathe() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


class Line:
    """Calls through a gate, and when each went out."""

    def __init__(self, gate: Gate, clock: Clock) -> None:
        self.gate, self.clock = gate, clock
        self.sent: list[tuple[float, int, str]] = []
        self.refuse: Callable[[int], Exception | None] = lambda chat: None

    def call(self, chat: int, name: str = "", priority: Priority | None = None) -> asyncio.Task[Any]:
        async def go() -> bool:
            self.sent.append(((self.clock.now() - START).total_seconds(), chat, name))
            error = self.refuse(chat)
            if error is not None:
                raise error
            return True

        return asyncio.create_task(self.gate.process_request(go, (), {}, "sendMessage", {"chat_id": chat}, priority))


@pytest.fixture
async def line() -> Line:
    clock = Clock()
    return Line(Gate(now=clock.now, sleep=clock.sleep, resting=Activity().resting), clock)


async def test_a_chat_gets_a_burst_of_five_and_then_one_a_second(line: Line) -> None:
    tasks = [line.call(1) for _ in range(8)]
    await line.clock.walk(10)
    await asyncio.gather(*tasks)
    assert [at for at, _, _ in line.sent] == pytest.approx([0, 0, 0, 0, 0, 1, 2, 3], abs=0.01)


async def test_notices_leave_a_reserve_so_that_a_reply_goes_at_once(line: Line) -> None:
    tasks = [line.call(chat, "dose", Priority.DOSE) for chat in range(1, 101)]
    await line.clock.walk(0.5)
    at = (line.clock.now() - START).total_seconds()
    tasks.append(line.call(500, "reply"))
    await line.clock.walk(10)
    await asyncio.gather(*tasks)
    assert next(when for when, _, name in line.sent if name == "reply") == at


async def test_no_second_sees_more_than_thirty_beyond_the_first_burst(line: Line) -> None:
    tasks = [line.call(chat, "dose", Priority.DOSE) for chat in range(1, 201)]
    await line.clock.walk(20)
    await asyncio.gather(*tasks)
    times = [at for at, _, _ in line.sent]
    assert all(sum(1 for other in times if at < other <= at + 1) <= 30 for at in times)


async def test_doses_go_before_clinic_notices_and_summaries_still_get_one_a_second(line: Line) -> None:
    tasks = [line.call(chat, "dose", Priority.DOSE) for chat in range(300, 420)]
    tasks += [line.call(chat, "summary", Priority.SUMMARY) for chat in range(1, 11)]
    tasks += [line.call(chat, "clinic", Priority.CLINIC) for chat in range(200, 230)]
    await line.clock.walk(60)
    await asyncio.gather(*tasks)
    last_dose = max(at for at, _, name in line.sent if name == "dose")
    assert min(at for at, _, name in line.sent if name == "clinic") >= last_dose - 0.1
    assert sum(1 for at, _, name in line.sent if name == "summary" and 0 < at <= last_dose) >= 2


async def test_a_group_gets_one_a_second_after_five_and_twenty_a_minute_in_the_long_run(line: Line) -> None:
    tasks = [line.call(-5) for _ in range(40)]
    await line.clock.walk(120)
    await asyncio.gather(*tasks)
    at = [moment for moment, _, _ in line.sent]
    assert sum(1 for moment in at if moment < 1) == 5
    assert at[5] - at[4] == pytest.approx(1, abs=0.01) and at[-1] - at[-2] == pytest.approx(3, abs=0.01)


async def test_a_refused_chat_waits_as_long_as_telegram_says_and_others_go_on(line: Line) -> None:
    first = iter([RetryAfter(7)])
    line.refuse = lambda chat: next(first, None) if chat == 1 else None
    one, two = line.call(1), line.call(2)
    await line.clock.walk(20)
    await asyncio.gather(one, two)
    assert [at for at, chat, _ in line.sent if chat == 1] == pytest.approx([0, 7], abs=0.01)
    assert [at for at, chat, _ in line.sent if chat == 2] == [0]


async def test_a_notice_that_telegram_defers_goes_back_to_delivery(line: Line) -> None:
    line.refuse = lambda chat: RetryAfter(7)
    task = line.call(1, "dose", Priority.DOSE)
    await line.clock.walk(1)
    with pytest.raises(RetryAfter):
        await task
    assert len(line.sent) == 1


async def test_a_second_chat_refused_within_a_second_holds_the_whole_bot(line: Line) -> None:
    line.refuse = lambda chat: RetryAfter(10) if chat in (1, 2) and line.clock.now() == START else None
    tasks = [line.call(1, "a", Priority.DOSE), line.call(2, "b", Priority.DOSE)]
    await line.clock.walk(0.5)
    third = line.call(3)
    await line.clock.walk(20)
    await asyncio.gather(*tasks, third, return_exceptions=True)
    assert [at for at, chat, _ in line.sent if chat == 3] == pytest.approx([10], abs=0.01)


async def test_a_clock_that_is_set_back_stops_nobody_for_long(line: Line) -> None:
    await asyncio.gather(*(line.call(1) for _ in range(5)))
    line.clock.moment -= timedelta(hours=1)
    task = line.call(1)
    await line.clock.walk(2)
    assert task.done()


async def test_a_long_hold_of_one_chat_delays_nobody_else(line: Line) -> None:
    line.refuse = lambda chat: RetryAfter(60) if chat == 1 and line.clock.now() == START else None
    held = line.call(1)
    await line.clock.walk(0.5)
    tasks = [line.call(chat, "dose", Priority.DOSE) for chat in range(2, 40)]
    await line.clock.walk(5)
    assert all(task.done() for task in tasks)
    await line.clock.walk(60)
    assert held.done()


async def test_a_notice_for_a_chat_that_is_held_comes_back_without_a_call_and_without_waiting(line: Line) -> None:
    line.refuse = lambda chat: RetryAfter(60) if line.clock.now() == START else None
    with pytest.raises(Held):
        await line.call(1, "dose", Priority.DOSE)
    await line.clock.walk(10)
    with pytest.raises(Held) as held:
        await line.call(1, "repeat", Priority.REPEAT)
    assert held.value.left == timedelta(seconds=50) and not held.value.everybody
    assert len(line.sent) == 1
    await line.clock.walk(50)
    assert await line.call(1, "dose", Priority.DOSE)


async def test_a_hold_of_everybody_sends_back_the_notices_that_wait_and_keeps_the_replies(line: Line) -> None:
    line.refuse = lambda chat: RetryAfter(10) if chat in (1, 2) and line.clock.now() == START else None
    crowd = [line.call(chat, "dose", Priority.DOSE) for chat in range(1, 60)]
    reply = line.call(100)
    await line.clock.walk(0.001)
    told = await asyncio.gather(*crowd, return_exceptions=True)
    assert sum(isinstance(one, Held) and one.everybody for one in told) > 20
    await line.clock.walk(10)
    assert reply.done()


async def test_a_hold_ends_when_the_clock_is_set_back_instead_of_lasting_an_hour_longer(line: Line) -> None:
    line.refuse = lambda chat: RetryAfter(7) if line.clock.now() == START else None
    with pytest.raises(Held):
        await line.call(1, "dose", Priority.DOSE)
    line.clock.moment -= timedelta(hours=1)
    assert await line.call(1, "dose", Priority.DOSE)
