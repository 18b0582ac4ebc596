"""An as-needed plan as its patient sees it now: what was set and what was logged, read anew at each step."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from care.as_needed import stand
from care.succession import Version, from_day, in_turn, is_over
from content.wording.uses import NeededShown
from store import uses
from store.database import Tx
from store.people import Patient
from store.plans import Standing

LOOK_BACK = timedelta(days=31)
"""So far back the last use is looked for: the longest interval that a clinic can set."""


def version_of(patient: Patient, standing: Standing, now: datetime) -> Version | None:
    """The as-needed version that a use is of: the last one that has begun, or else the newest.

    None if the plan never was as needed.
    """
    needed = [version for version in standing.accepted if version.plan.as_needed is not None]
    if not needed or patient.account.zone is None:
        return None
    day = now.astimezone(patient.account.zone).date()
    begun = [v for v in in_turn(standing.accepted) if v.plan.as_needed is not None and v.plan.start <= day]
    return begun[-1] if begun else needed[-1]


def shown(
    tx: Tx, patient: Patient, standing: Standing, version: Version, now: datetime, said: datetime | None = None
) -> NeededShown:
    """How it stands; ``said``: when the use was that is being told of."""
    rule, zone = version.plan.as_needed, patient.account.zone
    assert rule is not None and zone is not None
    local = now.astimezone(zone)
    taken = [use.taken for use in uses.of_plan(tx, standing.id, now - LOOK_BACK)]
    starts = version.plan.start if version.plan.start > local.date() else None
    stands = from_day(standing.accepted, local.date())[0]
    past = starts is None and (stands.number != version.number or is_over([stands], local.date()))
    return NeededShown(
        plan=standing.id,
        alias=standing.alias or "A",
        amount=version.plan.steps[0].amount.text,
        rule=rule,
        stand=stand(rule, taken, said),
        today=[moment for moment in taken if moment.date() == local.date()],
        now=local,
        held=standing.held_since is not None,
        ended=standing.ended,
        past=past,
        starts=starts,
        clinic=patient.clinic.name,
        phone=patient.clinic.phone,
    )


def of_today(tx: Tx, patient: Patient, standings: Iterable[Standing], now: datetime) -> list[NeededShown]:
    """Those of a patient's plans that are as needed today, whatever was accepted for later."""
    found = []
    for standing in standings:
        version = version_of(patient, standing, now)
        if version is not None and stands_as_needed(patient, standing, now):
            found.append(shown(tx, patient, standing, version, now))
    return found


def stands_as_needed(patient: Patient, standing: Standing, now: datetime) -> bool:
    """Whether what stands today is as needed."""
    zone = patient.account.zone
    plan = None if zone is None else standing.on(now.astimezone(zone).date())
    return plan is not None and plan.as_needed is not None
