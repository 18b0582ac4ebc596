"""What may become of a dose (design 3)."""

from datetime import UTC, datetime, timedelta

import pytest

from care.doses import LATER_MOST, MOVES, DoseState, later_choices, may

NOW = datetime(2026, 11, 24, 20, tzinfo=UTC)
S = DoseState


def test_every_state_has_its_row_in_the_table() -> None:
    assert set(MOVES) == set(DoseState)


def test_nothing_comes_back_to_due() -> None:
    assert not any(S.DUE in after for after in MOVES.values())


@pytest.mark.parametrize("before", [state for state in DoseState if state is not S.TAKEN])
def test_taken_can_be_recorded_whatever_became_of_the_dose(before: DoseState) -> None:
    assert may(before, S.TAKEN)


def test_a_second_taken_changes_nothing() -> None:
    assert not may(S.TAKEN, S.TAKEN)


@pytest.mark.parametrize("after", list(DoseState))
def test_only_undo_and_a_correction_take_taken_back(after: DoseState) -> None:
    assert not may(S.TAKEN, after)
    assert may(S.TAKEN, after, undo=True) == (after not in (S.TAKEN, S.DUE))
    assert may(S.TAKEN, after, correction=True) == (after is S.SKIPPED)


@pytest.mark.parametrize("before", [state for state in DoseState if state not in (S.TAKEN, S.SKIPPED)])
def test_there_is_nothing_to_undo_without_an_answer(before: DoseState) -> None:
    assert not any(may(before, after, undo=True) for after in DoseState)


@pytest.mark.parametrize("before", [S.UNANSWERED, S.HELD, S.CANCELLED, S.UNDELIVERED, S.NOT_ASKED])
def test_a_closed_dose_is_never_reminded_of_again(before: DoseState) -> None:
    assert may(before, S.SENT) == (before is S.UNDELIVERED)  # where a press proves that it arrived
    assert not may(before, S.LATER)


@pytest.mark.parametrize("before", [S.DUE, S.SENT, S.LATER])
def test_a_hold_reaches_every_open_dose(before: DoseState) -> None:
    assert may(before, S.HELD)


def test_a_dose_that_was_never_sent_is_not_called_unanswered() -> None:
    assert not may(S.DUE, S.UNANSWERED)


def test_later_offers_what_stays_inside_the_window() -> None:
    assert later_choices(NOW, NOW + timedelta(hours=4), 0) == (15, 30, 60)
    assert later_choices(NOW, NOW + timedelta(minutes=31), 0) == (15, 30)
    assert later_choices(NOW, NOW + timedelta(minutes=15), 0) == ()
    assert later_choices(NOW, NOW - timedelta(minutes=1), 0) == ()


def test_later_is_offered_twice_at_most() -> None:
    assert later_choices(NOW, NOW + timedelta(hours=4), LATER_MOST - 1) == (15, 30, 60)
    assert later_choices(NOW, NOW + timedelta(hours=4), LATER_MOST) == ()
