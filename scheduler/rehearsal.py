"""A rehearsal: what time will bring, by the functions that bring it. On a copy, since it does what it shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from care.dose import Dose
from care.doses import DoseState
from content.screen import Screen
from scheduler.gathering import gather
from scheduler.lessons import Lessons
from scheduler.outcomes import Sent, Unreachable, Void, settle
from scheduler.tick import coming, raise_due
from store import answers, doses, notices, people
from store.database import Tx

_STUCK = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class Coming:
    """One message that would be sent."""

    at: datetime
    """Aware, on the clock that the person lives by then: a trip may begin before."""
    kind: str
    dose: Dose | None
    plan: str | None
    """The plan that it is about, if it is about one."""
    screen: Screen


def rehearse(
    tx: Tx,
    since: datetime,
    until: datetime,
    set_clock: Callable[[datetime], None],
    new_id: Callable[[], str],
    lessons: Lessons,
    *,
    answered: bool,
) -> Iterator[Coming]:
    """Everything that would be sent from ``since`` to ``until`` if nobody does anything.

    ``answered``: each reminder is answered when it comes; else none is. Whoever is out of reach stays so: what would be
    sent to them is what would be tried. ``set_clock`` is told each moment.
    """
    now, message = since, 0
    while now <= until:
        set_clock(now)
        raise_due(tx, now, new_id, lessons)
        while (notice := notices.claim(tx, now)) is not None:
            make = gather(tx, notice, now)
            if make is None:
                settle(tx, notice, Void(), now, new_id)
                continue
            message += 1
            owner = people.account_by_id(tx, notice.account)
            reached = owner is None or not owner.unreachable
            if notice.replaces is None:
                dose = None if notice.dose is None else doses.get(tx, notice.dose)
                plan = notice.facts.get("plan") if dose is None else dose.plan
                there = now if owner is None or owner.zone is None else now.astimezone(owner.zone)
                yield Coming(at=there, kind=notice.kind, dose=dose, plan=plan, screen=make())
            settle(tx, notice, Sent(message) if reached else Unreachable(), now, new_id)
            if answered and reached and notice.kind == "dose" and notice.dose is not None:
                answers.answer(tx, notice.dose, notice.chat, DoseState.TAKEN, at=now)
        instants = coming(tx, now), notices.next_try(tx, now)
        instant = min((moment for moment in instants if moment is not None), default=None)
        if instant is None:
            return
        now = max(instant, now + _STUCK) if instant <= now else instant
