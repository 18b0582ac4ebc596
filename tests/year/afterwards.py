"""What the chats show in the end: nothing about a closed dose goes on asking, and what never came is told of."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from tests.year.abroad import Lived
from tests.year.facts import Facts
from tests.year.record import Row
from tests.year.telegram import Shown

SOON = timedelta(hours=1)
"""After a window: time for an edit to be tried until it stands."""
ON_ITS_WAY = timedelta(minutes=1)
A_WHILE = timedelta(days=3)
"""Longer than any outage, and than it takes to find out that somebody can be reached again."""
_NOTES = ("We could not send your reminders", "may not have reached you")


class Chats:
    """Each message as it came and as it was left, which doses it was ever about, which the program can't know; and when
    somebody was told of reminders that never came."""

    def __init__(self, facts: Facts) -> None:
        self.came: dict[tuple[int, int], Shown] = {}
        self.left: dict[tuple[int, int], Shown] = {}
        self.about: dict[str, set[tuple[int, int]]] = defaultdict(set)
        self.notes: dict[int, list[datetime]] = defaultdict(list)
        for shown in facts.shown:
            message = shown.chat, shown.message
            self.came.setdefault(message, shown)
            self.left[message] = shown
            if any(words in shown.text for words in _NOTES):
                self.notes[shown.chat].append(shown.at)
            for data in shown.buttons:
                if data.startswith("1:dose:"):
                    self.about[data.split(":")[2]].add(message)
        lost = {(each.chat, each.at) for each in facts.attempts if each.trouble == "lost"}
        died = sorted(facts.died)
        self.unknown = {
            message
            for message, came in self.came.items()
            if (came.chat, came.at) in lost or bisect_left(died, came.at) < bisect_right(died, came.at + ON_ITS_WAY)
        }


def as_left(chats: Chats, dose: Lived, row: Row, facts: Facts) -> Iterator[str]:
    """Of a closed dose no message offers Later any more, as long as the chat can be reached."""
    assert facts.until is not None
    if dose.until + SOON > facts.until:
        return
    blocked = facts.blocked.get(dose.order.chat, [])
    if any(each.since <= dose.until + A_WHILE and dose.at <= each.until for each in blocked):
        return  # an outage may last until then, and only after it can the message be edited
    for message in sorted(chats.about[row.id] - chats.unknown):
        if f"1:dose:{row.id}:later" in chats.left[message].buttons:
            yield f"message {message[1]} of {chats.came[message].at} still asks"


def told_of(chats: Chats, dose: Lived, facts: Facts) -> bool:
    """Whether its person was told that it never came, or need not have been: who blocks the bot hears nothing."""
    assert facts.until is not None
    blocked = facts.blocked.get(dose.order.chat, [])
    if any(each.since <= dose.until + A_WHILE and dose.at - A_WHILE <= each.until for each in blocked):
        return True
    return dose.until + A_WHILE > facts.until or any(
        dose.at <= at <= dose.until + A_WHILE for at in chats.notes[dose.order.chat]
    )
