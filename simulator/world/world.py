"""Who and what there is, and what the counters say."""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from simulator.bell import Bell
from simulator.clock import Clock
from simulator.text.entities import named_account
from simulator.world.account import PRESS_LASTS, InlineQuery, Press, User
from simulator.world.changes import Changes
from simulator.world.chat import Chat, Kind
from simulator.world.file import File, Medium
from simulator.world.message import Message, ReplyKeyboard
from simulator.world.profile import Profile
from simulator.world.updates import Updates

# Larger than 32 bits on purpose: so are Telegram's.
_AFTER_ASKING = timedelta(minutes=5)
FIRST_PERSON, FIRST_GROUP, FIRST_SUPERGROUP = 5_000_000_001, -4_000_000_001, -1_005_000_000_001

PRESSES_KEPT = 10_000
"""So many presses, and all that may still be answered; what was answered to older ones is shown no more."""
QUERIES_KEPT = 10_000
"""So many inline queries, and all whose answer still serves."""


class World:
    """All of one simulated Telegram, as seen by one bot."""

    def __init__(
        self, *, clock: Clock, bot_id: int, username: str, title: str, privacy: bool, inline: bool = True
    ) -> None:
        self.clock = clock
        self.bot_id = bot_id
        self.username = username
        self.privacy = privacy
        self.inline = inline
        """Whether the bot was given an inline mode."""
        self.bell = Bell()
        self.changes = Changes()
        self.updates = Updates(clock, self.bell)
        self.profile = Profile(title=title)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.presses: dict[str, Press] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self.dice = random.Random(0)  # noqa: S311 - a game's dice
        self.made_up = 0
        self._messages = 0
        self._asked = 0
        clock.watch(self.bell.ring)

    @property
    def pictures(self) -> dict[str, File]:
        """The files that are pictures."""
        return {id: file for id, file in self.files.items() if file.kind == "photo"}

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

    def group(self, title: str, members: list[int], *, supergroup: bool, forum: bool = False) -> Chat:
        """A new group. A forum is a supergroup."""
        kind: Kind = "supergroup" if supergroup or forum else "group"
        first = FIRST_GROUP if kind == "group" else FIRST_SUPERGROUP
        taken = sum(chat.kind == kind for chat in self.chats.values())
        chat = Chat(id=first - taken, kind=kind, title=title, members=members, forum=forum)
        chat.next_message += forum  # the number of General is taken
        self.chats[chat.id] = chat
        self.changed(chat)
        return chat

    def post(self, chat: Chat, sender: User | None, **content: Any) -> Message:
        """A new message in ``chat``; no sender: the bot."""
        message = Message(
            message_id=chat.next_message,
            chat=chat.id,
            order=self._next_message(),
            sender=sender.name if sender else "bot",
            sender_id=sender.id if sender else self.bot_id,
            date=self.clock.now(),
            made_up=self.made_up > 0,
            **content,
        )
        chat.next_message += 1
        chat.messages[message.message_id] = message
        self._set_keyboards(chat, message)
        self.changed(chat, message)
        if message.service:  # it tells of a change of the chat
            self.changed(chat)
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

    def file(self, kind: Medium, data: bytes, mime: str, **facts: Any) -> File:
        """A new file."""
        file = File(file_id=f"{kind}-{len(self.files) + 1:06d}", kind=kind, data=data, mime=mime, facts=facts)
        self.files[file.file_id] = file
        return file

    def adopt(self, bot_id: int) -> None:
        """The bot takes the id that its token says, and all that it did before goes along."""
        if bot_id == self.bot_id:
            return
        for chat in self.chats.values():
            for message in chat.messages.values():
                if message.sender_id == self.bot_id:
                    message.sender_id = bot_id
        self.updates.rename_bot(self.bot_id, bot_id)
        self.bot_id = bot_id
        self.changed()

    def keyboard(self, chat: Chat, user: int) -> ReplyKeyboard | None:
        """What stands in place of the keyboard on a person's phone in that chat."""
        message = chat.message(chat.keyboards.get(user))
        return message.reply_keyboard if message else None

    def new_press(self, user: User) -> str:
        """The id of a press that has just been made."""
        id, now = self._next_question(user), self.clock.now()
        self.presses[id] = Press(user=user.id, at=now)
        while len(self.presses) > PRESSES_KEPT and now - next(iter(self.presses.values())).at > PRESS_LASTS:
            del self.presses[next(iter(self.presses))]
        return id

    def new_inline_query(self, user: User, query: str, offset: str) -> InlineQuery:
        """A query that has just been typed."""
        id, now = self._next_question(user), self.clock.now()
        self.inline_queries[id] = InlineQuery(id=id, user=user.id, query=query, offset=offset, at=now)
        while len(self.inline_queries) > QUERIES_KEPT and not next(iter(self.inline_queries.values())).serves(now):
            del self.inline_queries[next(iter(self.inline_queries))]
        return self.inline_queries[id]

    def new_link(self) -> str:
        """An invite link that nobody can guess from another."""
        return f"https://t.me/+{self.dice.getrandbits(96):024x}"

    def may_write_first(self, user: int) -> bool:
        """Whether the bot may write to somebody who never wrote: for five minutes after they asked to come in."""
        asked = [chat.requests[user].at for chat in self.chats.values() if user in chat.requests]
        return bool(asked) and self.clock.now() - max(asked) < _AFTER_ASKING

    def chats_of(self, user: int) -> Iterator[Chat]:
        """The chats on a person's phone: the private one, then the groups."""
        return (chat for chat in self.chats.values() if user in chat.members and chat.moved_to is None)

    def sent_inline(self, inline_id: str) -> Message | None:
        """The message that a person sent by the bot's inline mode under that id."""
        found = (each for chat in self.chats.values() for each in chat.visible if each.inline_id == inline_id)
        return next(found, None)

    @property
    def counters(self) -> dict[str, int]:
        """How many messages there were, and how many presses and inline queries."""
        return {"messages": self._messages, "asked": self._asked}

    def count_on(self, *, messages: int, asked: int) -> None:
        """Go on counting from there."""
        self._messages, self._asked = messages, asked

    def _next_message(self) -> int:
        self._messages += 1
        return self._messages

    def _next_question(self, user: User) -> str:
        self._asked += 1
        return f"{user.id}{self._asked:08d}"

    def _set_keyboards(self, chat: Chat, message: Message) -> None:
        """A bot's reply keyboard comes to the phones that it is for, or goes from them."""
        markup = message.markup or {}
        brings = "keyboard" in markup or markup.get("force_reply")
        if not brings and not markup.get("remove_keyboard"):
            return
        for user in self._meant(chat, message) if markup.get("selective") else chat.members:
            if brings:
                chat.keyboards[user] = message.message_id
            else:
                chat.keyboards.pop(user, None)
        self.changed(chat)

    def _meant(self, chat: Chat, message: Message) -> list[int]:
        """Whom a selective keyboard is for: who is mentioned, and who is replied to."""
        original = chat.message(message.reply_to)
        mentioned = {named_account(entity) for entity in message.entities}
        named = {
            user.id
            for user in self.users.values()
            if user.username and f"@{user.username}".lower() in message.text.lower()
        }
        replied = {original.sender_id} if original else set()
        return [user for user in chat.members if user in mentioned | named | replied]
