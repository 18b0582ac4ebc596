"""Where a draft stands: its stage is worked out from what it has, so that a restart or an old button loses nothing."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from care.amounts import Amount, parse_amount
from care.medicines import Medicine, is_naltrexone
from care.plans import Plan, from_dict, highest
from care.safety import Finding, OpioidCheck, check_beside, check_plan
from content.screen import Screen
from content.wording import drafting as words
from content.wording.plans import describe
from handlers.clinician.authority import member, today_at, zone_of
from handlers.context import Context
from store import asks, clinics, drafts, people, plans
from store.database import Tx
from store.drafts import Draft
from store.people import Clinician, Link
from store.plans import Standing


class Stage(StrEnum):
    """What is asked next."""

    MEDICINE = "medicine"
    TIMES = "times"
    AMOUNTS = "amounts"
    BLOCKED = "blocked"
    """No answer can put it right: the plan itself has to change."""
    HIGHEST = "highest"
    OPIOID = "opioid"
    REVIEW = "review"
    READ_BACK = "read-back"
    CONFIRMED = "confirmed"


LINE_ASK = "clinic.line"
BUTTONS_ASK = "clinic.buttons"
# What typed words mean at each stage.
_ASKS = {
    Stage.MEDICINE: LINE_ASK,
    Stage.TIMES: "clinic.times",
    Stage.AMOUNTS: "clinic.amounts",
    Stage.BLOCKED: LINE_ASK,
    Stage.HIGHEST: "clinic.highest",
    Stage.OPIOID: BUTTONS_ASK,
    Stage.REVIEW: "clinic.review",
    Stage.READ_BACK: BUTTONS_ASK,
}


@dataclass(frozen=True, kw_only=True)
class Drafting:
    """A draft with everything that its questions are about, read anew at each step."""

    draft: Draft
    clinician: Clinician
    link: Link
    medicine: Medicine | None
    plan: Plan | None
    standing: Standing | None
    """The patient's plan of that medicine, if there is one: the draft changes it."""
    others: tuple[Medicine, ...]
    """The medicines of the patient's other plans."""
    today: date
    """At the clinic."""

    @property
    def zone(self) -> ZoneInfo:
        """Where the patient's clock is."""
        return zone_of(self.clinician, self.link)

    @property
    def times(self) -> tuple[time, ...]:
        """The times chosen so far with buttons."""
        return tuple(sorted(time.fromisoformat(at) for at in self.draft.facts.get("times", ())))

    @property
    def again(self) -> Amount | None:
        """The highest amount as it was typed once more (R3)."""
        text = self.draft.facts.get("highest")
        return None if text is None or self.medicine is None else parse_amount(text, self.medicine.unit)

    @property
    def check(self) -> OpioidCheck | None:
        """The opioid check of this activation (R1)."""
        kept = self.draft.facts.get("opioid")
        if kept is None:
            return None
        return OpioidCheck(on=date.fromisoformat(kept["on"]), initials=kept["initials"])

    @property
    def basis(self) -> str:
        """What the read-back was made on: if it is another one by then, all is read once more."""
        if self.standing is None:
            return "new"
        offered = self.standing.offer.version if self.standing.offer else 0
        held = "held" if self.standing.held_since else "free"
        return f"{self.standing.id} {len(self.standing.accepted)} {offered} {held}"

    def findings(self, *, answered: bool = False) -> tuple[Finding, ...]:
        """What the rules say; with ``answered``, as if the questions still to come were answered well."""
        assert self.plan is not None and self.medicine is not None
        good = OpioidCheck(on=self.today, initials="-")
        together = check_beside(self.medicine, self.others)
        return together + check_plan(
            self.plan,
            self.medicine,
            previous=None if self.standing is None else self.standing.live,
            highest_again=highest(self.plan) if answered else self.again,
            opioid_check=good if answered else self.check,
            today=self.today,
        )


def opened(tx: Tx, context: Context, id: str) -> Drafting | None:
    """A draft of this clinician's own, for a patient of the own clinic; None if it is gone. Raises NotYours."""
    clinician = member(tx, context)
    draft = drafts.get(tx, id, clinician.id)
    link = None if draft is None else people.link_for(tx, clinician, draft.link)
    if draft is None or link is None:
        return None
    medicine = clinics.medicine(tx, draft.facts["medicine"]) if "medicine" in draft.facts else None
    standings = plans.of_link(tx, link.id)
    return Drafting(
        draft=draft,
        clinician=clinician,
        link=link,
        medicine=medicine,
        plan=from_dict(draft.facts["plan"]) if "plan" in draft.facts else None,
        standing=next((s for s in standings if medicine is not None and s.medicine.id == medicine.id), None),
        others=tuple(s.medicine for s in standings if medicine is not None and s.medicine.id != medicine.id),
        today=today_at(clinician, context.now),
    )


