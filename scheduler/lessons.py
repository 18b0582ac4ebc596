"""The weekly reading: which section comes, when it gives way, and how it ends by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from care import rounds as when
from care.clock import instant
from content.library import Library
from content.library.serving import served
from content.themes import lessons
from store import approvals, notices, people, plans, readings, rounds
from store.database import Tx
from store.notices import Priority
from store.rounds import LESSON, DueRound

WINDOW = timedelta(hours=12)
"""After an outage of longer than this, the week is left out: reading is never late."""
MOST_UNOPENED = 4


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """Raises the weekly reading, from a library of which only what is approved is served (``demo``: all)."""

    library: Library
    demo: bool

    def raise_lesson(self, tx: Tx, due: DueRound, now: datetime, new_id: Callable[[], str]) -> datetime | None:
        """Queue what is due; when the next one comes, None if that was the end.

        It ends kindly when all is read, or when the last four were not opened. It gives way to a day that has two
        other rounds, and comes the day after.
        """
        account, weekday, at = due.round.account, due.round.weekday, due.round.at
        if weekday is None or at is None:
            return None
        following = when.next_weekly(weekday, at, due.zone, now)
        if due.quiet or due.unreachable or now >= due.due + WINDOW:
            return following
        if _full(tx, due):
            return when.next_daily(at, due.zone, now)
        shown = served(self.library, approvals.latest(tx), now.date(), demo=self.demo)
        if not people.belongs(tx, account):
            shown = shown.public
        if not shown.articles:  # nothing is approved just now: that is not the reader's doing
            return following
        coming = lessons(shown, readings.of(tx, account), with_ldn=plans.with_ldn(tx, account))
        place = coming[0] if coming else None
        ends = "unopened" if readings.left_unopened(tx, account) >= MOST_UNOPENED else "" if place else "read"
        facts = {"over": ends}
        if not ends and place is not None:
            facts = {"article": place[0], "section": str(place[1])}
            readings.lesson_raised(tx, account)
        notices.put(
            tx,
            id=new_id(),
            key=rounds.key(LESSON, account, due.due.astimezone(due.zone).date()),
            account=account,
            kind=LESSON,
            priority=Priority.LESSON,
            send_at=now,
            window_end=due.due + WINDOW,
            facts=facts,
        )
        return None if ends else following


def _full(tx: Tx, due: DueRound) -> bool:
    day = due.due.astimezone(due.zone).date()
    start = instant(day, time(), due.zone) or due.due
    room = when.leaves_room(due.most)
    return rounds.on_day(tx, due.round.account, day, start, start + timedelta(days=1), checkin=room) >= due.most
