"""``steady run``: not without settings, one at a time, and until it is told to stop."""

import asyncio
import os
import re
import signal
import sys
from pathlib import Path

import pytest

from bot import lock
from bot.commands.setup import prepare
from bot.settings import load
from simulator import Clock, Simulator
from tests.bot.commands.conftest import NOW, TOKEN, steady


def test_run_without_settings_says_everything_at_once_and_exits_78() -> None:
    result = steady("run")
    assert result.exit_code == 78
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [
        "STEADY_TELEGRAM_TOKEN",
        "STEADY_KEY_FILE",
    ]
    assert "Example: STEADY_TELEGRAM_TOKEN=123456789:AAE" in result.stderr


def test_a_second_run_on_the_same_data_says_so_and_exits_78(ready: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setattr("bot.logs.configure", lambda level: None)
    with lock.hold(load().database):
        result = steady("run")
    assert result.exit_code == 78
    assert re.fullmatch(r"Steady is running already on .*steady\.db, process \d+; only one may run\n", result.stderr)


async def test_run_serves_until_it_is_told_to_stop_and_keeps_a_second_one_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(tmp_path)
    simulator = Simulator(clock=Clock(NOW, mode="real"))
    await simulator.start()
    environment = {
        **os.environ,
        "STEADY_TELEGRAM_TOKEN": simulator.token,
        "STEADY_TELEGRAM_API": simulator.url,
        "STEADY_LISTEN": "off",
    }

    async def run() -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "run", env=environment, stderr=asyncio.subprocess.PIPE
        )

    first = await run()
    try:
        assert first.stderr is not None
        shown = ""
        while "ready: @" not in shown:
            line = (await first.stderr.readline()).decode()
            assert line, f"it ended: {shown}"
            shown += line
        second = await run()
        _, refused = await second.communicate()
        assert second.returncode == 78
        assert re.fullmatch(
            rf"Steady is running already on .*, process {first.pid}; only one may run\n", refused.decode()
        )
        first.send_signal(signal.SIGTERM)
        _, rest = await first.communicate()
        assert first.returncode == 0
        assert simulator.token not in shown + rest.decode() and "Traceback" not in shown + rest.decode()
    finally:
        if first.returncode is None:
            first.kill()
            await first.wait()
        await simulator.stop()
