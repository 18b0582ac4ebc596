"""The line to Telegram: down, asked again ever more slowly, and one at a time until something is answered."""

from datetime import UTC, datetime, timedelta

from scheduler.line import DOUBTS, Line

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def test_each_failure_closes_it_for_longer_and_never_for_more_than_a_minute() -> None:
    line, now, waits = Line(), NOW, []
    for _ in range(9):
        line.fails(now)
        waits.append(line.closed(now))
        now += timedelta(seconds=waits[-1])
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60, 60]


def test_those_that_were_on_their_way_together_are_one_failure() -> None:
    line = Line()
    for _ in range(8):
        line.fails(NOW)
    assert line.closed(NOW) == 2


def test_single_doubts_close_nothing_and_several_in_a_row_do() -> None:
    line = Line()
    for _ in range(DOUBTS - 1):
        line.doubts(NOW)
        line.works()
    assert not line.down
    for _ in range(DOUBTS):
        line.doubts(NOW)
    assert line.down and line.closed(NOW)


def test_a_clock_set_back_opens_it_instead_of_closing_it_for_an_hour() -> None:
    line = Line()
    line.fails(NOW)
    assert line.closed(NOW - timedelta(hours=1)) == 0


def test_a_hold_is_kept_to_the_second_and_a_shorter_one_does_not_end_it() -> None:
    line = Line()
    line.held(NOW, timedelta(seconds=30))
    line.held(NOW + timedelta(seconds=1), timedelta(seconds=2))
    assert line.closed(NOW + timedelta(seconds=29)) == 1
    assert line.closed(NOW + timedelta(seconds=30)) == 0
