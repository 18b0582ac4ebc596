"""A plan that has run for years costs no more to remind of than a new one."""

from pathlib import Path

from store import doses
from store.database import open_database
from tests.conftest import riverside
from tests.store.test_crowds import AT


async def test_what_was_shown_last_is_found_in_one_step_however_many_doses_there_were(tmp_path: Path) -> None:
    db = await open_database(tmp_path / "steady.db", None, lambda: AT)
    await db.write(lambda tx: riverside(tx, AT))
    rows = await db.read(lambda tx: tx.all(f"EXPLAIN QUERY PLAN {doses._SELECT} WHERE dose.id = 'd'"))
    steps = [row["detail"] for row in rows]
    assert "SEARCH old USING INDEX dose_by_time (plan=? AND due_at<?)" in steps
    shown = f"SELECT 1 FROM dose AS old WHERE plan = 'p' AND {doses._SHOWN} ORDER BY due_at DESC LIMIT 1"
    rows = await db.read(lambda tx: tx.all(f"EXPLAIN QUERY PLAN {shown}"))
    assert not any("TEMP B-TREE" in row["detail"] for row in rows)
    await db.close()
