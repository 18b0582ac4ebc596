"""Whether a text speaks of LDN, by whatever spelling or brand, and whether it says what R15 asks of it."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from care.medicines import is_naltrexone_word

LINES = {
    "that its use is off-label": re.compile(r"\boff-label\b", re.IGNORECASE),
    "that it is unproven": re.compile(r"\bunproven\b|\bnot proven\b", re.IGNORECASE),
    "never to take it together with an opioid": re.compile(r"\bnever\b[^.]*\bopioid", re.IGNORECASE),
}
"""R15: what is said wherever LDN is spoken of, in words that can be looked for."""
_SHORT_NAME = re.compile(r"\bl[ .-]?d[ .-]?n(?:s|\b)", re.IGNORECASE)
_LOW_DOSE = re.compile(r"\blow[ -]+dos\w*[ -]+(\w+(?:[ -]\w+)?)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_SHORTEST, _LONGEST = 5, 14  # letters of a word that may be naltrexone, misspelt
_BEGINS = frozenset("nнacdmrtv")  # naltrexone, and the brands
# Two slips leave one of three parts of naltrexone as it was; a brand is known by a part of it. Most texts have neither.
_TRACE = re.compile("nal|tre|xone|kson|нал|тре|ксон|revia|adepend|depade|nemexin|contrave|mysimba|vivitrol")


def names_naltrexone(text: str) -> bool:
    """Whether it names naltrexone at all: as LDN, misspelt, in two words, or by a brand."""
    seen = _seen(text)
    if _SHORT_NAME.search(seen):
        return True
    parts = _WORD.findall(seen.casefold())
    if not _TRACE.search("".join(parts)):
        return False
    words = {word for word in parts if word[0] in _BEGINS}
    words |= {one + other for one, other in pairwise(parts) if one[0] in _BEGINS}
    return any(is_naltrexone_word(word) for word in words if _SHORTEST <= len(word) <= _LONGEST)


def names_ldn(text: str) -> bool:
    """Whether it names low-dose naltrexone: by its short name, or by both words."""
    seen = _seen(text)
    return bool(_SHORT_NAME.search(seen)) or any(map(names_naltrexone, _LOW_DOSE.findall(seen)))


def is_about_ldn(title: str, topics: Sequence[str], sections: Sequence[str]) -> bool:
    """Whether an article is about LDN whatever its author says: by its title, a topic, or most of its sections."""
    if names_naltrexone(title) or any(map(names_naltrexone, topics)):
        return True
    naming = [section for section in sections if names_naltrexone(section)]
    if 2 * len(naming) < len(sections) or not naming:
        return False
    return 3 * len(naming) >= 2 * len(sections) or 2 * sum(map(names_ldn, naming)) >= len(sections)


def missing(text: str) -> list[str]:
    """What R15 asks for and the text does not say."""
    return [what for what, line in LINES.items() if not line.search(text)]


def _seen(text: str) -> str:
    """As it is seen: without signs that don't show, look-alike forms folded."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKD", text)
    unseen = {c for c in set(folded) if unicodedata.category(c) == "Cf" or unicodedata.combining(c)}
    return "".join(c for c in folded if c not in unseen) if unseen else folded
