"""``steady init``: settings and a key for nobody else, the recovery sheet, and nothing overwritten."""

import re
import stat
from pathlib import Path

import pytest

from bot.keyfile import check_word, read_key
from bot.settings import load
from tests.bot.commands.conftest import steady


def test_init_writes_settings_and_a_key_apart_from_the_data() -> None:
    result = steady("init")
    assert result.exit_code == 0
    found = load()
    assert found.database == Path("data/steady.db").resolve()
    assert found.key_file == Path("steady.key").resolve()
    assert len(read_key(Path("steady.key"))) == 32
    assert {path.name for path in Path().iterdir()} == {"steady.env", "steady.key", "data"}
    assert list(Path("data").iterdir()) == []


def test_init_lets_nobody_else_read_what_it_writes(ready: None) -> None:
    modes = {name: stat.S_IMODE(Path(name).stat().st_mode) for name in ("steady.env", "steady.key", "data")}
    assert modes == {"steady.env": 0o600, "steady.key": 0o400, "data": 0o700}


def test_init_prints_the_recovery_sheet_from_which_the_key_can_be_typed_in_again() -> None:
    shown = steady("init").stdout
    rows = re.findall(r"^    ((?:[0-9a-f]{4} ){3}[0-9a-f]{4})$", shown, re.MULTILINE)
    Path("typed.key").write_text("\n".join(rows) + "\n")
    assert read_key(Path("typed.key")) == read_key(Path("steady.key"))
    assert f"check word: {check_word(read_key(Path('steady.key')))}" in shown


@pytest.mark.parametrize("name", ["steady.env", "steady.key", "data/steady.db"])
def test_init_overwrites_nothing(name: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text("mine")
    result = steady("init")
    assert result.exit_code == 1
    assert f"{name} is there already" in result.stderr
    written = [path for path in Path().rglob("*") if path.is_file()]
    assert written == [Path(name)] and written[0].read_text() == "mine"


def test_init_can_be_told_another_folder() -> None:
    assert steady("init", "--folder", "clinic bot").exit_code == 0
    assert load(Path("clinic bot/steady.env")).database == Path("clinic bot/data/steady.db").resolve()


def test_init_in_a_folder_with_an_apostrophe_writes_what_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "it's here"
    folder.mkdir()
    assert steady("init", "--folder", str(folder)).exit_code == 0
    assert load(folder / "steady.env").key_file == folder / "steady.key"
