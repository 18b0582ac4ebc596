"""Words that tell: what no push may hold, and so no alias either (design 5)."""

import re
from collections.abc import Iterable

_TELLING = frozenset(
    """
    pill pills tablet tablets medicine medicines medication meds med drug drugs dose doses dosage opioid opioids
    naltrexone ldn pain fibro fibromyalgia disease illness therapy treatment mg ml prescription
    """.split()  # noqa: SIM905 - words are read more easily than a list of strings
)


def tells(words: str, names: Iterable[str] = ()) -> bool:
    """Whether these words could tell somebody who sees the screen that it is about a medicine, or which."""
    lowered = words.casefold()
    if any(name.casefold() in lowered for name in names):
        return True
    return any(word in _TELLING for word in re.findall(r"[^\W\d_]+", lowered))
