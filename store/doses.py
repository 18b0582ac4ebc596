"""Doses: raised once; every change of state is one conditional UPDATE. What patients say of them: answers.py."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from care.dose import Dose
from care.doses import REPEAT_AFTER, DoseState
from care.moving import Had, had
from care.plans import Due
from care.succession import Version
from store.database import Row, Tx
from store.times import moment, ms

CORRECTED = "corrected"
"""The reason of an answer's row that puts an earlier one right."""
OPEN = "('due', 'sent', 'later')"
"""As SQL: the states of a dose that still waits for an answer."""
_SHOWN = (
    "(old.state IN ('sent', 'later', 'taken', 'skipped', 'unanswered') AND NOT EXISTS (SELECT 1 FROM answer"
    " WHERE answer.dose = old.id AND state_before IN ('not_asked', 'undelivered', 'held', 'cancelled'))"
    " OR EXISTS (SELECT 1 FROM answer WHERE answer.dose = old.id AND answer.state = 'later'))"
)
"""Of a dose whose reminder its patient was shown: not one of which they said later what happened, never having been
asked; but one that they had put off."""
_RINGS = "(state = 'due' OR state = 'later' AND later_at IS NULL)"
"""Of a dose whose ring is under way: the first one, or a later one, and not put off since."""
_SELECT = f"""
SELECT dose.*, plan.link, plan.alias, plan.held_at, plan.ended_at, link.account, account.zone AS zone_now,
    (SELECT amount FROM dose AS old WHERE old.plan = dose.plan AND old.due_at < dose.due_at
     AND {_SHOWN} ORDER BY old.due_at DESC LIMIT 1) AS amount_before,
    (SELECT reason FROM answer WHERE answer.dose = dose.id AND answer.state_before <> answer.state
     ORDER BY answer.at DESC, answer.rowid DESC LIMIT 1) AS answer_reason
FROM dose JOIN plan ON plan.id = dose.plan JOIN link ON link.id = plan.link
JOIN account ON account.id = link.account
"""


def _dose(row: Row) -> Dose:
    zone = ZoneInfo(row["zone"] or row["zone_now"])

    def local(value: int | None) -> datetime | None:
        return None if value is None else moment(value).astimezone(ZoneInfo(row["zone_now"]))

    return Dose(
        id=row["id"],
        plan=row["plan"],
        link=row["link"],
        account=row["account"],
        version=row["version"],
        state=DoseState(row["state"]),
        local_date=date.fromisoformat(row["local_date"]),
        slot=row["slot"],
        due=moment(row["due_at"]).astimezone(zone),
        window_end=moment(row["window_at"]).astimezone(zone),
        amount=row["amount"],
        amount_before=row["amount_before"],
        step=row["step"],
        first=bool(row["first"]),
        alias=row["alias"] or "",
        answered=local(row["answered_at"]),
        reason=row["reason"],
        laters=row["laters"],
        later_until=local(row["later_at"]),
        in_doubt=bool(row["in_doubt"]),
        corrected=row["answer_reason"] == CORRECTED,
        on_hold=row["held_at"] is not None,
        plan_ended=row["ended_at"] is not None,
    )


def get(tx: Tx, dose: str) -> Dose | None:
    """A dose by id."""
    row = tx.one(f"{_SELECT} WHERE dose.id = :dose", dose=dose)
    return None if row is None else _dose(row)


def of(tx: Tx, dose: str, chat: int) -> Dose | None:
    """A dose by id if it belongs to the person behind this chat; None for anyone else's."""
    row = tx.one(
        f"{_SELECT} WHERE dose.id = :dose AND account.chat = :chat AND link.ended_at IS NULL",
        dose=dose,
        chat=chat,
    )
    return None if row is None else _dose(row)


