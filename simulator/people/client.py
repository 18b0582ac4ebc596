"""A person with a phone, and a group: what tests and scripts hold in their hands."""

import asyncio
from dataclasses import dataclass

from simulator.people import links, phone
from simulator.world import Chat, Message, User, World

_SHOWN_ON_FAILURE = 5


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
        phone.let_bot(self.world, self._owner, self.chat, "member", was=self.chat.bot)

    def remove_bot(self) -> None:
        """The first member removes the bot."""
        phone.let_bot(self.world, self._owner, self.chat, "kicked", was=self.chat.bot)

    def upgrade(self) -> None:
        """It becomes a supergroup, with another id. Raises ValueError if it is one."""
        phone.upgrade(self.world, self._owner, self.chat)

    @property
    def _owner(self) -> User:
        return self.world.users[self.chat.members[0]]


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person and their phone. Without ``in_``, everything happens in the private chat with the bot."""

    world: World
    id: int

    @property
    def user(self) -> User:
        """The account as it is now."""
        return self.world.users[self.id]

    @property
    def name(self) -> str:
        """The name."""
        return self.user.name

    @property
    def toasts(self) -> list[str]:
        """What the bot answered to presses, oldest first."""
        return self.user.toasts

    async def say(
        self,
        text: str,
        *,
        in_: Group | None = None,
        reply_to: Message | None = None,
        thread: int | None = None,
    ) -> Message:
        """Write; returns at once. What is too long for one message goes as several, and the last is returned.

        Raises ValueError if there is nothing to write, AssertionError if the bot is blocked.
        """
        answered = reply_to.message_id if reply_to else None
        chat = self._writable(in_)
        return phone.say(self.world, self.user, chat, text, reply_to=answered, thread=thread)[-1]

    async def send(self, kind: str, content: object, *, in_: Group | None = None) -> Message:
        """Send something else, in the Bot API's own form: ``send("location", {"latitude": 52, "longitude": 13})``."""
        return phone.send(self.world, self.user, self._writable(in_), kind, content)

    async def edit(self, message: Message, text: str) -> None:
        """Edit one's own message."""
        phone.change(self.world, self.world.chats[message.chat], message, text)

    async def tap(self, label: str, *, message: Message | None = None, in_: Group | None = None) -> None:
        """Press the button of that exact label: on ``message``, or on the newest message that has one.

        A start link opens as on a phone. Raises AssertionError, with the labels on screen, if there is none.
        """
        shown = [message] if message else self.messages(in_)[::-1]
        for each in shown:
            for button in (button for row in each.buttons for button in row if button.label == label):
                if button.url is not None:
                    await self.scan(button.url)
                else:
                    assert button.data is not None, f"“{label}” has neither data nor a link"
                    await self.press(button.data, each)
                return
        labels = [name for each in reversed(shown) for name in each.labels]
        raise AssertionError(f"{self.name} sees no button “{label}”; there are {labels or 'none'}")

    async def press(self, data: str, message: Message) -> None:
        """Press with these callback data, whether or not a button holds them."""
        phone.press(self.world, self.user, self.world.chats[message.chat], message, data)

    async def sees(self, text: str, *, in_: Group | None = None, timeout: float = 5) -> Message:  # noqa: ASYNC109 - its name is its promise
        """The newest message of others that contains ``text``; waits for it up to ``timeout`` real seconds.

        Without ``in_`` it may stand in any chat of this phone. Raises AssertionError with the last bubbles.
        """
        try:
            async with asyncio.timeout(timeout):
                while (message := self._newest(text, in_)) is None:
                    await self.world.bell.wait()
                return message
        except TimeoutError:
            last = self._theirs(in_)[-_SHOWN_ON_FAILURE:]
            bubbles = "\n".join(f"  {each.sender}: {each.text!r} {each.labels or ''}" for each in last)
            raise AssertionError(
                f"{self.name} does not see {text!r}. The last bubbles:\n{bubbles or '  none'}"
            ) from None

    def screen(self, in_: Group | None = None) -> Message:
        """The newest message of others in a chat. Raises AssertionError if there is none."""
        theirs = [each for each in self.messages(in_) if each.sender_id != self.id]
        assert theirs, f"{self.name} has no message yet"
        return theirs[-1]

    def messages(self, in_: Group | None = None) -> list[Message]:
        """All that is visible in a chat, oldest first, one's own too."""
        return self._chat(in_).visible

    async def scan(self, seen: Message | str) -> None:
        """Open the start link in a message (anyone's) or in a text, as a phone's camera does with a QR code.

        Raises AssertionError if there is no link to this bot.
        """
        read = links.found(self.world, seen) if isinstance(seen, str) else links.payloads(self.world, seen)
        assert read, "there is no start link of this bot"
        await self.say(f"/start {read[0]}")

    async def block(self) -> None:
        """Block the bot."""
        phone.let_bot(self.world, self.user, self._chat(None), "kicked", was="member")

    async def unblock(self) -> None:
        """Unblock it."""
        phone.let_bot(self.world, self.user, self._chat(None), "member", was="kicked")

    async def delete_account(self) -> None:
        """The account is gone; the bot is told nothing."""
        self.user.deleted = True
        self.world.changed()

    def _chat(self, in_: Group | None) -> Chat:
        return in_.chat if in_ else self.world.chats[self.id]

    def _writable(self, in_: Group | None) -> Chat:
        chat = self._chat(in_)
        assert chat.kind != "private" or chat.bot == "member", f"{self.name} has blocked the bot"
        return chat

    def _theirs(self, in_: Group | None) -> list[Message]:
        chats = [self._chat(in_)] if in_ else self.world.chats_of(self.id)
        seen = [each for chat in chats for each in chat.visible if each.sender_id != self.id]
        return sorted(seen, key=lambda each: each.order)

    def _newest(self, text: str, in_: Group | None) -> Message | None:
        return next((each for each in reversed(self._theirs(in_)) if text in each.text), None)
