"""How a section is named outside the bot: in ``t.me/<bot>?start=learn_<id>_<n>`` and in an inline query."""

import re

from content.library.serving import Place

START = "learn_"
TOPICS, HELP = START, "help"
"""What opens the topics, and Help."""
_PLACE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:_([0-9]{1,2}))?", re.ASCII)


def link(bot: str, place: Place) -> str:
    """The address that opens a section in a chat with the bot of that username."""
    return f"https://t.me/{bot}?start={START}{name(place)}"


def help(bot: str) -> str:
    """The address that opens Help in a chat with the bot."""
    return f"https://t.me/{bot}?start={HELP}"


def name(place: Place) -> str:
    """``trials_3``"""
    return f"{place[0]}_{place[1]}"


def place(name: str) -> Place | None:
    """The section of a name, the first one if it names an article only; None for anything else."""
    found = _PLACE.fullmatch(name)
    return None if found is None else (found[1], int(found[2] or 1))
