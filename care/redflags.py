"""Red-flag words: which fixed safety reply an incoming text gets, if any (R6-R8).

Local and pure: a list of phrases a category, no model, no network. It leans towards recall, since a false alarm
costs one kind message and a miss may cost more. It judges words, not people, and assesses nothing (R9).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from care import redflag_words as words


class Category(StrEnum):
    """What a text seems to be about (R7); the value is kept in events and presses."""

    CRISIS = "crisis"
    EMERGENCY = "emergency"
    BREATHING = "breathing"
    OPIOID = "opioid"
    OVERDOSE = "overdose"
    JAUNDICE = "jaundice"
    PREGNANCY = "pregnancy"
    ABUSE = "abuse"


# R7: suicide = emergency > opioid > other. Among equals the crisis reply comes first: it names both numbers.
_ORDER = (
    Category.CRISIS,
    Category.EMERGENCY,
    Category.BREATHING,
    Category.OVERDOSE,
    Category.OPIOID,
    Category.JAUNDICE,
    Category.PREGNANCY,
    Category.ABUSE,
)
# "I am not pregnant" is heard here; "I don't want to die" and "no chest pain" get their reply all the same (R8).
_HEEDS_NOT = frozenset({Category.OPIOID, Category.JAUNDICE, Category.PREGNANCY, Category.ABUSE})

_MOST_BETWEEN = 5  # words that "…" may stand for
_SHORTEST_MISSPELT = 6  # letters; shorter words are too close to each other ("rated", "raped")
_GAP = frozenset({"…"})
_LINK = re.compile(r"/start(?:@\w+)? learn_[a-z0-9-]+(?:_[0-9]+)?", re.ASCII)
_Phrase = tuple[frozenset[str], ...]
_Index = Mapping[str, Sequence[_Phrase]]


def match(text: str) -> Category | None:
    """The category of highest rank that a phrase of the text belongs to, or None (R6-R8).

    Words behind ``/learn`` are a request to the library, so a bare topic ("/learn overdose") passes; what
    somebody did or feels never does ("/learn i took tramadol"). The link to a section that somebody tapped
    ("/start learn_opioids_3") is nobody's words.
    """
    if _LINK.fullmatch(text):
        return None
    said = _read(text)
    asks = re.match(r"\s*/learn\b", text, re.IGNORECASE) is not None
    for category in _ORDER:
        indexes = (_ALWAYS[category],) if asks else (_ALWAYS[category], _SPOKEN[category])
        if any(said.holds(index, heeds_not=category in _HEEDS_NOT) for index in indexes):
            return category
        if category is Category.CRISIS and said.run_together:
            return category
    return None


@dataclass(frozen=True, kw_only=True)
class _Said:
    """A text as a row of words: each as the set of listed words that it may stand for."""

    tokens: Sequence[str]
    means: Sequence[frozenset[str]]
    sentence_ends: frozenset[int]
    """Places of words that begin a new sentence."""
    pauses: frozenset[int]
    """Places of words behind a comma or the end of a sentence."""
    run_together: bool

    def holds(self, index: _Index, *, heeds_not: bool) -> bool:
        """Whether any phrase of the index is in here."""
        for at, meant in enumerate(self.means):
            if heeds_not and at and at not in self.pauses and self.tokens[at - 1] in words.NOT:
                continue
            phrases = (phrase for word in meant for phrase in index.get(word, ()))
            if any(self._goes_on(phrase, 1, at + 1, heeds_not) for phrase in phrases):
                return True
        return False

    def _goes_on(self, phrase: _Phrase, part: int, at: int, heeds_not: bool) -> bool:
        if part == len(phrase):
            return True
        if phrase[part] is _GAP:
            for start in range(at, min(at + _MOST_BETWEEN + 1, len(self.means))):
                if start in self.sentence_ends:
                    return False
                if self._goes_on(phrase, part + 1, start, heeds_not):
                    return True
                if heeds_not and self.tokens[start] in words.NOT:
                    return False
            return False
        return (
            at < len(self.means)
            and not phrase[part].isdisjoint(self.means[at])
            and self._goes_on(phrase, part + 1, at + 1, heeds_not)
        )


def _phrases(listing: str) -> Iterator[_Phrase]:
    for line in listing.splitlines():
        if line and not line.startswith("#"):
            yield tuple(_GAP if part == "…" else _alternatives(part) for part in line.split())


def _alternatives(part: str) -> frozenset[str]:
    found: set[str] = set()
    for word in part.split("/"):
        found.update(words.GROUPS[word].split() if word.isupper() else (word,))
    return frozenset(found)


def _index(listing: str) -> _Index:
    """Phrases by each word that they can begin with."""
    index: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in _phrases(listing):
        for word in phrase[0]:
            index[word].append(phrase)
    return dict(index)


_ALWAYS = {category: _index(getattr(words, category.name)) for category in Category}
_SPOKEN = {category: _index(getattr(words, f"SPOKEN_{category.name}", "")) for category in Category}


def _squeezed(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


_LISTED = frozenset(
    word
    for indexes in (_ALWAYS, _SPOKEN)
    for index in indexes.values()
    for phrases in index.values()
    for phrase in phrases
    for part in phrase
    for word in part
) - {"…"}
_BY_SQUEEZED = {
    _squeezed(word): word
    for word in sorted(_LISTED | {part for old in words.SAME_WORDS for part in old.split()}, key=len)
}
_MISSPELLABLE: Mapping[str, Sequence[str]] = {
    first: [word for word in sorted(_LISTED) if word[0] == first and len(word) >= _SHORTEST_MISSPELT]
    for first in {word[0] for word in _LISTED}
}
_SAME = re.compile(rf"(?<= )({'|'.join(sorted(map(re.escape, words.SAME_WORDS), key=len, reverse=True))})(?= )")

_LETTERS_FOR = str.maketrans("013457@$!", "oieastasi")
_ELONGATED = re.compile(r"(.)\1\1")
_SPELT_OUT = re.compile(r"\b\w(?: \w\b){3,}")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|\w+|[.?!;:]+|,|[^\w\s]")


def _read(text: str) -> _Said:
    """The text as words: one case, no accents, no apostrophes, letters for digits inside words."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf", "Sk", "Me"))
    text = re.sub("['’‘`´]", "", text)
    text = re.sub(r"(?<=\w)[-‐‑/](?=\w)", " ", text)
    text = re.sub(r"(?<=\d)(?=(?:mg|g|ml|x|pills?|tab(?:let)?s?|caps?(?:ules)?)\b)", " ", text)
    text = re.sub(r"(?<=\w)!(?=\w)", "i", text)
    text = re.sub(r"[$@](?=[^\W\d])|(?<=[^\W\d])[$@](?=\w)", lambda m: m[0].translate(_LETTERS_FOR), text)
    text = _SPELT_OUT.sub(lambda m: m[0].replace(" ", ""), text.replace("_", " "))
    text = " ".join(filter(None, map(_word, _TOKEN.findall(text))))
    text = _SAME.sub(lambda m: words.SAME_WORDS[m[0]], f" {text} ")

    tokens: list[str] = []
    ends: set[int] = set()
    pauses: set[int] = set()
    for part in text.split():
        if part not in ",.?!;:":
            tokens.append(part)
            continue
        pauses.add(len(tokens))
        if part != ",":
            ends.add(len(tokens))
    stands_for = {token: _stands_for(token) for token in set(tokens)}
    return _Said(
        tokens=tokens,
        means=[stands_for[token] for token in tokens],
        sentence_ends=frozenset(ends),
        pauses=frozenset(pauses),
        run_together=any(part in token for token in stands_for for part in words.RUN_TOGETHER),
    )


