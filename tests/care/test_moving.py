"""Another clock: no dose lost, none doubled, wherever the date line lies (design 3)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest

from care.amounts import parse_amount
from care.moving import Had, Left, coming, had, look, minimum_gap, placed
from care.plans import WINDOW, Days, Due, Plan, Step, doses_between
from care.succession import Version

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
START = date(2026, 11, 20)
NIGHTLY = Plan(
    medicine="m-ldn",
    times=(time(21),),
    days=Days(),
    steps=(Step(amount=parse_amount("4.5 mg"), days=None),),
    start=START,
    end=None,
    review=date(2027, 2, 1),
)
TWICE = replace(NIGHTLY, times=(time(8), time(21)))


def zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def raised_of(plan: Plan, due: Due) -> Had:
    return had([Version(number=1, plan=plan)], 1, due.local_date, due.slot, due.at)


def lived(plan: Plan, since: datetime, moves: Sequence[tuple[datetime, str]], until: datetime) -> list[tuple[Due, str]]:
    """All doses that are raised by somebody who lives by the first clock, then by the next …, as the tick does it.

    Each move looks a window back; a slot of a date is raised once, as the UNIQUE key has it.
    """
    raised: list[tuple[Due, str]] = []
    keys: set[tuple[date, int]] = set()
    ends = [moment for moment, _ in moves[1:]] + [until]
    for n, ((begins, name), ends_at) in enumerate(zip(moves, ends, strict=True)):
        elsewhere = [raised_of(plan, due) for due, where in raised if where != name]
        look_from = begins - WINDOW if n else since
        for _, due, place in coming([Version(number=1, plan=plan)], zone(name), elsewhere, look_from, ends_at):
            if isinstance(place, Left) or (due.local_date, place) in keys:
                continue
            keys.add((due.local_date, place))
            raised.append((replace(due, slot=place), name))
    return raised


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def gaps(raised: Sequence[tuple[Due, str]]) -> list[float]:
    at = sorted(due.at for due, _ in raised)
    return [(after - before) / HOUR for before, after in pairwise(at)]


def test_the_minimum_gap_is_half_the_least_interval() -> None:
    assert minimum_gap(NIGHTLY) == 12 * HOUR
    assert minimum_gap(TWICE) == 5.5 * HOUR
    assert minimum_gap(replace(NIGHTLY, days=Days(every=2))) == 24 * HOUR
    assert minimum_gap(replace(NIGHTLY, days=Days(weekdays=frozenset({0, 3})))) == 36 * HOUR
    assert minimum_gap(replace(NIGHTLY, days=Days(weekdays=frozenset({0, 6})))) == 12 * HOUR
    assert minimum_gap(replace(NIGHTLY, days=Days(weekdays=frozenset({2})))) == 84 * HOUR
    assert Days(weekdays=frozenset({2})).cycle == 7 * DAY


def test_a_day_that_is_lived_twice_has_its_dose_twice() -> None:
    """Auckland to Honolulu: 25 November again, 23 hours later. The date alone would lose it, 47 hours long."""
    moves = [(utc(22, 0), "Pacific/Auckland"), (utc(25, 20), "Pacific/Honolulu")]
    found = lived(NIGHTLY, utc(22, 0), moves, utc(29, 0))
    assert [(due.local_date.day, due.slot, where) for due, where in found][2:6] == [
        (24, 0, "Pacific/Auckland"),
        (25, 0, "Pacific/Auckland"),
        (25, 1, "Pacific/Honolulu"),
        (26, 0, "Pacific/Honolulu"),
    ]
    assert set(gaps(found)) == {23.0, 24.0}


def test_a_day_that_is_skipped_costs_no_dose_and_doubles_none() -> None:
    """Honolulu to Auckland an hour after a dose: Auckland's 21:00 of that evening is the same evening's."""
    moves = [(utc(22, 0), "Pacific/Honolulu"), (utc(25, 9), "Pacific/Auckland")]
    found = lived(NIGHTLY, utc(22, 0), moves, utc(29, 0))
    assert 25.0 in gaps(found) and min(gaps(found)) >= 24.0 and max(gaps(found)) == 25.0


def test_there_and_back_over_the_date_line() -> None:
    moves = [
        (utc(21, 0), "Pacific/Auckland"),
        (utc(24, 20), "Pacific/Honolulu"),
        (utc(27, 20), "Pacific/Auckland"),
    ]
    found = lived(NIGHTLY, utc(21, 0), moves, utc(30, 0))
    assert min(gaps(found)) >= 12.0 and max(gaps(found)) <= 36.0


def test_apia_and_pago_pago_a_day_apart_with_the_same_clock() -> None:
    """The same wall clock, one calendar day apart: every evening has its dose, whichever date it is."""
    moves = [(utc(22, 0), "Pacific/Apia"), (utc(25, 0), "Pacific/Pago_Pago"), (utc(27, 0), "Pacific/Apia")]
    assert set(gaps(lived(NIGHTLY, utc(22, 0), moves, utc(30, 0)))) == {24.0}


def test_the_day_that_samoa_skipped_is_no_dose_lost() -> None:
    plan = replace(NIGHTLY, start=date(2011, 12, 27))
    found = doses_between(
        plan, zone("Pacific/Apia"), datetime(2011, 12, 27, tzinfo=UTC), datetime(2012, 1, 3, tzinfo=UTC)
    )
    assert {(after.at - before.at) / HOUR for before, after in pairwise(found)} == {24.0}


def test_a_few_hours_west_the_same_evening_is_one_dose() -> None:
    moves = [(utc(22, 0), "Europe/Berlin"), (utc(25, 21), "America/New_York")]
    found = lived(NIGHTLY, utc(22, 0), moves, utc(29, 0))
    assert max(gaps(found)) == 30.0 and min(gaps(found)) == 24.0


def test_to_a_neighbouring_zone_with_the_same_clock_nothing_changes() -> None:
    moves = [(utc(22, 0), "Europe/Berlin"), (utc(25, 20, 30), "Europe/Vienna")]
    assert set(gaps(lived(NIGHTLY, utc(22, 0), moves, utc(29, 0)))) == {24.0}


def test_changing_to_a_wrong_clock_and_back_doubles_nothing() -> None:
    moves = [(utc(22, 0), "Europe/Berlin"), (utc(25, 20, 5), "Pacific/Honolulu"), (utc(25, 20, 9), "Europe/Berlin")]
    assert set(gaps(lived(NIGHTLY, utc(22, 0), moves, utc(29, 0)))) == {24.0}


def test_a_move_that_would_bring_two_doses_close_is_seen_before_it_happens() -> None:
    """Honolulu's 21:00 was at 07:00 UTC; Auckland's is at 08:00. At half past seven that is still to come."""
    honolulu, auckland = zone("Pacific/Honolulu"), zone("Pacific/Auckland")
    before = [raised_of(NIGHTLY, due) for due in doses_between(NIGHTLY, honolulu, utc(22, 0), utc(25, 7, 30))]
    versions = [Version(number=1, plan=NIGHTLY)]
    found = look(versions, honolulu, auckland, before, before[-1].at, utc(25, 7, 30), utc(25, 7, 30))
    assert found.close is not None and found.last is not None
    assert found.close.at - found.last == HOUR
    later = look(versions, honolulu, auckland, before, before[-1].at, utc(25, 8, 30), utc(25, 8, 30))
    assert later.close is None and later.next[0].at - before[-1].at == 25 * HOUR
    planned = look(versions, honolulu, auckland, before, before[-1].at, utc(25, 8, 30), utc(27, 7, 30))
    assert planned.close is not None  # the doses until then count too


def test_a_long_wait_is_seen_too() -> None:
    tokyo, new_york = zone("Asia/Tokyo"), zone("America/New_York")
    before = [raised_of(NIGHTLY, due) for due in doses_between(NIGHTLY, tokyo, utc(22, 0), utc(26, 11))]
    found = look([Version(number=1, plan=NIGHTLY)], tokyo, new_york, before, None, utc(26, 11), utc(26, 11))
    assert found.long and found.last is not None and found.next[0].at - found.last == 38 * HOUR


def test_another_version_has_other_times_at_the_same_ordinals_and_none_of_them_is_had() -> None:
    """21:00 of the 25th in Auckland, then a version at 08:00 and 20:00: the 25th again in Honolulu has both."""
    versions = [
        Version(number=1, plan=NIGHTLY),
        Version(number=2, plan=replace(TWICE, times=(time(8), time(20)), start=date(2026, 11, 25))),
    ]
    elsewhere = [had(versions, 1, date(2026, 11, 25), 0, utc(25, 8))]
    found = coming(versions, zone("Pacific/Honolulu"), elsewhere, utc(25, 10), utc(26, 9))
    assert [(due.at, place) for _, due, place in found] == [(utc(25, 18), 2), (utc(26, 6), 1)]


def test_another_version_at_the_same_time_of_the_same_date_is_that_dose() -> None:
    """21:00 in Berlin, then a version that has it second: in New York, hours later, it is not asked about again."""
    versions = [Version(number=1, plan=NIGHTLY), Version(number=2, plan=replace(TWICE, start=date(2026, 11, 25)))]
    elsewhere = [had(versions, 1, date(2026, 11, 25), 0, utc(25, 20))]
    ((_, _, place),) = coming(versions, zone("America/New_York"), elsewhere, utc(26, 1), utc(26, 3))
    assert place is Left.HAD


def test_another_versions_ordinals_are_never_used_twice() -> None:
    before = utc(20, 0) - 30 * HOUR
    elsewhere = [Had(local_date=START, slot=slot, time=time(1 + slot), at=before, gap=HOUR) for slot in (0, 1, 2)]
    due = Due(local_date=START, slot=0, at=utc(20, 8), step=0, amount=NIGHTLY.steps[0].amount, first=False)
    assert placed(TWICE, due, elsewhere) == 4
    assert placed(NIGHTLY, due, elsewhere) == 3


def test_of_two_versions_gaps_the_smaller_one_leaves_out() -> None:
    """Every third day after every day: a dose 25 hours after the last one is what a clinician set."""
    thirds = replace(NIGHTLY, days=Days(every=3))
    versions = [Version(number=1, plan=NIGHTLY), Version(number=2, plan=thirds)]
    before = had(versions, 1, date(2026, 11, 24), 0, utc(24, 20))
    due = Due(local_date=date(2026, 11, 25), slot=0, at=utc(25, 21), step=0, amount=thirds.steps[0].amount, first=True)
    assert placed(thirds, due, [before]) == 0
    assert placed(thirds, due, [replace(before, at=utc(25, 12))]) is Left.CLOSE
    assert placed(thirds, due, [had(versions, 2, date(2026, 11, 24), 0, utc(24, 20))]) is Left.CLOSE


ZONES = (
    "Pacific/Auckland",
    "Pacific/Honolulu",
    "Pacific/Apia",
    "Pacific/Pago_Pago",
    "Pacific/Kiritimati",
    "Pacific/Chatham",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Pacific/Marquesas",
    "UTC",
)
PLANS = (
    NIGHTLY,
    TWICE,
    replace(NIGHTLY, times=(time(0, 15),)),
    replace(NIGHTLY, times=(time(7), time(15), time(23))),
    replace(NIGHTLY, days=Days(every=2)),
    replace(NIGHTLY, days=Days(every=5)),
    replace(NIGHTLY, days=Days(weekdays=frozenset({0, 2, 4}))),
    replace(NIGHTLY, times=(time(9), time(20)), days=Days(weekdays=frozenset({5, 6}))),
)


def journeys(count: int) -> Iterator[tuple[Plan, list[tuple[datetime, str]]]]:
    """Journeys of three moves at any moment, each a day and more after the last; seeded."""
    random = Random(7)
    for _ in range(count):
        names = random.sample(ZONES, 4)
        moment, moves = utc(21, 0), [(utc(21, 0), names[0])]
        for name in names[1:]:
            moment += timedelta(minutes=random.randrange(24 * 60, 8 * 24 * 60))
            moves.append((moment, name))
        yield random.choice(PLANS), moves


def test_on_any_journey_doses_of_two_clocks_keep_the_minimum_gap_and_no_slot_is_used_twice() -> None:
    for plan, moves in journeys(400):
        raised = sorted(lived(plan, utc(21, 0), moves, moves[-1][0] + 6 * DAY), key=lambda pair: pair[0].at)
        for (before, here), (after, there) in pairwise(raised):
            assert here == there or after.at - before.at >= minimum_gap(plan), (plan.times, moves)
        assert len({(due.local_date, due.slot) for due, _ in raised}) == len(raised)


def test_on_any_journey_no_evening_is_lost_unless_the_clock_had_passed_it_before_it_was_told() -> None:
    """Every dose of the new clock from the move on is raised, but for those next to one of the old clock."""
    for plan, moves in journeys(400):
        raised = lived(plan, utc(21, 0), moves, moves[-1][0] + 6 * DAY)
        ends = [moment for moment, _ in moves[1:]] + [moves[-1][0] + 6 * DAY]
        for (begins, name), until in zip(moves, ends, strict=True):
            for due in doses_between(plan, zone(name), begins, until):
                near = [
                    each
                    for each, where in raised
                    if abs(each.at - due.at) < max(minimum_gap(plan), plan.days.cycle / 2)
                ]
                assert near, (plan.times, plan.days, moves, due)


def test_one_dose_a_day_is_never_more_than_a_day_and_a_half_late_by_a_move_alone() -> None:
    for plan, moves in journeys(400):
        if plan not in (NIGHTLY, PLANS[2]):
            continue
        raised = sorted(due.at for due, _ in lived(plan, utc(21, 0), moves, moves[-1][0] + 6 * DAY))
        for before, after in pairwise(raised):
            passed = any(before + 12 * HOUR <= moment - WINDOW for moment, _ in moves[1:] if before < moment <= after)
            assert after - before <= 37 * HOUR or passed  # 37: a day with an autumn fold


@pytest.mark.parametrize("plan", PLANS)
def test_without_a_move_nothing_is_ever_left_out(plan: Plan) -> None:
    until = utc(21, 0) + 60 * DAY
    found = lived(plan, utc(21, 0), [(utc(21, 0), "Europe/Berlin")], until)
    assert [due for due, _ in found] == doses_between(plan, zone("Europe/Berlin"), utc(21, 0), until)


def test_a_few_hours_west_an_evening_of_two_doses_a_day_is_no_third_one() -> None:
    """New York's 21:00 comes six hours after Berlin's: far enough apart for the gap, and still the same dose."""
    moves = [(utc(22, 0), "Europe/Berlin"), (utc(25, 21), "America/New_York")]
    found = lived(TWICE, utc(22, 0), moves, utc(27, 0))
    assert [due.slot for due, _ in found if due.local_date.day == 25] == [0, 1]
    assert max(gaps(found)) == 17.0
