"""``steady init``: a folder to run Steady from, with its settings, its key and its data apart."""

import textwrap
from pathlib import Path

import click

from bot.commands.data import Refused
from bot.keyfile import recovery_sheet, write_key
from bot.settings import DATABASE, FILE, KEY_FILE, SETTINGS, Setting

KEY_NAME = "steady.key"
DATA_NAME = "data"


@click.command("init")
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="Where. Default: here."
)
def init(folder: Path) -> None:
    """Write steady.env and a key file. Nothing is ever overwritten."""
    key = prepare(folder)
    click.echo(recovery_sheet(key))
    click.echo()
    click.echo(f"Written: {folder / FILE} (settings), {folder / KEY_NAME} (key), {folder / DATA_NAME}/ (data).")
    click.echo("This sheet is not shown again.")
    click.echo()
    click.echo("Next:")
    click.echo(f"  1. Ask @BotFather in Telegram for a bot. Put its token into {folder / FILE}.")
    click.echo("  2. steady clinic add          your clinic, as patients see it")
    click.echo("  3. steady clinician invite    a link for the first clinician")
    click.echo("  4. steady doctor              whether all is well")
    click.echo("  5. steady run")


def prepare(folder: Path) -> bytes:
    """Make settings, key and data folder in ``folder``; the new key.

    Raises Refused, with nothing written, if any of them is there already.
    """
    folder = folder.resolve()
    env, key_file, data = folder / FILE, folder / KEY_NAME, folder / DATA_NAME
    for path in (env, key_file, data / "steady.db"):
        if path.exists():
            raise Refused(f"{path} is there already. Nothing is ever overwritten: choose another --folder.")
    folder.mkdir(parents=True, exist_ok=True)
    data.mkdir(mode=0o700, exist_ok=True)
    key = write_key(key_file)
    env.touch(mode=0o600, exist_ok=False)
    env.write_text(settings_file({DATABASE.name: str(data / "steady.db"), KEY_FILE.name: str(key_file)}), "utf-8")
    return key


def settings_file(values: dict[str, str]) -> str:
    """A commented settings file: each setting with what it is for; defaults are commented out."""
    head = (
        "# Steady's settings. The environment wins over this file.",
        "# Each may also be given as NAME_FILE: the path of a file that holds the value.",
    )
    return "\n".join((*head, *(_entry(setting, values.get(setting.name)) for setting in SETTINGS))) + "\n"


def _entry(setting: Setting, value: str | None) -> str:
    lines = ["", *textwrap.wrap(setting.help, 100), f"Expected: {setting.expects}."]
    if value is not None:
        # Single quotes keep spaces and # in a path as they are; they and backslashes are escaped.
        kept = value.replace("\\", "\\\\").replace("'", "\\'")
        line = f"{setting.name}='{kept}'"
    elif setting.default is None:
        lines.append(f"Example: {setting.example}")
        line = f"{setting.name}="
    else:
        line = f"#{setting.name}={setting.default}"
    return "\n".join([f"# {text}".rstrip() if text else "" for text in lines] + [line])
