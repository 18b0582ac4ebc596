"""Which doses a plan means, and until when each may be reminded of (design 3)."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from care.amounts import parse_amount
from care.plans import (
    Days,
    Plan,
    Step,
    doses_between,
    from_dict,
    highest,
    next_dose,
    starting,
    step_on,
    to_dict,
)
from care.succession import Version, window_end

BERLIN = ZoneInfo("Europe/Berlin")
START = date(2026, 11, 24)


def alone(plan: Plan) -> tuple[Version]:
    """A plan of one version."""
    return (Version(number=1, plan=plan),)


def step(written: str, days: int | None = None) -> Step:
    return Step(amount=parse_amount(written), days=days)


PLAN = Plan(
    medicine="m-ldn",
    times=(time(21),),
    days=Days(),
    steps=(step("1.5 mg", 14), step("3 mg", 14), step("4,5 mg")),
    start=START,
    end=None,
    review=date(2027, 2, 1),
)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN)


def test_a_dose_at_the_first_moment_counts_and_one_at_the_last_does_not() -> None:
    found = doses_between(PLAN, BERLIN, at(START, 21), at(START + timedelta(days=1), 21))
    assert [due.local_date for due in found] == [START]


def test_a_due_instant_is_in_utc() -> None:
    due = next_dose(PLAN, BERLIN, at(START, 0))
    assert due is not None
    assert due.at == datetime(2026, 11, 24, 20, tzinfo=UTC)
    assert due.at.tzinfo is UTC


def test_walking_a_year_dose_by_dose_gives_the_same_doses_as_asking_for_the_year() -> None:
    plan = replace(PLAN, times=(time(2, 30), time(14), time(21)), days=Days(every=3))
    until = at(date(2027, 11, 24), 0)
    walked = []
    moment = at(START, 0)
    while (due := next_dose(plan, BERLIN, moment)) is not None and due.at < until:
        walked.append(due)
        moment = due.at + timedelta(microseconds=1)
    assert walked == doses_between(plan, BERLIN, at(START, 0), until)
    assert len(walked) == 366


def test_the_next_dose_at_its_own_instant_is_itself() -> None:
    due = next_dose(PLAN, BERLIN, at(START, 21))
    assert due is not None and due.local_date == START


def test_there_is_no_dose_after_a_closed_last_step() -> None:
    plan = replace(PLAN, steps=(step("1.5 mg", 2),))
    assert next_dose(plan, BERLIN, at(START + timedelta(days=1), 21, 1)) is None


def test_there_is_no_dose_after_the_end_day() -> None:
    plan = replace(PLAN, end=START)
    assert next_dose(plan, BERLIN, at(START, 21)) is not None
    assert next_dose(plan, BERLIN, at(START, 21, 1)) is None


def test_a_far_start_is_found_at_once() -> None:
    plan = replace(PLAN, start=date(2031, 1, 1))
    due = next_dose(plan, BERLIN, at(START, 0))
    assert due is not None and due.local_date == date(2031, 1, 1)


def test_a_weekday_plan_skips_a_weekday_that_a_zone_never_had() -> None:
    apia = ZoneInfo("Pacific/Apia")
    plan = replace(PLAN, start=date(2011, 12, 26), days=Days(weekdays=frozenset({4})))
    due = next_dose(plan, apia, datetime(2011, 12, 26, tzinfo=UTC))
    assert due is not None and due.local_date == date(2012, 1, 6)


def test_two_times_that_a_gap_brings_together_are_one_dose() -> None:
    plan = replace(PLAN, start=date(2026, 3, 29), times=(time(2, 15), time(2, 45), time(3)))
    found = doses_between(plan, BERLIN, at(date(2026, 3, 29), 0), at(date(2026, 3, 30), 0))
    assert [(due.slot, due.at) for due in found] == [(0, datetime(2026, 3, 29, 1, tzinfo=UTC))]


def test_only_the_first_dose_of_a_step_is_first() -> None:
    plan = replace(PLAN, times=(time(8), time(21)), steps=(step("1.5 mg", 2), step("3 mg")))
    found = doses_between(plan, BERLIN, at(START, 0), at(START + timedelta(days=4), 0))
    assert [due.first for due in found] == [True, False, False, False, True, False, False, False]


def test_the_window_is_four_hours_for_a_dose_a_day() -> None:
    due = next_dose(PLAN, BERLIN, at(START, 0))
    assert due is not None
    assert window_end(alone(PLAN), BERLIN, due) - due.at == timedelta(hours=4)


def test_the_window_ends_half_way_to_the_next_dose() -> None:
    plan = replace(PLAN, times=(time(18), time(21)))
    due = next_dose(plan, BERLIN, at(START, 0))
    assert due is not None
    assert window_end(alone(plan), BERLIN, due) - due.at == timedelta(minutes=90)


def test_a_clinic_can_shorten_the_window() -> None:
    due = next_dose(PLAN, BERLIN, at(START, 0))
    assert due is not None
    assert window_end(alone(PLAN), BERLIN, due, timedelta(hours=1)) - due.at == timedelta(hours=1)


def test_the_last_dose_of_a_plan_has_the_whole_window() -> None:
    plan = replace(PLAN, end=START)
    due = next_dose(plan, BERLIN, at(START, 0))
    assert due is not None
    assert window_end(alone(plan), BERLIN, due) - due.at == timedelta(hours=4)


def test_steps_follow_calendar_days() -> None:
    days = [START + timedelta(days=n) for n in (-1, 0, 13, 14, 27, 28, 400)]
    assert [step_on(PLAN, day) for day in days] == [None, 0, 0, 1, 1, 2, 2]


def test_a_step_beyond_the_end_is_on_no_day() -> None:
    plan = replace(PLAN, end=START + timedelta(days=13))
    assert step_on(plan, START + timedelta(days=14)) is None


def test_the_highest_amount_is_by_value_not_by_place() -> None:
    assert highest(PLAN).text == "4,5 mg"
    assert highest(replace(PLAN, steps=(step("10 mg", 2), step("9 mg")))).text == "10 mg"


def test_a_plan_moves_its_start_to_the_day_of_acceptance_but_never_back() -> None:
    assert starting(PLAN, START + timedelta(days=3)).start == START + timedelta(days=3)
    assert starting(PLAN, START - timedelta(days=3)) == PLAN


def test_a_plan_that_ended_before_it_was_accepted_cannot_start() -> None:
    with pytest.raises(ValueError, match="ends after it starts"):
        starting(replace(PLAN, end=START), START + timedelta(days=1))


@pytest.mark.parametrize(
    "plan",
    [
        PLAN,
        replace(PLAN, times=(time(8), time(21, 30)), days=Days(every=3), end=date(2027, 3, 1)),
        replace(PLAN, days=Days(weekdays=frozenset({0, 2, 4})), steps=(step("1,50 mg", 3),)),
    ],
)
def test_a_plan_comes_back_from_json_as_it_was(plan: Plan) -> None:
    back = from_dict(json.loads(json.dumps(to_dict(plan))))
    assert back == plan
    assert str(back.steps[0].amount.value) == str(plan.steps[0].amount.value)
    assert isinstance(back.steps[0].amount.value, Decimal)


@pytest.mark.parametrize(
    "wrong",
    [
        {"times": ()},
        {"times": (time(21), time(8))},
        {"times": (time(21), time(21))},
        {"times": (time(21, 0, 30),)},
        {"times": (time(21, tzinfo=UTC),)},
        {"steps": ()},
        {"steps": (step("1 mg"), step("2 mg"))},
        {"steps": (step("1 mg", 0),)},
        {"steps": (step("1 mg", 2), step("2 mL"))},
        {"end": date(2026, 11, 23)},
    ],
)
def test_parts_that_make_no_plan_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        replace(PLAN, **wrong)


@pytest.mark.parametrize(
    "wrong", [{"every": 0}, {"weekdays": frozenset({7})}, {"every": 2, "weekdays": frozenset({1})}]
)
def test_days_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Days(**wrong)  # type: ignore[arg-type]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        next_dose(PLAN, BERLIN, datetime(2026, 11, 24))  # noqa: DTZ001