def _word(token: str) -> str:
    """A token as it is looked up: one stop for an end of a sentence, none for dots that trail off."""
    if token[0] in ".?!;:":
        return "" if re.fullmatch(r"\.{2,}", token) else token[0]
    if token[0] != "," and unicodedata.category(token[0]).startswith("P"):
        return ""
    if any(c.isdigit() for c in token) and any(c.isalpha() for c in token):
        token = token.replace("11", "ll").translate(_LETTERS_FOR)
    if _ELONGATED.search(token):
        return _BY_SQUEEZED.get(_squeezed(token), token)
    return token


def _stands_for(token: str) -> frozenset[str]:
    """The listed words that a token may be: itself, a longer one that it misspells, "many" for 8 and more."""
    found = {token} & _LISTED
    if token.isdecimal() and (len(token.lstrip("0")) > 1 or token in ("8", "9")):
        found.add("many")
    if not found and len(token) >= _SHORTEST_MISSPELT - 1 and token not in words.NEVER_MISSPELT:
        found = {word for word in _MISSPELLABLE.get(token[0], ()) if _one_slip(token, word)}
    return frozenset(found)


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less or changed, or two neighbours swapped, makes one word the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    least = min(len(one), len(other))
    start = next((i for i in range(least) if one[i] != other[i]), least)
    tail = next((i for i in range(least - start) if one[-1 - i] != other[-1 - i]), least - start)
    left, right = one[start : len(one) - tail], other[start : len(other) - tail]
    return (len(left) <= 1 and len(right) <= 1) or (len(left) == 2 and left == right[::-1])
