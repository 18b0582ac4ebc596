"""Many people at one second."""

from datetime import time, timedelta

from bot.origins import new_id
from store import clinics
from store.database import Tx
from tests.conftest import BERLIN, House
from tests.crowd import daily, enrol, medicine_of, prescribe


async def test_more_reminders_than_a_second_holds_arrive_one_after_the_other_while_time_passes(house: House) -> None:
    crowd = [house.simulator.person(f"Patient {number}") for number in range(60)]
    for person in crowd:
        await house.say(person, "/start")
    before = {person.id: len(person.messages()) for person in crowd}

    def set_up(tx: Tx) -> None:
        clinic = clinics.every(tx)[0].id
        for number, person in enumerate(crowd):
            who = enrol(tx, clinic, person.id, f"P-{number}", BERLIN, "DE", house.now, new_id)
            plan = daily(medicine_of(tx, clinic), time(21), house.now.date())
            prescribe(tx, who, plan, "Evening capsule", house.now, new_id)

    await house.app.db.write(set_up)
    await house.walk_to(21, 0, 0)
    at_once = sum(len(person.messages()) > before[person.id] for person in crowd)
    await house.walk(timedelta(seconds=3))
    told = [person.messages()[before[person.id] :] for person in crowd]
    assert all(len(messages) == 1 and "Your 21:00 reminder" in messages[0].text for messages in told)
    assert at_once <= 30
