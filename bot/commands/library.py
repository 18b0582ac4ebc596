"""``steady library``: what the articles are, holding them to the rules, and a clinician's word for each."""

import textwrap
from datetime import date, datetime
from pathlib import Path

import click

from bot import settings
from bot.articles import books, own_folder
from bot.commands import data
from bot.commands.data import Refused, settings_option
from bot.commands.importing import import_folder
from bot.commands.reviewing import approve_article, coming, said
from bot.origins import wall_clock
from bot.settings import Settings
from content.dates import full_day
from content.library import Article, as_text
from content.library.folder import read_folder
from content.library.serving import standing
from content.screen import plain
from store import approvals, audit
from store.approvals import Approval

WIDTH = 80


@click.group()
def library() -> None:
    """The articles, and which of them patients see."""


def _approvals(found: Settings) -> dict[str, Approval]:
    """The approvals; none where there is no database yet."""
    return data.read(found, approvals.latest) if found.database.exists() else {}


@library.command("list")
@settings_option
def show_all(file: Path | None) -> None:
    """List the articles with their review state."""
    found, today = settings.load(file), wall_clock().date()
    approved, shelf = _approvals(found), books(found)
    for article in shelf.articles.values():
        approval = approved.get(article.id)
        words = standing(article, approval, today).value
        if approval is not None:
            words += f" ({approval.reviewer}, {approval.credential}, {full_day(approval.at.date())})"
        click.echo(f"{article.id}  version {article.version}  {words}")
        click.echo(f"    {article.title}{'' if article.public else '  (not public)'}")
    for problem in shelf.problems:
        click.echo(f"Left out: {problem}")


@library.command("show")
@click.argument("id")
@settings_option
def show(id: str, file: Path | None) -> None:
    """Print an article whole, with its sources and what a reviewer must look up."""
    found = settings.load(file)
    article = find(found, id)
    click.echo(_wrapped(as_text(article)))
    click.echo(f"Review state: {standing(article, _approvals(found).get(article.id), wall_clock().date()).value}.")


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(line, WIDTH) if line.strip() else "" for line in text.splitlines())


@library.command("check")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@settings_option
def check(folder: Path | None, file: Path | None) -> None:
    """Hold articles to the rules: those of FOLDER, or else all that are here. Exit code 1 if there is a problem."""
    if folder is not None:
        handed, problems = read_folder(folder)
        count = len(handed)
    else:
        shelf = books(settings.load(file))
        count, problems = len(shelf.articles), shelf.problems
    for problem in problems:
        click.echo(str(problem))
    mended = "nothing to mend" if not problems else f"{len(problems)} to mend"
    click.echo(f"{count} articles without a problem; {mended}.")
    if problems or not count:
        raise SystemExit(1)


@library.command("due")
@settings_option
def due(file: Path | None) -> None:
    """What must be reviewed next: what has lapsed first, then by the day on which an approval ends."""
    found, today = settings.load(file), wall_clock().date()
    for article, state, until in coming(books(found).articles.values(), _approvals(found), today):
        click.echo(f"{article.id}  {said(state, until, today)}")


@library.command("approve")
@click.argument("id")
@click.option("--reviewer", prompt="Reviewer's name", help="Who has read it. Patients see the name.")
@click.option("--credential", prompt="Credential", help="Such as MD, pharmacist. Patients see it.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day it was read. Default: today.")
@settings_option
def approve(id: str, reviewer: str, credential: str, day: datetime | None, file: Path | None) -> None:
    """Keep a clinician's word for an article: patients see it from then on, until its text changes."""
    found, at = settings.load(file), wall_clock()
    article = find(found, id)
    reviewer, credential = _name(reviewer, "reviewer's name"), _name(credential, "credential")
    if day is not None:
        at = _read_on(day.date(), article, at)
    click.echo(f"{article.title}: version {article.version}, {len(article.sections)} sections.")
    click.echo(f"To read it: steady library show {article.id}")
    click.confirm(f"{reviewer}, {credential}: have you read this whole text, and do you stand by it?", abort=True)
    data.write(found, lambda tx: approve_article(tx, article, reviewer=reviewer, credential=credential, at=at))
    until = full_day(article.approval_lasts_until(at.date()))
    click.echo(f"Approved: {article.title}. It is to be read again by {until}.")


def _read_on(day: date, article: Article, now: datetime) -> datetime:
    """The moment to keep for a text that was read on a day. Raises Refused for one to come or too long ago."""
    if day > now.date():
        raise Refused("That day is still to come.")
    if now.date() > article.approval_lasts_until(day):
        raise Refused(f"That is longer ago than an approval holds ({article.review_months} months): read it again.")
    return now if day == now.date() else now.replace(year=day.year, month=day.month, day=day.day)


@library.command("withdraw")
@click.argument("id")
@settings_option
def withdraw(id: str, file: Path | None) -> None:
    """Take an approval back: patients don't see the article from then on."""
    found, at = settings.load(file), wall_clock()
    if not found.database.exists() or not data.write(found, lambda tx: approvals.withdraw(tx, id)):
        raise Refused(f"There is no approval of {plain(id)}.")
    data.write(
        found, lambda tx: audit.note(tx, at=at, actor="operator", action="approval withdrawn", about=id, detail="")
    )
    click.echo(f"Withdrawn: {plain(id)}.")


@library.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@settings_option
def take_in(folder: Path, file: Path | None) -> None:
    """Take in a clinic's own articles from FOLDER: all of them, or none if anything is wrong with one."""
    found = settings.load(file)
    taken = import_folder(folder, own_folder(found))
    for article in taken:
        click.echo(f"{article.id}  version {article.version}  {article.title}")
    click.echo(f"{len(taken)} articles taken in. Patients see one once it is approved: steady library approve ID")
    click.echo("The bot reads its articles when it starts: restart it.")


def find(found: Settings, id: str) -> Article:
    """The article of that id. Raises Refused, naming those there are."""
    shelf = books(found)
    if id not in shelf.articles:
        left_out = " Some files have problems: steady library check" if shelf.problems else ""
        raise Refused(f"No article {plain(id)}. There is: {', '.join(shelf.articles)}.{left_out}")
    return shelf.articles[id]


def _name(text: str, what: str) -> str:
    name = " ".join(plain(text).split())
    if not any(c.isalpha() for c in name) or len(name) > 80:
        raise Refused(f"The {what} needs 1 to 80 characters.")
    return name
