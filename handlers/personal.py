"""/settings, /stop (quiet), /privacy, /delete, /cancel."""

from datetime import time

from telegram import Update

from care import rounds as when
from content import dates
from content.screen import Screen
from content.wording import personal as words
from content.wording import setup as plain_words
from handlers import standing
from handlers.context import Context, NotYours
from store import asks, audit, drafts, moving, notices, people, plans, quiet, raising, rounds, team
from store.database import Tx
from store.notices import Priority
from store.pace import checkin_time, set_summary
from store.people import Patient
from store.rounds import CHECKIN, LESSON, SUMMARY


def _patient(tx: Tx, context: Context) -> Patient:
    patient = people.patient(tx, context.chat)
    if patient is None:
        raise NotYours
    return patient


def _settings(tx: Tx, context: Context) -> Screen:
    patient = _patient(tx, context)
    account, zone = patient.account, patient.account.zone
    if zone is None:
        return standing.here(tx, context)
    checkin, summary = rounds.get(tx, account.id, CHECKIN), rounds.get(tx, account.id, SUMMARY)
    weekly = None
    if summary is not None and summary.next_at is not None:
        local = summary.next_at.astimezone(zone)
        weekly = context.phrases.label("personal.weekly", day=dates.weekday(local.weekday()), at=dates.clock(local))
    lesson = rounds.get(tx, account.id, LESSON)
    reading = None
    if lesson is not None and lesson.next_at is not None and lesson.weekday is not None and lesson.at is not None:
        reading = context.phrases.label("personal.weekly", day=dates.weekday(lesson.weekday), at=dates.clock(lesson.at))
    daily = None
    if checkin is not None and checkin.next_at is not None:
        daily = dates.clock(checkin.at or checkin_time(tx, account.id, zone, context.now))
    return words.settings(
        context.phrases,
        local=context.now.astimezone(zone),
        zone=zone.key,
        checkin=daily,
        summary=weekly,
        reading=reading,
        shares=patient.link.shares,
        quiet=account.quiet_since is not None,
        hours=rounds.quiet_hours(tx, account.id),
        most=rounds.most_a_day(tx, account.id),
        aliases=[(s.id, s.alias) for s in plans.of_link(tx, patient.link.id) if s.accepted and s.alias],
    )


async def settings(update: Update, context: Context) -> None:
    """/settings"""
    await context.reply(await context.read(lambda tx: _settings(tx, context)))


async def set_one(update: Update, context: Context) -> None:
    """``set:menu``, ``set:<what>`` (choose) or ``set:<what>:<value>``"""
    await context.toast()
    said, phrases = context.press_words, context.phrases
    await context.read(lambda tx: _patient(tx, context))
    match said:
        case ("menu",):
            pass
        case ("checkin",):
            return await _show(context, words.choose_checkin(phrases))
        case ("day",):
            return await _show(context, words.choose_day(phrases))
        case ("hours",):
            return await _show(context, words.choose_hours(phrases))
        case ("most",):
            return await _show(context, words.choose_most(phrases))
        case ("hour",):
            return await _show(context, words.choose_hour(phrases))
        case ("quiet", wanted):
            await context.record(lambda tx: _set_quiet(tx, context, wanted == "on"))
            over = await context.read(lambda tx: quiet_over(tx, context))
            return await _show(context, words.quiet(phrases) if wanted == "on" else over)
        case (what, value) if _fits(what, value):
            await context.record(lambda tx: _set(tx, context, what, value))
        case _:
            raise NotYours
    await context.replace(await context.read(lambda tx: _settings(tx, context)))
    return None


async def _show(context: Context, screen: Screen) -> None:
    await context.replace(screen)


def _fits(what: str, value: str) -> bool:
    match what:
        case "checkin":
            return value in ("off", "plan", *map(str, words.CHECKIN_HOURS))
        case "day":
            return value in "0123456" and len(value) == 1
        case "hour":
            return value in map(str, words.SUMMARY_HOURS)
        case "hours":
            return value == "off" or _hours(value) in words.QUIET_HOURS
        case "most":
            return value in map(str, when.MOST_CHOICES)
        case "share":
            return value in ("yes", "no")
    return False


def _hours(value: str) -> tuple[time, time] | None:
    """Quiet hours as a press names them, "2200-0800"; None for anything else."""
    named = {f"{since:%H%M}-{until:%H%M}": (since, until) for since, until in words.QUIET_HOURS}
    return named.get(value)


def _set(tx: Tx, context: Context, what: str, value: str) -> None:
    patient, now = _patient(tx, context), context.now
    account, zone = patient.account, patient.account.zone
    if what == "share":
        people.set_shares(tx, patient.link.id, value == "yes")
        audit.note(tx, at=now, actor=account.id, action="share", about=patient.link.id, detail=value)
    elif what == "hours":
        rounds.set_quiet_hours(tx, account.id, _hours(value))
    elif what == "most":
        rounds.set_most_a_day(tx, account.id, int(value))
    elif zone is None:
        return
    elif what == "checkin" and value == "off":
        rounds.put(tx, account.id, CHECKIN, next_at=None)
    elif what == "checkin":
        at = None if value == "plan" else time(int(value))
        next_at = when.next_daily(at or checkin_time(tx, account.id, zone, now), zone, now)
        rounds.put(tx, account.id, CHECKIN, next_at=next_at, at=at)
    else:
        kept = rounds.get(tx, account.id, SUMMARY)
        weekday, at = when.SUMMARY_ON
        if kept is not None and kept.weekday is not None and kept.at is not None:
            weekday, at = kept.weekday, kept.at
        if what == "day":
            weekday = int(value)
        else:
            at = time(int(value))
        set_summary(tx, account.id, zone, now, weekday, at)


