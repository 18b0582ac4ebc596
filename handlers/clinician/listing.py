"""/patients: the list by pages, a patient's page, a shared week. Each look is noted."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from telegram import Update

from care.week import Week
from content.press import press
from content.screen import Screen
from content.wording import clinic as words
from content.wording import patient_page
from content.wording.clinic import Line, Status
from content.wording.patient_page import PatientShown, PlanShown, UsesShown
from content.wording.supply import SupplyShown
from handlers.clinician.authority import member, noted, own_link, today_at, zone_of
from handlers.context import Context, NotYours
from handlers.supplied import supplied
from store import audit, diary, people, plans, supplies, trips, uses
from store.database import Tx
from store.people import Link
from store.plans import Standing
from store.team import Clinician
from store.trips import TripState
from store.weeks import week_of

NOTES_FOR = timedelta(days=28)
_WEEK = timedelta(days=7)


async def patients(update: Update, context: Context) -> None:
    """/patients"""
    await context.reply(await listed(context, 0, choosing=False))


async def turned(update: Update, context: Context) -> None:
    """``pts:<page>`` and ``planpts:<page>``: that page of the list."""
    number = context.one_word
    if context.press is None or not (number.isascii() and number.isdecimal()):
        raise NotYours
    choosing = context.press.verb == "planpts"
    screen = await listed(context, int(number), choosing=choosing)
    await context.toast()
    await context.replace(screen)


async def listed(context: Context, page: int, *, choosing: bool) -> Screen:
    """A page of the own clinic's patients; a page beyond the last is the last."""
    await context.record(lambda tx: _note_list(tx, context))
    return await context.read(lambda tx: _list(tx, context, page, choosing=choosing))


def _note_list(tx: Tx, context: Context) -> None:
    clinician = member(tx, context)
    audit.note(tx, at=context.now, actor=clinician.id, action="list", about=clinician.clinic.id)


