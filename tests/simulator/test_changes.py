"""What changed since when: what the page asks so that it need not look at everything."""

from simulator import Person, Simulator
from simulator.world.changes import Changes
from tests.simulator.conftest import CallIt


def test_each_thing_that_changed_is_told_once_in_the_order_of_its_last_change() -> None:
    changes = Changes()
    changes.note(("chat", 1))
    seen = changes.version
    changes.note(("message", 1, 7))
    changes.note(("chat", 2))
    changes.note(("message", 1, 7))
    assert changes.since(seen) == [("chat", 2), ("message", 1, 7)]
    assert changes.since(changes.version) == []


def test_after_a_start_over_whoever_looked_before_must_look_at_everything() -> None:
    changes = Changes()
    seen = changes.version
    changes.start_over()
    assert changes.since(seen) is None
    assert changes.since(changes.version) == []


async def test_a_sent_an_edited_and_a_deleted_message_are_noted(sim: Simulator, call: CallIt, ana: Person) -> None:
    seen = sim.world.changes.version
    sent = (await call("sendMessage", chat_id=ana.id, text="x")).result["message_id"]
    assert sim.world.changes.since(seen) == [("message", ana.id, sent)]
    for method, more in (("editMessageText", {"text": "y"}), ("deleteMessage", {})):
        seen = sim.world.changes.version
        await call(method, chat_id=ana.id, message_id=sent, **more)
        assert sim.world.changes.since(seen) == [("message", ana.id, sent)]


async def test_typing_blocking_and_commands_are_noted(sim: Simulator, call: CallIt, ana: Person) -> None:
    seen = sim.world.changes.version
    await call("sendChatAction", chat_id=ana.id, action="typing")
    assert sim.world.changes.since(seen) == [("chat", ana.id)]
    await call("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    assert ("people",) in (sim.world.changes.since(seen) or [])
    seen = sim.world.changes.version
    await ana.block()
    assert sim.world.changes.since(seen) == [("chat", ana.id)]
