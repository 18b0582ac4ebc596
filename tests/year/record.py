"""What the file says in the end, read with plain SQL: what the oracle judges, and what it takes as moments only."""

import json
import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tests.year.abroad import Moved

_FOR_GOOD = datetime(3000, 1, 1, tzinfo=UTC)

WATCH_MOVES = (
    "CREATE TABLE year_move (account TEXT NOT NULL, zone TEXT NOT NULL, at INTEGER NOT NULL, how TEXT NOT NULL) STRICT",
    "CREATE TRIGGER year_moves AFTER UPDATE OF moved_at ON account WHEN NEW.moved_at IS NOT NULL BEGIN"
    " INSERT INTO year_move SELECT NEW.id, NEW.zone, NEW.moved_at, state FROM trip WHERE account = NEW.id; END",
)
"""Each move of a clock is kept: the program's own row knows the last one only."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A dose as the file has it."""

    id: str
    plan: str
    version: int
    day: str
    slot: int
    due: datetime
    amount: str
    step: int
    state: str


@dataclass(frozen=True)
class Stretch:
    """From a moment until another, which no longer counts."""

    since: datetime
    until: datetime

    def has(self, moment: datetime) -> bool:
        """Whether that moment falls in it."""
        return self.since <= moment < self.until


@dataclass(frozen=True, kw_only=True)
class Record:
    """All that the oracle reads."""

    rows: list[Row]
    answers: dict[str, Counter[str]]
    """By dose: how often each answer was recorded."""
    believed_unseen: dict[str, datetime]
    """By dose that the program took for not seen until a press showed otherwise, by the ledger: when that was."""
    accepted: dict[tuple[str, int], date]
    """By plan and version: the day from which an accepted version counts."""
    accepted_at: dict[tuple[str, int], datetime]
    """By plan and version: when it was accepted, by the program's word."""
    audited: Counter[tuple[str, str]]
    """How often each action was noted, by action and what it was about."""
    held: dict[str, list[Stretch]]
    """By plan. When it took effect is the program's word; that it was asked for is not."""
    quiet: dict[str, list[Stretch]]
    """By link, likewise."""
    moves: dict[str, list[Moved]]
    """By account, in order."""
    under_way: dict[str, list[Stretch]]
    """By dose: from when to when a reminder of it was claimed and not settled, by the ledger."""


def read(file: Path) -> Record:
    """Read it all. AssertionError if the file is broken."""
    with sqlite3.connect(file) as tx:
        assert tx.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        doses = tx.execute("SELECT id, plan, version, local_date, slot, due_at, amount, step, state FROM dose")
        rows = [
            Row(id=a, plan=b, version=c, day=d, slot=e, due=_moment(f), amount=g, step=h, state=i)
            for a, b, c, d, e, f, g, h, i in doses
        ]
        answers: dict[str, Counter[str]] = defaultdict(Counter)
        for dose, state, count in tx.execute("SELECT dose, state, count(*) FROM answer GROUP BY dose, state"):
            answers[dose][state] = count
        versions = tx.execute(
            "SELECT plan, version, body, accepted_at FROM plan_version WHERE accepted_at IS NOT NULL"
        ).fetchall()
        accepted = {(plan, number): date.fromisoformat(json.loads(body)["start"]) for plan, number, body, _ in versions}
        moves: dict[str, list[Moved]] = defaultdict(list)
        for account, zone, at, how in tx.execute("SELECT account, zone, at, how FROM year_move ORDER BY rowid"):
            moves[account].append(Moved(zone=zone, at=_moment(at), from_a_day=how == "planned"))
        audit = tx.execute("SELECT at, action, about, detail FROM audit ORDER BY number").fetchall()
        steps = tx.execute(
            "SELECT dose, notice, at, what FROM ledger WHERE kind IN ('dose', 'repeat') ORDER BY rowid"
        ).fetchall()
        states = tx.execute(
            "SELECT dose, at, detail FROM ledger WHERE what IN ('raised', 'moved') ORDER BY rowid"
        ).fetchall()
    noted = Counter(
        (action, f"{about}:{detail}" if action == "accept" else about) for _, action, about, detail in audit
    )
    return Record(
        rows=rows,
        answers=answers,
        believed_unseen=_believed_unseen(states),
        accepted=accepted,
        accepted_at={(plan, number): _moment(at) for plan, number, _, at in versions},
        audited=noted,
        held=_stretches(audit, "hold", ("lift", "end")),
        quiet=_stretches(audit, "quiet", ("quiet-ends",)),
        moves=moves,
        under_way=_under_way(steps),
    )


def _under_way(steps: list[tuple[str, str, int, str]]) -> dict[str, list[Stretch]]:
    found: dict[str, list[Stretch]] = defaultdict(list)
    claimed: dict[str, tuple[str, datetime]] = {}
    for dose, notice, at, what in steps:
        if what == "claimed":
            claimed[notice] = (dose, _moment(at))
        elif notice in claimed:
            whose, since = claimed.pop(notice)
            found[whose].append(Stretch(since, _moment(at)))
    for dose, since in claimed.values():
        found[dose].append(Stretch(since, _FOR_GOOD))
    return found


def _believed_unseen(states: list[tuple[str, int, str]]) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    unseen: set[str] = set()
    for dose, at, state in states:
        if state in ("undelivered", "held", "not_asked"):
            unseen.add(dose)
        elif dose in unseen:  # said later what happened, it was still not seen
            found.setdefault(dose, _FOR_GOOD if state in ("taken", "skipped") else _moment(at))
    return found


def _stretches(audit: list[tuple[int, str, str, str]], begins: str, ends: tuple[str, ...]) -> dict[str, list[Stretch]]:
    found: dict[str, list[Stretch]] = defaultdict(list)
    since: dict[str, datetime] = {}
    for at, action, about, _ in audit:
        if action == begins:
            since.setdefault(about, _moment(at))
        elif action in ends and about in since:
            found[about].append(Stretch(since.pop(about), _moment(at)))
    for about, moment in since.items():
        found[about].append(Stretch(moment, _FOR_GOOD))
    return found


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
