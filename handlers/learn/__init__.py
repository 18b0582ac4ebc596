"""/learn: topics, the best section, whole. In groups too; anyone may ask, and nothing personal is said there."""

from collections.abc import Sequence

from telegram import Update

from content.library import address
from content.library.serving import Place, Served
from content.screen import Screen, joined
from content.themes import themes
from content.wording import topics
from content.wording.course import weekly
from content.wording.scope import out_of_scope
from handlers.calling import clinic_of
from handlers.context import Context, NotYours
from handlers.learn import sections
from handlers.learn.sections import Opened, say_clear, show
from handlers.learn.shelf import nothing, reader, reader_account, served_today, to_call
from handlers.prompting import prompting
from store import readings, rounds
from store.database import Tx
from store.rounds import LESSON

MOST_CHARACTERS = 300
_ALSO = 3
"""So many other sections that answer what was asked are offered below the best."""
_BESIDE = 2
"""So many sections are offered to somebody who typed without /learn."""


async def learn(update: Update, context: Context) -> None:
    """/learn [words]"""
    await show(context, await context.read(lambda tx: _answer(tx, context, context.words[:MOST_CHARACTERS])))


async def open_link(context: Context, name: str) -> None:
    """A shared link to an article or a section; ``name`` is what followed ``learn_``, nothing for the topics."""
    place = address.place(name) or (name, 1)

    def opened(tx: Tx) -> Opened:
        return sections.section(tx, context, place) if name else Opened(screen=_menu(tx, context))

    await show(context, await context.read(opened))


def typed(tx: Tx, context: Context, not_understood: Screen) -> Screen | None:
    """To words typed without /learn: the fixed answer if they ask about one's own treatment; else what there is to read
    on them, below what is said to words that were ``not_understood``. None where there is neither.
    """
    shown = served_today(tx, context)
    found = context.services.search.find(context.words, among=shown.articles)
    if found.own_treatment:
        return _out_of_scope(tx, context, shown, found.others)
    if found.best is None:
        return None
    rows = [topics.heading(context.phrases, shown.articles[id], at) for id, at in (found.best, *found.others)]
    text = joined([not_understood.text, context.phrases("learn.typed")])
    return Screen(text=text, rows=(*rows[:_BESIDE], *not_understood.rows))


def _out_of_scope(tx: Tx, context: Context, shown: Served, beside: Sequence[Place]) -> Screen:
    return out_of_scope(context.phrases, shown, beside, clinic=clinic_of(tx, context))


def _answer(tx: Tx, context: Context, asked: str) -> Opened:
    shown = served_today(tx, context)
    if not shown.articles:
        return Opened(screen=nothing(tx, context))
    if not asked:
        return Opened(screen=_menu(tx, context))
    found = context.services.search.find(asked, among=shown.articles)
    if found.own_treatment:
        return Opened(screen=_out_of_scope(tx, context, shown, found.others))
    if found.best is None:
        near = [(shown.articles[id], number) for id, number in found.nearest]
        return Opened(screen=topics.no_match(context.phrases, asked, near, to_call(tx, context)))
    return sections.section(tx, context, found.best, also=_elsewhere(found.best, found.others)[:_ALSO])


def _elsewhere(best: Place, others: Sequence[Place]) -> list[Place]:
    """The other answers that "More" and "Back" do not lead to: of other articles, or far from the best one."""
    id, number = best
    return [place for place in others if place[0] != id or (number > 1 and abs(place[1] - number) > 1)]


async def pressed(update: Update, context: Context) -> None:
    """``learn:menu``, ``learn:t:<theme>``, ``learn:a:<id>``, ``learn:mine``, ``learn:forget[:yes]``; and of a section
    (id and number): ``learn:s`` (show), ``learn:q`` (sources), ``learn:share``, ``learn:c:…:<version>:yes|no``
    """
    await context.toast()
    match context.press_words:
        case ("forget", "yes") if context.private:
            await context.record(lambda tx: _forget(tx, context))
            await context.replace(topics.forget(context.phrases, done=True))
        case ("c", id, number, version, word, *rest) if number.isdecimal() and version.isdecimal():
            await say_clear(context, (id, int(number)), int(version), word, lesson=rest == ["lesson"])
        case said:
            await show(context, await context.read(lambda tx: _pressed(tx, context, said)), replace=True)


def _pressed(tx: Tx, context: Context, said: tuple[str, ...]) -> Opened:
    match said:
        case ("menu", *_):  # a page number behind it is of the older menu, which had pages
            return Opened(screen=_menu(tx, context))
        case ("t", theme):
            return Opened(screen=_theme(tx, context, theme))
        case ("mine",) if context.private:
            return Opened(screen=_mine(tx, context))
        case ("forget",) if context.private:
            return Opened(screen=topics.forget(context.phrases, done=False))
        case ("a", id):
            return sections.section(tx, context, (id, 1))
        case ("s", id, number) if (place := _place(id, number)) is not None:
            return sections.section(tx, context, place)
        case ("q", id, number) if (place := _place(id, number)) is not None:
            return Opened(screen=sections.sources(tx, context, place))
        case ("share", id, number) if (place := _place(id, number)) is not None:
            return Opened(screen=sections.share(tx, context, place))
    raise NotYours


def _place(id: str, number: str) -> Place | None:
    return (id, int(number)) if number.isdecimal() else None


def _menu(tx: Tx, context: Context) -> Screen:
    shown = served_today(tx, context)
    if not shown.articles:
        return nothing(tx, context)
    grouped = [(theme.id, theme.articles) for theme in themes(shown.articles)]
    menu = topics.menu(
        context.phrases,
        shown.articles,
        grouped,
        reader=reader(tx, context, shown),
        group=not context.private,
    )
    return prompting(tx, context, menu)


def _theme(tx: Tx, context: Context, id: str) -> Screen:
    shown = served_today(tx, context)
    found = next((theme for theme in themes(shown.articles) if theme.id == id), None)
    if found is None:  # none of its articles is served any more
        return _menu(tx, context)
    articles = [shown.articles[each] for each in found.articles]
    return topics.theme(context.phrases, found.id, articles, reader=reader(tx, context, shown))


def _mine(tx: Tx, context: Context) -> Screen:
    shown = served_today(tx, context)
    account, known = reader_account(tx, context), reader(tx, context, shown)
    if account is None or known is None:
        return _menu(tx, context)
    kept = rounds.get(tx, account.id, LESSON)
    when = None
    if known.weekly and kept is not None and kept.weekday is not None and kept.at is not None:
        when = weekly(context.phrases, kept.weekday, kept.at)
    return topics.mine(context.phrases, shown.articles, known, weekly=when)


def _forget(tx: Tx, context: Context) -> None:
    account = reader_account(tx, context)
    if account is not None:
        readings.forget(tx, account.id)
