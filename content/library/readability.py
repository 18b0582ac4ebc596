"""Sentences and reading grade of an English text (R17, R19).

The Flesch-Kincaid grade is counted here, so that a clinic can hold its own articles to it without more packages;
the tests hold it beside textstat's. A formula is a floor and no more than that (R20).
"""

import re
from functools import lru_cache

_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy]+")
# Ends that are written but not spoken; "le" after a consonant is spoken ("table").
_SILENT = re.compile(r"(?:[^laeiouy]e|[aeiouy]le|[^aeioudty]ed|[^aeioucsxzgh]es)$")
_PARTED = re.compile(r"ia|io(?!n)|eo|ua[lt]|ier\b|iu|dying|lying|creat|[aeiouy]ing")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a line of its own (a bullet, a paragraph) ends one, a decimal point does not."""
    pieces = (piece.removeprefix("- ").strip() for piece in _END.split(text))
    return tuple(piece for piece in pieces if re.search(r"\w", piece))


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """About how many syllables an English word has; at least one, also for a number."""
    word = word.lower()
    count = len(_VOWELS.findall(word)) + len(_PARTED.findall(word))
    return max(1, count - 1 if _SILENT.search(word) else count)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text; 0.0 for no text. Lower is easier, below 0 is possible."""
    said = sentences(text)
    words = [word for sentence in said for word in sentence.split() if re.search(r"\w", word)]
    if not words:
        return 0.0
    counted = [sentence for sentence in said if len(sentence.split()) > 2]  # "Nausea." is no sentence of its own
    spoken = sum(max(1, sum(syllables(part) for part in _WORD.findall(word))) for word in words)
    return 0.39 * len(words) / len(counted or said) + 11.8 * spoken / len(words) - 15.59
