"""Power cuts: days of a clinic on a disk that can be cut; what is left is opened by the product and compared."""

import argparse
import asyncio
import hashlib
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from care.doses import DoseState
from content import library
from scheduler import outcomes
from scheduler.lessons import Lessons
from scheduler.tick import raise_due
from store import answers, database, inbox, meta, notices
from store.database import Tx, open_database
from tests.conftest import riverside
from tests.crowd import daily, enrol, medicine_of, prescribe
from tests.power.disk import Recorded, cuts

ZONE = ZoneInfo("Europe/Berlin")
START = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
_LESSONS = Lessons(library=library.load(), demo=False)
PATIENTS, DAYS = 5, 8
NORMAL = tuple(pragma.replace("synchronous = FULL", "synchronous = NORMAL") for pragma in database.PRAGMAS)


@dataclass
class Tally:
    """What the cuts did."""

    cuts: int = 0
    commits: int = 0
    lost: list[int] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """For docs/reliability.md."""
        return [
            f"power cuts: {self.cuts}, over {self.commits} commits",
            f"acknowledged commits lost: {len(self.lost)}; files broken or half-way: {len(self.broken)}",
        ]


@dataclass
class Days:
    """The work: each step one transaction, with the digest of all rows after it."""

    db: Recorded
    now: datetime = START
    digests: list[str] = field(default_factory=list)

    def do(self, fn: Callable[[Tx], Any]) -> Any:
        """One transaction, numbered; acknowledged only after its commit came back."""
        number = len(self.digests) + 1

        def numbered(tx: Tx) -> tuple[Any, str]:
            result = fn(tx)
            meta.put(tx, "number", str(number))
            return result, digest(tx)

        result, seen = self.db.write(numbered)
        self.digests.append(seen)
        self.db.log.acknowledge(number)
        return result

    def run(self, new_id: Callable[[], str]) -> None:
        """A clinic is made; each morning its doses are raised, sent, and answered by presses that are kept first."""
        self.do(lambda tx: self._furnish(tx, new_id))
        for day in range(1, DAYS + 1):
            self.now = datetime.combine((START + timedelta(days=day)).date(), time(8), ZONE).astimezone(UTC)
            self.do(lambda tx: raise_due(tx, self.now, new_id, _LESSONS))
            while (notice := self.do(lambda tx: notices.claim(tx, self.now))) is not None:
                message = len(self.digests)
                self.do(
                    lambda tx, notice=notice, message=message: outcomes.settle(
                        tx, notice, outcomes.Sent(message), self.now, new_id
                    )
                )
                if notice.dose is not None:
                    self._press(notice.chat, notice.dose, message)

    def _furnish(self, tx: Tx, new_id: Callable[[], str]) -> None:
        clinic = riverside(tx, self.now)
        for number in range(PATIENTS):
            who = enrol(tx, clinic.id, 1000 + number, f"P-{number}", ZONE, "DE", self.now, new_id)
            plan = daily(medicine_of(tx, clinic.id), time(8), self.now.date())
            prescribe(tx, who, plan, "Capsule", self.now, new_id)

    def _press(self, chat: int, dose: str, update: int) -> None:
        raw = {"update_id": update, "callback_query": {"data": f"1:dose:{dose}:taken"}}
        self.do(lambda tx: inbox.keep(tx, [(update, chat, raw)], at=self.now))

        def record(tx: Tx) -> None:
            assert inbox.record(tx, update, at=self.now)
            assert answers.answer(tx, dose, chat, DoseState.TAKEN, at=self.now)

        self.do(record)
        self.do(lambda tx: inbox.done(tx, update, at=self.now))


def digest(tx: Tx) -> str:
    """All rows of all tables, in short."""
    tables = [row["name"] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    rows = [(table, [tuple(row.values()) for row in tx.all(f"SELECT * FROM {table}")]) for table in tables]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


async def power_cuts(folder: Path, count: int, seed: int, pragmas: Sequence[str] = database.PRAGMAS) -> Tally:
    """Cut the power so often at moments that the seed chooses; open what is left with the product; compare."""
    dice = random.Random(seed)
    ids = iter(range(10**9))
    source, left = folder / "source", folder / "left"
    source.mkdir()
    left.mkdir()
    db = Recorded(source / "steady.db", lambda: days.now, pragmas=pragmas)
    days = Days(db)
    days.run(lambda: f"id{next(ids)}")
    log = db.log
    first = next(place for place, event in enumerate(log.events) if event.what == "ack")
    moments = [dice.randrange(first, len(log.events)) for _ in range(count)]
    tally = Tally(commits=len(days.digests))
    for acknowledged in cuts(log, moments, dice, left):
        tally.cuts += 1
        try:
            number, seen, sound = await _what_is_left(left / "steady.db")
        except Exception as error:  # whatever it is, the file did not survive
            tally.broken.append(f"{type(error).__name__}: {error}")
            continue
        if sound != "ok" or (number > 0 and seen != days.digests[number - 1]):
            tally.broken.append(sound)
        if number < acknowledged:
            tally.lost.append(acknowledged)
    db.close()
    return tally


async def _what_is_left(path: Path) -> tuple[int, str, str]:
    db = await open_database(path, None, lambda: START)
    try:
        return await db.read(
            lambda tx: (int(meta.get(tx, "number") or 0), digest(tx), str(tx.value("PRAGMA integrity_check")))
        )
    finally:
        await db.close()


def main() -> int:
    """``python -m tests.power.cutting --cuts 10000 --seed 1``; exit status 1 if anything was lost or broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cuts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="steady-power-") as folder:
        tally = asyncio.run(power_cuts(Path(folder), asked.cuts, asked.seed))
    sys.stdout.write("\n".join(tally.lines()) + "\n")
    return 1 if tally.lost or tally.broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
