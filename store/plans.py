"""Plans and their versions. A plan keeps its id through all versions; the accepted ones follow in turn."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from care.medicines import Medicine, is_naltrexone
from care.plans import Plan, from_dict, to_dict
from care.safety import OpioidCheck
from care.succession import Version, from_day, is_over
from store import clinics
from store.database import Row, Tx
from store.times import moment, ms


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A version that a clinician confirmed and the patient has not accepted yet."""

    version: int
    plan: Plan
    author: str


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A plan as it stands now."""

    id: str
    link: str
    medicine: Medicine
    alias: str | None
    accepted: tuple[Version, ...]
    offer: Offer | None
    held_since: datetime | None
    hold_cause: str | None
    ended: bool

    @property
    def newest(self) -> Plan | None:
        """What the patient said yes to last. It may start later: what stands now is ``on`` today."""
        return self.accepted[-1].plan if self.accepted else None

    def on(self, day: date) -> Plan | None:
        """What stands on that day of the patient's, of what was accepted; before the first one starts, that one."""
        return next(iter(self.from_day(day)), None)

    def from_day(self, day: date) -> tuple[Plan, ...]:
        """What stands on that day, and what was accepted to follow it; each until the next one starts."""
        return tuple(version.plan for version in from_day(self.accepted, day))

    def runs(self, day: date) -> bool:
        """Whether anything that was accepted stands that day, or is still to come."""
        return not is_over(self.accepted, day)

    def timed(self, day: date) -> bool:
        """Whether it has times that day or later, by what was accepted; before that, by what is on offer."""
        offered = () if self.offer is None else (self.offer.plan,)
        return any(plan.times for plan in self.from_day(day) or offered)


def _standing(tx: Tx, row: Row) -> Standing:
    versions = tx.all(
        "SELECT * FROM plan_version WHERE plan = :plan AND declined_at IS NULL ORDER BY version",
        plan=row["id"],
    )
    accepted = tuple(Version(number=v["version"], plan=_body(v)) for v in versions if v["accepted_at"] is not None)
    newest = versions[-1] if versions and versions[-1]["accepted_at"] is None else None
    return Standing(
        id=row["id"],
        link=row["link"],
        medicine=clinics.medicine(tx, row["medicine"]),
        alias=row["alias"],
        accepted=accepted,
        offer=None if newest is None else Offer(version=newest["version"], plan=_body(newest), author=newest["author"]),
        held_since=None if row["held_at"] is None else moment(row["held_at"]),
        hold_cause=row["hold_cause"],
        ended=row["ended_at"] is not None,
    )


def _body(row: Row) -> Plan:
    return from_dict(json.loads(row["body"]))


def get(tx: Tx, plan: str) -> Standing | None:
    """A plan by id, ended ones included."""
    row = tx.one("SELECT * FROM plan WHERE id = :plan", plan=plan)
    return None if row is None else _standing(tx, row)


def of_link(tx: Tx, link: str) -> list[Standing]:
    """The plans of a patient that have not ended."""
    rows = tx.all("SELECT * FROM plan WHERE link = :link AND ended_at IS NULL ORDER BY created_at, id", link=link)
    return [_standing(tx, row) for row in rows]


def offer(
    tx: Tx,
    *,
    new_id: str,
    link: str,
    plan: Plan,
    author: str,
    opioid_check: OpioidCheck | None,
    at: datetime,
) -> str:
    """Keep a confirmed plan: a new one, or a new version of the live plan of that medicine. Returns its id.

    A version that was offered before and never accepted is withdrawn by this one.
    """
    tx.run(
        "INSERT INTO plan (id, link, medicine, created_at) VALUES (:id, :link, :medicine, :at)"
        " ON CONFLICT (link, medicine) WHERE ended_at IS NULL DO NOTHING",
        id=new_id,
        link=link,
        medicine=plan.medicine,
        at=ms(at),
    )
    id: str = tx.value(
        "SELECT id FROM plan WHERE link = :link AND medicine = :medicine AND ended_at IS NULL",
        link=link,
        medicine=plan.medicine,
    )
    tx.run(
        "UPDATE plan_version SET declined_at = :at WHERE plan = :plan AND accepted_at IS NULL AND declined_at IS NULL",
        plan=id,
        at=ms(at),
    )
    tx.run(
        "INSERT INTO plan_version (plan, version, body, author, opioid_checked_on, opioid_initials, confirmed_at)"
        " SELECT :plan, 1 + coalesce(max(version), 0), :body, :author, :checked, :initials, :at"
        " FROM plan_version WHERE plan = :plan",
        plan=id,
        body=json.dumps(to_dict(plan)),
        author=author,
        checked=None if opioid_check is None else opioid_check.on.isoformat(),
        initials=None if opioid_check is None else opioid_check.initials,
        at=ms(at),
    )
    return id


def accept(tx: Tx, plan: str, version: int, body: Plan, *, next_at: datetime | None, at: datetime) -> bool:
    """The patient accepts a version, with the start that acceptance gives it; False if it is not on offer."""
    accepted = tx.run(
        "UPDATE plan_version SET accepted_at = :at, body = :body WHERE plan = :plan AND version = :version"
        " AND accepted_at IS NULL AND declined_at IS NULL",
        plan=plan,
        version=version,
        body=json.dumps(to_dict(body)),
        at=ms(at),
    )
    if not accepted:
        return False
    tx.run("UPDATE plan SET version = :version WHERE id = :plan", plan=plan, version=version)
    advance(tx, plan, next_at)
    return True


