"""``steady restore`` as an operator types it: what is put back, and what must not come back with it."""

import os
from collections.abc import Callable
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot import lock
from bot.commands import data
from bot.commands.clinician import invite_clinician
from bot.origins import new_code, new_id, wall_clock
from bot.settings import load
from care.amounts import Amount
from care.plans import Days, Plan, Step
from care.succession import Version, next_at
from store import approvals, audit, clinics, diary, holds, invites, people, plans, quiet, retention, team
from store.database import Tx
from store.plans import Standing
from tests.bot.commands.conftest import CLINIC, TOKEN, made, read, steady, write

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


def a_plan(tx: Tx) -> None:
    """Ana's, accepted an hour ago."""
    home, at = clinics.every(tx)[0], wall_clock() - timedelta(hours=1)
    people.move_to(tx, "ana", home.zone, country="IE", at=at)
    start = at.astimezone(home.zone).date()
    plan = Plan(
        medicine=clinics.medicines(tx, home.id)[0].id,
        times=(time(21),),
        days=Days(),
        steps=(Step(amount=Amount(text="1.5 mg", value=Decimal("1.5"), unit="mg"), days=None),),
        start=start,
        end=None,
        review=start + timedelta(weeks=12),
        hold_after=3,
    )
    plans.offer(tx, new_id="plan", link="link", plan=plan, author="x", opioid_check=None, at=at)
    plans.accept(tx, "plan", 1, plan, next_at=next_at((Version(number=1, plan=plan),), home.zone, at), at=at)


def noted(action: str, about: str, detail: str = "", at: datetime | None = None) -> None:
    at = at or wall_clock()
    write(lambda tx: audit.note(tx, at=at, actor="x", action=action, about=about, detail=detail))


def hold(cause: str) -> None:
    at = wall_clock()
    write(lambda tx: holds.hold(tx, "plan", cause, at=at, new_id=new_id))
    noted("hold", "plan", cause, at)


def lift() -> None:
    write(lambda tx: plans.lift(tx, "plan", at=wall_clock()))
    noted("lift", "plan")


def planned() -> Standing:
    found = read(lambda tx: plans.get(tx, "plan"))
    assert found is not None
    return found


def told(kind: str) -> int:
    return int(read(lambda tx: tx.value("SELECT count(*) FROM notice WHERE kind = :kind", kind=kind)))


def test_a_hold_of_after_the_copy_holds_after_a_restore_and_is_told_of() -> None:
    write(ana_joins)
    write(a_plan)
    path = made()
    hold("clinician")
    since = planned().held_since
    for _ in range(2):
        done = steady("restore", str(path), "--yes")
        assert done.exit_code == 0 and "On hold until the clinic lifts it: P-07." in done.output
        assert (planned().held_since, planned().hold_cause, told("held")) == (since, "clinician", 1)


def test_a_hold_that_an_opioid_set_after_the_copy_asks_for_its_check_again_and_the_team_hears_of_it_once() -> None:
    write(ana_joins)
    write(a_plan)
    write(lambda tx: people.open_account(tx, id="bruno", chat=8, language="en", at=wall_clock()))
    write(joins_the_team("bruno", "Dr Bruno"))
    path = made()
    hold("opioid")
    since = planned().held_since
    noted("hold", "plan", "opioid", since)  # as for each of several plans
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert planned().hold_cause == "opioid"
    notes = read(lambda tx: diary.notes(tx, "link", wall_clock() - timedelta(hours=1)))
    assert [note[1:] for note in notes] == [("report", "opioid")] and told("clinic") == 1


def test_a_hold_that_a_gap_rule_set_after_the_copy_is_told_with_its_days() -> None:
    write(ana_joins)
    write(a_plan)
    path = made()
    hold("gap")
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert (planned().hold_cause, told("gap"), told("held")) == ("gap", 1, 0)
    notes = read(lambda tx: diary.notes(tx, "link", wall_clock() - timedelta(hours=1)))
    assert [note[1:] for note in notes] == [("hold", "gap")]


def test_a_hold_that_was_lifted_since_does_not_come_back_and_one_set_after_that_does() -> None:
    write(ana_joins)
    write(a_plan)
    path = made("--to", "copy.db")
    hold("opioid")
    lift()
    assert "On hold" not in steady("restore", str(path), "--yes").output
    assert planned().held_since is None
    hold("opioid")
    lift()
    hold("clinician")
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert planned().hold_cause == "clinician"


