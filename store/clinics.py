"""Clinics, their list of medicines, and approvals of articles."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from care.medicines import Medicine
from care.supply import REFILL_DAYS
from store.database import Row, Tx
from store.times import ms

MONTHS = 12
"""So long are data kept at most after the last sign of somebody (clinical evidence page 6, default 7)."""


@dataclass(frozen=True, kw_only=True)
class Clinic:
    """A clinic as its patients see it."""

    id: str
    name: str
    phone: str
    hours: str
    country: str
    zone: ZoneInfo
    language: str
    window: timedelta
    """The most that a dose's window may last (design 1)."""
    missed_text_by: str | None
    """Who at the clinic approved the text for missed doses; None: nobody yet (clinical evidence page 4.5)."""
    keep_months: int = MONTHS
    """Months after the last sign of somebody until their data are erased; a clinic may shorten it, not lengthen it."""
    refill_days: int = REFILL_DAYS
    """So many days before a supply runs out the patient is told."""
    row_alert: str | None = None
    """The clinician who hears of three reminders in a row without a mark (clinical evidence page 4.4); None: nobody."""


def _clinic(row: Row) -> Clinic:
    return Clinic(
        id=row["id"],
        name=row["name"],
        phone=row["phone"],
        hours=row["hours"],
        country=row["country"],
        zone=ZoneInfo(row["zone"]),
        language=row["language"],
        window=timedelta(minutes=row["window_minutes"]),
        missed_text_by=row["missed_text_by"],
        keep_months=row["keep_months"],
        refill_days=REFILL_DAYS if row["refill_days"] is None else row["refill_days"],
        row_alert=row["row_alert"],
    )


def add(tx: Tx, clinic: Clinic, *, at: datetime) -> None:
    """Store a new clinic. Raises an IntegrityError of the driver for a name that is taken; look first."""
    tx.run(
        "INSERT INTO clinic (id, name, phone, hours, country, zone, language, window_minutes, created_at)"
        " VALUES (:id, :name, :phone, :hours, :country, :zone, :language, :window, :at)",
        id=clinic.id,
        name=clinic.name,
        phone=clinic.phone,
        hours=clinic.hours,
        country=clinic.country,
        zone=clinic.zone.key,
        language=clinic.language,
        window=clinic.window // timedelta(minutes=1),
        at=ms(at),
    )


def get(tx: Tx, clinic: str) -> Clinic:
    """The clinic of that id; raises KeyError if there is none."""
    row = tx.one("SELECT * FROM clinic WHERE id = :clinic", clinic=clinic)
    if row is None:
        raise KeyError(clinic)
    return _clinic(row)


def every(tx: Tx) -> list[Clinic]:
    """All clinics by name."""
    return [_clinic(row) for row in tx.all("SELECT * FROM clinic ORDER BY name")]


def keep_for(tx: Tx, clinic: str, months: int) -> None:
    """Keep data for so many months after the last sign of somebody."""
    tx.run("UPDATE clinic SET keep_months = :months WHERE id = :clinic", clinic=clinic, months=months)


def tell_of_refills(tx: Tx, clinic: str, days: int) -> None:
    """Tell patients so many days before a supply runs out."""
    tx.run("UPDATE clinic SET refill_days = :days WHERE id = :clinic", clinic=clinic, days=days)


def alert_of_rows(tx: Tx, clinic: str, clinician: str | None) -> None:
    """Name the clinician who hears of three reminders in a row without a mark; None: nobody does."""
    tx.run("UPDATE clinic SET row_alert = :clinician WHERE id = :clinic", clinic=clinic, clinician=clinician)


def add_medicine(tx: Tx, clinic: str, medicine: Medicine) -> None:
    """Put a medicine on the clinic's list."""
    tx.run(
        "INSERT INTO medicine (id, clinic, name, spellings, unit, warn_above, refuse_above, opioid_check, self_check)"
        " VALUES (:id, :clinic, :name, :spellings, :unit, :warn, :refuse, :opioid, :self)",
        id=medicine.id,
        clinic=clinic,
        name=medicine.name,
        spellings=json.dumps(medicine.spellings),
        unit=medicine.unit,
        warn=None if medicine.warn_above is None else str(medicine.warn_above),
        refuse=None if medicine.refuse_above is None else str(medicine.refuse_above),
        opioid=int(medicine.opioid_check),
        self=int(medicine.self_check),
    )


def change_medicine(tx: Tx, medicine: Medicine) -> None:
    """Keep an entry's other spellings and limits."""
    tx.run(
        "UPDATE medicine SET spellings = :spellings, warn_above = :warn, refuse_above = :refuse WHERE id = :id",
        id=medicine.id,
        spellings=json.dumps(medicine.spellings),
        warn=None if medicine.warn_above is None else str(medicine.warn_above),
        refuse=None if medicine.refuse_above is None else str(medicine.refuse_above),
    )


def remove_medicine(tx: Tx, medicine: str) -> bool:
    """Take an entry off the list; False if any plan, ended ones included, is of it."""
    return bool(
        tx.run(
            "DELETE FROM medicine WHERE id = :id AND NOT EXISTS (SELECT 1 FROM plan WHERE medicine = :id)",
            id=medicine,
        )
    )


def _medicine(row: Row) -> Medicine:
    return Medicine(
        id=row["id"],
        name=row["name"],
        spellings=tuple(json.loads(row["spellings"])),
        unit=row["unit"],
        warn_above=None if row["warn_above"] is None else Decimal(row["warn_above"]),
        refuse_above=None if row["refuse_above"] is None else Decimal(row["refuse_above"]),
        opioid_check=bool(row["opioid_check"]),
        self_check=bool(row["self_check"]),
    )


def medicines(tx: Tx, clinic: str) -> list[Medicine]:
    """The clinic's list of medicines."""
    return [_medicine(r) for r in tx.all("SELECT * FROM medicine WHERE clinic = :clinic ORDER BY name", clinic=clinic)]


def medicine(tx: Tx, id: str) -> Medicine:
    """One medicine; raises KeyError if there is none."""
    row = tx.one("SELECT * FROM medicine WHERE id = :id", id=id)
    if row is None:
        raise KeyError(id)
    return _medicine(row)
