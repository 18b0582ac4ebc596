"""``steady doctor``: what an operator should know before patients find out. A line a check, plain words."""

import asyncio
import importlib.metadata
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from bot import settings as configuration
from bot.articles import own_folder
from bot.commands import data
from bot.commands.data import settings_option
from bot.commands.hello import NoHello, get_me
from bot.commands.reviewing import lapsing, unapproved
from bot.keyfile import BadKeyFile, check_word, read_key
from bot.origins import wall_clock
from bot.settings import Settings
from content import library, numbers
from content.dates import full_day
from content.library.stems import NoFullTextSearch, Stems
from store import approvals, backups, clinics, database
from store.approvals import Approval
from store.clinics import Clinic
from store.database import StoreError, Tx, open_database
from store.schema import MIGRATIONS

MOST_SKEW = timedelta(seconds=5)
MOST_COPY_AGE = timedelta(hours=26)
LEAST_FREE_BYTES = 200 * 1024 * 1024
_MARKS = {True: ("ok  ", "green"), None: ("look", "yellow"), False: ("FAIL", "red")}


@dataclass(frozen=True, kw_only=True)
class Check:
    """What one look found: well (True), worth a look (None) or wrong (False), in words."""

    name: str
    ok: bool | None
    words: str


@click.command("doctor")
@settings_option
def doctor(file: Path | None) -> None:
    """Look at everything Steady needs. A line a check."""
    found = asyncio.run(checks(configuration.load(file, token_needed=True), wall_clock))
    for check in found:
        mark, colour = _MARKS[check.ok]
        click.echo(f"{click.style(mark, fg=colour)}  {check.name}: {check.words}")
    failed, looks = sum(check.ok is False for check in found), sum(check.ok is None for check in found)
    click.echo(f"{len(found)} checks: {failed} failed, {looks} to look at.")
    if failed:
        raise SystemExit(1)


async def checks(settings: Settings, now: Callable[[], datetime]) -> list[Check]:
    """Every check, in the order in which things are needed. What can't be found out is a check too."""
    found = [*await _telegram(settings, now), *_zones(), *_key(settings), *_permissions(settings), *_search()]
    about_database, homes, approved = await _database(settings)
    today = now().date()
    about_copies = _copies(settings, now())
    return [
        *found,
        *about_database,
        *about_copies,
        *_numbers(homes, today),
        *_library(settings, homes, approved, today),
    ]


async def _telegram(settings: Settings, now: Callable[[], datetime]) -> list[Check]:
    before = now()
    try:
        hello = await get_me(settings)
    except NoHello as error:
        return [
            Check(name="token", ok=False, words=f"{error}."),
            Check(name="clock", ok=None, words="can't be compared with Telegram's just now."),
        ]
    token = Check(name="token", ok=True, words=f"Telegram knows it; the bot is @{hello.username}.")
    if hello.at is None:
        return [token, Check(name="clock", ok=None, words="Telegram's answer held no time to compare with.")]
    # Telegram's time is cut to the second: its middle is half a second later.
    ours = before + (now() - before) / 2
    skew = abs(ours - hello.at - timedelta(milliseconds=500))
    if skew > MOST_SKEW:
        words = f"{skew.total_seconds():.0f} seconds away from Telegram's. Reminders would be off: set up NTP."
        return [token, Check(name="clock", ok=None, words=words)]
    return [token, Check(name="clock", ok=True, words="agrees with Telegram's.")]


def _zones() -> Iterator[Check]:
    version = importlib.metadata.version("tzdata")
    try:
        summer = datetime(2026, 7, 1, tzinfo=UTC).astimezone(ZoneInfo("Europe/Dublin")).utcoffset()
    except ZoneInfoNotFoundError:
        summer = None
    if summer == timedelta(hours=1):
        yield Check(name="time zones", ok=True, words=f"tzdata {version}.")
    else:
        yield Check(name="time zones", ok=False, words=f"tzdata {version} gives a wrong time: install it anew.")


def _key(settings: Settings) -> Iterator[Check]:
    path = settings.key_file
    if path is None:
        yield Check(name="key", ok=None, words="none, as set: the database is not encrypted.")
        return
    try:
        key = read_key(path)
    except BadKeyFile as error:
        yield Check(name="key", ok=False, words=f"{error}.")
        return
    yield Check(
        name="key",
        ok=True,
        words=f"{path}, check word {check_word(key)}: compare it with the recovery sheet.",
    )
    if _mode(path) & 0o077:
        words = f"others on this machine can use {path}. Run: chmod 400 {path}"
        yield Check(name="key's permissions", ok=False, words=words)
    folder = settings.database.parent.resolve()
    if path.resolve().is_relative_to(folder):
        words = f"it lies in the data folder {folder}: who copies the data has the key. Move it elsewhere."
        yield Check(name="key's place", ok=False, words=words)
    elif folder.exists() and folder.stat().st_dev == path.stat().st_dev:
        words = "the key and the data are on one disk: who takes the disk has both."
        yield Check(name="key's place", ok=None, words=words)
    else:
        yield Check(name="key's place", ok=True, words="not on the data's disk.")