def _list(tx: Tx, context: Context, page: int, *, choosing: bool) -> Screen:
    clinician = member(tx, context)
    links = sorted(people.links(tx, clinician.clinic.id), key=lambda link: _place(tx, context, clinician, link))
    page = max(0, min(page, (len(links) - 1) // words.A_PAGE))
    shown = links[page * words.A_PAGE : (page + 1) * words.A_PAGE]
    return words.patients(
        context.phrases,
        clinic=clinician.clinic.name,
        lines=[Line(link=link.id, label=link.label, status=_status(tx, context, clinician, link)) for link in shown],
        count=len(links),
        page=page,
        choosing=choosing,
    )


def _place(tx: Tx, context: Context, clinician: Clinician, link: Link) -> tuple[bool, list[tuple[int, str]]]:
    """Those who need a look first; then by label, Q-2 before Q-10."""
    calm = _status(tx, context, clinician, link) not in ("held", "unreachable", "review")
    parts = re.findall(r"\d+|\D+", link.label.casefold())
    return calm, [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _status(tx: Tx, context: Context, clinician: Clinician, link: Link) -> Status:
    """What a clinician with two minutes has to know first."""
    standings = plans.of_link(tx, link.id)
    today = context.now.astimezone(zone_of(clinician, link)).date()
    checks: Sequence[tuple[Status, bool]] = (
        ("held", any(s.held_since is not None for s in standings)),
        ("invited", link.account is None),
        ("unreachable", link.account is not None and link.account.unreachable),
        ("offered", any(s.offer is not None for s in standings)),
        ("review", bool(plans.overdue_reviews(standings, today_at(clinician, context.now)))),
        ("supply", supplies.low(tx, link.id)),
        ("quiet", link.account is not None and link.account.quiet_since is not None),
        ("running", any(s.runs(today) for s in standings)),
        ("over", any(s.accepted for s in standings)),
    )
    return next((status for status, holds in checks if holds), "none")


async def opened(update: Update, context: Context) -> None:
    """``pt:<link>``: a patient's page."""
    id = context.one_word
    await context.record(lambda tx: noted(tx, context, "read", id))
    screen = await context.read(lambda tx: page_of(tx, context, id))
    await context.toast()
    await context.replace(screen)


def page_of(tx: Tx, context: Context, id: str) -> Screen:
    """A patient's page as it is now."""
    clinician, link = own_link(tx, context, id)
    zone, today = clinician.clinic.zone, today_at(clinician, context.now)
    standings = plans.of_link(tx, link.id)
    overdue = {s.id for s in plans.overdue_reviews(standings, today)}
    quiet = link.account.quiet_since if link.account is not None else None
    notes = diary.notes(tx, link.id, context.now - NOTES_FOR)
    return patient_page.page(
        context.phrases,
        PatientShown(
            link=link.id,
            label=link.label,
            joined=None if link.consent_at is None else link.consent_at.astimezone(zone).date(),
            unreachable=link.account is not None and link.account.unreachable,
            quiet_since=None if quiet is None else quiet.astimezone(zone).date(),
            plans=[_plan(tx, context, s, clinician, link, overdue=s.id in overdue) for s in standings],
            week=_week(tx, context, clinician, link),
            shares=link.shares,
            trip=_asked_trip(tx, link),
            notes=[(at.astimezone(zone).date(), kind, item) for at, kind, item in notes],
        ),
    )


def _uses(tx: Tx, context: Context, standing: Standing, today: date) -> UsesShown | None:
    plan = standing.on(today)
    rule = None if plan is None else plan.as_needed
    if rule is None:
        return None
    taken = [use.taken for use in uses.of_plan(tx, standing.id, context.now - _WEEK)]
    close = sum(after - before < rule.apart for before, after in pairwise(taken))
    return UsesShown(count=len(taken), last=taken[-1] if taken else None, too_close=close)


def _supply(tx: Tx, context: Context, standing: Standing, clinician: Clinician, link: Link) -> SupplyShown | None:
    """How far it goes; None for a plan without times, of which nothing is counted down."""
    zone, name = zone_of(clinician, link), standing.medicine.name
    if not standing.timed(context.now.astimezone(zone).date()):
        return None
    back = press("pt", link.id)
    return supplied(tx, standing, link, zone, context.now, name=name, back=back, for_clinic=True)


def _asked_trip(tx: Tx, link: Link) -> str | None:
    trip = None if link.account is None else trips.of(tx, link.account.id)
    return trip.id if trip is not None and trip.state is TripState.ASKED else None


def _plan(
    tx: Tx, context: Context, standing: Standing, clinician: Clinician, link: Link, *, overdue: bool
) -> PlanShown:
    held, newest = standing.held_since, standing.newest
    today = context.now.astimezone(zone_of(clinician, link)).date()
    stands, *later = standing.from_day(today) or (None,)
    return PlanShown(
        id=standing.id,
        name=standing.medicine.name,
        accepted=stands,
        later=later,
        over=not standing.runs(today),
        offered=None if standing.offer is None else standing.offer.plan,
        held_since=None if held is None else held.astimezone(clinician.clinic.zone).date(),
        hold_cause=standing.hold_cause,
        review_overdue=newest.review if newest is not None and overdue else None,
        uses=_uses(tx, context, standing, today),
        supply=_supply(tx, context, standing, clinician, link),
    )


def _week(tx: Tx, context: Context, clinician: Clinician, link: Link) -> Week | None:
    """The last seven days on the patient's calendar; None before there is one."""
    if link.account is None:
        return None
    today = context.now.astimezone(zone_of(clinician, link)).date()
    return week_of(tx, link.account.id, link.id, today - timedelta(days=6))


async def week(update: Update, context: Context) -> None:
    """``ptweek:<link>``: the last seven days in words, if the patient shares the check-ins."""
    id = context.one_word
    await context.record(lambda tx: noted(tx, context, "read week", id))
    screen = await context.read(lambda tx: _week_text(tx, context, id))
    await context.toast()
    await context.replace(screen)


def _week_text(tx: Tx, context: Context, id: str) -> Screen:
    clinician, link = own_link(tx, context, id)
    found = _week(tx, context, clinician, link)
    if found is None or not link.shares:  # taken back since the button was shown
        return page_of(tx, context, id)
    return words.week_text(context.phrases, label=link.label, link=link.id, week=found)
