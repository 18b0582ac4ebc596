"""Many people at one second."""

from datetime import time, timedelta

from bot.origins import new_id
from scheduler.tick import A_PART
from store import clinics
from store.database import Tx
from tests.conftest import BERLIN, House
from tests.crowd import daily, enrol, medicine_of, prescribe


def gather(tx: Tx, house: House, chats: list[int]) -> None:
    clinic = clinics.every(tx)[0].id
    for number, chat in enumerate(chats):
        who = enrol(tx, clinic, chat, f"P-{number}", BERLIN, "DE", house.now, new_id)
        plan = daily(medicine_of(tx, clinic), time(21), house.now.date())
        prescribe(tx, who, plan, "Evening capsule", house.now, new_id)


async def test_while_a_crowd_is_being_raised_the_tick_counts_as_getting_on(house: House) -> None:
    await house.app.db.write(lambda tx: gather(tx, house, list(range(5000, 5000 + 2 * A_PART))))
    house.simulator.clock.set(house.now + timedelta(hours=12))
    ticked: list[bool] = []
    write = house.app.db.write

    async def watched(fn):  # type: ignore[no-untyped-def]  # as Database.write has it
        ticked.append((await house.app.health())["ticks"])
        return await write(fn)

    house.app.db.write = watched  # type: ignore[method-assign]  # to look between two transactions
    await house.app.tick()
    assert ticked[:2] == [False, True]
    house.app.db.write = write  # type: ignore[method-assign]
    await house.walk(timedelta(seconds=10))  # else its end waits for what is on its way


async def test_more_reminders_than_a_second_holds_arrive_one_after_the_other_while_time_passes(house: House) -> None:
    crowd = [house.simulator.person(f"Patient {number}") for number in range(60)]
    for person in crowd:
        await house.say(person, "/start")
    before = {person.id: len(person.messages()) for person in crowd}

    await house.app.db.write(lambda tx: gather(tx, house, [person.id for person in crowd]))
    await house.walk_to(21, 0, 0)
    at_once = sum(len(person.messages()) > before[person.id] for person in crowd)
    await house.walk(timedelta(seconds=3))
    told = [person.messages()[before[person.id] :] for person in crowd]
    assert all(len(messages) == 1 and "Your 21:00 reminder" in messages[0].text for messages in told)
    assert at_once <= 30
