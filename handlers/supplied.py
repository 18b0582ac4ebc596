"""A plan's supply as it stands now, for whoever looks: the patient, or the team."""

from datetime import datetime
from zoneinfo import ZoneInfo

from care.supply import low
from content.press import Press
from content.wording.supply import SupplyShown
from store import supplies
from store.database import Tx
from store.people import Link
from store.plans import Standing


def supplied(
    tx: Tx,
    standing: Standing,
    link: Link,
    zone: ZoneInfo,
    now: datetime,
    *,
    name: str,
    back: Press,
    for_clinic: bool,
) -> SupplyShown:
    """How far it goes by the plan, if it was ever counted."""
    kept, clinic = supplies.get(tx, standing.id), link.clinic
    found = None if kept is None else supplies.look(tx, kept, standing, zone, now)
    return SupplyShown(
        plan=standing.id,
        name=name,
        supply=None if kept is None else kept.supply,
        unit=standing.medicine.unit,
        counted=None if kept is None else kept.counted.astimezone(zone).date(),
        by_clinic=kept is not None and kept.by_clinic,
        left=None if found is None else found.left,
        runs_out=None if found is None else found.runs_out,
        begun=bool(standing.accepted),
        held=standing.held_since is not None,
        low=found is not None and low(found, now.astimezone(zone).date(), clinic.refill_days),
        back=back,
        clinic=None if for_clinic else f"{clinic.name}: {clinic.phone}",
    )
