"""The plan grammar: a clinician's one line becomes a plan's parts, or an error points at the unclear word.

``P-07 LDN 1.5 mg at 21:00 for 14 days, then 3 mg for 14 days, then 4.5 mg``: a label (or none), a listed
medicine, then clauses: amounts joined by "then", "for" a time, "at" times, "on" days or "every" n days,
"from", "until", "review", "hold after" n days. All but the amounts in any order, each once. It never guesses (R3).

An as-needed medicine has no times: ``P-07 Paracetamol 500 mg as needed, at least 6 h apart, at most 4 a day``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import takewhile

from care import clauses, gaps
from care.amounts import WORDS, Amount, in_words, unit_named
from care.as_needed import AsNeeded
from care.medicines import Medicine, find
from care.plans import Days, Step
from care.tokens import Cursor, LineError, Token

__all__ = ["Line", "LineError", "is_label", "read_amounts_only", "read_heading", "read_line"]

MOST_STEPS = 24
_MOST_NAME = 4  # words in a medicine's name
_LABEL = re.compile(r"(?=.*[\d-])[A-Za-z0-9-]{1,12}", re.ASCII)
_SAME = {"daily": "every", "on": "every", "starting": "from", "till": "until", "prn": "as"}


@dataclass(frozen=True, kw_only=True)
class Line:
    """What a line said; None where it said nothing."""

    label: str | None
    medicine: Medicine
    times: tuple[time, ...]
    days: Days
    steps: tuple[Step, ...]
    start: date | None
    end: date | None
    review: date | None
    hold_after: int | None
    """Days: the gap rule."""
    as_needed: AsNeeded | None


def read_line(text: str, medicines: Sequence[Medicine], today: date) -> Line:
    """Read a whole line; ``today`` is what "tomorrow" and "Monday" count from. Raises LineError."""
    cursor = Cursor(text)
    label, medicine = _heading(cursor, medicines)
    steps = _Steps(medicine.unit)
    said: dict[str, Token] = {}
    times: tuple[time, ...] = ()
    days = Days()
    dates: dict[str, date] = {}
    hold_after: int | None = None
    needed = _Needed()
    while (token := cursor.peek()) is not None:
        if steps.read(cursor) or needed.read(cursor):
            continue
        cursor.next += 1
        if token.key not in clauses.KEYWORDS:
            raise token.error("unknown_word")
        clause = _SAME.get(token.key, token.key)
        if clause in said:
            raise token.error("said_twice")
        said[clause] = token
        match token.key:
            case "at":
                times = clauses.times(cursor)
            case "on":
                days = clauses.on_days(cursor)
            case "every":
                days = clauses.every(cursor)
            case "daily":
                pass
            case "hold":
                hold_after = gaps.clause(cursor)
            case "from" | "starting" | "until" | "till" | "review":
                if clause == "review":
                    cursor.skip("on")
                dates[clause] = clauses.day(cursor, today)
            case _:
                raise token.error("unknown_word")
    whole = steps.whole(cursor)
    as_needed = needed.whole(cursor, said, steps)
    if not times and as_needed is None:
        raise cursor.tokens[-1].error("no_time")
    start, end = dates.get("from"), dates.get("until")
    if start and end and end < start:
        raise said["until"].error("end_before_start")
    review = dates.get("review")
    return Line(
        label=label,
        medicine=medicine,
        times=times,
        days=days,
        steps=whole,
        start=start,
        end=end,
        review=review,
        hold_after=hold_after,
        as_needed=as_needed,
    )


def is_label(text: str) -> bool:
    """Whether this can be a patient's label, and nothing more."""
    return _LABEL.fullmatch(text) is not None


def read_heading(text: str, medicines: Sequence[Medicine]) -> tuple[str | None, Medicine] | None:
    """The label (or None) and the medicine of a line that says no more than these; None for any other."""
    try:
        cursor = Cursor(text)
        found = _heading(cursor, medicines)
    except LineError:
        return None
    return found if cursor.peek() is None else None


def read_amounts_only(text: str, unit: str) -> tuple[Step, ...]:
    """Read "1.5 mg for 14 days, then 3 mg": amounts, durations and nothing else. Raises LineError."""
    cursor = Cursor(text)
    steps = _Steps(unit)
    while (token := cursor.peek()) is not None:
        if not steps.read(cursor):
            raise token.error("unknown_word")
    return steps.whole(cursor)


