"""Red-flag words: which fixed safety reply an incoming text gets, if any (R6-R8).

Local and pure: a list of phrases a category, no model, no network. It leans towards recall, since a false alarm
costs one kind message and a miss may cost more. It judges words, not people, and assesses nothing (R9).
"""

import re
from enum import StrEnum

from care.redflag_phrases import Index, phrases
from care.redflag_reading import Reader
from care.redflag_words import ALWAYS, SPOKEN
from care.redflag_words.writing import RUN_TOGETHER


class Category(StrEnum):
    """What a text seems to be about (R7); the value is kept in events and presses."""

    CRISIS = "crisis"
    EMERGENCY = "emergency"
    BREATHING = "breathing"
    OPIOID = "opioid"
    OVERDOSE = "overdose"
    JAUNDICE = "jaundice"
    PREGNANCY = "pregnancy"
    ABUSE = "abuse"


# R7: suicide = emergency > opioid > other. Among equals the crisis reply comes first: it names both numbers.
_ORDER = (
    Category.CRISIS,
    Category.EMERGENCY,
    Category.BREATHING,
    Category.OVERDOSE,
    Category.OPIOID,
    Category.JAUNDICE,
    Category.PREGNANCY,
    Category.ABUSE,
)
# "I am not pregnant" is heard here; "I don't want to die" and "no chest pain" get their reply all the same (R8).
_HEEDS_NOT = frozenset({Category.OPIOID, Category.JAUNDICE, Category.PREGNANCY, Category.ABUSE})
# "My sister is pregnant" needs no reply; "he overdosed" does.
_HEEDS_OTHERS = frozenset({Category.OPIOID, Category.JAUNDICE, Category.PREGNANCY})
# What a tapped link sends is nobody's words: the way to a section, or a random invite, which may look like any word.
_LINK = re.compile(r"/start(?:@\w+)? (?:learn_[a-z0-9-]+(?:_[0-9]+)?|[A-Za-z0-9_-]{20,64})", re.ASCII)


def match(text: str) -> Category | None:
    """The category of highest rank that a phrase of the text belongs to, or None (R6-R8).

    Words behind ``/learn`` are a request to the library, so a bare topic ("/learn overdose") passes; what
    somebody did or feels never does ("/learn i took tramadol"). What a tapped link sends ("/start learn_opioids_3")
    is nobody's words.
    """
    if _LINK.fullmatch(text) and not any(part in text.casefold() for part in RUN_TOGETHER):
        return None
    said = _READER.read(text)
    asks = re.match(r"\s*/learn\b", text, re.IGNORECASE) is not None
    for category in _ORDER:
        indexes = (_ALWAYS[category],) if asks else (_ALWAYS[category], _SPOKEN[category])
        not_, others = category in _HEEDS_NOT, category in _HEEDS_OTHERS
        if any(index.met(said, heeds_not=not_, heeds_others=others) for index in indexes):
            return category
        if category is Category.CRISIS and said.run_together:
            return category
    return None


_QUESTION = re.compile(
    r"\W*(?:learn(?:@\w+)?\s+)?(?:(?:hi|hello|hey|please)\W+)?"
    r"(?:can|could|may|should|would|will|is it|is there|what|which|how|when|why|does|do)\b",
    re.IGNORECASE,
)
# "Can I have codeine" asks for it; "can I have had …" and "I have" do not.
_MAY_HAVE = re.compile(
    r"\b(?:can|could|may|should|shall)\s+(?:i|we)\s+(?:just\s+|also\s+|still\s+)?have\b(?!\s+(?:had|got|taken|been|used))",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:took|taken|taking|had|have|having|got|given|gave|giving|used|using|been|being|on|wearing|swallowed|popped"
    r"|prescribed|started|put|withdrawals?|script)\b",
    re.IGNORECASE,
)


def only_asks(text: str) -> bool:
    """Whether a text asks about something and says of nothing that it happened ("can I take tramadol?").

    In doubt it does not: what follows from *no* is the safer thing (R5).
    """
    return _QUESTION.match(text) is not None and _HAPPENED.search(_MAY_HAVE.sub("", text)) is None


_ALWAYS = {category: Index(list(phrases(ALWAYS[category]))) for category in Category}
_SPOKEN = {category: Index(list(phrases(SPOKEN.get(category, "")))) for category in Category}
_READER = Reader({word for indexes in (_ALWAYS, _SPOKEN) for index in indexes.values() for word in index.words})
