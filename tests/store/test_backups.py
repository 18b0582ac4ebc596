"""Copies: whole, encrypted, verified before they count; what is kept; what is put back."""

import asyncio
import os
import random
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store import audit, backups, meta
from store.backups import Damaged, Examined, back_up, copies, examine, kept, path_at, put_back, tidy
from store.database import StoreError, Unavailable, WrongKey, open_database

KEY, OTHER = b"k" * 32, b"o" * 32
NOW = datetime(2026, 11, 24, 3, 17, tzinfo=UTC)


@pytest.fixture
async def live(tmp_path: Path) -> Path:
    """A database with some lines of audit, closed."""
    path = tmp_path / "data" / "steady.db"
    db = await open_database(path, KEY)
    for n in range(50):
        await db.write(lambda tx, n=n: audit.note(tx, at=NOW, actor="test", action="noted", about=str(n)))  # type: ignore[misc]
    await db.close()
    return path


async def test_a_copy_is_whole_encrypted_and_for_its_owner_only(live: Path, tmp_path: Path) -> None:
    made = back_up(live, KEY, tmp_path / "copies" / "one.db")
    assert made.counts["audit"] == 50 and made.last_at == NOW
    assert not (tmp_path / "copies" / "one.db").read_bytes().startswith(b"SQLite format")
    assert (tmp_path / "copies" / "one.db").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["one.db"]


async def test_a_copy_is_made_while_others_write_and_stops_none_of_them(live: Path, tmp_path: Path) -> None:
    db = await open_database(live, KEY)
    copying = asyncio.create_task(asyncio.to_thread(back_up, live, KEY, tmp_path / "copy.db"))
    written = 0
    while not copying.done():
        await db.write(lambda tx: meta.put(tx, "n", (meta.get(tx, "n") or "") + "x"))
        written += 1
    await db.close()
    assert (await copying).counts["audit"] == 50
    assert written > 0


@pytest.mark.parametrize("seed", range(10))
async def test_one_bit_that_flipped_is_found(live: Path, tmp_path: Path, seed: int) -> None:
    copy = tmp_path / "copy.db"
    back_up(live, KEY, copy)
    content = bytearray(copy.read_bytes())
    chance = random.Random(seed)
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    copy.write_bytes(content)
    with pytest.raises((Damaged, WrongKey)):
        examine(copy, KEY)


async def test_another_key_or_another_file_is_refused_in_words(live: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongKey):
        examine(live, OTHER)
    (tmp_path / "note.txt").write_text("not a database, but long enough to be one of its pages" * 100)
    with pytest.raises((WrongKey, Damaged)):
        examine(tmp_path / "note.txt", KEY)
    with pytest.raises(StoreError, match="there is no file"):
        examine(tmp_path / "nothing.db", KEY)


async def test_where_nothing_can_be_written_there_is_no_copy_and_it_is_said(live: Path, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "one.db.part").mkdir()  # in the way of the copy, whoever runs the test
    with pytest.raises((Unavailable, OSError)):
        back_up(live, KEY, tmp_path / "copies" / "one.db")
    assert not (tmp_path / "copies" / "one.db").exists()


def test_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    all_days = [NOW - timedelta(days=n) for n in range(500)]
    keep = kept(all_days)
    assert set(all_days[:7]) <= keep
    assert len(keep) <= 7 + 4 + 12
    assert NOW - min(keep) > timedelta(days=320)
    assert len({f"{moment:%Y-%m}" for moment in keep}) == 12


def test_the_newest_copy_is_always_kept_however_few_there_are() -> None:
    chance = random.Random(7)
    for count in range(1, 60):
        moments = [NOW - timedelta(hours=chance.randrange(20_000)) for _ in range(count)]
        assert max(moments) in kept(moments)
        assert kept(sorted(kept(moments))) == kept(moments)  # tidied twice is tidied once


