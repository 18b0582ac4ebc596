import asyncio
import logging
import sys
import urllib.parse
from collections.abc import Iterator

import pytest

from bot import logs

CANARY = "987654321:AAE-canary_canary_canary_canary_0000"


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = list(root.handlers), root.level
    levels = {name: logging.getLogger(name).level for name in logs.QUIET}
    yield
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    for name, was in levels.items():
        logging.getLogger(name).setLevel(was)


def test_the_token_is_in_no_line_however_it_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(logging.DEBUG)
    log = logging.getLogger("steady.somewhere")
    log.debug("https://api.telegram.org/bot%s/getMe", CANARY)
    log.info(f"{{'token': '{CANARY}'}}")
    log.warning("quoted %s", urllib.parse.quote(f"/bot{CANARY}/getMe", safe=""))
    try:
        raise ValueError(f"bad answer from bot{CANARY}")
    except ValueError:
        log.exception("it failed")
    shown = capsys.readouterr().err
    assert len(shown.splitlines()) == 4
    assert "canary_canary" not in shown
    assert shown.count("(token)") == 4


def test_an_error_that_ends_the_program_is_one_line_without_the_token(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    try:
        raise RuntimeError(f"bot{CANARY}")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    shown = capsys.readouterr().err
    assert "canary_canary" not in shown
    assert "stopped by an error | Traceback" in shown and len(shown.splitlines()) == 1


def test_a_line_has_the_time_in_utc_the_level_the_name_and_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    record = logging.LogRecord("bot.intake", logging.WARNING, "", 0, "no updates: %s", ("why",), None)
    record.created = 1_795_500_000.4
    logging.getLogger().handle(record)
    assert capsys.readouterr().err == "2026-11-24T06:00:00Z WARNING bot.intake: no updates: why\n"


def test_a_message_cannot_forge_a_second_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    logging.getLogger("x").warning("one\r\n2026-01-01T00:00:00Z INFO y: two\x1b[31m\u2028three")
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_talkative_libraries_stay_quiet_at_debug(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(logging.DEBUG)
    for name in ("httpx", "httpcore.http11", "aiosqlite", "telegram.ext", "apscheduler.scheduler", "aiohttp.access"):
        logging.getLogger(name).info("every address and every parameter")
        logging.getLogger(name).debug("every address and every parameter")
    assert capsys.readouterr().err == ""


def test_configured_twice_each_line_comes_once(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    logs.configure()
    logging.getLogger("x").info("once")
    assert capsys.readouterr().err.count("once") == 1


def test_ordinary_numbers_are_left_as_they_are() -> None:
    line = "update 123456789 of 2026-11-24T21:00:00Z failed 12:34"
    assert logs.redact(line) == line


def test_a_token_in_an_asyncio_error_is_redacted(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(logging.DEBUG)

    async def unhandled() -> None:
        asyncio.get_running_loop().call_exception_handler(
            {"message": "task failed", "exception": ValueError(f"https://x/bot{CANARY}/getMe")}
        )

    asyncio.run(unhandled())
    shown = capsys.readouterr().err
    assert "task failed" in shown and "canary_canary" not in shown


def test_trouble_that_lasts_is_said_once_in_ten_minutes(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()

    def second(number: int, words: str = "the disk is full; next try in %d s") -> None:
        record = logging.LogRecord("bot.intake", logging.ERROR, "", 0, words, (number,), None)
        record.created, record.standing = 1_795_500_000.0 + number, True
        logging.getLogger().handle(record)

    for number in range(601):
        second(number)
    second(5, "something else: %d")
    first, again, other = capsys.readouterr().err.splitlines()
    assert first.endswith("the disk is full; next try in 0 s")
    assert again.endswith("the disk is full; next try in 600 s (and 599 times more since)")
    assert other.endswith("something else: 5")


def test_a_trouble_that_several_parts_meet_is_said_once_for_all_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    for part, words, trouble in (
        ("bot.app", "the tick waits: disk I/O error", "disk I/O error"),
        ("bot.intake", "update 7 waits: disk I/O error", "disk I/O error"),
        ("bot.intake", "update 8 waits: the file is locked", "the file is locked"),
    ):
        logging.getLogger(part).error(words, extra={"standing": trouble})
    first, other = capsys.readouterr().err.splitlines()
    assert first.endswith("the tick waits: disk I/O error")
    assert other.endswith("update 8 waits: the file is locked")
