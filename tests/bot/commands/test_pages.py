"""What the operator's pages say is what there is."""

import re
from pathlib import Path

import click

from bot import cli
from tests.bot.commands.conftest import steady

DOCS = Path(cli.__file__).parents[1] / "docs"


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
