"""The zones' own rules have changed: what is to come is found anew, and nothing else."""

from datetime import UTC, datetime, timedelta

from care.doses import DoseState
from store import meta
from store.database import Tx
from tests.conftest import House
from tests.whole.evening import state
from tests.whole.flight import second_patient
from tests.whole.test_travel import dues, go


async def newer_tzdata(house: House) -> None:
    await house.app.db.write(lambda tx: meta.put(tx, "tzdata", "an older one"))
    await house.restart()
    await house.walk(timedelta(minutes=5))


async def test_a_newer_tzdata_rings_nothing_of_before_the_day_that_a_trip_was_to_begin(planned: House) -> None:
    await go(planned, "Japan")
    await planned.tap(planned.ana, "From another day", "Thu 26 Nov")  # from then on, and nothing of Wednesday there
    await planned.walk(datetime(2026, 11, 25, 15, 30, tzinfo=UTC))
    assert await dues(planned) == ["24 20:00"]
    await newer_tzdata(planned)
    assert await dues(planned) == ["24 20:00"]


async def test_a_newer_tzdata_and_one_plan_that_cannot_be_read_do_not_keep_the_program_from_starting(
    planned: House,
) -> None:
    await second_patient(planned)

    def spoil(tx: Tx) -> None:
        plan = tx.value("SELECT plan.id FROM plan JOIN link ON link.id = plan.link WHERE link.label = 'P-08'")
        tx.run("UPDATE plan_version SET body = '{}' WHERE plan = :plan", plan=plan)

    await planned.app.db.write(spoil)
    await planned.restart()  # that alone is no trouble
    await planned.app.db.write(lambda tx: meta.put(tx, "tzdata", "an older one"))
    await planned.restart()
    await planned.walk_to(21, 0, 5)
    assert await state(planned) is DoseState.SENT
