"""The program as a process of its own: killed with a press in its hands, stopped while Telegram is away."""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.commands.clinician import invite_clinician
from bot.keyfile import write_key
from bot.lock import lock_path
from bot.origins import new_code, new_id
from simulator import Clock, Simulator
from store.database import open_database
from tests.conftest import riverside


async def run(folder: Path, api: str, token: str) -> asyncio.subprocess.Process:
    """``steady run`` in that folder."""
    environment = {
        **os.environ,
        "STEADY_TELEGRAM_TOKEN": token,
        "STEADY_TELEGRAM_API": api,
        "STEADY_DATABASE": str(folder / "data" / "steady.db"),
        "STEADY_KEY_FILE": str(folder / "steady.key"),
        "STEADY_LISTEN": "off",
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.cli", "run", cwd=folder, env=environment, stderr=asyncio.subprocess.PIPE
    )


async def shows(process: asyncio.subprocess.Process, words: str) -> None:
    """Read its log until these words."""
    assert process.stderr is not None
    while line := (await process.stderr.readline()).decode():
        if words in line:
            return
    raise AssertionError(f"it ended without {words!r}")


async def clinic_with_an_invite(folder: Path) -> str:
    """A database with a clinic, and the code of a clinician's invite."""
    key = write_key(folder / "steady.key")
    db = await open_database(folder / "data" / "steady.db", key)
    now = datetime.now(UTC)
    clinic = await db.write(lambda tx: riverside(tx, now))
    code = await db.write(
        lambda tx: invite_clinician(
            tx, clinic, name="Dr Bruno", at=now, lasts=timedelta(hours=1), new_id=new_id, new_code=new_code
        )
    )
    await db.close()
    return code


async def test_a_press_in_the_hands_of_a_killed_process_is_honoured_by_the_next(tmp_path: Path) -> None:
    code = await clinic_with_an_invite(tmp_path)
    simulator = Simulator(clock=Clock(mode="real"))
    bruno = simulator.person("Dr Bruno")
    await simulator.start()
    first = await run(tmp_path, simulator.url, simulator.token)
    second = None
    try:
        await shows(first, "ready: @")
        await bruno.say(f"/start {code}")
        await bruno.sees("Join the team of")
        simulator.hang("answerCallbackQuery")  # the handler is held before it records anything
        await bruno.tap("Join the team")
        await simulator.drained()  # stored, and confirmed to Telegram: nobody will send it again
        first.kill()
        await first.communicate()

        second = await run(tmp_path, simulator.url, simulator.token)
        assert await bruno.sees("You are on the team of Riverside", timeout=30)
        second.send_signal(signal.SIGTERM)
        await second.communicate()
        assert second.returncode == 0
    finally:
        for process in (first, second):
            if process is not None and process.returncode is None:
                process.kill()
                await process.wait()
        await simulator.stop()


async def test_it_can_be_stopped_while_telegram_cannot_be_reached(tmp_path: Path) -> None:
    write_key(tmp_path / "steady.key")
    process = await run(tmp_path, "http://127.0.0.1:9", "123456:NOBODY-IS-THERE-0000000000")
    try:
        await shows(process, "can't start yet")
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(30):
            await process.communicate()
        assert process.returncode == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_a_folder_as_database_is_said_to_be_one(tmp_path: Path) -> None:
    write_key(tmp_path / "steady.key")
    (tmp_path / "data" / "steady.db").mkdir(parents=True)
    process = await run(tmp_path, "http://127.0.0.1:9", "123456:NOBODY-IS-THERE-0000000000")
    _, said = await process.communicate()
    assert process.returncode == 78
    assert said.decode().endswith("steady.db is a folder; the database is a file\n")


def test_a_link_to_the_database_has_the_databases_lock(tmp_path: Path) -> None:
    database, link = tmp_path / "steady.db", tmp_path / "elsewhere.db"
    database.touch()
    link.symlink_to(database)
    assert lock_path(link) == lock_path(database)
