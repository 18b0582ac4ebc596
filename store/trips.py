"""Trips: where a patient says they are going, and from when their reminders follow that clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from store import news, people
from store.database import Row, Tx
from store.people import Account
from store.times import moment, ms


class TripState(StrEnum):
    """How far a trip is. Nothing changes before ``AWAY``."""

    LOOKING = "looking"
    PLANNED = "planned"
    """From a day that was chosen."""
    STARTING = "starting"
    """Chosen for now: it begins with the tick, after the doses that are due on the old clock."""
    ASKED = "asked"
    """Two doses would come too close: the clinic was asked."""
    AWAY = "away"


CHOSEN = frozenset({TripState.PLANNED, TripState.STARTING, TripState.ASKED})
"""It was chosen and has not begun: no other is looked at before this one is taken back."""


@dataclass(frozen=True, kw_only=True)
class Trip:
    """A patient's newest trip."""

    id: str
    account: str
    country: str
    zone: ZoneInfo | None
    """None until it is chosen among a country's several."""
    state: TripState
    starts: datetime | None
    """When the other clock begins, if a day was chosen."""
    allowed: bool
    """The clinic said that the dose that comes too close is to be left out."""
    home_country: str
    home_zone: ZoneInfo


def _trip(row: Row) -> Trip:
    return Trip(
        id=row["id"],
        account=row["account"],
        country=row["country"],
        zone=None if row["zone"] is None else ZoneInfo(row["zone"]),
        state=TripState(row["state"]),
        starts=None if row["starts_at"] is None else moment(row["starts_at"]),
        allowed=bool(row["allowed"]),
        home_country=row["home_country"],
        home_zone=ZoneInfo(row["home_zone"]),
    )


def of(tx: Tx, account: str) -> Trip | None:
    """A person's trip, if they ever said where they go."""
    row = tx.one("SELECT * FROM trip WHERE account = :account", account=account)
    return None if row is None else _trip(row)


def get(tx: Tx, id: str) -> Trip | None:
    """A trip by id; None once another took its place."""
    row = tx.one("SELECT * FROM trip WHERE id = :id", id=id)
    return None if row is None else _trip(row)


def begin(tx: Tx, account: Account, country: str, zone: ZoneInfo | None, *, id: str, here: str, at: datetime) -> None:
    """Look at a trip from the country ``here``, in place of the one before.

    Home stays what it was while the person is away from it.
    """
    assert account.zone is not None
    before = of(tx, account.id)
    away = before is not None and before.home_zone != account.zone
    home_country, home_zone = (before.home_country, before.home_zone) if before and away else (here, account.zone)
    tx.run("DELETE FROM trip WHERE account = :account", account=account.id)
    tx.run(
        "INSERT INTO trip (id, account, country, zone, state, home_country, home_zone, at)"
        " VALUES (:id, :account, :country, :zone, 'looking', :home_country, :home_zone, :at)",
        id=id,
        account=account.id,
        country=country,
        zone=None if zone is None else zone.key,
        home_country=home_country,
        home_zone=home_zone.key,
        at=ms(at),
    )


def choose_zone(tx: Tx, trip: str, zone: ZoneInfo) -> None:
    """One of the country's clocks."""
    tx.run("UPDATE trip SET zone = :zone WHERE id = :trip AND state = 'looking'", trip=trip, zone=zone.key)


def put(tx: Tx, trip: str, state: TripState, *, starts: datetime | None = None) -> None:
    """Where the trip stands now. What the clinic allowed was for the day that it was asked about."""
    tx.run(
        "UPDATE trip SET state = :state, starts_at = :starts,"
        " allowed = CASE WHEN :state IN ('looking', 'asked') THEN 0 ELSE allowed END WHERE id = :trip",
        trip=trip,
        state=state,
        starts=None if starts is None else ms(starts),
    )


def allow(tx: Tx, trip: str) -> bool:
    """The clinic lets it go on; False if it was not asked."""
    return bool(tx.run("UPDATE trip SET allowed = 1 WHERE id = :trip AND state = 'asked'", trip=trip))


def ask_clinic(tx: Tx, trip: str, *, now: datetime, new_id: Callable[[], str], starts: datetime | None = None) -> None:
    """Nothing changes; the clinic is asked whether it shall, from ``starts`` on (None: at once)."""
    put(tx, trip, TripState.ASKED, starts=starts)
    found = get(tx, trip)
    owner = None if found is None else people.account_by_id(tx, found.account)
    patient = None if owner is None else people.patient(tx, owner.chat)
    if patient is not None:
        news.tell(tx, patient.link, "travel", "close", at=now, new_id=new_id)


def due(tx: Tx, now: datetime) -> list[str]:
    """The trips whose moment has come."""
    rows = tx.all(
        "SELECT id FROM trip WHERE state IN ('planned', 'starting') AND starts_at <= :now ORDER BY starts_at",
        now=ms(now),
    )
    return [row["id"] for row in rows]


def put_off(tx: Tx, trip: str, until: datetime) -> None:
    """Beginning it failed: try again then."""
    tx.run("UPDATE trip SET starts_at = :until WHERE id = :trip", trip=trip, until=ms(until))


def next_instant(tx: Tx) -> datetime | None:
    """When the first of those that are to begin does."""
    value = tx.value("SELECT min(starts_at) FROM trip WHERE state IN ('planned', 'starting')")
    return None if value is None else moment(value)
