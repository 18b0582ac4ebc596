"""Inline mode: a section is looked up from any chat and posted there. Nothing that was typed is kept or logged."""

from dataclasses import dataclass

from telegram import Update

from care.redflags import match
from content import phrases as languages
from content.library import address
from content.library.serving import Place, Served
from content.numbers import numbers
from content.screen import Offer
from content.themes import in_order
from content.wording import inline as words
from handlers import show
from handlers.context import Context
from handlers.learn.shelf import public_today

PAGE = 10
CACHE_SECONDS = 300
MOST_CHARACTERS = 256  # Bot API: InlineQuery.query


@dataclass(frozen=True, kw_only=True)
class _Page:
    """What is offered, and where the next page begins ("": there is none)."""

    offers: list[Offer]
    more: str = ""
    own_treatment: bool = False


async def looked_up(update: Update, context: Context) -> None:
    """An inline query. The answer holds only what is public, the same for everyone, in the library's language."""
    query = update.inline_query
    assert query is not None
    asked, start = query.query[:MOST_CHARACTERS].strip(), int(query.offset) if query.offset.isdecimal() else 0
    phrases = languages.load()
    red_flag = match(f"/learn {asked}") is not None
    if red_flag:
        general = numbers(None, context.now.date())
        page = _Page(offers=[words.help_now(phrases, general, bot=context.bot.username)])
    else:
        page = _page(context, await context.read(lambda tx: public_today(tx, context)), asked, start)
    await show.offer(
        context.bot,
        query.id,
        page.offers,
        above=words.above(phrases, page.offers, red_flag=red_flag, own_treatment=page.own_treatment),
        more=page.more,
        cache_seconds=CACHE_SECONDS,
    )


def _page(context: Context, shown: Served, asked: str, start: int) -> _Page:
    places, own = _found(context, shown, asked)
    general, bot = numbers(None, context.now.date()), context.bot.username
    offers = [
        words.offer(languages.load(), shown.articles[id], number, review=shown.reviews[id], numbers=general, bot=bot)
        for id, number in places[start : start + PAGE]
    ]
    return _Page(offers=offers, more=str(start + PAGE) if start + PAGE < len(places) else "", own_treatment=own)


def _found(context: Context, shown: Served, asked: str) -> tuple[list[Place], bool]:
    """The sections to offer, best first, and whether the asker's own treatment is meant. For nothing typed, each
    article's first section."""
    if not asked:
        return [(id, 1) for id in in_order(shown.articles)], False
    named = address.place(asked.lower())
    if named is not None and shown.section(named) is not None:
        return [named], False
    found = context.services.search.find(asked, among=shown.articles)
    if found.own_treatment:  # whatever were offered would read as the answer (R9)
        return [], True
    return [place for place in (found.best, *found.others) if place is not None], False
