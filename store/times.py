"""Moments in the database: UTC epoch milliseconds."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def ms(moment: datetime) -> int:
    """An aware moment as milliseconds; raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return (moment - _EPOCH) // _MILLISECOND


def moment(value: int) -> datetime:
    """Milliseconds as an aware UTC moment."""
    return _EPOCH + value * _MILLISECOND
