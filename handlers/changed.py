"""What is new with the first dose of a step or version, beside the amount: its times and its days."""

from datetime import timedelta

from care.dose import Dose
from care.doses import DoseState
from care.plans import Plan
from care.succession import Version
from store import doses, plans
from store.database import Tx

_LOOK_BACK = timedelta(days=70)
"""More than two of the longest pauses between two doses."""
_SHOWN = (DoseState.SENT, DoseState.LATER, DoseState.TAKEN, DoseState.SKIPPED, DoseState.UNANSWERED)


def plans_of(tx: Tx, dose: Dose) -> tuple[Plan, Plan] | None:
    """The version of the dose that was shown before this one, and this one's; None if either isn't known any more."""
    near = doses.between(tx, dose.link, dose.local_date - _LOOK_BACK, dose.local_date + timedelta(days=1))
    earlier = [each for each in near if each.plan == dose.plan and each.due < dose.due and each.state in _SHOWN]
    found = plans.get(tx, dose.plan)
    if not earlier or found is None:
        return None
    before, now = (_version(found.accepted, number) for number in (earlier[-1].version, dose.version))
    return None if before is None or now is None else (before, now)


def _version(accepted: tuple[Version, ...], number: int) -> Plan | None:
    return next((version.plan for version in accepted if version.number == number), None)
