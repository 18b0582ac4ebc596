"""The examples of docs/simulator.md, run as their readers would."""

import asyncio
import sys
from pathlib import Path

import pytest

from simulator import Clock, Simulator

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


@pytest.mark.parametrize("name", ["echo_ptb.py", "echo_aiogram.py"])
async def test_an_echo_bot_in_a_process_of_its_own_echoes(name: str) -> None:
    simulator = Simulator(clock=Clock(mode="real"))
    await simulator.start()
    quiet = {"stdout": asyncio.subprocess.DEVNULL, "stderr": asyncio.subprocess.DEVNULL}
    bot = await asyncio.create_subprocess_exec(sys.executable, str(EXAMPLES / name), simulator.url, **quiet)
    try:
        ana = simulator.person("Ana")
        await ana.say("hello")
        await ana.sees("hello", timeout=60)
        assert simulator.world.bot_id == 123456
    finally:
        bot.terminate()
        await bot.wait()
        await simulator.stop()
