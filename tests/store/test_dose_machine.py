"""A dose through any sequence of moves: the rows against a model of the rules in a dozen lines (design 3)."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from care.amounts import parse_amount
from care.doses import SKIP_REASONS, UNDO_FOR, DoseState, may
from care.plans import Due
from store import answers, clinics, doses, people, plans, quiet, waits
from store.database import Tx, open_database
from tests.conftest import riverside

S = DoseState
T = TypeVar("T")
ANA, CLEO = 1001, 1002
BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
OPEN = (S.DUE, S.SENT, S.LATER)
SAID = (S.TAKEN, S.SKIPPED)


@dataclass
class Said:
    """An answer that counts: what it made of the dose, when, and the state before it."""

    state: DoseState
    at: datetime
    before: DoseState
    reason: str | None = None


@dataclass
class Model:
    """One dose as the rules have it: its state, the answers that count, the newest last, and every change."""

    window_end: datetime
    state: DoseState = S.DUE
    said: list[Said] = field(default_factory=list)
    changes: int = 0
    laters: int = 0
    until: datetime | None = None
    """The time that it was put off to; none once quiet, a hold or an end has ended that."""

    @property
    def reason(self) -> str | None:
        """What the answer that stands was given with."""
        return self.said[-1].reason if self.state in SAID else None

    def give_reason(self, reason: str) -> bool:
        """A reason belongs to the *skip* that stands."""
        if self.state is not S.SKIPPED or self.said[-1].reason == reason:
            return False
        self.said[-1].reason = reason
        self.changes += 1
        return True

    def say(self, to: DoseState, at: datetime) -> bool:
        """Whatever happened is recorded; a second *taken* changes nothing, a *skip* takes back no *taken*."""
        refused = {S.TAKEN: (S.TAKEN,), S.SKIPPED: (*SAID, S.CANCELLED)}
        if self.state in refused[to]:
            return False
        self.said.append(Said(to, at, self.state))
        self.state, self.changes = to, self.changes + 1
        return True

    def undo(self, at: datetime, stands: DoseState | None) -> bool:
        """The newest answer of the last 12 h is as if it had never been; the one before it, if any, stands again."""
        if self.state not in SAID or at - self.said[-1].at > UNDO_FOR:
            return False
        before = self.said.pop().before
        if before not in SAID:
            before = stands or before
            stands_again = before is S.LATER and self.until is not None and at < self.until < self.window_end
            if before in OPEN and not stands_again:
                before = S.SENT if at < self.window_end else S.UNANSWERED
        self.state, self.changes = before, self.changes + 1
        return True

    def correct(self, to: DoseState, at: datetime) -> bool:
        """An answer put right, whenever."""
        if self.state not in SAID or self.state is to:
            return False
        self.said.append(Said(to, at, self.state))
        self.state, self.changes = to, self.changes + 1
        return True


class DoseMachine(RuleBasedStateMachine):
    """One plan with one dose, moved by everybody who can move it, in any order and at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp(prefix="steady-machine-"))
        self.now = START
        opened = open_database(self.folder / "steady.db", None, lambda: self.now)
        self.db = self.runner.run(opened)
        self.held: datetime | None = None
        self.ended: datetime | None = None

    def teardown(self) -> None:
        self.runner.run(self.db.close())
        self.runner.close()
        shutil.rmtree(self.folder)

    def write(self, do: Callable[[Tx], T]) -> T:
        """One transaction, as the program does it."""
        return self.runner.run(self.db.write(do))

    @initialize()
    def a_dose_is_raised(self) -> None:
        self.model = Model(START + timedelta(hours=4))
        due = Due(local_date=date(2026, 11, 24), slot=0, at=START, step=0, amount=parse_amount("1.5 mg"), first=True)

        def raise_it(tx: Tx) -> None:
            clinic = riverside(tx, START)
            medicine = clinics.medicines(tx, clinic.id)[0]
            people.add_link(tx, id="link", clinic=clinic.id, label="P-07", at=START)
            people.open_account(tx, id="cleo", chat=CLEO, language="en", at=START)
            ana = people.open_account(tx, id="ana", chat=ANA, language="en", at=START)
            people.join(tx, link="link", account=ana.id, consent_version="1", at=START)
            people.move_to(tx, ana.id, BERLIN, country="DE", at=START)
            tx.run("INSERT INTO plan (id, link, medicine, created_at) VALUES ('plan', 'link', :m, 0)", m=medicine.id)
            for id in ("dose", "again"):  # the tick may come twice
                doses.raise_dose(
                    tx,
                    id=id,
                    plan="plan",
                    version=1,
                    due=due,
                    window_end=self.model.window_end,
                    state=S.DUE,
                    zone=BERLIN,
                )

        self.write(raise_it)

    @rule(minutes=st.sampled_from([0, 1, 30, 240, 13 * 60]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule()
    def the_reminder_is_sent(self) -> None:
        self.write(lambda tx: doses.sent(tx, "dose", at=self.now, repeat=True))
        if self.model.state is S.DUE:
            self.model.state = S.SENT

    @rule()
    def the_reminder_never_arrives(self) -> None:
        self.write(lambda tx: doses.undelivered(tx, "dose"))
        if self.model.state is S.DUE or (self.model.state is S.LATER and self.model.until is None):
            self.model.state = S.UNDELIVERED

    @rule()
    def the_window_closes(self) -> None:
        for dose in self.write(lambda tx: waits.windows_closed(tx, self.now)):
            self.write(lambda tx, dose=dose: waits.close_window(tx, dose))  # type: ignore[misc]
        if self.now >= self.model.window_end and self.model.state in OPEN:
            never = self.model.state is S.DUE or (self.model.state is S.LATER and self.model.until is not None)
            self.model.state = S.UNDELIVERED if never else S.UNANSWERED
            self.model.until = None

    @rule(to=st.sampled_from(SAID))
    def ana_says(self, to: DoseState) -> None:
        done = self.write(lambda tx: answers.answer(tx, "dose", ANA, to, at=self.now))
        assert done == self.model.say(to, self.now)

    @rule(reason=st.sampled_from(SKIP_REASONS))
    def ana_says_why(self, reason: str) -> None:
        done = self.write(lambda tx: answers.give_reason(tx, "dose", ANA, reason, at=self.now))
        assert done == self.model.give_reason(reason)

    @rule(which=st.integers(0, 2))
    def ana_puts_it_off(self, which: int) -> None:
        """The button may be an old one: of a later that was asked for already."""
        until = self.now + timedelta(minutes=15)
        done = self.write(lambda tx: answers.put_off(tx, "dose", ANA, which, at=self.now, until=until))
        # how often, and until when, is care.doses.later_choices
        assert done == (self.model.state in OPEN and which == self.model.laters)
        if done:
            self.model.state, self.model.changes = S.LATER, self.model.changes + 1
            self.model.laters, self.model.until = self.model.laters + 1, until

    @rule()
    def ana_takes_it_back(self) -> None:
        closed = self.model.window_end  # what was set after that stopped nothing of it
        stands = (
            S.CANCELLED
            if self.ended is not None and self.ended < closed
            else S.HELD
            if self.held is not None and self.held < closed
            else None
        )
        done = self.write(lambda tx: answers.undo(tx, "dose", ANA, at=self.now))
        assert done == self.model.undo(self.now, stands)

    @rule(to=st.sampled_from(SAID))
    def ana_puts_it_right(self, to: DoseState) -> None:
        done = self.write(lambda tx: answers.correct(tx, "dose", ANA, to, at=self.now))
        assert done == self.model.correct(to, self.now)

    @rule(to=st.sampled_from(SAID))
    def cleo_changes_nothing(self, to: DoseState) -> None:
        def forged(tx: Tx) -> list[bool]:
            said = answers.answer(tx, "dose", CLEO, to, at=self.now)
            put_right = answers.correct(tx, "dose", CLEO, to, at=self.now)
            why = answers.give_reason(tx, "dose", CLEO, "other", at=self.now)
            off = answers.put_off(tx, "dose", CLEO, self.model.laters, at=self.now, until=self.now)
            return [said, put_right, why, off, answers.undo(tx, "dose", CLEO, at=self.now)]

        assert not any(self.write(forged))

    @rule()
    def the_plan_is_held(self) -> None:
        def hold(tx: Tx) -> None:
            if plans.hold(tx, "plan", "clinician", at=self.now):
                doses.hold(tx, "plan")

        self.write(hold)
        if self.held is None and self.ended is None:
            self.held = self.now
            self.stops(S.HELD)

    @rule()
    def the_hold_is_lifted(self) -> None:
        self.write(lambda tx: plans.lift(tx, "plan", at=self.now))
        self.held = None

    @rule()
    def the_plan_ends(self) -> None:
        def end(tx: Tx) -> None:
            if plans.end(tx, "plan", at=self.now):
                doses.cancel(tx, "plan")

        self.write(end)
        if self.ended is None:
            self.ended = self.now
            self.stops(S.CANCELLED)

    def stops(self, to: DoseState) -> None:
        """An open dose is held or called off."""
        if self.model.state in OPEN:
            self.model.state, self.model.until = to, None

    @rule()
    def ana_chooses_quiet(self) -> None:
        self.write(lambda tx: quiet.begin(tx, "ana", at=self.now, new_id=lambda: token_hex(8)))
        self.model.until = None
        if self.model.state is S.DUE:
            self.model.state = S.NOT_ASKED

    @invariant()
    def the_rows_say_what_the_rules_say(self) -> None:
        def read(tx: Tx) -> tuple[Any, int, int]:
            return doses.get(tx, "dose"), tx.value("SELECT count(*) FROM answer"), tx.value("SELECT count(*) FROM dose")

        dose, kept, raised = self.runner.run(self.db.read(read))
        assert (dose.state, kept, raised) == (self.model.state, self.model.changes, 1)
        before, self.seen = getattr(self, "seen", S.DUE), dose.state
        legal = (
            may(before, dose.state) or may(before, dose.state, undo=True) or may(before, dose.state, correction=True)
        )
        assert before is dose.state or legal  # the one table of care.doses
        if dose.state in SAID:
            assert (dose.answered, dose.reason) == (self.model.said[-1].at, self.model.reason)


TestDoseMachine = DoseMachine.TestCase
TestDoseMachine.settings = settings(
    derandomize=True, max_examples=40, stateful_step_count=30, deadline=None, database=None
)
