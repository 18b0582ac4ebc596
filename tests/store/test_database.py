"""One door to SQLite: whole transactions, clear errors, an encrypted file."""

import asyncio
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from store.database import NewerFile, Tx, Unavailable, WrongKey, open_database
from store.schema import MIGRATIONS

KEY = bytes(range(32))


def put(tx: Tx, name: str = "a") -> int:
    return tx.run("INSERT INTO meta (name, value) VALUES (:name, 'x')", name=name)


def names(tx: Tx) -> list[str]:
    return [row["name"] for row in tx.all("SELECT name FROM meta ORDER BY name")]


async def test_what_a_write_did_is_there_after_closing(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "steady.db", KEY)
    await db.write(put)
    await db.close()
    db = await open_database(tmp_path / "steady.db", KEY)
    assert await db.read(names) == ["a"]
    await db.close()


async def test_a_write_that_raises_leaves_nothing(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "steady.db", KEY)

    def half(tx: Tx) -> None:
        put(tx)
        raise KeyError("half-way")

    with pytest.raises(KeyError):
        await db.write(half)
    assert await db.read(names) == []
    await db.close()


async def test_a_part_can_fail_by_itself(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "steady.db", KEY)

    def parts(tx: Tx) -> None:
        put(tx, "kept")
        try:
            with tx.part():
                put(tx, "lost")
                raise KeyError
        except KeyError:
            put(tx, "after")

    await db.write(parts)
    assert await db.read(names) == ["after", "kept"]
    await db.close()


async def test_a_cancelled_task_does_not_stop_a_write_half_way(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "steady.db", KEY)
    tasks = [asyncio.create_task(db.write(lambda tx, n=n: (put(tx, f"{n}-a"), put(tx, f"{n}-b")))) for n in range(50)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    found = await db.read(names)
    assert all((f"{n}-a" in found) == (f"{n}-b" in found) for n in range(50))
    await db.close()


async def test_another_key_opens_nothing_and_says_so(tmp_path: Path) -> None:
    await (await open_database(tmp_path / "steady.db", KEY)).close()
    with pytest.raises(WrongKey, match="does not open with this key"):
        await open_database(tmp_path / "steady.db", bytes(32))


async def test_the_file_shows_nothing_of_what_it_holds(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "steady.db", KEY)
    await db.write(lambda tx: put(tx, "a-secret-word"))
    seen = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    await db.close()
    seen += b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"a-secret-word" not in seen
    assert b"SQLite format" not in seen


async def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "steady.db"
    db = await open_database(path, None)
    await db.close()
    plain = dbapi2.connect(str(path))
    plain.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    plain.close()
    with pytest.raises(NewerFile, match="newer release"):
        await open_database(path, None)


async def test_a_locked_file_is_unavailable_and_nothing_of_the_write_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.database.BUSY_TIMEOUT_MS", 1)
    path = tmp_path / "steady.db"
    db = await open_database(path, None)
    other = dbapi2.connect(str(path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable):
        await db.write(put)
    other.execute("ROLLBACK")
    other.close()
    assert await db.write(put) == 1
    await db.close()


async def test_the_audit_can_only_grow(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "steady.db", KEY)
    await db.write(
        lambda tx: tx.run("INSERT INTO audit (at, actor, action, about, detail) VALUES (1, 'a', 'b', 'c', '')")
    )
    for sql in ("DELETE FROM audit", "UPDATE audit SET actor = 'x'"):
        with pytest.raises(dbapi2.IntegrityError, match="append-only"):
            await db.write(lambda tx, sql=sql: tx.run(sql))
    await db.close()
