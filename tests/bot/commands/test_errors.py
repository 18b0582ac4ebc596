"""Errors that an operator can mend: one line, exit code 78, no traceback."""

import asyncio
from pathlib import Path

import pytest

from bot.settings import load
from store.database import open_database
from store.schema import MIGRATIONS
from tests.bot.commands.conftest import CLINIC, steady


def test_a_wrong_key_is_one_line_and_exit_78(hillside: None, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("other.key").write_text("ab" * 32)
    monkeypatch.setenv("STEADY_KEY_FILE", "other.key")
    result = steady("clinic", "list")
    assert (result.exit_code, result.stderr) == (78, "steady.db does not open with this key\n")


@pytest.mark.parametrize("content", [None, b"", b"abc", b"g" * 64, b"a" * 66, b"\xff" * 32])
def test_a_bad_key_file_is_one_line_and_exit_78(
    hillside: None, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    if content is not None:
        Path("bad.key").write_bytes(content)
    monkeypatch.setenv("STEADY_KEY_FILE", "bad.key")
    result = steady("clinic", "list")
    assert result.exit_code == 78
    assert len(result.stderr.splitlines()) == 1 and "bad.key" in result.stderr


def test_a_database_of_a_newer_release_is_one_line_and_exit_78(ready: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_KEY_FILE", "none")

    async def newer() -> None:
        db = await open_database(load().database, None)
        await db.read(lambda tx: tx.run("SELECT 1"))
        await db.close()

    asyncio.run(newer())
    raw = bytearray(load().database.read_bytes())
    raw[60:64] = (len(MIGRATIONS) + 1).to_bytes(4, "big")  # SQLite's file format: user_version
    load().database.write_bytes(raw)
    result = steady("clinic", "list")
    assert result.exit_code == 78
    assert len(result.stderr.splitlines()) == 1 and "use the newer release" in result.stderr


def test_a_folder_that_can_not_be_made_is_one_line(ready: None, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("file").write_text("")
    monkeypatch.setenv("STEADY_DATABASE", "file/steady.db")
    result = steady(*CLINIC.split("|"))
    assert result.exit_code == 78
    assert len(result.stderr.splitlines()) == 1 and result.stderr.startswith("file")
