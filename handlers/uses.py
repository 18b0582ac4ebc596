"""As-needed medicines: logging a use now or earlier, and taking it back. What happened is always recorded."""

from datetime import datetime, timedelta

from telegram import Update

from care.clauses import times as read_times
from care.clock import instant
from care.succession import Version
from care.tokens import Cursor, LineError
from content.phrases import Phrases
from content.screen import Screen
from content.wording import uses as words
from content.wording.uses import EARLIER_MINUTES, NeededShown
from handlers import needed, standing
from handlers.context import Context, NotYours
from handlers.prompting import prompting
from store import asks, news, plans, uses
from store.asks import Ask
from store.database import Tx
from store.people import Patient
from store.plans import Standing

ASK = "use"
ONE_PRESS = timedelta(minutes=2)
"""A button pressed again within this is the same press; later, it is asked whether it is another use."""
_MARK = 8


async def pressed(update: Update, context: Context) -> None:
    """``use:<plan>:show``, ``use:<plan>:<mark>:now|earlier|<minutes>``"""
    await context.toast()
    match context.press_words:
        case (plan, "show"):
            await context.record(lambda tx: _unask(tx, context, plan))
            await context.replace(await context.read(lambda tx: words.page(*_page(tx, context, plan))))
        case (plan, mark, "earlier") if mark:
            await context.record(lambda tx: _expect(tx, context, plan, mark))
            await context.replace(await context.read(lambda tx: _earlier(tx, context, plan, mark)))
        case (plan, mark, ago) if mark and (ago == "now" or ago in map(str, EARLIER_MINUTES)):
            taken = context.now - timedelta(minutes=0 if ago == "now" else int(ago))
            await context.record(lambda tx: _log(tx, context, plan, mark, taken))
            await context.replace(await context.read(lambda tx: _logged(tx, context, plan, mark)))
        case _:
            raise NotYours


def _own(tx: Tx, context: Context, plan: str) -> tuple[Patient, Standing, Version]:
    """An as-needed plan of the person's own, ended ones included, and the version that speaks. Raises NotYours."""
    patient, found = standing.own(tx, context), plans.get(tx, plan)
    version = None if found is None else needed.version_of(patient, found, context.now)
    if found is None or version is None or found.link != patient.link.id:
        raise NotYours
    return patient, found, version


def _shown(tx: Tx, context: Context, plan: str, said: datetime | None = None) -> NeededShown:
    return needed.shown(tx, *_own(tx, context, plan), context.now, said)


def _page(tx: Tx, context: Context, plan: str) -> tuple[Phrases, NeededShown, str]:
    return context.phrases, _shown(tx, context, plan), context.services.new_id()[:_MARK]


def _earlier(tx: Tx, context: Context, plan: str, mark: str) -> Screen:
    return prompting(tx, context, words.earlier(context.phrases, _shown(tx, context, plan), mark))


def _unreadable(tx: Tx, context: Context, plan: str, mark: str) -> Screen:
    return prompting(tx, context, words.unreadable(context.phrases, _shown(tx, context, plan), mark))


def _expect(tx: Tx, context: Context, plan: str, mark: str) -> None:
    _own(tx, context, plan)
    asks.put(tx, context.chat, ASK, at=context.now, plan=plan, mark=mark)


def _unask(tx: Tx, context: Context, plan: str) -> None:
    """Back from the question when it was: words typed from here on are not taken for a time."""
    _own(tx, context, plan)
    ask = asks.get(tx, context.chat)
    if ask is not None and ask.kind == ASK:
        asks.clear(tx, context.chat)


def _log(tx: Tx, context: Context, plan: str, mark: str, taken: datetime) -> None:
    """Recorded, held or not; of one on hold the clinic hears."""
    patient, found, version = _own(tx, context, plan)
    asks.clear(tx, context.chat)
    logged = uses.log(
        tx,
        id=context.services.new_id(),
        plan=plan,
        chat=context.chat,
        mark=mark,
        version=version.number,
        amount=version.plan.steps[0].amount.text,
        taken=taken.astimezone(patient.account.zone),
        at=context.now,
    )
    if logged and found.held_since is not None:
        news.tell(tx, patient.link, "use", "held", at=context.now, new_id=context.services.new_id)


def _logged(tx: Tx, context: Context, plan: str, mark: str) -> Screen:
    """What this button recorded, whoever pressed it before; pressed much later, whether this is another use."""
    use = uses.by_mark(tx, plan, mark)
    now_shown = _shown(tx, context, plan, None if use is None else use.taken)
    if use is None:  # it was taken back
        return words.page(context.phrases, now_shown, context.services.new_id()[:_MARK])
    if context.now - use.said > ONE_PRESS:
        new = context.services.new_id()[:_MARK]
        return words.again(context.phrases, now_shown, taken=use.taken, mark=new)
    return words.logged(context.phrases, now_shown, use=use.id, taken=use.taken)


async def undo(update: Update, context: Context) -> None:
    """``useundo:<use>``: within 12 h of saying it."""
    id = context.one_word
    await context.toast()
    plan = await context.read(lambda tx: uses.plan_of(tx, id, context.chat))
    if plan is None:
        raise NotYours
    await context.record(lambda tx: uses.undo(tx, id, context.chat, at=context.now))
    await context.replace(await context.read(lambda tx: _undone(tx, context, plan, id)))


def _undone(tx: Tx, context: Context, plan: str, id: str) -> Screen:
    return words.undone(context.phrases, _shown(tx, context, plan), changed=uses.taken_back(tx, id))


async def typed(update: Update, context: Context, ask: Ask) -> None:
    """The time of an earlier use: the last such time on the patient's clock."""
    plan, mark = ask.facts["plan"], ask.facts["mark"]
    taken = await context.read(lambda tx: _moment(tx, context, plan))
    if taken is None:
        await context.reply(await context.read(lambda tx: _unreadable(tx, context, plan, mark)))
        return
    await context.record(lambda tx: _log(tx, context, plan, mark, taken))
    await context.reply(await context.read(lambda tx: _logged(tx, context, plan, mark)))


def _moment(tx: Tx, context: Context, plan: str) -> datetime | None:
    zone = _own(tx, context, plan)[0].account.zone
    assert zone is not None
    try:
        cursor = Cursor(context.words)
        cursor.skip("at")
        clocks = read_times(cursor)
    except LineError:
        return None
    if len(clocks) != 1 or cursor.peek() is not None:
        return None
    today = context.now.astimezone(zone).date()
    moments = [instant(today - timedelta(days=back), clocks[0], zone) for back in (0, 1)]
    return next((moment for moment in moments if moment is not None and moment <= context.now), None)
