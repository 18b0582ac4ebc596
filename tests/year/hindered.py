"""What was in the way of a dose, and what has to have come of it all the same."""

from datetime import datetime, timedelta

from tests.year.abroad import Lived
from tests.year.facts import Facts, Pressed
from tests.year.record import Stretch
from tests.year.telegram import Attempt
from tests.year.weather import Spell

SHORT = timedelta(minutes=3)
"""Less than this in a window, and the program may not have got a word in: a minute's back-off, a minute's start."""
REPEAT = timedelta(minutes=45)


def excused(
    dose: Lived,
    down: list[Spell],
    facts: Facts,
    troubles: list[Attempt],
    stopped: list[Stretch],
    presses: list[Pressed],
    died: list[datetime],
) -> bool:
    """Whether there was a reason not to reach the person: theirs, Telegram's, the disk's or a death's.

    ``died``: the deaths while a reminder of it was under way. Any other leaves nothing in doubt.
    """
    blocked = facts.blocked.get(dose.order.chat, [])
    if any(spell.since <= dose.until and dose.at <= spell.until + timedelta(minutes=2) for spell in blocked):
        return True
    if any(each.since <= dose.until and dose.at <= each.until for each in stopped):
        return True  # it was stopped, or let go on, while it could have been asked about
    doubts = [each for each in troubles if each.trouble in ("hung", "lost")]
    if len(doubts) + len(died) >= 2:
        return True
    lost = timedelta(seconds=100) * sum(1 for each in troubles if each.trouble in ("refused", "busy"))
    # What was put off had only the time from then on to be reminded of again.
    begins = max([dose.asked_from, *(each.rings for each in presses if each.rings is not None)])
    lost += lost_time(down, begins, dose.closed)
    return dose.closed - begins - lost < SHORT


def clearly_put_off(dose: Lived, presses: list[Pressed], down: list[Spell], stopped: list[Stretch]) -> bool:
    """Whether a later was pressed for which there was room, also if it had to wait through all that was in the way."""
    if any(each.since <= dose.until and dose.at <= each.until for each in stopped):
        return False
    return any(
        each.rings is not None and each.rings + lost_time(down, each.at, dose.closed) + SHORT < dose.closed
        for each in presses
    )


def owed_a_repeat(
    dose: Lived,
    asked: datetime,
    down: list[Spell],
    facts: Facts,
    troubles: list[Attempt],
    stopped: list[Stretch],
    presses: list[Pressed],
) -> bool:
    """Whether a dose that was asked about at that moment, and not answered for long enough, had to be asked about once
    more: only where nothing whatever was in the way."""
    until = asked + REPEAT + SHORT
    blocked = facts.blocked.get(dose.order.chat, [])
    return (
        until < dose.closed
        and not troubles
        and not any(each.since <= dose.until and dose.at <= each.until for each in (*stopped, *blocked))
        and not lost_time(down, dose.at, until)
        and not any(abs(each - dose.at) < timedelta(hours=6) for each in facts.set_back)
        and not any(each.at < until for each in presses)
    )


def lost_time(down: list[Spell], since: datetime, until: datetime) -> timedelta:
    """How much of that time was none."""
    spells = [(max(each.since, since), min(each.until, until)) for each in down]
    return sum((ends - begins for begins, ends in spells if begins < ends), timedelta())


def together(spells: list[Spell]) -> list[Spell]:
    """The same stretches of time, none overlapping another."""
    found: list[Spell] = []
    for spell in sorted(spells, key=lambda each: each.since):
        if found and spell.since <= found[-1].until:
            found[-1] = Spell(since=found[-1].since, until=max(found[-1].until, spell.until))
        else:
            found.append(spell)
    return found
