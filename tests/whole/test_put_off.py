"""A dose that was put off: what quiet, an undo, a lost connection and Telegram's limits make of it."""

from datetime import timedelta

from care.doses import DoseState
from tests.conftest import House


async def put_off(house: House, minutes: int) -> None:
    """On the second evening, at a minute past nine, Ana presses Later."""
    await house.walk(timedelta(days=1))
    await house.walk_to(21, 1)
    await house.tap(house.ana, "Later", f"In {minutes} min")


async def state(house: House) -> DoseState:
    return (await house.doses())[-1].state


def rings(house: House) -> list[str]:
    return [m.text for m in house.ana.messages() if "You asked for it later" in m.text]


async def test_quiet_takes_the_time_of_the_next_reminder_off_its_message_at_once(planned: House) -> None:
    await put_off(planned, 60)
    assert any("You will be reminded at 22:01" in m.text for m in planned.ana.messages())
    await planned.say(planned.ana, "/stop")
    await planned.walk(timedelta(minutes=1))
    assert not any("You will be reminded" in m.text for m in planned.ana.messages())
    assert any("Later. No other reminder of it is planned." in m.text for m in planned.ana.messages())
    await planned.walk(timedelta(hours=2))
    assert rings(planned) == []


async def test_a_later_ring_that_telegram_deferred_does_not_ring_in_quiet(planned: House) -> None:
    await put_off(planned, 30)
    deferred = {"retry_after": 600}
    planned.simulator.fail_next("sendMessage", 429, "Too Many Requests: retry after 600", parameters=deferred)
    await planned.walk_to(21, 31, 10)
    assert rings(planned) == []
    await planned.say(planned.ana, "/stop")
    await planned.walk(timedelta(hours=2))
    assert rings(planned) == []


async def test_taken_and_undone_it_comes_when_it_was_asked_for(planned: House) -> None:
    await put_off(planned, 15)
    await planned.walk(timedelta(minutes=5))
    await planned.tap(planned.ana, "Taken", "Undo")
    assert "You will be reminded at 21:16" in planned.ana.screen().text
    await planned.walk_to(21, 16, 10)
    assert len(rings(planned)) == 1
    await planned.walk(timedelta(hours=1))
    assert not any("This is the only repeat" in m.text for m in planned.ana.messages()[-2:])


async def test_undone_after_that_time_it_is_asked_about_once_more_as_any_other(planned: House) -> None:
    await put_off(planned, 15)
    await planned.tap(planned.ana, "Taken")
    await planned.walk(timedelta(minutes=30))
    await planned.tap(planned.ana, "Undo")
    assert await state(planned) is DoseState.SENT
    await planned.walk(timedelta(hours=1))
    assert any("This is the only repeat" in m.text for m in planned.ana.messages())


async def test_undone_in_quiet_it_rings_no_more(planned: House) -> None:
    await put_off(planned, 60)
    await planned.tap(planned.ana, "Taken")
    answered = planned.ana.screen()
    await planned.say(planned.ana, "/stop")
    await planned.ana.tap("Undo", message=answered)
    await planned.settle()
    await planned.walk(timedelta(hours=2))
    assert rings(planned) == []


async def test_a_dose_once_in_doubt_and_put_off_has_its_later_ring_once_more_when_that_is_lost(planned: House) -> None:
    await planned.walk_to(20, 59)
    planned.simulator.drop_after("sendMessage")
    await planned.walk_to(21, 2)
    await planned.tap(planned.ana, "See what changed", "Later", "In 30 min")
    planned.simulator.drop_before("sendMessage")
    await planned.walk_to(21, 40)
    assert any("You may have seen this one already" in m.text for m in planned.ana.messages())


async def test_a_later_ring_lost_twice_is_ours_and_not_the_patients_miss(planned: House) -> None:
    await put_off(planned, 30)
    planned.simulator.drop_before("sendMessage", times=2)
    await planned.walk_to(21, 40)
    assert await state(planned) is DoseState.UNDELIVERED
    assert any("We could not tell if this reminder reached you" in m.text for m in planned.ana.messages())


async def test_a_later_ring_that_telegram_defers_past_the_window_is_ours_too(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await planned.walk_to(23, 51)
    await planned.tap(planned.ana, "Later", "In 60 min")
    words = "Too Many Requests: retry after 700"
    planned.simulator.fail_next("sendMessage", 429, words, parameters={"retry_after": 700})
    await planned.walk(timedelta(hours=2))
    assert await state(planned) is DoseState.UNDELIVERED
    assert any("This reminder did not reach you" in m.text for m in planned.ana.messages())


async def test_put_off_reminded_again_and_not_answered_is_not_answered(planned: House) -> None:
    await put_off(planned, 15)
    await planned.walk(timedelta(hours=5))
    assert len(rings(planned)) == 0  # it was edited once its window closed
    assert await state(planned) is DoseState.UNANSWERED
