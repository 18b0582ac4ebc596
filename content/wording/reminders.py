"""Reminders in words: a dose as it rings, and a dose as it stands."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from care.dose import Dose
from care.doses import SKIP_REASONS, UNDO_FOR, DoseState, later_choices
from care.plans import Plan
from care.second import NOW, THEN
from content import dates
from content.phrases import Phrases
from content.press import press
from content.screen import Button, Html, Row, Screen, joined, unmarked
from content.wording.plans import clock_times, days_in_words
from content.wording.safety import HELP_ROW
from content.wording.supply import SupplyShown
from content.wording.uses import NeededShown, today_lines

_HOWS = ("due", "late", "again", "again_late", "later", "repeat")
_LATER_STATES = (DoseState.DUE, DoseState.SENT, DoseState.LATER)
_NOT_SEEN = (DoseState.DUE, DoseState.SENT, DoseState.NOT_ASKED, DoseState.UNDELIVERED)
"""The states of a first dose of a step whose change may not have been looked at."""


def facts_of(dose: Dose) -> dict[str, object]:
    """What every line about a dose names: its time and the patient's own word."""
    return {"at": dates.clock(dose.due), "alias": dose.alias or "A"}


def _asking(phrases: Phrases, dose: Dose, now: datetime) -> tuple[Row, ...]:
    """Taken stands alone and wide; Later and Skip share a row; opposite answers never do."""
    rows: list[Row] = [(Button(label=phrases.label("button.taken"), press=press("dose", dose.id, "taken")),)]
    second = [Button(label=phrases.label("button.skip"), press=press("dose", dose.id, "skip"))]
    if dose.state in _LATER_STATES and later_choices(now, dose.window_end, dose.laters):
        second.insert(0, Button(label=phrases.label("button.later"), press=press("dose", dose.id, "later")))
    rows.append(tuple(second))
    return tuple(rows)


def _amount_row(phrases: Phrases, dose: Dose) -> Row:
    return (Button(label=phrases.label("reminder.show_amount"), press=press("dose", dose.id, "amount")),)


def ring(phrases: Phrases, dose: Dose, now: datetime, *, how: str) -> Screen:
    """A reminder as it arrives. ``how``: due, late, again, again_late, later or repeat (which comes silently)."""
    silent = how == "repeat"
    if dose.first and how in ("due", "late", "again", "again_late"):
        see = Button(label=phrases.label("reminder.see_change"), press=press("dose", dose.id, "change"))
        text = phrases("reminder.first" if dose.amount_before else "reminder.first_ever", **facts_of(dose))
        if how != "due":
            text = joined((phrases(f"reminder.{how}", **facts_of(dose)), text), by="\n")
        return Screen(text=text, rows=((see,), HELP_ROW(phrases)), silent=silent)
    rows = (*_asking(phrases, dose, now), _amount_row(phrases, dose), HELP_ROW(phrases))
    if dose.first and how == "repeat":
        see = Button(label=phrases.label("reminder.see_change"), press=press("dose", dose.id, "change"))
        rows = ((see,), HELP_ROW(phrases))
    return Screen(text=phrases(f"reminder.{how}", **facts_of(dose)), rows=rows, silent=silent)


def is_ring(phrases: Phrases, dose: Dose, now: datetime, shown: str) -> bool:
    """Whether that plain text is a reminder of this dose as it arrives, and not a page that shows the dose."""
    return any(unmarked(ring(phrases, dose, now, how=how).text) == shown for how in _HOWS)


