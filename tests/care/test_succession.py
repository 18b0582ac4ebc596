"""Versions in turn: no day without its dose, none with two; and which dose is the first of what is new."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from care.amounts import parse_amount
from care.plans import Days, Plan, Step
from care.succession import Version, due_between, in_turn, is_over, next_change, next_due, speaking, window_end

BERLIN = ZoneInfo("Europe/Berlin")
START = date(2026, 11, 24)  # a Tuesday
DAY = timedelta(days=1)


def step(written: str, days: int | None = None) -> Step:
    return Step(amount=parse_amount(written), days=days)


NIGHTLY = Plan(
    medicine="m-ldn",
    times=(time(21),),
    days=Days(),
    steps=(step("1.5 mg", 14), step("3 mg", 14), step("4.5 mg")),
    start=START,
    end=None,
    review=date(2027, 2, 1),
)


def versions(*plans: Plan) -> tuple[Version, ...]:
    return tuple(Version(number=n, plan=plan) for n, plan in enumerate(plans, 1))


def amounts(found: tuple[Version, ...], days: int) -> list[str]:
    since = datetime(2026, 11, 24, tzinfo=UTC)
    return [due.amount.text for _, due in due_between(found, BERLIN, since, since + days * DAY)]


def test_a_version_speaks_from_its_start_and_the_old_one_until_the_day_before() -> None:
    later = replace(NIGHTLY, steps=(step("2 mg"),), start=START + 2 * DAY)
    assert amounts(versions(NIGHTLY, later), 4) == ["1.5 mg", "1.5 mg", "2 mg", "2 mg"]
    assert [speaking(versions(NIGHTLY, later), START + n * DAY).number for n in (0, 1, 2, 9)] == [1, 1, 2, 2]  # type: ignore[union-attr]
    assert speaking(versions(NIGHTLY), START - DAY) is None


def test_a_newer_version_that_starts_earlier_leaves_out_the_one_between() -> None:
    second = replace(NIGHTLY, steps=(step("2 mg"),), start=START + 3 * DAY)
    third = replace(NIGHTLY, steps=(step("1 mg"),), start=START + 2 * DAY)
    found = versions(NIGHTLY, second, third)
    assert [version.number for version in in_turn(found)] == [1, 3]
    assert amounts(found, 4) == ["1.5 mg", "1.5 mg", "1 mg", "1 mg"]


def test_a_plan_that_ended_is_not_brought_back_by_its_next_version() -> None:
    first = replace(NIGHTLY, end=START)
    second = replace(NIGHTLY, steps=(step("2 mg"),), start=START + 2 * DAY)
    assert amounts(versions(first, second), 4) == ["1.5 mg", "2 mg", "2 mg"]


def test_the_change_is_the_first_dose_of_the_next_step() -> None:
    change = next_change(versions(NIGHTLY), BERLIN, START)
    assert change is not None and (change.local_date, change.amount.text) == (START + 14 * DAY, "3 mg")
    assert next_change(versions(NIGHTLY), BERLIN, START + 28 * DAY) is None


def test_on_chosen_weekdays_the_change_is_on_the_next_of_them_not_on_the_day_the_step_begins() -> None:
    plan = replace(NIGHTLY, days=Days(weekdays=frozenset({0, 3})), steps=(step("1 mg", 7), step("2 mg")))
    change = next_change(versions(plan), BERLIN, START)
    assert change is not None and change.local_date == date(2026, 12, 3)  # Thursday; the step begins on a Tuesday
    assert next_change(versions(plan), BERLIN, date(2026, 12, 2)) == change
    assert next_change(versions(plan), BERLIN, date(2026, 12, 3)) is None


def test_every_third_day_the_change_is_the_next_dose_of_the_new_step() -> None:
    plan = replace(NIGHTLY, days=Days(every=3), steps=(step("1 mg", 7), step("2 mg")))
    change = next_change(versions(plan), BERLIN, START)
    assert change is not None and change.local_date == START + 9 * DAY


def test_a_step_without_a_dose_is_no_change() -> None:
    plan = replace(NIGHTLY, days=Days(every=5), steps=(step("1 mg", 6), step("2 mg", 2), step("3 mg")))
    change = next_change(versions(plan), BERLIN, START)
    assert change is not None and (change.local_date, change.amount.text) == (START + 10 * DAY, "3 mg")


def test_another_version_is_a_change_with_its_own_time() -> None:
    later = replace(NIGHTLY, steps=(step("1.5 mg"),), times=(time(20),), start=START + 5 * DAY)
    change = next_change(versions(NIGHTLY, later), BERLIN, START)
    assert change is not None and change.at == datetime(2026, 11, 29, 19, tzinfo=UTC)


def test_the_first_dose_of_all_is_no_change() -> None:
    plan = replace(NIGHTLY, start=START + 3 * DAY, steps=(step("1 mg"),))
    assert next_change(versions(plan), BERLIN, START) is None
    due = next_due(versions(plan), BERLIN, datetime(2026, 11, 24, tzinfo=UTC))
    assert due is not None and due.local_date == START + 3 * DAY


def test_a_window_ends_half_way_to_the_next_dose_of_whichever_version_that_is() -> None:
    early = replace(NIGHTLY, times=(time(1),), start=START + 7 * DAY)
    versions = (Version(number=1, plan=NIGHTLY), Version(number=2, plan=early))
    last = datetime(2026, 11, 30, 20, tzinfo=UTC)  # 21:00 in Berlin; the next dose is at 01:00
    (due,) = [due for _, due in due_between(versions, BERLIN, last, last + timedelta(seconds=1))]
    assert window_end(versions, BERLIN, due) == last + timedelta(hours=2)
    assert window_end(versions[:1], BERLIN, due) == last + timedelta(hours=4)


def test_a_plan_is_over_after_the_last_day_of_its_end_or_its_last_step_and_not_before_a_version_to_come() -> None:
    until = replace(NIGHTLY, end=START + 2 * DAY)
    closed = replace(NIGHTLY, steps=(step("1.5 mg", 3),))
    for ends in (until, closed, replace(closed, end=START + 9 * DAY)):
        assert [is_over(versions(ends), START + n * DAY) for n in (0, 2, 3)] == [False, False, True]
    assert not is_over(versions(NIGHTLY), START + 999 * DAY)
    later = replace(NIGHTLY, start=START + 30 * DAY)
    assert not is_over(versions(until, later), START + 5 * DAY)
    assert is_over(versions(NIGHTLY, replace(until, start=START + DAY)), START + 3 * DAY)
