"""What has to be said of a change of plan: the day before, and with the first reminder of what is new, once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from itertools import pairwise

from tests.year.abroad import Lived
from tests.year.calendar import due_at
from tests.year.facts import Facts, Ordered
from tests.year.hindered import lost_time
from tests.year.record import Record, Row
from tests.year.telegram import Shown
from tests.year.weather import Spell

NOON = time(12)
HOUR = timedelta(hours=1)
_SEEN = frozenset({"taken", "skipped", "unanswered"})
_WORDS = ("first one", "Something is different")
_TOMORROW = "reminder changes"

Rings = dict[str, list[tuple[str, Shown]]]
"""By dose: the messages that asked about it, and how."""


def as_begun(record: Record, rings: Rings) -> Iterator[str]:
    """The first that was asked of a step says so, and is not to be answered unread; and a step is announced once: again
    only while nobody had seen a dose of it, as far as Telegram let on, or after a dose of another: a date that is lived
    twice goes back."""
    steps: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
    for row in sorted(record.rows, key=lambda each: each.due):
        if rings[row.id]:
            steps[row.plan, row.version, row.step].append(row)
    for (plan, version, step), asked in steps.items():
        first = rings[asked[0].id][0][1]
        if not _announces(first) or any(data.endswith(":taken") for data in first.buttons):
            yield f"step {step} of version {version} of plan {plan} began unannounced at {first.at}"
        announced = [row for row in asked if any(_announces(shown) for _, shown in rings[row.id])]
        others = [row.due for row in record.rows if row.plan == plan and (row.version, row.step) != (version, step)]
        seen = [
            row
            for row in announced[:-1]
            if row.state in _SEEN and not any(row.due < due < announced[-1].due for due in others)
        ]
        if any(record.believed_unseen.get(row.id, row.due) <= announced[-1].due for row in seen):
            yield f"step {step} of plan {plan} was announced {len(announced)} times"


def _announces(shown: Shown) -> bool:
    return any(words in shown.text for words in _WORDS)


def as_foretold(doses: Sequence[Lived], facts: Facts, record: Record, down: list[Spell]) -> Iterator[str]:
    """The day before a change somebody hears of it; it is owed only where nothing whatever was in the way."""
    by_plan: dict[str, list[Lived]] = defaultdict(list)
    for dose in doses:
        by_plan[dose.order.plan].append(dose)
    for plan, all_of_it in by_plan.items():
        in_order = sorted(all_of_it, key=lambda each: each.at)
        for before, new in pairwise(in_order):
            if (before.order.version, before.step) == (new.order.version, new.step) or before.day == new.day:
                continue
            noon = due_at(new.zone, new.day - timedelta(days=1), NOON)
            if noon is None or not _free(new, noon, facts, record, down):
                continue
            if not any(_TOMORROW in text for text in _told(facts, new.order.chat, noon, new.at)):
                yield f"nobody was told the day before of step {new.step} of plan {plan}, new on {new.day}"


def as_spaced(doses: Sequence[Lived], facts: Facts, record: Record) -> Iterator[str]:
    """A version that begins later than it was ordered to, since it was accepted late, keeps as many days from the last
    dose of the one before as the smaller of both has between two: a change of a weekly plan does not ask the next day.
    Where days of the week were ordered, they stand; and a move has rules of its own."""
    ordered = {(each.plan, each.version): each.start for each in facts.ordered}
    by_plan: dict[str, list[Lived]] = defaultdict(list)
    for dose in doses:
        by_plan[dose.order.plan].append(dose)
    for plan, all_of_it in by_plan.items():
        moves = [each.at for each in record.moves[facts.accounts[all_of_it[0].order.chat]]]
        for before, new in pairwise(sorted(all_of_it, key=lambda each: each.at)):
            if before.order.version == new.order.version or any(before.at <= at <= new.at for at in moves):
                continue
            if new.order.weekdays or new.order.start == ordered[plan, new.order.version]:
                continue  # so the clinician has it
            least = min(_days_between(before.order), new.order.every)
            if (new.day - before.day).days < least:
                yield f"plan {plan} asks on {new.day}, and had its last dose of another version on {before.day}"


def _days_between(order: Ordered) -> int:
    if not order.weekdays:
        return order.every
    days = sorted(order.weekdays)
    return min(later - sooner for sooner, later in pairwise([*days, days[0] + 7]))


def _told(facts: Facts, chat: int, since: datetime, until: datetime) -> Iterator[str]:
    return (each.text for each in facts.shown if each.chat == chat and since <= each.at < until)


def _free(new: Lived, noon: datetime, facts: Facts, record: Record, down: list[Spell]) -> bool:
    """Whether nothing was in the way of a word on the day before, and nothing had been that could move it."""
    order, since, until = new.order, noon - 26 * HOUR, new.until

    def within(moments: Iterator[datetime]) -> bool:
        return any(since <= each <= until for each in moments)

    stretches = (
        *facts.blocked.get(order.chat, []),
        *record.held[order.plan],
        *record.quiet[facts.links[order.chat]],
    )
    accepted = [at for (plan, _), at in record.accepted_at.items() if plan == order.plan]
    return not (
        any(each.since <= until and since <= each.until for each in stretches)
        or lost_time(down, noon - HOUR, until)
        or within(iter(facts.set_back))
        or within(iter(facts.died))
        or within(each.at for each in record.moves[facts.accounts[order.chat]])
        or within(each.at for each in facts.attempts if each.chat == order.chat)
        or within(iter(accepted))
    )
