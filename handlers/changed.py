"""What is new with the first dose of a step or version, beside the amount: its times and its days."""

from care.dose import Dose
from care.plans import Plan
from store import doses, plans
from store.database import Tx


def plans_of(tx: Tx, dose: Dose) -> tuple[Plan, Plan] | None:
    """The version of the dose that was shown before this one, and this one's; None if either isn't known any more."""
    of = {version.number: version.plan for version in plans.accepted_versions(tx, dose.plan)}
    shown = doses.shown_before(tx, dose)
    before, now = None if shown is None else of.get(shown), of.get(dose.version)
    return None if before is None or now is None else (before, now)
