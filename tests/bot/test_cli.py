import asyncio
import os
import re
import signal
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import click
import pytest
from click.testing import CliRunner, Result

from bot import cli, lock
from bot.commands import data
from bot.commands.clinic import add_clinic
from bot.commands.clinician import invite_clinician, withdraw_clinician
from bot.commands.data import Refused
from bot.commands.reviewing import approve_article
from bot.commands.setup import prepare
from bot.keyfile import check_word, read_key
from bot.origins import new_code, new_id, wall_clock
from bot.settings import load
from content import library
from content.library.serving import Standing, standing
from simulator import Clock, Simulator
from store import approvals, audit, clarity, clinics, invites, people, team
from store.database import Tx, open_database
from store.schema import MIGRATIONS

T = TypeVar("T")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DOCS = Path(cli.__file__).parents[1] / "docs"
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


# init


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


# clinic


def test_a_clinic_is_added_with_ldn_and_its_rules(hillside: None) -> None:
    (clinic,) = read(clinics.every)
    assert (clinic.name, clinic.phone, clinic.country, clinic.zone.key, clinic.language) == (
        "Hillside Pain Clinic",
        "+353 1 555 0199",
        "IE",
        "Europe/Dublin",
        "en",
    )
    (ldn,) = read(lambda tx: clinics.medicines(tx, clinic.id))
    assert ldn.name == "LDN" and ldn.opioid_check and ldn.self_check
    assert [row["action"] for row in read(lambda tx: audit.about(tx, clinic.id))] == ["clinic added"]


def test_the_database_is_encrypted_with_the_key(hillside: None) -> None:
    files = [path.read_bytes() for path in Path("data").iterdir()]
    assert files and not any(b"Hillside" in content or b"SQLite format" in content for content in files)


def test_what_is_left_out_is_asked_for_and_bad_answers_are_asked_again(ready: None) -> None:
    answers = "Hillside\nno phone\n+353 1 555 0199\nMon-Fri\nAtlantis\nIreland\nEurope/Nowhere\neurope/dublin\n"
    result = steady("clinic", "add", input=answers)
    assert result.exit_code == 0, result.output
    assert "expected a phone number" in result.output
    assert "expected a country's name or its two letters" in result.output
    assert "expected a time zone such as" in result.output
    assert steady("clinic", "list").stdout == "Hillside: +353 1 555 0199, Mon-Fri, IE, Europe/Dublin, en\n"


def test_a_phone_number_in_full_width_digits_is_kept_as_people_dial_it(ready: None) -> None:
    words = CLINIC.replace("+353 1 555 0199", "+３５３ 1 555 0199").split("|")
    assert steady(*words).exit_code == 0
    assert read(clinics.every)[0].phone == "+353 1 555 0199"


def test_a_second_clinic_of_the_same_name_is_refused(hillside: None) -> None:
    result = steady(*CLINIC.split("|"))
    assert result.exit_code == 1
    assert result.stderr == "There is a clinic called Hillside Pain Clinic already. Choose another name.\n"
    assert len(read(clinics.every)) == 1


def test_no_clinic_where_the_emergency_numbers_have_expired(ready: None) -> None:
    with pytest.raises(Refused, match="The emergency numbers for IE expired on "):
        write(
            lambda tx: add_clinic(
                tx,
                name="Late",
                phone="112",
                hours="Mon",
                country="IE",
                zone=ZoneInfo("Europe/Dublin"),
                language="en",
                at=NOW + timedelta(days=1000),
                new_id=new_id,
            )
        )
    assert read(clinics.every) == []


def test_a_clinic_list_without_a_database_makes_none(ready: None) -> None:
    result = steady("clinic", "list")
    assert result.exit_code == 1
    assert result.stderr.startswith("There is no database at ")
    assert not Path("data/steady.db").exists()


# clinician


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


# library


def test_the_list_says_that_no_article_is_approved(ready: None) -> None:
    result = steady("library", "list")
    articles = library.load().articles
    assert result.exit_code == 0 and len(articles) > 0
    assert result.stdout.count("  not approved\n") == len(articles)


def test_an_approval_asks_whether_the_text_was_read(ready: None) -> None:
    id = next(iter(library.load().articles))
    words = ("library", "approve", id, "--reviewer", "Dr Bruno Reyes", "--credential", "MD")
    assert steady(*words, input="n\n").exit_code == 1
    assert "Dr Bruno Reyes, MD" not in steady("library", "list").stdout
    assert steady(*words, input="y\n").exit_code == 0
    assert re.search(
        rf"^{id}  version \d+  approved \(Dr Bruno Reyes, MD, ", steady("library", "list").stdout, re.MULTILINE
    )


