"""Supplies: one row a plan, replaced when it is counted anew. How far it goes is worked out when it is asked."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from care.amounts import Amount
from care.moving import LOOK_BACK, Left, coming
from care.rounds import next_daily
from care.supply import AT, FAR, UNTIL, Forecast, Supply, forecast
from store import doses
from store.database import Row, Tx
from store.plans import Standing
from store.times import moment, ms

_JUST_AFTER = timedelta(milliseconds=1)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A supply as it was entered."""

    plan: str
    entry: str
    """An id: another one each time it is counted."""
    supply: Supply
    counted: datetime
    by_clinic: bool
    told: bool
    """Whether the patient was told that it runs out."""


def _kept(row: Row) -> Kept:
    def number(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    return Kept(
        plan=row["plan"],
        entry=row["entry"],
        supply=Supply(units=Decimal(row["units"]), per_dose=number(row["per_dose"]), strength=number(row["strength"])),
        counted=moment(row["counted_at"]),
        by_clinic=bool(row["by_clinic"]),
        told=row["told_at"] is not None,
    )


def put(tx: Tx, plan: str, supply: Supply, *, entry: str, by_clinic: bool, zone: ZoneInfo, at: datetime) -> None:
    """Keep what was counted, in place of what was known before."""
    tx.run(
        "INSERT INTO supply (plan, entry, units, per_dose, strength, counted_at, by_clinic, check_at)"
        " VALUES (:plan, :entry, :units, :per, :strength, :at, :clinic, :check)"
        " ON CONFLICT (plan) DO UPDATE SET entry = :entry, units = :units, per_dose = :per, strength = :strength,"
        " counted_at = :at, by_clinic = :clinic, check_at = :check, told_at = NULL",
        plan=plan,
        entry=entry,
        units=str(supply.units),
        per=None if supply.per_dose is None else str(supply.per_dose),
        strength=None if supply.strength is None else str(supply.strength),
        at=ms(at),
        clinic=int(by_clinic),
        check=ms(next_look(entry, zone, at)),
    )


def next_look(entry: str, zone: ZoneInfo, now: datetime) -> datetime:
    """When a supply is looked at next: in the hour after ten, each at a minute of its own, so that they don't crowd."""
    return next_daily(AT, zone, now) + timedelta(minutes=zlib.crc32(entry.encode()) % 60)


def forget(tx: Tx, plan: str) -> bool:
    """Nothing is counted down any more; False if nothing was."""
    return bool(tx.run("DELETE FROM supply WHERE plan = :plan", plan=plan))


def get(tx: Tx, plan: str) -> Kept | None:
    """What was entered for a plan."""
    row = tx.one("SELECT * FROM supply WHERE plan = :plan", plan=plan)
    return None if row is None else _kept(row)


def look(tx: Tx, kept: Kept, standing: Standing, zone: ZoneInfo, now: datetime, *, ahead: timedelta = FAR) -> Forecast:
    """How far it goes: the planned doses since it was counted, and those to come, none while the plan is held or ended.

    What was held or called off was not planned, whatever was said of it later; what was not asked, not answered or not
    delivered was.
    """
    amounts = {v.number: [step.amount for step in v.plan.steps] for v in standing.accepted}
    rows = tx.all(
        "SELECT version, step FROM dose WHERE plan = :plan AND due_at > :since AND due_at <= :now"
        " AND state NOT IN ('held', 'cancelled') AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.dose = dose.id"
        " AND answer.state_before IN ('held', 'cancelled'))",
        plan=standing.id,
        since=ms(kept.counted),
        now=ms(now),
    )
    planned = [amounts[row["version"]][row["step"]] for row in rows]
    stopped = standing.held_since is not None or standing.ended
    planned_on = () if stopped else _coming(tx, standing, zone, now, now + ahead)
    return forecast(kept.supply, planned, planned_on)


def _coming(
    tx: Tx, standing: Standing, zone: ZoneInfo, now: datetime, until: datetime
) -> Iterator[tuple[date, Amount]]:
    """The doses to come, with their dates: not what was had already on another clock, whatever the calendar says."""
    elsewhere = doses.raised_elsewhere(tx, standing.id, standing.accepted, zone, now - LOOK_BACK)
    raised = doses.raised_slots(tx, standing.id, now - LOOK_BACK)
    for _, due, place in coming(standing.accepted, zone, elsewhere, now + _JUST_AFTER, until):
        if not isinstance(place, Left) and (due.local_date, place) not in raised:
            yield due.local_date, due.amount


def due(tx: Tx, now: datetime, most: int = -1) -> list[str]:
    """The plans whose supply is to be looked at, at most so many (-1: all)."""
    rows = tx.all(
        "SELECT plan FROM supply WHERE check_at <= :now ORDER BY check_at LIMIT :most", now=ms(now), most=most
    )
    return [row["plan"] for row in rows]


def next_instant(tx: Tx) -> datetime | None:
    """When the next supply is to be looked at."""
    value = tx.value("SELECT min(check_at) FROM supply WHERE check_at IS NOT NULL")
    return None if value is None else moment(value)


def checked(tx: Tx, plan: str, *, next_at: datetime | None, told_at: datetime | None) -> None:
    """It was looked at: when it is looked at next (None: never), and whether the patient has been told."""
    tx.run(
        "UPDATE supply SET check_at = :next, told_at = :told WHERE plan = :plan",
        plan=plan,
        next=None if next_at is None else ms(next_at),
        told=None if told_at is None else ms(told_at),
    )


def untold(tx: Tx, plan: str) -> None:
    """The notice was not sent, or nobody knows: the next look tells of it again."""
    tx.run("UPDATE supply SET told_at = NULL WHERE plan = :plan", plan=plan)


def look_again(tx: Tx, now: datetime, account: str | None = None) -> None:
    """A clock has changed, that of an account or (None) all: look once more at once; where it is night, in the morning.

    So no notice comes at the hour that was ten on the old clock.
    """
    rows = tx.all(
        "SELECT supply.plan, supply.entry, coalesce(account.zone, clinic.zone) AS zone FROM supply"
        " JOIN plan ON plan.id = supply.plan JOIN link ON link.id = plan.link JOIN clinic ON clinic.id = link.clinic"
        " LEFT JOIN account ON account.id = link.account"
        " WHERE supply.check_at IS NOT NULL AND (:account IS NULL OR link.account = :account)",
        account=account,
    )
    for row in rows:
        zone = ZoneInfo(row["zone"])
        by_day = AT <= now.astimezone(zone).time() < UNTIL
        put_off(tx, row["plan"], now if by_day else next_look(row["entry"], zone, now))


def put_off(tx: Tx, plan: str, until: datetime) -> None:
    """Look at it then."""
    tx.run("UPDATE supply SET check_at = :until WHERE plan = :plan", plan=plan, until=ms(until))


def low(tx: Tx, link: str) -> bool:
    """Whether a supply of this patient's running plans was found to run out soon."""
    return bool(
        tx.value(
            "SELECT 1 FROM supply JOIN plan ON plan.id = supply.plan WHERE plan.link = :link"
            " AND supply.told_at IS NOT NULL AND plan.ended_at IS NULL LIMIT 1",
            link=link,
        )
    )