def change(
    phrases: Phrases, dose: Dose, since: date, now: datetime, versions: tuple[Plan, Plan] | None = None
) -> Screen:
    """What is new with the first dose of a step or version: only this screen carries the answers (design 3).

    ``versions``: that of the dose shown before this one, and this one's. Times and days are named where they are
    others; that all is as before is said only where both are known.
    """
    day = dates.day(since)
    facts = {"alias": dose.alias or "A", "day": day, "amount": dose.amount}
    if dose.amount_before is None:
        lines = [phrases("reminder.change_first", **facts)]
    else:
        old, new = _compared(phrases, dose.amount_before, dose.amount, versions)
        lines = [phrases("reminder.change_of", **facts)]
        if old == new and versions is not None:
            lines.append(phrases("reminder.change_same", amount=new))
        elif old == new:
            lines.append(phrases("reminder.change_now", amount=new))
        else:
            lines += [phrases("reminder.change_before", before=old), phrases("reminder.change_now", amount=new)]
    if dose.state not in _LATER_STATES:
        stands = standing(phrases, dose, now, seen=True)
        return Screen(text=joined((*lines, stands.text), by="\n"), rows=stands.rows)
    return Screen(text=joined(lines, by="\n"), rows=(*_asking(phrases, dose, now), HELP_ROW(phrases)))


def _compared(phrases: Phrases, before: str, amount: str, versions: tuple[Plan, Plan] | None) -> tuple[str, str]:
    """What was and what is, in the same parts: the amount, and the times and the days where these have changed."""
    if versions is None:
        return before, amount
    old, new = versions
    at = old.times != new.times
    on = old.days != new.days
    return _part(phrases, before, old, at=at, on=on), _part(phrases, amount, new, at=at, on=on)


def _part(phrases: Phrases, amount: str, plan: Plan, *, at: bool, on: bool) -> str:
    """``1.5 mg at 21:00, every other day``"""
    if at:
        amount = phrases.label("reminder.change_at", amount=amount, times=clock_times(phrases, plan.times))
    return f"{amount}, {days_in_words(phrases, plan.days)}" if on else amount


def amount(phrases: Phrases, dose: Dose, now: datetime) -> Screen:
    """The amount, which no push shows, with the answers that are still open."""
    text = phrases("reminder.amount", day=dates.day(dose.due), amount=dose.amount, **facts_of(dose))
    ask = (Button(label=phrases.label("personal.set_hold"), press=press("askhold")),)
    return Screen(text=text, rows=(*standing(phrases, dose, now).rows[:-1], ask, HELP_ROW(phrases)))


def choose_later(phrases: Phrases, dose: Dose, now: datetime) -> Screen:
    """For how long to put it off."""
    choices = tuple(
        Button(label=phrases.label("reminder.minutes", minutes=m), press=press("later", dose.id, m, dose.laters))
        for m in later_choices(now, dose.window_end, dose.laters)
    )
    back = Button(label=phrases.label("button.back"), press=press("dose", dose.id, "show"))
    text = phrases("reminder.choose_later" if choices else "reminder.no_later", **facts_of(dose))
    return Screen(text=text, rows=(choices, (back,), HELP_ROW(phrases)))


def standing(phrases: Phrases, dose: Dose, now: datetime, *, seen: bool = False) -> Screen:
    """A dose as it stands: what is recorded, with Undo for 12 h, or what can still be said.

    The first one of a step opens the change before it is answered, unless that was ``seen``.
    """
    facts = facts_of(dose)
    undo: Row = (Button(label=phrases.label("button.undo"), press=press("dose", dose.id, "undo")),)
    can_undo = dose.answered is not None and now - dose.answered <= UNDO_FOR
    rows: tuple[Row, ...]
    match dose.state:
        case DoseState.TAKEN | DoseState.SKIPPED:
            assert dose.answered is not None
            facts["said"] = _said(dose)
            key = dose.state.value
            if dose.state is DoseState.TAKEN and dose.reason in (THEN, NOW):
                key = f"taken_{dose.reason}"
            elif dose.reason:
                key, facts["reason"] = "skipped_reason", phrases.label(f"reminder.reason_{dose.reason}")
            change = Button(label=phrases.label("reminder.fix"), press=press("fix", dose.id, "ask"))
            rows = (undo,) if can_undo else ((change,),)
        case DoseState.LATER:
            key = "later_over" if dose.later_until is None else "later_until"
            if dose.later_until is not None:
                facts["until"] = dates.clock(dose.later_until)
            rows = (*_asking(phrases, dose, now), _amount_row(phrases, dose))
        case DoseState.DUE | DoseState.SENT:
            key = "waiting"
            rows = (*_asking(phrases, dose, now), _amount_row(phrases, dose))
        case DoseState.HELD | DoseState.CANCELLED:  # not to be taken, and what was taken all the same can be said
            key = _stopped(dose)
            rows = ((Button(label=phrases.label("reminder.fix_taken"), press=press("dose", dose.id, "taken")),),)
        case _:
            key = _undelivered(dose) if dose.state is DoseState.UNDELIVERED else dose.state.value
            rows = (*_asking(phrases, dose, now), _amount_row(phrases, dose))
    if dose.first and dose.state in _NOT_SEEN and not seen:
        see = Button(label=phrases.label("reminder.see_change"), press=press("dose", dose.id, "change"))
        rows = ((see,),)
    return Screen(text=phrases(f"reminder.{key}", **facts), rows=(*rows, HELP_ROW(phrases)))


