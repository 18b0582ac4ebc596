import subprocess
import sys
from pathlib import Path

import pytest

from bot import lock


def test_a_second_holder_is_refused_at_once_and_told_who_has_it(tmp_path: Path) -> None:
    database = tmp_path / "data" / "steady.db"
    refused = pytest.raises(lock.AlreadyRunning, match=r"running already on .*, process [0-9]+; only one may run")
    with lock.hold(database), refused, lock.hold(database):
        pass


def test_the_lock_can_be_held_again_when_its_holder_has_let_go(tmp_path: Path) -> None:
    for _ in range(2):
        with lock.hold(tmp_path / "steady.db"):
            pass


def test_two_databases_have_two_locks(tmp_path: Path) -> None:
    with lock.hold(tmp_path / "one.db"), lock.hold(tmp_path / "two.db"):
        assert lock.lock_path(tmp_path / "one.db").name == "one.db.lock"


def test_a_killed_holder_leaves_nothing_locked(tmp_path: Path) -> None:
    database = tmp_path / "steady.db"
    code = (
        "import sys; from pathlib import Path; from bot import lock\n"
        f"with lock.hold(Path({str(database)!r})):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(lock.AlreadyRunning, match=f"process {holder.pid};"), lock.hold(database):
            pass
        holder.kill()
        holder.wait()
    with lock.hold(database):
        pass
