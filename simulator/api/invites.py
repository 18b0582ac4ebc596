"""Methods about invite links, and about those who ask to come in."""

from datetime import UTC, datetime
from typing import Any

from simulator.api.reach import Values, group, needs
from simulator.refusal import bad
from simulator.world import Chat, Invite, User, World
from simulator.world.joining import let_in
from simulator.world.shapes import invite_json

_MOST_MEMBERS = 99_999


def create_chat_invite_link(world: World, values: Values) -> Any:
    """createChatInviteLink."""
    chat = _manageable(world, values)
    invite = _set(Invite(link=world.new_link()), values)
    chat.invites[invite.link] = invite
    return invite_json(world, chat, invite)


def edit_chat_invite_link(world: World, values: Values) -> Any:
    """editChatInviteLink: what is left out goes back to its default."""
    chat = _manageable(world, values)
    invite = _known(chat, values)
    if invite.primary:
        raise bad("CHAT_INVITE_PERMANENT")
    return invite_json(world, chat, _set(invite, values))


def revoke_chat_invite_link(world: World, values: Values) -> Any:
    """revokeChatInviteLink; a revoked primary link is followed by a new one."""
    chat = _manageable(world, values)
    invite = _known(chat, values)
    if invite.revoked:
        raise bad("INVITE_HASH_EXPIRED")
    invite.revoked = True
    if invite.primary:
        _new_primary(world, chat)
    return invite_json(world, chat, invite)


def export_chat_invite_link(world: World, values: Values) -> Any:
    """exportChatInviteLink: a new primary link; the old one is revoked."""
    chat = _manageable(world, values)
    for invite in chat.invites.values():
        invite.revoked = invite.revoked or invite.primary
    return _new_primary(world, chat).link


def approve_chat_join_request(world: World, values: Values) -> Any:
    """approveChatJoinRequest."""
    chat, user = _asking(world, values)
    request = chat.requests.pop(user.id)
    let_in(world, chat, user, chat.invites.get(request.link))
    return True


def decline_chat_join_request(world: World, values: Values) -> Any:
    """declineChatJoinRequest."""
    chat, user = _asking(world, values)
    del chat.requests[user.id]
    world.changed(chat)
    return True


def _manageable(world: World, values: Values) -> Chat:
    chat = group(world, values)
    needs(chat, "can_invite_users", "manage chat invite link")
    return chat


def _known(chat: Chat, values: Values) -> Invite:
    invite = chat.invites.get(values["invite_link"])
    if invite is None:
        raise bad("INVITE_HASH_INVALID")
    return invite


def _set(invite: Invite, values: Values) -> Invite:
    if values.get("creates_join_request") and values.get("member_limit"):
        raise bad("member limit can't be specified for links requiring administrator approval")
    expires = values.get("expire_date", 0)
    invite.name, invite.asks = values.get("name", ""), values.get("creates_join_request", False)
    invite.limit = min(values.get("member_limit", 0), _MOST_MEMBERS)
    invite.until = datetime.fromtimestamp(expires, UTC) if expires else None
    return invite


def _new_primary(world: World, chat: Chat) -> Invite:
    invite = Invite(link=world.new_link(), primary=True)
    chat.invites[invite.link] = invite
    return invite


def _asking(world: World, values: Values) -> tuple[Chat, User]:
    chat = group(world, values)
    needs(chat, "can_invite_users", "manage chat join requests")
    user = world.users.get(values["user_id"])
    if user is None:
        raise bad("PARTICIPANT_ID_INVALID")
    if user.id in chat.members:
        raise bad("USER_ALREADY_PARTICIPANT")
    if user.id not in chat.requests:
        raise bad("HIDE_REQUESTER_MISSING")
    return chat, user