def decline(tx: Tx, plan: str, version: int, *, at: datetime) -> bool:
    """The patient does not accept a version; False if it is not on offer."""
    return bool(
        tx.run(
            "UPDATE plan_version SET declined_at = :at WHERE plan = :plan AND version = :version"
            " AND accepted_at IS NULL AND declined_at IS NULL",
            plan=plan,
            version=version,
            at=ms(at),
        )
    )


def other_aliases(tx: Tx, plan: str) -> frozenset[str]:
    """The words, in small letters, that the same patient's other plans are called by, those on offer included."""
    rows = tx.all(
        "SELECT alias FROM plan WHERE id <> :plan AND ended_at IS NULL AND alias IS NOT NULL"
        " AND link = (SELECT link FROM plan WHERE id = :plan)",
        plan=plan,
    )
    return frozenset(row["alias"].casefold() for row in rows)


def set_alias(tx: Tx, plan: str, alias: str) -> bool:
    """The patient's own word for the medicine; False if another plan of theirs is called so already."""
    if alias.casefold() in other_aliases(tx, plan):
        return False
    return bool(tx.run("UPDATE plan SET alias = :alias WHERE id = :plan", plan=plan, alias=alias))


def advance(tx: Tx, plan: str, next_at: datetime | None) -> None:
    """When this plan has its next dose."""
    tx.run(
        "UPDATE plan SET next_at = :next, retry_at = NULL WHERE id = :plan",
        plan=plan,
        next=None if next_at is None else ms(next_at),
    )


def lifted_at(tx: Tx, plan: str) -> datetime | None:
    """When the last hold of a plan was lifted; None if none was."""
    value = tx.value("SELECT lifted_at FROM plan WHERE id = :plan", plan=plan)
    return None if value is None else moment(value)


def hold(tx: Tx, plan: str, cause: str, *, at: datetime) -> bool:
    """Put on hold: nothing of it is to be taken until a clinician lifts it. False if it was held already."""
    return bool(
        tx.run(
            "UPDATE plan SET held_at = :at, hold_cause = :cause"
            " WHERE id = :plan AND held_at IS NULL AND ended_at IS NULL",
            plan=plan,
            cause=cause,
            at=ms(at),
        )
    )


def lift(tx: Tx, plan: str, *, at: datetime) -> bool:
    """Lift a hold; False if there was none. What was missed before counts for no gap any more."""
    return bool(
        tx.run(
            "UPDATE plan SET held_at = NULL, hold_cause = NULL, lifted_at = :at"
            " WHERE id = :plan AND held_at IS NOT NULL",
            plan=plan,
            at=ms(at),
        )
    )


def end(tx: Tx, plan: str, *, at: datetime) -> bool:
    """End a plan for good; False if it had ended."""
    return bool(
        tx.run(
            "UPDATE plan SET ended_at = :at, next_at = NULL WHERE id = :plan AND ended_at IS NULL",
            plan=plan,
            at=ms(at),
        )
    )


def accepted_versions(tx: Tx, plan: str) -> tuple[Version, ...]:
    """All versions that were accepted, oldest first."""
    rows = tx.all(
        "SELECT version, body FROM plan_version WHERE plan = :plan AND accepted_at IS NOT NULL ORDER BY version",
        plan=plan,
    )
    return tuple(Version(number=row["version"], plan=_body(row)) for row in rows)


def not_before(tx: Tx, plan: str, since: datetime) -> datetime:
    """That moment, or when the plan was first accepted if that was later: no dose of before then was ever due."""
    first = tx.value("SELECT min(accepted_at) FROM plan_version WHERE plan = :plan", plan=plan)
    return since if first is None else max(since, moment(first))


def with_ldn(tx: Tx, account: str) -> bool:
    """Whether an account has an accepted plan of naltrexone, by the clinic's list or by its name."""
    found = [standing.medicine for id in of_account(tx, account) if (standing := get(tx, id)) is not None]
    return any(medicine.opioid_check or is_naltrexone(medicine) for medicine in found)


def of_account(tx: Tx, account: str) -> list[str]:
    """The ids of the accepted plans of an account that have not ended."""
    rows = tx.all(
        "SELECT plan.id FROM plan JOIN link ON link.id = plan.link WHERE link.account = :account"
        " AND plan.ended_at IS NULL AND plan.version IS NOT NULL ORDER BY plan.created_at, plan.id",
        account=account,
    )
    return [row["id"] for row in rows]


def on_hold(tx: Tx, account: str) -> list[str]:
    """What an account's accepted plans that are on hold are called."""
    found = [get(tx, plan) for plan in of_account(tx, account)]
    return [s.alias or "A" for s in found if s is not None and s.held_since is not None]


def next_at(tx: Tx, plan: str) -> datetime | None:
    """When a plan has its next dose, as ``advance`` set it."""
    value = tx.value("SELECT next_at FROM plan WHERE id = :plan", plan=plan)
    return None if value is None else moment(value)


def dose_times(tx: Tx, account: str, day: date) -> list[time]:
    """The times of day of an account's accepted plans, as they stand on that day."""
    standings = [get(tx, plan) for plan in of_account(tx, account)]
    stand = [s.on(day) for s in standings if s is not None]
    return [at for plan in stand if plan is not None for at in plan.times]


def overdue_reviews(standings: Sequence[Standing], today: date) -> list[Standing]:
    """The plans whose review date has passed, by their newest version (R4: shown to the clinician, nothing stops)."""
    return [s for s in standings if s.newest is not None and s.newest.review <= today]
