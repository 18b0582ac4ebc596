"""An event loop with a time of its own: it stands while anything is to be done, and then leaps to the next timer."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any


class _Leaping(selectors.DefaultSelector):
    """Where a loop would wait; here the time leaps instead."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if not found:
            assert timeout is not None, "nothing is left that could ever happen"
            self.now += max(timeout, 0)
        return found


class Loop(asyncio.SelectorEventLoop):
    """Every timer and sleep in it is real code at a made-up time."""

    def __init__(self) -> None:
        self._leaping = _Leaping()
        super().__init__(self._leaping)

    def time(self) -> float:
        """Seconds since it was made."""
        return self._leaping.now

    def stop_for(self, seconds: float) -> None:
        """As if the process had been stopped for so long: time passes, and nothing of the loop runs."""
        self._leaping.now += seconds


def run(main: Coroutine[Any, Any, None]) -> None:
    """Run it to its end on such a loop."""
    with asyncio.Runner(loop_factory=Loop) as runner:
        runner.run(main)
