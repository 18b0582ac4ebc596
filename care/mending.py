"""A line with a slip of the keyboard, mended: offered to the clinician to read and press, never taken as said.

Numbers are never mended: a slip in an amount, a time or a date is the clinician's to put right (R3).
"""

from collections.abc import Sequence
from datetime import date

from care.clauses import KEYWORDS
from care.grammar import read_line
from care.medicines import Medicine, edits
from care.tokens import LineError

_VOCABULARY = sorted(
    {word for word in KEYWORDS if word.isalpha()}
    | {"day", "days", "week", "weeks", "other", "least", "most", "apart", "needed", "hours", "minutes"}
    | {"today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_MISSING = {"no_at": "at", "no_then": "then"}


def mended(text: str, error: LineError, medicines: Sequence[Medicine], today: date) -> str | None:
    """The line with the word that could not be read put right, if that makes all of it readable; else None."""
    before, word, after = error.pointed(text)
    if missing := _MISSING.get(error.reason):
        tries = [f"{missing} {word}"]
    elif error.reason == "unknown_medicine":
        tries = _near(word, [name for each in medicines for name in (each.name, *each.spellings)])
    else:
        tries = _near(word, _VOCABULARY)
    readable = [line for each in tries if _reads(line := f"{before}{each}{after}", medicines, today)]
    return readable[0] if len(readable) == 1 else None


def _near(word: str, known: Sequence[str]) -> list[str]:
    """The known words that are one slip away; two for a long word."""
    bare = word.strip(".").casefold()
    if len(bare) < 3 or not bare.isalpha():
        return []
    most = 1 if len(bare) < 6 else 2
    return [each for each in known if each.casefold() != bare and _slips(bare, each.casefold()) <= most]


def _slips(one: str, other: str) -> int:
    """As ``edits``, but two neighbours that changed places are one slip: "fro" for "for"."""
    swapped = any(one[:i] + one[i + 1] + one[i] + one[i + 2 :] == other for i in range(len(one) - 1))
    return 1 if swapped else edits(one, other)


def _reads(line: str, medicines: Sequence[Medicine], today: date) -> bool:
    try:
        read_line(line, medicines, today)
    except LineError:
        return False
    return True
