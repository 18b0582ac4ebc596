"""Where time and chance come from: the only place that reads a clock or draws at random."""

import secrets
from datetime import UTC, datetime


def wall_clock() -> datetime:
    """The moment (UTC) by the machine's clock."""
    return datetime.now(UTC)


def new_id() -> str:
    """A random id of our own: 60 bits in letters and digits, safe in a press."""
    return secrets.token_hex(8)[:15]


def new_code() -> str:
    """A code for an invite: 128 bits, safe in a link."""
    return secrets.token_urlsafe(16)
