"""Record once, reply each time."""

from collections.abc import Callable

from content.screen import Screen
from handlers.context import Context
from store.database import Tx


async def recorded(context: Context, change: Callable[[Tx], Screen], look: Callable[[Tx], Screen]) -> Screen:
    """The screen that ``change`` returns; for an update that was recorded before, the one of ``look``."""
    screen = await context.record(change)
    if screen is None:
        screen = await context.read(look)
    return screen
