"""A simulated Telegram can be put away and taken out again."""

import json
from datetime import timedelta

import pytest

from simulator import Clock, Person, Simulator
from simulator.api.schema import Upload
from simulator.api.uploads import file_of
from tests.simulator.conftest import CallIt, confirm_all, keys

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\0\x09\0\0\0\x09" + b"\x08\0\0\0\0"


async def test_everything_comes_back_and_goes_on_where_it_was(sim: Simulator, call: CallIt, ana: Person) -> None:
    group = sim.group("Walkers", ana)
    await call("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    picture = file_of(sim.world, "photo", Upload(filename="x.png", data=PNG), {})
    await call("sendPhoto", chat_id=ana.id, photo=picture.file_id, caption="Week", reply_markup=keys("Taken"))
    await confirm_all(call)
    await ana.tap("Taken")
    sim.clock.set(sim.clock.now() + timedelta(minutes=1))
    kept = json.loads(json.dumps(sim.snapshot()))

    again = Simulator(clock=Clock(sim.clock.now() + timedelta(days=9)))
    ana_again = again.person("Ana")
    again.group("Walkers", ana_again)
    again.restore(kept)

    assert again.clock.now() == sim.clock.now()
    assert ana_again.messages() == ana.messages() and ana_again.screen().photo == PNG
    assert [update.as_json() for update in again.world.updates.waiting()] == (await call("getUpdates")).result
    assert again.group("Walkers").id == group.id
    assert again.snapshot() == sim.snapshot()
    for each in (ana, ana_again):
        await each.tap("Taken")
        await each.say("on and on")
    assert again.snapshot() == sim.snapshot()


async def test_what_another_version_saved_is_refused(sim: Simulator) -> None:
    with pytest.raises(ValueError, match="another version"):
        sim.restore({"version": 0})
