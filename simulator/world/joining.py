"""How somebody comes into a group: by a link, let in at once or after asking."""

from simulator.world.account import User
from simulator.world.chat import Chat
from simulator.world.invite import Invite, JoinRequest
from simulator.world.shapes import chat_json, invite_json, member_json, message_json, stamp, user_json
from simulator.world.world import World


def open_link(world: World, user: User, link: str) -> Chat:
    """Open an invite link: come in, or ask to. Raises ValueError for one that leads nowhere (any more)."""
    for chat in world.chats.values():
        if (invite := chat.invites.get(link)) is None:
            continue
        there = sum(id in chat.members for id in invite.came)
        over = invite.until is not None and world.clock.now() >= invite.until
        if invite.revoked or over or (invite.limit and there >= invite.limit) or chat.barred.get(user.id) == "kicked":
            break
        if invite.asks and user.id not in chat.members:
            _ask(world, chat, user, invite)
        else:
            let_in(world, chat, user, invite)
        return chat
    raise ValueError("this link leads nowhere (any more)")


def let_in(world: World, chat: Chat, user: User, invite: Invite | None) -> None:
    """Make somebody a member; the bot is told as of anybody who joins, and by which link if it made it."""
    if user.id in chat.members:
        return
    old = member_json(world, chat, user.id)
    chat.members.append(user.id)
    if invite is not None:
        invite.came.append(user.id)
    world.changed(chat)
    if chat.bot == "administrator":
        told = {"chat": chat_json(chat), "from": user_json(user), "date": stamp(world.clock.now())}
        told |= {"old_chat_member": old, "new_chat_member": member_json(world, chat, user.id)}
        told |= {"invite_link": invite_json(world, chat, invite)} if invite else {}
        world.updates.add("chat_member", told)
    notice = world.post(chat, user, service=f"{user.name} joined", extra={"new_chat_members": [user_json(user)]})
    if chat.has_bot:
        world.updates.add("message", message_json(world, notice))


def _ask(world: World, chat: Chat, user: User, invite: Invite) -> None:
    chat.requests[user.id] = JoinRequest(link=invite.link, at=world.clock.now())
    world.changed(chat)
    if chat.bot == "administrator" and "can_invite_users" in chat.bot_rights:
        told = {"chat": chat_json(chat), "from": user_json(user), "user_chat_id": user.id}
        told |= {"date": stamp(world.clock.now()), "invite_link": invite_json(world, chat, invite)}
        world.updates.add("chat_join_request", told)
