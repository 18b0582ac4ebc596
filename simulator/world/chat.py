"""A chat, and who is in it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from simulator.world.message import Message

Kind = Literal["private", "group", "supergroup"]
Standing = Literal["member", "kicked", "left"]


@dataclass(kw_only=True)
class Chat:
    """A private chat with the bot (its id is the person's) or a group that the bot is in."""

    id: int
    kind: Kind
    title: str
    members: list[int]
    started: bool = False
    """Whether the person ever wrote: before that, a bot may not."""
    bot: Standing = "member"
    moved_to: int | None = None
    next_message: int = 1
    messages: dict[int, Message] = field(default_factory=dict)
    typing_until: datetime | None = None

    @property
    def visible(self) -> list[Message]:
        """What is on the screen, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]
