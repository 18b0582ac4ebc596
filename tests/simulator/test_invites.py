"""Invite links, and those who ask to come in."""

from datetime import timedelta

import pytest

from simulator import Group, Person, Simulator
from tests.simulator.conftest import MORNING, CallIt, confirm_all


@pytest.fixture
async def group(sim: Simulator, call: CallIt, ana: Person) -> Group:
    made = sim.group("Walkers", ana, supergroup=True)
    made.promote_bot()
    await call("getUpdates", offset=-1, allowed_updates=["message", "chat_member", "chat_join_request"])
    await confirm_all(call)
    return made


async def test_who_opens_a_link_is_in_and_the_bot_hears_by_which(call: CallIt, sim: Simulator, group: Group) -> None:
    made = (await call("createChatInviteLink", chat_id=group.id, name="Flyer")).result
    bruno = sim.person("Bruno")
    await bruno.join(made["invite_link"])
    member, notice = await confirm_all(call)
    assert member["chat_member"]["invite_link"]["name"] == "Flyer"
    assert notice["message"]["new_chat_members"][0]["id"] == bruno.id and bruno.id in group.chat.members


async def test_who_asks_may_be_written_to_for_five_minutes_and_is_let_in(
    call: CallIt, sim: Simulator, group: Group
) -> None:
    made = (await call("createChatInviteLink", chat_id=group.id, creates_join_request=True)).result
    bruno = sim.person("Bruno")
    await bruno.join(made["invite_link"])
    (update,) = await confirm_all(call)
    asked = update["chat_join_request"]
    assert asked["user_chat_id"] == bruno.id and bruno.id not in group.chat.members
    assert (await call("sendMessage", chat_id=asked["user_chat_id"], text="Why?")).status == 200
    sim.clock.set(MORNING + timedelta(minutes=5))
    assert (await call("sendMessage", chat_id=bruno.id, text="Why?")).status == 403
    where = {"chat_id": group.id, "user_id": bruno.id}
    assert (await call("approveChatJoinRequest", **where)).result is True and bruno.id in group.chat.members
    assert (await call("approveChatJoinRequest", **where)).refusal == (400, "Bad Request: USER_ALREADY_PARTICIPANT")


async def test_who_is_declined_stays_out(call: CallIt, sim: Simulator, group: Group) -> None:
    made = (await call("createChatInviteLink", chat_id=group.id, creates_join_request=True)).result
    where = {"chat_id": group.id, "user_id": sim.person("Bruno").id}
    assert (await call("declineChatJoinRequest", **where)).refusal == (400, "Bad Request: HIDE_REQUESTER_MISSING")
    await sim.person("Bruno").join(made["invite_link"])
    assert (await call("declineChatJoinRequest", **where)).result is True
    assert (await call("getChatMember", **where)).result["status"] == "left"


@pytest.mark.parametrize("how", ["revoked", "expired", "full"])
async def test_a_link_that_is_over_leads_nowhere(call: CallIt, sim: Simulator, group: Group, how: str) -> None:
    more = {"expired": {"expire_date": int(MORNING.timestamp()) + 60}, "full": {"member_limit": 1}}.get(how, {})
    link = (await call("createChatInviteLink", chat_id=group.id, **more)).result["invite_link"]
    if how == "revoked":
        assert (await call("revokeChatInviteLink", chat_id=group.id, invite_link=link)).result["is_revoked"] is True
    elif how == "expired":
        sim.clock.set(MORNING + timedelta(minutes=1))
    else:
        await sim.person("Bruno").join(link)
    with pytest.raises(ValueError, match="leads nowhere"):
        await sim.person("Cleo").join(link)


async def test_a_primary_link_is_replaced_and_not_edited(call: CallIt, group: Group) -> None:
    first = (await call("exportChatInviteLink", chat_id=group.id)).result
    second = (await call("exportChatInviteLink", chat_id=group.id)).result
    assert first != second and group.chat.invites[first].revoked and not group.chat.invites[second].revoked
    refused = await call("editChatInviteLink", chat_id=group.id, invite_link=second, name="x")
    assert refused.refusal == (400, "Bad Request: CHAT_INVITE_PERMANENT")


async def test_without_the_right_there_are_no_links(call: CallIt, group: Group) -> None:
    group.promote_bot("can_pin_messages")
    refused = await call("createChatInviteLink", chat_id=group.id)
    assert refused.refusal == (400, "Bad Request: not enough rights to manage chat invite link")


async def test_in_a_muted_group_only_administrators_write(
    call: CallIt, sim: Simulator, ana: Person, group: Group
) -> None:
    bruno = sim.person("Bruno")
    group.add(bruno)
    await call("setChatPermissions", chat_id=group.id, permissions={"can_send_messages": False})
    with pytest.raises(ValueError, match="may not write"):
        await bruno.say("x", in_=group)
    await ana.say("x", in_=group)
    await call("setChatPermissions", chat_id=group.id, permissions={"can_send_messages": True})
    await bruno.say("x", in_=group)
