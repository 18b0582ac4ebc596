"""What bots asked: the newest calls, each under the number that it was made by."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, overload

KEPT = 50_000
"""So many calls are kept, unless told otherwise: some hours of a busy bot, some tens of megabytes."""


@dataclass(frozen=True, kw_only=True)
class Call:
    """One request of a bot, and what it was told. The token is in none of it."""

    at: datetime
    method: str
    parameters: dict[str, Any]
    status: int
    """HTTP status; 0 if the connection was cut before or instead of an answer."""
    description: str = ""
    unknown: tuple[str, ...] = ()
    """Parameters that the Bot API does not know. Telegram ignores them; here they can be seen."""
    fault: str = ""
    """What went wrong on purpose."""

    def as_json(self) -> dict[str, Any]:
        """All of it, as JSON values."""
        return {**asdict(self), "at": self.at.isoformat()}


class Calls:
    """The calls, oldest first. A call's number never changes: ``calls[before:]`` is what came since
    ``before = len(calls)``, however many older ones were dropped meanwhile.
    """

    def __init__(self, kept: int | None = KEPT) -> None:
        """``kept``: at least so many of the newest are kept; None: all. Raises ValueError below 1."""
        if kept is not None and kept < 1:
            raise ValueError("at least one call is kept")
        self._kept = kept
        self._dropped = 0
        self._newest: list[Call] = []

    @property
    def first(self) -> int:
        """The number of the oldest call that is kept."""
        return self._dropped

    def add(self, call: Call) -> None:
        """One more; the oldest go, a good many at a time."""
        self._newest.append(call)
        if self._kept is not None and len(self._newest) >= 2 * self._kept:
            self._dropped += len(self._newest) - self._kept
            del self._newest[: -self._kept]

    def __len__(self) -> int:
        """How many calls were ever made."""
        return self._dropped + len(self._newest)

    def __iter__(self) -> Iterator[Call]:
        """Those that are kept."""
        return iter(self._newest)

    @overload
    def __getitem__(self, which: int) -> Call: ...
    @overload
    def __getitem__(self, which: slice) -> list[Call]: ...
    def __getitem__(self, which: int | slice) -> Call | list[Call]:
        """By number. Raises IndexError for one that was dropped or never made; a slice leaves these out."""
        if isinstance(which, slice):
            numbers = range(*which.indices(len(self)))
            return [self._newest[number - self._dropped] for number in numbers if number >= self._dropped]
        number = which + len(self) if which < 0 else which
        if number < self._dropped:
            raise IndexError(f"call {number} is not kept: the oldest is {self._dropped}")
        return self._newest[number - self._dropped]