def _stopped(dose: Dose) -> str:
    """How one that was held or called off stands by now: whatever came first, its plan may have been ended since."""
    if dose.state is DoseState.CANCELLED or dose.plan_ended:
        return "cancelled"
    return "held" if dose.on_hold else "held_over"


def _undelivered(dose: Dose) -> str:
    """What did not arrive, or may not have: of a dose that was put off only the ring that was asked for later."""
    if dose.in_doubt:
        return "undelivered_unsure"
    return "undelivered_later" if dose.laters else "undelivered"


def superseded(phrases: Phrases, dose: Dose) -> Screen:
    """An older message of a dose that a newer one carries now: its buttons are off."""
    return Screen(text=phrases("reminder.superseded", **facts_of(dose)), rows=(HELP_ROW(phrases),))


def _said(dose: Dose) -> str:
    """When the patient said so; with the day if that was another one."""
    assert dose.answered is not None
    clock = dates.clock(dose.answered)
    return clock if dose.answered.date() == dose.due.date() else f"{clock}, {dates.day(dose.answered)}"


def skipped(phrases: Phrases, dose: Dose, now: datetime) -> Screen:
    """Skipped is recorded; the reason is optional."""
    base = standing(phrases, dose, now)
    reasons = [
        Button(label=phrases.label(f"reminder.reason_{r}").capitalize(), press=press("why", dose.id, r))
        for r in SKIP_REASONS
    ]
    rows: list[Row] = [tuple(reasons[i : i + 2]) for i in range(0, len(reasons), 2)]
    return Screen(text=joined((base.text, phrases("reminder.why"))), rows=(*rows, *base.rows))


def missed_text(phrases: Phrases, *, approved: bool, opioid_rule: bool) -> Html:
    """What to do about a missed dose: the clinic's text once approved, else the short one (clinical page 4.5)."""
    parts = [phrases("reminder.missed_long" if approved else "reminder.missed_short")]
    if opioid_rule:
        parts.append(phrases("reminder.missed_opioid"))
    return joined(parts, by=" ")


def in_a_row(phrases: Phrases, *, plan: str) -> Screen:
    """Three in a row skipped or not answered: said once, silently, without blame; what to do is behind the tap."""
    read = Button(label=phrases.label("reminder.row_read"), press=press("row", plan))
    return Screen(text=phrases("reminder.row"), rows=((read,), HELP_ROW(phrases)), silent=True)


def row_advice(phrases: Phrases, *, advice: Html, clinic: str, phone: str, told: str | None = None) -> Screen:
    """The fixed text about missed doses (T12), whom to ask, and who at the clinic was ``told``."""
    ask = phrases("reminder.ask", clinic=clinic, phone=phone)
    known = Html() if told is None else phrases("reminder.row_told", name=told)
    return Screen(text=joined((advice, ask, known, phrases("reminder.row_taken"))), rows=(HELP_ROW(phrases),))


