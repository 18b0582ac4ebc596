"""Who is reminded at one instant: by the plans' own days, zones and states."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from care.amounts import parse_amount
from care.plans import Days, Plan, Step
from care.safety import default_review
from store import people, plans
from store.crowds import crowd
from store.database import Database, Tx, open_database
from tests.conftest import riverside

AT = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)  # a Tuesday: 21:00 in Berlin, 20:00 in London
START = date(2026, 11, 1)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    made = await open_database(tmp_path / "steady.db", None, lambda: AT)
    await made.write(lambda tx: riverside(tx, AT))
    yield made
    await made.close()


def patient(tx: Tx, id: str, zone: str, at: time, days: Days | None = None, last: date | None = None) -> None:
    """Somebody with a plan at that time of their own clock."""
    people.open_account(tx, id=id, chat=hash(id) % 10**9, language="en", at=AT)
    tx.run("UPDATE account SET zone = :zone, asking = 0 WHERE id = :id", id=id, zone=zone)
    people.add_link(tx, id=id, clinic=tx.value("SELECT id FROM clinic"), label=id, at=AT)
    people.join(tx, link=id, account=id, consent_version="1", at=AT)
    plan = Plan(
        medicine=tx.value("SELECT id FROM medicine"),
        times=(at,),
        days=days or Days(),
        steps=(Step(amount=parse_amount("1.5 mg"), days=None),),
        start=START,
        end=last,
        review=default_review(START),
    )
    plans.offer(tx, new_id=id, link=id, plan=plan, author="t", opioid_check=None, at=AT)
    plans.accept(tx, id, 1, plan, next_at=AT, at=AT)


async def test_only_who_is_reminded_then_is_counted(db: Database) -> None:
    def write(tx: Tx) -> None:
        patient(tx, "berlin", "Europe/Berlin", time(21))
        patient(tx, "london", "Europe/London", time(20))
        patient(tx, "tuesdays", "Europe/Berlin", time(21), Days(weekdays=frozenset({1})))
        patient(tx, "mondays", "Europe/Berlin", time(21), Days(weekdays=frozenset({0})))
        patient(tx, "every other day", "Europe/Berlin", time(21), Days(every=2))  # odd days
        patient(tx, "another hour", "Europe/Berlin", time(20))
        patient(tx, "another zone", "Asia/Kathmandu", time(21))
        patient(tx, "over", "Europe/Berlin", time(21), last=date(2026, 11, 23))
        patient(tx, "held", "Europe/Berlin", time(21))
        plans.hold(tx, "held", "clinician", at=AT)
        patient(tx, "quiet", "Europe/Berlin", time(21))
        people.set_quiet(tx, "quiet", AT)
        patient(tx, "blocked", "Europe/Berlin", time(21))
        people.set_reachable(tx, "blocked", at=AT)
        patient(tx, "ended", "Europe/Berlin", time(21))
        plans.end(tx, "ended", at=AT)

    await db.write(write)
    assert await db.read(lambda tx: crowd(tx, AT)) == 3
    assert await db.read(lambda tx: crowd(tx, AT, but="london")) == 2


async def test_the_version_that_speaks_on_that_day_is_counted_not_the_newest(db: Database) -> None:
    def write(tx: Tx) -> None:
        patient(tx, "ana", "Europe/Berlin", time(21))
        body = plans.accepted_versions(tx, "ana")[0].plan
        january = replace(body, times=(time(8),), start=date(2027, 1, 11))
        plans.offer(tx, new_id="-", link="ana", plan=january, author="t", opioid_check=None, at=AT)
        plans.accept(tx, "ana", 2, january, next_at=AT, at=AT)

    await db.write(write)
    last, first = datetime(2027, 1, 10, 20, 0, tzinfo=UTC), datetime(2027, 1, 11, 7, 0, tzinfo=UTC)
    counted = [await db.read(lambda tx, at=at: crowd(tx, at)) for at in (AT, last, first, last + timedelta(days=1))]
    assert counted == [1, 1, 1, 0]
