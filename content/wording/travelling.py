"""A patient's trip in words for the clinic, which decides where two doses would come too close.

Presses: ``tripfor:<trip>:show|yes|no``.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from content import dates
from content.phrases import Phrases
from content.places import zone_name
from content.press import press
from content.screen import Row, Screen, joined
from content.wording.clinic import wide
from content.wording.safety import HELP_ROW
from content.wording.travel import hours


def ask(
    phrases: Phrases,
    back: Row,
    *,
    trip: str,
    label: str,
    old: ZoneInfo,
    new: ZoneInfo,
    starts: datetime | None,
    close: Sequence[tuple[str, datetime, datetime, timedelta]],
) -> Screen:
    """The clinic's question. ``close``: medicine, last dose, next dose (UTC), the plan's minimum gap."""
    lines = [
        phrases(
            "travel.clinic_close",
            name=name,
            last=_utc(last),
            next=_utc(coming),
            hours=hours(coming - last),
            least=hours(least),
        )
        for name, last, coming, least in close
    ]
    when = phrases.label("travel.clinic_now")
    if starts is not None:
        when = phrases.label("travel.clinic_from", day=dates.day(starts.astimezone(new)))
    text = phrases(
        "travel.clinic_ask",
        label=label,
        zone=zone_name(new.key),
        old=zone_name(old.key),
        when=when,
        lines=joined(lines, "\n") or phrases("travel.clinic_fits"),
    )
    rows = (
        wide(phrases.label("travel.clinic_yes"), press("tripfor", trip, "yes")),
        wide(phrases.label("travel.clinic_no"), press("tripfor", trip, "no")),
        back,
        HELP_ROW(phrases),
    )
    return Screen(text=text, rows=rows, protected=True)


def _utc(moment: datetime) -> str:
    return f"{dates.day(moment)} {dates.clock(moment)}"


def moved(phrases: Phrases, back: Row, *, label: str, zone: ZoneInfo, starts: datetime | None) -> Screen:
    """The clinic let it go on."""
    day = "" if starts is None else phrases.label("travel.clinic_from_day", day=dates.day(starts.astimezone(zone)))
    text = phrases("travel.clinic_moved", label=label, zone=zone_name(zone.key), from_day=day)
    return Screen(text=text, rows=(back, HELP_ROW(phrases)))


def kept(phrases: Phrases, back: Row, *, label: str) -> Screen:
    """The old clock stays."""
    return Screen(text=phrases("travel.clinic_kept", label=label), rows=(back, HELP_ROW(phrases)))


def over(phrases: Phrases, back: Row) -> Screen:
    """Nothing to decide any more."""
    return Screen(text=phrases("travel.clinic_over"), rows=(back, HELP_ROW(phrases)))
