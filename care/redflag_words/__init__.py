"""What people write when they need more than a bot: the phrases of each red-flag category (R7), as plain lists.

How to read a line: its words stand in this order, next to each other.

- ``kill/hurt myself``: either word.
- ``took … tablets``: up to five other words between, within one sentence; ``he .. hits``: up to two.
- ``took … OPIOID``: any word of the group OPIOID in groups.py.
- ``chest & PAIN``: both within one sentence and near each other, in any order.
- ``OPIOID && NALTREXONE``: the second anywhere in the text.
- ``burnt myself ~ the oven``: not if the second stands anywhere in the text, since it then means something else.
  A line that begins with ``~`` holds for all of its idea.
- ``took … too many $``: the clause or the sentence ends there.
- ``## …`` names an idea; ``> …`` is an example of it, which the tests hold the lists to; ``# …`` is a remark.
- ``num several many``: any number; one of 3 to 7; one of 8 and more.
- A line that begins with two blanks goes on with the one before.
- Small letters, no accents, no apostrophes. Write ``cant dont im wanna gonna anymore myself`` for what writing.py
  lists. A word stands for all its forms (kill, kills, killed, killing); ``=took`` only
  for itself.

Longer words also stand for their misspellings; see ``care.redflag_reading``. Nobody has reviewed these lists yet.
"""

from collections.abc import Mapping

from care.redflag_words.abroad import ABROAD
from care.redflag_words.abuse import ABUSE
from care.redflag_words.body import JAUNDICE, PREGNANCY, SPOKEN_JAUNDICE, SPOKEN_PREGNANCY
from care.redflag_words.crisis import CRISIS
from care.redflag_words.emergency import BREATHING, EMERGENCY, SPOKEN_EMERGENCY
from care.redflag_words.groups import GROUPS
from care.redflag_words.medicines import OPIOID, OVERDOSE, SPOKEN_OPIOID, SPOKEN_OVERDOSE

__all__ = ["ALWAYS", "GROUPS", "REVIEWED", "SPOKEN"]

REVIEWED: Mapping[str, str] = {}
"""The languages whose list a clinician has reviewed, each with who and when ("en": "Name, credential, 2026-12-01").

None yet. Where a language is missing here, whatever asks for typed words carries whom to call (R8).
"""

_ENGLISH = {
    "crisis": CRISIS,
    "emergency": EMERGENCY,
    "breathing": BREATHING,
    "overdose": OVERDOSE,
    "opioid": OPIOID,
    "jaundice": JAUNDICE,
    "pregnancy": PREGNANCY,
    "abuse": ABUSE,
}

ALWAYS: Mapping[str, str] = {name: listing + ABROAD[name.upper()] for name, listing in _ENGLISH.items()}
"""The phrases of each category, by its value."""

SPOKEN: Mapping[str, str] = {
    "emergency": SPOKEN_EMERGENCY,
    "overdose": SPOKEN_OVERDOSE,
    "opioid": SPOKEN_OPIOID,
    "jaundice": SPOKEN_JAUNDICE,
    "pregnancy": SPOKEN_PREGNANCY,
}
"""Those that count in plain talk only: behind ``/learn`` they are requests to the library."""
