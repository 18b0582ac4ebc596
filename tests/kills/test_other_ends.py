"""The program as a process: stopped for long, beside another copy, on a disk that is full or held by another."""

import asyncio
import ctypes
import os
import resource
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from subprocess import SubprocessError

import pytest

from bot.company import NEWCOMER
from store.database import Tx
from tests.kills.house import Clinic, Program

pytestmark = pytest.mark.kills


@pytest.fixture
async def clinic(tmp_path: Path) -> AsyncIterator[Clinic]:
    """Three patients, a minute before eight."""
    clinic = Clinic(tmp_path, 3)
    await clinic.open()
    clinic.set_clock(clinic.morning(0) - timedelta(minutes=1))
    try:
        yield clinic
    finally:
        await clinic.close()


def states(tx: Tx) -> list[str]:
    return [row["state"] for row in tx.all("SELECT state FROM dose ORDER BY id")]


async def ended(program: Program) -> str:
    """What it said last, once it ended by itself."""
    async with asyncio.timeout(60):
        await program.process.wait()
    await program.end(lambda process: None)
    return program.lines[-1]


async def test_a_process_stopped_for_ten_minutes_reminds_late_and_once(clinic: Clinic) -> None:
    program = await clinic.start()
    await program.ready.wait()
    program.process.send_signal(signal.SIGSTOP)
    clinic.set_clock(clinic.morning(0) + timedelta(minutes=9))
    program.process.send_signal(signal.SIGCONT)
    for person in clinic.patients:
        message = await person.sees("Your 08:00 reminder", timeout=30)
        assert "This comes late" in message.text
    assert await program.end(lambda process: process.terminate()) == 0
    assert [len(person.messages()) for person in clinic.patients] == [1, 1, 1]


@pytest.mark.parametrize("back", [timedelta(hours=1), -timedelta(hours=1)], ids=["back", "forward"])
async def test_a_clock_set_back_or_forward_by_an_hour_reminds_once(clinic: Clinic, back: timedelta) -> None:
    program = await clinic.start()
    await program.ready.wait()
    clinic.set_clock(clinic.morning(0))
    for person in clinic.patients:
        await person.sees("Your 08:00 reminder", timeout=30)
    clinic.set_clock(clinic.now - back)
    before = len(clinic.simulator.calls)
    await clinic.patients[0].say("/today")  # it lives
    await clinic.patients[0].sees("Today", timeout=30)
    clinic.set_clock(clinic.morning(0) + timedelta(minutes=10))
    await clinic.patients[1].say("/today")
    await clinic.patients[1].sees("Today", timeout=30)
    assert await program.end(lambda process: process.terminate()) == 0
    sent = [
        c for c in clinic.simulator.calls[before:] if c.method == "sendMessage" and "reminder" in c.parameters["text"]
    ]
    assert sent == []
    assert await clinic.store(states) == ["sent"] * 3


async def test_a_second_program_on_the_same_database_is_refused(clinic: Clinic) -> None:
    first = await clinic.start()
    await first.ready.wait()
    second = await clinic.start()
    said = await ended(second)
    assert second.process.returncode != 0 and "Steady is running already" in said
    clinic.running = first


async def test_a_copy_on_other_data_yields_and_the_one_that_was_there_first_goes_on(
    clinic: Clinic, tmp_path: Path
) -> None:
    first = await clinic.start()
    await first.ready.wait()
    clinic.set_clock(clinic.now + NEWCOMER)  # it has been up for long
    await asyncio.to_thread(_copy, tmp_path / "data" / "steady.db", tmp_path / "restored" / "steady.db", clinic)
    second = await clinic.start("-m", "bot.cli", "run", database=tmp_path / "restored" / "steady.db")
    said = await ended(second)
    assert second.process.returncode == 78
    assert said.startswith("another program polls with this token and was there first")
    clinic.running = first
    assert first.process.returncode is None
    assert any("another program polls with this token" in line for line in first.lines)
    for person in clinic.patients:
        await person.sees("Your 08:00 reminder", timeout=30)
    assert [len(person.messages()) for person in clinic.patients] == [1, 1, 1]


