"""Joining in words: consent, country, zone, the plan on offer."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from care.safety import SELF_CHECK
from content import dates, places
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Html, Row, Screen, joined
from content.wording.safety import HELP_ROW

ALIASES = 5
_FOR_TIMES, _AS_NEEDED = (1, 2, 3), (4, 5)


def _button(phrases: Phrases, key: str, to: Press) -> Row:
    return (Button(label=phrases.label(key), press=to),)


def intro(phrases: Phrases, *, clinic: str, invite: str) -> Screen:
    """What this is and who sees what; consent, or not. Nothing is kept before the answer."""
    return Screen(
        text=phrases("setup.intro", clinic=clinic),
        rows=(
            _button(phrases, "setup.agree", press("consent", invite, "yes")),
            _button(phrases, "setup.disagree", press("consent", invite, "no")),
            _button(phrases, "setup.about_data", press("consent", invite, "more")),
            HELP_ROW(phrases),
        ),
    )


def more_data(phrases: Phrases, *, invite: str) -> Screen:
    """The data page of consent, with the way back."""
    back = _button(phrases, "button.back", press("consent", invite, "back"))
    return Screen(text=phrases("setup.more_data"), rows=(back, HELP_ROW(phrases)))


def join_team(phrases: Phrases, *, clinic: str, name: str, invite: str) -> Screen:
    """A clinician's invite."""
    return Screen(
        text=phrases("setup.join_team", clinic=clinic, name=name),
        rows=(
            _button(phrases, "setup.join", press("join", invite, "yes")),
            _button(phrases, "setup.not_me", press("join", invite, "no")),
            HELP_ROW(phrases),
        ),
    )


def plain(phrases: Phrases, key: str, **facts: object) -> Screen:
    """One phrase and the Help row."""
    return Screen(text=phrases(key, **facts), rows=(HELP_ROW(phrases),))


def shown(phrases: Phrases, text: Html) -> Screen:
    """Text that is put together already, and the Help row."""
    return Screen(text=text, rows=(HELP_ROW(phrases),))


def type_country(phrases: Phrases) -> Screen:
    """The name of the country is to be typed; the list is one tap back."""
    back = _button(phrases, "button.back", press("country", "again"))
    return Screen(text=phrases("setup.type_country"), rows=(back, HELP_ROW(phrases)))


def unknown_country(phrases: Phrases, typed: str) -> Screen:
    """What was typed is no country that is known here."""
    back = _button(phrases, "button.back", press("country", "again"))
    return Screen(text=phrases("setup.unknown_country", typed=typed), rows=(back, HELP_ROW(phrases)))


def no_other_clock(phrases: Phrases, *, keep: bool) -> Screen:
    """The country has one clock, and the person's shows another time."""
    again = _button(phrases, "setup.look_again", press("setup"))
    other = _button(phrases, "setup.other_country", press("country", "again"))
    return Screen(text=phrases("setup.no_other_clock"), rows=(again, other, *_keep(phrases, keep), HELP_ROW(phrases)))


def _keep(phrases: Phrases, keep: bool) -> tuple[Row, ...]:
    return (_button(phrases, "setup.keep_clock", press("clock", "keep")),) if keep else ()


def share(phrases: Phrases) -> Screen:
    """Whether the clinic may see the check-ins: asked, never assumed."""
    return Screen(
        text=phrases("setup.share"),
        rows=(
            _button(phrases, "setup.share_yes", press("share", "yes")),
            _button(phrases, "setup.share_no", press("share", "no")),
            HELP_ROW(phrases),
        ),
    )


def country(phrases: Phrases, codes: Sequence[str]) -> Screen:
    """The country first: it chooses the emergency numbers. ``codes`` are offered as buttons."""
    names = places.countries()
    buttons = [Button(label=names[code], press=press("country", code)) for code in codes]
    rows: list[Row] = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    other = _button(phrases, "setup.other_country", press("country", "other"))
    return Screen(text=phrases("setup.country"), rows=(*rows, other, HELP_ROW(phrases)))


def zone(phrases: Phrases, zones: Sequence[str], now: datetime, *, keep: bool) -> Screen:
    """Zones with the clock that each shows now; the number in the press is the place in tzdata's order."""
    rows = tuple(
        (
            Button(
                label=f"{places.zone_name(name)} – {dates.clock(now.astimezone(ZoneInfo(name)))}",
                press=press("zone", number),
            ),
        )
        for number, name in enumerate(zones)
    )
    back = _button(phrases, "setup.other_country", press("country", "again"))
    return Screen(text=phrases("setup.zone"), rows=(*rows, back, *_keep(phrases, keep), HELP_ROW(phrases)))


def clock(phrases: Phrases, local: datetime, *, keep: bool) -> Screen:
    """Is it 20:14 where you are?"""
    return Screen(
        text=phrases("setup.clock", clock=dates.clock(local)),
        rows=(
            _button(phrases, "setup.clock_yes", press("clock", "yes")),
            _button(phrases, "setup.clock_no", press("clock", "no")),
            *_keep(phrases, keep),
            HELP_ROW(phrases),
        ),
    )