def stage(here: Drafting) -> Stage:
    """The first question that is still open."""
    facts = here.draft.facts
    if "confirmed" in facts:
        return Stage.CONFIRMED
    if here.medicine is None:
        return Stage.MEDICINE
    if here.plan is None:
        return Stage.AMOUNTS if facts.get("timed") else Stage.TIMES
    if any(finding.blocks for finding in here.findings(answered=True)):
        return Stage.BLOCKED
    if "highest" not in facts:
        return Stage.HIGHEST
    if needs_check(here.medicine) and (here.check is None or here.check.on != here.today):
        return Stage.OPIOID
    return Stage.READ_BACK if facts.get("reviewed") else Stage.REVIEW


def needs_check(medicine: Medicine) -> bool:
    """R1: by the clinic's list or by the name; a wrong entry must not switch the rule off."""
    return medicine.opioid_check or is_naltrexone(medicine)


def add(tx: Tx, context: Context, here: Drafting, **facts: Any) -> Screen:
    """Keep what was added, wait for what the next stage asks, and return its screen."""
    draft = replace(here.draft, facts=here.draft.facts | facts)
    drafts.put(tx, draft)
    return show(tx, context, draft.id)


def show(tx: Tx, context: Context, id: str) -> Screen:
    """The screen of the draft's stage, with typed words taken as its answer."""
    here = opened(tx, context, id)
    kind = None if here is None else _ASKS.get(stage(here))
    if here is None or kind is None:
        asks.clear(tx, context.chat)
    else:
        asks.put(tx, context.chat, kind, at=context.now, draft=id, link=here.link.id)
    return screen(tx, context, id)


def screen(tx: Tx, context: Context, id: str) -> Screen:
    """The screen of the draft's stage."""
    here, phrases = opened(tx, context, id), context.phrases
    if here is None:
        return words.closed(phrases)
    label, link, reached = here.link.label, here.link.id, stage(here)
    if reached is Stage.CONFIRMED:
        change = here.standing is not None and bool(here.standing.accepted)
        joined = here.link.account is not None
        return words.confirmed(phrases, label=label, link=link, joined_already=joined, change=change)
    if here.medicine is None:
        return _medicine(tx, context, here)
    name = here.medicine.name
    if here.plan is None:
        if reached is Stage.TIMES:
            return words.times(phrases, draft=id, label=label, name=name, chosen=here.times)
        unit = here.medicine.unit
        return words.amounts(phrases, draft=id, label=label, link=link, name=name, unit=unit, chosen=here.times)
    match reached:
        case Stage.BLOCKED:
            found = [finding for finding in here.findings(answered=True) if finding.blocks]
            return words.blocked(phrases, draft=id, label=label, link=link, name=name, plan=here.plan, found=found)
        case Stage.HIGHEST:
            return words.highest(phrases, draft=id, label=label, name=name, steps=len(here.plan.steps))
        case Stage.OPIOID:
            signed = signature(here.clinician)
            return words.opioid(phrases, draft=id, label=label, day=here.today, initials=signed)
        case Stage.REVIEW:
            return words.review(phrases, draft=id, label=label, plan=here.plan)
    return words.read_back(
        phrases,
        draft=id,
        label=label,
        name=name,
        plan=here.plan,
        zone=here.zone,
        found=here.findings(),
        check=here.check,
        held=here.standing is not None and here.standing.held_since is not None,
        meanwhile=bool(here.draft.facts.get("meanwhile")),
    )


def _medicine(tx: Tx, context: Context, here: Drafting) -> Screen:
    phrases, label = context.phrases, here.link.label
    medicines = clinics.medicines(tx, here.clinician.clinic.id)
    now = [
        describe(phrases, s.live, medicine=s.medicine.name)
        for s in plans.of_link(tx, here.link.id)
        if s.live is not None
    ]
    return words.medicine(phrases, draft=here.draft.id, label=label, medicines=medicines, now=now)


def signature(clinician: Clinician) -> str:
    """What an opioid check is signed with: initials, or the name where it has none."""
    return clinician.initials or clinician.name


def begin(tx: Tx, context: Context, clinician: Clinician, link: Link, facts: dict[str, Any], *, at: datetime) -> Screen:
    """Start a draft, in place of the clinician's earlier one, and return its first screen."""
    id = context.services.new_id()
    drafts.begin(tx, id=id, clinician=clinician.id, link=link.id, facts=facts, at=at)
    return show(tx, context, id)
