"""What no article says, whoever wrote it: that a medicine works, praise, an amount to take, to stop, a number to call.

The numbers to call are each reader's own (R9), an amount is a clinician's to set, and nothing here may say that a
medicine works or that an opioid goes with naltrexone. The words are English; other languages are left to a human check.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from care.medicines import sounds_like_opioid
from content.library.ldn import names_naltrexone
from content.library.readability import sentences
from content.numbers import all_numbers


@dataclass(frozen=True)
class _Wording:
    """What is looked for in a text in small letters, which takes a third of the time of re.IGNORECASE."""

    pattern: re.Pattern[str]
    parts: tuple[str, ...]
    """Whatever the pattern finds has one of these in it. Most texts have none, and that is seen ten times as soon."""

    def search(self, small: str) -> re.Match[str] | None:
        return self.pattern.search(small) if any(part in small for part in self.parts) else None


_PRAISE = _Wording(
    re.compile(
        r"\b(?:(?:is|are|was|be) (?:really |clearly |now )?working|works (?:well|for|wonders)|well done|great|amazing"
        r"|wonderful|fantastic|excellent|miracle|congratulations)\b|!"
    ),
    ("work", "well done", "great", "amazing", "wonderful", "fantastic", "excellent", "miracle", "congrat", "!"),
)
_HOW_MANY = r"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|half|another|more|your)"
_OF_WHAT = r"(?:mg|milligrams?|mcg|micrograms?|[µμ]g|ml|drops?|tablets?|capsules?|pills?|sachets?|doses?)"
_TWICE = ("two", "three", "both", "twice", "double")
_DOSE = _Wording(
    re.compile(
        r"\b(?:take|use|swallow|start|begin|increase|raise|go|move|step|double|halve|lower|reduce|cut|drop|switch|try|have"
        rf"|add)\b(?:\s+\w+){{0,4}}?\s+{_HOW_MANY}(?:\s+\w+){{0,2}}?\s*{_OF_WHAT}\b"
        rf"|\bneeds? (?:about )?\d+(?:[.,]\d+)?\s*{_OF_WHAT}\b"
        rf"|\b\d+(?:[.,]\d+)?\s*{_OF_WHAT} (?:is|are) (?:a |the )?(?:good|best|right|safe|enough)\b"
        rf"|\b(?:take|have|swallow) (?:{'|'.join(_TWICE)})\b"
        rf"|\byour dose (?:is|should be|will be)\b[^.]*?\d+(?:[.,]\d+)?\s*{_OF_WHAT}\b",
    ),
    ("mg", "gram", "mcg", "µg", "μg", "ml", "drop", "tablet", "capsule", "pill", "sachet", "dose", *_TWICE),
)
_NOT = re.compile(r"\b(?:never|not|cannot|no|nor|without|neither|\w+n['’]t)\b")
_TOGETHER = re.compile(
    r"\b(?:take|taking|use|using|combine[ds]?|add|mix)\b.*\b(?:with|and|together|alongside|beside|plus)\b"
    r"|\b(?:with|and|together|alongside|beside|plus)\b.*\b(?:is|are) (?:safe|fine|ok|okay|allowed|harmless)\b"
    r"|\b(?:is|are) (?:safe|fine|ok|okay|allowed|harmless) (?:with|beside|together|after|before)\b"
    r"|\b(?:can|may|could) (?:have|combine|mix|be (?:combined|mixed|taken|used|had))\b",
)
_PROMISE = _Wording(
    re.compile(r"\b(?:cures|cured|heals|healed|guarantees?|guaranteed|(?:is|are|been|clearly) proven|proven to)\b"),
    ("cure", "heal", "guarant", "proven"),
)
_STOPS = ("stop", "quit", "drop", "halve", "double", "skip", "come off")
_STOP = _Wording(
    re.compile(rf"^(?:just |please |then )?\b(?:{'|'.join(_STOPS)})\b(?: taking| using)?(?: your| the| all)* "), _STOPS
)
_OF_ANY_COUNTRY = ("911", "112", "999", "000", "988", "116 ?123")
_CALLING = ("call", "dial", "ring", "phone", "text")
_NO_SOURCE = re.compile(
    r"\b(?:blogs?|blogger|forums?|testimonials?|podcasts?|influencer)\b|blogspot|wordpress|substack|tumblr|medium\.com"
    r"|reddit|facebook|quora|youtube|youtu\.be|tiktok|instagram|twitter|//x\.com|pinterest|//t\.me|discord",
)
_MEDICINES = re.compile(
    r"\b(?:duloxetine|milnacipran|venlafaxine|amitriptyline|nortriptyline|pregabalin|gabapentin|cyclobenzaprine|tonmya"
    r"|fluoxetine|sertraline|paroxetine|citalopram|paracetamol|acetaminophen|ibuprofen|naproxen|aspirin|melatonin"
    r"|diazepam|zolpidem|zopiclone|cymbalta|lyrica|savella|naloxone)\b",
)


def said_wrong(text: str) -> Iterator[str]:
    """What a text says that no article may, and what to do about it."""
    small = text.lower()
    if found := _PRAISE.search(small):
        yield f"take out {_written(text, found)!r}: no praise, and nothing that says a medicine is working (R9)"
    if found := _numbers().search(small):
        yield f"take out {_written(text, found)!r}: the numbers to call are each reader's own; set call_first"
    # Most texts have none of it anywhere, and then no sentence has.
    doses, promises, together = (p.search(small) is not None for p in (_DOSE, _PROMISE, _TOGETHER))
    stops = any(part in small for part in _STOPS)
    for sentence in sentences(text) if doses or promises or stops or together else ():
        small = sentence.lower()
        if doses and (found := _meant(_DOSE.pattern, small)):
            said = _written(sentence, found)
            yield f"take out {said!r}: no article says what amount to take; a clinician sets it (R3)"
        if promises and (found := _meant(_PROMISE.pattern, small)):
            yield f"take out {_written(sentence, found)!r}: nothing here says that a medicine works (R9)"
        if stops and (found := _STOP.search(small)) and names_a_medicine(small[found.end() :]):
            yield f"take out {sentence[:40]!r}: no article tells anybody to stop or change a medicine"
        if together and _meant(_TOGETHER, small) and sounds_like_opioid(sentence):
            yield f"take out {sentence[:40]!r}: naltrexone and an opioid are never taken together (R1)"


def _written(text: str, found: re.Match[str]) -> str:
    """What was found in small letters, as its author wrote it."""
    return text[found.start() : found.end()]


def is_no_source(words: str) -> bool:
    """Whether a source is a blog, a forum or the like (R16)."""
    return _NO_SOURCE.search(words.lower()) is not None


def names_a_medicine(text: str) -> bool:
    """Whether it names a medicine, so that it is reviewed every 12 months (R13)."""
    return bool(_MEDICINES.search(text.lower())) or names_naltrexone(text) or sounds_like_opioid(text)


def _meant(pattern: re.Pattern[str], sentence: str) -> re.Match[str] | None:
    """Where a sentence says so without a *never* or *not* right before it."""
    return next((m for m in pattern.finditer(sentence) if not _NOT.search(sentence[: m.start()][-12:])), None)


@cache
def _numbers() -> _Wording:
    """A number to call: one that every country knows wherever it stands, any of ours behind a word for calling."""
    rows = [f"{row.emergency} or {row.crisis}".split(" or ") for row in all_numbers()]
    ours = sorted({re.escape(number).replace(r"\ ", " ?") for row in rows for number in row}, key=len, reverse=True)
    anywhere = rf"(?<![\d,.])(?:{'|'.join(_OF_ANY_COUNTRY)})(?![\d,]|\.\d)"
    called = rf"\b(?:{'|'.join(_CALLING)})\b[^.!?\n]{{0,20}}?(?<!\d)(?:{'|'.join(ours)})(?!\d|[.,]\d)"
    return _Wording(re.compile(f"{anywhere}|{called}"), (*_CALLING, *(number[:3] for number in _OF_ANY_COUNTRY)))
