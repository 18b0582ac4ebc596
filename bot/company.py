"""Company: another copy of the program that polls with the same token, on data of its own.

Telegram answers 409 to one of two who poll. Who has been up for long stays and says so; a newcomer yields, since it
may be a restored copy that would remind everybody a second time.
"""

from datetime import datetime, timedelta
from pathlib import Path

NEWCOMER = timedelta(minutes=5)
TWICE_WITHIN = timedelta(seconds=30)
HEARD_FOR = timedelta(minutes=5)
SAME_RUN = timedelta(minutes=5)


class AnotherCopy(Exception):
    """Another program polls with this token and was there first; the text says what to do."""


class Company:
    """What is known of another copy. ``began``: when this one started."""

    def __init__(self, began: datetime) -> None:
        self._began = began
        self._last: datetime | None = None

    def heard(self, now: datetime) -> None:
        """Telegram answered 409. Raises AnotherCopy for the second within 30 s if this program is a newcomer."""
        before, self._last = self._last, now
        newcomer = timedelta() <= now - self._began < NEWCOMER  # before it began: the clock was set back since
        if before is not None and abs(now - before) <= TWICE_WITHIN and newcomer:
            raise AnotherCopy(
                "another program polls with this token and was there first, so this one stops: two would remind"
                " everybody twice. Stop the other one, or give this one a token of its own."
            )

    def there(self, now: datetime) -> bool:
        """Whether another copy was heard of in the last minutes."""
        return self._last is not None and abs(now - self._last) <= HEARD_FOR


def trace(database: Path, now: datetime) -> str:
    """What a program leaves in its database each minute: in which file, and when it was in use."""
    return f"{database.stat().st_ino} {now.isoformat()}"


def goes_on(kept: str | None, database: Path, now: datetime) -> bool:
    """Whether this start goes on with the last run: the same file, in use moments ago.

    Any other may be a copy of one that is in use elsewhere.
    """
    file, _, at = (kept or "").partition(" ")
    return file == str(database.stat().st_ino) and abs(now - datetime.fromisoformat(at)) <= SAME_RUN
