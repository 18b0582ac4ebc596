"""Whether a text speaks of LDN, by whatever spelling or brand, and whether it says what R15 asks of it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from care.medicines import sounds_like_naltrexone

LINES = {
    "that its use is off-label": re.compile(r"\boff-label\b", re.IGNORECASE),
    "that it is unproven": re.compile(r"\bunproven\b|\bnot proven\b", re.IGNORECASE),
    "never to take it together with an opioid": re.compile(r"\bnever\b[^.]*\bopioid", re.IGNORECASE),
}
"""R15: what is said wherever LDN is spoken of, in words that can be looked for."""
_SHORT_NAME = re.compile(r"\bl[ .-]?d[ .-]?n(?:s|\b)", re.IGNORECASE)
_LOW_DOSE = re.compile(r"\blow[ -]+dos\w*[ -]+(\w+(?:[ -]\w+)?)", re.IGNORECASE)
_LONGEST = 14  # letters of a word that may be naltrexone, misspelt
_BEGINS = ("n", "н", "a", "c", "d", "m", "r", "t", "v")  # naltrexone, and the brands


def names_naltrexone(text: str) -> bool:
    """Whether it names naltrexone at all: as LDN, misspelt, in two words, or by a brand."""
    seen = _seen(text)
    if _SHORT_NAME.search(seen):
        return True
    parts = re.findall(r"[^\W_]+", seen.casefold())
    words = {*parts, *(one + other for one, other in pairwise(parts))}
    return any(_is_naltrexone(word) for word in words if 5 <= len(word) <= _LONGEST and word.startswith(_BEGINS))


def names_ldn(text: str) -> bool:
    """Whether it names low-dose naltrexone: by its short name, or by both words."""
    seen = _seen(text)
    return bool(_SHORT_NAME.search(seen)) or any(map(names_naltrexone, _LOW_DOSE.findall(seen)))


def is_about_ldn(title: str, topics: Sequence[str], sections: Sequence[str]) -> bool:
    """Whether an article is about LDN whatever its author says: by its title, a topic, or most of its sections."""
    if names_naltrexone(title) or any(map(names_naltrexone, topics)):
        return True
    low, any_dose = sum(map(names_ldn, sections)), sum(map(names_naltrexone, sections))
    return bool(sections) and (2 * low >= len(sections) or 3 * any_dose >= 2 * len(sections))


@lru_cache(maxsize=10_000)
def _is_naltrexone(word: str) -> bool:
    return sounds_like_naltrexone(word)


def missing(text: str) -> list[str]:
    """What R15 asks for and the text does not say."""
    return [what for what, line in LINES.items() if not line.search(text)]


def _seen(text: str) -> str:
    """As it is seen: without signs that don't show, look-alike forms folded."""
    folded = unicodedata.normalize("NFKD", text)
    if folded.isascii():
        return folded
    return "".join(
        c for c in folded if c.isascii() or (unicodedata.category(c) != "Cf" and not unicodedata.combining(c))
    )
