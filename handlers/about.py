"""/about: what this bot is and is not, and who has read its texts; for everyone, in groups too."""

from telegram import Update

from content.screen import Screen
from content.wording import about as words
from handlers.calling import clinic_of
from handlers.context import Context
from handlers.learn.shelf import served_today
from store.database import Tx


async def about(update: Update, context: Context) -> None:
    """/about and the button below Help."""
    await context.toast()
    await context.reply(await context.read(lambda tx: _about(tx, context)))


def _about(tx: Tx, context: Context) -> Screen:
    shown = served_today(tx, context)
    return words.about(context.phrases, shown, clinic=clinic_of(tx, context), group=not context.private)
