"""Says of every dose that should have been what became of it, and whether that was right.

Written from the rules (design 3 and 4), with no code of the program's: it reads the file with plain SQL, and what
the chats showed. It believes what happened outside (``Facts``) and nothing that the program says of itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from tests.year.abroad import Lived
from tests.year.afterwards import Chats, as_left, told_of
from tests.year.changes import as_begun, as_foretold, as_spaced
from tests.year.expected import expected
from tests.year.facts import Facts, Pressed
from tests.year.hindered import clearly_put_off, excused, owed_a_repeat, together
from tests.year.record import Record, Row, read
from tests.year.telegram import Attempt, Shown

MOMENT = timedelta(minutes=2)
"""What was on its way already may still arrive."""
LATE = timedelta(minutes=2)
"""What comes later than that after its time has to say so."""
UNDER_WAY = timedelta(minutes=1)
"""From the words to the chat: its turn among others."""
_FINAL = frozenset({"taken", "skipped", "unanswered", "undelivered", "held", "not_asked"})
_RINGS = (
    ("again", "may have seen"),
    ("later", "You asked for it later"),
    ("repeat", "Nothing is marked yet"),
    ("late", "This comes late"),
)


@dataclass
class Verdict:
    """What the oracle found."""

    doses: int = 0
    states: Counter[str] = field(default_factory=Counter)
    rings: Counter[str] = field(default_factory=Counter)
    presses: int = 0
    moves: int = 0
    wrong: list[str] = field(default_factory=list)

    def says(self, what: str, dose: Lived) -> None:
        """Something is wrong with a dose."""
        self.wrong.append(
            f"{what}: plan {dose.order.plan} {dose.day} slot {dose.slot}, due {dose.at:%Y-%m-%d %H:%M:%S}"
        )


def judge(facts: Facts, file: Path) -> Verdict:
    """Every dose that should have been, and every row that should not be."""
    record = read(file)
    verdict = Verdict()
    by_key = {(row.plan, row.day, row.slot): row for row in record.rows}
    rings = _rings(facts)
    presses, troubles = _presses(facts), _troubles(facts)
    down, chats = together([*facts.down]), Chats(facts)
    doses = expected(facts, record.accepted, record.moves)
    for dose in doses:
        verdict.doses += 1
        row = by_key.pop((dose.order.plan, dose.day.isoformat(), dose.slot), None)
        if row is None:
            verdict.says("LOST, never raised", dose)
            continue
        verdict.states[row.state] += 1
        stopped = [*record.held[dose.order.plan], *record.quiet[facts.links[dose.order.chat]]]
        _as_ordered(verdict, dose, row)
        laters = sum(pressed.wanted == "later" for pressed in presses[row.id])
        _as_rung(verdict, dose, row, rings[row.id], troubles[row.id], facts, laters)
        _as_stopped(verdict, dose, row, rings[row.id], record, facts, presses[row.id])
        died = [each for each in facts.died if any(s.since <= each <= s.until for s in record.under_way[row.id])]
        if row.state == "undelivered" and not excused(
            dose, down, facts, troubles[row.id], stopped, presses[row.id], died
        ):
            verdict.says("LOST, undelivered without a reason", dose)
        if row.state == "undelivered" and not told_of(chats, dose, facts):
            verdict.says("undelivered, and nobody was told", dose)
        _as_said(verdict, dose, row, presses[row.id], record.answers[row.id])
        if not record.answers[row.id] and clearly_put_off(dose, presses[row.id], down, stopped):
            verdict.says("A PRESS LOST: it was put off, and nothing is recorded", dose)
        for what in as_left(chats, dose, row, facts):
            verdict.says(what, dose)
        asked = [shown.at for _, shown in rings[row.id]]
        if len(asked) == 1 and owed_a_repeat(dose, asked[0], down, facts, troubles[row.id], stopped, presses[row.id]):
            verdict.says("asked about once, not answered, and never repeated", dose)
    verdict.presses = sum(len(each) for each in presses.values())
    verdict.wrong += [f"a dose that nobody ordered: {row}" for row in by_key.values() if row.due <= _end(facts)]
    verdict.wrong += [
        *as_begun(record, rings),
        *as_foretold(doses, facts, record, down),
        *as_spaced(doses, facts, record),
        *_as_asked(facts, record),
        *as_departed(facts, record),
    ]
    verdict.moves = sum(len(each) for each in record.moves.values())
    return verdict


def _end(facts: Facts) -> datetime:
    assert facts.until is not None
    return facts.until


def _rings(facts: Facts) -> dict[str, list[tuple[str, Shown]]]:
    """By dose: the new messages that asked about it, and how."""
    found: dict[str, list[tuple[str, Shown]]] = defaultdict(list)
    for shown in facts.shown:
        if shown.edit or "reminder" not in shown.text:
            continue
        for dose in {data.split(":")[2] for data in shown.buttons if data.startswith("1:dose:")}:
            how = next((name for name, words in _RINGS if words in shown.text), "due")
            found[dose].append((how, shown))
    return found


def _presses(facts: Facts) -> dict[str, list[Pressed]]:
    """By dose: what was pressed about it and reached the program."""
    found: dict[str, list[Pressed]] = defaultdict(list)
    for pressed in facts.pressed:
        if pressed.update in facts.fetched:
            found[pressed.dose].append(pressed)
    return found


def _troubles(facts: Facts) -> dict[str, list[Attempt]]:
    found: dict[str, list[Attempt]] = defaultdict(list)
    for attempt in facts.attempts:
        for dose in {data.split(":")[2] for data in attempt.buttons if data.startswith("1:dose:")}:
            found[dose].append(attempt)
    return found


def _as_ordered(verdict: Verdict, dose: Lived, row: Row) -> None:
    if row.due != dose.at:
        verdict.says(f"due at {row.due}", dose)
    if (row.amount, row.step, row.version) != (dose.amount, dose.step, dose.order.version):
        verdict.says(f"{row.amount} of step {row.step} instead of {dose.amount} of step {dose.step}", dose)
    if row.state not in _FINAL:
        verdict.says(f"still {row.state}", dose)


def _as_rung(
    verdict: Verdict,
    dose: Lived,
    row: Row,
    rings: list[tuple[str, Shown]],
    troubles: list[Attempt],
    facts: Facts,
    laters: int,
) -> None:
    """Inside its window, as often as the rules say, and a second time only in doubt and worded so."""
    how_often = Counter(how for how, _ in rings)
    verdict.rings.update(how_often)
    for how, shown in rings:
        early = (
            dose.at - timedelta(hours=1) if any(dose.at <= each <= dose.until for each in facts.set_back) else dose.at
        )
        if not early <= shown.at < dose.closes(shown.at, MOMENT):
            verdict.says(f"rang ({how}) at {shown.at}, outside its window", dose)
        after = shown.at - dose.at
        if early == dose.at and (after > LATE + UNDER_WAY if how == "due" else how == "late" and after < LATE):
            verdict.says(f"rang ({how}) at {shown.at}, in words of another time", dose)
    doubts = sum(1 for attempt in troubles if attempt.trouble in ("hung", "lost"))
    doubts += sum(1 for moment in facts.died if dose.at <= moment <= dose.until)
    if how_often["due"] + how_often["late"] > 1:
        verdict.says("SILENTLY DOUBLED", dose)
    if how_often["again"] > min(doubts, 1 + laters):  # once for the first ring, and for each that was asked for
        verdict.says(f"again {how_often['again']} times after {doubts} doubts", dose)
    if how_often["repeat"] > 1 + doubts or how_often["later"] > 2 + doubts:
        verdict.says(f"rang too often: {dict(how_often)}", dose)
    if not rings and row.state == "unanswered":
        verdict.says("LOST: unanswered, and nobody was asked", dose)


def _as_stopped(
    verdict: Verdict,
    dose: Lived,
    row: Row,
    rings: list[tuple[str, Shown]],
    record: Record,
    facts: Facts,
    presses: list[Pressed],
) -> None:
    """On hold or in quiet nothing rings, but what was put off in that quiet; and it is written down as that."""
    laters = [pressed.at for pressed in presses if pressed.wanted == "later"]
    for state, stretches in (
        ("held", record.held[dose.order.plan]),
        ("not_asked", record.quiet[facts.links[dose.order.chat]]),
    ):
        touching = [each for each in stretches if each.since <= dose.until and dose.at <= each.until + MOMENT]
        whole = any(each.since + MOMENT < dose.at and dose.until < each.until - MOMENT for each in stretches)
        if whole and row.state not in (state, "taken", "skipped", "held"):
            verdict.says(f"{row.state}, though it was {state}", dose)
        if not touching and row.state == state:
            verdict.says(f"{state}, and nobody asked for that", dose)
        if facts.set_back and any(abs(each - dose.at) < timedelta(hours=6) for each in facts.set_back):
            continue  # a clock that was set back shows these moments in another order
        for how, shown in rings:
            stopped = [each for each in stretches if each.since + MOMENT < shown.at < each.until]
            if state == "not_asked" and how in ("later", "again"):  # put off in quiet, it was asked for (decision 61)
                stopped = [each for each in stopped if not any(each.has(at) for at in laters)]
            if stopped:
                verdict.says(f"rang ({how}) at {shown.at} though it was {state}", dose)


def _as_said(verdict: Verdict, dose: Lived, row: Row, presses: list[Pressed], answers: Counter[str]) -> None:
    """What was pressed is recorded, once."""
    said = {pressed.wanted for pressed in presses}
    want = "taken" if "taken" in said else "skipped" if "skip" in said else None
    if want is not None and row.state != want:
        verdict.says(f"A PRESS LOST: {want} was pressed, {row.state} is recorded", dose)
    if want is None and row.state in ("taken", "skipped"):
        verdict.says(f"{row.state}, and nobody pressed", dose)
    if answers["taken"] > 1 or answers["skipped"] > 1:
        verdict.says(f"recorded twice: {dict(answers)}", dose)


def _as_asked(facts: Facts, record: Record) -> Iterator[str]:
    """A hold, quiet or an acceptance is noted for each press that could have one, and for nothing else."""
    pressed = Counter((each.what, each.about) for each in facts.asked if each.update in facts.fetched)
    for (action, about), count in record.audited.items():
        if action in ("hold", "lift", "quiet", "quiet-ends", "accept") and count > pressed[action, about]:
            yield f"{action} of {about} was noted {count} times and pressed {pressed[action, about]} times"
    for action, about in pressed:
        if action in ("hold", "quiet") and not record.audited[action, about]:
            yield f"{action} of {about} was pressed and never done"


def as_departed(facts: Facts, record: Record) -> Iterator[str]:
    """Nobody lives by another clock than the last one they chose, and not more often than they chose."""
    for chat, account in facts.accounts.items():
        chosen = [each for each in facts.departed if each.chat == chat and each.update in facts.fetched]
        if len(record.moves[account]) > len(chosen):
            yield f"{chat} moved {len(record.moves[account])} times and chose so {len(chosen)} times"
        for move in record.moves[account]:
            # What was chosen at that very moment was chosen before; and a clock set back shows an hour again.
            back = any(abs(each - move.at) < timedelta(hours=2) for each in facts.set_back)
            spare = (timedelta(seconds=1), timedelta(hours=1)) if back else (timedelta(seconds=1),)
            known = [[each.zone for each in chosen if each.at <= move.at + some][-1:] for some in spare]
            if [move.zone] not in known:
                yield f"{chat} lives by {move.zone} since {move.at}, and chose {known[0]}"
