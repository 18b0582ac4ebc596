"""The line to Telegram: whether anything can get through just now.

While it is down nothing is claimed, so that an outage leaves no notice in doubt and uses none up. Telegram is asked
whether it is there, ever more slowly; then one notice goes alone, and the others follow once that is answered.
"""

from datetime import datetime, timedelta

LONGEST = timedelta(minutes=1)
DOUBTS = 3
"""So many in doubt one after the other, and none answered between, are no accident of one connection."""


class Line:
    """Up until a send says otherwise; up again with the first that is answered."""

    def __init__(self) -> None:
        self._failures = 0
        self._doubts = 0
        self._closed: tuple[datetime, datetime] | None = None

    @property
    def down(self) -> bool:
        """Whether nothing was answered since it failed: ask first, and send one at a time."""
        return self._failures > 0

    def closed(self, now: datetime) -> float:
        """For how many seconds nothing may be tried; 0 if it may. A clock that was set back ends the wait."""
        if self._closed is None or not self._closed[0] <= now < self._closed[1]:
            return 0.0
        return (self._closed[1] - now).total_seconds()

    def works(self) -> None:
        """Telegram answered."""
        self._failures = self._doubts = 0

    def fails(self, now: datetime) -> None:
        """Telegram could not be reached. Those that were on their way together count as one failure."""
        if not self.closed(now):
            self._failures += 1
            self._close(now, min(timedelta(seconds=2 ** min(self._failures, 6)), LONGEST))

    def doubts(self, now: datetime) -> None:
        """Something went out and no answer came."""
        self._doubts += 1
        if self._doubts >= DOUBTS or self.down:
            self.fails(now)

    def held(self, now: datetime, after: timedelta) -> None:
        """Telegram holds the whole bot for so long."""
        self._close(now, max(after, timedelta(seconds=self.closed(now))))

    def _close(self, now: datetime, span: timedelta) -> None:
        self._closed = (now, now + span)
