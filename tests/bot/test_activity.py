"""How long work may take: the rests in between are not counted."""

import asyncio

import pytest

from bot.activity import Activity, limited, uncounted


async def test_work_over_its_limit_is_ended() -> None:
    async def work() -> None:
        async with limited(0):
            await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        await work()


async def test_a_rest_is_not_counted_and_work_after_it_has_what_was_left() -> None:
    activity, turn = Activity(), asyncio.Event()
    loop = asyncio.get_running_loop()

    async def work() -> str:
        async with limited(0.01):
            with activity.resting():
                await turn.wait()
            return "done"

    task = asyncio.create_task(work())
    loop.call_later(0.05, turn.set)
    assert await task == "done"


async def test_a_wait_with_a_bound_of_its_own_is_not_counted_and_is_no_rest() -> None:
    activity, answered = Activity(), asyncio.Event()
    loop = asyncio.get_running_loop()

    async def work() -> bool:
        with activity.working():
            async with limited(0.01):
                with uncounted():
                    await answered.wait()
                    return activity.busy

    task = asyncio.create_task(work())
    loop.call_later(0.05, answered.set)
    assert await task


async def test_after_a_rest_the_limit_counts_again() -> None:
    async def work() -> None:
        async with limited(0.01):
            with Activity().resting():
                await asyncio.sleep(0)
            await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        await work()
