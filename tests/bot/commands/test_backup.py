"""``steady backup`` as an operator types it."""

from pathlib import Path

import pytest

from bot import lock
from bot.settings import load
from store import clinics
from tests.bot.commands.conftest import made, read, steady

pytestmark = pytest.mark.usefixtures("hillside")


def test_a_copy_goes_beside_the_data_and_the_doctor_opens_it() -> None:
    path = made()
    assert path.parent.name == "backups" and path.exists()


def test_a_copy_can_be_made_while_the_bot_runs() -> None:
    with lock.hold(load().database):
        made()


def test_a_copy_goes_where_it_is_told_and_overwrites_nothing(tmp_path: Path) -> None:
    there = str(tmp_path / "elsewhere.db")
    assert steady("backup", "--to", there).exit_code == 0
    refused = steady("backup", "--to", there)
    assert refused.exit_code == 1 and "Nothing is ever overwritten" in refused.output


def test_copies_that_are_switched_off_are_made_on_demand_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STEADY_BACKUPS", "off")
    assert steady("backup").exit_code == 1
    assert steady("backup", "--to", str(tmp_path / "one.db")).exit_code == 0


def test_a_clinic_shortens_how_long_data_are_kept() -> None:
    assert steady("clinic", "change", "--keep-months", "6").exit_code == 0
    assert read(clinics.every)[0].keep_months == 6
    assert steady("clinic", "change", "--keep-months", "13").exit_code == 2