class _Steps:
    """The steps of a line while it is read, and where their amounts stand."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        self.amounts: list[tuple[Token, Amount]] = []
        self.days: list[int | None] = []

    def read(self, cursor: Cursor) -> bool:
        """Read an amount, "then" with an amount, or a duration; False if none of these comes next."""
        token = cursor.peek()
        if token is None:
            return False
        if token.key == "for":
            self._duration(cursor, token)
        elif token.key == "then":
            self._then(cursor, token)
        elif clauses.begins_amount(token, self.unit):
            if self.amounts and self.unit == WORDS:
                return False
            if self.amounts:
                raise token.error("no_at" if clauses.looks_like_a_time(cursor) else "no_then")
            self._amount(cursor)
        else:
            return False
        return True

    def whole(self, cursor: Cursor) -> tuple[Step, ...]:
        """All steps; raises LineError if there is none."""
        if not self.amounts:
            raise cursor.tokens[-1].error("no_amount")
        return tuple(Step(amount=amount, days=days) for (_, amount), days in zip(self.amounts, self.days, strict=True))

    def _amount(self, cursor: Cursor) -> None:
        written, value = clauses.amount(cursor, self.unit)
        if len(self.amounts) == MOST_STEPS:
            raise written.error("too_many_steps")
        text = " ".join(written.text.split())
        read = in_words(text) if value is None else Amount(text=text, value=value, unit=unit_named(self.unit))
        self.amounts.append((written, read))
        self.days.append(None)

    def _then(self, cursor: Cursor, token: Token) -> None:
        cursor.next += 1
        following = cursor.peek()
        if not self.amounts or following is None:
            raise token.error("no_amount")
        if not clauses.begins_amount(following, self.unit):
            raise following.error("no_amount")
        if self.days[-1] is None:
            raise self.amounts[-1][0].error("no_duration")
        self._amount(cursor)

    def _duration(self, cursor: Cursor, token: Token) -> None:
        cursor.next += 1
        if not self.amounts:
            raise token.error("duration_first")
        if self.days[-1] is not None:
            raise token.error("said_twice")
        self.days[-1] = clauses.duration(cursor)


class _Needed:
    """What a line says of an as-needed plan: "as needed", "at least 6 h apart", "at most 4 a day"."""

    def __init__(self) -> None:
        self.said: Token | None = None
        self.apart: timedelta | None = None
        self.most: int | None = None
        self.first: Token | None = None

    def read(self, cursor: Cursor) -> bool:
        """Read one of these clauses; False if none comes next."""
        token, following = cursor.peek(), cursor.peek(1)
        if token is None:
            return False
        if token.key == "prn" or (token.key == "as" and following is not None and following.key == "needed"):
            if self.said is not None:
                raise token.error("said_twice")
            self.said = token
            cursor.next += 1 if token.key == "prn" else 2
            return True
        if token.key != "at" or following is None or following.key not in ("least", "most"):
            return False
        self.first = self.first or token
        cursor.next += 2
        if following.key == "least":
            if self.apart is not None:
                raise following.error("said_twice")
            self.apart = clauses.apart(cursor)
        else:
            if self.most is not None:
                raise following.error("said_twice")
            self.most = clauses.most(cursor)
        return True

    def whole(self, cursor: Cursor, said: Mapping[str, Token], steps: _Steps) -> AsNeeded | None:
        """The rule, or None for a plan with times. Raises LineError: not_as_needed, as_needed_alone, no_apart."""
        if self.said is None:
            if self.first is not None:
                raise self.first.error("not_as_needed")
            return None
        for clause in ("at", "every", "hold"):
            if clause in said:
                raise said[clause].error("as_needed_alone")
        if len(steps.amounts) > 1 or steps.days[0] is not None:
            raise steps.amounts[-1][0].error("as_needed_alone")
        if self.apart is None:
            raise self.said.error("no_apart")
        return AsNeeded(apart=self.apart, most=self.most)


def _heading(cursor: Cursor, medicines: Sequence[Medicine]) -> tuple[str | None, Medicine]:
    """The label, if there is one, and the medicine."""
    medicine = _named(cursor, medicines)
    if medicine is not None:
        return None, medicine
    first = cursor.tokens[0]
    amount_first = clauses.number_and_unit(cursor) is not None
    cursor.next = 1
    medicine = _named(cursor, medicines)
    labelled = _LABEL.fullmatch(first.text) is not None
    if medicine is not None:
        if not labelled:
            raise first.error("bad_label")
        return first.text, medicine
    if amount_first or first.key in clauses.KEYWORDS:
        raise first.error("no_medicine")
    if not labelled:
        raise first.error("unknown_medicine")
    second = cursor.peek()
    if second is None or _ends_name(second):
        raise (second or first).error("no_medicine")
    raise second.error("unknown_medicine")


def _named(cursor: Cursor, medicines: Sequence[Medicine]) -> Medicine | None:
    """The listed medicine whose name begins here, the longest there is."""
    left = cursor.tokens[cursor.next :]
    # The first word counts whatever it is: "5-HTP" is a name too.
    name = [*left[:1], *takewhile(lambda token: not _ends_name(token), left[1:])][:_MOST_NAME]
    for count in range(len(name), 0, -1):
        medicine = find(cursor.written(name[0], name[count - 1]).text, medicines)
        if medicine is not None:
            cursor.next += count
            return medicine
    return None


def _ends_name(token: Token) -> bool:
    """Whether a medicine's name is over: here begins a clause or an amount."""
    return token.key in clauses.KEYWORDS or token.text[0] in clauses.BEGINS_NUMBER
