"""What is said again before a copy is put back, by what the audit of the old file says and that of the copy does not.

Only what makes less be known, asked or shown: who left is erased again. Never what makes more be asked: that is lost
with whatever else came later. Each line is kept in the copy's audit as it was, whether or not it changed anything, so
that the next restore finds it there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from store import audit, people, retention, team
from store.audit import Line
from store.database import Tx

NewId = Callable[[], str]
Say = Callable[[Tx, Line, datetime, NewId], str | None]
"""Says a line again; whom it is about, as the clinic knows them ("": by no label), None if it changed nothing."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said again, as the labels by the action."""

    again: Mapping[str, Sequence[str]]


def say_again(tx: Tx, later: Sequence[Line], now: datetime, new_id: NewId) -> Said:
    """Say again what is still so of ``later``, the lines that the copy does not know; first of all who left."""
    again: dict[str, list[str]] = {}
    for line in sorted(later, key=lambda line: line.action not in LEFT):
        say = _SAID.get(line.action)
        if say is None:
            continue
        label = say(tx, line, now, new_id)
        audit.keep(tx, line)
        if label is not None:
            again.setdefault(line.action, []).append(label)
    return Said(again=again)


def _erase(tx: Tx, line: Line, now: datetime, new_id: NewId) -> str | None:
    """Somebody who left, or a label that nobody had joined."""
    account = people.account_by_id(tx, line.about)
    if account is None:
        return "" if tx.run("DELETE FROM link WHERE id = :id AND account IS NULL", id=line.about) else None
    member = team.clinician(tx, account.chat)
    if member is not None:
        team.withdraw(tx, member.id, at=now)
    people.erase(tx, account.id, account.chat)
    return ""


def _unlink(tx: Tx, line: Line, now: datetime, new_id: NewId) -> str | None:
    """A patient whose time to be kept was over, and who stayed on a team."""
    account = people.account_by_id(tx, line.about)
    if account is None or people.patient(tx, account.chat) is None:
        return None
    retention.forget(tx, account.id, account.chat)
    return ""


def _withdraw(tx: Tx, line: Line, now: datetime, new_id: NewId) -> str | None:
    return "" if team.withdraw(tx, line.about, at=now) else None


LEFT: Mapping[str, Say] = {"erase": _erase, "unlink": _unlink, "clinician withdrawn": _withdraw}
_SAID: Mapping[str, Say] = LEFT
