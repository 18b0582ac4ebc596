"""A group: what tests and scripts hold in their hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.people import groups
from simulator.world import Chat, Message, Topic, User, World
from simulator.world.chat import RIGHTS

if TYPE_CHECKING:
    from simulator.people.client import Person


@dataclass(frozen=True, kw_only=True)
class Group:
    """A group that the bot is in."""

    world: World
    id: int

    @property
    def chat(self) -> Chat:
        """The chat as it is now; after an upgrade, the supergroup."""
        chat = self.world.chats[self.id]
        return self.world.chats[chat.moved_to] if chat.moved_to else chat

    @property
    def messages(self) -> list[Message]:
        """What stands in it, oldest first."""
        return self.chat.visible

    def add_bot(self) -> None:
        """The first member adds the bot."""
        groups.let_bot(self.world, self._owner, self.chat, "member", was=self.chat.bot)

    def promote_bot(self, *rights: str) -> None:
        """The first member makes it an administrator with these rights, or with all. Raises ValueError for others."""
        chosen = rights or RIGHTS
        groups.let_bot(self.world, self._owner, self.chat, "administrator", was=self.chat.bot, rights=chosen)

    def remove_bot(self) -> None:
        """The first member removes the bot."""
        groups.let_bot(self.world, self._owner, self.chat, "kicked", was=self.chat.bot)

    def add(self, person: Person) -> None:
        """The first member brings somebody in."""
        groups.add(self.world, self.chat, person.user)

    def remove(self, person: Person) -> None:
        """The first member sends somebody away."""
        groups.remove(self.world, self._owner, self.chat, person.user)

    def rename(self, title: str) -> None:
        """The first member gives it another title."""
        groups.rename(self.world, self._owner, self.chat, title)

    def topic(self, name: str) -> Topic:
        """The topic of that name; the first member begins it if there is none. Raises ValueError outside forums."""
        for topic in self.chat.topics.values():
            if topic.name == name:
                return topic
        return groups.make_topic(self.world, self._owner, self.chat, name)

    def upgrade(self) -> None:
        """It becomes a supergroup, with another id. Raises ValueError if it is one."""
        groups.upgrade(self.world, self._owner, self.chat)

    @property
    def _owner(self) -> User:
        return self.world.users[self.chat.members[0]]
