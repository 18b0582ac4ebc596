"""One patient's seven days, read for the summary."""

from datetime import date, timedelta

from care.week import Week, week
from store import diary, doses
from store.database import Tx


def week_of(tx: Tx, account: str, link: str, start: date) -> Week:
    """Ratings and doses of the seven days from ``start``."""
    last = start + timedelta(days=6)
    ratings = diary.ratings(tx, account, start, last)
    found = doses.between(tx, link, start, last)
    return week(start, ratings, [(dose.local_date, dose.state.value) for dose in found])
