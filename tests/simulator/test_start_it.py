"""``python -m simulator``, as somebody types it."""

import asyncio
import os
import re
import signal
import socket
import sys

import aiohttp
import pytest

from simulator.__main__ import main


async def test_it_serves_any_token_and_closes_on_ctrl_c() -> None:
    command = [sys.executable, "-m", "simulator", "0", "--speed", "1000", "--no-privacy", "--no-inline"]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert process.stdout is not None
    shown = ""
    while not (found := re.search(r"http://127\.0\.0\.1:\d+", shown)):
        shown += (await process.stdout.readline()).decode()
    url = found.group()
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{url}/bot777:any-token-of-this-form/getMe") as answer:
            me = (await answer.json())["result"]
        async with http.get(f"{url}/clock") as answer:
            assert (await answer.json())["mode"] == "fast"
    assert (me["id"], me["can_read_all_group_messages"], me["supports_inline_queries"]) == (777, True, False)
    process.send_signal(signal.SIGINT)
    assert await process.wait() == 0


def test_a_port_that_is_taken_is_named_with_the_next_one(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["simulator", str(port)]) == 1
    assert capsys.readouterr().err == f"Port {port} is taken. Give another one: python -m simulator {port + 1}\n"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("x", "a number from 0 to 65535"),
        ("70000", "a number from 0 to 65535"),
        ("--speed=0", "more than nothing"),
        ("--speed=fast", "a speed is a number"),
        ("--colour", "unrecognized arguments"),
    ],
)
def test_what_can_not_be_is_said(given: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulator", given]) == 2
    assert words in capsys.readouterr().err


def test_its_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulator", "--help"]) == 0
    assert "--no-limits" in capsys.readouterr().out