def alias(
    phrases: Phrases, *, plan: str, described: Html, needed: bool = False, used: Collection[str] = (), twice: str = ""
) -> Screen:
    """The plan on offer, and the question what reminders shall call it.

    ``used``: what the patient's other plans are called, in small letters; ``twice``: the word that this one shares
    with another.
    """
    asked = phrases("setup.alias_needed" if needed else "setup.alias")
    why = phrases("setup.alias_used", alias=twice) if twice else Html()
    text = joined((phrases("setup.offer", plan=described), why, asked))
    return Screen(text=text, rows=(*_aliases(phrases, plan, needed, used), HELP_ROW(phrases)))


def rename(phrases: Phrases, *, plan: str, needed: bool = False, used: Collection[str] = ()) -> Screen:
    """Another word for a plan that runs."""
    asked = phrases("setup.alias_needed" if needed else "setup.alias")
    return Screen(text=asked, rows=(*_aliases(phrases, plan, needed, used), HELP_ROW(phrases)))


def _aliases(phrases: Phrases, plan: str, needed: bool, used: Collection[str]) -> tuple[Row, ...]:
    """The words on offer, but those that another plan has."""
    words = {f"setup.alias_{n}": n for n in (_AS_NEEDED if needed else _FOR_TIMES)}
    free = {key: n for key, n in words.items() if phrases.label(key).casefold() not in used}
    return tuple(_button(phrases, key, press("alias", plan, n)) for key, n in free.items())


def list_ready(phrases: Phrases) -> Screen:
    """The discreet push of the 30-day list."""
    row = _button(phrases, "setup.list_open", press("check"))
    return Screen(text=phrases("setup.list_ready"), rows=(row, HELP_ROW(phrases)), silent=True)


def checked(phrases: Phrases, *, day: date) -> Screen:
    """The list is answered; when it comes again."""
    return plain(phrases, "setup.checked", day=dates.day(day))


def self_check(phrases: Phrases, said: Collection[str], *, later: bool = False) -> Screen:
    """R2: one screen, one tap for each thing that is true; ``later``: not before a start."""
    rows = [_button(phrases, f"setup.self_{item}", press("self", item)) for item in SELF_CHECK if item not in said]
    none = "setup.self_no_others" if said else "setup.self_none"
    rows.insert(0, _button(phrases, none, press("self", "done" if said else "none")))
    text = phrases("setup.self_check_again" if said else "setup.self_check_later" if later else "setup.self_check")
    return Screen(text=text, rows=(*rows, HELP_ROW(phrases)))


def accept(
    phrases: Phrases,
    *,
    plan: str,
    version: int,
    described: Html,
    changed: bool,
    marked: Collection[str],
    needed: bool = False,
) -> Screen:
    """The plan once more, to be accepted or not; what was marked in the self-check is not forgotten here.

    Silence is never a yes.
    """
    key = "setup.offer_changed" if changed else "setup.accept_needed" if needed else "setup.accept_question"
    items = ", ".join(phrases.label(f"setup.self_{item}") for item in marked)
    reminder = phrases("setup.marked", items=items) if marked else Html()
    return Screen(
        text=joined((phrases(key, plan=described), reminder)),
        rows=(
            _button(phrases, "setup.accept", press("offer", plan, version, "yes")),
            _button(phrases, "setup.decline", press("offer", plan, version, "no")),
            HELP_ROW(phrases),
        ),
    )


def declined(phrases: Phrases, *, clinic: str, phone: str) -> Screen:
    """Not yet: the clinic sees that there is a question, and the plan can be opened again."""
    again = _button(phrases, "setup.see_again", press("setup"))
    return Screen(text=phrases("setup.declined", clinic=clinic, phone=phone), rows=(again, HELP_ROW(phrases)))


def accepted(
    phrases: Phrases,
    *,
    first: datetime | None,
    checkin: str,
    held: bool,
    quiet: bool,
    needed: bool = False,
    later: date | None = None,
) -> Screen:
    """What happens next, and when (local). ``later``: the first day, where another version stands until then."""
    if held:
        return plain(phrases, "setup.accepted_held")
    if later is not None:
        return _later(phrases, later, None if quiet else first, quiet=quiet, needed=needed)
    if needed:
        return plain(phrases, "setup.accepted_needed")
    if first is None:
        return plain(phrases, "setup.accepted_none")
    if quiet:
        return plain(phrases, "setup.accepted_quiet")
    return plain(phrases, "setup.accepted", day=dates.day(first), at=dates.clock(first), checkin=checkin)


def _later(phrases: Phrases, day: date, coming: datetime | None, *, quiet: bool, needed: bool) -> Screen:
    """From when on, and what comes meanwhile."""
    parts = [phrases("setup.accepted_needed_from" if needed else "setup.accepted_from", day=dates.day(day))]
    if coming is not None:
        parts.append(phrases("setup.accepted_until", day=dates.day(coming), at=dates.clock(coming)))
    if quiet:
        parts.append(phrases("reminder.quiet_note"))
    return Screen(text=joined(parts), rows=(HELP_ROW(phrases),))
