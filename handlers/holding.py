"""R5: the hold that an opioid sets at once, for every plan whose medicine has the opioid rule."""

from care.medicines import Medicine, is_naltrexone
from handlers.context import Context
from store import audit, holds, news, plans, raising
from store.database import Tx
from store.people import Patient
from store.plans import Standing


def hold_for_opioid(tx: Tx, context: Context, patient: Patient) -> None:
    """Hold at once; open doses are held too, their messages say so, and the clinic is told."""
    now, new_id = context.now, context.services.new_id
    for standing in plans.of_link(tx, patient.link.id):
        if not _has_the_rule(standing.medicine):
            continue
        raising.catch_up(tx, standing.id, now, new_id)
        holds.hold(tx, standing.id, "opioid", at=now, new_id=new_id)
        audit.note(tx, at=now, actor=patient.account.id, action="hold", about=standing.id, detail="opioid")
    news.tell(tx, patient.link, "report", "opioid", at=now, new_id=new_id)


def held_by_opioids(standings: list[Standing]) -> list[Standing]:
    """The plans, accepted or on offer, that an opioid puts on hold."""
    return [standing for standing in standings if _has_the_rule(standing.medicine)]


def takes_naltrexone(standings: list[Standing]) -> bool:
    """Whether an accepted plan is of a medicine with the opioid rule."""
    medicines: list[Medicine] = [s.medicine for s in standings if s.accepted]
    return any(_has_the_rule(medicine) for medicine in medicines)


def _has_the_rule(medicine: Medicine) -> bool:
    """By the clinic's list or by its name: a wrong entry must not switch the rule off (R1, R5)."""
    return medicine.opioid_check or is_naltrexone(medicine)
