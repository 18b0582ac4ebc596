"""Reading a text for red-flag words: one case, no accents, letters for digits, slips mended, words brought to stems.

A text becomes a row of words, each as the set of listed words that it may stand for.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from care.redflag_words import writing
from care.stems import stem

_LONG, _LONGER = 5, 9  # letters of a stem from which one slip, or two, are forgiven
_NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *(
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
}


@dataclass(frozen=True, kw_only=True)
class Said:
    """A text as a row of words."""

    tokens: Sequence[str]
    means: Sequence[frozenset[str]]
    """Of each word, the listed stems that it may stand for."""
    sentence_ends: frozenset[int]
    """Places of words that begin a new sentence."""
    pauses: frozenset[int]
    """Places of words behind a comma or the end of a sentence."""
    run_together: bool
    """Whether a crisis is written in one word, as a hashtag may be."""


class Reader:
    """Reads texts for the words of given lists, as stems."""

    def __init__(self, listed: Collection[str]) -> None:
        self._listed = frozenset(listed)
        self._squeezed = {_squeezed(word): word for word in sorted(self._listed, key=len)}
        self._by_shape: dict[tuple[str, int], list[tuple[int, str]]] = {}
        for word in sorted(self._listed):
            if len(word) >= _LONG:
                self._by_shape.setdefault((word[0], len(word)), []).append((_letters(word), word))

    def read(self, text: str) -> Said:
        """The text as words."""
        tokens: list[str] = []
        ends: set[int] = set()
        pauses: set[int] = set()
        for part in _plain(text).split():
            if part not in ",.?!;:":
                if tokens[-3:] != [part] * 3:  # a fourth time the same word says nothing new
                    tokens.append(part)
                continue
            pauses.add(len(tokens))
            if part != ",":
                ends.add(len(tokens))
        stands_for = {token: self._stands_for(token) for token in set(tokens)}
        return Said(
            tokens=tokens,
            means=[stands_for[token] for token in tokens],
            sentence_ends=frozenset(ends),
            pauses=frozenset(pauses),
            run_together=any(part in token for token in stands_for for part in writing.RUN_TOGETHER),
        )

    def _stands_for(self, token: str) -> frozenset[str]:
        """The listed stems that a word may be: its own, that of a word which it misspells, or a kind of number."""
        if token.isdecimal() or token in _NUMBERS:
            return _kinds_of_number(token) | ({token} & self._listed)
        if _ELONGATED.search(token):
            token = self._shortened(token)
        root = stem(token)
        found = {root, token, f"={token}"} & self._listed
        if not found and len(root) >= _LONG - 1 and token not in writing.NEVER_MISSPELT:
            found = {word for word in self._like(root) if _is_slip(root, word)}
        return frozenset(found)

    def _like(self, root: str) -> Iterator[str]:
        """The listed words that might be a slip away: of a close length, from nearly the same letters."""
        own = _letters(root)
        for length in range(len(root) - 2, len(root) + 3):
            most = 2 * (2 if max(length, len(root)) >= _LONGER else 1)  # a changed letter is one lost and one won
            for letters, word in self._by_shape.get((root[0], length), ()):
                if (letters ^ own).bit_count() <= most:
                    yield word

    def _shortened(self, token: str) -> str:
        """A word with letters drawn out ("dieeee", "tooook") as it is listed, if it is."""
        for short in (_ELONGATED.sub(r"\1", token), _ELONGATED.sub(r"\1\1", token)):
            if {stem(short), f"={short}"} & self._listed:
                return short
        return self._squeezed.get(_squeezed(token), token)


def _kinds_of_number(token: str) -> frozenset[str]:
    number = _NUMBERS.get(token)
    if number is None:
        number = min(int(token), 99) if len(token) < 9 else 99
    return frozenset({"num"} | ({"many"} if number >= 8 else {"several"} if number >= 3 else set()))


_LETTERS_FOR = str.maketrans("013457@$!", "oieastasi")
_ELONGATED = re.compile(r"(.)\1{2,}")
_SPELT_OUT = re.compile(r"\b\w(?: \w\b){3,}")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|\w+|[.?!;:]+|,|[^\w\s]")


def _either(word: str) -> list[str]:
    return word.split("/")


def _run(words: Collection[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<= )({'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?= )")


_SAME = _run(writing.SAME_WORDS)
_REPLACED = {re.sub(r"(.)\1+", r"\1", word): word for run in writing.SAME_WORDS for word in run.split()}
_HARMLESS = _run([" ".join(words) for run in writing.HARMLESS for words in product(*map(_either, run.split()))])


def _plain(text: str) -> str:
    """Small letters without accents and apostrophes, words and ends of sentences parted by spaces."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf", "Sk", "Me"))
    text = re.sub(r"\bod['’]d\b", "overdosed", text)
    text = re.sub("['’‘`´]", "", text)
    text = re.sub(r"(?<=\w)[-‐‑/](?=\w)", " ", text)
    text = re.sub(r"(?<=\d)(?=(?:mg|g|ml|x|pills?|tab(?:let)?s?|caps?(?:ules)?)\b)", " ", text)
    text = re.sub(r"(?<=\d) ?kms\b", " km", text)
    text = re.sub(r"\d+(?:[.,]\d+)?(?= (?:mg|mgs|mcg|g|ml)\b)", "sized", text)  # an amount is no count of pills
    text = re.sub(r"(?<=\w)!(?=\w)", "i", text)
    text = re.sub(r"[$@](?=[^\W\d])|(?<=[^\W\d])[$@](?=\w)", lambda m: m[0].translate(_LETTERS_FOR), text)
    text = _SPELT_OUT.sub(lambda m: m[0].replace(" ", ""), text.replace("_", " "))
    text = " ".join(filter(None, map(_word, _TOKEN.findall(text))))
    text = _SAME.sub(lambda m: writing.SAME_WORDS[m[0]], f" {text} ")
    return _HARMLESS.sub("aside", text)


