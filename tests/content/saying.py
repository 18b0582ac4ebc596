"""What must be said, as words with room between them: how figures_said.toml and must_say.toml are read.

"…" is for up to 60 characters that matter less. It never covers a digit or a word that turns or weakens the sense, and
"{this|that}" is either. Capitals and line breaks don't count.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from content.library import Section

TURNS = """not no nor never none without unless except only but if when until after before usually mostly often
sometimes may might can could should try rarely unlikely hardly almost probably perhaps safe fine ok least most"""
_GAP = rf"(?:(?!\b(?:{'|'.join(TURNS.split())})\b)[^\d]){{0,60}}?"


@cache
def pattern(words: str) -> re.Pattern[str]:
    """The pattern of some words."""
    written = re.escape(words).replace("\\ ", " ")
    written = re.sub(r" ?… ?", lambda _: _GAP, written)
    written = re.sub(r"\\\{(.+?)\\\}", lambda found: "(?:" + found[1].replace("\\|", "|") + ")", written)
    return re.compile(rf"(?<!\w)(?<!\d[.,])(?:{written})(?!\w)(?![.,]\d)", re.IGNORECASE)


def plain(section: Section) -> str:
    """A section with its heading as one line of words, citations and bullets left out."""
    lines = (line.removeprefix("- ") for line in [f"{section.heading}.", *section.text.split("\n")])
    return " ".join(" ".join(lines).split())


def rows(file: str) -> Iterator[tuple[str, int, str, str]]:
    """Article, section, fact and words, of a file beside this one."""
    for place, facts in tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8")).items():
        article, _, number = place.partition(".")
        for fact, said in facts.items():
            for words in said:
                yield article, int(number), fact, words
