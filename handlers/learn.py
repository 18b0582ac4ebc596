"""/learn: a menu, or the best section, whole. In groups too; anyone may ask."""

from datetime import date

from telegram import Update

from content.library import Article
from content.screen import Screen
from content.wording import learn as words
from content.wording.learn import Review
from content.wording.safety import emergency_line
from handlers.calling import clinic_of, numbers_of
from handlers.context import Context, NotYours
from store import approvals
from store.approvals import Approval
from store.database import Tx

MOST_WORDS = 300
_NEAREST = 3
"""Where nothing is near, so many of the first titles are offered."""


def _served(context: Context, approved: dict[str, Approval]) -> dict[str, Review]:
    """The articles that may be shown, each with its review state: approved in this very text; in the demo, all."""
    served: dict[str, Review] = {}
    today = context.now.date()
    for article in context.services.library.articles.values():
        approval = approved.get(article.id)
        if approval is not None and _stands(article, approval, today):
            served[article.id] = Review(
                reviewer=approval.reviewer, credential=approval.credential, on=approval.at.date(), demo=False
            )
        elif context.services.demo:
            served[article.id] = Review(reviewer=None, credential=None, on=None, demo=True)
    return served


def _stands(article: Article, approval: Approval, today: date) -> bool:
    """An approval is of one text, and lapses with the article's review cycle (R12, R13)."""
    return approval.digest == article.digest and today <= article.approval_lasts_until(approval.at.date())


async def learn(update: Update, context: Context) -> None:
    """/learn [words]"""
    await context.reply(await context.read(lambda tx: _answer(tx, context, context.words[:MOST_WORDS])))


async def open_article(context: Context, id: str) -> None:
    """A shared link to an article."""
    await context.reply(await context.read(lambda tx: _section(tx, context, id, 1)))


def _answer(tx: Tx, context: Context, asked: str) -> Screen:
    served = _served(context, approvals.latest(tx))
    if not served:
        return _nothing(tx, context)
    if not asked:
        return _menu(context, served, 0)
    found = context.services.search.find(asked, among=served)
    if found.best is None:
        library = context.services.library.articles
        shown = [article for article in library.values() if article.id in served]
        nearest = [article for article in shown if article.title in found.nearest] or shown[:_NEAREST]
        return words.no_match(context.phrases, asked, nearest)
    return _section(tx, context, *found.best)


def _nothing(tx: Tx, context: Context) -> Screen:
    return words.nothing_approved(context.phrases, emergency_line(context.phrases, numbers_of(tx, context)))


def _menu(context: Context, served: dict[str, Review], page: int) -> Screen:
    articles = [a for a in context.services.library.articles.values() if a.id in served]
    return words.menu(context.phrases, articles, page=page, group=not context.private)


def _section(tx: Tx, context: Context, id: str, number: int) -> Screen:
    served = _served(context, approvals.latest(tx))
    if not served:
        return _nothing(tx, context)
    article = context.services.library.articles.get(id)
    if article is None or id not in served or not 1 <= number <= len(article.sections):
        return words.unknown_article(context.phrases)
    return words.section(
        context.phrases,
        article,
        number,
        review=served[id],
        numbers=numbers_of(tx, context),
        clinic=clinic_of(tx, context),
    )


async def pressed(update: Update, context: Context) -> None:
    """``learn:menu[:page]``, ``learn:a:<id>``, ``learn:s:<id>:<section>``, ``learn:q:<id>:<section>``"""
    assert context.press is not None
    await context.toast()
    await context.replace(await context.read(lambda tx: _pressed(tx, context, context.press_words)))


def _pressed(tx: Tx, context: Context, said: tuple[str, ...]) -> Screen:
    served = _served(context, approvals.latest(tx))
    match said:
        case ("menu",):
            return _menu(context, served, 0) if served else _nothing(tx, context)
        case ("menu", page) if page.isdecimal() and served:
            return _menu(context, served, int(page))
        case ("a", id):
            return _section(tx, context, id, 1)
        case ("s", id, number) if number.isdecimal():
            return _section(tx, context, id, int(number))
        case ("q", id, number) if number.isdecimal():
            article = context.services.library.articles.get(id)
            if article is None or id not in served or not 1 <= int(number) <= len(article.sections):
                return words.unknown_article(context.phrases)
            return words.sources(context.phrases, article, int(number))
    raise NotYours