def test_a_lift_of_after_the_copy_is_not_said_again_but_told_of() -> None:
    write(ana_joins)
    write(a_plan)
    hold("opioid")
    path = made()
    lift()
    done = steady("restore", str(path), "--yes")
    assert planned().held_since is not None
    assert "On hold, though the hold was lifted: P-07." in done.output


def test_a_plan_that_was_ended_after_the_copy_stays_ended() -> None:
    write(ana_joins)
    write(a_plan)
    path = made()
    write(lambda tx: plans.end(tx, "plan", at=wall_clock()))
    noted("end", "plan")
    done = steady("restore", str(path), "--yes")
    assert planned().ended and told("ended") == 1
    assert "A plan ended: P-07." in done.output


def test_a_plan_that_was_set_and_accepted_after_the_copy_is_lost_and_told_of() -> None:
    write(ana_joins)
    before = made("--to", "before.db")
    write(a_plan)
    path = made("--to", "with-the-plan.db")
    for action in ("offer", "accept"):
        noted(action, "plan", "2")
    done = steady("restore", str(path), "--yes")
    assert "the one before it rings, or none: P-07." in done.output
    noted("offer", "plan", "2")
    done = steady("restore", str(before), "--yes")
    assert "the one before it rings, or none: 1 that the copy does not know." in done.output


def test_who_wanted_quiet_after_the_copy_has_it_and_whoever_ended_it_is_told_of() -> None:
    write(ana_joins)
    write(a_plan)
    path = made("--to", "before.db")
    write(lambda tx: quiet.begin(tx, "ana", at=wall_clock(), new_id=new_id))
    noted("quiet", "link")
    in_quiet = made("--to", "in-quiet.db")
    assert "Quiet, as the patient wished: P-07." in steady("restore", str(path), "--yes").output
    assert read(lambda tx: tx.value("SELECT quiet_since FROM account")) is not None
    write(lambda tx: quiet.end(tx, "ana", at=wall_clock(), new_id=new_id))
    noted("quiet-ends", "link")
    done = steady("restore", str(in_quiet), "--yes")
    assert "though the patient had ended it: nothing rings: P-07." in done.output


def shares(shares: bool) -> None:
    write(lambda tx: people.set_shares(tx, "link", shares))
    noted("share", "link", "yes" if shares else "no")


def test_who_stopped_sharing_after_the_copy_does_not_share_again_and_who_took_that_back_does() -> None:
    write(ana_joins)
    shares(True)
    path = made()
    shares(False)
    assert "Check-ins shared no more: P-07." in steady("restore", str(path), "--yes").output
    assert read(lambda tx: tx.value("SELECT shares FROM link")) == 0
    shares(True)
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert read(lambda tx: tx.value("SELECT shares FROM link")) == 1


def test_sharing_that_began_after_the_copy_is_not_said_again() -> None:
    write(ana_joins)
    path = made()
    shares(True)
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert read(lambda tx: tx.value("SELECT shares FROM link")) == 0


def offer() -> None:
    standing = planned()
    assert standing.newest is not None
    body = standing.newest
    write(
        lambda tx: plans.offer(tx, new_id="n", link="link", plan=body, author="x", opioid_check=None, at=wall_clock())
    )
    noted("offer", "plan")


def test_an_offer_that_a_newer_one_had_replaced_cannot_be_accepted_after_all() -> None:
    write(ana_joins)
    write(a_plan)
    offer()
    path = made("--to", "offered.db")
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert planned().offer is not None
    offer()
    assert "had replaced is off: P-07." in steady("restore", str(path), "--yes").output
    assert planned().offer is None


def test_an_approval_that_was_withdrawn_after_the_copy_is_withdrawn_again() -> None:
    approval = approvals.Approval(
        article="sleep", version=1, digest="d", reviewer="Dr Bruno", credential="MD", at=wall_clock()
    )
    write(lambda tx: approvals.approve(tx, approval))
    path = made()
    write(lambda tx: approvals.withdraw(tx, "sleep"))
    noted("approval withdrawn", "sleep")
    assert "withdrawn: sleep." in steady("restore", str(path), "--yes").output
    assert read(approvals.latest) == {}


