"""What a clinician typed that was not taken: what was wrong with it, how it may have been meant, how to type it.

Presses: ``mend:<name>`` (take the line as it may have been meant), ``draft:<draft>:discard``, ``planpts:0``, ``unask``.
"""

import zlib

from care.amounts import WORDS
from care.tokens import LineError
from content.phrases import Phrases
from content.press import press
from content.screen import Html, Row, Screen, joined
from content.wording.clinic import wide
from content.wording.safety import HELP_ROW

_BESIDE = 120  # signs shown on each side of a word that can't be read
_WORD = 40


def discard(phrases: Phrases, draft: str) -> Row:
    """The way out of a draft."""
    return wide(phrases.label("plan.button_discard"), press("draft", draft, "discard"))


def _way_out(phrases: Phrases, draft: str) -> Row:
    return discard(phrases, draft) if draft else wide(phrases.label("button.cancel"), press("unask"))


def unreadable(
    phrases: Phrases,
    text: str,
    error: LineError,
    *,
    again: str,
    draft: str = "",
    unit: str = "mg",
    mended: str | None = None,
) -> Screen:
    """What was typed with the unclear word marked, why, and how to write it. ``again``: line, amounts, …

    ``mended``: the line as it may have been meant; a press takes it.
    """
    before, word, after = error.pointed(text)
    key = f"grammar.{error.reason}"
    reason = phrases(key if phrases.has(key) else f"plan.{error.reason}")
    if word:
        said = phrases(
            "plan.unreadable",
            before=f"…{before[-_BESIDE:]}" if len(before) > _BESIDE else before,
            word=_cut(word, _WORD),
            after=_cut(after, _BESIDE),
            reason=reason,
        )
    else:
        said = phrases("plan.unreadable_whole", reason=reason)
    shown = "labelled" if again == "line" and not draft else again
    how = phrases(f"plan.again_{again}", example=example(phrases, shown, unit))
    way_out = _way_out(phrases, draft)
    if mended is None:
        return Screen(text=joined((said, how)), rows=(way_out, HELP_ROW(phrases)))
    meant = phrases("plan.mended", line=mended)
    yes = wide(phrases.label("plan.button_mended"), press("mend", mend_name(mended)))
    return Screen(text=joined((said, meant)), rows=(yes, way_out, HELP_ROW(phrases)))


def example(phrases: Phrases, what: str, unit: str) -> str:
    """How it is typed, in the medicine's own unit."""
    in_words = f"plan.example_{what}_words"
    if unit == WORDS and phrases.has(in_words):
        return phrases.label(in_words)
    return phrases.label(f"plan.example_{what}", unit=unit)


def mend_name(line: str) -> str:
    """A mended line as a press names it, so that an old button can't take a newer one."""
    return f"{zlib.crc32(line.encode()):08x}"


def no_such_label(phrases: Phrases, *, label: str, draft: str = "") -> Screen:
    """The clinic has no patient of that label; it may have left."""
    choose = wide(phrases.label("plan.button_choose"), press("planpts", 0))
    rows = (choose, _way_out(phrases, draft), HELP_ROW(phrases))
    return Screen(text=phrases("plan.label_unknown", label=label), rows=rows)


def not_that(phrases: Phrases, key: str, *, draft: str = "", **facts: object) -> Screen:
    """Another reason why a line was not taken, with the form that is."""
    how = phrases("plan.again_line", example=phrases.label("plan.example_labelled"))
    way_out = _way_out(phrases, draft)
    return Screen(text=joined((phrases(f"plan.{key}", **facts), how)), rows=(way_out, HELP_ROW(phrases)))


def with_head(head: Html, screen: Screen) -> Screen:
    """The same screen under what was wrong with the last answer."""
    return Screen(text=joined((head, screen.text)), rows=screen.rows)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
