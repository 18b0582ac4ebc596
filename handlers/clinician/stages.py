"""Where a draft stands: its stage is worked out from what it has, so that a restart or an old button loses nothing."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from care.amounts import Amount, parse_amount
from care.as_needed import AsNeeded
from care.medicines import Medicine, is_naltrexone
from care.plans import Days, Plan, from_dict, highest
from care.safety import Finding, OpioidCheck, check_beside, check_plan
from handlers.clinician.authority import member, today_at, zone_of
from handlers.context import Context
from store import clinics, drafts, plans, team
from store.database import Tx
from store.drafts import Draft
from store.people import Link
from store.plans import Standing
from store.team import Clinician


class Stage(StrEnum):
    """What is asked next."""

    MEDICINE = "medicine"
    TIMES = "times"
    APART = "apart"
    """How long apart, of an as-needed plan; then the most in 24 h."""
    MOST = "most"
    AMOUNTS = "amounts"
    BLOCKED = "blocked"
    """No answer can put it right: the plan itself has to change."""
    HIGHEST = "highest"
    OPIOID = "opioid"
    REVIEW = "review"
    READ_BACK = "read-back"
    # Asked for by the clinician, of a plan that has its answers by default.
    DAYS = "days"
    START = "start"
    END = "end"
    STEP = "step"
    """For how long the last amount, before another one."""
    ANOTHER = "another"
    CONFIRMED = "confirmed"


LINE_ASK = "clinic.line"
BUTTONS_ASK = "clinic.buttons"
OPENED = frozenset({Stage.TIMES, Stage.APART, Stage.MOST, Stage.AMOUNTS, Stage.REVIEW})
OPENED |= {Stage.DAYS, Stage.START, Stage.END, Stage.STEP}
"""What a clinician can ask to be asked again."""
_DATES = {"start_past": Stage.START, "review_past": Stage.REVIEW, "review_before_start": Stage.REVIEW}
# What typed words mean at each stage.
ASKS = {
    Stage.MEDICINE: LINE_ASK,
    Stage.TIMES: "clinic.times",
    Stage.APART: "clinic.apart",
    Stage.MOST: "clinic.most",
    Stage.AMOUNTS: "clinic.amounts",
    Stage.BLOCKED: LINE_ASK,
    Stage.HIGHEST: "clinic.highest",
    Stage.OPIOID: BUTTONS_ASK,
    Stage.REVIEW: "clinic.review",
    Stage.READ_BACK: BUTTONS_ASK,
    Stage.DAYS: "clinic.days",
    Stage.START: "clinic.start",
    Stage.END: "clinic.end",
    Stage.STEP: "clinic.step",
    Stage.ANOTHER: "clinic.another",
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
    def days(self) -> Days:
        """The days chosen so far with buttons; every day, unless others were chosen."""
        kept = self.draft.facts.get("days") or {"every": 1, "weekdays": ()}
        return Days(every=kept["every"], weekdays=frozenset(kept["weekdays"]))

    @property
    def rule(self) -> AsNeeded | None:
        """The rule of an as-needed plan, once it was chosen with buttons."""
        facts = self.draft.facts
        if not facts.get("needed") or facts.get("apart") is None or facts.get("most") is None:
            return None
        return AsNeeded(apart=timedelta(minutes=facts["apart"]), most=facts["most"] or None)

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
        before = max(self.plan.start, self.today) - timedelta(days=1)
        return together + check_plan(
            self.plan,
            self.medicine,
            previous=None if self.standing is None else self.standing.on(before),
            offered=None if self.standing is None or self.standing.offer is None else self.standing.offer.plan,
            highest_again=highest(self.plan) if answered else self.again,
            opioid_check=good if answered else self.check,
            today=self.today,
        )


def opened(tx: Tx, context: Context, id: str) -> Drafting | None:
    """A draft of this clinician's own, for a patient of the own clinic; None if it is gone. Raises NotYours."""
    clinician = member(tx, context)
    draft = drafts.get(tx, id, clinician.id)
    link = None if draft is None else team.link_for(tx, clinician, draft.link)
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
    if facts.get("asked"):
        return Stage(facts["asked"])
    if here.plan is None:
        return _without_plan(here)
    blocking = [finding.key for finding in here.findings(answered=True) if finding.blocks]
    if blocking:
        # A date alone is asked for anew; the rest of the plan is as it was.
        dates = [_DATES.get(key, Stage.BLOCKED) for key in blocking]
        return Stage.BLOCKED if Stage.BLOCKED in dates else min(dates, key=[Stage.START, Stage.REVIEW].index)
    if facts.get("highest") is None:
        return Stage.HIGHEST
    if needs_check(here.medicine) and (here.check is None or here.check.on != here.today):
        return Stage.OPIOID
    return Stage.READ_BACK if facts.get("reviewed") else Stage.REVIEW


def _without_plan(here: Drafting) -> Stage:
    facts = here.draft.facts
    if not facts.get("needed"):
        return Stage.AMOUNTS if facts.get("timed") else Stage.TIMES
    missing = next((Stage(name) for name in ("apart", "most") if facts.get(name) is None), None)
    return missing or Stage.AMOUNTS


def needs_check(medicine: Medicine) -> bool:
    """R1: by the clinic's list or by the name; a wrong entry must not switch the rule off."""
    return medicine.opioid_check or is_naltrexone(medicine)


def signature(clinician: Clinician) -> str:
    """What an opioid check is signed with: initials, or the name where it has none."""
    return clinician.initials or clinician.name