def _set_quiet(tx: Tx, context: Context, on: bool) -> None:
    patient, new_id = _patient(tx, context), context.services.new_id
    raising.catch_up_account(tx, patient.account.id, context.now, new_id)
    if on:
        quiet.begin(tx, patient.account.id, at=context.now, new_id=new_id)
    else:
        quiet.end(tx, patient.account.id, at=context.now, new_id=new_id)
    action = "quiet" if on else "quiet-ends"
    audit.note(tx, at=context.now, actor=patient.account.id, action=action, about=patient.link.id)


async def stop(update: Update, context: Context) -> None:
    """/stop: quiet. The plan stands; nothing is pushed."""
    await context.record(lambda tx: _set_quiet(tx, context, True))
    await context.read(lambda tx: _patient(tx, context))
    await context.reply(words.quiet(context.phrases))


def quiet_over(tx: Tx, context: Context) -> Screen:
    """That it is over, and what comes by how the plans stand."""
    patient = people.patient(tx, context.chat)
    if patient is None:
        return words.quiet_over(context.phrases, coming=False, held=())
    coming = moving.next_of(tx, patient.account.id, context.now) is not None
    return words.quiet_over(context.phrases, coming=coming, held=plans.on_hold(tx, patient.account.id))


async def privacy(update: Update, context: Context) -> None:
    """/privacy: for everyone, known or not."""
    account = await context.read(lambda tx: people.account(tx, context.chat))
    await context.reply(words.privacy(context.phrases, known=account is not None))


async def delete(update: Update, context: Context) -> None:
    """/delete: asks once, since it can't be undone."""
    account = await context.read(lambda tx: people.account(tx, context.chat))
    if account is None:
        await context.reply(plain_words.plain(context.phrases, "personal.deleted_nothing"))
        return
    await context.reply(await context.read(lambda tx: _ask_erase(tx, context)))


def _ask_erase(tx: Tx, context: Context) -> Screen:
    """What would be gone: a patient's data, a clinician's place on the team, or both."""
    clinician, patient = team.clinician(tx, context.chat), people.patient(tx, context.chat)
    if clinician is None:
        return words.delete(context.phrases)
    alone = len(team.members(tx, clinician.clinic.id)) == 1
    return words.delete_clinician(
        context.phrases, clinic=clinician.clinic.name, alone=alone, patient_too=patient is not None
    )


async def erase(update: Update, context: Context) -> None:
    """``erase:ask|no|yes``"""
    wanted = context.one_word
    await context.toast()
    if wanted == "ask":
        await context.reply(await context.read(lambda tx: _ask_erase(tx, context)))
    elif wanted == "no":
        await context.replace(plain_words.plain(context.phrases, "personal.kept"))
    elif wanted == "yes":
        await context.record(lambda tx: _erase(tx, context))
        await context.replace(plain_words.plain(context.phrases, "personal.deleted"))
    else:
        raise NotYours


def _erase(tx: Tx, context: Context) -> None:
    """All of the person's data, and the row that ties it to them; the team hears that the label left."""
    account, now = people.account(tx, context.chat), context.now
    if account is None:
        return
    patient = people.patient(tx, context.chat)
    if patient is not None:
        for member in team.members(tx, patient.clinic.id):
            if member.account != account.id:
                notices.put(
                    tx,
                    id=context.services.new_id(),
                    account=member.account,
                    kind="left",
                    priority=Priority.CLINIC,
                    send_at=now,
                    facts={"label": patient.link.label},
                )
    clinician = team.clinician(tx, context.chat)
    if clinician is not None:
        team.withdraw(tx, clinician.id, at=now)
    people.erase(tx, account.id, context.chat)
    audit.note(tx, at=now, actor=account.id, action="erase", about=account.id)


async def cancel(update: Update, context: Context) -> None:
    """/cancel: says what it cancelled."""
    ask = await context.read(lambda tx: asks.get(tx, context.chat))
    await context.record(lambda tx: _cancel(tx, context))
    if ask is None:
        await context.reply(plain_words.plain(context.phrases, "personal.cancelled_nothing"))
        return
    key = f"personal.what_{ask.kind}" if context.phrases.has(f"personal.what_{ask.kind}") else "personal.what_typed"
    what = context.phrases.label(key)
    await context.reply(plain_words.plain(context.phrases, "personal.cancelled", what=what))
    if ask.kind == "country":
        await context.reply(await context.read(lambda tx: standing.here(tx, context)))


def _cancel(tx: Tx, context: Context) -> None:
    """Nothing is waited for any more; a plan that was being put together is closed, its old buttons with it."""
    ask = asks.get(tx, context.chat)
    asks.clear(tx, context.chat)
    if ask is not None and "draft" in ask.facts:
        drafts.drop(tx, ask.facts["draft"])
