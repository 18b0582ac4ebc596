"""The check-in's scales: what an evening asks, in which order, and what counts as an answer (clinical 3.2-3.5)."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

EVENING_TURNS = time(4)
"""Until then, an answer after midnight belongs to the evening before (clinical 3.5; a default, for the clinic)."""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """A question answered by a whole number. On every scale the higher number is the worse (clinical 3.3)."""

    id: str
    lowest: int = 0
    highest: int = 10


DAILY = (Scale(id="pain"), Scale(id="tiredness"), Scale(id="sleep"), Scale(id="interference"))
"""Each looks back over 24 hours; "sleep" asks how unrefreshing last night's sleep was, so that higher is worse."""

QUESTIONS = (*(scale.id for scale in DAILY), "worry")
"""One evening's five questions, in their order."""

Reply = Literal["emergency", "hold", "same-day", "clinic"]

WORRY_REPLIES: Mapping[str, Reply] = MappingProxyType(
    {
        # T13e: call the clinic if it lasts over a week or disturbs sleep.
        "dreams": "clinic",
        "nausea": "clinic",
        "headache": "clinic",
        "dizziness": "clinic",
        "insomnia": "clinic",
        # T13d, T17a: a new change of mood is told on the same day.
        "mood": "same-day",
        # T13e calls these three urgent. T17a has signs of jaundice as "same day": the stricter stands until a
        # clinician settles it.
        "yellow": "emergency",
        "rash": "emergency",
        "breathing": "emergency",
        # R5: any opioid holds at once, wherever it is said.
        "opioid": "hold",
        "other": "clinic",
    }
)
"""Which fixed reply a worry gets. The reply never assesses: it says whom to call, and how soon."""

WORRIES = tuple(WORRY_REPLIES)

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_RATING = re.compile(r"(10|[0-9])(?: ?/ ?10)?")


def parse_rating(text: str) -> int | None:
    """The rating 0-10 that someone typed ("7", "７", "7/10", "seven"); None for all else ("45", "-1", "7.5")."""
    words = unicodedata.normalize("NFKC", text[:40]).strip().removesuffix(".").casefold()
    if words in _WORDS:
        return _WORDS.index(words)
    # NFKC makes full-width digits plain; those of other scripts are digits all the same.
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in words).replace("\N{FRACTION SLASH}", "/")
    found = _RATING.fullmatch(digits)
    return int(found[1]) if found else None


def evening_of(moment: datetime, zone: ZoneInfo, turn: time = EVENING_TURNS) -> date:
    """The evening that an answer belongs to, on a clock in that zone. Raises ValueError for a naive moment."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    local = moment.astimezone(zone)
    return local.date() - timedelta(days=local.time() < turn)


def next_question(answered: Collection[str]) -> str | None:
    """The first question that has neither a rating nor a skip yet; None when all five have."""
    return next((question for question in QUESTIONS if question not in answered), None)
