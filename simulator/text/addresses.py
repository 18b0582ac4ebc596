"""Where links lead, as Telegram reads them."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from simulator.refusal import bad

_WEB = re.compile(r"(?:https?|tg|ton|tonsite)://\S+|mailto:\S+|tel:\S+", re.IGNORECASE)


def web_address(given: str) -> str | None:
    """The address as it is kept; None for a link that leads nowhere."""
    address = given.strip()
    if address and ":" not in address and "." in address:
        address = f"http://{address}"
    return address if _WEB.fullmatch(address) else None


def emoji_id(address: str) -> str | None:
    """The custom emoji of ``tg://emoji?id=…``."""
    parts = urlsplit(address)
    ids = parse_qs(parts.query).get("id", [])
    return ids[0] if (parts.scheme, parts.netloc) == ("tg", "emoji") and ids else None


def date_time(address: str) -> dict[str, Any] | None:
    """The moment of ``tg://time?unix=…&format=…``, as an entity."""
    parts = urlsplit(address)
    if (parts.scheme, parts.netloc) != ("tg", "time"):
        return None
    given = parse_qs(parts.query)
    return moment(given.get("unix", [""])[0], given.get("format", [None])[0])


def moment(unix: str, format: str | None) -> dict[str, Any]:
    """A moment as an entity. Raises Refusal if it is none."""
    if not unix.isdecimal():
        raise bad("can't parse entities: invalid date-time entity specified")
    return {"type": "date_time", "unix_time": int(unix)} | ({} if format is None else {"date_time_format": format})