def obey_modes() -> None:
    """Root, whom no file's mode stops, gives up the capability that this comes from; nobody else has it."""
    if os.geteuid() == 0:
        drop_from_bounding_set, dac_override = 24, 1  # linux/prctl.h, linux/capability.h
        if ctypes.CDLL(None, use_errno=True).prctl(drop_from_bounding_set, dac_override, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "root can't be made to obey the modes of files here")


@pytest.mark.parametrize("folder", [0o755, 0o555], ids=["its-folder-not", "its-folder-too"])
async def test_on_a_read_only_file_it_ends_with_one_line_and_starts_once_the_file_can_be_written(
    clinic: Clinic, folder: int
) -> None:
    database = clinic.folder / "data" / "steady.db"
    database.with_name("steady.db.lock").touch()
    database.chmod(0o444)
    database.parent.chmod(folder)
    try:
        refused = await clinic.start("-m", "bot.cli", "run", first=obey_modes)
    except SubprocessError:
        pytest.skip("root without CAP_SETPCAP, whom no file's mode stops")
    said = await ended(refused)
    assert said == "the database can't be written just now: attempt to write a readonly database"
    assert refused.lines == [said] and refused.process.returncode == 75  # EX_TEMPFAIL: worth another try
    database.parent.chmod(0o755)
    for file in database.parent.iterdir():  # SQLite gave its own files beside it the same mode
        file.chmod(0o600)
    program = await clinic.start(first=obey_modes)
    await program.ready.wait()
    clinic.set_clock(clinic.morning(0))
    for person in clinic.patients:
        await person.sees("Your 08:00 reminder", timeout=30)
    assert await program.end(lambda process: process.terminate()) == 0


async def test_a_full_disk_is_one_line_and_what_waited_goes_out_when_there_is_space(clinic: Clinic) -> None:
    program = await clinic.start()
    await program.ready.wait()
    unlimited = resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    clinic.set_clock(clinic.morning(0))
    await clinic.patients[0].say("/today")
    await program.says("the database can't be written")
    fetched = clinic.fetched
    async with asyncio.timeout(60):
        while clinic.fetched < fetched + 2:  # noqa: ASYNC110 - two more tries of the intake, and of the tick
            await asyncio.sleep(0.05)
    assert not any("reminder" in m.text for person in clinic.patients for m in person.messages())
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, unlimited)
    for person in clinic.patients:
        await person.sees("Your 08:00 reminder", timeout=30)
    await clinic.patients[0].sees("Today", timeout=30)
    assert await program.end(lambda process: process.terminate()) == 0
    waits = [line for line in program.lines if "can't be written" in line and "within the hour" not in line]
    assert len(waits) == 1, program.lines  # a chore says for itself when it is tried again
    assert await clinic.store(lambda tx: tx.value("PRAGMA integrity_check")) == "ok"


async def test_a_database_held_by_another_process_delays_and_loses_nothing(clinic: Clinic, tmp_path: Path) -> None:
    program = await clinic.start()
    await program.ready.wait()
    code = (
        "import sys; from sqlcipher3 import dbapi2\n"
        f"c = dbapi2.connect({str(tmp_path / 'data' / 'steady.db')!r}, isolation_level=None)\n"
        f'c.execute("PRAGMA key = \\"x\'{clinic.key.hex()}\'\\"")\n'
        "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()\n"
    )
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert await holder.stdout.readline() == b"held\n"
    clinic.set_clock(clinic.morning(0))
    await program.says("waits: the database can't be written")
    assert not any(person.messages() for person in clinic.patients)
    await holder.communicate(b"")
    for person in clinic.patients:
        await person.sees("Your 08:00 reminder", timeout=30)
    assert await program.end(lambda process: process.terminate()) == 0
    assert await clinic.store(states) == ["sent"] * 3
    assert await clinic.store(lambda tx: tx.value("PRAGMA integrity_check")) == "ok"


def _copy(source: Path, target: Path, clinic: Clinic) -> None:
    """A copy of the data as a restored backup would be."""
    from sqlcipher3 import dbapi2

    target.parent.mkdir()
    connection = dbapi2.connect(str(source))
    connection.execute(f"PRAGMA key = \"x'{clinic.key.hex()}'\"")
    connection.execute("VACUUM INTO ?", (str(target),))
    connection.close()
