"""What was done once and must not be done again, as long as the program runs and without writing down whose it was."""

from collections import OrderedDict
from collections.abc import Hashable

MOST_KEPT = 10_000


class Once:
    """Remembers the last keys, in memory only."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, None] = OrderedDict()

    def first(self, key: Hashable) -> bool:
        """Whether this key comes for the first time."""
        if key in self._kept:
            return False
        self._kept[key] = None
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return True
