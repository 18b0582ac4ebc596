"""``steady restore`` as an operator types it: what is put back, and what must not come back with it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot import lock
from bot.commands import data
from bot.origins import wall_clock
from bot.settings import load
from store import audit, clinics, people, retention, team
from store.database import Tx
from tests.bot.commands.conftest import made, read, steady, write

pytestmark = pytest.mark.usefixtures("hillside")


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


def test_a_lost_database_is_restored_from_its_copy() -> None:
    path = made()
    for file in load().database.parent.glob("steady.db*"):
        file.unlink()
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert data.read(load(), clinics.every)[0].name == "Hillside Pain Clinic"


def ana_joins(tx: Tx) -> None:
    home, at = clinics.every(tx)[0], wall_clock() - timedelta(hours=1)
    people.open_account(tx, id="ana", chat=7, language="en", at=at)
    people.add_link(tx, id="link", clinic=home.id, label="P-07", at=at)
    people.join(tx, link="link", account="ana", consent_version="1", at=at)
    audit.note(tx, at=at, actor="ana", action="consent", about="link")


def joins_the_team(account: str, name: str) -> Callable[[Tx], None]:
    def join(tx: Tx) -> None:
        team.join(tx, id=name, clinic=clinics.every(tx)[0].id, account=account, name=name, at=wall_clock())

    return join


def ana_leaves(at: datetime) -> Callable[[Tx], None]:
    def leave(tx: Tx) -> None:
        people.erase(tx, "ana", 7)
        audit.note(tx, at=at, actor="ana", action="erase", about="ana")

    return leave


def test_who_left_after_the_copy_is_erased_and_withdrawn_again() -> None:
    write(ana_joins)
    write(lambda tx: people.open_account(tx, id="bruno", chat=8, language="en", at=wall_clock()))
    write(joins_the_team("bruno", "Dr Bruno"))
    path = made()
    write(ana_leaves(wall_clock()))
    assert steady("clinician", "withdraw", "Dr Bruno").exit_code == 0
    done = steady("restore", str(path), "--yes")
    assert "since they had left after that copy: 2." in done.output
    assert read(lambda tx: people.account(tx, 7)) is None
    assert read(lambda tx: team.clinician(tx, 8)) is None


def test_who_left_is_not_brought_back_by_a_second_restore_of_the_same_copy() -> None:
    write(ana_joins)
    path = made()
    write(ana_leaves(wall_clock()))
    for _ in range(3):
        assert steady("restore", str(path), "--yes").exit_code == 0
        assert read(lambda tx: people.account(tx, 7)) is None


def test_who_left_is_not_brought_back_by_way_of_a_copy_that_did_not_know_them_yet() -> None:
    before = made()
    write(ana_joins)
    path = made("--to", "with-ana.db")
    write(ana_leaves(wall_clock()))
    for copy in (before, path):
        assert steady("restore", str(copy), "--yes").exit_code == 0
    assert read(lambda tx: people.account(tx, 7)) is None


def test_who_left_after_the_clock_was_set_back_is_not_brought_back() -> None:
    write(ana_joins)
    write(lambda tx: audit.note(tx, at=wall_clock(), actor="operator", action="read doses", about="link"))
    path = made()
    write(ana_leaves(wall_clock() - timedelta(minutes=30)))  # the clock was an hour fast until just now
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert read(lambda tx: people.account(tx, 7)) is None


def test_whose_time_was_over_beside_their_place_on_a_team_is_no_patient_again_and_stays_on_it() -> None:
    write(ana_joins)
    write(joins_the_team("ana", "Dr Ana"))
    path = made()
    write(lambda tx: retention._erase(tx, "ana", 7, wall_clock()))
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert read(lambda tx: people.patient(tx, 7)) is None
    assert read(lambda tx: team.clinician(tx, 7)) is not None


def test_a_clinician_who_erased_their_data_is_off_the_team_again() -> None:
    write(ana_joins)
    write(joins_the_team("ana", "Dr Ana"))
    path = made()

    def leave(tx: Tx) -> None:
        team.withdraw(tx, "Dr Ana", at=wall_clock())
        ana_leaves(wall_clock())(tx)

    write(leave)
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert read(lambda tx: tx.value("SELECT count(*) FROM clinician WHERE withdrawn_at IS NULL")) == 0


def test_without_an_old_file_it_is_said_that_nobody_knows_who_left() -> None:
    path = made()
    for file in load().database.parent.glob("steady.db*"):
        file.unlink()
    done = steady("restore", str(path), "--yes")
    assert done.exit_code == 0 and "There was no old file that could be read." in done.output
