"""Another copy of the program with the same token: who yields, who stays, and who listens first."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.company import NEWCOMER, AnotherCopy, Company, goes_on, trace
from tests.conftest import House

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_newcomer_yields_at_the_second_conflict_within_half_a_minute() -> None:
    company = Company(NOW)
    company.heard(NOW + 5 * SECOND)
    with pytest.raises(AnotherCopy, match="was there first"):
        company.heard(NOW + 35 * SECOND)


def test_two_conflicts_far_apart_are_no_company() -> None:
    company = Company(NOW)
    company.heard(NOW + SECOND)
    company.heard(NOW + 32 * SECOND)


def test_who_has_been_up_for_long_stays_and_knows_of_the_other() -> None:
    company, later = Company(NOW), NOW + NEWCOMER
    assert not company.there(later)
    for second in range(20):
        company.heard(later + second * SECOND)
    assert company.there(later + 60 * SECOND)
    assert not company.there(later + timedelta(minutes=10))


def test_a_restart_goes_on_at_once_and_a_copy_or_an_old_file_does_not(tmp_path: Path) -> None:
    database, copy = tmp_path / "steady.db", tmp_path / "copy.db"
    database.write_bytes(b"rows")
    shutil.copy(database, copy)
    kept = trace(database, NOW)
    assert goes_on(kept, database, NOW + timedelta(minutes=4))
    assert not goes_on(kept, copy, NOW + timedelta(minutes=4))
    assert not goes_on(kept, database, NOW + timedelta(minutes=6))
    assert not goes_on(None, database, NOW)


async def test_the_one_that_stays_says_so_on_its_health_page(planned: House) -> None:
    assert (await planned.app.health())["alone"]
    await planned.walk(NEWCOMER)
    planned.app.intake.company.heard(planned.now)
    health = await planned.app.health()
    assert not health["alone"] and health["delivers"] and health["loops"]


async def test_a_reminder_that_waits_too_long_shows_on_the_health_page(planned: House) -> None:
    await planned.walk_to(20, 59)
    await planned.simulator.stop()
    await planned.walk_to(21, 1)
    assert (await planned.app.health())["delivers"]
    await planned.walk_to(21, 4)
    assert not (await planned.app.health())["delivers"]


def test_a_clock_set_back_makes_no_newcomer_of_who_was_there_first() -> None:
    company, back = Company(NOW), NOW - timedelta(minutes=30)
    company.heard(back)
    company.heard(back + SECOND)
    assert company.there(back + SECOND)
