"""A person with a phone: what tests and scripts hold in their hands."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from simulator.people import groups, inline, links, phone, votes
from simulator.people.group import Group
from simulator.world import Button, Chat, InlineQuery, Medium, Message, ReplyKeyboard, Topic, User, World, joining

__all__ = ["Group", "Offers", "Person"]
_SHOWN_ON_FAILURE = 5
Found = TypeVar("Found")


@dataclass(frozen=True, kw_only=True)
class Offers:
    """What the bot offered to an inline query."""

    person: "Person"
    query: InlineQuery
    chat: Chat

    @property
    def titles(self) -> list[str]:
        """What stands above each other in the list."""
        return [offer.title for offer in self.query.results or []]

    @property
    def button(self) -> str | None:
        """The label of the button above the list."""
        return self.query.button["text"] if self.query.button else None

    async def choose(self, title: str) -> Message:
        """Choose the result of that title: it is posted through the bot. Raises AssertionError if there is none."""
        id = next((offer.id for offer in self.query.results or [] if offer.title == title), None)
        assert id is not None, f"the bot does not offer {title!r}; it offers {self.titles or 'nothing'}"
        return inline.choose(self.person.world, self.person.user, self.chat, self.query, id)

    async def press_button(self) -> None:
        """Press the button above the list: it opens the private chat and starts the bot there."""
        assert self.query.button, "there is no button"
        await self.person.say(f"/start {self.query.button['start_parameter']}")


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
        thread: int | Topic | None = None,
    ) -> Message:
        """Write; returns at once. What is too long for one message goes as several, and the last is returned.

        Raises ValueError if there is nothing to write, AssertionError if the bot is blocked.
        """
        answered = reply_to.message_id if reply_to else None
        chat = self._writable(in_)
        return phone.say(self.world, self.user, chat, text, reply_to=answered, thread=_topic(thread))[-1]

    async def send(
        self, kind: str, content: object, *, in_: Group | None = None, thread: int | Topic | None = None
    ) -> Message:
        """Send something else, in the Bot API's own form: ``send("location", {"latitude": 52, "longitude": 13})``."""
        return phone.send(self.world, self.user, self._writable(in_), kind, content, thread=_topic(thread))

    async def send_file(
        self, kind: Medium, data: bytes, *, caption: str = "", in_: Group | None = None, **facts: Any
    ) -> Message:
        """Send a file: ``send_file("document", b"…", file_name="plan.pdf", mime="application/pdf")``."""
        return phone.send_file(self.world, self.user, self._writable(in_), kind, data, caption=caption, **facts)

    async def edit(self, message: Message, text: str) -> None:
        """Edit one's own message."""
        phone.change(self.world, self.world.chats[message.chat], message, text)

    async def react(self, message: Message, *emoji: str) -> None:
        """Put reactions under a message; none takes them back."""
        phone.react(self.world, self.user, self.world.chats[message.chat], message, *emoji)

    async def vote(self, message: Message, *labels: str) -> None:
        """Vote in a poll; no label takes the vote back. Raises ValueError for a vote that can't be."""
        options = [option["text"] for option in message.extra.get("poll", {}).get("options", [])]
        votes.vote(self.world, self.user, message, *[options.index(label) for label in labels])

    async def tap(self, label: str, *, message: Message | None = None, in_: Group | None = None) -> None:
        """Press the button of that exact label: on ``message``, or on the newest message that has one.

        Where no message has one, the key of the reply keyboard. A start link opens as on a phone, another address in
        ``user.opened``, text to copy goes to ``user.copied``. Raises AssertionError, with the labels on screen, if
        there is none.
        """
        shown = [message] if message else self.messages(in_)[::-1]
        for each in shown:
            for button in (button for row in each.buttons for button in row if button.label == label):
                await self._use(button, each)
                return
        keys = self.keyboard(in_)
        if message is None and keys and any(key.label == label for row in keys.rows for key in row):
            phone.press_key(self.world, self.user, self._writable(in_), label)
            return
        labels = [name for each in reversed(shown) for name in each.labels]
        labels += [key.label for row in (keys.rows if keys and message is None else []) for key in row]
        raise AssertionError(f"{self.name} sees no button “{label}”; there are {labels or 'none'}")

    async def press(self, data: str, message: Message) -> None:
        """Press with these callback data, whether or not a button holds them."""
        phone.press(self.world, self.user, self.world.chats[message.chat], message, data)

    async def inline(self, text: str, *, in_: Group | None = None, offset: str = "", timeout: float = 5) -> Offers:  # noqa: ASYNC109 - its name is its promise
        """Type ``text`` after the bot's name, and wait for what it offers.

        Raises AssertionError if nothing came within ``timeout`` real seconds, ValueError without an inline mode.
        """
        query = inline.ask(self.world, self.user, self._chat(in_), text, offset)
        await self._until(lambda: query.results, timeout, f"the bot offers nothing for {text!r}")
        return Offers(person=self, query=query, chat=self._chat(in_))

    async def sees(self, text: str, *, in_: Group | None = None, timeout: float = 5) -> Message:  # noqa: ASYNC109 - its name is its promise
        """The newest message of others that contains ``text``; waits for it up to ``timeout`` real seconds.

        Without ``in_`` it may stand in any chat of this phone. Raises AssertionError with the last bubbles.
        """
        try:
            return await self._until(lambda: self._newest(text, in_), timeout, "")
        except AssertionError:
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

    def messages(self, in_: Group | None = None, topic: int | Topic | None = None) -> list[Message]:
        """All that is visible in a chat, or in one topic of it, oldest first, one's own too."""
        id = _topic(topic)
        return self._chat(in_).visible if id is None else list(self._chat(in_).in_topic(id))

    def keyboard(self, in_: Group | None = None) -> ReplyKeyboard | None:
        """The reply keyboard that the phone shows in a chat."""
        return self.world.keyboard(self._chat(in_), self.id)

    async def join(self, link: str) -> Group:
        """Open an invite link: come in, or ask to. Raises ValueError for one that leads nowhere (any more)."""
        return Group(world=self.world, id=joining.open_link(self.world, self.user, link).id)

    async def scan(self, seen: Message | str) -> None:
        """Open the start link in a message (anyone's) or in a text, as a phone's camera does with a QR code.

        Raises AssertionError if there is no link to this bot.
        """
        read = links.found(self.world, seen) if isinstance(seen, str) else links.payloads(self.world, seen)
        assert read, "there is no start link of this bot"
        await self.say(f"/start {read[0]}")

    async def block(self) -> None:
        """Block the bot."""
        groups.let_bot(self.world, self.user, self._chat(None), "kicked", was="member")

    async def unblock(self) -> None:
        """Unblock it."""
        groups.let_bot(self.world, self.user, self._chat(None), "member", was="kicked")

    async def delete_account(self) -> None:
        """The account is gone; the bot is told nothing."""
        self.user.deleted = True
        self.world.changed()

    async def _use(self, button: Button, message: Message) -> None:
        if button.data is not None:
            await self.press(button.data, message)
        elif button.url is not None and links.found(self.world, button.url):
            await self.scan(button.url)
        elif button.url is not None:
            self.user.opened.append(button.url)
        elif button.copies is not None:
            self.user.copied = button.copies
        elif button.asks is not None:
            inline.ask(self.world, self.user, self.world.chats[message.chat], button.asks)
        else:
            raise AssertionError(f"“{button.label}” holds nothing that a phone here can do")

    async def _until(self, look: Callable[[], Found | None], seconds: float, otherwise: str) -> Found:
        """What ``look`` finds, once it finds something."""
        try:
            async with asyncio.timeout(seconds):
                while (found := look()) is None:
                    await self.world.bell.wait()
                return found
        except TimeoutError:
            raise AssertionError(otherwise) from None

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


def _topic(topic: int | Topic | None) -> int | None:
    return topic.id if isinstance(topic, Topic) else topic
