"""Who a clinician is and what is theirs, looked up anew at each step. To anyone else, nothing here exists."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.context import Context, NotYours
from store import audit, plans, team
from store.database import Tx
from store.people import Link
from store.plans import Standing
from store.team import Clinician


def member(tx: Tx, context: Context) -> Clinician:
    """The clinician behind this chat. Raises NotYours for everyone else, the withdrawn included."""
    found = team.clinician(tx, context.chat)
    if found is None:
        raise NotYours
    return found


def own_link(tx: Tx, context: Context, link: str) -> tuple[Clinician, Link]:
    """A patient of the clinician's own clinic. Raises NotYours for any other, existing or not."""
    clinician = member(tx, context)
    found = team.link_for(tx, clinician, link)
    if found is None:
        raise NotYours
    return clinician, found


def own_plan(tx: Tx, context: Context, plan: str) -> tuple[Clinician, Link, Standing]:
    """A plan, ended ones included, of a patient of the own clinic. Raises NotYours for any other."""
    standing = plans.get(tx, plan)
    clinician, link = own_link(tx, context, "" if standing is None else standing.link)
    assert standing is not None  # no link has the empty id
    return clinician, link, standing


def noted(tx: Tx, context: Context, action: str, link: str) -> None:
    """Write down that this clinician read or did something about that patient."""
    clinician, found = own_link(tx, context, link)
    audit.note(tx, at=context.now, actor=clinician.id, action=action, about=found.id)


def zone_of(clinician: Clinician, link: Link) -> ZoneInfo:
    """The patient's zone; before it is known, the clinic's."""
    known = link.account.zone if link.account is not None else None
    return known or clinician.clinic.zone


def today_at(clinician: Clinician, now: datetime) -> date:
    """The date at the clinic."""
    return now.astimezone(clinician.clinic.zone).date()
