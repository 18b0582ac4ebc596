"""What people do on their phones, and what the bot comes to know of it."""

from typing import Any

import pytest

from simulator import Clock, Group, Person, Simulator
from tests.simulator.conftest import CallIt, confirm_all, keys


@pytest.fixture
async def group(sim: Simulator, call: CallIt, ana: Person) -> Group:
    made = sim.group("Walkers", ana, sim.person("Bruno"))
    await confirm_all(call)
    return made


async def texts(call: CallIt) -> list[str]:
    return [update["message"]["text"] for update in await confirm_all(call)]


async def test_a_command_carries_its_entity(call: CallIt, ana: Person) -> None:
    await ana.say("/learn sleep")
    (update,) = await confirm_all(call)
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["message"]["from"]["language_code"] == "en"


async def test_a_private_chats_id_is_the_persons_and_needs_64_bits(call: CallIt, ana: Person) -> None:
    await ana.say("hello")
    (update,) = await confirm_all(call)
    assert update["message"]["chat"]["id"] == update["message"]["from"]["id"] == ana.id > 2**32


async def test_what_is_too_long_goes_as_several_messages(call: CallIt, ana: Person) -> None:
    await ana.say("x" * 5000)
    assert [len(text) for text in await texts(call)] == [4096, 904]


async def test_what_is_no_text_arrives_in_the_bot_apis_form(call: CallIt, ana: Person) -> None:
    await ana.send("location", {"latitude": 52.5, "longitude": 13.4})
    (update,) = await confirm_all(call)
    assert update["message"]["location"]["latitude"] == 52.5 and "text" not in update["message"]


async def test_ones_own_message_can_be_edited(call: CallIt, ana: Person) -> None:
    message = await ana.say("helo")
    await ana.edit(message, "hello")
    _, update = await confirm_all(call)
    assert update["edited_message"]["text"] == "hello" and "edit_date" in update["edited_message"]


async def test_a_tap_presses_the_newest_button_of_that_label(call: CallIt, ana: Person) -> None:
    for text in ("old", "new"):
        await call("sendMessage", chat_id=ana.id, text=text, reply_markup=keys("Taken", text))
    await ana.tap("Taken")
    await ana.tap("old")
    first, second = await confirm_all(call)
    assert [each["callback_query"]["message"]["text"] for each in (first, second)] == ["new", "old"]


async def test_a_tap_on_nothing_names_the_labels_on_screen(call: CallIt, ana: Person) -> None:
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("Later", "Skip"))
    with pytest.raises(AssertionError, match=r"no button “Taken”; there are \['Later', 'Skip'\]"):
        await ana.tap("Taken")


async def test_a_forged_press_arrives_like_any_other(call: CallIt, ana: Person) -> None:
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=keys("Taken"))
    await ana.press("forged", ana.screen())
    (update,) = await confirm_all(call)
    assert update["callback_query"]["data"] == "forged"


async def test_sees_waits_for_the_message_and_for_an_edit_of_it(call: CallIt, sim: Simulator, ana: Person) -> None:
    sent = (await call("sendMessage", chat_id=ana.id, text="One")).result["message_id"]
    assert (await ana.sees("One")).message_id == sent
    await call("editMessageText", chat_id=ana.id, message_id=sent, text="Two")
    assert (await ana.sees("Two")).message_id == sent
    with pytest.raises(AssertionError, match="does not see 'One'"):
        await ana.sees("One", timeout=0)


async def test_nobody_sees_what_they_wrote_themselves(ana: Person) -> None:
    await ana.say("sleep")
    with pytest.raises(AssertionError):
        await ana.sees("sleep", timeout=0)


LINK = "https://t.me/steady_bot?start=a-b_1"


