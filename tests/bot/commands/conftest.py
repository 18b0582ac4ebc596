"""The operator at a keyboard, in a folder of their own; as it is after ``steady init``, and with one clinic."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from click.testing import CliRunner, Result

from bot import cli
from bot.commands import data
from bot.settings import load
from store.database import Tx

T = TypeVar("T")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TOKEN = "123456:SIMULATOR-TOKEN-0000000000"
CLINIC = (
    "clinic add --name|Hillside Pain Clinic|--phone|+353 1 555 0199|--hours|Mon-Fri 9:00-17:00|--country|Ireland"
    "|--zone|Europe/Dublin"
).replace(" ", "|", 2)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("STEADY_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def steady(*words: str, input: str | None = None) -> Result:
    """Run a command as it would be typed; a traceback fails the test."""
    result = CliRunner().invoke(cli.steady, words, input=input)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def read(fn: Callable[[Tx], T]) -> T:
    return data.read(load(), fn)


def write(fn: Callable[[Tx], T]) -> T:
    return data.write(load(), fn)


@pytest.fixture
def ready() -> None:
    """A folder after ``steady init``."""
    assert steady("init").exit_code == 0


@pytest.fixture
def hillside(ready: None) -> None:
    """The same, with one clinic."""
    assert steady(*CLINIC.split("|")).exit_code == 0


def made(*where: str) -> Path:
    """A copy by the command."""
    done = steady("backup", *where)
    assert done.exit_code == 0, done.output
    assert "Copied and verified: " in done.output
    return Path(done.output.split(": ")[1].split(",")[0])
