"""``steady library``: what the articles are, reading one for review, and a clinician's word for it."""

import textwrap
from datetime import date, datetime
from enum import Enum
from pathlib import Path

import click

from bot import settings
from bot.commands import data
from bot.commands.data import Refused, settings_option
from bot.origins import wall_clock
from content import library as shelf
from content.dates import full_day
from content.library import Article, as_text
from content.screen import plain
from store import approvals, audit
from store.approvals import Approval
from store.database import Tx

WIDTH = 80


class Standing(Enum):
    """Where an article stands with its reviewers; patients see only an approved one (design 6, R12)."""

    UNAPPROVED = "not approved"
    APPROVED = "approved"
    CHANGED = "changed since its approval"
    OVERDUE = "approval overdue"


def standing(article: Article, approval: Approval | None, today: date) -> Standing:
    """The standing on a day: an approval holds for one text (its digest) and one review cycle (R13)."""
    if approval is None:
        return Standing.UNAPPROVED
    if approval.digest != article.digest:
        return Standing.CHANGED
    overdue = today > article.approval_lasts_until(approval.at.date())
    return Standing.OVERDUE if overdue else Standing.APPROVED


def unapproved(articles: list[Article], approved: dict[str, Approval], today: date) -> list[Article]:
    """The articles that patients don't see."""
    return [one for one in articles if standing(one, approved.get(one.id), today) is not Standing.APPROVED]


@click.group()
def library() -> None:
    """The articles, and which of them patients see."""


def _approvals(file: Path | None) -> dict[str, Approval]:
    """The approvals; none where there is no database yet."""
    found = settings.load(file)
    return data.read(found, approvals.latest) if found.database.exists() else {}


@library.command("list")
@settings_option
def show_all(file: Path | None) -> None:
    """List the articles with their review state."""
    approved, today = _approvals(file), wall_clock().date()
    books = shelf.load()
    for article in books.articles.values():
        approval = approved.get(article.id)
        found = standing(article, approval, today)
        words = found.value
        if approval is not None:
            words += f" ({approval.reviewer}, {approval.credential}, {full_day(approval.at.date())})"
        click.echo(f"{article.id}  version {article.version}  {words}")
        click.echo(f"    {article.title}")
    for problem in books.problems:
        click.echo(f"Left out: {problem}")


@library.command("show")
@click.argument("id")
@settings_option
def show(id: str, file: Path | None) -> None:
    """Print an article whole, with its sources and what a reviewer must look up."""
    article = find(id)
    approval = _approvals(file).get(article.id)
    click.echo(_wrapped(as_text(article)))
    click.echo(f"Review state: {standing(article, approval, wall_clock().date()).value}.")


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(line, WIDTH) if line.strip() else "" for line in text.splitlines())


@library.command("approve")
@click.argument("id")
@click.option("--reviewer", prompt="Reviewer's name", help="Who has read it. Patients see the name.")
@click.option("--credential", prompt="Credential", help="Such as MD, pharmacist. Patients see it.")
@settings_option
def approve(id: str, reviewer: str, credential: str, file: Path | None) -> None:
    """Keep a clinician's word for an article: patients see it from then on, until its text changes."""
    found, at, article = settings.load(file), wall_clock(), find(id)
    reviewer, credential = _name(reviewer, "reviewer's name"), _name(credential, "credential")
    click.echo(f"{article.title}: version {article.version}, {len(article.sections)} sections.")
    click.echo(f"To read it: steady library show {article.id}")
    click.confirm(f"{reviewer}: I have read this text and stand by it", abort=True)
    data.write(found, lambda tx: approve_article(tx, article, reviewer=reviewer, credential=credential, at=at))
    click.echo(f"Approved: {article.title}. Its next review is due in {article.review_months} months.")


def approve_article(tx: Tx, article: Article, *, reviewer: str, credential: str, at: datetime) -> None:
    """Store an approval of exactly this text (design 6)."""
    approvals.approve(
        tx,
        Approval(
            article=article.id,
            version=article.version,
            digest=article.digest,
            reviewer=reviewer,
            credential=credential,
            at=at,
        ),
    )
    audit.note(tx, at=at, actor="operator", action="article approved", about=article.id, detail=article.digest)


def find(id: str) -> Article:
    """The article of that id. Raises Refused, naming those there are."""
    articles = shelf.load().articles
    if id not in articles:
        raise Refused(f"No article {plain(id)}. There is: {', '.join(articles)}.")
    return articles[id]


def _name(text: str, what: str) -> str:
    name = " ".join(plain(text).split())
    if not any(c.isalpha() for c in name) or len(name) > 80:
        raise Refused(f"The {what} needs 1 to 80 characters.")
    return name
