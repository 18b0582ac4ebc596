"""Methods about chats and who is in them."""

from typing import Any

from simulator.api.reach import Values, group, known, needs, reachable, readable
from simulator.refusal import bad, forbidden
from simulator.world import Chat, World
from simulator.world.chat import RIGHTS
from simulator.world.shapes import chat_json, member_json, message_json, stamp, status

_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 128, 255


def get_chat(world: World, values: Values) -> Any:
    """getChat: the fields that every chat has, its description and its newest pin."""
    chat = readable(world, values["chat_id"])
    told = chat_json(chat) | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    if chat.description:
        told["description"] = chat.description
    if pinned := [message for id in chat.pinned if (message := chat.message(id))]:
        told["pinned_message"] = message_json(world, pinned[-1], with_reply=False)
    return told


def get_chat_member(world: World, values: Values) -> Any:
    """getChatMember."""
    chat = reachable(world, values["chat_id"])
    if values["user_id"] != world.bot_id and values["user_id"] not in world.users:
        raise bad("PARTICIPANT_ID_INVALID")
    return member_json(world, chat, values["user_id"])


def get_chat_administrators(world: World, values: Values) -> Any:
    """getChatAdministrators: people; the bot itself too, where it is one."""
    chat = reachable(world, values["chat_id"])
    if chat.kind == "private":
        raise bad("there are no administrators in the private chat")
    everyone = [*chat.members, world.bot_id]
    return [member_json(world, chat, id) for id in everyone if status(world, chat, id) in ("creator", "administrator")]


def get_chat_member_count(world: World, values: Values) -> Any:
    """getChatMemberCount, the bot among them."""
    return len(reachable(world, values["chat_id"]).members) + 1


def leave_chat(world: World, values: Values) -> Any:
    """leaveChat."""
    chat = known(world, values["chat_id"])
    if chat.moved_to is not None:
        raise bad("chat is deactivated")
    if reachable(world, values["chat_id"]).kind == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.bot, chat.bot_rights = "left", []
    world.changed(chat)
    return True


def ban_chat_member(world: World, values: Values) -> Any:
    """banChatMember: for good."""
    chat, user = _manageable(world, values)
    bar(world, chat, user, "kicked")
    return True


def unban_chat_member(world: World, values: Values) -> Any:
    """unbanChatMember: whoever was a member and not banned is removed, unless ``only_if_banned``."""
    chat, user = _manageable(world, values)
    if chat.kind != "supergroup":
        raise bad("method is available for supergroup and channel chats only")
    if chat.barred.get(user) == "kicked":
        _tell(world, chat, user, lambda: chat.barred.pop(user))
    elif user in chat.members and not values.get("only_if_banned"):
        _tell(world, chat, user, lambda: _out(chat, user))
    return True


def restrict_chat_member(world: World, values: Values) -> Any:
    """restrictChatMember: a person may write again only when given ``can_send_messages``."""
    chat, user = _manageable(world, values)
    if chat.kind != "supergroup":
        raise bad("method is available only for supergroups")
    if values["permissions"].get("can_send_messages"):
        _tell(world, chat, user, lambda: chat.barred.pop(user, None))
    else:
        bar(world, chat, user, "restricted")
    return True


def promote_chat_member(world: World, values: Values) -> Any:
    """promoteChatMember: with no right at all it takes them back."""
    chat, user = group(world, values), values["user_id"]
    if chat.kind != "supergroup":
        raise bad("method is available for supergroup and channel chats only")
    needs(chat, "can_promote_members", "promote/demote chat member")
    _present(chat, user)
    rights = [right for right in RIGHTS if values.get(right)]
    if set(rights) - set(chat.bot_rights):
        raise bad("RIGHT_FORBIDDEN")
    _tell(world, chat, user, lambda: _promoted(chat, user, rights))
    return True


def set_chat_permissions(world: World, values: Values) -> Any:
    """setChatPermissions: whether members may write at all."""
    chat = group(world, values)
    needs(chat, "can_restrict_members", "change chat permissions")
    chat.muted = not values["permissions"].get("can_send_messages", False)
    world.changed(chat)
    return True


def set_chat_title(world: World, values: Values) -> Any:
    """setChatTitle."""
    chat = group(world, values)
    needs(chat, "can_change_info", "change chat title")
    title = " ".join(values["title"].split())[:_LONGEST_TITLE]
    if not title:
        raise bad("title must be non-empty")
    if title != chat.title:
        chat.title = title
        announce(world, chat, f"The group is now called {title}", {"new_chat_title": title})
    return True


def set_chat_description(world: World, values: Values) -> Any:
    """setChatDescription."""
    chat = group(world, values)
    needs(chat, "can_change_info", "change chat description")
    description = values.get("description", "").strip()[:_LONGEST_DESCRIPTION]
    if description == chat.description:
        raise bad("chat description is not modified")
    chat.description = description
    world.changed(chat)
    return True


def announce(world: World, chat: Chat, words: str, extra: Values, thread: int | None = None) -> None:
    """A notice that the bot's own call puts into a chat; it is told of it like everyone."""
    message = world.post(chat, None, service=words, extra=extra, thread=thread)
    world.updates.add("message", message_json(world, message))


def bar(world: World, chat: Chat, user: int, how: Any) -> None:
    """Ban or restrict somebody."""

    def change() -> None:
        chat.administrators.pop(user, None)
        chat.barred[user] = how
        if how == "kicked":
            _out(chat, user)

    _tell(world, chat, user, change)


def _manageable(world: World, values: Values) -> tuple[Chat, int]:
    chat, user = group(world, values), values["user_id"]
    needs(chat, "can_restrict_members", "restrict/unrestrict chat member")
    if user == world.bot_id:
        raise bad("can't restrict self")
    if user not in world.users:
        raise bad("PARTICIPANT_ID_INVALID")
    if chat.members and user == chat.members[0]:
        raise bad("can't remove chat owner")
    if user in chat.administrators:
        raise bad("user is an administrator of the chat")
    return chat, user


def _present(chat: Chat, user: int) -> None:
    if user not in chat.members:
        raise bad("USER_NOT_PARTICIPANT")
    if user == chat.members[0]:
        raise forbidden("can't remove chat owner")


def _promoted(chat: Chat, user: int, rights: list[str]) -> None:
    if rights:
        chat.administrators[user] = rights
    else:
        chat.administrators.pop(user, None)


def _out(chat: Chat, user: int) -> None:
    chat.members = [member for member in chat.members if member != user]


def _tell(world: World, chat: Chat, user: int, change: Any) -> None:
    """Make a change, and tell the bot of it if it asked for such news and is an administrator."""
    old = member_json(world, chat, user)
    change()
    new = member_json(world, chat, user)
    world.changed(chat)
    if old != new and chat.bot == "administrator":
        told = {"chat": chat_json(chat), "from": member_json(world, chat, world.bot_id)["user"]}
        told |= {"date": stamp(world.clock.now()), "old_chat_member": old, "new_chat_member": new}
        world.updates.add("chat_member", told)
