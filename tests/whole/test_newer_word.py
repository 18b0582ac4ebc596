"""Somebody was heard from, or pressed, while a notice of theirs was on its way: what is newer counts."""

from datetime import timedelta
from secrets import token_hex

import pytest

from bot.walk import walk
from care.doses import DoseState
from content.screen import Screen
from scheduler.outcomes import InDoubt, Later, Outcome, Refused, Unreachable
from store import diary, notices, people, quiet
from store.database import Tx
from store.notices import Notice, Priority
from tests.conftest import House
from tests.whole.evening import state
from tests.whole.flight import OUR_FAULT, SECOND, Flight, carrying, edit, on_a_page, ring, second_evening
from tests.whole.test_overtaken import press_on_page

ROW = "Your last 3 reminders were skipped"


async def test_who_unblocks_and_writes_while_a_refusal_is_on_its_way_is_within_reach(planned: House) -> None:
    await second_evening(planned)
    await planned.ana.block()
    await planned.settle()
    await planned.app.db.write(lambda tx: tx.run("UPDATE account SET unreachable_at = NULL"))
    flight = Flight(planned, ring(), shown=False)
    await planned.walk_to(21, 0, 5)
    await planned.ana.unblock()
    await planned.say(planned.ana, "/today")
    await flight.land(Unreachable())
    await planned.walk_to(20, 59)
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.SENT


async def test_who_blocks_while_an_answer_is_on_its_way_is_told_of_once(planned: House) -> None:
    await second_evening(planned)
    flight = Flight(planned, ring())
    await planned.walk_to(21, 0, 5)
    before = len(planned.bruno.messages())
    await planned.ana.block()
    await planned.settle()
    await flight.land()
    await planned.walk(timedelta(hours=30))
    assert len(planned.bruno.messages()[before:]) == 1


async def test_a_skip_taken_back_before_word_of_a_row_goes_out_is_not_spoken_of(planned: House) -> None:
    await planned.walk(timedelta(days=2))
    await planned.walk_to(21, 1)
    flight = Flight(planned, edit(""))
    await planned.say(planned.ana, "/today")
    await planned.tap(planned.ana, next(x for x in planned.ana.screen().labels if x.startswith("21:00")))
    await planned.tap(planned.ana, "Skip")
    assert flight.began.is_set()
    await planned.tap(planned.ana, "Undo", "Taken")
    await flight.land()
    await planned.walk(timedelta(minutes=1))
    assert not any("last 3 reminders were skipped" in m.text for m in planned.ana.messages())


async def test_quiet_asked_for_on_seeing_a_reminder_does_not_make_it_one_that_was_not_asked(planned: House) -> None:
    await second_evening(planned)
    flight = Flight(planned, ring())
    await planned.walk_to(21, 0, 5)
    await planned.say(planned.ana, "/stop")
    await flight.land()
    assert await state(planned) is DoseState.SENT


async def unheard(house: House, span: timedelta) -> None:
    """So long the bot can hear nobody."""

    async def nobody() -> None:
        return None

    await walk(house.app, house.simulator.clock, nobody, house.now + span)


async def pressed_in_an_outage(house: House, *buttons: str) -> int:
    """The answer to a reminder is lost, Telegram is away until after its window, and shortly before that Ana presses
    what reached her. How many messages the clinician had before."""
    await second_evening(house)
    before = len(house.bruno.messages())
    house.simulator.drop_after("sendMessage")
    await house.walk_to(21, 0, 3)
    reminder = house.ana.screen()
    port = int(house.simulator.url.rpartition(":")[2])
    await house.simulator.stop()
    await unheard(house, timedelta(hours=3, minutes=59))
    for button in buttons:
        await house.ana.tap(button, message=reminder)
    await unheard(house, timedelta(minutes=2))
    assert await state(house) is DoseState.UNDELIVERED
    await house.simulator.start(port=port)
    await unheard(house, timedelta(minutes=1))
    await house.walk(timedelta(minutes=5))
    return before


async def test_what_was_answered_just_before_its_window_closed_in_an_outage_is_not_told_as_not_sent(
    planned: House,
) -> None:
    before = await pressed_in_an_outage(planned, "Taken")
    assert await state(planned) is DoseState.TAKEN
    assert not any(OUR_FAULT in m.text for m in planned.ana.messages())
    assert planned.bruno.messages()[before:] == []
    await planned.say(planned.bruno, "/patients")
    await planned.tap(planned.bruno, next(label for label in planned.bruno.screen().labels if "P-07" in label))
    assert "could not send" not in planned.bruno.screen().text


async def test_what_was_only_looked_at_then_is_told_of(planned: House) -> None:
    before = await pressed_in_an_outage(planned, "Show the amount")
    assert await state(planned) is DoseState.UNDELIVERED
    assert any(OUR_FAULT in m.text for m in planned.ana.messages())
    assert len(planned.bruno.messages()[before:]) == 1


