"""Doses missed in a row: the one fixed message about them, and the hold that a clinician's gap rule sets."""

from collections.abc import Callable
from datetime import date, datetime

from care.doses import DoseState
from care.gaps import ENDS, IN_A_ROW, Mark, days_in_a_row, missed_in_a_row
from care.succession import speaking
from store import audit, holds, news, notices, people, plans, team
from store.database import Tx
from store.notices import Priority
from store.times import ms

GAP = "gap"
"""The cause of a hold that a gap rule set."""
_ENDS = "(" + ", ".join(f"'{state.value}'" for state in sorted(ENDS)) + ")"


def marks(tx: Tx, plan: str, *, version: int = 0) -> list[Mark]:
    """A plan's doses since its last hold was lifted that can be part of a row, newest first: whole days, however many
    doses they have, back to the day before the last one with a dose that ends a row (two clocks may share a date).
    ``version``: only those since it was accepted; 0: whenever."""
    ended = tx.value(
        f"SELECT local_date FROM dose WHERE plan = :plan AND state IN {_ENDS} ORDER BY local_date DESC LIMIT 1",
        plan=plan,
    )
    rows = tx.all(
        "SELECT dose.id, local_date, state FROM dose JOIN plan ON plan.id = dose.plan WHERE plan = :plan"
        " AND due_at >= coalesce(plan.lifted_at, 0) AND due_at >= coalesce((SELECT accepted_at FROM plan_version"
        " WHERE plan_version.plan = :plan AND version = :version), 0)"
        " AND local_date >= coalesce(date(:ended, '-1 day'), '') ORDER BY due_at DESC",
        plan=plan,
        version=version,
        ended=ended,
    )
    return [
        Mark(dose=row["id"], local_date=date.fromisoformat(row["local_date"]), state=DoseState(row["state"]))
        for row in rows
    ]


def _cut(tx: Tx, plan: str, version: int) -> date | None:
    """The last day with a dose before a version was accepted, or the last hold lifted: one of which ``marks`` may know
    the rest only, so that it is neither a day without a dose nor one with."""
    day = tx.value(
        "SELECT local_date FROM dose JOIN plan ON plan.id = dose.plan WHERE plan = :plan AND due_at < max("
        "coalesce(plan.lifted_at, 0), coalesce((SELECT accepted_at FROM plan_version"
        " WHERE plan_version.plan = :plan AND version = :version), 0)) ORDER BY due_at DESC LIMIT 1",
        plan=plan,
        version=version,
    )
    return None if day is None else date.fromisoformat(day)


def goes_on(tx: Tx, plan: str) -> bool:
    """Whether so many doses in a row are missed, by what stands now, that it is spoken of."""
    return len(missed_in_a_row(marks(tx, plan))) >= IN_A_ROW


def speak_of_row(tx: Tx, plan: str, *, now: datetime, new_id: Callable[[], str]) -> None:
    """After a dose was skipped or not answered: the third in a row is spoken of, once a row.

    Of the clinic only the clinician hears of it whom the clinic named for that, and only if the patient shares.

    The message's key is a dose of the row, so that an answer taken back and given again asks for no second one; nor
    does one that shows later that the row had begun before. One that was not sent, since by then the row had ended or
    quiet had begun, is asked for again.
    """
    row = missed_in_a_row(marks(tx, plan))
    if len(row) < IN_A_ROW or _spoken_of(tx, plan, row[-1].dose):
        return
    standing = plans.get(tx, plan)
    link = None if standing is None or standing.held_since or standing.ended else people.link(tx, standing.link)
    if link is None or link.account is None:
        return
    key = f"row:{row[-1].dose}"
    spoken = notices.put(
        tx,
        id=new_id(),
        key=key,
        account=link.account.id,
        kind="row",
        priority=Priority.REPEAT,
        send_at=now,
        facts={"plan": plan},
    )
    if not spoken:
        notices.again(tx, key, send_at=now)
    named = team.row_alert(tx, link)
    if spoken and named is not None:
        news.tell(tx, link, "dose", "row", at=now, new_id=new_id, only=named)


def _spoken_of(tx: Tx, plan: str, began: str) -> bool:
    """Whether a message was sent, or is to be, about a row that began with that dose, or with one since."""
    return bool(
        tx.value(
            "SELECT 1 FROM dose JOIN notice ON notice.key = 'row:' || dose.id WHERE dose.plan = :plan"
            " AND dose.due_at >= (SELECT due_at FROM dose WHERE id = :began)"
            " AND coalesce(notice.outcome, '') <> 'void' LIMIT 1",
            plan=plan,
            began=began,
        )
    )


def forget(tx: Tx, *, before: datetime) -> int:
    """Delete old messages about rows that have ended: while one goes on, its message keeps it from being spoken of
    again. What ended it may be taken back for a while, so it has to be old, too."""
    return tx.run(
        "DELETE FROM notice WHERE kind = 'row' AND state = 'settled' AND settled_at < :before"
        " AND NOT EXISTS (SELECT 1 FROM dose AS began WHERE began.id = substr(notice.key, length('row:') + 1)"
        " AND NOT EXISTS (SELECT 1 FROM dose AS ended WHERE ended.plan = began.plan AND ended.due_at > began.due_at"
        f" AND ended.due_at < :before AND ended.state IN {_ENDS}))",
        before=ms(before),
    )


def hold_for_gap(tx: Tx, plan: str, *, now: datetime, new_id: Callable[[], str]) -> bool:
    """Hold a plan whose gap rule says so: rather than jump back in at the old amount. Whether it held it now.

    What was missed before the version that stands was accepted is no gap of it: it may be the restart.
    Its open doses are held and their messages say so, the patient is told why, and the clinic is told.
    """
    standing = plans.get(tx, plan)
    link = None if standing is None else people.link(tx, standing.link)
    if standing is None or link is None or link.account is None or link.account.zone is None:
        return False
    zone = link.account.zone
    version = speaking(standing.accepted, now.astimezone(zone).date())
    rule, coming = None if version is None else version.plan.hold_after, plans.next_at(tx, plan)
    if version is None or rule is None or coming is None:  # where no dose is to come, none is to be held
        return False
    unfinished = coming.astimezone(zone).date()  # a day with a dose still to come
    cut = _cut(tx, plan, version.number)
    ended = [mark for mark in marks(tx, plan, version=version.number) if mark.local_date not in (unfinished, cut)]
    if days_in_a_row(ended) < rule or not holds.hold(tx, plan, GAP, at=now, new_id=new_id):
        return False
    audit.note(tx, at=now, actor=link.account.id, action="hold", about=plan, detail=GAP)
    news.tell(tx, link, "hold", GAP, at=now, new_id=new_id)
    notices.put(
        tx,
        id=new_id(),
        account=link.account.id,
        kind="gap",
        priority=Priority.CLINIC,
        send_at=now,
        facts={"plan": plan, "days": str(rule)},
    )
    return True
