"""A move that jumps over a time of the plan: it rings late while it can still be taken, and else it never was."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.origins import new_id
from care.doses import DoseState
from care.plans import Plan
from content.library import load
from scheduler.lessons import Lessons
from scheduler.tick import tick
from store import clinics, moving, people, trips
from store.database import Database, Tx, open_database
from tests.conftest import riverside
from tests.crowd import Enrolled, daily, enrol, medicine_of, prescribe

MORNING = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)  # 07:30 in Berlin, 15:30 in Tokyo
TOKYO = ZoneInfo("Asia/Tokyo")


async def prescribed(db: Database) -> Enrolled:
    """At noon and at one: the window of noon is half an hour long, that of one lasts until five."""

    def set_up(tx: Tx) -> Enrolled:
        clinic, since = riverside(tx, MORNING).id, MORNING - timedelta(days=1)
        who = enrol(tx, clinic, 1000, "P-1", ZoneInfo("Europe/Berlin"), "DE", since, new_id)
        once = daily(medicine_of(tx, clinic), time(12), MORNING.date())
        prescribe(tx, who, Plan(**{**vars(once), "times": (time(12), time(13))}), "Capsule", since, new_id)
        return who

    return await db.write(set_up)


def move(tx: Tx, who: Enrolled, now: datetime) -> None:
    account = people.account(tx, who.chat)
    assert account is not None
    moving.move(tx, account, TOKYO, now=now, new_id=new_id)


def said(tx: Tx) -> list[tuple[str, str]]:
    doses = tx.all("SELECT due_at, state FROM dose ORDER BY due_at")
    return [(f"{datetime.fromtimestamp(row['due_at'] / 1000, TOKYO):%d %H:%M}", row["state"]) for row in doses]


def kinds(tx: Tx) -> list[str]:
    return [row["kind"] for row in tx.all("SELECT kind FROM notice WHERE kind IN ('dose', 'outage', 'missed')")]


async def test_a_time_whose_window_the_move_jumped_over_is_no_dose_and_no_outage(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "steady.db", None, lambda: MORNING)
    lessons = Lessons(library=load(), demo=True)
    try:
        who = await prescribed(db)
        await db.write(lambda tx: move(tx, who, MORNING))
        await tick(db, MORNING, new_id, lessons)
        assert await db.read(said) == [("24 13:00", DoseState.DUE)]
        assert await db.read(kinds) == ["dose"]
    finally:
        await db.close()


async def test_a_move_that_waits_for_a_dose_of_the_old_clock_still_rings_what_it_passed_over(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "steady.db", None, lambda: MORNING)
    lessons = Lessons(library=load(), demo=True)

    def depart(tx: Tx) -> bool:
        account = people.account(tx, who.chat)
        assert account is not None
        since = MORNING - timedelta(minutes=1)
        tea = replace(clinics.medicine(tx, medicine_of(tx, clinics.every(tx)[0].id)), id="tea", name="Tea")
        clinics.add_medicine(tx, clinics.every(tx)[0].id, tea)
        prescribe(tx, who, daily("tea", time(7, 30), MORNING.date()), "Tea", since, new_id)
        trips.begin(tx, account, "JP", TOKYO, id="trip", here="DE", at=MORNING)
        trip = trips.get(tx, "trip")
        assert trip is not None
        return moving.depart(tx, trip, now=MORNING, new_id=new_id)

    try:
        who = await prescribed(db)
        assert not await db.write(depart)  # a dose is due at this very moment, and the tick has not raised it yet
        later = MORNING + timedelta(minutes=1)
        await tick(db, later, new_id, lessons)
        await tick(db, later, new_id, lessons)
        assert await db.read(said) == [("24 13:00", DoseState.DUE), ("24 15:30", DoseState.DUE)]
    finally:
        await db.close()


async def test_a_window_that_an_outage_right_after_the_move_swallowed_is_an_outage(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "steady.db", None, lambda: MORNING)
    lessons = Lessons(library=load(), demo=True)
    try:
        who = await prescribed(db)
        await db.write(lambda tx: move(tx, who, MORNING))
        await tick(db, MORNING + timedelta(hours=3), new_id, lessons)  # 18:30: the window of one o'clock has closed
        assert await db.read(said) == [("24 13:00", DoseState.UNDELIVERED)]
        assert await db.read(kinds) == ["outage"]
    finally:
        await db.close()
