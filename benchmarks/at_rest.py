"""The running program with so many plans stored: its memory, from its start to ready, and how soon a reminder leaves.

``steady run`` as a process of its own (by ``tests.kills.program``, whose clock can be set), Telegram on loopback.
"""

import asyncio
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from benchmarks.loopback import TOKEN, Loopback, loopback
from benchmarks.stage import ZONE, furnish
from bot.app import ALIVE
from bot.company import trace
from bot.keyfile import write_key
from store import meta
from store.database import Tx, open_database

ROOT = Path(__file__).parents[1]
REST = 10.0
"""Seconds that it must have had next to nothing to do: the chores of the start are over then."""


@dataclass(frozen=True, kw_only=True)
class AtRest:
    """What it showed."""

    ready: float
    """Seconds from the start of the process until it is ready."""
    resting: float
    """MB."""
    most: float
    """MB at the worst moment."""
    late: list[float]
    """Milliseconds from each due instant until the request came in at Telegram."""
    file: float
    """MB of the database."""


def at_rest(plans: int, reminders: int) -> AtRest:
    """Start it on so many plans, none of them due soon; then have so many reminders come due, one after the other."""
    with tempfile.TemporaryDirectory(prefix="steady-bench-") as made, loopback() as telegram:
        folder, today = Path(made), datetime.now(UTC).replace(microsecond=0)
        first = (today + timedelta(days=1)).replace(hour=12, minute=0, second=0)
        file = asyncio.run(_store(folder, plans, reminders, first))
        return _measured(folder, telegram, first, reminders, file)


async def _store(folder: Path, plans: int, reminders: int, first: datetime) -> float:
    database, key = folder / "data" / "steady.db", write_key(folder / "steady.key")
    start = first - timedelta(hours=1)
    db = await open_database(database, key, lambda: start)

    def rows(tx: Tx) -> None:
        furnish(tx, plans, first + timedelta(hours=9))
        # A few of them come due one a minute, from `first` on.
        tx.run(
            "UPDATE plan SET next_at = :first + 60000 * (rowid - 1) WHERE rowid <= :reminders",
            first=int(first.timestamp() * 1000),
            reminders=reminders,
        )
        for number in range(reminders):
            moment = (first + timedelta(minutes=number)).astimezone(ZONE)
            tx.run(
                "UPDATE plan_version SET body = json_set(body, '$.times', json_array(:at))"
                " WHERE plan = (SELECT id FROM plan WHERE rowid = :row)",
                at=f"{moment:%H:%M}",
                row=number + 1,
            )
        # As if it had been in use until just now, with these rules of the zones.
        meta.put(tx, "tzdata", version("tzdata"))
        meta.put(tx, ALIVE, trace(database, start))

    await db.write(rows)
    await db.close()
    return database.stat().st_size / 1e6


def _measured(folder: Path, telegram: Loopback, first: datetime, reminders: int, file: float) -> AtRest:
    clock = folder / "clock"
    _set(clock, first - timedelta(minutes=58))
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("STEADY_")},
        "STEADY_TELEGRAM_TOKEN": TOKEN,
        "STEADY_TELEGRAM_API": telegram.url,
        "STEADY_DATABASE": str(folder / "data" / "steady.db"),
        "STEADY_KEY_FILE": str(folder / "steady.key"),
        "STEADY_LISTEN": "off",
        "STEADY_BACKUPS": "off",
    }
    log = folder / "log"
    began = time.perf_counter()
    command = [sys.executable, "-m", "tests.kills.program", str(clock)]
    with log.open("w") as lines, subprocess.Popen(command, cwd=ROOT, env=environment, stderr=lines) as program:
        try:
            while "ready: @" not in log.read_text():
                assert program.poll() is None, log.read_text()
                time.sleep(0.005)
            ready = time.perf_counter() - began
            _rest(program.pid)
            resting = _memory(program.pid, "VmRSS")
            late = [_one(clock, telegram, first + timedelta(minutes=number), number) for number in range(reminders)]
            most = _memory(program.pid, "VmHWM")
        finally:
            program.send_signal(signal.SIGTERM)
    return AtRest(ready=ready, resting=resting, most=most, late=late, file=file)


def _rest(process: int) -> None:
    """Until it has used less than a tenth of a processor for ``REST``."""
    used = _processor(process)
    while True:
        time.sleep(REST)
        before, used = used, _processor(process)
        if used - before < REST / 10:
            return


def _processor(process: int) -> float:
    """Seconds of the processor that it has used: the 14th and 15th field of its stat."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _one(clock: Path, telegram: Loopback, due: datetime, number: int) -> float:
    """Set its clock to a second and a half before the instant, by whole seconds; wait for the request."""
    offset = _set(clock, due - timedelta(seconds=1.5))
    chat, until = 1_000_001 + number, time.time() + 30
    while chat not in (arrived := telegram.arrived()):
        assert time.time() < until, f"the reminder due at {due} did not come: {(clock.parent / 'log').read_text()}"
        time.sleep(0.1)
    return (arrived[chat] + offset - due.timestamp()) * 1000


def _set(clock: Path, moment: datetime) -> int:
    """Have the program's clock show about this moment: whole seconds from the machine's, which the tick goes by."""
    offset = round(moment.timestamp() - time.time())
    (clock.parent / "clock.new").write_text(str(offset), encoding="ascii")
    os.replace(clock.parent / "clock.new", clock)
    return offset


def _memory(process: int, what: str) -> float:
    found = re.search(rf"{what}:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    assert found is not None
    return int(found[1]) / 1024
