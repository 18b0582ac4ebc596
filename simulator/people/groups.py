"""What happens to groups: who comes and goes, the bot too; topics; the upgrade."""

from collections.abc import Callable
from typing import Any

from simulator.world import Chat, Standing, Topic, User, World
from simulator.world.chat import RIGHTS
from simulator.world.joining import let_in
from simulator.world.shapes import chat_json, member_json, message_json, stamp, user_json

_COLOR = 0x6FB9F0


def let_bot(world: World, user: User, chat: Chat, standing: Standing, *, was: Standing, rights: Any = ()) -> None:
    """Block or unblock the bot, add it to a group, promote or remove it: it is told of all.

    Raises ValueError for a right that there is not.
    """
    if not set(rights) <= set(RIGHTS):
        raise ValueError(f"rights are {', '.join(RIGHTS)}")
    chat.bot = was
    old = member_json(world, chat, world.bot_id)
    chat.bot, chat.bot_rights = standing, list(rights)
    world.changed(chat)
    _tell(world, user, chat, "my_chat_member", old, member_json(world, chat, world.bot_id))


def add(world: World, chat: Chat, user: User) -> None:
    """Somebody joins, or is brought in."""
    chat.barred.pop(user.id, None)
    let_in(world, chat, user, None)


def remove(world: World, by: User, chat: Chat, user: User) -> None:
    """Somebody leaves, or is sent away."""
    if user.id in chat.members:
        _notice(world, by, chat, f"{user.name} left", {"left_chat_member": user_json(user)})
        _changed(world, by, chat, user, lambda: chat.members.remove(user.id))


def rename(world: World, by: User, chat: Chat, title: str) -> None:
    """Give the group another title."""
    chat.title = title
    world.changed(chat)
    _notice(world, by, chat, f"The group is now called {title}", {"new_chat_title": title})


def make_topic(world: World, by: User, chat: Chat, name: str) -> Topic:
    """Begin a topic. Raises ValueError outside forums."""
    if not chat.forum:
        raise ValueError("only a forum has topics")
    topic = Topic(id=chat.next_message, name=name, color=_COLOR)
    chat.topics[topic.id] = topic
    made = {"forum_topic_created": {"name": name, "icon_color": _COLOR}}
    _notice(world, by, chat, f"Topic “{name}” was made", made, thread=topic.id)
    return topic


def upgrade(world: World, user: User, chat: Chat) -> Chat:
    """A basic group becomes a supergroup: another chat, and both say so. Raises ValueError for any other chat."""
    if chat.kind != "group" or chat.moved_to is not None:
        raise ValueError("only a basic group can be upgraded")
    new = world.group(chat.title, list(chat.members), supergroup=True)
    new.administrators, new.bot, new.bot_rights = dict(chat.administrators), chat.bot, list(chat.bot_rights)
    chat.moved_to = new.id
    world.changed(chat)
    words = "The group became a supergroup"
    for where, extra in (
        (chat, {"migrate_to_chat_id": new.id}),
        (new, {"migrate_from_chat_id": chat.id}),
    ):
        message = world.post(where, user, service=words, extra=extra)
        world.updates.add("message", message_json(world, message))
    return new


def _notice(world: World, by: User, chat: Chat, words: str, extra: Any, thread: int | None = None) -> None:
    """A notice in the chat. Privacy mode hides none of them from the bot."""
    message = world.post(chat, by, service=words, extra=extra, thread=thread)
    if chat.has_bot:
        world.updates.add("message", message_json(world, message))


def _changed(world: World, by: User, chat: Chat, user: User, change: Callable[[], object]) -> None:
    old = member_json(world, chat, user.id)
    change()
    world.changed(chat)
    if chat.bot == "administrator":
        _tell(world, by, chat, "chat_member", old, member_json(world, chat, user.id))


def _tell(world: World, by: User, chat: Chat, kind: str, old: Any, new: Any) -> None:
    when = {"date": stamp(world.clock.now()), "old_chat_member": old, "new_chat_member": new}
    world.updates.add(kind, {"chat": chat_json(chat), "from": user_json(by), **when})
