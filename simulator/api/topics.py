"""Methods about the topics of a forum."""

from typing import Any

from simulator.api.chats import announce
from simulator.api.reach import Values, needs, reachable
from simulator.refusal import bad
from simulator.world import Chat, Topic, World
from simulator.world.chat import GENERAL

COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)


def create_forum_topic(world: World, values: Values) -> Any:
    """createForumTopic."""
    chat = _forum(world, values, "create a topic")
    color = values.get("icon_color", COLORS[0])
    if color not in COLORS:
        raise bad("TOPIC_ICON_COLOR_INVALID")
    return topic_json(make_topic(world, chat, values["name"], color, values.get("icon_custom_emoji_id", "")))


def make_topic(world: World, chat: Chat, name: str, color: int = COLORS[0], icon: str = "") -> Topic:
    """A new topic, by the bot. The notice that it was made gives it its number."""
    topic = Topic(id=chat.next_message, name=name, color=color, icon=icon)
    chat.topics[topic.id] = topic
    made = {name: value for name, value in topic_json(topic).items() if name != "message_thread_id"}
    announce(world, chat, f"Topic “{name}” was made", {"forum_topic_created": made}, thread=topic.id)
    return topic


def topic_json(topic: Topic) -> Values:
    """A ForumTopic."""
    icon = {"icon_custom_emoji_id": topic.icon} if topic.icon else {}
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.color} | icon


def edit_forum_topic(world: World, values: Values) -> Any:
    """editForumTopic: name and icon."""
    chat = _forum(world, values, "edit the topic")
    topic = _topic(chat, values)
    name, icon = values.get("name", topic.name), values.get("icon_custom_emoji_id", topic.icon)
    if (name, icon) == (topic.name, topic.icon):
        raise bad("TOPIC_NOT_MODIFIED")
    edited = ({"name": name} if name != topic.name else {}) | (
        {"icon_custom_emoji_id": icon} if icon != topic.icon else {}
    )
    topic.name, topic.icon = name, icon
    announce(world, chat, f"The topic is now called “{name}”", {"forum_topic_edited": edited}, thread=topic.id)
    return True


def close_forum_topic(world: World, values: Values) -> Any:
    """closeForumTopic."""
    chat = _forum(world, values, "close the topic")
    return _set(world, chat, _topic(chat, values), closed=True)


def reopen_forum_topic(world: World, values: Values) -> Any:
    """reopenForumTopic."""
    chat = _forum(world, values, "reopen the topic")
    return _set(world, chat, _topic(chat, values), closed=False)


def delete_forum_topic(world: World, values: Values) -> Any:
    """deleteForumTopic, with all that stands in it."""
    chat = _forum(world, values, "delete the topic", right="can_delete_messages")
    topic = _topic(chat, values)
    for message in chat.in_topic(topic.id):
        message.deleted = True
        world.changed(chat, message)
    del chat.topics[topic.id]
    world.changed(chat)
    return True


def unpin_all_forum_topic_messages(world: World, values: Values) -> Any:
    """unpinAllForumTopicMessages."""
    chat = _forum(world, values, "manage pinned messages in the chat", right="can_pin_messages")
    return _unpinned(world, chat, _topic(chat, values).id)


def edit_general_forum_topic(world: World, values: Values) -> Any:
    """editGeneralForumTopic: its name."""
    chat = _forum(world, values, "edit the topic")
    general = _general(chat)
    if general.name == values["name"]:
        raise bad("TOPIC_NOT_MODIFIED")
    general.name = values["name"]
    announce(world, chat, f"The topic is now called “{general.name}”", {"forum_topic_edited": {"name": general.name}})
    return True


def close_general_forum_topic(world: World, values: Values) -> Any:
    """closeGeneralForumTopic."""
    chat = _forum(world, values, "close the topic")
    return _set(world, chat, _general(chat), closed=True)


def reopen_general_forum_topic(world: World, values: Values) -> Any:
    """reopenGeneralForumTopic."""
    chat = _forum(world, values, "reopen the topic")
    return _set(world, chat, _general(chat), closed=False)


def hide_general_forum_topic(world: World, values: Values) -> Any:
    """hideGeneralForumTopic: it is closed with that."""
    return _hidden(world, values, hidden=True)


def unhide_general_forum_topic(world: World, values: Values) -> Any:
    """unhideGeneralForumTopic."""
    return _hidden(world, values, hidden=False)


def unpin_all_general_forum_topic_messages(world: World, values: Values) -> Any:
    """unpinAllGeneralForumTopicMessages."""
    chat = _forum(world, values, "manage pinned messages in the chat", right="can_pin_messages")
    return _unpinned(world, chat, GENERAL)


def no_icons(world: World, values: Values) -> Any:
    """getForumTopicIconStickers: none, since there are no custom emoji here."""
    return []


def _forum(world: World, values: Values, doing: str, right: str = "can_manage_topics") -> Chat:
    chat = reachable(world, values["chat_id"])
    if not chat.forum:
        raise bad("the chat is not a forum")
    needs(chat, right, doing)
    return chat


def _topic(chat: Chat, values: Values) -> Topic:
    topic = chat.topics.get(values["message_thread_id"])
    if topic is None or topic.id == GENERAL:
        raise bad("TOPIC_ID_INVALID")
    return topic


def _general(chat: Chat) -> Topic:
    return chat.topics.setdefault(GENERAL, Topic(id=GENERAL, name="General", color=COLORS[0]))


def _set(world: World, chat: Chat, topic: Topic, *, closed: bool) -> bool:
    if topic.closed == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    what = "closed" if closed else "reopened"
    thread = None if topic.id == GENERAL else topic.id
    announce(world, chat, f"Topic “{topic.name}” was {what}", {f"forum_topic_{what}": {}}, thread=thread)
    return True


def _hidden(world: World, values: Values, *, hidden: bool) -> bool:
    chat = _forum(world, values, "edit the topic")
    general = _general(chat)
    if general.hidden == hidden:
        raise bad("TOPIC_NOT_MODIFIED")
    general.hidden = hidden
    general.closed = hidden or general.closed
    what = "hidden" if hidden else "unhidden"
    announce(world, chat, f"Topic “General” was {what}", {f"general_forum_topic_{what}": {}})
    return True


def _unpinned(world: World, chat: Chat, topic: int) -> bool:
    there = {message.message_id for message in chat.in_topic(topic)}
    chat.pinned = [id for id in chat.pinned if id not in there]
    world.changed(chat)
    return True