def outage(phrases: Phrases, *, at: str, day: date) -> Screen:
    """One quiet note after an outage: never "take it now"; what to do is behind the tap, since it names medicines."""
    read = Button(label=phrases.label("reminder.outage_read"), press=press("advice"))
    text = phrases("reminder.outage", at=at, day=dates.day(day))
    return Screen(text=text, rows=((read,), HELP_ROW(phrases)), silent=True)


def lost(phrases: Phrases, dose: Dose) -> Screen:
    """The same of one reminder that may not have come."""
    read = Button(label=phrases.label("reminder.outage_read"), press=press("advice"))
    text = phrases("reminder.lost", at=dates.clock(dose.due), day=dates.day(dose.due))
    return Screen(text=text, rows=((read,), HELP_ROW(phrases)), silent=True)


def outage_advice(phrases: Phrases, *, advice: Html, clinic: str, phone: str) -> Screen:
    """The fixed text about missed doses (T12), after reminders that never came."""
    return Screen(text=joined((advice, phrases("reminder.ask", clinic=clinic, phone=phone))), rows=(HELP_ROW(phrases),))


def tomorrow(phrases: Phrases, *, at: str) -> Screen:
    """The day before a step: tomorrow's reminder changes, today nothing does."""
    return Screen(text=phrases("reminder.tomorrow", at=at), rows=(HELP_ROW(phrases),), silent=True)


def state_of(phrases: Phrases, dose: Dose) -> Html:
    """A dose's state in a list: of one that was held, whether its plan still is."""
    stopped = dose.state in (DoseState.HELD, DoseState.CANCELLED)
    return phrases(f"reminder.state_{_stopped(dose) if stopped else dose.state.value}")


def today(
    phrases: Phrases,
    *,
    day: date,
    doses: Sequence[Dose],
    held: Sequence[str],
    coming: datetime | None,
    checkin_done: bool,
    quiet: bool,
    needed: Sequence[NeededShown] = (),
    ending: Sequence[SupplyShown] = (),
) -> Screen:
    """Today's doses and check-in, and the aliases of what is on hold; each dose can be opened by its button."""
    lines: list[Html] = []
    rows: list[Row] = []
    for dose in doses:
        state = state_of(phrases, dose)
        lines.append(phrases("reminder.today_line", state=state, **facts_of(dose)))
        label = phrases.label("reminder.mark", at=dates.clock(dose.due), alias=dose.alias or "A")
        rows.append((Button(label=label[:40], press=press("dose", dose.id, "show")),))
    as_needed, buttons = today_lines(phrases, needed)
    if not doses and not held and not needed:
        lines.append(phrases("reminder.today_none"))
    lines += [phrases("reminder.today_held", alias=alias) for alias in held]
    lines += as_needed
    rows += buttons
    for supply in ending:
        if supply.runs_out is not None:
            lines.append(phrases("supply.today_low", alias=supply.name, day=dates.day(supply.runs_out)))
            label = phrases.label("supply.button_open", name=supply.name)
            rows.append((Button(label=label[:40], press=press("supply", supply.plan, "show")),))
    if coming is not None:
        lines.append(phrases("reminder.today_next", day=dates.day(coming), at=dates.clock(coming)))
    lines.append(phrases("reminder.today_checkin_done" if checkin_done else "reminder.today_checkin_open"))
    if not checkin_done:
        rows.append((Button(label=phrases.label("reminder.start_checkin"), press=press("checkin")),))
    if quiet:
        lines.append(phrases("reminder.quiet_note"))
    yesterday = press("day", (day - timedelta(days=1)).isoformat())
    rows.append((Button(label=phrases.label("reminder.earlier_days"), press=yesterday),))
    head = phrases("reminder.today", day=dates.day(day))
    return Screen(text=joined((head, joined(lines, by="\n"))), rows=(*rows, HELP_ROW(phrases)))
