import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web
from click.testing import CliRunner

from bot import cli
from bot.commands import data
from bot.commands.clinic import add_clinic
from bot.commands.doctor import Check, checks
from bot.commands.reviewing import approve_article
from bot.commands.setup import prepare
from bot.keyfile import check_word, read_key
from bot.origins import new_id
from bot.settings import Settings
from content import library, numbers
from store.database import Tx
from store.schema import MIGRATIONS

TOKEN = "123456:SIMULATOR-TOKEN-0000000000"
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class Telegram:
    """Telegram's side of the wire: what getMe answers, and by which clock."""

    url: str = ""
    status: int = 200
    body: object = {"ok": True, "result": {"id": 1, "is_bot": True, "username": "steady_bot"}}
    at: datetime = NOW

    async def answer(self, request: web.Request) -> web.Response:
        assert request.path == f"/bot{TOKEN}/getMe"
        return web.json_response(self.body, status=self.status, headers={"Date": format_datetime(self.at, usegmt=True)})


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    fake = Telegram()
    app = web.Application()
    app.router.add_get("/{path:.*}", fake.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    fake.url = f"http://{host}:{port}"
    yield fake
    await runner.cleanup()


def made(folder: Path, api: str = "http://127.0.0.1:9") -> Settings:
    """Settings as ``steady init`` leaves them, with a token."""
    prepare(folder)
    return Settings(
        token=TOKEN,
        telegram_api=api,
        database=folder / "data" / "steady.db",
        key_file=folder / "steady.key",
        listen=None,
        file=folder / "steady.env",
    )


def hillside(tx: Tx, country: str = "IE") -> None:
    add_clinic(
        tx,
        name="Hillside",
        phone="+353 1 555 0199",
        hours="Mon-Fri",
        country=country,
        zone=ZoneInfo("Europe/Dublin"),
        language="en",
        at=NOW,
        new_id=new_id,
    )


async def with_clinic(settings: Settings) -> None:
    async with data.opened(settings) as db:
        await db.write(hillside)


async def look(settings: Settings, now: datetime = NOW) -> dict[str, list[Check]]:
    found: dict[str, list[Check]] = {}
    for check in await checks(settings, lambda: now):
        assert "\n" not in check.words and TOKEN not in check.words
        found.setdefault(check.name, []).append(check)
    return found


async def test_a_sound_set_up_fails_nothing(tmp_path: Path, telegram: Telegram) -> None:
    settings = made(tmp_path, telegram.url)
    await with_clinic(settings)
    found = await look(settings)
    assert [check for some in found.values() for check in some if check.ok is False] == []
    assert found["token"] == [Check(name="token", ok=True, words="Telegram knows it; the bot is @steady_bot.")]
    assert found["clock"] == [Check(name="clock", ok=True, words="agrees with Telegram's.")]
    assert found["database"][0].words == f"opens, is sound, schema {len(MIGRATIONS)}; 1 clinic."


async def test_without_a_network_it_says_so_in_words(tmp_path: Path) -> None:
    found = await look(made(tmp_path))
    assert found["token"][0].ok is False and "Telegram can't be reached" in found["token"][0].words
    assert found["clock"][0].ok is None


@pytest.mark.parametrize("status", [401, 404])
async def test_a_token_that_telegram_does_not_know_fails(tmp_path: Path, telegram: Telegram, status: int) -> None:
    telegram.status, telegram.body = status, {"ok": False, "error_code": status, "description": "Unauthorized"}
    (token,) = (await look(made(tmp_path, telegram.url)))["token"]
    assert (token.ok, token.words) == (False, "Telegram does not know this token: copy it anew from @BotFather.")


@pytest.mark.parametrize("body", [[], {"ok": True}, {"ok": True, "result": {"username": 5}}, "hello"])
async def test_an_answer_that_is_not_telegrams_fails_in_words(tmp_path: Path, telegram: Telegram, body: object) -> None:
    telegram.body = body
    (token,) = (await look(made(tmp_path, telegram.url)))["token"]
    assert (token.ok, token.words) == (False, "Telegram's answer was not the expected one (status 200).")


@pytest.mark.parametrize(("away", "ok"), [(-8, None), (-4, True), (4, True), (8, None)])
async def test_a_clock_more_than_five_seconds_off_is_to_be_looked_at(
    tmp_path: Path, telegram: Telegram, away: int, ok: bool | None
) -> None:
    telegram.at = NOW + timedelta(seconds=away)
    (clock,) = (await look(made(tmp_path, telegram.url)))["clock"]
    assert clock.ok is ok


async def test_the_keys_check_word_is_shown_and_never_the_key(tmp_path: Path) -> None:
    settings = made(tmp_path)
    found = await look(settings)
    key = read_key(tmp_path / "steady.key")
    assert check_word(key) in found["key"][0].words
    assert not any(key.hex()[:8] in check.words for some in found.values() for check in some)


async def test_a_key_on_the_datas_disk_is_to_be_looked_at(tmp_path: Path) -> None:
    (place,) = (await look(made(tmp_path)))["key's place"]
    assert place.ok is None and "on one disk" in place.words


async def test_a_key_in_the_data_folder_fails(tmp_path: Path) -> None:
    settings = made(tmp_path)
    inside = tmp_path / "data" / "steady.key"
    (tmp_path / "steady.key").rename(inside)
    (tmp_path / "steady.key").symlink_to(inside)
    (place,) = (await look(settings))["key's place"]
    assert place.ok is False and "lies in the data folder" in place.words


async def test_a_key_that_others_can_read_fails(tmp_path: Path) -> None:
    settings = made(tmp_path)
    (tmp_path / "steady.key").chmod(0o440)
    (permissions,) = (await look(settings))["key's permissions"]
    assert permissions.ok is False and "chmod 400" in permissions.words


async def test_a_missing_key_fails_and_the_other_checks_still_run(tmp_path: Path) -> None:
    settings = made(tmp_path)
    await with_clinic(settings)
    (tmp_path / "steady.key").unlink()
    found = await look(settings)
    assert found["key"][0].ok is False and found["database"][0].ok is False
    assert "emergency numbers" in found and "articles (en)" in found


async def test_a_database_with_another_key_fails_in_words(tmp_path: Path) -> None:
    settings = made(tmp_path)
    await with_clinic(settings)
    (tmp_path / "steady.key").chmod(0o600)
    (tmp_path / "steady.key").write_text("ab" * 32)
    (database,) = (await look(settings))["database"]
    assert (database.ok, database.words) == (False, "steady.db does not open with this key.")


async def test_a_damaged_database_fails_in_words(tmp_path: Path) -> None:
    settings = made(tmp_path)
    await with_clinic(settings)
    pages = bytearray(settings.database.read_bytes())
    middle = len(pages) // 2
    pages[middle : middle + 4096] = os.urandom(4096)
    settings.database.write_bytes(pages)
    (database,) = (await look(settings))["database"]
    assert database.ok is False and "stop Steady and restore a copy" in database.words


async def test_no_database_yet_is_no_failure_and_none_is_made(tmp_path: Path) -> None:
    settings = made(tmp_path)
    (database,) = (await look(settings))["database"]
    assert database.ok is None and "steady clinic add" in database.words
    assert not settings.database.exists()


async def test_settings_that_others_can_read_fail(tmp_path: Path) -> None:
    settings = made(tmp_path)
    (tmp_path / "steady.env").chmod(0o644)
    (file,) = (await look(settings))["settings file"]
    assert file.ok is False and "chmod 600" in file.words


@pytest.mark.parametrize(("encrypted", "ok"), [(True, None), (False, False)])
async def test_an_open_data_folder_fails_only_where_its_files_can_be_read(
    tmp_path: Path, encrypted: bool, ok: bool | None
) -> None:
    settings = made(tmp_path)
    (tmp_path / "data").chmod(0o755)
    plain = Settings(
        token=TOKEN, telegram_api=settings.telegram_api, database=settings.database, key_file=None, listen=None
    )
    (folder,) = (await look(settings if encrypted else plain))["data folder"]
    assert folder.ok is ok and "chmod 700" in folder.words


async def test_expired_emergency_numbers_fail_where_a_clinic_is(tmp_path: Path) -> None:
    settings = made(tmp_path)
    await with_clinic(settings)
    late = NOW + timedelta(days=1000)
    failed = [check for check in (await look(settings, late))["emergency numbers"] if check.ok is False]
    assert [check.words for check in failed] == ["expired for IE, where a clinic is: install a newer release."]


async def test_expired_emergency_numbers_elsewhere_are_to_be_looked_at(tmp_path: Path) -> None:
    found = (await look(made(tmp_path), NOW + timedelta(days=1000)))["emergency numbers"]
    assert any(check.ok is None and "no clinic is there" in check.words for check in found)
    assert not any(check.ok is False for check in found)


async def test_emergency_numbers_that_nobody_checked_are_named(tmp_path: Path) -> None:
    unseen = [row.country for row in numbers.all_numbers() if row.verified_on is None]
    found = [c for c in (await look(made(tmp_path)))["emergency numbers"] if "not checked against a source" in c.words]
    assert len(found) == 1 and all(country in found[0].words for country in unseen)


async def test_a_clinic_in_a_country_without_numbers_of_its_own_is_to_be_looked_at(tmp_path: Path) -> None:
    settings = made(tmp_path)
    async with data.opened(settings) as db:
        await db.write(lambda tx: hillside(tx, country="IS"))
    found = (await look(settings))["emergency numbers"]
    assert any(check.ok is None and check.words.startswith("none of its own for IS") for check in found)


async def test_unapproved_articles_are_counted_and_named(tmp_path: Path) -> None:
    settings = made(tmp_path)
    articles = list(library.load().articles.values())
    async with data.opened(settings) as db:
        await db.write(lambda tx: approve_article(tx, articles[0], reviewer="Dr Bruno", credential="MD", at=NOW))
    (check,) = (await look(settings))["articles (en)"]
    assert check.ok is None
    assert check.words.startswith(f"{len(articles) - 1} of {len(articles)} are not shown, for want of a review: ")
    assert articles[1].id in check.words and articles[0].id not in check.words.replace(",", "").split()


async def test_with_every_article_approved_it_says_so(tmp_path: Path) -> None:
    settings = made(tmp_path)
    articles = list(library.load().articles.values())

    def all_of_them(tx: Tx) -> None:
        for article in articles:
            approve_article(tx, article, reviewer="Dr Bruno", credential="MD", at=NOW)

    async with data.opened(settings) as db:
        await db.write(all_of_them)
    (check,) = (await look(settings))["articles (en)"]
    assert (check.ok, check.words) == (True, f"all {len(articles)} are approved.")


def test_the_command_prints_a_line_a_check_and_exits_1_when_one_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("STEADY_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    prepare(tmp_path)
    monkeypatch.setenv("STEADY_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("STEADY_TELEGRAM_API", "http://127.0.0.1:9")
    result = CliRunner().invoke(cli.steady, ["doctor"])
    assert isinstance(result.exception, SystemExit) and result.exit_code == 1
    *lines, last = result.stdout.splitlines()
    assert lines[0].startswith("FAIL  token: Telegram can't be reached")
    assert all(line[:6] in ("ok    ", "look  ", "FAIL  ") for line in lines)
    assert last.startswith(f"{len(lines)} checks: 1 failed, ")
    assert TOKEN not in result.output