def between(tx: Tx, link: str, first: date, last: date) -> list[Dose]:
    """The doses of a patient with local dates from ``first`` to ``last``, both included."""
    rows = tx.all(
        f"{_SELECT} WHERE plan.link = :link AND dose.local_date BETWEEN :first AND :last ORDER BY dose.due_at",
        link=link,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    return [_dose(row) for row in rows]


def near(tx: Tx, plan: str, since: datetime, until: datetime) -> list[Dose]:
    """The doses of a plan, and of those of its medicine that ended before it, that wait for an answer or got theirs
    between those moments, oldest first."""
    rows = tx.all(
        f"{_SELECT} WHERE (plan.link, plan.medicine) = (SELECT link, medicine FROM plan WHERE id = :plan)"
        f" AND (dose.state IN {OPEN} OR dose.answered_at BETWEEN :since AND :until)"
        " ORDER BY dose.due_at",
        plan=plan,
        since=ms(since),
        until=ms(until),
    )
    return [_dose(row) for row in rows]


def due_between(tx: Tx, since: datetime, until: datetime) -> list[Dose]:
    """Everybody's doses that were due from ``since`` on and before ``until`` (aware), oldest first."""
    rows = tx.all(
        f"{_SELECT} WHERE dose.due_at >= :since AND dose.due_at < :until ORDER BY dose.due_at, dose.id",
        since=ms(since),
        until=ms(until),
    )
    return [_dose(row) for row in rows]


def raised_elsewhere(tx: Tx, plan: str, versions: Sequence[Version], zone: ZoneInfo, since: datetime) -> list[Had]:
    """A plan's doses since a moment that were raised on another clock than that zone's, oldest first.

    ``versions``: all that were accepted.
    """
    rows = tx.all(
        "SELECT version, local_date, slot, due_at FROM dose WHERE plan = :plan AND due_at >= :since AND zone <> :zone"
        " ORDER BY due_at",
        plan=plan,
        since=ms(since),
        zone=zone.key,
    )
    return [
        had(versions, row["version"], date.fromisoformat(row["local_date"]), row["slot"], moment(row["due_at"]))
        for row in rows
    ]


def raised_slots(tx: Tx, plan: str, since: datetime) -> set[tuple[date, int]]:
    """The local dates and slots of a plan's doses since a moment, on whatever clock."""
    rows = tx.all(
        "SELECT local_date, slot FROM dose WHERE plan = :plan AND due_at >= :since", plan=plan, since=ms(since)
    )
    return {(date.fromisoformat(row["local_date"]), row["slot"]) for row in rows}


def newest_due(tx: Tx, plan: str) -> datetime | None:
    """When the newest dose of a plan was due, whatever became of it."""
    value = tx.value("SELECT max(due_at) FROM dose WHERE plan = :plan", plan=plan)
    return None if value is None else moment(value)


def shown_before(tx: Tx, dose: Dose) -> int | None:
    """The version of the dose of its plan that was shown last before this one, however long ago: that of
    ``amount_before``."""
    version: int | None = tx.value(
        f"SELECT version FROM dose AS old WHERE plan = :plan AND due_at < :due AND {_SHOWN}"
        " ORDER BY due_at DESC LIMIT 1",
        plan=dose.plan,
        due=ms(dose.due),
    )
    return version


def raise_dose(
    tx: Tx,
    *,
    id: str,
    plan: str,
    version: int,
    due: Due,
    window_end: datetime,
    state: DoseState,
    zone: ZoneInfo,
) -> bool:
    """Raise a dose on the clock of ``zone``; False if that slot of that day was raised before (the UNIQUE key refuses
    a second)."""
    # New is what is not of the step and version that was shown last: what was held or never arrived showed nothing, and
    # where a date is lived twice an earlier step may come again.
    shown = tx.value(
        f"SELECT version = :version AND step = :step FROM dose AS old WHERE plan = :plan AND {_SHOWN}"
        " ORDER BY due_at DESC LIMIT 1",
        plan=plan,
        version=version,
        step=due.step,
    )
    return bool(
        tx.run(
            "INSERT INTO dose (id, plan, version, local_date, slot, due_at, window_at, amount, step, first, state,"
            " zone) VALUES (:id, :plan, :version, :day, :slot, :due, :window, :amount, :step, :first, :state, :zone)"
            " ON CONFLICT (plan, local_date, slot) DO NOTHING",
            id=id,
            plan=plan,
            version=version,
            day=due.local_date.isoformat(),
            slot=due.slot,
            due=ms(due.at),
            window=ms(window_end),
            amount=due.amount.text,
            step=due.step,
            first=int(not shown),
            state=state,
            zone=zone.key,
        )
    )


def sent(tx: Tx, dose: str, *, at: datetime, repeat: bool) -> None:
    """The reminder reached Telegram; unless somebody answered meanwhile, one quiet repeat is due in 45 min."""
    tx.run("UPDATE dose SET state = 'sent' WHERE id = :dose AND state = 'due'", dose=dose)
    if repeat:
        tx.run(
            "UPDATE dose SET repeat_at = :repeat WHERE id = :dose AND state = 'sent' AND :repeat < window_at",
            dose=dose,
            repeat=ms(at + REPEAT_AFTER),
        )


def undelivered(tx: Tx, dose: str) -> bool:
    """Our fault or Telegram's: the patient was not asked, or not at the time that they had put it off to."""
    return bool(
        tx.run(
            f"UPDATE dose SET state = 'undelivered' WHERE id = :dose AND {_RINGS}",
            dose=dose,
        )
    )


def arrived(tx: Tx, dose: str, *, at: datetime) -> bool:
    """A press proves that a reminder arrived of which that was not known: it was asked, and comes no second time.

    Of a ring in flight, too: ``messages.recognise`` says of which message that is so.
    """
    changed = tx.run(
        "UPDATE dose SET in_doubt = 0, state = CASE state WHEN 'later' THEN 'later' ELSE 'sent' END"
        " WHERE id = :dose AND window_at > :at AND EXISTS (SELECT 1 FROM plan WHERE plan.id = dose.plan"
        " AND held_at IS NULL AND ended_at IS NULL)"
        " AND (state = 'due' OR in_doubt = 1 AND state IN ('later', 'undelivered'))",
        dose=dose,
        at=ms(at),
    )
    if changed:
        sent(tx, dose, at=at, repeat=True)
    return bool(changed)


def doubt(tx: Tx, dose: str) -> bool:
    """The reminder may or may not have arrived. True the first time: it may be sent once more, saying so.

    Not of one that was put off since: its dose rings again anyway, and that ring has a second try of its own.
    """
    return bool(tx.run(f"UPDATE dose SET in_doubt = 1 WHERE id = :dose AND in_doubt = 0 AND {_RINGS}", dose=dose))


def missed_since(tx: Tx, account: str, moment: datetime) -> bool:
    """Whether a dose of this person was not delivered whose window closed then or later."""
    return bool(
        tx.value(
            "SELECT 1 FROM dose JOIN plan ON plan.id = dose.plan JOIN link ON link.id = plan.link"
            " WHERE link.account = :account AND dose.state = 'undelivered' AND dose.window_at >= :moment LIMIT 1",
            account=account,
            moment=ms(moment),
        )
    )


def hold(tx: Tx, plan: str) -> list[Dose]:
    """Put the open doses of a held plan on hold; those that changed, as they were."""
    return _stop(tx, plan, DoseState.HELD)


def held(tx: Tx, plan: str) -> list[Dose]:
    """The doses that a hold of this plan has stopped, now or once, of which there is a message."""
    rows = tx.all(
        f"{_SELECT} WHERE dose.plan = :plan AND dose.state = 'held' AND EXISTS (SELECT 1 FROM notice"
        " WHERE notice.dose = dose.id AND notice.message IS NOT NULL) ORDER BY dose.due_at",
        plan=plan,
    )
    return [_dose(row) for row in rows]


def cancel(tx: Tx, plan: str) -> list[Dose]:
    """Cancel the open doses of a plan that ended; those that changed, as they were."""
    return _stop(tx, plan, DoseState.CANCELLED)


def _stop(tx: Tx, plan: str, to: DoseState) -> list[Dose]:
    rows = tx.all(f"{_SELECT} WHERE dose.plan = :plan AND dose.state IN {OPEN}", plan=plan)
    tx.run(
        f"UPDATE dose SET state = :to, repeat_at = NULL, later_at = NULL WHERE plan = :plan AND state IN {OPEN}",
        plan=plan,
        to=to,
    )
    return [_dose(row) for row in rows]


def narrow(tx: Tx, plan: str, following: datetime, *, at: datetime) -> list[str]:
    """The plan's next dose comes sooner than it did: windows that have not closed end half-way to it at the latest.

    Those of answered doses too: an answer may be taken back. What is on hold or called off waits for nothing.

    The ids of those that were put off to after that: they ring no more, and their messages now say something else.
    """
    tx.run(
        "UPDATE dose SET window_at = min(window_at, (due_at + :next) / 2)"
        " WHERE plan = :plan AND state NOT IN ('held', 'cancelled') AND window_at > :at AND due_at < :next",
        plan=plan,
        next=ms(following),
        at=ms(at),
    )
    tx.run(
        "UPDATE notice SET window_at = (SELECT dose.window_at FROM dose WHERE dose.id = notice.dose)"
        " WHERE state = 'waiting' AND window_at IS NOT NULL AND dose IN"
        f" (SELECT id FROM dose WHERE plan = :plan AND state IN {OPEN})",
        plan=plan,
    )
    past = "plan = :plan AND state = 'later' AND later_at >= window_at"
    rows = tx.all(f"SELECT id FROM dose WHERE {past} ORDER BY due_at, id", plan=plan)
    tx.run(f"UPDATE dose SET later_at = NULL WHERE {past}", plan=plan)
    return [row["id"] for row in rows]
