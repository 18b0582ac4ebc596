"""``steady clinician``: the links by which a team is joined, who hears of what, and who is off it again."""

import re
from datetime import timedelta

import pytest

from bot.commands.clinician import invite_clinician, withdraw_clinician
from bot.origins import new_code, new_id, wall_clock
from store import audit, clinics, invites, people, team
from store.database import Tx
from tests.bot.commands.conftest import CLINIC, NOW, TOKEN, read, steady, write


def code_in(shown: str, bot: str = "steady_bot") -> str:
    match = re.search(rf"^https://t\.me/{bot}\?start=([A-Za-z0-9_-]{{22}})$", shown, re.MULTILINE)
    assert match, shown
    return match[1]


def test_an_invite_is_a_link_and_a_qr_code_that_work_once_for_an_hour(hillside: None) -> None:
    before = wall_clock()
    result = steady("clinician", "invite", "--name", "Dr Bruno Reyes", "--bot", "@steady_bot")
    assert result.exit_code == 0, result.output
    code = code_in(result.stdout)
    assert "█" in result.stdout or "▀" in result.stdout
    invite = read(lambda tx: invites.by_code(tx, code, now=before))
    assert invite is not None and invite.name == "Dr Bruno Reyes" and invite.link is None
    assert read(lambda tx: invites.by_code(tx, code, now=before + timedelta(minutes=61))) is None
    assert write(lambda tx: invites.use(tx, invite.id, now=before))
    assert read(lambda tx: invites.by_code(tx, code, now=before)) is None


def test_the_code_of_an_invite_is_not_in_the_database(hillside: None) -> None:
    code = code_in(steady("clinician", "invite", "--name", "Dr Bruno", "--bot", "steady_bot").stdout)
    assert code not in str(
        read(lambda tx: tx.all("SELECT * FROM invite")) + read(lambda tx: tx.all("SELECT * FROM audit"))
    )


def test_with_two_clinics_an_invite_must_name_one(hillside: None) -> None:
    assert steady(*CLINIC.replace("Hillside Pain Clinic", "Lakeside").split("|")).exit_code == 0
    words = ("clinician", "invite", "--name", "Dr Bruno", "--bot", "steady_bot")
    refused = steady(*words)
    assert (refused.exit_code, refused.stderr) == (
        1,
        "Say which clinic with --clinic: Hillside Pain Clinic, Lakeside.\n",
    )
    assert "of Lakeside." in steady(*words, "--clinic", "lakeside").stdout


def test_an_invite_without_a_bot_needs_telegram_and_says_so(hillside: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("STEADY_TELEGRAM_API", "http://127.0.0.1:9")
    result = steady("clinician", "invite", "--name", "Dr Bruno")
    assert result.exit_code == 1
    assert "Telegram can't be reached" in result.stderr and "--bot USERNAME" in result.stderr
    assert TOKEN not in result.output


def join(name: str) -> None:
    """A clinician joins as the handlers have it."""

    def joining(tx: Tx) -> None:
        (clinic,) = clinics.every(tx)
        code = invite_clinician(
            tx, clinic, name=name, at=NOW, lasts=timedelta(hours=1), new_id=new_id, new_code=new_code
        )
        invite = invites.by_code(tx, code, now=NOW)
        assert invite is not None and invite.name is not None and invites.use(tx, invite.id, now=NOW)
        account = people.open_account(tx, id=new_id(), chat=len(code) + hash(name) % 1000, language="en", at=NOW)
        assert team.join(tx, id=new_id(), clinic=clinic.id, account=account.id, name=invite.name, at=NOW)

    write(joining)


def test_the_operator_names_who_hears_of_three_in_a_row_and_it_is_nobody_before(hillside: None) -> None:
    join("Dr Bruno")
    first = steady("clinic", "change", "--refill-days", "7")
    assert first.exit_code == 0 and "of three reminders in a row without a mark, nobody is told." in first.output
    assert read(clinics.every)[0].row_alert is None
    named = steady("clinic", "change", "--alert", "dr  bruno")
    assert named.exit_code == 0
    assert "Dr Bruno is told, if the patient shares their answers." in named.output
    assert read(clinics.every)[0].row_alert == read(lambda tx: team.members(tx, clinics.every(tx)[0].id))[0].id
    unknown = steady("clinic", "change", "--alert", "Dr Cleo")
    assert (unknown.exit_code, unknown.stderr) == (
        1,
        "Nobody on the team of Hillside Pain Clinic is called Dr Cleo. There is: Dr Bruno.\n",
    )
    assert steady("clinic", "change", "--alert", "Dr Bruno", "--no-alert").exit_code == 1
    assert read(clinics.every)[0].row_alert is not None
    assert "nobody is told." in steady("clinic", "change", "--no-alert").output
    assert read(clinics.every)[0].row_alert is None


def test_a_withdrawn_clinician_is_off_the_team(hillside: None) -> None:
    join("Dr Bruno")
    assert steady("clinician", "list").stdout == "Hillside Pain Clinic: Dr Bruno\n"
    gone = steady("clinician", "withdraw", "dr bruno")
    assert (gone.exit_code, gone.stdout) == (0, "Dr Bruno is no longer on the team of Hillside Pain Clinic.\n")
    assert steady("clinician", "list").stdout == "Hillside Pain Clinic: nobody yet\n"


def test_withdrawing_somebody_unknown_says_who_is_there(hillside: None) -> None:
    join("Dr Bruno")
    result = steady("clinician", "withdraw", "Dr Cleo")
    assert (result.exit_code, result.stderr) == (1, "No clinician Dr Cleo. On a team: Dr Bruno.\n")


def test_a_withdrawal_is_in_the_audit(hillside: None) -> None:
    join("Dr Bruno")
    gone = write(lambda tx: withdraw_clinician(tx, name="Dr Bruno", clinic=None, at=NOW))
    (row,) = read(lambda tx: audit.about(tx, gone.id))
    assert (row["actor"], row["action"]) == ("operator", "clinician withdrawn")


def test_nobody_is_invited_under_a_name_that_is_on_the_team(hillside: None) -> None:
    join("Dr Bruno")
    result = steady("clinician", "invite", "--name", "Dr  bruno", "--bot", "steady_bot")
    assert (result.exit_code, result.stderr) == (1, "Dr bruno is on the team of Hillside Pain Clinic already.\n")
