"""Sentences and reading grade of an English text (R17, R19).

The Flesch-Kincaid grade is counted here, so that a clinic can hold its own articles to it without more packages;
the tests hold it beside textstat's. A formula is a floor and no more than that (R20).
"""

import re
from functools import lru_cache
from itertools import chain

_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
_SAYS = re.compile(r"\w")
_LETTERS = re.compile(r"[a-z]+", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy]+")
# Ends that are written but not spoken; "le" after a consonant is spoken ("table").
_SILENT = re.compile(r"(?:[^laeiouy]e|[aeiouy]le|[^aeioudty]ed|[^aeioucsxzgh]es)$")
_PARTED = re.compile(r"ia|io(?!n)|eo|ua[lt]|ier\b|iu|dying|lying|creat|[aeiouy]ing")


@lru_cache(maxsize=4_000)  # each check of a section asks for them
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a line of its own (a bullet, a paragraph) ends one, a decimal point does not."""
    pieces = (piece.removeprefix("- ").strip() for piece in _END.split(text))
    return tuple(piece for piece in pieces if _SAYS.search(piece))


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """About how many syllables an English word has; at least one, also for a number."""
    word = word.lower()
    count = len(_VOWELS.findall(word)) + len(_PARTED.findall(word))
    return max(1, count - 1 if _SILENT.search(word) else count)


def grade(*texts: str) -> float:
    """The Flesch-Kincaid grade of English texts taken as one; 0.0 for no text. Lower is easier, below 0 is possible."""
    counted = [_counted(text) for text in texts]
    said, long, words, spoken = (sum(numbers) for numbers in zip(*counted, strict=True)) if counted else (0, 0, 0, 0)
    if not words:
        return 0.0
    return 0.39 * words / (long or said) + 11.8 * spoken / words - 15.59


@lru_cache(maxsize=2_000)  # a section counts by itself and in its article
def _counted(text: str) -> tuple[int, int, int, int]:
    """How many sentences, those of them of more than two words ("Nausea." is none of its own), words and syllables."""
    said = [sentence.split() for sentence in sentences(text)]
    spoken = [many for many in map(_spoken, chain.from_iterable(said)) if many]
    return len(said), sum(len(words) > 2 for words in said), len(spoken), sum(spoken)


@lru_cache(maxsize=20_000)
def _spoken(word: str) -> int:
    """The syllables of a word as it stands between white space; 0 for a dash."""
    letters = _LETTERS.findall(word)
    return sum(map(syllables, letters)) or (1 if _SAYS.search(word) else 0)
