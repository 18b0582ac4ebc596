"""The clock."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest

from simulator import Clock
from simulator.clock import Mode

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


async def _sleeping(clock: Clock, name: str, seconds: float, woken: list[str]) -> asyncio.Task[None]:
    async def sleep() -> None:
        await clock.sleep(seconds)
        woken.append(name)

    task = asyncio.create_task(sleep())
    await asyncio.sleep(0)
    return task


async def test_time_stands_still_until_it_is_set() -> None:
    clock = Clock(START)
    assert clock.now() == clock.now() == START
    clock.set(START + timedelta(hours=1))
    assert clock.now() == START + timedelta(hours=1)


async def test_a_moment_of_another_zone_is_shown_in_utc() -> None:
    clock = Clock(START)
    clock.set(datetime(2026, 3, 1, 12, 0, tzinfo=timezone(timedelta(hours=2))))
    assert clock.now() == datetime(2026, 3, 1, 10, 0, tzinfo=UTC) and clock.now().tzinfo is UTC


async def test_sleepers_wake_the_earliest_first_and_only_when_due() -> None:
    clock, woken = Clock(START), list[str]()
    tasks = [await _sleeping(clock, name, seconds, woken) for name, seconds in (("b", 20), ("a", 10), ("c", 90))]
    clock.set(START + timedelta(seconds=20))
    await asyncio.gather(*tasks[:2])
    assert woken == ["a", "b"] and clock.next_sleeper() == START + timedelta(seconds=90)
    clock.set(START + timedelta(seconds=90))
    await tasks[2]


async def test_a_cancelled_sleeper_is_not_waited_for() -> None:
    clock = Clock(START)
    task = await _sleeping(clock, "a", 10, [])
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert clock.next_sleeper() is None
    clock.set(START + timedelta(minutes=1))


async def test_a_sleep_of_nothing_only_lets_others_go_first() -> None:
    clock = Clock(START)
    await clock.sleep(0)
    assert clock.now() == START


async def test_time_runs_backwards_only_when_told_to() -> None:
    clock = Clock(START)
    with pytest.raises(ValueError, match="backwards"):
        clock.set(START - timedelta(seconds=1))
    clock.set(START - timedelta(seconds=1), backwards=True)
    assert clock.now() == START - timedelta(seconds=1)


async def test_a_moment_without_zone_is_refused() -> None:
    naive = START.replace(tzinfo=None)
    with pytest.raises(ValueError, match="aware"):
        Clock(naive)
    with pytest.raises(ValueError, match="zone"):
        Clock(START).set(naive)


async def test_a_real_clock_can_not_be_set_and_has_no_sleepers_to_wait_for() -> None:
    clock = Clock(mode="real")
    with pytest.raises(ValueError, match="real"):
        clock.set(START)
    assert clock.next_sleeper() is None and clock.now().tzinfo is UTC


async def test_a_fast_clock_runs_as_many_times_as_fast_as_it_was_told() -> None:
    clock = Clock(START, mode="fast", speed=100_000)
    await clock.sleep(1000)
    assert clock.now() >= START + timedelta(seconds=1000) and clock.next_sleeper() is None


async def test_who_sleeps_on_a_fast_clock_wakes_when_it_is_set_past_them() -> None:
    clock, woken = Clock(START, mode="fast", speed=2), list[str]()
    task = await _sleeping(clock, "a", 86_400, woken)
    clock.set(START + timedelta(days=2))
    await task
    assert woken == ["a"]


@pytest.mark.parametrize(("mode", "speed"), [("stepped", 2), ("real", 2), ("fast", 0), ("fast", -1)])
async def test_a_speed_that_is_none_is_refused(mode: Mode, speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        Clock(START, mode=mode, speed=speed)
