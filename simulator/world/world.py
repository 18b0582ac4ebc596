"""Who and what there is, and what the counters say."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from simulator.bell import Bell
from simulator.clock import Clock
from simulator.world.account import Press, User
from simulator.world.changes import Changes
from simulator.world.chat import Chat, Kind
from simulator.world.message import Message, Picture
from simulator.world.profile import Profile
from simulator.world.updates import Updates

# Larger than 32 bits on purpose: so are Telegram's.
FIRST_PERSON, FIRST_GROUP, FIRST_SUPERGROUP = 5_000_000_001, -4_000_000_001, -1_005_000_000_001


class World:
    """All of one simulated Telegram, as seen by one bot."""

    def __init__(self, *, clock: Clock, bot_id: int, username: str, title: str, privacy: bool) -> None:
        self.clock = clock
        self.bot_id = bot_id
        self.username = username
        self.privacy = privacy
        self.bell = Bell()
        self.changes = Changes()
        self.updates = Updates(clock, self.bell)
        self.profile = Profile(title=title)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.pictures: dict[str, Picture] = {}
        self.presses: dict[str, Press] = {}
        self.made_up = 0
        self._order = count(1)
        self._press = count(1)
        clock.watch(self.bell.ring)

    def person(self, name: str, language: str) -> User:
        """The account of that name, made with its private chat if there is none."""
        for user in self.users.values():
            if user.name == name:
                return user
        user = User(id=FIRST_PERSON + len(self.users), name=name, language=language)
        self.users[user.id] = user
        self.chats[user.id] = Chat(id=user.id, kind="private", title=name, members=[user.id])
        self.changed(self.chats[user.id])
        self.changed()
        return user

    def group(self, title: str, members: list[int], *, supergroup: bool) -> Chat:
        """A new group."""
        kind: Kind = "supergroup" if supergroup else "group"
        first = FIRST_SUPERGROUP if supergroup else FIRST_GROUP
        taken = sum(chat.kind == kind for chat in self.chats.values())
        chat = Chat(id=first - taken, kind=kind, title=title, members=members)
        self.chats[chat.id] = chat
        self.changed(chat)
        return chat

    def post(self, chat: Chat, sender: User | None, **content: Any) -> Message:
        """A new message in ``chat``; no sender: the bot."""
        message = Message(
            message_id=chat.next_message,
            chat=chat.id,
            order=next(self._order),
            sender=sender.name if sender else "bot",
            sender_id=sender.id if sender else self.bot_id,
            date=self.clock.now(),
            made_up=self.made_up > 0,
            **content,
        )
        chat.next_message += 1
        chat.messages[message.message_id] = message
        self.changed(chat, message)
        return message

    def changed(self, chat: Chat | None = None, message: Message | None = None) -> None:
        """Say that something looks different now: that message, that chat as such, or (neither) the bot or people."""
        if message is not None:
            self.changes.note(("message", message.chat, message.message_id))
        elif chat is not None:
            self.changes.note(("chat", chat.id))
        else:
            self.changes.note(("people",))
        self.bell.ring()

    def new_press(self, user: User) -> str:
        """The id of a press that has just been made."""
        id = f"{user.id}{next(self._press):08d}"
        self.presses[id] = Press(user=user.id, at=self.clock.now())
        return id

    def chats_of(self, user: int) -> Iterator[Chat]:
        """The chats on a person's phone: the private one, then the groups."""
        return (chat for chat in self.chats.values() if user in chat.members and chat.moved_to is None)

    def counted(self) -> dict[str, int]:
        """Where the counters stand, without moving them."""
        messages = [message.order for chat in self.chats.values() for message in chat.messages.values()]
        return {"order": max(messages, default=0) + 1, "press": len(self.presses) + 1}

    def count_from(self, *, order: int, press: int) -> None:
        """Go on counting from here."""
        self._order, self._press = count(order), count(press)
