"""A chat, and who is in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from simulator.world.invite import Invite, JoinRequest
from simulator.world.message import Message

Kind = Literal["private", "group", "supergroup"]
Standing = Literal["member", "administrator", "kicked", "left"]
GENERAL = 1
"""The topic that each forum has, and whose messages carry no topic."""

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_tags",
    "can_send_welcome_messages",
)
"""What an administrator of a group may do."""


@dataclass(kw_only=True)
class Topic:
    """A topic of a forum. Its id is that of the message that made it."""

    id: int
    name: str
    color: int
    icon: str = ""
    closed: bool = False
    hidden: bool = False


@dataclass(kw_only=True)
class Chat:
    """A private chat with the bot (its id is the person's) or a group that the bot is in."""

    id: int
    kind: Kind
    title: str
    members: list[int]
    """People. The first one made the group."""
    administrators: dict[int, list[str]] = field(default_factory=dict)
    """Those who were promoted, with their rights; not the one who made it."""
    barred: dict[int, Literal["kicked", "restricted"]] = field(default_factory=dict)
    invites: dict[str, Invite] = field(default_factory=dict)
    """The bot's links, by address."""
    requests: dict[int, JoinRequest] = field(default_factory=dict)
    """Who asked to come in."""
    muted: bool = False
    """Whether only administrators may write."""
    description: str = ""
    started: bool = False
    """Whether the person ever wrote: before that, a bot may not."""
    bot: Standing = "member"
    bot_rights: list[str] = field(default_factory=list)
    """What it may do as an administrator."""
    forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    """Message ids, the newest pin last."""
    moved_to: int | None = None
    next_message: int = 1
    messages: dict[int, Message] = field(default_factory=dict)
    keyboards: dict[int, int] = field(default_factory=dict)
    """By person: the message whose reply keyboard, or wish for a reply, their phone shows."""
    typing_until: datetime | None = None

    @property
    def visible(self) -> list[Message]:
        """What is on the screen, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]

    @property
    def has_bot(self) -> bool:
        """Whether the bot is in it, and not blocked."""
        return self.bot in ("member", "administrator")

    def bot_may(self, right: str) -> bool:
        """Whether the bot may do what administrators may. In a private chat it may whatever there is to do."""
        return self.kind == "private" or (self.bot == "administrator" and right in self.bot_rights)

    def in_topic(self, topic: int) -> Iterable[Message]:
        """What stands in one topic."""
        return [message for message in self.visible if (message.thread or GENERAL) == topic]

    def message(self, id: object) -> Message | None:
        """The message with this id, if it is there and was not deleted."""
        found = self.messages.get(id) if isinstance(id, int) else None
        return None if found is None or found.deleted else found
