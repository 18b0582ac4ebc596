"""Whom a person can call: the numbers of the country they set, and their own clinic. In a group, nothing personal."""

from content.numbers import Numbers, numbers
from content.wording.safety import ClinicFacts
from handlers.context import Context
from store import people
from store.database import Tx


def numbers_of(tx: Tx, context: Context) -> Numbers:
    """By the country that the person set, never guessed; before that, and in groups, the general ones."""
    account = people.account(tx, context.chat) if context.private else None
    return numbers(account.country if account else None, context.now.date())


def clinic_of(tx: Tx, context: Context) -> ClinicFacts | None:
    """The clinic of the patient behind this chat; None for everyone else, and in groups."""
    patient = people.patient(tx, context.chat) if context.private else None
    if patient is None:
        return None
    return ClinicFacts(name=patient.clinic.name, phone=patient.clinic.phone, hours=patient.clinic.hours)
