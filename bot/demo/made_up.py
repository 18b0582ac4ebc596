"""A made-up clinic for the self-test: patients in zones whose clocks change in different ways, or not at all."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.commands.clinic import add_clinic
from care.amounts import Amount
from care.plans import Days, Plan, Step
from care.succession import Version, next_at
from store import clinics, people, plans
from store.database import Tx

ZONES = (
    ("Europe/Berlin", "DE"),
    ("America/New_York", "US"),
    ("America/Santiago", "CL"),
    ("Australia/Lord_Howe", "AU"),  # half an hour, in the other half of the year
    ("Africa/Cairo", "EG"),  # at midnight
    ("Asia/Kathmandu", "NP"),  # never, and a quarter of an hour apart from everybody
)
CROWD = 12
"""So many more in the first zone, all at the last of the times: a morning that drains."""
TIMES = ((time(2, 30), time(14)), (time(0, 15),), (time(8),), (time(21),))


def furnish(tx: Tx, at: datetime, new_id: Callable[[], str]) -> None:
    """A clinic, and a patient for each zone and each choice of times; all have accepted a plan."""
    clinic = add_clinic(
        tx,
        name="Made-up clinic",
        phone="+49 30 555 0100",
        hours="never",
        country="DE",
        zone=ZoneInfo("Europe/Berlin"),
        language="en",
        at=at,
        new_id=new_id,
    )
    medicine = clinics.medicines(tx, clinic.id)[0].id
    who = [(zone, country, times) for zone, country in ZONES for times in TIMES] + [(*ZONES[0], TIMES[-1])] * CROWD
    for number, (zone, country, times) in enumerate(who, start=1):
        _patient(tx, clinic.id, medicine, number, ZoneInfo(zone), country, times, at, new_id)


def _patient(
    tx: Tx,
    clinic: str,
    medicine: str,
    chat: int,
    zone: ZoneInfo,
    country: str,
    times: tuple[time, ...],
    at: datetime,
    new_id: Callable[[], str],
) -> None:
    account = people.open_account(tx, id=new_id(), chat=chat, language="en", at=at).id
    link = new_id()
    people.add_link(tx, id=link, clinic=clinic, label=f"M-{chat}", at=at)
    people.join(tx, link=link, account=account, consent_version="made up", at=at)
    people.move_to(tx, account, zone, country=country, at=at)
    start = at.astimezone(zone).date()
    plan = Plan(
        medicine=medicine,
        times=times,
        days=Days(),
        steps=(Step(amount=Amount(text="1.5 mg", value=Decimal("1.5"), unit="mg"), days=None),),
        start=start,
        end=None,
        review=start + timedelta(weeks=12),
    )
    id = plans.offer(tx, new_id=new_id(), link=link, plan=plan, author="made up", opioid_check=None, at=at)
    plans.accept(tx, id, 1, plan, next_at=next_at((Version(number=1, plan=plan),), zone, at), at=at)
    plans.set_alias(tx, id, "Capsule")
