"""A copy put back under the running program: nothing rings that was stopped since the copy was made."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.origins import new_id
from care.doses import DoseState
from simulator import Message
from store import backups, restoring
from store.database import open_database
from store.restoring import Said
from tests.conftest import House
from tests.whole.evening import state


def key(house: House) -> bytes:
    return bytes.fromhex((house.folder / "steady.key").read_text().strip())


def copied(house: House) -> Path:
    copy = house.folder / "copy.db"
    backups.back_up(house.settings.database, key(house), copy)
    return copy


async def restored(house: House, copy: Path) -> Said:
    """Stopped, put back with what is said again, and started."""
    house.restarts += 1
    await house.close()
    database, at = house.settings.database, house.now
    later = backups.later_lines(database, copy, key(house))
    said: list[Said] = []

    async def say_again(part: Path) -> None:
        db = await open_database(part, key(house), lambda: at)
        said.append(await db.write(lambda tx: restoring.say_again(tx, later, at, new_id)))
        await db.close()

    def ready(part: Path) -> None:
        asyncio.run(say_again(part))

    await asyncio.to_thread(backups.put_back, copy, key(house), database, at, ready)
    await house.open()
    await house.settle()
    return said[0]


async def press_plan(house: House, *labels: str) -> None:
    await house.say(house.bruno, "/patients")
    await house.tap(house.bruno, next(x for x in house.bruno.screen().labels if "P-07" in x), *labels)


def since(house: House, count: int) -> list[str]:
    messages: list[Message] = house.ana.messages()[count:]
    return [message.text for message in messages]


async def test_the_reminder_that_was_open_in_the_copy_says_that_it_is_on_hold_and_none_follows(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await planned.walk_to(21, 1)
    reminder, copy = planned.ana.screen(), copied(planned)
    await press_plan(planned, "Hold")
    await planned.walk(timedelta(minutes=1))
    before = len(planned.ana.messages())
    assert (await restored(planned, copy)).again == {"hold": ["P-07"]}
    await planned.walk(timedelta(days=2))
    assert "On hold." in reminder.text and await state(planned) is DoseState.HELD
    assert not any("Your 21:00 reminder" in text for text in since(planned, before))
    assert sum("Your plan is on hold." in text for text in since(planned, before)) == 1


@pytest.mark.parametrize("restart", ["inside its window", "after it"])
async def test_a_dose_between_the_copy_and_the_hold_is_none_on_hold_once_its_window_has_closed(
    planned: House, restart: str
) -> None:
    await planned.walk(timedelta(days=1))
    await planned.walk_to(20)
    copy = copied(planned)
    await planned.walk_to(21, 30)
    await press_plan(planned, "Hold")
    await planned.walk(timedelta(minutes=10) if restart == "inside its window" else timedelta(hours=12))
    await restored(planned, copy)
    await planned.walk(timedelta(minutes=1))
    assert await state(planned) is (DoseState.HELD if restart == "inside its window" else DoseState.UNDELIVERED)


async def test_a_plan_that_was_ended_since_the_copy_rings_no_more(planned: House) -> None:
    copy = copied(planned)
    await press_plan(planned, "End plan", "End it for good")
    await restored(planned, copy)
    before = len(planned.ana.messages())
    await planned.walk(timedelta(days=3))
    assert not any("reminder" in text for text in since(planned, before))


async def test_a_plan_that_was_ended_since_the_copy_says_on_no_message_that_it_goes_on(planned: House) -> None:
    await planned.walk_to(21, 1)
    reminder = planned.ana.screen()
    await press_plan(planned, "Hold")
    await press_plan(planned, "Lift the hold")
    await planned.walk(timedelta(minutes=1))
    assert "goes on" in reminder.text
    copy = copied(planned)
    await press_plan(planned, "End plan")
    planned.simulator.fail_next("editMessageText", 502, "Bad Gateway", times=1_000)  # no edit of before the restore
    await planned.tap(planned.bruno, "End it for good")
    await restored(planned, copy)
    planned.simulator.faults.clear()
    await planned.walk(timedelta(minutes=5))
    assert "goes on" not in reminder.text


async def test_who_wanted_quiet_since_the_copy_gets_no_reminder(planned: House) -> None:
    copy = copied(planned)
    await planned.say(planned.ana, "/stop")
    await restored(planned, copy)
    before = len(planned.ana.messages())
    await planned.walk(timedelta(days=3))
    assert since(planned, before) == []
