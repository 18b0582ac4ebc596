"""Travel in words: the next doses in both zones, and what was chosen.

Presses: ``trip:where``, ``trip:to:<country>``, ``trip:other``, ``trip:home``, ``trip:<trip>:<what>[:<value>]``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from care.moving import Move
from content import dates, places
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Html, Row, Screen, joined
from content.wording.safety import HELP_ROW

DAYS_AHEAD = 14
"""How far ahead a day can be chosen."""
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class PlanMoves:
    """What a move means for one plan."""

    alias: str
    move: Move
    kept: Sequence[datetime] = ()
    """Its next doses without the move (UTC)."""


def _wide(phrases: Phrases, key: str, to: Press, **facts: object) -> Row:
    return (Button(label=phrases.label(f"travel.{key}", **facts), press=to),)


def _name(zone: ZoneInfo) -> str:
    return places.zone_name(zone.key)


def where(phrases: Phrases, *, zone: ZoneInfo, now: datetime, countries: Sequence[str]) -> Screen:
    """Where are you going? Countries by button, any other typed."""
    names = places.countries()
    buttons = [Button(label=names[code], press=press("trip", "to", code)) for code in countries]
    rows: list[Row] = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    text = phrases("travel.where", zone=_name(zone), clock=dates.clock(now.astimezone(zone)))
    return Screen(text=text, rows=(*rows, _wide(phrases, "button_other", press("trip", "other")), HELP_ROW(phrases)))


def away(phrases: Phrases, *, zone: ZoneInfo, home: ZoneInfo, now: datetime) -> Screen:
    """On another clock than at home: the way back, or on."""
    text = phrases(
        "travel.away",
        zone=_name(zone),
        clock=dates.clock(now.astimezone(zone)),
        home=_name(home),
        home_clock=dates.clock(now.astimezone(home)),
    )
    rows = (
        _wide(phrases, "button_home", press("trip", "home"), zone=_name(home)),
        _wide(phrases, "button_elsewhere", press("trip", "where")),
        HELP_ROW(phrases),
    )
    return Screen(text=text, rows=rows)


def planned(
    phrases: Phrases, *, trip: str, zone: ZoneInfo, starts: datetime, plans: Sequence[PlanMoves], phone: str
) -> Screen:
    """A day was chosen. What lies between is said: an evening may be on neither clock."""
    text = phrases("travel.planned", zone=_name(zone), day=dates.day(starts.astimezone(zone)))
    # What would be too close was asked of the clinic, and is left out.
    settled = [PlanMoves(alias=plan.alias, move=replace(plan.move, close=None)) for plan in plans]
    return Screen(
        text=joined((text, *_between(phrases, settled, phone))), rows=(*_ways(phrases, trip), HELP_ROW(phrases))
    )


def asked(phrases: Phrases, *, trip: str, zone: ZoneInfo, phone: str) -> Screen:
    """Two doses would come too close: the clinic was asked, and nothing has changed."""
    text = phrases("travel.asked", zone=_name(zone), phone=phone)
    return Screen(text=text, rows=(*_ways(phrases, trip), HELP_ROW(phrases)))


def _ways(phrases: Phrases, trip: str) -> tuple[Row, ...]:
    return (
        _wide(phrases, "button_look", press("trip", trip, "show")),
        _wide(phrases, "button_cancel", press("trip", trip, "stay")),
    )


def zones(phrases: Phrases, *, trip: str, names: Sequence[str], now: datetime) -> Screen:
    """A country's clocks, each with what it shows now; the number is the place in tzdata's order."""
    rows = tuple(
        (
            Button(
                label=f"{places.zone_name(name)} – {dates.clock(now.astimezone(ZoneInfo(name)))}",
                press=press("trip", trip, "zone", number),
            ),
        )
        for number, name in enumerate(names)
    )
    back = _wide(phrases, "button_elsewhere", press("trip", "where"))
    return Screen(text=phrases("travel.choose_zone"), rows=(*rows, back, HELP_ROW(phrases)))


def preview(
    phrases: Phrases,
    *,
    trip: str,
    old: ZoneInfo,
    new: ZoneInfo,
    now: datetime,
    plans: Sequence[PlanMoves],
    phone: str,
) -> Screen:
    """The next doses in both zones, kept and moved; what lies between; and the choice."""
    none = phrases("travel.no_plans")
    kept = joined(_lines(phrases, "line", plans, old, new, moved=False), "\n") or none
    changed = joined(_lines(phrases, "line_there", plans, old, new, moved=True), "\n") or none
    facts = {"there": dates.clock(now.astimezone(new)), "here": dates.clock(now.astimezone(old)), "old": _name(old)}
    text = joined(
        (
            phrases("travel.preview", zone=_name(new), kept=kept, changed=changed, **facts),
            *_between(phrases, plans, phone),
            phrases("travel.choice"),
        )
    )
    rows = (
        _wide(phrases, "button_now", press("trip", trip, "now")),
        _wide(phrases, "button_day", press("trip", trip, "days")),
        _wide(phrases, "button_stay", press("trip", trip, "stay")),
        HELP_ROW(phrases),
    )
    return Screen(text=text, rows=rows)


def _lines(
    phrases: Phrases, key: str, plans: Sequence[PlanMoves], old: ZoneInfo, new: ZoneInfo, *, moved: bool
) -> Iterable[Html]:
    for plan in plans:
        instants = [due.at for due in plan.move.next] if moved else plan.kept
        if not instants:
            yield phrases("travel.line_none", alias=plan.alias)
        for at in instants:
            here, there = at.astimezone(old), at.astimezone(new)
            yield phrases(
                f"travel.{key}",
                alias=plan.alias,
                day=dates.day(here),
                at=dates.clock(here),
                day_there=dates.day(there),
                at_there=dates.clock(there),
            )


def _between(phrases: Phrases, plans: Sequence[PlanMoves], phone: str) -> Iterable[Html]:
    """A line a plan, which names it where there are several."""
    which = "_of" if len(plans) > 1 else ""
    for plan in plans:
        move = plan.move
        if move.apart is not None:
            yield phrases(f"travel.close{which}", alias=plan.alias, hours=hours(move.apart))
        elif move.since_last is not None:
            parts = [phrases(f"travel.hours{which}", alias=plan.alias, hours=hours(move.since_last))]
            if move.long:
                parts.append(phrases("travel.long", phone=phone))
            yield joined(parts, " ")


def hours(span: timedelta) -> str:
    """Hours, to the half hour: ``25``, ``11.5``."""
    halves = round(span / _HOUR * 2)
    return str(halves // 2) if halves % 2 == 0 else f"{halves / 2:.1f}"


def choose_day(phrases: Phrases, *, trip: str, zone: ZoneInfo, days: Sequence[date]) -> Screen:
    """From which day on."""
    buttons = [Button(label=dates.day(day), press=press("trip", trip, "on", day.isoformat())) for day in days]
    rows: list[Row] = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    back = (Button(label=phrases.label("button.back"), press=press("trip", trip, "show")),)
    return Screen(text=phrases("travel.choose_day", zone=_name(zone)), rows=(*rows, back, HELP_ROW(phrases)))


def begun(
    phrases: Phrases, *, zone: ZoneInfo, first: datetime | None, quiet: bool = False, held: Sequence[str] = ()
) -> Screen:
    """The other clock is in force, and when the next reminder comes; that none does in quiet, or of what is held."""
    if quiet:
        text = phrases("travel.begun_quiet", zone=_name(zone))
    elif first is not None:
        local = first.astimezone(zone)
        text = phrases("travel.begun", zone=_name(zone), day=dates.day(local), at=dates.clock(local))
    else:
        text = phrases("travel.begun_held" if held else "travel.begun_none", zone=_name(zone))
    lines = (phrases("reminder.today_held", alias=alias) for alias in held)
    return Screen(text=joined((text, *lines)), rows=(HELP_ROW(phrases),), silent=True)


def told(phrases: Phrases, key: str, *, zone: ZoneInfo) -> Screen:
    """``stay``, ``same``, ``starting`` or ``kept``: one sentence, with the clock it is about."""
    return Screen(text=phrases(f"travel.{key}", zone=_name(zone)), rows=(HELP_ROW(phrases),), silent=key == "kept")


def ask_country(phrases: Phrases) -> Screen:
    """Type it."""
    return Screen(text=phrases("travel.ask_country"), rows=(HELP_ROW(phrases),))


def too_close_now(phrases: Phrases, *, country: str, zone: str) -> Screen:
    """A clock that was set in the settings would bring two doses too close today."""
    text = phrases("travel.too_close_now", zone=places.zone_name(zone))
    rows = (
        _wide(phrases, "button_day", press("trip", "to", country)),
        _wide(phrases, "button_stay", press("clock", "keep")),
        HELP_ROW(phrases),
    )
    return Screen(text=text, rows=rows)
