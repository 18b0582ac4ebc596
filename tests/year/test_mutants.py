"""The oracle finds what it is there for: the program lives some days with one thing broken, and that is named."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from care.doses import DoseState
from content.wording import reminders
from scheduler import gathering
from store import answers, changes, doses, notices, outages, raising
from tests.year.__main__ import live
from tests.year.oracle import Verdict

Break = Callable[[pytest.MonkeyPatch], None]


def never_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ninth dose is passed over."""
    once_not(monkeypatch, doses, "raise_dose", 9)


def lost_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The third answer is not written down."""
    once_not(monkeypatch, answers, "answer", 3)


def lost_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is ever put off."""
    monkeypatch.setattr(answers, "put_off", lambda *_, **__: False)


def no_repeat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who does not answer is not asked again."""
    real = doses.sent

    def sent(tx: Any, dose: str, *, at: Any, repeat: bool) -> None:
        real(tx, dose, at=at, repeat=False)

    monkeypatch.setattr(doses, "sent", sent)


def never_queued(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each fifth dose is raised without its reminder."""
    real, calls = notices.put, [0]

    def put(tx: Any, **named: Any) -> bool:
        calls[0] += str(named.get("key")).startswith("dose:")
        return bool(named["kind"] == "dose" and calls[0] % 5 == 0) or real(tx, **named)

    monkeypatch.setattr(notices, "put", put)


def once_not(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, number: int) -> None:
    """That one call of the function, counted from 1, does nothing and says that nothing was done."""
    real, calls = getattr(module, name), [0]

    def counted(*arguments: Any, **named: Any) -> Any:
        calls[0] += 1
        return False if calls[0] == number else real(*arguments, **named)

    monkeypatch.setattr(module, name, counted)


def rings_on_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dose is raised without a look at hold and quiet."""
    monkeypatch.setattr(
        raising, "_state", lambda plan, now, *, missed: DoseState.UNDELIVERED if missed else DoseState.DUE
    )


def silent_double(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second copy does not say that it may be one."""
    real = reminders.ring

    def ring(words: Any, dose: Any, now: Any, *, how: str) -> Any:
        return real(words, dose, now, how="due" if how.startswith("again") else how)

    monkeypatch.setattr(reminders, "ring", ring)


def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Telegram has not answered for ten seconds goes once more."""
    real, since = notices.claim, dict[str, datetime]()

    def claim(tx: Any, now: datetime) -> notices.Notice | None:
        for id in [id for id, at in since.items() if now - at >= timedelta(seconds=10)]:
            tx.run("UPDATE notice SET state = 'waiting' WHERE id = :id AND state = 'claimed'", id=id)
            del since[id]
        notice = real(tx, now)
        if notice is not None:
            since[notice.id] = now
        return notice

    monkeypatch.setattr(notices, "claim", claim)


def never_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes late is worded as if it came on time."""
    monkeypatch.setattr(gathering, "LATE_AFTER", timedelta(days=1))


def unannounced(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first reminder of a step is like any other."""
    real = reminders.ring

    def ring(words: Any, dose: Any, now: Any, *, how: str) -> Any:
        return real(words, replace(dose, first=False), now, how=how)

    monkeypatch.setattr(reminders, "ring", ring)


def unforetold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody hears the day before that tomorrow's reminder changes."""
    monkeypatch.setattr(changes, "announce", lambda *_, **__: None)


def left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message whose window has closed is never edited to say so."""
    monkeypatch.setitem(gathering.KINDS, "state", lambda *_: None)


def untold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody hears of reminders that an outage swallowed."""
    monkeypatch.setattr(outages, "note", lambda *_, **__: None)


@dataclass(frozen=True, kw_only=True)
class Stay:
    """Some days of a small clinic."""

    seed: int
    days: int
    kills: int
    """Steps between two deaths, on average; 0: none, and no other trouble either."""
    patients: int = 11

    async def lived(self, folder: Path) -> Verdict:
        """What the oracle says of them."""
        folder.mkdir()
        rough = self.kills > 0
        _, verdict = await live(
            folder, seed=self.seed, days=self.days, patients=self.patients, kills=self.kills, rough=rough
        )
        return verdict


SHORT_LIVES = Stay(seed=1, days=5, kills=60)
LONGER_LIVES = Stay(seed=13, days=6, kills=150, patients=16)
A_CALL_HANGS = Stay(seed=14, days=6, kills=150)
CALM = Stay(seed=1, days=12, kills=0)
"""What is owed only where nothing is in the way is found here."""
LONG_OUTAGE = Stay(seed=22, days=6, kills=150, patients=16)
STAYS = (SHORT_LIVES, LONGER_LIVES, A_CALL_HANGS, CALM, LONG_OUTAGE)


@pytest.mark.parametrize(
    ("broken", "said", "first"),
    [
        (never_raised, "LOST, never raised", SHORT_LIVES),
        (lost_taken, "A PRESS LOST: taken was pressed", SHORT_LIVES),
        (lost_later, "A PRESS LOST: it was put off", LONGER_LIVES),
        (never_queued, "LOST, undelivered without a reason", SHORT_LIVES),
        (no_repeat, "asked about once, not answered, and never repeated", SHORT_LIVES),
        (rings_on_hold, "though it was held", SHORT_LIVES),
        (silent_double, "SILENTLY DOUBLED", SHORT_LIVES),
        (impatient, "SILENTLY DOUBLED", A_CALL_HANGS),
        (left_open, "still asks", SHORT_LIVES),
        (untold, "undelivered, and nobody was told", LONG_OUTAGE),
        (never_late, "in words of another time", LONGER_LIVES),
        (unannounced, "began unannounced", SHORT_LIVES),
        (unforetold, "nobody was told the day before", CALM),
    ],
)
async def test_it_is_found_by_name(
    broken: Break, said: str, first: Stay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch)
    for number, stay in enumerate((first, *STAYS)):  # others only if chance has brought it nothing to go wrong at
        verdict = await stay.lived(tmp_path / str(number))
        if any(said in line for line in verdict.wrong):
            return
    raise AssertionError(verdict.wrong)


@pytest.mark.parametrize("stay", STAYS)
async def test_of_the_same_days_unbroken_nothing_is_said(stay: Stay, tmp_path: Path) -> None:
    assert (await stay.lived(tmp_path / "days")).wrong == []
