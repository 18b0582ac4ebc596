"""A crowd at one instant: raised in parts, so that nobody else waits for all of it."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.origins import new_id
from content.library import Library
from scheduler.chores import chores
from scheduler.lessons import Lessons
from scheduler.tick import A_PART, coming, tick
from store import retention
from store.database import Database, Tx, open_database
from store.parts import ROWS, parts
from tests.crowd import first_patient, multiply

DUE = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
LESSONS = Lessons(library=Library(articles={}, problems=()), demo=False)
CROWD = 2 * A_PART + 20


def count(tx: Tx, table: str) -> int:
    return int(tx.value(f"SELECT count(*) FROM {table}"))


def gather_crowd(tx: Tx, people: int) -> None:
    who, plan = first_patient(tx, DUE)
    multiply(tx, who, plan, people - 1)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await open_database(tmp_path / "steady.db", None, lambda: DUE)
    yield opened
    await opened.close()


async def test_a_crowd_is_raised_in_parts_and_each_once(db: Database) -> None:
    await db.write(lambda tx: gather_crowd(tx, CROWD))
    parts: list[None] = []
    instant = await tick(db, DUE, new_id, LESSONS, lambda: parts.append(None))
    assert (len(parts), await db.read(lambda tx: count(tx, "dose"))) == (3, CROWD)
    assert await db.read(lambda tx: count(tx, "notice WHERE state = 'waiting'")) == CROWD
    assert instant is not None and instant > DUE


async def test_the_first_can_go_while_the_rest_is_still_being_raised(db: Database) -> None:
    await db.write(lambda tx: gather_crowd(tx, CROWD))
    queued: list[int] = []
    write = db.write

    async def watched(fn):  # type: ignore[no-untyped-def]  # as Database.write has it
        done = await write(fn)
        queued.append(await db.read(lambda tx: count(tx, "notice")))
        return done

    db.write = watched  # type: ignore[method-assign]  # to look between two transactions
    await tick(db, DUE, new_id, LESSONS)
    assert queued == [A_PART, 2 * A_PART, CROWD]


async def test_what_was_raised_can_go_before_the_tick_looks_for_what_comes_next(db: Database) -> None:
    await db.write(lambda tx: gather_crowd(tx, 1))
    seen: list[str] = []
    read = db.read

    async def watched(fn):  # type: ignore[no-untyped-def]  # as Database.read has it
        seen.append("look")
        return await read(fn)

    db.read = watched  # type: ignore[method-assign]  # to see which comes first
    await tick(db, DUE, new_id, LESSONS, lambda: seen.append("raised"))
    assert seen[:2] == ["look", "raised"]


async def test_a_whole_part_that_fails_holds_up_nobody(db: Database) -> None:
    def spoil(tx: Tx) -> None:
        gather_crowd(tx, CROWD)
        tx.run("UPDATE account SET zone = 'Nowhere/Else' WHERE rowid <= :n", n=A_PART + 5)

    await db.write(spoil)
    instant = await tick(db, DUE, new_id, LESSONS)
    assert await db.read(lambda tx: count(tx, "dose")) == CROWD - A_PART - 5
    assert instant == DUE + timedelta(minutes=1)


async def test_windows_of_a_crowd_close_in_parts_too(db: Database) -> None:
    await db.write(lambda tx: gather_crowd(tx, CROWD))
    await tick(db, DUE, new_id, LESSONS)
    parts: list[None] = []
    await tick(db, DUE + timedelta(hours=5), new_id, LESSONS, lambda: parts.append(None))
    assert len(parts) >= 2
    assert await db.read(lambda tx: count(tx, "dose WHERE state = 'undelivered'")) == CROWD


def steps(tx: Tx, look: Callable[[], object]) -> int:
    """How many steps SQLite's machine takes for that."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    tx._connection.set_progress_handler(step, 1)
    look()
    tx._connection.set_progress_handler(None, 1)
    return taken


async def test_a_second_without_anything_due_costs_the_same_however_many_are_stored(db: Database) -> None:
    def measure(tx: Tx) -> tuple[int, int]:
        who, plan = first_patient(tx, DUE)
        before = DUE - timedelta(hours=1)

        def look() -> None:
            coming(tx, before)

        alone = steps(tx, look)
        multiply(tx, who, plan, 3000)
        return alone, steps(tx, look)

    alone, crowded = await db.write(measure)
    assert crowded == alone


async def test_the_hourly_look_for_whom_to_erase_costs_no_more_a_patient_when_there_are_many(db: Database) -> None:
    def look(tx: Tx) -> None:
        for part in parts(tx, "link"):
            retention.erase_links(tx, part, DUE, new_id)
        retention.erase_strangers(tx, DUE)

    def measure(tx: Tx) -> tuple[int, int]:
        who, plan = first_patient(tx, DUE)
        multiply(tx, who, plan, 99)
        some = steps(tx, partial(look, tx))
        tx.run("UPDATE account SET chat = chat + 5000000 WHERE id <> :id", id=who.account)
        tx.run("UPDATE link SET label = 'B' || label WHERE id <> :id", id=who.link)
        multiply(tx, who, plan, 900)
        return some, steps(tx, partial(look, tx))

    hundred, thousand = await db.write(measure)
    assert thousand < 11 * hundred


async def test_the_answers_of_whoever_is_still_reminded_are_not_looked_through(db: Database) -> None:
    def measure(tx: Tx, at: datetime) -> int:
        return steps(tx, lambda: retention.erase_links(tx, range(ROWS), at, new_id))

    await db.write(lambda tx: gather_crowd(tx, 1))
    new = await db.read(lambda tx: measure(tx, DUE + timedelta(days=400)))
    for day in range(3):
        await tick(db, DUE + timedelta(days=day), new_id, LESSONS)
    assert await db.read(lambda tx: count(tx, "dose")) >= 3
    assert await db.read(lambda tx: measure(tx, DUE + timedelta(days=400))) == new


async def test_who_has_gone_is_erased_in_whatever_part_of_the_table_they_are(db: Database) -> None:
    def gone_quiet(tx: Tx) -> None:
        gather_crowd(tx, 2 * ROWS + 10)
        tx.run("UPDATE plan SET next_at = NULL")

    await db.write(gone_quiet)
    await chores(db, DUE + timedelta(days=400), new_id, None)
    assert await db.read(lambda tx: count(tx, "account")) == 0