async def test_word_of_a_hold_does_not_wait_a_day_for_somebody_who_is_back(planned: House) -> None:
    await second_evening(planned, 12, 0)
    await planned.ana.block()
    await planned.settle()
    await planned.app.db.write(lambda tx: tx.run("UPDATE account SET unreachable_at = NULL"))  # not known to us yet
    flight = Flight(planned, lambda screen, replaces: "on hold" in str(screen.text), shown=False)
    await press_on_page(planned, "Hold")
    assert flight.began.is_set()
    await planned.ana.unblock()
    await planned.say(planned.ana, "/today")
    await flight.land(Unreachable())
    await planned.walk(timedelta(hours=3))
    assert any("Your plan is on hold" in m.text for m in planned.ana.messages())


async def test_a_chat_that_moves_after_its_reminder_had_to_wait_gets_it_there(planned: House) -> None:
    await planned.walk_to(20, 59)
    await planned.say(planned.cleo, "hello")
    there = {"migrate_to_chat_id": planned.cleo.id}
    planned.simulator.fail_next("sendMessage", 429, "Too Many Requests", times=3, parameters={"retry_after": 2})
    await planned.walk_to(21, 0, 5)
    planned.simulator.fail_next("sendMessage", 400, "Bad Request: group chat was upgraded", parameters=there)
    await planned.walk_to(21, 1)
    assert "Your 21:00 reminder" in planned.cleo.screen().text


async def test_a_row_that_goes_on_after_all_is_spoken_of(planned: House) -> None:
    await planned.walk(timedelta(days=2))
    await planned.walk_to(21, 1)
    flight = Flight(planned, edit(""))
    await on_a_page(planned)
    await planned.tap(planned.ana, "Skip", "Undo")
    await flight.land()
    await planned.walk(timedelta(minutes=1))
    assert not any(ROW in m.text for m in planned.ana.messages())
    await planned.walk_to(1, 1)
    assert sum(ROW in m.text for m in planned.ana.messages()) == 1


@pytest.mark.parametrize("outcome", [Later(SECOND), InDoubt(), Refused(), Unreachable()])
async def test_a_reminder_on_its_way_when_quiet_began_that_did_not_come_is_not_asked(
    planned: House, outcome: Outcome
) -> None:
    await second_evening(planned)
    flight = Flight(planned, ring(), shown=False)
    await planned.walk_to(21, 0, 5)
    await planned.say(planned.ana, "/stop")
    await flight.land(outcome)
    assert await state(planned) is DoseState.NOT_ASKED
    await planned.walk(timedelta(hours=6))
    assert not any("21:00 reminder" in m.text or OUR_FAULT in m.text for m in planned.ana.messages()[-2:])


async def test_a_reminder_whose_turn_comes_as_quiet_begins_is_not_sent(planned: House) -> None:
    await planned.walk_to(20, 59)
    delivery = planned.app.delivery
    real = delivery._words

    async def just_before(notice: Notice) -> Screen | None:
        await planned.app.db.write(
            lambda tx: quiet.begin(tx, notice.account, at=planned.now, new_id=lambda: token_hex(8))
        )
        return await real(notice)

    delivery._words = just_before
    await planned.walk_to(21, 1)
    assert await state(planned) is DoseState.NOT_ASKED
    assert carrying(planned) == []


@pytest.mark.parametrize("kind", ["checkin", "summary", "refill"])
async def test_what_waits_when_quiet_begins_is_not_pushed_in_quiet(planned: House, kind: str) -> None:
    await planned.walk(timedelta(days=1))

    def put(tx: Tx) -> None:
        patient = people.patient(tx, planned.ana.id)
        assert patient is not None
        facts: dict[str, str] = {}
        if kind == "checkin":
            found = diary.open_checkin(
                tx, id="c", account=patient.account.id, evening=planned.now.date(), at=planned.now
            )
            facts = {"checkin": found.id}
        if kind == "summary":
            facts = {"start": "2026-11-16"}
        if kind == "refill":
            plan = str(tx.value("SELECT id FROM plan"))
            tx.run(
                "INSERT INTO supply (plan, entry, units, strength, counted_at, by_clinic, told_at)"
                " VALUES (:plan, 'e', '3', '1', 1, 0, 1)",
                plan=plan,
            )
            facts = {"plan": plan}
        notices.put(
            tx,
            id="waits",
            account=patient.account.id,
            kind=kind,
            priority=Priority.SUMMARY,
            send_at=planned.now + timedelta(minutes=5),
            facts=facts,
        )

    await planned.app.db.write(put)  # as after a 429 that put it back
    await planned.say(planned.ana, "/stop")
    before = len(planned.ana.messages())
    await planned.walk(timedelta(minutes=10))
    assert [m.text for m in planned.ana.messages()[before:]] == []


async def test_a_later_ring_under_way_when_quiet_begins_is_not_told_of_as_lost(planned: House) -> None:
    await second_evening(planned)
    await planned.walk_to(21, 0, 5)
    flight = Flight(planned, ring(), shown=False)
    await planned.tap(planned.ana, "Later", "In 15 min")
    await planned.walk_to(21, 16)
    await planned.say(planned.ana, "/stop")
    await flight.land(Refused())
    await planned.walk(timedelta(hours=6))
    assert (await planned.doses())[-1].state is not DoseState.UNDELIVERED
