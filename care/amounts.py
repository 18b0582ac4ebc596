"""Amounts: kept as the clinician wrote them and as a Decimal, never a float."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

MOST_DIGITS = 4
WORDS = "words"
"""The unit of a medicine whose amounts are words ("a level spoon"): they have no value, so no limit applies to them."""
MOST_SIGNS = 60

_UNITS = {
    "mg": ("mg", "mgs", "milligram", "milligrams"),
    "mcg": ("mcg", "ug", "\u00b5g", "\u03bcg", "microgram", "micrograms"),
    "g": ("g", "gram", "grams"),
    "mL": ("ml", "millilitre", "millilitres", "milliliter", "milliliters"),
    "drops": ("drop", "drops"),
    "tablets": ("tablet", "tablets"),
    "capsules": ("capsule", "capsules"),
    "puffs": ("puff", "puffs"),
}
_UNIT_OF = {spelling: unit for unit, spellings in _UNITS.items() for spelling in spellings}
_NUMBER_AND_UNIT = re.compile(r"([^\sA-Za-z\u00b5\u03bc]*)\s*(.*)", re.DOTALL)
_NUMBER = re.compile(r"(\d+)(?:[.,](\d+))?", re.ASCII)
_HALF = re.compile(r"half(?:\s+an?)?\s+(\S+)", re.IGNORECASE)
_UNIT_WORD = re.compile(r"[^\W\d_]+")
HALF = Decimal("0.5")
QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
_MINUS = "-\u2212\u2010\u2011\u2012\u2013\u2014"


class AmountError(ValueError):
    """What could not be read as an amount: a reason (a word of this module) and the word it is about."""

    def __init__(self, reason: str, word: str) -> None:
        super().__init__(f"{reason}: {word!r}")
        self.reason = reason
        self.word = word


@dataclass(frozen=True, kw_only=True)
class Amount:
    """How much of a medicine one dose is."""

    text: str
    """As the clinician wrote it: "1.5 mg", "1,5 mg", "half a sachet"."""
    value: Decimal | None
    """None for an amount in words."""
    unit: str
    """"mg", "mL", "drops" … or another word, lower-case; ``WORDS`` for an amount in words."""

    def __str__(self) -> str:
        return self.text


def parse_amount(text: str, unit: str = "") -> Amount:
    """Read "1.5 mg", "1,5 mg" or "half a sachet" (R3); where the medicine's ``unit`` is ``WORDS``, any words.

    Raises AmountError with one of the reasons: empty, not_ascii, hidden, negative, not_a_number,
    no_leading_zero, too_many_digits, ambiguous (could be thousands), zero, no_unit, bad_unit, long_words.
    """
    written = text.strip()
    if not written:
        raise AmountError("empty", text)
    if strange := odd_sign(written):
        raise AmountError(strange, written)
    if unit == WORDS:
        return in_words(written)
    if half := _HALF.fullmatch(written):
        return Amount(text=" ".join(written.split()), value=HALF, unit=unit_named(half[1]))
    found = _NUMBER_AND_UNIT.fullmatch(written)
    number, word = (found[1], found[2]) if found else (written, "")
    value = parse_number(number or word)
    if not word:
        raise AmountError("no_unit", number)
    if not _UNIT_WORD.fullmatch(word):
        raise AmountError("bad_unit", word)
    return Amount(text=" ".join(written.split()), value=value, unit=unit_named(word))


def in_words(text: str) -> Amount:
    """An amount in words, without the quotes around it. Raises AmountError: empty, long_words."""
    words = " ".join(text.strip(QUOTES + " ").split())
    if not words:
        raise AmountError("empty", text)
    if len(words) > MOST_SIGNS:
        raise AmountError("long_words", words)
    return Amount(text=words, value=None, unit=WORDS)


def same_amount(one: Amount, other: Amount) -> bool:
    """Whether two amounts are the same (R3): by value and unit, or word for word where they are words."""
    if one.value is None or other.value is None:
        return one.value == other.value and one.text.casefold() == other.text.casefold()
    return one.value == other.value and same_unit(one.unit, other.unit)


def parse_number(word: str) -> Decimal:
    """Read "1.5" or "1,5": above zero, at most 4 digits; raises AmountError as ``parse_amount`` does."""
    if strange := odd_sign(word):
        raise AmountError(strange, word)
    if word and word[0] in _MINUS and _NUMBER.fullmatch(word[1:]):
        raise AmountError("negative", word)
    # ".5" is how 0.5 becomes 5: a point that is easily overlooked.
    if word[:1] in (".", ",") and _NUMBER.fullmatch(word[1:]):
        raise AmountError("no_leading_zero", word)
    found = _NUMBER.fullmatch(word)
    if not found:
        raise AmountError("not_a_number", word)
    whole, fraction = found[1], found[2] or ""
    # "1.500" is one and a half to some and fifteen hundred to others. Nobody writes thousands as "0.125".
    if len(fraction) == 3 and not whole.startswith("0"):
        raise AmountError("ambiguous", word)
    if len(whole) > 1 and whole.startswith("0"):
        raise AmountError("not_a_number", word)
    if len(whole) + len(fraction) > MOST_DIGITS:
        raise AmountError("too_many_digits", word)
    value = Decimal(f"{whole}.{fraction or '0'}")
    if value == 0:
        raise AmountError("zero", word)
    return Decimal(f"{whole}.{fraction}") if fraction else Decimal(whole)


def unit_named(word: str) -> str:
    """The one spelling of a unit: "ML" and "millilitres" are "mL"; another word comes back in lower case."""
    return _UNIT_OF.get(word.lower(), word.lower())


def same_unit(one: str, other: str) -> bool:
    """Whether two words are one unit: "sachet" and "sachets", "ML" and "mL"."""
    first, second = unit_named(one), unit_named(other)
    return first == second or f"{first}s" == second or first == f"{second}s"


def odd_sign(text: str) -> str | None:
    """``not_ascii`` if a sign only looks like an ASCII one, ``hidden`` if one cannot be seen, else None."""
    for sign in text:
        if sign.isspace():
            continue
        if unicodedata.category(sign).startswith("C"):
            return "hidden"
        if sign.isascii():
            continue
        # Full-width forms, other scripts' digits, superscripts, fractions.
        if sign.isnumeric() or (unicodedata.normalize("NFKC", sign).isascii()):
            return "not_ascii"
    return None
