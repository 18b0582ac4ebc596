"""The surface on one page: every command, every press, in the order in which they are tried."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
)
from telegram.ext.filters import CAPTION, COMMAND, TEXT, ChatType, UpdateType

from content.press import decode
from handlers import (
    about,
    advice,
    asking,
    checkin,
    clinician,
    dose,
    earlier,
    learn,
    offers,
    other,
    personal,
    safety,
    setup,
    start,
    summary,
    supply,
    travel,
    uses,
)
from handlers.context import Context, NotYours
from handlers.learn import course, inline

Handle = Callable[[Update, Context], Coroutine[Any, Any, None]]

# Everybody's commands, then the clinicians'. Who may is looked up in each; who may not gets a stranger's reply.
COMMANDS: dict[str, Handle] = {
    "start": start.start,
    "today": dose.today,
    "checkin": checkin.begin,
    "summary": summary.summary,
    "report": safety.report,
    "settings": personal.settings,
    "travel": travel.travel,
    "check": offers.check,
    "privacy": personal.privacy,
    "cancel": personal.cancel,
    "stop": personal.stop,
    "delete": personal.delete,
    "invite": clinician.invite,
    "patients": clinician.patients,
    "plan": clinician.plan,
}
# These work in groups too, and hold nothing personal there.
PUBLIC: dict[str, Handle] = {"learn": learn.learn, "help": safety.help, "about": about.about}

PRESSES: dict[str, Handle] = {
    "help": safety.help,
    "about": about.about,
    "learn": learn.pressed,
    "course": course.pressed,
    "safe": safety.safe,
    "report": safety.report,
    "consent": start.consent,
    "join": start.join,
    "setup": setup.see,
    "share": setup.share,
    "country": setup.country,
    "zone": setup.zone,
    "clock": setup.clock,
    "alias": offers.alias,
    "rename": offers.rename,
    "self": offers.self_check,
    "check": offers.check,
    "offer": offers.offer,
    "dose": dose.pressed,
    "later": dose.later,
    "why": dose.why,
    "row": advice.row,
    "advice": advice.outage,
    "meant": dose.meant,
    "day": earlier.day,
    "fix": earlier.fix,
    "today": dose.today,
    "use": uses.pressed,
    "useundo": uses.undo,
    "supplies": supply.overview,
    "supply": supply.pressed,
    "trip": travel.pressed,
    "askhold": asking.pressed,
    "checkin": checkin.begin,
    "rate": checkin.rate,
    "worry": checkin.worry,
    "week": summary.pressed,
    "set": personal.set_one,
    "erase": personal.erase,
    **clinician.PRESSES,
}
_IN_GROUPS = frozenset({"learn", "help", "about", "safe"})


def guarded(handle: Handle) -> Handle:
    """The same handler; somebody who may not gets, word for word, what a stranger gets."""

    async def run(update: Update, context: Context) -> None:
        try:
            await handle(update, context)
        except NotYours:
            await (other.stale if update.callback_query else other.not_understood)(update, context)

    return run


async def pressed(update: Update, context: Context) -> None:
    """Every button: decoded, then given to the feature whose verb it names."""
    query = update.callback_query
    assert query is not None
    press = decode(query.data or "")
    allowed = press is not None and (context.private or press.verb in _IN_GROUPS)
    handle = PRESSES.get(press.verb) if press is not None and allowed else None
    context.press = press
    await guarded(handle or other.stale)(update, context)


def handlers() -> Sequence[tuple[int, BaseHandler[Any, Any, Any]]]:
    """All handlers with their group, in order. Edited messages are read for red flags (R6), and never commands."""
    new = UpdateType.MESSAGE
    private = new & ChatType.PRIVATE
    found: list[tuple[int, BaseHandler[Any, Any, Any]]] = [
        (-1, MessageHandler((new | UpdateType.EDITED_MESSAGE) & (TEXT | CAPTION), safety.red_flags)),
        (0, ChatMemberHandler(other.membership, ChatMemberHandler.MY_CHAT_MEMBER)),
        (0, CallbackQueryHandler(pressed)),
        (0, InlineQueryHandler(inline.looked_up)),
    ]
    found += [(0, CommandHandler(name, guarded(handle), filters=new)) for name, handle in PUBLIC.items()]
    found += [(0, CommandHandler(name, guarded(handle), filters=private)) for name, handle in COMMANDS.items()]
    found += [
        (0, CommandHandler(list(COMMANDS), other.group_command, filters=new & ChatType.GROUPS)),
        (0, MessageHandler(private & TEXT & ~COMMAND, guarded(other.text))),
        (0, MessageHandler(private & TEXT, other.not_understood)),
        (0, MessageHandler(private, other.anything)),
    ]
    return found


def install(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Give the application its handlers."""
    for group, handler in handlers():
        application.add_handler(handler, group)