def _permissions(settings: Settings) -> Iterator[Check]:
    if settings.file is not None and settings.token is not None and _mode(settings.file) & 0o077:
        words = f"others can read {settings.file}, which may hold the token. Run: chmod 600 {settings.file}"
        yield Check(name="settings file", ok=False, words=words)
    folder = settings.database.parent
    if not folder.is_dir():
        yield Check(name="data folder", ok=None, words=f"{folder} is not there yet.")
        return
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield Check(name="data folder", ok=False, words=f"{folder} can't be written by this user.")
    elif _mode(folder) & 0o077:
        words = f"others on this machine can look into {folder}. Run: chmod 700 {folder}"
        # Encrypted, the files say little; plain, they say everything.
        yield Check(name="data folder", ok=None if settings.key_file else False, words=words)
    else:
        yield Check(name="data folder", ok=True, words=f"{folder} is this user's alone.")
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE_BYTES:
        words = f"only {free // 1024**2} MB are free; reminders stop when the disk is full."
        yield Check(name="disk", ok=False, words=words)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def _database(settings: Settings) -> tuple[list[Check], list[Clinic], dict[str, Approval]]:
    """The database's check, and what the later ones need from it."""
    if not settings.database.exists():
        words = f"there is none at {settings.database} yet. Add a clinic: steady clinic add"
        return [Check(name="database", ok=None, words=words)], [], {}
    try:
        db = await open_database(settings.database, data.key_of(settings))
    except (StoreError, BadKeyFile, OSError) as error:
        return [Check(name="database", ok=False, words=f"{error}.")], [], {}
    try:
        faults, homes, approved = await db.read(_look)
    except Exception as error:  # a broken file can fail in any of the driver's ways, and none may hide the others
        words = f"it opens, but reading it fails ({type(error).__name__}): stop Steady and restore a copy."
        return [Check(name="database", ok=False, words=words)], [], {}
    finally:
        await db.close()
    if faults:
        words = f"it is damaged ({len(faults)} faults): stop Steady and restore a copy."
        found = [Check(name="database", ok=False, words=words)]
    else:
        words = f"opens, is sound, schema {len(MIGRATIONS)}; {len(homes)} clinic{'' if len(homes) == 1 else 's'}."
        found = [Check(name="database", ok=True, words=words)]
    return found, homes, approved


def _copies(settings: Settings, now: datetime) -> Iterator[Check]:
    """The newest copy: its age, and whether it opens and is whole, as a restore would find it."""
    if settings.backups is None:
        yield Check(name="copies", ok=None, words="switched off, as set. A lost disk loses everything.")
        return
    if not settings.database.exists():
        return
    known = backups.copies(settings.backups)
    if not known:
        words = f"none yet in {settings.backups}. steady run makes one a day; one now: steady backup"
        yield Check(name="copies", ok=None, words=words)
        return
    at, path = known[-1]
    try:
        found = backups.examine(path, data.key_of(settings))
    except (StoreError, BadKeyFile) as error:
        yield Check(name="copies", ok=False, words=f"the newest can't be used ({error}). Make one: steady backup")
        return
    hours = int((now - at) / timedelta(hours=1))
    words = f"{len(known)}; the newest, {hours} h old, opens and is whole ({found.rows} rows)."
    if now - at > MOST_COPY_AGE:
        yield Check(name="copies", ok=False, words=f"{words} There should be one a day: look into the log.")
    elif settings.backups.resolve().is_relative_to(settings.database.parent.resolve()):
        yield Check(
            name="copies", ok=True, words=f"{words} They lie beside the data: copy them to another machine too."
        )
    else:
        yield Check(name="copies", ok=True, words=words)


def _look(tx: Tx) -> tuple[list[str], list[Clinic], dict[str, Approval]]:
    return database.faults(tx), clinics.every(tx), approvals.latest(tx)


def _numbers(homes: list[Clinic], today: date) -> Iterator[Check]:
    here = {home.country for home in homes}
    expired = {row.country for row in numbers.expired(today)}
    if here & expired:
        words = f"expired for {', '.join(sorted(here & expired))}, where a clinic is: install a newer release."
        yield Check(name="emergency numbers", ok=False, words=words)
    if missing := here - {row.country for row in numbers.all_numbers()}:
        words = f"none of its own for {', '.join(sorted(missing))}, where a clinic is: patients see general ones."
        yield Check(name="emergency numbers", ok=None, words=words)
    if expired - here:
        words = f"expired for {', '.join(sorted(expired - here))}; no clinic is there."
        yield Check(name="emergency numbers", ok=None, words=words)
    unseen = sorted(row.country for row in numbers.all_numbers() if row.verified_on is None)
    if unseen:
        words = f"not checked against a source: {', '.join(unseen)}. Look yours up before you rely on it."
        yield Check(name="emergency numbers", ok=None, words=words)
    if not expired and not unseen and not missing:
        until = min(row.expires_on for row in numbers.all_numbers())
        yield Check(name="emergency numbers", ok=True, words=f"all checked, good until {full_day(until)}.")


def _search() -> Iterator[Check]:
    try:
        Stems(()).close()
    except NoFullTextSearch as error:
        yield Check(name="search", ok=False, words=str(error))


def _library(settings: Settings, homes: list[Clinic], approved: dict[str, Approval], today: date) -> Iterator[Check]:
    """Each language that a clinic uses (English where there is none yet)."""
    for language in sorted({home.language for home in homes} or {"en"}):
        books = library.load(language, own=own_folder(settings))
        name = f"articles ({language})"
        if books.problems:
            words = "; ".join(str(problem) for problem in books.problems)
            yield Check(name=name, ok=False, words=f"can't be read: {words}")
        hidden = unapproved(list(books.articles.values()), approved, today)
        if hidden:
            words = f"{len(hidden)} of {len(books.articles)} are not shown, for want of a review: "
            yield Check(name=name, ok=None, words=words + ", ".join(one.id for one in hidden) + ".")
        else:
            yield Check(name=name, ok=True, words=f"all {len(books.articles)} are approved.")
        soon = [f"{one.id} ({full_day(until)})" for one, until in lapsing(books.articles.values(), approved, today)]
        if soon:
            yield Check(name=name, ok=None, words=f"approvals that end soon: {', '.join(soon)}. Read them again.")
