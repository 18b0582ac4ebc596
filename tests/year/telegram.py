"""Telegram's side of the wire, as small as the bot needs it, in the same thread: quick, and the same each time.

What it refuses, loses and repeats comes from the ``Weather``; what it delivered is told to ``watch``, and lasts.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.wire import InDoubt, NotSent, Wire
from tests.year.weather import Weather

_TURNS = 50
"""Of the loop: more than a bot that is awake takes from one poll to the next."""
PRESS_LASTS = timedelta(seconds=150)
MESSAGE_LASTS = timedelta(hours=24)
_SENDS = frozenset({"sendMessage", "editMessageText", "editMessageReplyMarkup"})
_ME = {"id": 1, "is_bot": True, "first_name": "Steady", "username": "steady_bot"}

Json = dict[str, Any]
Wait = Callable[[int], Awaitable[None]]
_ABOUT: dict[str, Any] = {
    "getMe": _ME,
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
    "getMyName": {"name": ""},
}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What a chat shows after a message came or was edited."""

    at: datetime
    chat: int
    message: int
    text: str
    buttons: tuple[str, ...]
    """Callback data, in order."""
    silent: bool
    edit: bool


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """A call that went wrong on the way."""

    at: datetime
    chat: int
    trouble: str
    buttons: tuple[str, ...]


@dataclass(kw_only=True)
class Waiting:
    """An update that the bot has not confirmed."""

    id: int
    at: datetime
    lasts: timedelta
    body: Json


@dataclass
class Telegram:
    """Chats, messages and updates of one bot."""

    now: Callable[[], datetime]
    weather: Weather
    step: Callable[[str], Awaitable[None]]
    """Called before and after an effect: where a process may die."""
    watch: Callable[[Shown], None]
    failed: Callable[[Attempt], None]
    blocked: set[int] = field(default_factory=set)
    fetched: set[int] = field(default_factory=set)
    """The updates that the bot confirmed: it has them for good."""
    _updates: list[Waiting] = field(default_factory=list)
    _confirmed: list[Waiting] = field(default_factory=list)
    _next_update: int = 1
    _next_message: dict[int, int] = field(default_factory=dict)
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _polling: int = 0

    def update(self, body: Json, lasts: timedelta = MESSAGE_LASTS) -> int:
        """Something happened in a chat; the id of its update."""
        id, self._next_update = self._next_update, self._next_update + 1
        self._updates.append(Waiting(id=id, at=self.now(), lasts=lasts, body=body))
        self._ring()
        return id

    async def drained(self) -> None:
        """Return once the bot has confirmed all updates, or asks for none: then it sleeps, and only the clock helps."""
        while self._live():
            if self._polling:
                await self._bell.wait()
                continue
            for _ in range(_TURNS):
                await asyncio.sleep(0)
                if self._polling:
                    break
            else:
                return

    async def call(self, method: str, given: dict[str, str], wait: Wait) -> tuple[int, Json]:
        """Answer a call: HTTP status and body, ``wait`` is for what takes its time. Raises NotSent or InDoubt as the
        weather wants it."""
        if method == "getUpdates":
            return 200, {"ok": True, "result": await self._poll(given)}
        if method not in _SENDS:
            if self.weather.down(self.now()):
                raise NotSent("could not reach Telegram (made up)")
            return 200, {"ok": True, "result": _ABOUT.get(method, True)}
        await self.step("before sending")
        chat, now = int(given["chat_id"]), self.now()
        trouble = self.weather.for_call(now)
        if trouble == "refused":
            raise NotSent("could not reach Telegram (made up)")
        if trouble and trouble != "slow":
            self.failed(Attempt(at=now, chat=chat, trouble=trouble, buttons=_buttons(given)))
        seconds = self.weather.seconds(trouble)
        if trouble == "hung":
            await wait(seconds)
            await self.step("hung")
            raise InDoubt("the connection failed after sending (made up)")
        if trouble == "busy":
            after = self.weather.retry_after()
            return 429, _refusal(429, f"Too Many Requests: retry after {after}", {"retry_after": after})
        if chat in self.blocked:
            return 403, _refusal(403, "Forbidden: bot was blocked by the user")
        shown = self._show(method, chat, given, now)
        await self.step("sent")
        if seconds:
            await wait(seconds)
            await self.step("waited")
        if trouble == "lost":
            raise InDoubt("the connection failed after sending (made up)")
        return 200, {"ok": True, "result": _message(shown.message, chat, now, shown.text)}

    def _show(self, method: str, chat: int, given: dict[str, str], now: datetime) -> Shown:
        edit = method != "sendMessage"
        if edit:
            message = int(given["message_id"])
        else:
            message = self._next_message.get(chat, 1)
            self._next_message[chat] = message + 1
        shown = Shown(
            at=now,
            chat=chat,
            message=message,
            text=given.get("text", ""),
            buttons=_buttons(given),
            silent=given.get("disable_notification") == "true",
            edit=edit,
        )
        self.watch(shown)
        return shown

    async def _poll(self, given: dict[str, str]) -> list[Json]:
        if self.weather.down(self.now()):
            await asyncio.sleep(0)
            self._ring()
            raise NotSent("could not reach Telegram (made up)")
        offset = int(given.get("offset", "0"))
        done = [each for each in self._updates if each.id < offset]
        self.fetched.update(each.id for each in done)
        self._confirmed = (self._confirmed + done)[-20:]
        self._updates = [each for each in self._updates if each.id >= offset]
        self._polling += 1
        self._ring()
        try:
            while not (ready := self._live()) and given.get("timeout", "0") != "0":
                await self._bell.wait()
                if self.weather.down(self.now()):
                    raise NotSent("could not reach Telegram (made up)")
        finally:
            self._polling -= 1
            self._ring()
        again = self._confirmed[-1:] if ready and self._confirmed and self.weather.repeats() else []
        return [{"update_id": each.id, **each.body} for each in self.weather.order([*again, *ready])]

    def wake(self) -> None:
        """The weather or the clock changed: whoever polls looks again."""
        self._ring()

    def _live(self) -> list[Waiting]:
        now = self.now()
        self._updates = [each for each in self._updates if now - each.at < each.lasts]
        return self._updates

    def _ring(self) -> None:
        self._bell.set()
        self._bell = asyncio.Event()


class Inside(Wire):
    """The bot's wire, whose other end is in this thread."""

    def __init__(self, telegram: Telegram, wait: Wait) -> None:
        """``wait``: so many seconds of the bot's clock."""
        super().__init__()
        self._telegram, self._wait = telegram, wait

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body, with no network between."""
        given = dict(request_data.json_parameters) if request_data is not None else {}
        status, body = await self._telegram.call(url.rsplit("/", 1)[1], given, self._wait)
        return status, json.dumps(body).encode()


def _buttons(given: dict[str, str]) -> tuple[str, ...]:
    markup = json.loads(given.get("reply_markup", "{}"))
    keys = [key for row in markup.get("inline_keyboard", []) for key in row]
    return tuple(key["callback_data"] for key in keys if "callback_data" in key)


def _message(id: int, chat: int, at: datetime, text: str) -> Json:
    home = {"id": chat, "type": "private", "first_name": "Someone"}
    return {"message_id": id, "date": int(at.timestamp()), "chat": home, "from": _ME, "text": text}


def _refusal(code: int, words: str, parameters: Json | None = None) -> Json:
    body: Json = {"ok": False, "error_code": code, "description": words}
    return body | ({"parameters": parameters} if parameters else {})
