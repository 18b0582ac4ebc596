"""What a handler has at hand: the services, and ``record``."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from telegram import Chat, Message, Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import Application, CallbackContext, ExtBot

from content import phrases
from content.library import Library
from content.library.search import Search
from content.phrases import Phrases
from content.press import Press
from content.screen import Screen
from handlers import show
from handlers.once import Once
from store import inbox
from store.database import Database, Tx

T = TypeVar("T")
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")


class NotYours(Exception):
    """Whoever this is may not do that, or there is no such thing: they get what a stranger gets."""


@dataclass(frozen=True, kw_only=True)
class Services:
    """Everything that handlers use, handed in by the program."""

    db: Database
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    new_code: Callable[[], str]
    wake: Callable[[], None]
    """Tell delivery that something may wait."""
    library: Library
    search: Search
    last_after: Callable[[int], int]
    """Seconds from an instant until the last of so many reminders that are due at it has gone out."""
    demo: bool
    """Show unreviewed articles, under a line that says so."""
    answered: Once = field(default_factory=Once)
    """The messages whose "Was this clear?" was answered."""


class Context(CallbackContext[ExtBot[Any], Any, Any, Any]):
    """python-telegram-bot's context, with the services and what one update needs."""

    def __init__(self, application: Application[Any, Any, Any, Any, Any, Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(application, *args, **kwargs)
        self.incoming: Update | None = None
        self.press: Press | None = None

    @classmethod
    def from_update(cls, update: object, application: Any) -> "Context":
        """Made by the application for each update."""
        made = super().from_update(update, application)
        if isinstance(update, Update):
            made.incoming = update
        return made

    @property
    def services(self) -> Services:
        """The services."""
        found: Services = self.application.bot_data["services"]
        return found

    @property
    def now(self) -> datetime:
        """The moment (UTC)."""
        return self.services.now()

    @property
    def phrases(self) -> Phrases:
        """The phrases in the person's language: a first guess from Telegram, English where there are none."""
        return phrases.load(self.language)

    @property
    def language(self) -> str:
        """The language of the person's app, which is what they are likely to type in; English if it says none."""
        user = self.incoming.effective_user if self.incoming else None
        return (user.language_code if user and user.language_code else phrases.DEFAULT)[:2]

    @property
    def chat(self) -> int:
        """The chat that the update came from."""
        assert self.incoming is not None and self.incoming.effective_chat is not None
        return self.incoming.effective_chat.id

    @property
    def private(self) -> bool:
        """Whether only the person themself reads along."""
        assert self.incoming is not None and self.incoming.effective_chat is not None
        return self.incoming.effective_chat.type == Chat.PRIVATE

    @property
    def words(self) -> str:
        """What was typed after a command, or the whole text."""
        message = self.incoming.effective_message if self.incoming else None
        text = (message.text or message.caption or "") if message else ""
        if text.startswith("/"):
            text = text.partition(" ")[2] if " " in text.split("\n")[0] else text.partition("\n")[2]
        return text.strip()

    @property
    def pressed_message(self) -> int | None:
        """The id of the message whose button was pressed."""
        message = self._pressed()
        return None if message is None else message.message_id

    @property
    def pressed_text(self) -> str:
        """What stands, without marks, on the message whose button was pressed."""
        message = self._pressed()
        return (message.text or "") if message is not None else ""

    @property
    def press_words(self) -> tuple[str, ...]:
        """The words of the press; none if nothing was pressed."""
        return self.press.words if self.press is not None else ()

    @property
    def two_words(self) -> tuple[str, str]:
        """The two words of a press. Raises NotYours for a press of another form."""
        if self.press is None or len(self.press.words) != 2:
            raise NotYours
        return self.press.words[0], self.press.words[1]

    @property
    def one_word(self) -> str:
        """The one word of a press. Raises NotYours for a press of another form."""
        if self.press is None or len(self.press.words) != 1:
            raise NotYours
        return self.press.words[0]

    async def read(self, fn: Callable[[Tx], T]) -> T:
        """Read from the database."""
        return await self.services.db.read(fn)

    async def record(self, fn: Callable[[Tx], T]) -> T | None:
        """Mark the update and do ``fn``, in one transaction. None, and nothing done, if it was marked before.

        Called at most once in handling an update, before any reply: handled a second time (after a crash), it
        only replies again.
        """
        assert self.incoming is not None
        number, now = self.incoming.update_id, self.now

        def once(tx: Tx) -> T | None:
            return fn(tx) if inbox.record(tx, number, at=now) else None

        result = await self.services.db.write(once)
        self.services.wake()
        return result

    async def reply(self, screen: Screen) -> int:
        """Show a screen as a new message; its id."""
        message = self.incoming.effective_message if self.incoming else None
        thread = message.message_thread_id if message is not None and message.is_topic_message else None
        return await show.send(self.bot, self.chat, screen, thread=thread)

    async def replace(self, screen: Screen) -> int:
        """Show a screen in the place of the one whose button was pressed; as a new one if that can't be."""
        message = self._pressed()
        if message is None or (message.photo and screen.picture is None) or (screen.picture and not message.photo):
            return await self.reply(screen)
        try:
            return await show.edit(self.bot, self.chat, message.message_id, screen, picture=bool(message.photo))
        except BadRequest as error:
            if not any(words in error.message.lower() for words in _GONE):
                raise
            return await self.reply(screen)

    async def replace_by(self, make: Callable[[Tx], Screen]) -> None:
        """Show what ``make`` reads in the place of the one whose button was pressed, and again if it reads otherwise by
        then: an edit may be slow, and land on top of one that knew better."""
        screen = await self.read(make)
        await self.replace(screen)
        newer = await self.read(make)
        if newer != screen:
            await self.replace(newer)

    def _pressed(self) -> Message | None:
        """The message with the pressed button, if Telegram still knows it."""
        query = self.incoming.callback_query if self.incoming else None
        return query.message if query is not None and isinstance(query.message, Message) else None

    async def toast(self, text: str = "") -> None:
        """Answer a press, so that it stops spinning. Never worth losing what the press meant: no error comes of it."""
        query = self.incoming.callback_query if self.incoming else None
        if query is not None:
            with suppress(TelegramError):
                await show.answer(self.bot, query.id, text)
