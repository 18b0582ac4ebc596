"""Patients by the hundred, set up by the store's own functions: what crowded tests and benchmarks start from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.commands.clinic import add_clinic
from bot.origins import new_id
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


def first_patient(tx: Tx, due: datetime) -> tuple[Enrolled, str]:
    """A clinic and its first patient, and the plan's id: a dose a day, the first at ``due``."""
    at, zone = due - timedelta(hours=12), ZoneInfo("Europe/Berlin")
    clinic = add_clinic(
        tx,
        name="Riverside Pain Clinic",
        phone="+49 30 555 0100",
        hours="Mon–Fri 9:00–16:00",
        country="DE",
        zone=zone,
        language="en",
        at=at,
        new_id=new_id,
    )
    who = enrol(tx, clinic.id, 1_000_001, "P-1", zone, "DE", at, new_id)
    local = due.astimezone(zone)
    plan = daily(medicine_of(tx, clinic.id), time(local.hour, local.minute), local.date())
    return who, prescribe(tx, who, plan, "Evening capsule", at, new_id)


def multiply(tx: Tx, who: Enrolled, plan: str, copies: int) -> None:
    """Copy a patient and their plan so many times, with ids and chats of their own: a million in a minute.

    Chats count on from that of ``who``. The rows are those that the store's own functions wrote, column by column.
    """
    tx.run(
        "CREATE TEMP TABLE copy AS WITH RECURSIVE counted (n) AS"
        " (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < :copies) SELECT n,"
        f" {_ID} AS account, {_ID} AS link, {_ID} AS plan FROM counted",
        copies=copies,
    )
    new = {
        "account": {"id": "copy.account", "chat": "old.chat + copy.n"},
        "link": {"id": "copy.link", "account": "copy.account", "label": "'C-' || copy.n"},
        "plan": {"id": "copy.plan", "link": "copy.link"},
        "plan_version": {"plan": "copy.plan"},
    }
    found = {"account": who.account, "link": who.link, "plan": plan, "plan_version": plan}
    for table, changed in new.items():
        columns = [row["name"] for row in tx.all(f"SELECT name FROM pragma_table_info('{table}')")]
        values = ", ".join(changed.get(column, f"old.{column}") for column in columns)
        key = next(iter(changed))
        into = f"INSERT INTO {table} ({', '.join(columns)})"
        tx.run(f"{into} SELECT {values} FROM {table} AS old, copy WHERE old.{key} = :id", id=found[table])
    tx.run("DROP TABLE copy")


_ID = "substr(lower(hex(randomblob(8))), 1, 15)"
