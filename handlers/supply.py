"""Supplies: entered, corrected or topped up by the patient or by the clinic, at any time."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from telegram import Update

from care.amounts import WORDS, AmountError, parse_amount, parse_number, same_unit
from care.supply import Supply
from content.press import press
from content.screen import Screen
from content.wording import supply as words
from content.wording.supply import PER_DOSE, SupplyShown
from handlers import standing as patients
from handlers.clinician.authority import own_plan, zone_of
from handlers.context import Context, NotYours
from handlers.prompting import prompting
from handlers.supplied import supplied
from store import asks, audit, people, plans, supplies
from store.asks import Ask
from store.database import Tx
from store.people import Link
from store.plans import Standing

ASK = "supply."
MOST_UNITS = Decimal(9999)
_MEASURED = ("mg", "mcg", "g", "mL", WORDS)
"""Units that are not counted one by one: for these it is asked how many are for each dose."""


@dataclass(frozen=True, kw_only=True)
class _Owned:
    """A plan with times, and whose hands it is in now: the patient's own, or their clinic's."""

    standing: Standing
    link: Link
    by_clinic: bool
    actor: str
    zone: ZoneInfo


def _owned(tx: Tx, context: Context, plan: str) -> _Owned:
    """Raises NotYours for anybody but the patient and the team; and for a plan that has no times."""
    patient, found = people.patient(tx, context.chat), plans.get(tx, plan)
    if found is not None and patient is not None and patient.link.id == found.link and patient.account.zone is not None:
        account = patient.account
        assert account.zone is not None
        owned = _Owned(standing=found, link=patient.link, by_clinic=False, actor=account.id, zone=account.zone)
    else:
        clinician, link, found = own_plan(tx, context, plan)
        owned = _Owned(standing=found, link=link, by_clinic=True, actor=clinician.id, zone=zone_of(clinician, link))
    if found.ended or not found.timed(context.now.astimezone(owned.zone).date()):
        raise NotYours
    return owned


async def overview(update: Update, context: Context) -> None:
    """``supplies``: a patient's own."""
    await context.toast()
    await context.replace(await context.read(lambda tx: _overview(tx, context)))


def _overview(tx: Tx, context: Context) -> Screen:
    patient = patients.own(tx, context)
    today = context.now.astimezone(patient.account.zone or patient.clinic.zone).date()
    found = [s for s in plans.of_link(tx, patient.link.id) if s.accepted and s.timed(today)]
    return words.overview(context.phrases, [_shown(tx, context, _owned(tx, context, s.id)) for s in found])


async def pressed(update: Update, context: Context) -> None:
    """``supply:<plan>:show|count|more|forget``, ``supply:<plan>:per:<units>:<per dose>``"""
    await context.toast()
    match context.press_words:
        case (plan, "show"):
            await context.record(lambda tx: _unask(tx, context, plan))
        case (plan, ("count" | "more") as what):
            await context.record(lambda tx: _expect(tx, context, plan, what))
            await context.replace(await context.read(lambda tx: _asking(tx, context, plan, what)))
            return
        case (plan, "forget"):
            await context.record(lambda tx: _forget(tx, context, plan))
        case (plan, "per", units, per) if per in PER_DOSE:
            supply = _supply(units, per_dose=Decimal(per))
            await context.record(lambda tx: _keep(tx, context, _owned(tx, context, plan), supply))
        case _:
            raise NotYours
    await context.replace(await context.read(lambda tx: words.page(context.phrases, _of(tx, context, plan))))


def _supply(units: str, *, per_dose: Decimal) -> Supply:
    try:
        counted = Decimal(units)
    except InvalidOperation:
        raise NotYours from None
    if not counted.is_finite() or not 0 <= counted <= MOST_UNITS:
        raise NotYours
    return Supply(units=counted, per_dose=per_dose, strength=None)


def _expect(tx: Tx, context: Context, plan: str, what: str) -> None:
    owned = _owned(tx, context, plan)
    if what == "more" and supplies.get(tx, owned.standing.id) is None:
        what = "count"
    asks.put(tx, context.chat, f"{ASK}{what}", at=context.now, plan=plan)


def _unask(tx: Tx, context: Context, plan: str) -> None:
    """Back from a question: words typed from here on are not taken for a number."""
    _owned(tx, context, plan)
    ask = asks.get(tx, context.chat)
    if ask is not None and ask.kind.startswith(ASK):
        asks.clear(tx, context.chat)


def _forget(tx: Tx, context: Context, plan: str) -> None:
    owned = _owned(tx, context, plan)
    if supplies.forget(tx, plan):
        audit.note(tx, at=context.now, actor=owned.actor, action="supply forgotten", about=plan)