@pytest.mark.parametrize(
    "message",
    [
        {"text": f"Open {LINK} on the other phone."},
        {"text": f'<a href="{LINK}">Open</a>', "parse_mode": "HTML"},
        {"text": "Open", "reply_markup": {"inline_keyboard": [[{"text": "Open", "url": LINK}]]}},
    ],
)
async def test_a_start_link_on_one_phone_can_be_scanned_by_another(
    call: CallIt, sim: Simulator, ana: Person, message: dict[str, Any]
) -> None:
    bruno = sim.person("Bruno")
    await call("sendMessage", chat_id=ana.id, **message)
    await bruno.scan(ana.screen())
    assert [each.text for each in bruno.messages()] == ["/start a-b_1"]


async def test_a_link_to_another_bot_is_not_scanned(call: CallIt, ana: Person) -> None:
    await call("sendMessage", chat_id=ana.id, text="https://t.me/other_bot?start=abc")
    with pytest.raises(AssertionError, match="no start link"):
        await ana.scan(ana.screen())


async def test_a_button_with_a_start_link_opens_it(call: CallIt, ana: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Open", "url": LINK}]]}
    await call("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)
    await ana.tap("Open")
    assert await texts(call) == ["/start a-b_1"]


async def test_who_blocked_the_bot_can_not_write_to_it(ana: Person) -> None:
    await ana.block()
    with pytest.raises(AssertionError, match="Ana has blocked the bot"):
        await ana.say("hello")


async def test_in_a_group_the_bot_sees_its_commands_and_replies_to_it_only(
    call: CallIt, ana: Person, group: Group
) -> None:
    await call("sendMessage", chat_id=group.id, text="Hello")
    spoken = await ana.sees("Hello")
    await ana.say("among us", in_=group)
    await ana.say("/learn", in_=group)
    await ana.say("/learn@steady_bot sleep", in_=group)
    await ana.say("/learn@other_bot", in_=group)
    await ana.say("see /learn", in_=group)
    await ana.say("thank you", in_=group, reply_to=spoken)
    assert await texts(call) == ["/learn", "/learn@steady_bot sleep", "thank you"]


async def test_without_privacy_mode_the_bot_sees_all(call: CallIt) -> None:
    sim = Simulator(clock=Clock(mode="real"), privacy=False)
    ana = sim.person("Ana")
    await ana.say("among us", in_=sim.group("Walkers", ana))
    assert [update.kind for update in sim.world.updates.waiting()] == ["my_chat_member", "message"]


async def test_a_groups_id_is_negative_and_a_supergroups_begins_with_100(sim: Simulator, ana: Person) -> None:
    assert sim.group("A", ana).id < 0
    assert str(sim.group("B", ana, supergroup=True).id).startswith("-100")


async def test_members_see_the_group_and_others_do_not(call: CallIt, sim: Simulator, group: Group) -> None:
    cleo, bruno = sim.person("Cleo"), sim.person("Bruno")
    await call("sendMessage", chat_id=group.id, text="Hello")
    await bruno.sees("Hello")
    with pytest.raises(AssertionError):
        await cleo.sees("Hello", timeout=0)


async def test_a_removed_bot_hears_nothing(call: CallIt, ana: Person, group: Group) -> None:
    group.remove_bot()
    await confirm_all(call)
    await ana.say("/learn", in_=group)
    assert await confirm_all(call) == []


async def test_an_upgrade_is_told_in_both_chats(call: CallIt, group: Group) -> None:
    old = group.chat.id
    group.upgrade()
    first, second = [update["message"] for update in await confirm_all(call)]
    assert (first["chat"]["id"], first["migrate_to_chat_id"]) == (old, group.chat.id)
    assert (second["chat"]["id"], second["migrate_from_chat_id"]) == (group.chat.id, old)


async def test_what_a_play_makes_is_marked_as_made_up(call: CallIt, sim: Simulator, ana: Person) -> None:
    with sim.made_up():
        await ana.say("hello")
        await call("sendMessage", chat_id=ana.id, text="Hello")
    await ana.say("really")
    assert [message.made_up for message in ana.messages()] == [False, True, True, False]


async def test_a_name_stands_for_one_person_and_a_title_for_one_group(sim: Simulator, ana: Person) -> None:
    assert sim.person("Ana") == ana
    assert sim.group("Walkers", ana) == sim.group("Walkers")