def _word(token: str) -> str:
    """A token as it is looked up: one stop for an end of a sentence, none for dots that trail off."""
    if token[0] in ".?!;:":
        return "" if re.fullmatch(r"\.{2,}", token) else token[0]
    if token[0] != "," and unicodedata.category(token[0]).startswith("P"):
        return ""
    if any(c.isdigit() for c in token) and any(c.isalpha() for c in token):
        token = token.replace("11", "ll").translate(_LETTERS_FOR)
    return _REPLACED.get(_squeezed(token), token) if _ELONGATED.search(token) else token


def _squeezed(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _letters(word: str) -> int:
    """Which letters a word has, as a bit each."""
    letters = 0
    for letter in word:
        letters |= 1 << (ord(letter) % 61)
    return letters


def _is_slip(one: str, other: str) -> bool:
    """Whether a word may be a slip of another, both with the same first letter.

    One letter more, less or changed, or two neighbours swapped; two of these in a long word. In a short one only a
    swap or a missing vowel, since so many short words are one letter apart.
    """
    length = max(len(one), len(other))
    if length <= _LONG:
        return _is_swap(one, other) or (
            len(other) == len(one) + 1
            and any(other[n] in "aeiou" and one == other[:n] + other[n + 1 :] for n in range(1, len(other)))
        )
    return _slips(one, other) <= (2 if length >= _LONGER else 1)


def _is_swap(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    apart = [n for n in range(len(one)) if one[n] != other[n]]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]]


def _slips(one: str, other: str) -> int:
    """How many slips part two words (optimal string alignment); 3 stands for "many"."""
    if abs(len(one) - len(other)) > 2:
        return 3
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, wanted in enumerate(other, start=1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        if min(row) > 2:
            return 3
        rows.append(row)
    return rows[-1][-1]
