"""The lines of an audit that are said again before a copy is put back: each makes less be known, asked or shown.

Each returns whom it is about, as the clinic knows them ("": by no label), or None where there was nothing to change.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from store import (
    approvals,
    diary,
    holds,
    invites,
    news,
    notices,
    people,
    plans,
    quiet,
    raising,
    retention,
    team,
    turns,
)
from store.audit import Line
from store.database import Tx
from store.gaps import GAP
from store.notices import Priority
from store.people import Link
from store.plans import Standing

NewId = Callable[[], str]
Say = Callable[[Tx, Line, datetime, NewId], str | None]
OPIOID = "opioid"
"""The cause of a hold that an opioid set, and the note of it."""


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


def _hold(tx: Tx, line: Line, now: datetime, new_id: NewId) -> str | None:
    """A plan that was put on hold, with its messages; the team hears once more what only the patient had told."""
    standing, link = of_plan(tx, line.about)
    if standing is None or link is None or standing.ended:
        return None
    at = min(line.at, now)
    _raise_what_was_due(tx, standing.id, at, now, new_id)
    holds.hold(tx, standing.id, line.detail, at=at, new_id=new_id)
    days = _gap_rule(standing, link, at) if line.detail == GAP else None
    if line.detail == OPIOID:
        if not any(item == OPIOID for _, _, item in diary.notes(tx, link.id, at)):  # one for all plans that it held
            news.tell(tx, link, "report", OPIOID, at=at, new_id=new_id)
    elif days is not None:
        news.tell(tx, link, "hold", GAP, at=at, new_id=new_id)
        _tell(tx, link, standing, "gap", now, new_id, days=str(days))
    else:
        _tell(tx, link, standing, "held", now, new_id)
    return link.label


def _gap_rule(standing: Standing, link: Link, at: datetime) -> int | None:
    """After how many days the plan was to be held, unless that came with a version that is lost."""
    zone = None if link.account is None else link.account.zone
    plan = None if zone is None else standing.on(at.astimezone(zone).date())
    return None if plan is None else plan.hold_after


def _end(tx: Tx, line: Line, now: datetime, new_id: NewId) -> str | None:
    standing, link = of_plan(tx, line.about)
    if standing is None or link is None or standing.ended:
        return None
    at = min(line.at, now)
    _raise_what_was_due(tx, standing.id, at, now, new_id)
    holds.end(tx, standing.id, at=at, new_id=new_id)
    _tell(tx, link, standing, "ended", now, new_id)
    return link.label


def _quiet(tx: Tx, line: Line, now: datetime, new_id: NewId) -> str | None:
    """The patient wanted no pushes."""
    link = people.link(tx, line.about)
    if link is None or link.account is None or link.account.quiet_since is not None:
        return None
    at = min(line.at, now)
    for plan in plans.of_account(tx, link.account.id):
        _raise_what_was_due(tx, plan, at, now, new_id)
    quiet.begin(tx, link.account.id, at=at, new_id=new_id)
    return link.label


def of_plan(tx: Tx, id: str) -> tuple[Standing | None, Link | None]:
    """A plan as it stands, and whose it is."""
    standing = plans.get(tx, id)
    return standing, None if standing is None else people.link(tx, standing.link)


def _raise_what_was_due(tx: Tx, plan: str, at: datetime, now: datetime, new_id: NewId) -> None:
    """What was due between the copy and that moment is raised as it stood by then: it was no dose on hold, or in
    quiet."""
    if turns.is_due(tx, plan, at):
        raising.alone(tx, f"plan {plan}", partial(raising.raise_plan, tx, plan, now, new_id, before=at))


def _tell(tx: Tx, link: Link, standing: Standing, kind: str, now: datetime, new_id: NewId, **facts: str) -> None:
    """A notice to the patient, of a plan that they know of. Whether the first one came is not known: better twice."""
    if link.account is not None and (standing.accepted or standing.offer is not None):
        notices.put(
            tx,
            id=new_id(),
            account=link.account.id,
            kind=kind,
            priority=Priority.CLINIC,
            send_at=now,
            facts={"plan": standing.id, **facts},
        )


def _unshare(tx: Tx, line: Line, now: datetime, new_id: NewId) -> str | None:
    """The clinic may not see the check-ins any more."""
    link = people.link(tx, line.about)
    if link is None or not link.shares:
        return None
    people.set_shares(tx, link.id, False)
    return link.label


def _replace_offer(tx: Tx, line: Line, now: datetime, new_id: NewId) -> str | None:
    """A plan was on offer, and another one since: that one is lost, and the old one is not to be accepted either."""
    standing, link = of_plan(tx, line.about)
    if standing is None or link is None or standing.offer is None:
        return None
    plans.decline(tx, standing.id, standing.offer.version, at=min(line.at, now))
    return link.label


def _withdraw_approval(tx: Tx, line: Line, now: datetime, new_id: NewId) -> str | None:
    return line.about if approvals.withdraw(tx, line.about) else None


def _end_invite(tx: Tx, line: Line, now: datetime, new_id: NewId) -> str | None:
    """An invite was used since, or replaced by another: its code lets nobody in again."""
    link = people.link(tx, line.about)
    return link.label if link is not None and invites.end_open(tx, link.id, now=now) else None


def what(line: Line) -> str:
    """The action of a line, with what was said where that makes two of it."""
    return f"share {line.detail}" if line.action == "share" else line.action


LEFT: Mapping[str, Say] = {"erase": _erase, "unlink": _unlink, "clinician withdrawn": _withdraw}
"""Whoever left: said before all else."""
SAID: Mapping[str, Say] = {
    **LEFT,
    "hold": _hold,
    "end": _end,
    "quiet": _quiet,
    "share no": _unshare,
    "offer": _replace_offer,
    "approval withdrawn": _withdraw_approval,
    "invite": _end_invite,
    "consent": _end_invite,
}
TAKES_BACK: Mapping[str, str] = {
    "lift": "hold",
    "hold": "lift",
    "quiet-ends": "quiet",
    "quiet": "quiet-ends",
    "share yes": "share no",
    "article approved": "approval withdrawn",
}
"""What each takes back of the lines before it about the same."""