def _keep(tx: Tx, context: Context, owned: _Owned, supply: Supply) -> None:
    asks.clear(tx, context.chat)
    supplies.put(
        tx,
        owned.standing.id,
        supply,
        entry=context.services.new_id(),
        by_clinic=owned.by_clinic,
        zone=owned.zone,
        at=context.now,
    )
    audit.note(tx, at=context.now, actor=owned.actor, action="supply counted", about=owned.standing.id)


async def typed(update: Update, context: Context, ask: Ask) -> None:
    """The number that was asked for, or how much is in one."""
    plan, what = ask.facts["plan"], ask.kind.removeprefix(ASK)
    number = _number(context.words)
    if what == "per":
        found = await context.read(lambda tx: _per(_owned(tx, context, plan), context.words, ask.facts["units"]))
        if found is None:
            units = Decimal(ask.facts["units"])
            await context.reply(await context.read(lambda tx: _asking_per(tx, context, plan, units, problem=True)))
            return
        await context.record(lambda tx: _keep(tx, context, _owned(tx, context, plan), found))
    elif number is None:
        await context.reply(await context.read(lambda tx: _asking(tx, context, plan, what, problem=True)))
        return
    else:
        await context.record(lambda tx: _counted(tx, context, plan, what, number))
    await context.reply(await context.read(lambda tx: _next(tx, context, plan)))


def _number(text: str) -> Decimal | None:
    if text.strip() == "0":
        return Decimal(0)
    try:
        return parse_number(text.strip().removeprefix("+"))
    except AmountError:
        return None


def _counted(tx: Tx, context: Context, plan: str, what: str, number: Decimal) -> None:
    """A new count of a known supply keeps its units for each dose; of a new one, these are asked for."""
    owned, kept = _owned(tx, context, plan), supplies.get(tx, plan)
    if kept is not None:
        left = supplies.look(tx, kept, owned.standing, owned.zone, context.now).left if what == "more" else Decimal(0)
        supply = Supply(units=left + number, per_dose=kept.supply.per_dose, strength=kept.supply.strength)
        _keep(tx, context, owned, supply)
    elif (unit := owned.standing.medicine.unit) not in _MEASURED:
        # Counted one by one: "2 tablets" takes two of them.
        assert unit
        _keep(tx, context, owned, Supply(units=number, per_dose=None, strength=Decimal(1)))
    else:
        asks.put(tx, context.chat, f"{ASK}per", at=context.now, plan=plan, units=str(number))


def _per(owned: _Owned, text: str, units: str) -> Supply | None:
    """How much is in one, or how many are for each dose."""
    number, unit = _number(text), owned.standing.medicine.unit
    if number:
        return Supply(units=Decimal(units), per_dose=number, strength=None)
    try:
        amount = parse_amount(text)
    except AmountError:
        return None
    if amount.value is None or not same_unit(amount.unit, unit):
        return None
    return Supply(units=Decimal(units), per_dose=None, strength=amount.value)


def _next(tx: Tx, context: Context, plan: str) -> Screen:
    """The question that is open, or the supply as it stands now."""
    ask = asks.get(tx, context.chat)
    if ask is not None and ask.kind == f"{ASK}per" and ask.facts["plan"] == plan:
        return _asking_per(tx, context, plan, Decimal(ask.facts["units"]))
    return words.page(context.phrases, _of(tx, context, plan))


def _asking(tx: Tx, context: Context, plan: str, what: str, *, problem: bool = False) -> Screen:
    return _prompting(tx, context, plan, words.ask(context.phrases, _of(tx, context, plan), what, problem=problem))


def _asking_per(tx: Tx, context: Context, plan: str, units: Decimal, *, problem: bool = False) -> Screen:
    asked = words.ask_per(context.phrases, _of(tx, context, plan), units, problem=problem)
    return _prompting(tx, context, plan, asked)


def _prompting(tx: Tx, context: Context, plan: str, screen: Screen) -> Screen:
    """Whom to call stands on a patient's prompts (R8), not on the clinic's."""
    return screen if _owned(tx, context, plan).by_clinic else prompting(tx, context, screen)


def _of(tx: Tx, context: Context, plan: str) -> SupplyShown:
    return _shown(tx, context, _owned(tx, context, plan))


def _shown(tx: Tx, context: Context, owned: _Owned) -> SupplyShown:
    name = f"{owned.link.label}, {owned.standing.medicine.name}" if owned.by_clinic else owned.standing.alias or "A"
    back = press("pt", owned.link.id) if owned.by_clinic else press("supplies")
    return supplied(
        tx, owned.standing, owned.link, owned.zone, context.now, name=name, back=back, for_clinic=owned.by_clinic
    )
