"""Mending a misspelt word: the one of the library's own words that it most likely stands for (rapidfuzz)."""

import re
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 5  # letters; shorter words are too close to each other ("gold", "told", "hold")
LONG = 9  # letters from which two slips are forgiven, not one
_DRAWN_OUT = re.compile(r"(.)\1+")


class Spelling:
    """The words that are known. A misspelt one is at most a slip or two away and has the same first letter."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """The known words with how often each is used: of two that are as close, the commoner is meant."""
        self._words = frozenset(vocabulary)
        self._known: dict[str, list[str]] = {}
        for word in sorted(vocabulary, key=lambda word: (-vocabulary[word], word)):
            if len(word) >= SHORTEST and not word.isdecimal():
                self._known.setdefault(word[0], []).append(word)

    def mended(self, word: str) -> str | None:
        """The known word that ``word`` misspells; None where there is none close enough."""
        for times in (r"\1\1", r"\1"):  # "sooo", "stopp": however short
            drawn_in = _DRAWN_OUT.sub(times, word)
            if len(word) >= SHORTEST - 1 and drawn_in != word and drawn_in in self._words:
                return drawn_in
        if len(word) < SHORTEST or word.isdecimal():
            return None
        slips = 2 if len(word) >= LONG else 1
        close = process.extractOne(word, self._known.get(word[0], ()), scorer=OSA.distance, score_cutoff=slips)
        return close[0] if close else None
