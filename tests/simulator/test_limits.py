"""How fast a bot may send."""

from datetime import timedelta

from simulator import Clock, Person, Simulator
from tests.simulator.conftest import MORNING, CallIt


async def sent(call: CallIt, chat: int, times: int) -> list[int]:
    return [(await call("sendMessage", chat_id=chat, text="x")).status for _ in range(times)]


async def test_a_chat_takes_five_at_once_and_then_one_a_second(call: CallIt, sim: Simulator, ana: Person) -> None:
    assert await sent(call, ana.id, 6) == [200] * 5 + [429]
    refused = await call("sendMessage", chat_id=ana.id, text="x")
    assert refused.refusal == (429, "Too Many Requests: retry after 1")
    assert refused.body["parameters"] == {"retry_after": 1} and refused.headers["Retry-After"] == "1"
    sim.clock.set(MORNING + timedelta(seconds=1))
    assert await sent(call, ana.id, 2) == [200, 429]
    assert sim.limits.violations == {"chat": 3}


async def test_a_bot_sends_thirty_a_second_to_all_together(call: CallIt, sim: Simulator) -> None:
    people = [sim.person(f"Patient {number}") for number in range(31)]
    for person in people:
        await person.say("/start")
    assert [(await sent(call, person.id, 1))[0] for person in people] == [200] * 30 + [429]
    assert sim.limits.violations == {"bot": 1}


async def test_a_group_takes_twenty_a_minute(call: CallIt, sim: Simulator, ana: Person) -> None:
    group = sim.group("Walkers", ana)
    statuses = []
    for second in range(31):
        sim.clock.set(MORNING + timedelta(seconds=second))
        statuses += await sent(call, group.id, 1)
    assert statuses.index(429) == 29  # twenty, and one more each three seconds
    assert sim.limits.violations["group"] == statuses.count(429)


async def test_edits_count_and_what_puts_nothing_into_a_chat_does_not(
    call: CallIt, sim: Simulator, ana: Person
) -> None:
    id = (await call("sendMessage", chat_id=ana.id, text="x")).result["message_id"]
    for number in range(4):
        await call("editMessageText", chat_id=ana.id, message_id=id, text=str(number))
    assert (await call("editMessageText", chat_id=ana.id, message_id=id, text="y")).status == 429
    assert (await call("sendChatAction", chat_id=ana.id, action="typing")).status == 200
    assert (await call("getChat", chat_id=ana.id)).status == 200


async def test_who_was_refused_has_lost_nothing_by_it(call: CallIt, sim: Simulator, ana: Person) -> None:
    await sent(call, ana.id, 50)
    sim.clock.set(MORNING + timedelta(seconds=5))
    assert await sent(call, ana.id, 6) == [200] * 5 + [429]


async def test_limits_can_be_turned_off(call: CallIt, sim: Simulator, ana: Person) -> None:
    sim.limits.on = False
    assert await sent(call, ana.id, 50) == [200] * 50
    assert not sim.limits.violations and not Simulator(clock=Clock(MORNING), limits=False).limits.on


async def test_a_clock_set_back_gives_nothing_and_takes_nothing(call: CallIt, sim: Simulator, ana: Person) -> None:
    await sent(call, ana.id, 5)
    sim.clock.set(MORNING - timedelta(hours=1), backwards=True)
    assert await sent(call, ana.id, 1) == [429]
    sim.clock.set(MORNING - timedelta(minutes=59, seconds=59))
    assert await sent(call, ana.id, 2) == [200, 429]