def test_an_invite_of_a_clinician_that_was_open_in_the_copy_lets_nobody_in_after_a_restore() -> None:
    at = wall_clock()

    def invite(tx: Tx) -> str:
        home, lasts = clinics.every(tx)[0], timedelta(days=7)
        return invite_clinician(tx, home, name="Dr Cleo", at=at, lasts=lasts, new_id=new_id, new_code=new_code)

    code = write(invite)
    path = made()
    write(lambda tx: invites.use(tx, tx.value("SELECT id FROM invite"), now=at))
    write(lambda tx: people.open_account(tx, id="cleo", chat=9, language="en", at=at))
    write(joins_the_team("cleo", "Dr Cleo"))
    assert steady("clinician", "withdraw", "Dr Cleo").exit_code == 0
    done = steady("restore", str(path), "--yes")
    assert read(lambda tx: invites.by_code(tx, code, now=at)) is None
    assert "Open invites of clinicians that were ended: 1." in done.output


@pytest.mark.parametrize("then", ["consent", "invite"])
def test_a_patients_invite_that_was_used_or_replaced_after_the_copy_lets_nobody_in(then: str) -> None:
    at = wall_clock()

    def invited(tx: Tx) -> None:
        home = clinics.every(tx)[0].id
        for label in ("P-07", "P-08"):
            people.add_link(tx, id=label, clinic=home, label=label, at=at)
            invites.add(tx, id=label, code=f"code of {label}", clinic=home, expires=at + timedelta(days=1), link=label)

    write(invited)
    path = made()
    noted(then, "P-07")
    done = steady("restore", str(path), "--yes")
    assert "works no more: P-07." in done.output
    assert read(lambda tx: invites.by_code(tx, "code of P-07", now=at)) is None
    assert read(lambda tx: invites.by_code(tx, "code of P-08", now=at)) is not None


def test_who_joined_or_went_to_another_clock_after_the_copy_is_told_of() -> None:
    before = made("--to", "before.db")
    write(ana_joins)
    path = made("--to", "with-ana.db")
    noted("move", "ana")
    assert "reminders go by the one before: P-07." in steady("restore", str(path), "--yes").output
    noted("move", "ana")
    assert "invite them anew: 1 that the copy does not know." in steady("restore", str(before), "--yes").output


def test_without_an_old_file_it_is_said_that_nobody_knows_who_left() -> None:
    path = made()
    for file in load().database.parent.glob("steady.db*"):
        file.unlink()
    done = steady("restore", str(path), "--yes")
    assert done.exit_code == 0 and "There was no old file that could be read" in done.output


class Killed(BaseException):
    """As a kill ends the program: nothing is put right on the way out."""


def test_a_restore_that_is_killed_between_two_names_leaves_no_room_for_an_empty_database(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(ana_joins)
    path = made()
    write(ana_leaves(wall_clock()))
    database = load().database
    with monkeypatch.context() as patched:
        real = os.replace

        def replace(source: Path, target: Path) -> None:
            if target == database:
                raise Killed
            real(source, target)

        patched.setattr("store.backups.os.replace", replace)
        with pytest.raises(Killed):
            steady("restore", str(path), "--yes")
    (aside,) = database.parent.glob("steady.db.before-*")
    monkeypatch.setenv("STEADY_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setattr("bot.logs.configure", lambda level: None)
    for words in (CLINIC.split("|"), ["run"]):  # in this order: what is not refused would run on
        begun = steady(*words)
        assert begun.exit_code == 78 and f"mv {aside} {database}" in begun.stderr and not database.exists()
    refused = steady("restore", str(path), "--yes")
    assert refused.exit_code == 1 and f"mv {aside} {database}" in refused.stderr
    aside.rename(database)
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert read(lambda tx: people.account(tx, 7)) is None


def test_a_lost_database_whose_restore_was_killed_is_restored_again_and_not_begun_with_nothing() -> None:
    path = made()
    database = load().database
    database.rename(database.with_name("steady.db.part"))
    added = steady(*CLINIC.split("|"))
    assert added.exit_code == 78 and "restore again" in added.stderr and not database.exists()
    assert steady("restore", str(path), "--yes").exit_code == 0
    assert [one.name for one in read(clinics.every)] == ["Hillside Pain Clinic"]
