"""The clinician's side: /invite, /patients, /plan, and all that follows from them."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update

from content.wording import clinic as words
from handlers.clinician import acting, digest, drafting, inviting, listing, missed, planning, travelling
from handlers.clinician.authority import member
from handlers.clinician.stages import LINE_ASK
from handlers.context import Context
from store import asks
from store.asks import Ask

__all__ = ["PRESSES", "invite", "patients", "plan", "typed"]

invite = inviting.invite
patients = listing.patients
plan = planning.plan


async def typed(update: Update, context: Context, ask: Ask) -> None:
    """Words that were asked for. Raises NotYours for anyone but a clinician."""
    await context.read(lambda tx: member(tx, context))
    if ask.kind == inviting.ASK:
        await inviting.typed_label(update, context, ask)
    elif ask.kind == LINE_ASK:
        await planning.typed_line(update, context, ask)
    else:
        await drafting.typed(update, context, ask)


async def unask(update: Update, context: Context) -> None:
    """``unask``: nothing is to be typed after all."""
    await context.read(lambda tx: member(tx, context))
    await context.record(lambda tx: asks.clear(tx, context.chat))
    await context.toast()
    await context.replace(words.plain(context.phrases, "clinic.unasked"))


PRESSES: dict[str, Callable[[Update, Context], Coroutine[Any, Any, None]]] = {
    "invite": inviting.pressed,
    "pts": listing.turned,
    "planpts": listing.turned,
    "pt": listing.opened,
    "ptweek": listing.week,
    "planfor": planning.chosen,
    "planact": acting.act,
    "draft": drafting.pressed,
    "mend": planning.mend,
    "unask": unask,
    "digest": digest.pressed,
    "missed": missed.pressed,
    "tripfor": travelling.pressed,
}
