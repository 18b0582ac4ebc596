"""The safety rules about a plan and about a patient's self-check: R1 to R5, each finding named.

A finding that blocks keeps a plan from being confirmed; any other is shown with the read-back. Texts are the
phrases "finding". Thresholds that are ours and not a source's are marked so and wait for a clinical reviewer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from care.amounts import Amount, same_amount, same_unit
from care.medicines import LDN_WARN_ABOVE, Medicine, is_naltrexone, is_opioid
from care.plans import Plan, highest, step_on

OPIOID_FREE_DAYS = 14
"""R1. The label's least is 7-10 days, up to 14 after methadone or buprenorphine (LBL, AB, T14b)."""
OPIOIDS = (
    "tramadol",
    "codeine",
    "co-codamol",
    "tapentadol",
    "buprenorphine",
    "methadone",
    "antidiarrhoeal",
    "kratom",
)
"""The list a clinician is shown (T14c; methadone from T14b); names are the phrases ``finding.opioid_…``."""
SELF_CHECK = ("opioid", "surgery", "pregnancy", "liver", "mood", "naltrexone")
"""What a patient is asked at activation and every 30 days (R2)."""
SELF_CHECK_EVERY = timedelta(days=30)
REVIEW_AFTER = timedelta(days=84)
"""R4: twelve weeks."""
JUMP = 5
"""Ours: from one amount to the next, this many times as much (or as little) is asked about (R3)."""


@dataclass(frozen=True, kw_only=True)
class OpioidCheck:
    """A clinician's record: no opioid in 14 days or more, the list shown (R1)."""

    on: date
    initials: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a rule says."""

    rule: str
    """Its number in the clinical rules, "R3"; "plan" for what only concerns the plan's own shape."""
    key: str
    """The phrase of record: ``finding.<key>``."""
    facts: Mapping[str, str] = field(default_factory=dict)
    blocks: bool


@dataclass(frozen=True, kw_only=True)
class SelfCheck:
    """What follows from a patient's answers."""

    hold: bool
    """R5: do not take it until the clinic clears it."""
    contact: tuple[str, ...]
    """The questions answered Yes that the clinic should hear of: a note, no hold, no advice (R2)."""
    missing: tuple[str, ...]
    """The questions not answered yet."""


def asks_self_check(medicine: Medicine) -> bool:
    """R2: by the clinic's list or by the name; a wrong entry must not switch the rule off."""
    return medicine.self_check or is_naltrexone(medicine)


def default_review(start: date) -> date:
    """Twelve weeks after the start (R4)."""
    return start + REVIEW_AFTER


def self_check(answers: Mapping[str, bool]) -> SelfCheck:
    """What R2 and R5 say of the answers so far (True: yes). Raises ValueError for an unknown question."""
    if unknown := set(answers) - set(SELF_CHECK):
        raise ValueError(f"not questions of the self-check: {sorted(unknown)}")
    return SelfCheck(
        hold=answers.get("opioid", False),
        contact=tuple(item for item in SELF_CHECK if item != "opioid" and answers.get(item)),
        missing=tuple(item for item in SELF_CHECK if item not in answers),
    )


def check_plan(
    plan: Plan,
    medicine: Medicine,
    *,
    previous: Plan | None,
    offered: Plan | None = None,
    highest_again: Amount | None,
    opioid_check: OpioidCheck | None,
    today: date,
) -> tuple[Finding, ...]:
    """All findings about a plan before it is confirmed, those that block first.

    ``previous`` is the version in force, ``offered`` one that waits for the patient's yes and that this one would
    take the place of, ``highest_again`` what was typed when the highest amount was asked for once more (R3),
    ``opioid_check`` the one recorded for this activation (R1), ``today`` the date at the clinic. Raises ValueError
    if the plan is of another medicine.
    """
    if plan.medicine != medicine.id:
        raise ValueError("a plan is checked against its own medicine")
    findings = (
        *_opioid_check(medicine, opioid_check, today),
        *_highest(plan, medicine, highest_again),
        *_jumps(plan, previous),
        *_beside_offer(plan, previous, offered),
        *_dates(plan, today),
        *_shape(plan, medicine),
        *_gap_rule(plan, previous),
    )
    once = [finding for number, finding in enumerate(findings) if finding not in findings[:number]]
    return tuple(sorted(once, key=lambda finding: not finding.blocks))


