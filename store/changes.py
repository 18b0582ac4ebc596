"""The notice of the day before the first dose of a step or version, put whenever that day may have become another."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from care.clock import instant
from care.succession import Version, next_change, speaking
from store import notices
from store.database import Tx
from store.notices import Priority

_NOON = time(12)
_MOMENTS = timedelta(hours=2)


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

    One that waits for another time, or was not sent, comes at this one. ``late``: at once, where noon has passed, but
    not moments before the dose itself; else it need not come any more, since whoever accepts a change knows of it.
    """
    change = next_change(versions, zone, now.astimezone(zone).date())
    if change is None:
        return
    day = change.local_date
    begins = speaking(versions, day)
    assert begins is not None
    version, noon = str(begins.number), instant(day - timedelta(days=1), _NOON, zone) or now
    if late and noon <= now and change.at - now < _MOMENTS:
        return
    id, key, at = new_id(), f"tomorrow:{plan}:{version}:{day}", max(noon, now)
    put = notices.put(
        tx,
        id=id,
        key=key,
        account=account,
        kind="tomorrow",
        priority=Priority.REPEAT,
        send_at=at,
        facts={"plan": plan, "day": day.isoformat(), "version": version},
    )
    if noon <= now and not late:
        notices.settle(tx, id, notices.KNOWN, at=now)
    elif not put:
        notices.again(tx, key, send_at=at)
