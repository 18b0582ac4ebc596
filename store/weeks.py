"""One patient's seven days, read for the summary."""

from datetime import date, timedelta

from care.week import Week, week
from store import diary, doses, plans, uses
from store.database import Tx


def week_of(tx: Tx, account: str, link: str, start: date) -> Week:
    """Ratings, doses and uses of the seven days from ``start``."""
    last = start + timedelta(days=6)
    ratings = diary.ratings(tx, account, start, last)
    found = doses.between(tx, link, start, last)
    logged = uses.days(tx, link, start, last)
    stood = [plan for s in plans.of_link(tx, link) for plan in s.from_day(start) if plan.start <= last]
    needed = bool(logged) or any(plan.as_needed is not None for plan in stood)
    states = [(dose.local_date, dose.state.value) for dose in found]
    corrected = sum(dose.corrected for dose in found)
    return week(start, ratings, states, logged if needed else None, corrected=corrected)