def test_tidying_deletes_what_is_not_kept_and_leftovers_and_nothing_else(tmp_path: Path) -> None:
    for n in range(30):
        path_at(tmp_path, NOW - timedelta(days=n)).touch()
    interrupted = tmp_path / "steady-20261122-031700.db.part"
    interrupted.touch()
    os.utime(interrupted, (two_days_ago := (NOW - timedelta(days=2)).timestamp(), two_days_ago))
    (tmp_path / "mine.db").touch()
    tidy(tmp_path, NOW)
    left = {path.name for path in tmp_path.iterdir()}
    assert "mine.db" in left and not any(name.endswith(".part") for name in left)
    assert {at for at, _ in copies(tmp_path)} == kept([NOW - timedelta(days=n) for n in range(30)])


async def test_tidying_beside_a_copy_that_is_being_made_does_not_take_it_away(
    live: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The daily chore tidies while an operator's ``steady backup`` writes."""
    folder, began = tmp_path / "copies", datetime.now(UTC)

    def beside(path: Path, key: bytes | None) -> Examined:
        tidy(folder, began + timedelta(hours=1))
        return examine(path, key)

    monkeypatch.setattr(backups, "examine", beside)
    back_up(live, KEY, path_at(folder, NOW))
    assert [path for _, path in copies(folder)] == [path_at(folder, NOW)]


async def test_a_copy_that_is_put_back_leaves_the_old_file_beside_it(live: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    back_up(live, KEY, copy)
    db = await open_database(live, KEY)
    await db.write(lambda tx: audit.note(tx, at=NOW, actor="test", action="later", about="51"))
    await db.close()
    aside = put_back(copy, KEY, live, NOW)
    assert aside is not None
    assert (examine(live, KEY).counts["audit"], examine(aside, KEY).counts["audit"]) == (50, 51)


async def test_an_old_file_is_never_overwritten_by_another_that_is_put_aside_in_the_same_second(
    live: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    back_up(live, KEY, copy)
    first, second = put_back(copy, KEY, live, NOW), put_back(copy, KEY, live, NOW)
    assert first is not None and second is not None and first != second
    assert examine(first, KEY).rows == examine(second, KEY).rows


async def test_what_only_the_log_of_the_old_file_holds_goes_with_it(live: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    back_up(live, KEY, copy)
    db = await open_database(live, KEY)
    await db.write(lambda tx: audit.note(tx, at=NOW, actor="test", action="later", about="51"))
    killed = tmp_path / "killed" / "steady.db"
    killed.parent.mkdir()
    for ending in ("", "-wal"):  # as a kill leaves them
        shutil.copyfile(f"{live}{ending}", f"{killed}{ending}")
    await db.close()
    aside = put_back(copy, KEY, killed, NOW)
    assert aside is not None and not list(killed.parent.glob("*-wal"))  # one file, whole by itself
    assert (examine(killed, KEY).counts["audit"], examine(aside, KEY).counts["audit"]) == (50, 51)


async def test_what_fails_before_a_copy_has_its_place_changes_nothing(live: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    back_up(live, KEY, copy)
    before = live.read_bytes()

    def ready(part: Path) -> None:
        assert examine(part, KEY).counts["audit"] == 50
        Path(f"{part}-wal").touch()
        raise Unavailable("injected")

    with pytest.raises(Unavailable):
        put_back(copy, KEY, live, NOW, ready)
    assert live.read_bytes() == before
    assert [path.name for path in live.parent.iterdir()] == ["steady.db"]


async def test_a_copy_that_is_not_whole_is_not_put_back(live: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(live.read_bytes()[:-4096])
    before = live.read_bytes()
    with pytest.raises(StoreError):
        put_back(copy, KEY, live, NOW)
    assert live.read_bytes() == before
    assert sorted(path.name for path in live.parent.iterdir() if "before" in path.name or "part" in path.name) == []


async def test_a_plain_file_is_copied_too(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "plain.db", None)
    await db.close()
    assert back_up(tmp_path / "plain.db", None, tmp_path / "copy.db").rows == 0


async def test_a_file_of_an_older_schema_is_copied_before_it_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "steady.db"
    with monkeypatch.context() as older:
        older.setattr("store.database.MIGRATIONS", backups.MIGRATIONS[:-1])
        await (await open_database(path, KEY)).close()
    await (await open_database(path, KEY)).close()
    old = len(backups.MIGRATIONS) - 1
    assert examine(path, KEY).schema == old + 1
    assert examine(tmp_path / f"steady.db.schema-{old}", KEY).schema == old
