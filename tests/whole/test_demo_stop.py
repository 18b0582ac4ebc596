"""The demo's two weeks, stopped in the middle: the house is as somebody left it by hand, and it can be played on."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from bot.demo.house import House, house
from bot.demo.play import two_weeks
from care.doses import DoseState
from store import doses
from tests.conftest import OPENS


async def stopped_after(here: House, evenings: int) -> None:
    """Play, and stop as soon as so many doses were marked as taken."""
    playing = asyncio.create_task(two_weeks(here, pace=0))
    while sum("You said so" in message.text for message in here.ana.messages()) < evenings:
        assert not playing.done()
        await here.simulator.world.bell.wait()
    playing.cancel()
    with suppress(asyncio.CancelledError):
        await playing
    assert playing.cancelled()


async def settled(here: House) -> None:
    await here.settle()
    await here.walk(here.simulator.clock.now())


@pytest.mark.parametrize("evenings", [1, 3])
async def test_a_stop_leaves_a_house_that_answers_and_what_follows_is_not_made_up(
    tmp_path: Path, evenings: int
) -> None:
    async with house(tmp_path, opens=OPENS) as here:
        await stopped_after(here, evenings)
        assert here.simulator.world.made_up == 0 and not here.walking.locked()
        await settled(here)
        moment = here.simulator.clock.now()
        await here.ana.say("/today")
        await here.settle()
        assert "Today" in here.ana.screen().text and not here.ana.screen().made_up
        assert (here.simulator.clock.now() - moment).total_seconds() < 60
        before = await here.app.db.read(lambda tx: doses.due_between(tx, moment.replace(year=2000), moment))
        await two_weeks(here, pace=0)
        assert "made-up data" in here.ana.screen().text
        every = await here.app.db.read(
            lambda tx: doses.due_between(tx, moment.replace(year=2000), here.simulator.clock.now())
        )
        assert every[: len(before)] and len(every) >= len(before) + 14
        assert DoseState.UNDELIVERED not in {dose.state for dose in every}