def check_beside(medicine: Medicine, others: Sequence[Medicine]) -> tuple[Finding, ...]:
    """What the patient's other plans mean for one of this medicine: naltrexone and an opioid never meet (R1, R5)."""

    def meet(one: Medicine, other: Medicine) -> bool:
        return (one.opioid_check or is_naltrexone(one)) and is_opioid(other)

    return tuple(
        Finding(rule="R1", key="opioid_beside", facts={"medicine": medicine.name, "other": other.name}, blocks=True)
        for other in others
        if meet(medicine, other) or meet(other, medicine)
    )


def _opioid_check(medicine: Medicine, check: OpioidCheck | None, today: date) -> Iterator[Finding]:
    # The rules follow the medicine, not its entry: naltrexone under another name is LDN (design 1).
    if not (medicine.opioid_check or is_naltrexone(medicine)):
        return
    days = {"days": str(OPIOID_FREE_DAYS)}
    if check is None:
        yield Finding(rule="R1", key="opioid_check_missing", facts=days, blocks=True)
    elif check.on != today:
        yield Finding(rule="R1", key="opioid_check_not_today", facts=days | {"on": check.on.isoformat()}, blocks=True)
    elif not check.initials.strip():
        yield Finding(rule="R1", key="opioid_check_unsigned", blocks=True)


def _highest(plan: Plan, medicine: Medicine, again: Amount | None) -> Iterator[Finding]:
    most = highest(plan)
    if again is None:
        yield Finding(rule="R3", key="amount_again_missing", facts={"amount": most.text}, blocks=True)
    elif not same_amount(again, most):
        facts = {"amount": most.text, "again": again.text}
        yield Finding(rule="R3", key="amount_again_differs", facts=facts, blocks=True)
    if not same_unit(most.unit, medicine.unit):
        # Limits are in the medicine's unit; there is nothing to compare with.
        facts = {"unit": most.unit, "wanted": medicine.unit}
        yield Finding(rule="R3", key="wrong_unit", facts=facts, blocks=True)
    elif most.value is None:
        yield Finding(rule="R3", key="in_words", blocks=False)
    elif medicine.refuse_above is not None and most.value > medicine.refuse_above:
        facts = {"amount": most.text, "limit": f"{medicine.refuse_above} {medicine.unit}"}
        yield Finding(rule="R3", key="above_refuse", facts=facts, blocks=True)
    elif medicine.warn_above is not None and most.value > medicine.warn_above:
        facts = {"amount": most.text, "limit": f"{medicine.warn_above} {medicine.unit}"}
        tested = is_naltrexone(medicine) and medicine.warn_above == LDN_WARN_ABOVE
        key = "above_trials" if tested else "above_warn"
        yield Finding(rule="R3", key=key, facts=facts, blocks=False)


def _jumps(plan: Plan, previous: Plan | None) -> Iterator[Finding]:
    """The guard for 4.5 and 45: each amount against the one before it, the first against the old plan's last.

    Neighbours only, since a slow rise from 0.5 mg to 4.5 mg is an ordinary plan (0.75-6 mg in BP20).
    """
    amounts = [step.amount for step in plan.steps]
    if previous is not None:
        amounts.insert(0, _goes_on_with(previous, plan))
    for before, after in pairwise(amounts):
        yield from _jump(before, after)


def _goes_on_with(previous: Plan, plan: Plan) -> Amount:
    """The old version's amount on its last day: it stands until the day before the new one starts."""
    step = step_on(previous, max(previous.start, plan.start - timedelta(days=1)))
    return previous.steps[-1 if step is None else step].amount


