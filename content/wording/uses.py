"""As-needed medicines in words: what the clinic set, what the patient said, and the clock. Never advice.

Presses: ``use:<plan>:show``, ``use:<plan>:<mark>:now|earlier|<minutes>``, ``useundo:<use>``. A mark names one button:
pressed twice it is one use. After a use, no button that logs stands where the last one stood.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from care.as_needed import AsNeeded, UsesStand
from content import dates
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Html, Row, Screen, joined
from content.wording.plans import length
from content.wording.safety import HELP_ROW

EARLIER_MINUTES = (15, 30, 60, 120, 240, 480)


@dataclass(frozen=True, kw_only=True)
class NeededShown:
    """An as-needed plan as its patient sees it. Moments in the patient's zone."""

    plan: str
    alias: str
    amount: str
    rule: AsNeeded
    stand: UsesStand
    today: Sequence[datetime]
    """When each use of today was."""
    now: datetime
    held: bool
    ended: bool
    past: bool
    """Its last day is over, or another version with times has begun."""
    starts: date | None
    """Its first day, where that is still to come."""
    clinic: str
    phone: str

    @property
    def stands(self) -> bool:
        """Whether what the clinic set is so now. One that was taken all the same can always be said."""
        return not (self.held or self.ended or self.past or self.starts)


def _row(phrases: Phrases, key: str, to: Press, **facts: object) -> Row:
    return (Button(label=phrases.label(key, **facts), press=to),)


def _to_today(phrases: Phrases) -> Row:
    return _row(phrases, "use.button_today", press("today"))


def at_clock(moment: datetime, now: datetime) -> str:
    """``14:10``, with the day if that isn't today."""
    clock = dates.clock(moment)
    return clock if moment.date() == now.date() else f"{clock}, {dates.day(moment)}"


def page(phrases: Phrases, shown: NeededShown, mark: str) -> Screen:
    """What was set, what was said, and a button to log one."""
    now = "use.button_now" if shown.stands else "use.button_took"
    rows = (
        _row(phrases, now, press("use", shown.plan, mark, "now")),
        _row(phrases, "use.button_earlier", press("use", shown.plan, mark, "earlier")),
        _to_today(phrases),
        HELP_ROW(phrases),
    )
    return Screen(text=joined((_head(phrases, shown), _set(phrases, shown), _said(phrases, shown))), rows=rows)


def logged(phrases: Phrases, shown: NeededShown, *, use: str, taken: datetime) -> Screen:
    """It is recorded; how that stands to what the clinic set; Undo."""
    recorded = phrases("use.logged", at=at_clock(taken, shown.now), alias=shown.alias)
    rows = (
        _to_today(phrases),
        _row(phrases, "button.undo", press("useundo", use)),
        HELP_ROW(phrases),
    )
    return Screen(text=joined((recorded, _head(phrases, shown, named=False), _said(phrases, shown))), rows=rows)


def again(phrases: Phrases, shown: NeededShown, *, taken: datetime, mark: str) -> Screen:
    """This button's use was recorded some time ago: asked once whether this is another one."""
    asked = phrases("use.again", at=at_clock(taken, shown.now), alias=shown.alias)
    rows = (
        _row(phrases, "use.button_not_again", press("use", shown.plan, "show")),
        _row(phrases, "use.button_again", press("use", shown.plan, mark, "now")),
        HELP_ROW(phrases),
    )
    return Screen(text=asked, rows=rows)


def earlier(phrases: Phrases, shown: NeededShown, mark: str) -> Screen:
    """How long ago, or typed as a time."""
    buttons = [
        Button(
            label=phrases.label("use.ago", span=length(phrases, timedelta(minutes=minutes))),
            press=press("use", shown.plan, mark, minutes),
        )
        for minutes in EARLIER_MINUTES
    ]
    rows: list[Row] = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    back = _row(phrases, "button.back", press("use", shown.plan, "show"))
    return Screen(text=phrases("use.earlier", alias=shown.alias), rows=(*rows, back, HELP_ROW(phrases)))


