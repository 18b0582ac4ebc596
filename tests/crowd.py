"""Patients by the hundred, set up by the store's own functions: what crowded tests and benchmarks start from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from care.amounts import Amount
from care.plans import Days, Plan, Step
from care.succession import Version, next_at
from store import clinics, people, plans
from store.database import Tx


@dataclass(frozen=True, kw_only=True)
class Enrolled:
    """Somebody who joined a clinic: the ids of their rows."""

    account: str
    link: str
    chat: int
    zone: ZoneInfo


def enrol(
    tx: Tx, clinic: str, chat: int, label: str, zone: ZoneInfo, country: str, at: datetime, new_id: Callable[[], str]
) -> Enrolled:
    """Somebody has joined, shares their check-ins and confirmed a clock; they have no plan and no rounds yet."""
    account = people.open_account(tx, id=new_id(), chat=chat, language="en", at=at)
    link = new_id()
    people.add_link(tx, id=link, clinic=clinic, label=label, at=at)
    people.join(tx, link=link, account=account.id, consent_version="1", at=at)
    people.set_shares(tx, link, True)
    people.set_country(tx, account.id, country)
    people.move_to(tx, account.id, zone, country=None, at=at)
    return Enrolled(account=account.id, link=link, chat=chat, zone=zone)


def prescribe(tx: Tx, who: Enrolled, plan: Plan, alias: str, at: datetime, new_id: Callable[[], str]) -> str:
    """A plan that was set and accepted at ``at``; its id."""
    id = plans.offer(tx, new_id=new_id(), link=who.link, plan=plan, author="a test", opioid_check=None, at=at)
    number = plans.get(tx, id)
    assert number is not None and number.offer is not None
    versions = (Version(number=number.offer.version, plan=plan),)
    plans.accept(tx, id, number.offer.version, plan, next_at=next_at(versions, who.zone, at), at=at)
    plans.set_alias(tx, id, alias)
    return id


def daily(medicine: str, at: time, start: date, amount: str = "1.5 mg") -> Plan:
    """The plainest plan: one amount, once a day, open."""
    value, _, unit = amount.partition(" ")
    return Plan(
        medicine=medicine,
        times=(at,),
        days=Days(),
        steps=(Step(amount=Amount(text=amount, value=Decimal(value), unit=unit), days=None),),
        start=start,
        end=None,
        review=start + timedelta(weeks=12),
    )


def medicine_of(tx: Tx, clinic: str) -> str:
    """The clinic's first medicine: LDN."""
    return clinics.medicines(tx, clinic)[0].id
