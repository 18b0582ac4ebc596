"""A disk that can't be written: nothing is sent without a durable claim, nothing acknowledged is lost.

Read-only in two ways: as SQLite's own refusal, and as the kernel's of each write(2) to SQLite's log, as on a disk that
the kernel has made read-only under a running program. (A start on a file that may not be written is in tests/kills.)
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.logs import Standing
from care.doses import DoseState
from store.database import Database, Unavailable
from tests.conftest import House
from tests.whole.evening import reminders

ReadOnly = Callable[[House, bool], Awaitable[None]]


async def by_sqlite(house: House, on: bool) -> None:
    await house.app.db.read(lambda tx: tx.value(f"PRAGMA query_only = {'ON' if on else 'OFF'}"))


async def by_the_kernel(house: House, on: bool) -> None:
    """SQLite's log, to which every commit is written first, is opened anew under its own descriptor."""
    file = house.settings.database.with_name("steady.db-wal")
    descriptor = _descriptor(file)
    other = os.open(file, os.O_RDONLY if on else os.O_RDWR)
    os.dup2(other, descriptor, inheritable=False)
    os.close(other)


def _descriptor(file: Path) -> int:
    """The one by which this process has the file open."""
    wanted, found = file.stat(), []
    for descriptor in range(3, 1024):
        try:
            status = os.fstat(descriptor)
        except OSError:
            continue
        if os.path.samestat(status, wanted):
            found.append(descriptor)
    [only] = found
    return only


@pytest.mark.parametrize("read_only", [by_sqlite, by_the_kernel])
async def test_on_a_read_only_disk_nothing_is_sent_the_log_says_it_once_and_all_goes_on_when_it_can_be_written(
    planned: House, caplog: pytest.LogCaptureFixture, read_only: ReadOnly
) -> None:
    await planned.walk_to(20, 59)
    await read_only(planned, True)
    caplog.clear()
    await planned.ana.say("/today")
    await until_asleep(planned)
    sent = len([c for c in planned.simulator.calls if c.method == "sendMessage"])
    for _ in range(60):
        planned.simulator.clock.set(planned.now + timedelta(seconds=5))
        await planned.app.tick()
        planned.app.delivery.wake()
    assert len([c for c in planned.simulator.calls if c.method == "sendMessage"]) == sent
    waits = [record for record in caplog.records if "can't be written just now" in record.getMessage()]
    assert {record.name for record in waits} >= {"bot.app", "bot.intake"}  # delivery too, where it had a row to write
    assert [record.levelname for record in filter(Standing().filter, waits)] == ["ERROR"]  # one line, whoever waits
    await read_only(planned, False)
    planned.simulator.clock.set(planned.now + timedelta(minutes=1))  # the longest that the intake waits for a next try
    await planned.walk(timedelta(seconds=5))
    assert len(reminders(planned)) == 1
    assert [dose.state for dose in await planned.doses()] == [DoseState.SENT]
    assert any(message.text.startswith("Today") for message in planned.ana.messages())


async def until_asleep(house: House) -> None:
    """Until the bot, which could not keep what Telegram gave it, waits for the next try."""
    async with asyncio.timeout(30):
        while house.simulator.clock.next_sleeper() is None:  # noqa: ASYNC110 - nobody tells when it gave up
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("read_only", [by_sqlite, by_the_kernel])
async def test_a_press_on_a_read_only_disk_is_recorded_once_it_can_be_written(
    planned: House, read_only: ReadOnly
) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed")
    await read_only(planned, True)
    await planned.ana.tap("Taken")
    await until_asleep(planned)
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