def unreadable(phrases: Phrases, shown: NeededShown, mark: str) -> Screen:
    """The typed time could not be read."""
    asked = earlier(phrases, shown, mark)
    return Screen(text=joined((phrases("use.unreadable"), asked.text)), rows=asked.rows)


def undone(phrases: Phrases, shown: NeededShown, *, changed: bool) -> Screen:
    """Taken back; or, after 12 h, kept."""
    key = "use.undone" if changed else "use.kept"
    return Screen(
        text=joined((phrases(key, alias=shown.alias), _said(phrases, shown))),
        rows=(_to_today(phrases), HELP_ROW(phrases)),
    )


def today_lines(phrases: Phrases, needed: Sequence[NeededShown]) -> tuple[list[Html], list[Row]]:
    """The as-needed part of /today: a line and a button for each plan."""
    lines: list[Html] = []
    rows: list[Row] = []
    for shown in needed:
        clocks = ", ".join(dates.clock(moment) for moment in shown.today)
        key = "use.today_said" if shown.today else "use.today_none"
        if shown.held or shown.past or shown.starts:
            key = "use.today_held" if shown.held else "use.today_past" if shown.past else "use.today_starts"
        day = "" if shown.starts is None else dates.day(shown.starts)
        lines.append(phrases(key, alias=shown.alias, times=clocks, day=day))
        label = phrases.label("use.button_log", alias=shown.alias)
        rows.append((Button(label=label[:40], press=press("use", shown.plan, "show")),))
    return lines, rows


def _head(phrases: Phrases, shown: NeededShown, *, named: bool = True) -> Html:
    head = "use.head_past" if shown.ended or shown.past else "use.head"
    parts = [phrases(head, alias=shown.alias, amount=shown.amount)] if named else []
    if shown.held:
        parts.append(phrases("use.held", clinic=shown.clinic, phone=shown.phone))
    if shown.ended:
        parts.append(phrases("use.ended"))
    elif shown.past:
        parts.append(phrases("use.past"))
    elif shown.starts is not None:
        parts.append(phrases("use.starts", day=dates.day(shown.starts)))
    return joined(parts, "\n")


def _set(phrases: Phrases, shown: NeededShown) -> Html:
    if not shown.stands:
        return Html("")
    lines = [phrases("use.set_apart", apart=length(phrases, shown.rule.apart))]
    if shown.rule.most is not None:
        lines.append(phrases("use.set_most", n=shown.rule.most))
    return joined(lines, "\n")


def _said(phrases: Phrases, shown: NeededShown) -> Html:
    """What was said beside what the clinic set; the time at which its interval is over is arithmetic, not advice."""
    stand, now, zone = shown.stand, shown.now, shown.now.tzinfo
    if stand.last is None or stand.over is None:
        return phrases("use.said_none")
    last, span = at_clock(stand.last.astimezone(zone), now), length(phrases, shown.rule.apart)
    if not shown.stands:
        return phrases("use.said_last", at=last)
    lines = [phrases("use.said", apart=span, at=last)]
    if stand.close is not None:
        lines.append(_close(phrases, shown, *stand.close))
    if stand.over > now:
        lines.append(phrases("use.over", apart=span, at=at_clock(stand.over.astimezone(zone), now)))
    if shown.rule.most is not None and now - stand.last < timedelta(hours=24):
        lines.append(phrases("use.counted", most=shown.rule.most, n=stand.counted))
    if stand.close is not None or stand.above_most:
        lines.append(phrases("use.call", clinic=shown.clinic, phone=shown.phone))
    return joined(lines, "\n")


def _close(phrases: Phrases, shown: NeededShown, before: datetime, after: datetime) -> Html:
    zone, now = shown.now.tzinfo, shown.now
    at = at_clock(before.astimezone(zone), now)
    if after == shown.stand.last:
        return phrases("use.too_close", before=at)
    return phrases("use.two_close", before=at, after=at_clock(after.astimezone(zone), now))
