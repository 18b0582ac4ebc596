"""Medicines: the entries of a clinic's list, and how their names are recognised."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from care.redflag_words import GROUPS

# 6 mg is the highest amount in a fibromyalgia trial (DB24, rule R3).
LDN_WARN_ABOVE = Decimal(6)
# Ours, not from a source: a clinic sets its own (R3).
LDN_REFUSE_ABOVE = Decimal(10)

_ROOTS = ("naltrexone", "naltrekson", "налтрексон")
_MISSPELT = 2  # edits; naloxone, another medicine, is three away
_SHORT = frozenset({"ldn"})
_ALONE = frozenset({"revia", "adepend", "nalorex", "antaxone", "depade", "trexan", "nemexin"})
# With another medicine, or an injection: the rules apply, but it is not the clinic's LDN.
_OTHER_PRODUCTS = frozenset({"contrave", "mysimba", "vivitrol"})
# The words that a red flag about an opioid is seen by, as whole words; short ones are too like others to be misspelt.
_OPIOIDS = frozenset(GROUPS["OPIOID"].split()) | {"piritramide", "dipipanone"}
# By their first and their last three letters: a single slip leaves one of the two as it was.
_BEGUN = {name[:3]: {other for other in _OPIOIDS if other[:3] == name[:3]} for name in _OPIOIDS}
_ENDED = {name[-3:]: {other for other in _OPIOIDS if other[-3:] == name[-3:]} for name in _OPIOIDS}
_NONE: frozenset[str] = frozenset()
_BESIDE = frozenset({"low", "dose", "dosed", "hcl", "hydrochloride"})


@dataclass(frozen=True, kw_only=True)
class Medicine:
    """An entry of the clinic's list. It holds no default dose, on purpose."""

    id: str
    name: str
    spellings: tuple[str, ...]
    unit: str
    warn_above: Decimal | None
    """In ``unit``: a larger amount is warned of (R3)."""
    refuse_above: Decimal | None
    """In ``unit``: a larger amount is refused (R3)."""
    opioid_check: bool
    """R1: no plan without a clinician's opioid check."""
    self_check: bool
    """R2: the patient is asked at activation and every 30 days."""


def ldn(id: str) -> Medicine:
    """Low-dose naltrexone with all its rules on: warns above 6 mg (DB24, R3), refuses above 10 mg (ours)."""
    return Medicine(
        id=id,
        name="LDN",
        spellings=("low-dose naltrexone", "naltrexone"),
        unit="mg",
        warn_above=LDN_WARN_ABOVE,
        refuse_above=LDN_REFUSE_ABOVE,
        opioid_check=True,
        self_check=True,
    )


def sounds_like_naltrexone(words: str) -> bool:
    """Whether any of these words is naltrexone, misspelt or by a brand; then LDN's rules apply (R1–R3)."""
    parts = _words(words)
    pairs = (first + second for first, second in pairwise(parts))
    return any(map(is_naltrexone_word, {*parts, *pairs, "".join(parts)}))


@lru_cache(maxsize=20_000)  # whole articles are read by this, and words come again
def is_naltrexone_word(word: str) -> bool:
    """The same of a single word in small letters, without accents."""
    return _naltrexone(word) or word in _ALONE or word in _OTHER_PRODUCTS


def is_naltrexone(medicine: Medicine) -> bool:
    """Whether an entry is naltrexone by its name or any of its spellings."""
    return any(sounds_like_naltrexone(name) for name in (medicine.name, *medicine.spellings))


def sounds_like_opioid(words: str) -> bool:
    """Whether any of these words is an opioid, misspelt by a letter or not: naltrexone must not meet one (R1, R5)."""
    return any(map(_opioid, _words(words)))


def is_opioid(medicine: Medicine) -> bool:
    """Whether an entry is an opioid by its name or any of its spellings."""
    return any(sounds_like_opioid(name) for name in (medicine.name, *medicine.spellings))


def find(words: str, medicines: Sequence[Medicine]) -> Medicine | None:
    """The listed medicine of that name, or None.

    Naltrexone alone, however misspelt, is the list's LDN; together with another medicine it is not.
    """
    wanted = _words(words)
    if not wanted:
        return None
    for medicine in medicines:
        if any(_words(name) == wanted for name in (medicine.name, *medicine.spellings)):
            return medicine
    left = [word for word in wanted if word not in _BESIDE]
    told = [_naltrexone(word) or word in _ALONE for word in left]
    # "nal trexone" is one word in two; a word beside "naltrexone" is another word.
    alone = bool(left) and (all(told) or (not any(told) and _naltrexone("".join(left))))
    entries = [m for m in medicines if is_naltrexone(m)]
    return entries[0] if alone and len(entries) == 1 else None


@lru_cache(maxsize=20_000)  # whole articles are read by this, too
def _opioid(word: str) -> bool:
    if word in _OPIOIDS or len(word) < 7:
        return word in _OPIOIDS
    return any(_within(1, word, name) for name in _BEGUN.get(word[:3], _NONE) | _ENDED.get(word[-3:], _NONE))


def _naltrexone(word: str) -> bool:
    if word in _SHORT:
        return True
    return len(word) >= 7 and any(_within(_MISSPELT, word, root) for root in _ROOTS)


def _within(most: int, one: str, other: str) -> bool:
    """Whether so many edits turn one word into the other.

    A whole article is read by this, and ``edits`` is slow. Each letter that only one of them has needs an edit, so most
    pairs never get there; and it sees only what lies between the letters that both begin and end with.
    """
    if abs(len(one) - len(other)) > most:
        return False
    ones, others = set(one), set(other)
    if len(ones - others) > most or len(others - ones) > most:
        return False
    begin = _alike(one, other)
    one, other = one[begin:], other[begin:]
    end = _alike(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    if max(len(one), len(other)) <= most:
        return True
    return most > 1 and edits(one, other) <= most


def _alike(one: str, other: str) -> int:
    """With how many letters both words begin alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _words(text: str) -> list[str]:
    """Lower-case words without accents; "L.D.N." is one of them."""
    bare = text
    if not text.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare.casefold().replace(".", ""))


def edits(one: str, other: str) -> int:
    """How many letters must be added, left out or replaced to turn one word into the other."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
