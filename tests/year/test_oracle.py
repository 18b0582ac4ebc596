"""The oracle itself: what it finds in a record, and what it must not."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from tests.year.abroad import Moved
from tests.year.facts import Departed, Facts
from tests.year.oracle import as_departed
from tests.year.record import Record

MIDNIGHT = datetime(2026, 4, 10, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)


def wrong(chosen: list[tuple[datetime, str]], lived: list[tuple[datetime, str]], set_back: list[datetime]) -> list[str]:
    """What the oracle says of somebody who chose these clocks, and of whom it is recorded that they lived by those."""
    facts = Facts(accounts={7: "a"}, fetched=set(range(len(chosen))), set_back=set_back)
    facts.departed += [Departed(update=n, at=at, chat=7, zone=zone) for n, (at, zone) in enumerate(chosen)]
    moves = {"a": [Moved(zone=zone, at=at, from_a_day=True) for at, zone in lived]}
    record = Record(
        rows=[], answers={}, believed_unseen={}, accepted={}, audited=Counter(), held={}, quiet={}, moves=moves
    )
    return list(as_departed(facts, record))


def test_home_again_within_the_hour_of_a_planned_move_is_two_choices() -> None:
    early, late = MIDNIGHT - timedelta(days=2), MIDNIGHT + HALF_AN_HOUR
    chosen = [(early, "Africa/Cairo"), (late, "Pacific/Pago_Pago")]
    lived = [(MIDNIGHT, "Africa/Cairo"), (late - timedelta(microseconds=800), "Pacific/Pago_Pago")]
    assert wrong(chosen, lived, []) == []


def test_a_clock_that_was_chosen_in_an_hour_that_was_set_back_may_count_from_before_it() -> None:
    chosen = [(MIDNIGHT + HALF_AN_HOUR, "Africa/Cairo")]
    assert wrong(chosen, [(MIDNIGHT, "Africa/Cairo")], [MIDNIGHT + timedelta(hours=1)]) == []
    assert wrong(chosen, [(MIDNIGHT, "Africa/Cairo")], []) != []


def test_a_clock_that_nobody_chose_is_found() -> None:
    chosen = [(MIDNIGHT - HALF_AN_HOUR, "Africa/Cairo"), (MIDNIGHT - timedelta(minutes=1), "Asia/Tokyo")]
    assert wrong(chosen, [(MIDNIGHT, "Africa/Cairo")], []) != []
    assert wrong([], [(MIDNIGHT, "Africa/Cairo")], []) != []
