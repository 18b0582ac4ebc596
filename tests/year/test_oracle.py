"""The oracle itself: what it finds in a record, and what it must not."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from tests.year.abroad import Lived, Moved
from tests.year.changes import as_spaced
from tests.year.facts import Departed, Facts, Ordered, Pressed
from tests.year.hindered import clearly_put_off, excused
from tests.year.oracle import as_departed
from tests.year.record import Record, Stretch
from tests.year.weather import Spell

MIDNIGHT = datetime(2026, 4, 10, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)


def wrong(chosen: list[tuple[datetime, str]], lived: list[tuple[datetime, str]], set_back: list[datetime]) -> list[str]:
    """What the oracle says of somebody who chose these clocks, and of whom it is recorded that they lived by those."""
    facts = Facts(accounts={7: "a"}, fetched=set(range(len(chosen))), set_back=set_back)
    facts.departed += [Departed(update=n, at=at, chat=7, zone=zone) for n, (at, zone) in enumerate(chosen)]
    return list(as_departed(facts, moved([Moved(zone=zone, at=at, from_a_day=True) for at, zone in lived])))


def moved(moves: list[Moved]) -> Record:
    """A record of one person, of whom nothing else is known."""
    return Record(
        rows=[],
        answers={},
        believed_unseen={},
        accepted={},
        accepted_at={},
        audited=Counter(),
        held={},
        quiet={},
        moves={"a": moves},
        under_way={},
    )


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


ORDER = Ordered(
    plan="p",
    version=1,
    chat=7,
    start=date(2026, 4, 1),
    end=None,
    times=(time(0), time(2, 30)),
    every=1,
    weekdays=frozenset(),
    steps=(("1 mg", None),),
)
WINDOW = timedelta(minutes=75)
DOSE = Lived(
    order=ORDER,
    day=date(2026, 4, 10),
    slot=0,
    at=MIDNIGHT,
    until=MIDNIGHT + WINDOW,
    zone="UTC",
    asked_from=MIDNIGHT,
    narrowed=None,
)


def test_a_version_accepted_late_that_asks_too_soon_after_the_one_before_is_found() -> None:
    weekly, day = replace(ORDER, every=7), timedelta(days=1)
    last = replace(DOSE, order=weekly)
    as_ordered = replace(weekly, version=2, start=DOSE.day + day)
    late = replace(as_ordered, start=DOSE.day - day)

    def found(ordered: Ordered, lives: Ordered, days: int, *moves: Moved) -> list[str]:
        facts = Facts(accounts={7: "a"}, ordered=[weekly, ordered])
        first = replace(DOSE, order=lives, day=DOSE.day + days * day, at=DOSE.at + days * day)
        return list(as_spaced([last, first], facts, moved(list(moves))))

    assert len(found(late, as_ordered, 1)) == 1
    assert found(late, as_ordered, 7) == []
    assert found(late, replace(as_ordered, every=1), 1) == [], "daily from now on"
    assert found(late, replace(as_ordered, weekdays=frozenset({5})), 1) == [], "days that were ordered"
    assert found(as_ordered, as_ordered, 1) == [], "the clinician's own day"
    assert found(late, as_ordered, 1, Moved(zone="UTC", at=DOSE.at + day / 2, from_a_day=False)) == []


def test_what_was_put_off_into_an_outage_could_not_be_reminded_of_again() -> None:
    down = [Spell(since=MIDNIGHT + timedelta(minutes=13), until=MIDNIGHT + timedelta(hours=5))]
    later = Pressed(update=1, at=MIDNIGHT, chat=7, dose="d", wanted="later", rings=MIDNIGHT + timedelta(minutes=15))
    assert excused(DOSE, down, Facts(), [], [], [later], [])
    assert not excused(DOSE, down, Facts(), [], [], [], []), "asked about once, and thirteen minutes to do it in"
    assert not excused(DOSE, [], Facts(), [], [], [later], []), "put off, and nothing was in the way"


def test_only_a_death_while_a_reminder_was_under_way_leaves_it_in_doubt() -> None:
    died = [MIDNIGHT, MIDNIGHT + timedelta(seconds=20)]
    assert excused(DOSE, [], Facts(died=died), [], [], [], died)
    assert not excused(DOSE, [], Facts(died=died), [], [], [], died[:1])
    assert not excused(DOSE, [], Facts(died=died), [], [], [], [])


def test_what_was_put_off_with_nothing_in_the_way_has_to_be_recorded() -> None:
    at, rings = MIDNIGHT + timedelta(minutes=2), MIDNIGHT + timedelta(minutes=17)
    later = Pressed(update=1, at=at, chat=7, dose="d", wanted="later", rings=rings)
    over = [Spell(since=MIDNIGHT - timedelta(hours=9), until=MIDNIGHT)]
    assert clearly_put_off(DOSE, [later], over, [])
    assert clearly_put_off(DOSE, [later], [Spell(since=at, until=rings)], []), "late, and still with room"
    assert not clearly_put_off(DOSE, [later], [Spell(since=at, until=MIDNIGHT + timedelta(hours=1))], [])
    assert not clearly_put_off(DOSE, [later], over, [Stretch(at, rings)])
    assert not clearly_put_off(DOSE, [], over, [])
