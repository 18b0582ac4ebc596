"""What is said again before a copy is put back, by what the audit of the old file says and that of the copy does not.

Only what makes less be known, asked or shown: who left is erased again, what was stopped or ended stays so unless that
was taken back since. Never what makes more be asked, such as a lift or an acceptance: that is lost with whatever else
came later, and ``Said.lost`` tells of it. Each line is kept in the copy's audit as it was, whether or not it changed
anything, so that the next restore finds it there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from store import audit, invites
from store.again import LEFT, SAID, TAKES_BACK, what
from store.audit import Line
from store.database import Tx
from store.lost import LOST


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said again, by its action; and what was not, for a clinic to look at: the labels of whom it is about."""

    again: Mapping[str, Sequence[str]]
    lost: Mapping[str, Sequence[str]]
    invites: int
    """How many open ones of clinicians were ended."""


def say_again(tx: Tx, later: Sequence[Line], now: datetime, new_id: Callable[[], str]) -> Said:
    """Say again what is still so of ``later``, the lines that the copy does not know; first of all who left.

    An invite of a clinician may have been used since by somebody who was withdrawn, and no line tells which it was: all
    that are open in the copy end.
    """
    standing = _standing(later)
    again: dict[tuple[str, str], str] = {}
    for line in sorted(standing, key=lambda line: line.action not in LEFT):
        if what(line) in SAID:
            label = SAID[what(line)](tx, line, now, new_id)
            audit.keep(tx, line)
            if label is not None:
                again[what(line), line.about] = label
    left = {line.about for line in later if line.action in LEFT}
    lost: dict[tuple[str, str], str] = {}
    for line in standing:
        if line.action in LOST and line.actor not in left:
            kind, of_whom = LOST[line.action]
            label = of_whom(tx, line)
            if label is not None:
                lost[kind, line.about] = label
    return Said(again=_by_kind(again), lost=_by_kind(lost), invites=invites.end_open(tx, None, now=now))


def _standing(later: Sequence[Line]) -> list[Line]:
    """The lines that no later one takes back."""
    back: set[tuple[str, str]] = set()
    found: list[Line] = []
    for line in reversed(later):
        if (what(line), line.about) not in back:
            found.append(line)
        if what(line) in TAKES_BACK:
            back.add((TAKES_BACK[what(line)], line.about))
    return found[::-1]


def _by_kind(labels: Mapping[tuple[str, str], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for (kind, _), label in labels.items():
        found.setdefault(kind, []).append(label)
    return found
