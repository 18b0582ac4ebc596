"""R1 to R5: what the safety rules say about a plan and about a self-check."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from care.amounts import Amount, parse_amount
from care.medicines import Medicine, ldn
from care.plans import Days, Plan, Step, highest
from care.safety import (
    OPIOIDS,
    SELF_CHECK,
    Finding,
    OpioidCheck,
    SelfCheck,
    check_beside,
    check_plan,
    default_review,
    self_check,
)
from content.phrases import load

TODAY = date(2026, 11, 24)
LDN = ldn("m-ldn")
CHECKED = OpioidCheck(on=TODAY, initials="BR")
OTHER = Medicine(
    id="m-b12",
    name="Vitamin B12",
    spellings=(),
    unit="mcg",
    warn_above=None,
    refuse_above=None,
    opioid_check=False,
    self_check=False,
)


def plan_of(*amounts: str, medicine: Medicine = LDN) -> Plan:
    steps = tuple(Step(amount=parse_amount(written), days=14) for written in amounts)
    return Plan(
        medicine=medicine.id,
        times=(time(21),),
        days=Days(),
        steps=(*steps[:-1], replace(steps[-1], days=None)),
        start=TODAY,
        end=None,
        review=default_review(TODAY),
    )


def check(
    plan: Plan,
    medicine: Medicine = LDN,
    *,
    previous: Plan | None = None,
    offered: Plan | None = None,
    again: str | None = "",
    opioid: OpioidCheck | None = CHECKED,
) -> tuple[Finding, ...]:
    """All that is right unless told otherwise; ``again``: typed once more, None for not yet."""
    typed: Amount | None = None
    if again is not None:
        typed = parse_amount(again) if again else highest(plan)
    return check_plan(
        plan,
        medicine,
        previous=previous,
        offered=offered,
        highest_again=typed,
        opioid_check=opioid,
        today=TODAY,
    )


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, bool]]:
    return [(finding.rule, finding.key, finding.blocks) for finding in findings]


ORDINARY = plan_of("1.5 mg", "3 mg", "4.5 mg")


def test_an_ordinary_plan_has_no_finding() -> None:
    assert check(ORDINARY) == ()


def test_r1_no_ldn_plan_without_an_opioid_check() -> None:
    assert told(check(ORDINARY, opioid=None)) == [("R1", "opioid_check_missing", True)]


@pytest.mark.parametrize("days", [-30, -1, 1])
def test_r1_the_opioid_check_is_of_the_day_of_activation(days: int) -> None:
    old = OpioidCheck(on=TODAY + timedelta(days=days), initials="BR")
    assert told(check(ORDINARY, opioid=old)) == [("R1", "opioid_check_not_today", True)]


def test_r1_the_opioid_check_is_signed() -> None:
    unsigned = OpioidCheck(on=TODAY, initials=" ")
    assert told(check(ORDINARY, opioid=unsigned)) == [("R1", "opioid_check_unsigned", True)]


def test_r1_naltrexone_under_another_name_needs_the_check_too() -> None:
    renamed = replace(LDN, name="Evening capsule", spellings=("naltrexon",), opioid_check=False)
    assert told(check(ORDINARY, renamed, opioid=None)) == [("R1", "opioid_check_missing", True)]


def test_r1_another_medicine_needs_no_opioid_check() -> None:
    assert check(plan_of("500 mcg", medicine=OTHER), OTHER, opioid=None) == ()


def test_r3_the_highest_amount_is_typed_once_more() -> None:
    assert told(check(ORDINARY, again=None)) == [("R3", "amount_again_missing", True)]
    assert told(check(ORDINARY, again="45 mg")) == [("R3", "amount_again_differs", True)]
    assert told(check(ORDINARY, again="4.5 mL")) == [("R3", "amount_again_differs", True)]
    assert check(ORDINARY, again="4,50 mg") == ()


def test_r3_six_mg_is_not_warned_of_and_more_is() -> None:
    assert check(plan_of("6 mg")) == ()
    assert told(check(plan_of("6.1 mg"))) == [("R3", "above_trials", False)]


def test_r3_ten_mg_is_warned_of_and_more_is_refused() -> None:
    assert told(check(plan_of("10 mg"))) == [("R3", "above_trials", False)]
    assert told(check(plan_of("10.01 mg"))) == [("R3", "above_refuse", True)]


def test_r3_a_clinics_own_limit_is_not_called_a_trials() -> None:
    assert told(check(plan_of("4 mg"), replace(LDN, warn_above=Decimal(3)))) == [("R3", "above_warn", False)]


def test_r3_the_unit_is_the_medicines() -> None:
    assert told(check(plan_of("4.5 mL"))) == [("R3", "wrong_unit", True)]


def test_r3_45_for_4_5_is_refused_twice_over() -> None:
    findings = check(plan_of("1.5 mg", "4.5 mg", "45 mg"))
    assert told(findings) == [("R3", "above_refuse", True), ("R3", "point_moved", True)]
    assert findings[1].facts == {"before": "4.5 mg", "after": "45 mg"}


def test_r3_a_moved_point_is_seen_against_the_plan_before() -> None:
    findings = check(plan_of("5 mg"), previous=plan_of("0.5 mg"))
    assert told(findings) == [("R3", "point_moved", True)]


def test_r3_a_moved_point_downwards_is_asked_about_but_does_not_block() -> None:
    assert told(check(plan_of("0,45 mg"), previous=plan_of("4.5 mg"))) == [("R3", "point_moved", False)]


def test_r3_a_moved_point_is_seen_against_a_plan_that_waits_for_the_patients_yes() -> None:
    waits = plan_of("0.5 mg")
    assert told(check(plan_of("5 mg"), offered=waits)) == [("R3", "point_moved_offered", True)]
    assert told(check(plan_of("0.5 mg"), offered=plan_of("5 mg"))) == [("R3", "point_moved", False)]
    assert told(check(plan_of("5 mg"), previous=plan_of("0.6 mg"), offered=waits)) == [
        ("R3", "point_moved", True),
        ("R3", "jump_up", False),
    ]
    assert told(check(plan_of("5 mg"), previous=waits, offered=waits)) == [("R3", "point_moved", True)]


def test_r3_an_offers_slip_can_be_put_right_where_the_plan_in_force_fits() -> None:
    slip = plan_of("0.45 mg")
    assert told(check(plan_of("4.5 mg"), previous=plan_of("3 mg"), offered=slip)) == [("R3", "point_moved", False)]


def test_r3_an_offers_later_steps_are_compared_with_those_of_as_many_steps() -> None:
    waits = plan_of("1.5 mg", "3 mg")
    assert told(check(plan_of("1.5 mg", "0.3 mg"), offered=waits)) == [
        ("R3", "jump_down", False),
        ("R3", "point_moved", False),
    ]
    assert check(plan_of("1.5 mg", "3 mg", "4.5 mg"), offered=waits) == ()


def test_r3_five_times_as_much_is_asked_about_with_both_amounts() -> None:
    findings = check(plan_of("1 mg", "5 mg"))
    assert told(findings) == [("R3", "jump_up", False)]
    assert findings[0].facts == {"before": "1 mg", "after": "5 mg"}


def test_r3_a_fifth_is_asked_about_too() -> None:
    assert told(check(plan_of("5 mg", "1 mg"))) == [("R3", "jump_down", False)]


def test_r3_a_slow_rise_to_nine_times_as_much_is_an_ordinary_plan() -> None:
    assert check(plan_of("0.5 mg", "1 mg", "1.5 mg", "3 mg", "4.5 mg")) == ()


def test_r3_the_plan_before_counts_by_its_amount_on_its_last_day() -> None:
    before = replace(plan_of("0.5 mg", "3 mg"), start=TODAY - timedelta(days=14))
    assert check(replace(plan_of("4.5 mg"), start=TODAY + timedelta(days=1)), previous=before) == ()
    assert told(check(plan_of("4.5 mg"), previous=before)) == [("R3", "jump_up", False)]


def test_r3_a_changed_unit_is_shown() -> None:
    drops = replace(OTHER, unit="drops")
    findings = check(plan_of("5 drops", medicine=drops), drops, previous=plan_of("5 mg", medicine=drops))
    assert told(findings) == [("R3", "unit_changed", False)]


def test_r4_the_review_is_after_twelve_weeks_unless_set() -> None:
    assert default_review(TODAY) == date(2027, 2, 16)


def test_r4_a_plan_does_not_start_in_the_past() -> None:
    assert told(check(replace(ORDINARY, start=TODAY - timedelta(days=1)))) == [("R4", "start_past", True)]


def test_r4_a_review_lies_ahead() -> None:
    past = replace(ORDINARY, review=TODAY - timedelta(days=1))
    early = replace(ORDINARY, start=TODAY + timedelta(days=9), review=TODAY + timedelta(days=8))
    assert told(check(past)) == [("R4", "review_past", True)]
    assert told(check(early)) == [("R4", "review_before_start", True)]


def test_ldn_several_times_a_day_is_asked_about() -> None:
    twice = replace(ORDINARY, times=(time(8), time(21)))
    assert told(check(twice)) == [("plan", "several_a_day", False)]


def test_a_step_that_no_chosen_day_falls_in_is_shown() -> None:
    # From Tuesday 24 November: three days without a Monday, then open.
    steps = (replace(ORDINARY.steps[0], days=3), ORDINARY.steps[-1])
    plan = replace(ORDINARY, days=Days(weekdays=frozenset({0})), steps=steps)
    assert told(check(plan)) == [("plan", "step_without_dose", False)]


def test_a_step_that_begins_after_the_end_is_shown() -> None:
    plan = replace(ORDINARY, end=TODAY + timedelta(days=27))
    assert told(check(plan)) == [("plan", "step_after_end", False)]


def test_what_blocks_comes_first() -> None:
    findings = check(plan_of("1 mg", "7 mg"), opioid=None)
    assert [finding.blocks for finding in findings] == [True, False, False]


def test_a_plan_is_never_checked_against_another_medicine() -> None:
    with pytest.raises(ValueError, match="own medicine"):
        check(ORDINARY, OTHER)


def test_r5_an_opioid_yes_holds_at_once_whatever_is_not_answered_yet() -> None:
    outcome = self_check({"opioid": True})
    assert outcome.hold
    assert outcome.missing == SELF_CHECK[1:]


@pytest.mark.parametrize("item", SELF_CHECK[1:])
def test_r2_any_other_yes_is_for_the_clinic_and_holds_nothing(item: str) -> None:
    answers = dict.fromkeys(SELF_CHECK, False) | {item: True}
    assert self_check(answers) == SelfCheck(hold=False, contact=(item,), missing=())


def test_r2_no_to_all_asks_for_nothing() -> None:
    assert self_check(dict.fromkeys(SELF_CHECK, False)) == SelfCheck(hold=False, contact=(), missing=())


def test_r2_an_unknown_question_is_refused() -> None:
    with pytest.raises(ValueError, match="weather"):
        self_check({"weather": True})


@pytest.mark.parametrize("name", ["Tramadol", "tramadoll", "Oxycodone 5", "co-codamol", "Codeine"])
def test_naltrexone_and_an_opioid_are_never_set_beside_each_other_r1(name: str) -> None:
    opioid = replace(OTHER, name=name)
    assert [found.key for found in check_beside(LDN, [OTHER, opioid]) if found.blocks] == ["opioid_beside"]
    assert [found.key for found in check_beside(opioid, [LDN]) if found.blocks] == ["opioid_beside"]
    assert check_beside(OTHER, [opioid, LDN]) == ()


def in_words(written: str) -> Plan:
    return replace(ORDINARY, steps=(Step(amount=parse_amount(written, "words"), days=None),))


def test_an_amount_in_words_is_typed_twice_and_said_to_be_unchecked_r3() -> None:
    fibre = replace(LDN, name="Fibre", spellings=(), unit="words", opioid_check=False)
    plan = in_words("a level spoon")

    def found(again: str) -> list[str]:
        typed = parse_amount(again, "words")
        checked = check_plan(plan, fibre, previous=None, highest_again=typed, opioid_check=None, today=TODAY)
        return [finding.key for finding in checked]

    assert found("A level  spoon") == ["in_words"]
    assert found("two level spoons") == ["amount_again_differs", "in_words"]


def test_naltrexone_in_words_is_refused_r3() -> None:
    found = check(in_words("one capsule"), replace(LDN, unit="mg"))
    assert "wrong_unit" in [finding.key for finding in found if finding.blocks]


def test_every_finding_has_its_sentence_with_all_its_facts() -> None:
    wrong = replace(plan_of("1 mg", "7 mg", "70 mg", "1 mg"), start=TODAY - timedelta(days=2), review=TODAY)
    old = OpioidCheck(on=date(2026, 1, 1), initials="BR")
    many = replace(ORDINARY, times=(time(8), time(9)), end=TODAY, days=Days(weekdays=frozenset({5})))
    seen = [
        *check(wrong, opioid=None, again=None),
        *check(replace(wrong, review=TODAY - timedelta(days=9)), opioid=old, again="3 mg"),
        *check(replace(ORDINARY, review=TODAY, start=TODAY + timedelta(days=1))),
        *check(ORDINARY, opioid=OpioidCheck(on=TODAY, initials="")),
        *check(plan_of("7 mg", "1 mg"), previous=plan_of("1 mg")),
        *check(plan_of("5 mg"), offered=plan_of("0.5 mg")),
        *check(plan_of("4 mg"), replace(LDN, warn_above=Decimal(3))),
        *check(plan_of("4 mL"), previous=plan_of("4 mg")),
        *check(many),
        *check(ORDINARY, previous=replace(ORDINARY, hold_after=3)),
        *check_beside(LDN, [replace(OTHER, name="Tramadol")]),
        *check(in_words("a level spoon"), replace(LDN, name="Fibre", spellings=(), unit="words")),
    ]
    phrases = load("en")
    for finding in seen:
        assert phrases(f"finding.{finding.key}", **finding.facts)
    keys = {key.removeprefix("finding.") for key in phrases.texts if key.startswith("finding.")}
    assert keys == {finding.key for finding in seen} | {f"opioid_{name}" for name in OPIOIDS}
