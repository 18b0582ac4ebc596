"""Doses missed in a row, and the clinician's gap rule."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from care.amounts import parse_amount
from care.doses import DoseState
from care.gaps import Mark, days_in_a_row, missed_in_a_row
from care.grammar import read_line
from care.medicines import ldn
from care.plans import Days, Plan, Step, from_dict, to_dict
from care.safety import OpioidCheck, check_plan, default_review
from content.phrases import load
from content.wording.plans import describe

TODAY = date(2026, 11, 24)
LETTERS = {
    "T": DoseState.TAKEN,
    "S": DoseState.SKIPPED,
    "-": DoseState.UNANSWERED,
    "U": DoseState.UNDELIVERED,
    "Q": DoseState.NOT_ASKED,
    "H": DoseState.HELD,
    "C": DoseState.CANCELLED,
    "o": DoseState.SENT,
    "d": DoseState.DUE,
    "l": DoseState.LATER,
}
PLAN = Plan(
    medicine="m-ldn",
    times=(time(21),),
    days=Days(),
    steps=(Step(amount=parse_amount("4.5 mg"), days=None),),
    start=TODAY,
    end=None,
    review=default_review(TODAY),
)


def marks(days: str) -> list[Mark]:
    """Days apart by spaces, oldest first, a letter a dose; as the rule takes them, newest first."""
    found = [
        Mark(dose=f"{n}{slot}", local_date=TODAY + timedelta(days=n), state=LETTERS[letter])
        for n, day in enumerate(days.split())
        for slot, letter in enumerate(day)
    ]
    return found[::-1]


@pytest.mark.parametrize(
    ("days", "row"),
    [
        ("", 0),
        ("T", 0),
        ("- S -", 3),
        ("T - S", 2),
        ("- - T", 0),
        ("- U - Q S", 3),  # what never reached the patient neither counts nor ends a row
        ("- H - -", 2),
        ("- C - -", 2),
        ("- - - o", 3),
        ("-- S", 3),
    ],
)
def test_a_row_counts_what_was_skipped_or_not_answered(days: str, row: int) -> None:
    assert len(missed_in_a_row(marks(days))) == row


def test_a_row_ends_with_the_dose_that_it_began_with() -> None:
    assert missed_in_a_row(marks("T - - -"))[-1].dose == "10"


@pytest.mark.parametrize(
    ("days", "count"),
    [
        ("", 0),
        ("- - -", 3),
        ("S - S", 3),
        ("-- --", 2),
        ("-T --", 1),  # one dose of the day was taken
        ("T- --", 1),
        ("- U -", 2),
        ("- Q -", 2),
        ("-U --", 2),
        ("- - o", 2),
        ("-- -d", 1),  # a day that has not ended
        ("- H -", 1),
        ("- T -", 1),
    ],
)
def test_a_gap_counts_days_on_which_nothing_was_taken(days: str, count: int) -> None:
    assert days_in_a_row(marks(days)) == count


def test_dates_that_were_lived_twice_are_counted_once() -> None:
    east, west = marks("-- -"), marks("- --")  # from Auckland to Honolulu on the morning of the second day
    assert days_in_a_row([*west, *east]) == 2


def test_the_clause_is_read_kept_and_read_back() -> None:
    line = read_line("P-07 LDN 4.5 mg at 21:00 hold after 3 days review 2027-01-01", [ldn("LDN")], TODAY)
    assert line.hold_after == 3
    assert read_line("LDN 4.5 mg at 21:00", [ldn("LDN")], TODAY).hold_after is None
    guarded = replace(PLAN, hold_after=3)
    assert from_dict(to_dict(guarded)) == guarded
    assert "On hold after 3 days in a row" in describe(load(), guarded)
    assert "hold" not in describe(load(), PLAN)


def test_a_plan_stored_before_there_was_a_gap_rule_has_none() -> None:
    stored = to_dict(PLAN)
    del stored["hold_after"]
    assert from_dict(stored) == PLAN


def test_a_change_that_drops_the_gap_rule_is_pointed_out() -> None:
    found = check_plan(
        PLAN,
        ldn("m-ldn"),
        previous=replace(PLAN, hold_after=3),
        highest_again=parse_amount("4.5 mg"),
        opioid_check=OpioidCheck(on=TODAY, initials="BR"),
        today=TODAY,
    )
    assert [(finding.key, finding.blocks) for finding in found] == [("gap_rule_gone", False)]
