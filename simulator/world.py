"""Who and what there is: people, chats, messages, pictures, presses."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any, Literal

from simulator.bell import Bell
from simulator.clock import Clock
from simulator.entities import Entity
from simulator.profile import Profile
from simulator.updates import Updates

Kind = Literal["private", "group", "supergroup"]
Standing = Literal["member", "kicked", "left"]
# Larger than 32 bits on purpose: so are Telegram's.
FIRST_PERSON, FIRST_GROUP, FIRST_SUPERGROUP = 5_000_000_001, -4_000_000_001, -1_005_000_000_001


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button as its reader sees it: a label, and what is behind it."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture that was sent."""

    file_id: str
    data: bytes = field(repr=False)
    width: int
    height: int

    @property
    def path(self) -> str:
        """Where ``/file/bot<token>/`` has it."""
        return f"photos/{self.file_id}.png"


@dataclass(kw_only=True)
class User:
    """An account."""

    id: int
    name: str
    language: str
    deleted: bool = False
    toasts: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Message:
    """A bubble. It is live: after an edit, the same object shows the new text."""

    message_id: int
    chat: int
    order: int
    """Place among all messages of all chats."""
    sender: str
    """``bot`` or the person's name."""
    sender_id: int
    date: datetime
    text: str = ""
    """What is visible: the text, or the caption of a picture."""
    entities: list[Entity] = field(default_factory=list)
    markup: dict[str, Any] | None = None
    picture: Picture | None = None
    edited_at: datetime | None = None
    silent: bool = False
    protected: bool = False
    deleted: bool = False
    made_up: bool = False
    reply_to: int | None = None
    thread: int | None = None
    service: str | None = None
    """What happened, in words, where this is no bubble but a notice of the chat."""
    extra: dict[str, Any] = field(default_factory=dict)
    """Further fields of the Bot API's Message: a sticker, a place, who joined."""

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline keyboard, row by row."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [
            [Button(label=key["text"], data=key.get("callback_data"), url=key.get("url")) for key in row]
            for row in rows
        ]

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons."""
        return [button.label for row in self.buttons for button in row]

    @property
    def photo(self) -> bytes | None:
        """The picture's bytes."""
        return self.picture.data if self.picture else None

    @property
    def edited(self) -> bool:
        """Whether it was changed since it was sent."""
        return self.edited_at is not None


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


@dataclass(frozen=True, kw_only=True)
class Press:
    """A press that waits for the bot's answer."""

    user: int
    at: datetime


class World:
    """All of one simulated Telegram, as seen by one bot."""

    def __init__(self, *, clock: Clock, bot_id: int, username: str, title: str, privacy: bool) -> None:
        self.clock = clock
        self.bot_id = bot_id
        self.username = username
        self.privacy = privacy
        self.bell = Bell()
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
        self.bell.ring()
        return user

    def group(self, title: str, members: list[int], *, supergroup: bool) -> Chat:
        """A new group."""
        kind: Kind = "supergroup" if supergroup else "group"
        first = FIRST_SUPERGROUP if supergroup else FIRST_GROUP
        taken = sum(chat.kind == kind for chat in self.chats.values())
        chat = Chat(id=first - taken, kind=kind, title=title, members=members)
        self.chats[chat.id] = chat
        self.bell.ring()
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
        self.bell.ring()
        return message

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
