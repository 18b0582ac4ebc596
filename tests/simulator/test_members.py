"""Who is in a chat, and who may do what there."""

import pytest

from simulator import Group, Person, Simulator
from tests.simulator.conftest import CallIt, confirm_all


@pytest.fixture
async def group(sim: Simulator, call: CallIt, ana: Person) -> Group:
    made = sim.group("Walkers", ana, sim.person("Bruno"), supergroup=True)
    await confirm_all(call)
    return made


async def test_members_are_counted_named_and_known_by_their_standing(
    call: CallIt, sim: Simulator, ana: Person, group: Group
) -> None:
    assert (await call("getChatMemberCount", chat_id=group.id)).result == 3
    people = {"Ana": "creator", "Bruno": "member", "Cleo": "left"}
    for name, status in people.items():
        member = await call("getChatMember", chat_id=group.id, user_id=sim.person(name).id)
        assert (member.result["status"], member.result["user"]["first_name"]) == (status, name)
    (owner,) = (await call("getChatAdministrators", chat_id=group.id)).result
    assert owner["user"]["id"] == ana.id
    assert (await call("getChatMember", chat_id=group.id, user_id=7)).refusal[
        1
    ] == "Bad Request: PARTICIPANT_ID_INVALID"


async def test_there_are_no_administrators_in_a_private_chat(call: CallIt, ana: Person) -> None:
    refused = await call("getChatAdministrators", chat_id=ana.id)
    assert refused.refusal == (400, "Bad Request: there are no administrators in the private chat")
    assert (await call("getChatMember", chat_id=ana.id, user_id=ana.id)).result["status"] == "member"


async def test_promotion_is_told_and_shows_in_rights(call: CallIt, group: Group, sim: Simulator) -> None:
    group.promote_bot("can_pin_messages")
    (update,) = await confirm_all(call)
    new = update["my_chat_member"]["new_chat_member"]
    assert (new["status"], new["can_pin_messages"], new["can_delete_messages"]) == ("administrator", True, False)
    both = (await call("getChatAdministrators", chat_id=group.id)).result
    assert [each["user"]["is_bot"] for each in both] == [False, True]
    with pytest.raises(ValueError, match="rights are"):
        group.promote_bot("can_fly")


async def test_an_administrator_hears_everything(call: CallIt, ana: Person, group: Group) -> None:
    group.promote_bot()
    await confirm_all(call)
    await ana.say("among us", in_=group)
    assert [update["message"]["text"] for update in await confirm_all(call)] == ["among us"]


async def test_a_banned_person_is_out_and_unbanned_may_come_back(call: CallIt, sim: Simulator, group: Group) -> None:
    bruno = sim.person("Bruno")
    where = {"chat_id": group.id, "user_id": bruno.id}
    refused = await call("banChatMember", **where)
    assert refused.refusal == (400, "Bad Request: not enough rights to restrict/unrestrict chat member")
    group.promote_bot()
    await call("getUpdates", offset=-1, allowed_updates=["chat_member"])
    await call("banChatMember", **where)
    update = (await confirm_all(call))[-1]
    assert update["chat_member"]["new_chat_member"]["status"] == "kicked" and bruno.id not in group.chat.members
    await call("unbanChatMember", **where, only_if_banned=True)
    assert (await call("getChatMember", **where)).result["status"] == "left"
    group.add(bruno)
    await call("unbanChatMember", **where, only_if_banned=True)
    assert bruno.id in group.chat.members


async def test_the_owner_is_not_banned(call: CallIt, ana: Person, group: Group) -> None:
    group.promote_bot()
    refused = await call("banChatMember", chat_id=group.id, user_id=ana.id)
    assert refused.refusal == (400, "Bad Request: can't remove chat owner")


async def test_who_is_restricted_may_not_write(call: CallIt, sim: Simulator, group: Group) -> None:
    group.promote_bot()
    bruno = sim.person("Bruno")
    await call("restrictChatMember", chat_id=group.id, user_id=bruno.id, permissions={"can_send_messages": False})
    with pytest.raises(ValueError, match="may not write"):
        await bruno.say("x", in_=group)
    await call("restrictChatMember", chat_id=group.id, user_id=bruno.id, permissions={"can_send_messages": True})
    await bruno.say("x", in_=group)


async def test_a_bot_gives_only_rights_that_it_has(call: CallIt, sim: Simulator, group: Group) -> None:
    group.promote_bot("can_promote_members", "can_pin_messages")
    where = {"chat_id": group.id, "user_id": sim.person("Bruno").id}
    assert (await call("promoteChatMember", **where, can_change_info=True)).refusal[1] == "Bad Request: RIGHT_FORBIDDEN"
    await call("promoteChatMember", **where, can_pin_messages=True)
    assert (await call("getChatMember", **where)).result["status"] == "administrator"
    await call("promoteChatMember", **where)
    assert (await call("getChatMember", **where)).result["status"] == "member"


async def test_title_and_description_are_set_and_told(call: CallIt, group: Group) -> None:
    group.promote_bot()
    await confirm_all(call)
    await call("setChatTitle", chat_id=group.id, title="  Slow \n walkers ")
    await call("setChatDescription", chat_id=group.id, description="On Tuesdays")
    (update,) = await confirm_all(call)
    assert update["message"]["new_chat_title"] == "Slow walkers"
    assert (await call("getChat", chat_id=group.id)).result["description"] == "On Tuesdays"
    again = await call("setChatDescription", chat_id=group.id, description="On Tuesdays")
    assert again.refusal == (400, "Bad Request: chat description is not modified")


async def test_who_comes_and_goes_is_told(call: CallIt, sim: Simulator, group: Group) -> None:
    cleo = sim.person("Cleo")
    group.add(cleo)
    group.remove(cleo)
    joined, left = await confirm_all(call)
    assert joined["message"]["new_chat_members"][0]["first_name"] == "Cleo"
    assert left["message"]["left_chat_member"]["first_name"] == "Cleo"


async def test_commands_for_administrators_show_to_them_alone(call: CallIt, sim: Simulator, group: Group) -> None:
    for scope in ("default", "all_group_chats", "all_chat_administrators"):
        await call("setMyCommands", commands=[{"command": scope, "description": "x"}], scope={"type": scope})
    for administrator, name in ((True, "all_chat_administrators"), (False, "all_group_chats")):
        shown = sim.world.profile.commands_for(group.id, 1, "en", administrator=administrator)
        assert shown[0]["command"] == name
