"""What came after a copy, is not said again, and somebody relies on: the operator is told whose it is."""

from collections.abc import Callable, Mapping

from store import people
from store.again import of_plan
from store.audit import Line
from store.database import Tx


def _plan(tx: Tx, line: Line) -> str | None:
    """A plan, or a version of one, that was set or accepted: the one before it stands. "" of one that isn't there."""
    standing, link = of_plan(tx, line.about)
    if standing is not None and standing.ended:
        return None
    return "" if link is None else link.label


def _lift(tx: Tx, line: Line) -> str | None:
    """A hold that was lifted and is not."""
    standing, link = of_plan(tx, line.about)
    return None if standing is None or link is None or standing.held_since is None else link.label


def _end_of_quiet(tx: Tx, line: Line) -> str | None:
    link = people.link(tx, line.about)
    return None if link is None or link.account is None or link.account.quiet_since is None else link.label


def _join(tx: Tx, line: Line) -> str | None:
    link = people.link(tx, line.about)
    return "" if link is None else link.label if link.account is None else None


def _move(tx: Tx, line: Line) -> str | None:
    """Another clock: reminders go by the old one."""
    account = people.account_by_id(tx, line.about)
    patient = None if account is None else people.patient(tx, account.chat)
    return None if patient is None else patient.link.label


LOST: Mapping[str, tuple[str, Callable[[Tx, Line], str | None]]] = {
    "offer": ("plan", _plan),
    "accept": ("plan", _plan),
    "lift": ("lift", _lift),
    "quiet-ends": ("quiet-ends", _end_of_quiet),
    "consent": ("join", _join),
    "move": ("move", _move),
}
"""By the action: what is lost, and of whom: the label ("" where the copy knows none), or None if it is not lost."""
