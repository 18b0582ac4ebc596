"""One section on the screen, remembered for its reader alone; its sources, ways to share it, was it clear?"""

from collections.abc import Sequence
from dataclasses import dataclass

from content.library import address
from content.library.serving import Place, Served
from content.screen import Screen
from content.wording import learn as words
from content.wording.learn import Clear
from handlers.calling import clinic_of, numbers_of
from handlers.context import Context, NotYours
from handlers.learn.shelf import gone, nothing, reader_account, served_today
from store import clarity, readings
from store.database import Tx


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A screen, and the section that it shows if somebody's reading of it is to be remembered."""

    screen: Screen
    reader: str | None = None
    place: Place | None = None


def section(
    tx: Tx,
    context: Context,
    place: Place,
    *,
    clear: Clear = "ask",
    lesson: bool = False,
    also: Sequence[Place] = (),
) -> Opened:
    """The section of that place, or why it can't be shown. In a group nobody is asked, and nothing remembered."""
    shown = served_today(tx, context)
    if not shown.articles:
        return Opened(screen=nothing(tx, context))
    if shown.section(place) is None:
        return Opened(screen=gone(tx, context))
    id, number = place
    account = reader_account(tx, context)
    screen = words.section(
        context.phrases,
        shown.articles[id],
        number,
        review=shown.reviews[id],
        numbers=numbers_of(tx, context),
        clinic=clinic_of(tx, context),
        clear=clear if context.private else "",
        lesson=lesson,
        also=[(shown.articles[other], at) for other, at in also],
    )
    return Opened(screen=screen, reader=account.id if account else None, place=place)


async def show(context: Context, opened: Opened, *, replace: bool = False) -> None:
    """Remember it if it is to be remembered, then show it."""
    if opened.reader is not None and opened.place is not None:
        await context.record(lambda tx: remember(tx, context, opened))
    await (context.replace if replace else context.reply)(opened.screen)


def remember(tx: Tx, context: Context, opened: Opened) -> None:
    """Keep that it was opened; not for somebody who has gone meanwhile."""
    account = reader_account(tx, context)
    if account is not None and account.id == opened.reader and opened.place is not None:
        readings.note(tx, account.id, *opened.place, at=context.now)


def sources(tx: Tx, context: Context, place: Place) -> Screen:
    """What it rests on."""
    shown = served_today(tx, context)
    if shown.section(place) is None:
        return gone(tx, context)
    return words.sources(context.phrases, shown.articles[place[0]], place[1])


def share(tx: Tx, context: Context, place: Place) -> Screen:
    """A link to it, and the way into another chat."""
    shown = served_today(tx, context).public
    if shown.section(place) is None:
        return gone(tx, context)
    bot = context.bot.bot
    return words.share(
        context.phrases,
        shown.articles[place[0]],
        place[1],
        link=address.link(bot.username or "", place),
        inline=bool(bot.supports_inline_queries),
    )


async def say_clear(context: Context, place: Place, version: int, word: str, *, lesson: bool) -> None:
    """An answer to "Was this clear?": a number grows, once a message, and only for the text that was read."""
    if word not in ("yes", "no") or not context.private:
        raise NotYours
    shown = await context.read(lambda tx: served_today(tx, context))
    current = _is_current(shown, place, version)
    message, answered = (context.chat, context.pressed_message), context.services.answered
    if current and message not in answered:
        await context.record(lambda tx: clarity.count(tx, place[0], version, place[1], clear=word == "yes"))
        answered.add(message)
    said: Clear = "changed" if not current else "yes" if word == "yes" else "no"
    opened = await context.read(lambda tx: section(tx, context, place, clear=said, lesson=lesson))
    await context.replace(opened.screen)


def _is_current(shown: Served, place: Place, version: int) -> bool:
    return shown.section(place) is not None and shown.articles[place[0]].version == version
