"""Screens that ask for typed words: whom to call stands on them where no reviewed list reads that language (R8)."""

from dataclasses import replace

from care.redflag_words import REVIEWED
from content.screen import Screen, joined
from content.wording.safety import at_a_prompt
from handlers.calling import numbers_of
from handlers.context import Context
from store.database import Tx


def prompting(tx: Tx, context: Context, screen: Screen) -> Screen:
    """The screen with the crisis text below, unless a reviewed list of red-flag words reads what will be typed."""
    if context.language in REVIEWED:
        return screen
    return replace(screen, text=joined((screen.text, at_a_prompt(context.phrases, numbers_of(tx, context)))))
