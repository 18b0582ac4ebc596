"""A disk that can't be written: nothing is sent without a durable claim, nothing acknowledged is lost."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from care.doses import DoseState
from store.database import Database, Unavailable
from tests.conftest import House
from tests.whole.evening import reminders


async def read_only(house: House, on: bool) -> None:
    await house.app.db.read(lambda tx: tx.value(f"PRAGMA query_only = {'ON' if on else 'OFF'}"))


async def test_on_a_read_only_disk_nothing_is_sent_and_all_goes_on_when_it_can_be_written(
    planned: House, caplog: pytest.LogCaptureFixture
) -> None:
    await planned.walk_to(20, 59)
    await read_only(planned, True)
    caplog.clear()
    sent = len([c for c in planned.simulator.calls if c.method == "sendMessage"])
    for _ in range(60):
        planned.simulator.clock.set(planned.now + timedelta(seconds=5))
        await planned.app.tick()
    assert len([c for c in planned.simulator.calls if c.method == "sendMessage"]) == sent
    waits = [record for record in caplog.records if "can't be written just now" in record.getMessage()]
    assert waits and all(getattr(record, "standing", False) for record in waits)  # the log says it once
    await read_only(planned, False)
    await planned.walk(timedelta(seconds=5))
    assert len(reminders(planned)) == 1
    assert [dose.state for dose in await planned.doses()] == [DoseState.SENT]


async def test_a_press_on_a_read_only_disk_is_recorded_once_it_can_be_written(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed")
    await read_only(planned, True)
    await planned.ana.tap("Taken")
    async with asyncio.timeout(30):
        while planned.simulator.clock.next_sleeper() is None:  # noqa: ASYNC110 - until the bot could not keep it
            await asyncio.sleep(0.01)
    assert planned.simulator.unconfirmed() == 1
    assert [dose.state for dose in await planned.doses()] == [DoseState.SENT]
    await read_only(planned, False)
    planned.simulator.clock.set(planned.now + timedelta(seconds=10))
    await planned.settle()
    assert [dose.state for dose in await planned.doses()] == [DoseState.TAKEN]
    assert "You said so" in planned.ana.screen().text


async def test_whichever_write_of_a_morning_fails_the_dose_is_asked_about_once(
    planned: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, failing = Database.write, [0]

    async def write(self: Database, fn: Any) -> Any:
        failing[0] -= 1
        if failing[0] == 0:
            raise Unavailable("injected: the disk is full")
        return await real(self, fn)

    monkeypatch.setattr(Database, "write", write)
    for number in range(1, 9):
        await planned.walk_to(20, 59)
        before = len(reminders(planned))
        failing[0] = number
        await planned.walk_to(21, 1)
        assert len(reminders(planned)) == before + 1, f"write {number}"
        assert "may have seen" not in reminders(planned)[-1]
    assert {dose.state for dose in (await planned.doses())} <= {DoseState.SENT, DoseState.UNANSWERED}
    assert await planned.app.db.read(lambda tx: tx.value("PRAGMA integrity_check")) == "ok"