def _beside_offer(plan: Plan, previous: Plan | None, offered: Plan | None) -> Iterator[Finding]:
    """The same guard against what waits for the patient's yes, step by step: nothing is in force that would show it.

    Which of the two is the slip nobody knows; where the plan in force fits the new one, that is asked and not refused.
    """
    if offered is None:
        return
    fits = previous is not None and not any(_jump(_goes_on_with(previous, plan), plan.steps[0].amount))
    steps = list(zip(offered.steps, plan.steps, strict=False))
    # Of another number of steps only the first is of the same days.
    for before, after in steps if len(offered.steps) == len(plan.steps) else steps[:1]:
        for finding in _jump(before.amount, after.amount):
            if finding.blocks and previous is None:
                yield replace(finding, key="point_moved_offered")
            else:
                yield replace(finding, blocks=finding.blocks and not fits)


def _jump(before: Amount, after: Amount) -> Iterator[Finding]:
    facts = {"before": before.text, "after": after.text}
    if not same_unit(before.unit, after.unit):
        yield Finding(rule="R3", key="unit_changed", facts=facts, blocks=False)
        return
    if before.value is None or after.value is None:
        return
    rises = after.value > before.value
    times = max(before.value, after.value) / min(before.value, after.value)
    if _point_moved(before.value, after.value):
        # A tenfold rise can only be set in two steps, so that no slip of a point gets through.
        yield Finding(rule="R3", key="point_moved", facts=facts, blocks=rises)
    elif times >= JUMP:
        yield Finding(rule="R3", key="jump_up" if rises else "jump_down", facts=facts, blocks=False)


def _point_moved(one: Decimal, other: Decimal) -> bool:
    """Whether two different amounts have the same digits: 4.5 and 45, 0.5 and 5."""
    return one != other and one.normalize().as_tuple().digits == other.normalize().as_tuple().digits


def _dates(plan: Plan, today: date) -> Iterator[Finding]:
    facts = {"start": plan.start.isoformat(), "review": plan.review.isoformat()}
    if plan.start < today:
        yield Finding(rule="R4", key="start_past", facts=facts, blocks=True)
    if plan.review < today:
        yield Finding(rule="R4", key="review_past", facts=facts, blocks=True)
    elif plan.review < plan.start:
        yield Finding(rule="R4", key="review_before_start", facts=facts, blocks=True)


def _gap_rule(plan: Plan, previous: Plan | None) -> Iterator[Finding]:
    """A rule that guards the patient is not lost by leaving a word out."""
    if previous is not None and previous.hold_after is not None and plan.hold_after is None:
        facts = {"days": str(previous.hold_after)}
        yield Finding(rule="plan", key="gap_rule_gone", facts=facts, blocks=False)


def _shape(plan: Plan, medicine: Medicine) -> Iterator[Finding]:
    if len(plan.times) > 1 and is_naltrexone(medicine):
        # The trials gave it once a day (2A: Y13, DB24, IN26).
        facts = {"times": str(len(plan.times))}
        yield Finding(rule="plan", key="several_a_day", facts=facts, blocks=False)
    begins = plan.start
    for number, step in enumerate(plan.steps, 1):
        facts = {"number": str(number), "amount": step.amount.text}
        # An open step has a dose within 31 days, the longest pause there is in a plan's line.
        span = range(step.days if step.days is not None else max(plan.days.every, 7))
        days = [begins + timedelta(days=ahead) for ahead in span]
        if plan.end is not None and begins > plan.end:
            yield Finding(rule="plan", key="step_after_end", facts=facts, blocks=False)
        elif not any(plan.days.has(day, plan.start) for day in days if plan.end is None or day <= plan.end):
            yield Finding(rule="plan", key="step_without_dose", facts=facts, blocks=False)
        begins += timedelta(days=step.days or 0)
