"""What was done once and must not be done again, as long as the program runs and without writing down whose it was."""

from collections import OrderedDict
from collections.abc import Hashable

MOST_KEPT = 10_000


class Once:
    """The last keys that were added, in memory only."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, None] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def add(self, key: Hashable) -> None:
        """Remember it, and forget the oldest if that is one too many."""
        self._kept[key] = None
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
