"""``steady library feedback``: where readers said that a section was not quite clear. Numbers only, of nobody."""

from pathlib import Path

import click

from bot import settings
from bot.articles import books
from bot.commands import data
from bot.commands.data import settings_option
from content.library import Article
from store import clarity
from store.clarity import Clarity


@click.command("feedback")
@settings_option
def feedback(file: Path | None) -> None:
    """Show what readers found clear and what not: the least clear section first. Who said it is not kept."""
    found = settings.load(file)
    counted = data.read(found, clarity.every)
    if not counted:
        click.echo("No reader has answered “Was this clear?” yet.")
    articles = books(found).articles
    for one in sorted(counted, key=lambda each: (-each.unclear / (each.clear + each.unclear), -each.unclear)):
        click.echo(line(one, articles.get(one.article)))


def line(one: Clarity, article: Article | None) -> str:
    """``3 of 10 not quite clear: Pacing, “How to begin” (pacing section 2, version 1)``"""
    where = f"{one.article} section {one.section}, version {one.version}"
    counted = f"{one.unclear} of {one.clear + one.unclear} not quite clear"
    section = None if article is None or article.version != one.version else article.section(one.section)
    if article is None or section is None:
        return f"{counted}: {where} (an older text)"
    return f"{counted}: {article.title}, “{section.heading}” ({where})"
