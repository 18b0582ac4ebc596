"""The notice of the day before the first dose of a step or version, put whenever that day may have become another."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from care.clock import instant
from care.succession import Version, next_change
from store import notices
from store.database import Tx
from store.notices import Priority

_NOON = time(12)


def announce(
    tx: Tx,
    plan: str,
    account: str,
    zone: ZoneInfo,
    versions: Sequence[Version],
    *,
    now: datetime,
    new_id: Callable[[], str],
    late: bool = True,
) -> None:
    """A quiet notice at noon of the day before a plan's first new dose. It is checked again when it is sent.

    One that waits for another time, or was not sent, comes at this one. ``late``: at once, where noon has passed.
    """
    change = next_change(versions, zone, now.astimezone(zone).date())
    if change is None:
        return
    day, version = change.local_date, str(versions[-1].number)
    noon = instant(day - timedelta(days=1), _NOON, zone) or now
    if noon <= now and not late:
        return
    key, at = f"tomorrow:{plan}:{version}:{day}", max(noon, now)
    put = notices.put(
        tx,
        id=new_id(),
        key=key,
        account=account,
        kind="tomorrow",
        priority=Priority.REPEAT,
        send_at=at,
        facts={"plan": plan, "day": day.isoformat(), "version": version},
    )
    if not put:
        notices.again(tx, key, send_at=at)