def test_an_approval_lapses_when_the_text_changes_or_its_cycle_is_over(hillside: None) -> None:
    article, other, *_ = library.load().articles.values()
    write(lambda tx: approve_article(tx, article, reviewer="Dr Bruno", credential="MD", at=NOW))
    approval = read(approvals.latest)[article.id]
    assert standing(article, approval, NOW.date()) is Standing.APPROVED
    assert standing(other, approval, NOW.date()) is Standing.CHANGED
    due = NOW.date().replace(year=NOW.year + article.review_months // 12)
    assert standing(article, approval, due) is Standing.APPROVED
    assert standing(article, approval, due + timedelta(days=1)) is Standing.OVERDUE
    assert standing(article, None, NOW.date()) is Standing.UNAPPROVED


def test_an_article_is_shown_with_its_sources_and_what_to_look_up(ready: None) -> None:
    for article in library.load().articles.values():
        shown = steady("library", "show", article.id).stdout
        assert article.title in shown and article.digest in shown
        assert all(f"[{source.key}]" in shown for source in article.sources)
        words = " ".join(shown.split())
        assert all(" ".join(fact.split()) in words for fact in article.general_knowledge)


def test_what_was_not_quite_clear_is_shown_worst_first_and_by_nobody(hillside: None) -> None:
    assert "No reader has answered" in steady("library", "feedback").stdout
    article = next(iter(library.load().articles.values()))
    for section, clear in ((1, True), (1, True), (1, False), (2, False)):
        write(lambda tx, s=section, c=clear: clarity.count(tx, article.id, article.version, s, clear=c))
    write(lambda tx: clarity.count(tx, "no-such", 1, 1, clear=True))
    worst, second, old = steady("library", "feedback").stdout.splitlines()
    assert worst.startswith(f"1 of 1 not quite clear: {article.title}, “{article.sections[1].heading}”")
    assert second.startswith("1 of 3 not quite clear:") and "(an older text)" in old


def test_an_unknown_article_is_refused_with_the_known_ones(ready: None) -> None:
    result = steady("library", "show", "astrology")
    assert result.exit_code == 1
    assert result.stderr.startswith("No article astrology. There is: ")


# run, and errors everywhere


def test_run_without_settings_says_everything_at_once_and_exits_78() -> None:
    result = steady("run")
    assert result.exit_code == 78
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [
        "STEADY_TELEGRAM_TOKEN",
        "STEADY_KEY_FILE",
    ]
    assert "Example: STEADY_TELEGRAM_TOKEN=123456789:AAE" in result.stderr


def test_a_second_run_on_the_same_data_says_so_and_exits_78(ready: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setattr("bot.logs.configure", lambda level: None)
    with lock.hold(load().database):
        result = steady("run")
    assert result.exit_code == 78
    assert re.fullmatch(r"Steady is running already on .*steady\.db, process \d+; only one may run\n", result.stderr)


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


async def test_run_serves_until_it_is_told_to_stop_and_keeps_a_second_one_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(tmp_path)
    simulator = Simulator(clock=Clock(NOW, mode="real"))
    await simulator.start()
    environment = {
        **os.environ,
        "STEADY_TELEGRAM_TOKEN": simulator.token,
        "STEADY_TELEGRAM_API": simulator.url,
        "STEADY_LISTEN": "off",
    }

    async def run() -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "run", env=environment, stderr=asyncio.subprocess.PIPE
        )

    first = await run()
    try:
        assert first.stderr is not None
        shown = ""
        while "ready: @" not in shown:
            line = (await first.stderr.readline()).decode()
            assert line, f"it ended: {shown}"
            shown += line
        second = await run()
        _, refused = await second.communicate()
        assert second.returncode == 78
        assert re.fullmatch(
            rf"Steady is running already on .*, process {first.pid}; only one may run\n", refused.decode()
        )
        first.send_signal(signal.SIGTERM)
        _, rest = await first.communicate()
        assert first.returncode == 0
        assert simulator.token not in shown + rest.decode() and "Traceback" not in shown + rest.decode()
    finally:
        if first.returncode is None:
            first.kill()
            await first.wait()
        await simulator.stop()


# the pages


def commands(group: click.Group, before: str = "steady") -> list[str]:
    found = []
    for name, command in group.commands.items():
        path = f"{before} {name}"
        found += commands(command, path) if isinstance(command, click.Group) else [path]
    return found


def test_every_command_is_in_the_operators_page_and_has_help() -> None:
    page = (DOCS / "operating.md").read_text(encoding="utf-8")
    assert commands(cli.steady) == re.findall(r"^\| `(steady [a-z ]+)` \|", page, re.MULTILINE)
    for path in commands(cli.steady):
        assert steady(*path.split()[1:], "--help").exit_code == 0


def test_every_package_at_run_time_has_its_reason_and_there_are_at_most_30() -> None:
    page = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    locked = re.findall(r"^([a-z0-9-]+)==", (DOCS.parent / "requirements" / "run.lock").read_text(), re.MULTILINE)
    explained = re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE)
    assert sorted(explained) == sorted(locked)
    assert len(locked) <= 30


def test_init_in_a_folder_with_an_apostrophe_writes_what_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "it's here"
    folder.mkdir()
    assert steady("init", "--folder", str(folder)).exit_code == 0
    assert load(folder / "steady.env").key_file == folder / "steady.key"
