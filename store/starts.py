"""From which day a plan or version can have doses, by those of the same medicine that come before it."""

from datetime import date, time
from zoneinfo import ZoneInfo

from care.clock import instant
from care.plans import Days
from care.succession import Version, due_between
from store import plans
from store.database import Tx

_HAD = "(plan.ended_at IS NULL OR dose.state NOT IN ('held', 'cancelled'))"
"""Of a plan that has ended, what was called off with it was not had."""
_OF = f"FROM dose JOIN plan ON plan.id = dose.plan WHERE plan.link = :link AND plan.medicine = :medicine AND {_HAD}"


def raised_on(tx: Tx, link: str, medicine: str, day: date) -> bool:
    """Whether a dose of that medicine was raised on that local date, be it of a plan that has ended since."""
    return bool(tx.value(f"SELECT 1 {_OF} AND local_date = :day", link=link, medicine=medicine, day=day.isoformat()))


def after_the_last(tx: Tx, link: str, medicine: str, days: Days, zone: ZoneInfo, earliest: date) -> date:
    """That day or, if it is later, the first that is as far from the last dose as the days of both plans allow.

    A plan of every seventh day that is changed just after its dose goes on seven days later, not the next day; one that
    becomes a daily one, or was one, goes on the next day. Weekdays are days that the clinician named: they stand.
    """
    if days.weekdays:
        return earliest
    last = _last(tx, link, medicine, zone, earliest)
    return earliest if last is None else max(earliest, last[0] + min(last[1].cycle, days.cycle))


def _last(tx: Tx, link: str, medicine: str, zone: ZoneInfo, until: date) -> tuple[date, Days] | None:
    """The day of the last dose that comes before a new version of ``until``, raised or still to come, and its plan's
    days."""
    found: list[tuple[date, Days]] = []
    row = tx.one(
        f"SELECT dose.plan, dose.version, local_date {_OF} AND local_date <= :until"
        " ORDER BY local_date DESC, due_at DESC LIMIT 1",
        link=link,
        medicine=medicine,
        until=until.isoformat(),
    )
    if row is not None:
        days = _days(plans.accepted_versions(tx, row["plan"]), row["version"])
        found.append((date.fromisoformat(row["local_date"]), days))
    live = next((standing for standing in plans.of_link(tx, link) if standing.medicine.id == medicine), None)
    coming = None if live is None else plans.next_at(tx, live.id)
    ends = instant(until, time(), zone)
    if live is not None and coming is not None and ends is not None:
        doses = due_between(live.accepted, zone, coming, max(ends, coming))
        found += [(due.local_date, version.plan.days) for version, due in doses]
    return max(found, key=lambda each: each[0], default=None)


def _days(versions: tuple[Version, ...], number: int) -> Days:
    return next(version.plan.days for version in versions if version.number == number)
