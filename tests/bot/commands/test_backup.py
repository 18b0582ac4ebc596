"""``steady backup`` and ``steady restore`` as an operator types them."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import lock
from bot.commands import data
from bot.commands.clinician import invite_clinician
from bot.origins import new_code, new_id, wall_clock
from bot.settings import load
from store import audit, clinics, people, team
from store.database import Tx
from tests.bot.commands.conftest import read, steady, write

pytestmark = pytest.mark.usefixtures("hillside")


def made() -> Path:
    """A copy by the command."""
    done = steady("backup")
    assert done.exit_code == 0, done.output
    assert "Copied and verified: " in done.output
    return Path(done.output.split(": ")[1].split(",")[0])


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


def test_a_restore_puts_the_copy_back_and_keeps_the_old_file() -> None:
    path = made()
    facts = ("--name", "Later Clinic", "--phone", "+353 1 555 0111", "--hours", "9-5", "--country", "IE")
    assert steady("clinic", "add", *facts, "--zone", "Europe/Dublin").exit_code == 0
    done = steady("restore", str(path), input="y\n")
    assert done.exit_code == 0, done.output
    assert [one.name for one in read(clinics.every)] == ["Hillside Pain Clinic"]
    (aside,) = load().database.parent.glob("steady.db.before-*")
    assert "The old file is kept" in done.output and aside.exists()


def test_a_restore_is_refused_while_the_bot_runs_and_changes_nothing_without_a_yes() -> None:
    path = made()
    before = load().database.read_bytes()
    with lock.hold(load().database):
        refused = steady("restore", str(path), "--yes")
    assert refused.exit_code == 78 and "running already" in refused.output
    assert steady("restore", str(path), input="n\n").exit_code == 1
    assert load().database.read_bytes() == before


def test_a_damaged_copy_is_not_put_back() -> None:
    path = made()
    path.write_bytes(path.read_bytes()[:-4096])
    before = load().database.read_bytes()
    assert steady("restore", str(path), "--yes").exit_code == 78
    assert load().database.read_bytes() == before


def test_who_left_after_the_copy_is_erased_and_withdrawn_again() -> None:
    def join(tx: Tx) -> None:
        home, at = clinics.every(tx)[0], wall_clock() - timedelta(hours=1)
        people.open_account(tx, id="ana", chat=7, language="en", at=at)
        people.add_link(tx, id="link", clinic=home.id, label="P-07", at=at)
        people.join(tx, link="link", account="ana", consent_version="1", at=at)
        people.open_account(tx, id="bruno", chat=8, language="en", at=at)
        team.join(tx, id="dr", clinic=home.id, account="bruno", name="Dr Bruno", at=at)
        invite_clinician(tx, home, name="Dr Cleo", at=at, lasts=timedelta(hours=1), new_id=new_id, new_code=new_code)

    write(join)
    path = made()

    def leave(tx: Tx) -> None:
        people.erase(tx, "ana", 7)
        audit.note(tx, at=wall_clock(), actor="ana", action="erase", about="ana")

    write(leave)
    assert steady("clinician", "withdraw", "Dr Bruno", "--yes").exit_code in (0, 2)
    if read(lambda tx: team.clinician(tx, 8)) is not None:
        assert steady("clinician", "withdraw", "Dr Bruno", input="y\n").exit_code == 0
    done = steady("restore", str(path), "--yes")
    assert "since they had left after that copy: 2." in done.output
    assert read(lambda tx: people.account(tx, 7)) is None
    assert read(lambda tx: team.clinician(tx, 8)) is None


def test_a_lost_database_is_restored_from_its_copy() -> None:
    path = made()
    for file in load().database.parent.glob("steady.db*"):
        file.unlink()
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert data.read(load(), clinics.every)[0].name == "Hillside Pain Clinic"


def test_a_clinic_shortens_how_long_data_are_kept() -> None:
    assert steady("clinic", "change", "--keep-months", "6").exit_code == 0
    assert read(clinics.every)[0].keep_months == 6
    assert steady("clinic", "change", "--keep-months", "13").exit_code == 2
