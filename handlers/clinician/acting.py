"""Hold, lift, end. A hold says *do not take it until the clinic clears it*; only a clinician lifts it (R5)."""

from telegram import Update

from care.medicines import is_naltrexone
from content.screen import Html, Screen
from content.wording import acting as words
from handlers.clinician.authority import own_plan
from handlers.context import Context, NotYours
from store import audit, changes, diary, holds, moving, notices, plans, raising
from store.database import Tx
from store.gaps import GAP
from store.notices import Priority
from store.people import Link
from store.plans import Standing
from store.team import Clinician

OURS = "clinician"
_CHANGES = ("hold", "lift", "clear", "end-yes")
_WAYS = (*_CHANGES, "unsure", "end")


async def act(update: Update, context: Context) -> None:
    """``planact:<plan>:hold|lift|unsure|end|end-yes``, ``planact:<plan>:clear:<hold>``.

    ``clear`` is the opioid check's "none"; it names the hold that the check was about.
    """
    said = context.press_words
    if len(said) not in (2, 3) or said[1] not in _WAYS:
        raise NotYours
    id, what, about = said[0], said[1], said[2] if len(said) > 2 else ""
    if what in _CHANGES:
        await context.record(lambda tx: _change(tx, context, id, what, about))
    screen = await context.read(lambda tx: _shown(tx, context, id, what))
    await context.toast()
    await context.replace(screen)


def _change(tx: Tx, context: Context, id: str, what: str, about: str) -> None:
    clinician, link, standing = own_plan(tx, context, id)
    raising.catch_up(tx, id, context.now, context.services.new_id)
    if what == "hold":
        _hold(tx, context, clinician, link, standing)
    elif what == "end-yes":
        _end(tx, context, clinician, link, standing)
    elif what == "clear" and about == words.hold_name(standing.held_since):
        _lift(tx, context, clinician, link, standing, checked=True)
    elif what == "lift" and standing.hold_cause != GAP and not needs_check(tx, standing):
        _lift(tx, context, clinician, link, standing, checked=False)


def _hold(tx: Tx, context: Context, clinician: Clinician, link: Link, standing: Standing) -> None:
    now = context.now
    if not holds.hold(tx, standing.id, OURS, at=now, new_id=context.services.new_id):
        return
    audit.note(tx, at=now, actor=clinician.id, action="hold", about=standing.id, detail=OURS)
    _tell(tx, context, link, "held", standing)


def needs_check(tx: Tx, standing: Standing) -> bool:
    """Whether lifting asks the opioid check again: unless we held it ourselves and no opioid was told of since."""
    if standing.held_since is None or not (standing.medicine.opioid_check or is_naltrexone(standing.medicine)):
        return False
    if standing.hold_cause != OURS:
        return True
    # An opioid told of under our own hold can't set another one: its note says so.
    return any(item == "opioid" for _, _, item in diary.notes(tx, standing.link, standing.held_since))


def _lift(tx: Tx, context: Context, clinician: Clinician, link: Link, standing: Standing, *, checked: bool) -> None:
    """Lifted in the same statement that looks whether it is held. Nothing is worked out anew: the next slot comes, and
    the messages of the doses that the hold has stopped say so."""
    if standing.held_since is None or not plans.lift(tx, standing.id, at=context.now):
        return
    holds.follow(tx, standing.id, at=context.now, new_id=context.services.new_id)
    if link.account is not None and link.account.zone is not None:  # a change of tomorrow's was not told of under it
        changes.announce(
            tx,
            standing.id,
            link.account.id,
            link.account.zone,
            standing.accepted,
            now=context.now,
            new_id=context.services.new_id,
        )
    detail = "opioid check: none" if checked else ""
    audit.note(tx, at=context.now, actor=clinician.id, action="lift", about=standing.id, detail=detail)
    _tell(tx, context, link, "lifted", standing)


def _end(tx: Tx, context: Context, clinician: Clinician, link: Link, standing: Standing) -> None:
    now = context.now
    if not holds.end(tx, standing.id, at=now, new_id=context.services.new_id):
        return
    audit.note(tx, at=now, actor=clinician.id, action="end", about=standing.id)
    _tell(tx, context, link, "ended", standing)


def _tell(tx: Tx, context: Context, link: Link, kind: str, standing: Standing) -> None:
    """A notice to the patient, of a plan that they know of."""
    if _told(link, standing) and link.account is not None:
        notices.put(
            tx,
            id=context.services.new_id(),
            account=link.account.id,
            kind=kind,
            priority=Priority.CLINIC,
            send_at=context.now,
            facts={"plan": standing.id},
        )


def _told(link: Link, standing: Standing) -> bool:
    return link.account is not None and (bool(standing.accepted) or standing.offer is not None)


def _shown(tx: Tx, context: Context, id: str, what: str) -> Screen:
    """How the plan stands now, whoever pressed what before."""
    _, link, standing = own_plan(tx, context, id)
    phrases, label, name = context.phrases, link.label, standing.medicine.name
    told = _told(link, standing)
    if standing.ended:
        return words.ended(phrases, label=label, link=link.id, name=name, told=told)
    if what in ("end", "end-yes"):
        return words.ask_end(phrases, label=label, link=link.id, name=name, plan=id)
    if standing.held_since is None:
        return words.lifted(
            phrases, label=label, link=link.id, told=told, goes_on=_goes_on(tx, context, link, standing)
        )
    if what in ("lift", "clear"):
        return words.ask_lift(
            phrases,
            label=label,
            link=link.id,
            plan=id,
            since=standing.held_since,
            goes_on=_goes_on(tx, context, link, standing),
            check=needs_check(tx, standing),
        )
    if what == "unsure":
        return words.still_held(phrases, label=label, link=link.id, name=name)
    undo = not needs_check(tx, standing)
    return words.held(phrases, label=label, link=link.id, name=name, plan=id, told=told, undo=undo)


def _goes_on(tx: Tx, context: Context, link: Link, standing: Standing) -> Html:
    """With which dose it goes on once it is lifted; nothing is said of a plan that was never accepted."""
    zone = None if link.account is None else link.account.zone
    if zone is None or not standing.accepted:
        return Html()
    today, due = context.now.astimezone(zone).date(), moving.next_of_plan(tx, standing.id, context.now)
    needed = [
        plan
        for plan in standing.from_day(today)
        if plan.as_needed is not None and (plan.end is None or plan.end >= today)
    ]
    return words.goes_on(
        context.phrases,
        None if due is None else due.at.astimezone(zone),
        "" if due is None else due.amount.text,
        as_needed=[(plan.start if plan.start > today else None, plan.steps[0].amount.text) for plan in needed],
    )
