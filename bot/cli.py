"""The command line: every command in order, and what becomes of errors that an operator can mend."""

import asyncio
import importlib
import logging
import os
import zoneinfo
from pathlib import Path
from typing import Any

import click

from bot import lock, logs, settings
from bot.commands.backup import backup
from bot.commands.clinic import clinic
from bot.commands.clinician import clinician
from bot.commands.data import Refused, settings_option
from bot.commands.doctor import doctor
from bot.commands.dose import dose, doses_of
from bot.commands.feedback import feedback
from bot.commands.library import library
from bot.commands.medicine import medicine
from bot.commands.preview import preview
from bot.commands.restore import restore
from bot.commands.setup import init
from bot.company import AnotherCopy
from bot.keyfile import BadKeyFile
from bot.settings import SettingsError
from content.library.stems import NoFullTextSearch
from store.database import StoreError, Unavailable

MISCONFIGURED = 78  # sysexits.h: EX_CONFIG. A service manager should not try again.
TRY_LATER = 75  # EX_TEMPFAIL


class Steady(click.Group):
    """A group in which an error that an operator can mend is a clear line and an exit code, no traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except SettingsError as error:
            _say(ctx, error.lines, MISCONFIGURED)
        except Unavailable as error:
            _say(ctx, (logs.redact(str(error)),), TRY_LATER)
        except (StoreError, BadKeyFile, lock.AlreadyRunning, AnotherCopy) as error:
            _say(ctx, (logs.redact(str(error)),), MISCONFIGURED)
        except Refused as error:
            _say(ctx, (logs.redact(str(error)),), 1)
        except NoFullTextSearch as error:
            _say(ctx, (str(error),), MISCONFIGURED)
        except OSError as error:
            if error.filename is None or error.strerror is None:
                raise
            _say(ctx, (f"{error.filename}: {error.strerror}",), MISCONFIGURED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they are needed."""
        return list(self.commands)


def _say(ctx: click.Context, lines: tuple[str, ...], code: int) -> None:
    for line in lines:
        click.echo(line, err=True)
    ctx.exit(code)


@click.group(cls=Steady, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="steady", message="Steady %(version)s")
def steady() -> None:
    """Steady: a Telegram bot for chronic-pain clinics. It teaches, it reminds, it asks and sums up."""


@click.command()
@settings_option
@click.option("--verbose", is_flag=True, help="Log more.")
def run(file: Path | None, verbose: bool) -> None:
    """Run the bot, until it is told to stop."""
    found = settings.load(file, token_needed=True)
    logs.configure(logging.DEBUG if verbose else logging.INFO)
    with lock.hold(found.database):
        asyncio.run(importlib.import_module("bot.app").serve(found))


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Keep what is done here.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The page's port. Default: any that is free.")
def demo(data: Path | None, port: int) -> None:
    """The bot and a Telegram of its own, on one page."""
    importlib.import_module("bot.demo").main(data, port)


@click.command()
@click.option("--made-up", is_flag=True, help="On a made-up clinic, where there is no data yet.")
@settings_option
@click.pass_context
def selftest(ctx: click.Context, file: Path | None, made_up: bool) -> None:
    """Try both clock changes, a kill and a storm of refusals on a copy of the data."""
    ctx.exit(importlib.import_module("bot.demo.selftest").main(file, made_up))


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def simulator(ctx: click.Context, options: tuple[str, ...]) -> None:
    """A Telegram of your own, for any bot; --help says what may follow."""
    # By name, and only when asked for: nothing but the demo depends on the simulator.
    program = importlib.import_module("simulator.__main__")
    ctx.exit(program.main(["simulator", *options]))


for command in (
    init,
    clinic,
    clinician,
    medicine,
    library,
    doctor,
    doses_of,
    dose,
    backup,
    restore,
    preview,
    selftest,
    run,
    demo,
    simulator,
):
    steady.add_command(command)
library.add_command(feedback)


def main() -> None:
    """The ``steady`` program."""
    os.umask(0o077)  # what it writes holds health data: for its own user only
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # python-telegram-bot's durations as its next version has them
    zoneinfo.reset_tzpath(())  # the zones' rules come from the tzdata package, whose version the database remembers
    steady()


if __name__ == "__main__":
    main()
