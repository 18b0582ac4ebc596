"""Settings: one table, read once. No other module reads the environment.

A setting comes from the environment or from ``steady.env``; the environment wins. Each may also be given as
``NAME_FILE``, the path of a file that holds the value, which suits secrets.
"""

import difflib
import ipaddress
import logging
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv.parser import parse_stream
from environs import FileAwareEnv

from bot.logs import redact

FILE = Path("steady.env")
PREFIX = "STEADY_"


class SettingsError(Exception):
    """Settings that can't be used; ``lines`` has one line for each error, naming the setting."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A row of the table: what a setting is called, what it is for, and what is expected of it."""

    name: str
    default: str | None
    expects: str
    example: str
    help: str
    secret: bool = False


TOKEN = Setting(
    name="STEADY_TELEGRAM_TOKEN",
    default=None,
    expects="the token that @BotFather gave you: digits, a colon, at least 20 letters, digits, - or _",
    example="123456789:AAEexampleexampleexampleexample1234",
    help="The bot's token. Whoever has it is the bot: keep it secret.",
    secret=True,
)
API = Setting(
    name="STEADY_TELEGRAM_API",
    default="https://api.telegram.org",
    expects="an https:// address (http:// only on this machine), without the token",
    example="https://api.telegram.org",
    help="Where the Bot API is. Change it only for a Bot API server of your own or the simulator.",
)
DATABASE = Setting(
    name="STEADY_DATABASE",
    default="data/steady.db",
    expects="the path of a file",
    example="/srv/steady/data/steady.db",
    help="The database file. Its folder is the data folder; the key does not belong there.",
)
KEY_FILE = Setting(
    name="STEADY_KEY_FILE",
    default=None,
    expects="the path of the key file from steady init, or the word none for no encryption",
    example="/srv/steady/steady.key",
    help="The file with the database's key. Keep it off the data's disk, and its recovery sheet on paper.",
)
LISTEN = Setting(
    name="STEADY_LISTEN",
    default="127.0.0.1:8081",
    expects="an address and a port, or the word off",
    example="127.0.0.1:8081",
    help="Where the health page listens (/livez, /healthz). It says nothing about people.",
)
BACKUPS = Setting(
    name="STEADY_BACKUPS",
    default=None,
    expects="the path of a folder, or the word off",
    example="/srv/copies/steady",
    help="Where the daily verified copies go. Without it: a folder beside the database. Another disk is better.",
)
SETTINGS = (TOKEN, API, DATABASE, KEY_FILE, LISTEN, BACKUPS)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the program was told."""

    token: str | None = field(repr=False)
    """None only where no token is needed (``steady clinic add``)."""
    telegram_api: str
    """The base, no slash at its end: ``<base>/bot<token>/<method>``, ``<base>/file/bot<token>/<path>``."""
    database: Path
    key_file: Path | None
    """None: a plain file, by the explicit value ``none``."""
    listen: tuple[str, int] | None
    """Host and port of the health page; None: off."""
    backups: Path | None = None
    """The folder of the copies; None: off."""
    file: Path | None = None
    """The settings file that was read, if there was one."""


def load(file: Path | None = None, *, token_needed: bool = False) -> Settings:
    """Read ``file`` (by default ``steady.env`` in the working folder, if it is there) and the environment.

    Raises SettingsError with all errors at once. A missing token is one only if ``token_needed``.
    """
    found = file or (FILE if FILE.exists() else None)
    errors: list[str] = []
    given = _in_file(found, errors)
    if errors and not given:
        raise SettingsError(tuple(errors))  # without the file, all else would only seem not to be set
    errors += _unknown(os.environ, "in the environment")
    if found is not None:
        errors += _unknown(given, f"in {found.name}")
    inner, outer = (
        FileAwareEnv(eager=False, strip_whitespace=True),
        FileAwareEnv(eager=False, strip_whitespace=True),
    )
    if found is not None and found.is_file() and given:
        inner.read_env(found, recurse=False)

    def value(setting: Setting, parse: Callable[[str], Any], needed: bool = True) -> Any:
        try:
            # A reader that has not seen the file, where the environment says something: NAME there also wins
            # over NAME_FILE in the file.
            text = _read(outer if _names_in(os.environ, setting) else inner, given, setting)
        except ValueError as error:
            errors.append(f"{setting.name}: {error}")
            return None
        text = text or setting.default
        if text is None:
            if needed:
                errors.append(_line(setting, "is not set"))
            return None
        try:
            return parse(text)
        except ValueError as error:
            got = f"got a text of {len(text)} characters" if setting.secret else f"got {redact(text)!r}"
            errors.append(_line(setting, f"{got}{f' ({error})' if str(error) else ''}"))
            return None

    settings = Settings(
        token=value(TOKEN, _token, token_needed),
        telegram_api=value(API, _api),
        database=value(DATABASE, Path),
        key_file=value(KEY_FILE, lambda text: None if text.lower() == "none" else Path(text)),
        listen=value(LISTEN, _listen),
        backups=None if (folder := value(BACKUPS, _backups, needed=False)) == OFF else folder,
        file=found,
    )
    if errors:
        raise SettingsError(tuple(errors))
    if folder is None:
        settings = replace(settings, backups=settings.database.parent / "backups")
    return settings


OFF = "off"


def _backups(text: str) -> Path | str:
    return OFF if text.lower() == OFF else Path(text)


def _line(setting: Setting, problem: str) -> str:
    return f"{setting.name}: {problem}; expected {setting.expects}. Example: {setting.name}={setting.example}"


def _names_in(values: Mapping[str, str], setting: Setting) -> list[str]:
    return [name for name in (setting.name, f"{setting.name}_FILE") if values.get(name)]


def _read(reader: FileAwareEnv, given: Mapping[str, str], setting: Setting) -> str | None:
    """A setting's text. Raises ValueError, in words, for both forms at once or a file that can't be read."""
    for place, values in (("the environment", os.environ), ("the settings file", given)):
        names = _names_in(values, setting)
        if len(names) > 1:
            raise ValueError(f"{place} has both {names[0]} and {names[1]}; expected one of them")
        if names:
            break
    try:
        return reader.str(setting.name, None)
    except (ValueError, OSError):
        raise ValueError(
            f"{setting.name}_FILE names a file that can't be read; expected a readable text file"
        ) from None


def _in_file(file: Path | None, errors: list[str]) -> dict[str, str]:
    """The names and values of a settings file; what is wrong with the file itself goes to ``errors``."""
    if file is None:
        return {}
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        errors.append(f"{file}: the settings file can't be read ({error.strerror})")
        return {}
    except UnicodeDecodeError:
        errors.append(f"{file}: the settings file is not UTF-8 text")
        return {}
    # We name the line ourselves, together with all other errors.
    logging.getLogger("dotenv.main").setLevel(logging.ERROR)
    given: dict[str, str] = {}
    for binding in parse_stream(StringIO(text)):
        where = f"{file.name}, line {binding.original.line}"
        if binding.error or (binding.key is not None and binding.value is None):
            errors.append(f"{where}: can't be read; expected NAME=value")
        elif binding.key is not None:
            if binding.key in given:
                errors.append(f"{where}: {binding.key} is there twice; expected it once")
            given[binding.key] = binding.value or ""
    return given


def _unknown(values: Mapping[str, str], place: str) -> list[str]:
    known = [name for setting in SETTINGS for name in (setting.name, f"{setting.name}_FILE")]
    lines = []
    for name in sorted(values):
        if name.startswith(PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else "known are " + ", ".join(s.name for s in SETTINGS)
            lines.append(f"{name}: there is no such setting ({place}); {hint}")
    return lines


def _token(text: str) -> str:
    if not re.fullmatch(r"\d+:[\w-]{20,}", text, re.ASCII):
        raise ValueError
    return text


def _api(text: str) -> str:
    parts = urlsplit(text)
    if not parts.hostname or parts.username or parts.query or parts.fragment or parts.scheme not in ("http", "https"):
        raise ValueError
    _ = parts.port  # raises ValueError, in words, for a port that is none
    if parts.scheme == "http" and not _loopback(parts.hostname):
        raise ValueError("http:// would send the token over the network unprotected")
    return text.rstrip("/")


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(text: str) -> tuple[str, int] | None:
    if text.lower() == "off":
        return None
    match = re.fullmatch(r"(\[[0-9a-fA-F:]+\]|[\w.-]+):(\d{1,5})", text, re.ASCII)
    if not match or not 1 <= int(match[2]) <= 65535:
        raise ValueError
    return match[1].strip("[]"), int(match[2])
