"""An edit may be slow, and land on top of one that knew better: then it goes again."""

import asyncio
from datetime import timedelta
from typing import Any

import handlers.show
from care.doses import DoseState
from content.screen import Screen
from tests.conftest import House
from tests.whole.evening import state
from tests.whole.flight import SECOND, Flight, carrying, edit, on_a_page, second_evening
from tests.whole.test_overtaken import press_on_page


async def test_an_edit_that_was_slow_takes_no_newer_answer_off_its_message(planned: House) -> None:
    await second_evening(planned)
    await planned.walk_to(0, 59)
    message = await planned.ana.sees("This is the only repeat")
    flight = Flight(planned, edit("Not answered"), shown=False)
    await planned.walk_to(1, 0, 5)
    assert flight.began.is_set()
    await planned.ana.tap("Taken", message=message)
    await planned.settle()
    assert await state(planned) is DoseState.TAKEN
    await flight.land()
    await planned.walk(timedelta(minutes=3))
    texts = [m.text for m in carrying(planned)]
    assert any("Taken. You said so" in text for text in texts)
    assert not any("Not answered" in text for text in texts[-1:])


async def test_a_hold_that_overtakes_the_reply_to_a_press_stays_on_the_message(planned: House) -> None:
    await second_evening(planned)
    await planned.walk_to(21, 1)
    message = planned.ana.screen()
    gate, began, went = asyncio.Event(), asyncio.Event(), asyncio.Event()
    real_edit = handlers.show.edit

    async def slow(bot: Any, chat: int, number: int, screen: Screen, **options: Any) -> int:
        if chat == planned.ana.id and not began.is_set() and "When shall" in str(screen.text):
            began.set()
            with planned.app.activity.resting():
                await gate.wait()
            went.set()
        return await real_edit(bot, chat, number, screen, **options)

    handlers.show.edit = slow
    try:
        await planned.ana.tap("Later", message=message)
        await planned.settle()
        assert began.is_set()
        await press_on_page(planned, "Hold")
        await planned.walk(5 * SECOND)
        gate.set()
        await went.wait()
        await planned.settle()
        await planned.walk(timedelta(minutes=2))
    finally:
        handlers.show.edit = real_edit
    assert any("On hold" in m.text and m.message_id == message.message_id for m in planned.ana.messages())


async def test_an_edit_that_waits_at_the_gate_takes_no_newer_answer_off_its_message(planned: House) -> None:
    """No slow Telegram: only a person who taps quickly."""
    await second_evening(planned)
    await planned.walk_to(21, 1)
    reminder = planned.ana.screen()
    page = await on_a_page(planned)
    await planned.walk(timedelta(minutes=1))
    for _ in range(4):
        await planned.ana.say("/help")
    await planned.simulator.drained()
    await planned.app.rest()
    await planned.ana.tap("Skip", message=page)
    await planned.simulator.drained()
    await planned.app.rest()
    await planned.ana.tap("Taken", message=reminder)
    await planned.settle()
    await planned.walk(timedelta(minutes=1))
    assert await state(planned) is DoseState.TAKEN
    assert "Taken" in reminder.text


async def test_an_answer_by_another_page_and_one_on_the_message_whose_edit_is_slow(planned: House) -> None:
    await second_evening(planned)
    await planned.walk_to(21, 1)
    reminder = planned.ana.screen()
    page = await on_a_page(planned)
    flight = Flight(planned, edit("Skipped"), shown=False)
    await planned.ana.tap("Skip", message=page)
    await planned.settle()
    await planned.ana.tap("Taken", message=reminder)
    await planned.settle()
    await flight.land()
    await planned.walk(timedelta(minutes=1))
    assert await state(planned) is DoseState.TAKEN and "Taken" in reminder.text


async def test_later_on_an_old_message_of_a_held_dose_offers_no_other_reminder(planned: House) -> None:
    await second_evening(planned)
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 0, 3)
    reminder = planned.ana.screen()
    await press_on_page(planned, "Hold")
    await planned.walk(timedelta(minutes=1))
    await planned.ana.tap("Later", message=reminder)
    await planned.settle()
    assert "In 15 min" not in reminder.labels
