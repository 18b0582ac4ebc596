"""The weekly reading: opt in, a day and an hour, and one tap to end it. For whoever has a clock here."""

from datetime import time

from telegram import Update

from content import dates
from content.library.serving import Place, Served
from content.screen import Screen
from content.themes import lessons
from content.wording import course as words
from handlers.context import Context, NotYours
from handlers.learn import sections
from handlers.learn.sections import Opened, show
from handlers.learn.shelf import reader_account, served_today
from store import plans, readings, rounds
from store.database import Tx
from store.pace import set_lesson
from store.people import Account
from store.rounds import LESSON


async def pressed(update: Update, context: Context) -> None:
    """``course`` (how it stands), ``course:again`` and ``course:day:<day>`` (choose), ``course:at:<day>:<hour>`` (set),
    ``course:stop``, ``course:open:<id>:<n>`` (read one)
    """
    await context.toast()
    match context.press_words:
        case ():
            await context.replace(await context.read(lambda tx: _standing(tx, context)))
        case ("again",):
            await context.replace(await context.read(lambda tx: _if_clock(tx, context, _choose_day(tx, context))))
        case ("day", day) if _is_day(day):
            hours = words.choose_hour(context.phrases, int(day))
            await context.replace(await context.read(lambda tx: _if_clock(tx, context, hours)))
        case ("at", day, hour) if _is_day(day) and hour in map(str, words.HOURS):
            await context.record(lambda tx: _set(tx, context, int(day), time(int(hour))))
            await context.replace(await context.read(lambda tx: _standing(tx, context)))
        case ("stop",):
            await context.record(lambda tx: _stop(tx, context))
            await context.replace(await context.read(lambda tx: _stopped(tx, context)))
        case ("open", id, number) if number.isdecimal():
            opened = await context.read(lambda tx: _lesson(tx, context, id, int(number)))
            await show(context, opened, replace=True)
        case _:
            raise NotYours


def _is_day(day: str) -> bool:
    return len(day) == 1 and day in "0123456"


def _if_clock(tx: Tx, context: Context, screen: Screen) -> Screen:
    account = reader_account(tx, context)
    return screen if account is not None and account.zone is not None else words.no_clock(context.phrases)


def _standing(tx: Tx, context: Context) -> Screen:
    """When it comes next; the choice of a day where it does not come."""
    account = reader_account(tx, context)
    kept = rounds.get(tx, account.id, LESSON) if account is not None else None
    if account is None or account.zone is None:
        return words.no_clock(context.phrases)
    if kept is None or kept.next_at is None or kept.weekday is None or kept.at is None:
        return _choose_day(tx, context)
    first = dates.local(kept.next_at, account.zone).date()
    quiet = account.quiet_since is not None
    return words.on(context.phrases, day=kept.weekday, at=kept.at, first=first, quiet=quiet)


def _choose_day(tx: Tx, context: Context) -> Screen:
    account = reader_account(tx, context)
    left = [] if account is None else _left(tx, served_today(tx, context), account)
    return words.choose_day(context.phrases, left=len(left))


def _left(tx: Tx, shown: Served, account: Account) -> list[Place]:
    """What is still to come, in order."""
    return lessons(shown, readings.of(tx, account.id), with_ldn=plans.with_ldn(tx, account.id))


def _set(tx: Tx, context: Context, day: int, at: time) -> None:
    account = reader_account(tx, context)
    if account is not None and account.zone is not None:
        readings.begin_course(tx, account.id)
        set_lesson(tx, account.id, account.zone, context.now, day, at)


def _stop(tx: Tx, context: Context) -> None:
    """Off, and what was chosen is kept, so that one tap has it back."""
    account = reader_account(tx, context)
    kept = rounds.get(tx, account.id, LESSON) if account is not None else None
    if account is not None and kept is not None:
        rounds.put(tx, account.id, LESSON, next_at=None, weekday=kept.weekday, at=kept.at)


def _stopped(tx: Tx, context: Context) -> Screen:
    account = reader_account(tx, context)
    kept = rounds.get(tx, account.id, LESSON) if account is not None else None
    return words.stopped(context.phrases, day=kept.weekday if kept else None, at=kept.at if kept else None)


def _lesson(tx: Tx, context: Context, id: str, number: int) -> Opened:
    """The section that the knock named; if it may not be shown any more, the next one."""
    shown, place = served_today(tx, context), (id, number)
    account = reader_account(tx, context)
    if shown.section(place) is None and account is not None and shown.articles:
        left = _left(tx, shown, account)
        if not left:
            return Opened(screen=words.over(context.phrases, read=True))
        place = left[0]
    return sections.section(tx, context, place, lesson=account is not None)
