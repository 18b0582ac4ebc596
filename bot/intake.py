"""The intake: updates are kept, durably, before they are confirmed; then handled in a lane a chat.

python-telegram-bot confirms updates before they are handled, and one 401 or 404 ends its polling for good
(measured: 309 of 400 presses lost to kills). Here a poll ends in one transaction, and only then the offset moves.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AbstractContextManager, suppress
from datetime import datetime, timedelta
from typing import Any

from telegram import Update
from telegram.error import Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application

from bot.activity import limited
from bot.company import AnotherCopy, Company
from bot.wire import InDoubt, NotSent
from scheduler.delivery import STANDING, standing
from store import inbox, notices, people
from store.database import Database, Tx, Unavailable
from store.inbox import Letter

log = logging.getLogger(__name__)

POLL_SECONDS = 25
HANDLER_SECONDS = 10
"""Of work: what a handler waits for its turn at the gate, and for the network, is not counted."""
MOST_WAITS = 10
"""So often a reply that Telegram could not take is tried again, ever later, before it counts as a failure: 6 min."""
UNKEPT = "inline_query"
"""What somebody looks up from another chat is answered at once or not at all: it dies within 30 s, and it is not
ours to keep. It never comes near the database or the log."""
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", UNKEPT]
"""An edited message is read for red-flag words (R6), and never taken as a command or an answer."""
Apologise = Callable[[int], Awaitable[None]]
Fetch = Callable[[Mapping[str, Any], float], Awaitable[list[Mapping[str, Any]]]]
"""getUpdates: (parameters, seconds to wait for the answer) → raw updates."""


class Intake:
    """Polls, keeps, and hands each update to the application, one at a time for each chat."""

    def __init__(
        self,
        *,
        application: Application[Any, Any, Any, Any, Any, Any],
        fetch: Fetch,
        db: Database,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]],
        working: Callable[[], AbstractContextManager[None]],
        resting: Callable[[], AbstractContextManager[None]],
        apologise: Apologise,
    ) -> None:
        self._application = application
        self._fetch = fetch
        self._db = db
        self._now = now
        self._sleep = sleep
        self._working = working
        self._resting = resting
        self._apologise = apologise
        self._offset: int | None = None
        self._lanes: dict[int, deque[Letter]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.company = Company(now())
        self.polled_at: datetime | None = None
        """When Telegram last answered a poll: the measure of health, never a flag."""

    async def recover(self) -> None:
        """Take up what was kept and not finished before the last stop, and what Telegram has waiting.

        Done before delivery looks at what it left in doubt: a press proves that its reminder arrived.
        """
        newest = await self._db.read(inbox.newest)
        self._offset = None if newest is None else newest + 1
        for letter in await self._db.read(inbox.waiting):
            self._enqueue(letter)
        with suppress(TelegramError, Unavailable):
            while await self.poll(seconds=0):
                pass

    async def listen(self, seconds: int = 3) -> None:
        """Find out whether another copy polls, before anything is taken or sent. Raises AnotherCopy if one does.

        Nothing is confirmed by it: what waits at Telegram stays there, for whoever is to have it.
        """
        for _ in range(4):
            began = self._now()
            try:
                waiting = await self._fetch({"timeout": seconds, "allowed_updates": ALLOWED}, seconds + 10)
                if not waiting and self._now() - began >= timedelta(seconds=seconds):
                    return
            except Conflict:
                self.company.heard(self._now())
            except TelegramError:
                return  # no answer is no company; the loop goes on trying
            await self._sleep(1)

    async def run(self) -> None:
        """Poll until cancelled, whatever Telegram, the network or the disk does."""
        failures = 0
        while True:
            try:
                await self.poll()
                failures = 0
            except AnotherCopy:
                raise
            except (TelegramError, Unavailable) as error:
                failures += 1
                if isinstance(error, Conflict):
                    self.company.heard(self._now())
                wait = _back_off(error, failures)
                level = logging.ERROR if isinstance(error, Unavailable) else logging.WARNING
                words = _in_words(error)
                log.log(level, "no updates just now: %s; next try in %d s", words, wait, extra=standing(error))
                await self._sleep(wait)
            except Exception:  # polling that ends is silence; a loop that stumbles is a line in the log
                failures += 1
                log.exception("the intake stumbled; next try in a minute")
                await self._sleep(60)

    async def poll(self, seconds: int = POLL_SECONDS) -> int:
        """One poll of so many seconds: fetch, keep, start handling. Returns how many updates there were."""
        parameters: dict[str, Any] = {"timeout": seconds, "allowed_updates": ALLOWED}
        if self._offset is not None:
            parameters["offset"] = self._offset
        raw = await self._fetch(parameters, seconds + 10)
        now = self._now()
        self.polled_at = now
        if not raw:
            return 0
        with self._working():
            kept = [(int(update["update_id"]), _chat(update), update) for update in raw if UNKEPT not in update]
            if kept:
                for letter in await self._db.write(lambda tx: _keep(tx, kept, now)):
                    self._enqueue(letter)
            self._offset = max(int(update["update_id"]) for update in raw) + 1
            for update in raw:
                if UNKEPT in update:
                    self._start(self._answer_unkept(update), "inline query")
            await asyncio.sleep(0)  # the lanes are at work before this poll rests
        return len(raw)

    async def finish(self) -> None:
        """Wait for the lanes to end."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def kill(self) -> None:
        """Stop the lanes where they are: what they had not finished is handled after the next start."""
        for task in self._tasks:
            task.cancel()

    def _enqueue(self, letter: Letter) -> None:
        lane = letter.chat or 0
        waiting = self._lanes.get(lane)
        if waiting is not None:
            waiting.append(letter)
            return
        self._lanes[lane] = deque([letter])
        self._start(self._run_lane(lane), "lane")

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run_lane(self, lane: int) -> None:
        waiting = self._lanes[lane]
        try:
            with self._working():
                while waiting:
                    await self._handle(waiting.popleft())
        finally:
            del self._lanes[lane]

    async def _answer_unkept(self, raw: Mapping[str, Any]) -> None:
        """One try. Of a failure the log learns the kind, never the text."""
        with self._working():
            try:
                async with limited(HANDLER_SECONDS):
                    await self._application.process_update(Update.de_json(dict(raw), self._application.bot))
            except Exception as error:  # nobody else's update may wait for this one
                log.warning("an inline query was not answered: %s", type(error).__name__)

    async def _handle(self, letter: Letter) -> None:
        """Handle one update, up to three times; then it is kept apart and the lane goes on."""
        waits = 0
        while True:
            try:
                if await self._handled(letter, patient=waits < MOST_WAITS):
                    return
            except (NotSent, InDoubt, RetryAfter) as error:
                waits += 1
                log.warning("update %d waits for its reply: %s", letter.update_id, _in_words(error), extra=STANDING)
                with self._resting():
                    await self._sleep(_back_off(error, waits))

    async def _handled(self, letter: Letter, *, patient: bool) -> bool:
        """One try; whether the update needs no other. Raises what the network did if ``patient``."""
        try:
            try:
                async with limited(HANDLER_SECONDS):
                    update = Update.de_json(dict(letter.raw), self._application.bot)
                    await self._application.process_update(update)
            except Unavailable:
                raise
            except Forbidden:
                log.info("update %d needs no reply: the person has blocked the bot", letter.update_id)
            except Exception as error:  # one update that fails must not end its lane
                if patient and isinstance(error, NotSent | InDoubt | RetryAfter):
                    raise
                # The text of an update never goes to the log: its id and the kind of error do.
                log.warning("update %d failed: %s", letter.update_id, _in_words(error), exc_info=_ours(error))
                if not await self._failed(letter):
                    return False
                if letter.chat is not None:
                    await self._apologise(letter.chat)
                return True
            now = self._now()
            await self._db.write(lambda tx: inbox.done(tx, letter.update_id, at=now))
        except Unavailable as error:
            log.error("update %d waits: %s", letter.update_id, error, extra=standing(error))
            with self._resting():
                await self._sleep(1)
            return False
        return True

    async def _failed(self, letter: Letter) -> bool:
        now = self._now()
        return await self._db.write(lambda tx: inbox.failed(tx, letter.update_id, at=now))


def _keep(tx: Tx, updates: list[tuple[int, int | None, Mapping[str, Any]]], now: datetime) -> list[Letter]:
    """Keep what is new. Whoever writes or presses can be reached; blocking comes as an update of its own, later on.

    Either is newer than what Telegram will say of a message that is still on its way to them.
    """
    letters = inbox.keep(tx, updates, at=now)
    for letter in letters:
        if letter.chat is not None:
            notices.hear(tx, letter.chat)
            if "my_chat_member" not in letter.raw:
                people.heal(tx, letter.chat)
    return letters


def _chat(update: Mapping[str, Any]) -> int | None:
    """The chat whose lane an update belongs to; None where there is none."""
    query = update.get("callback_query")
    kinds = ("message", "edited_message", "my_chat_member")
    for part in ((query or {}).get("message"), *(update.get(kind) for kind in kinds)):
        if isinstance(part, Mapping) and isinstance(part.get("chat"), Mapping):
            id = part["chat"].get("id")
            return id if isinstance(id, int) else None
    return None


def _back_off(error: Exception, failures: int) -> float:
    if isinstance(error, RetryAfter):
        after = error.retry_after
        return float(after if isinstance(after, int) else after.total_seconds())
    if isinstance(error, InvalidToken):
        return 60.0
    return float(min(2 ** min(failures - 1, 6), 60))


def _in_words(error: Exception) -> str:
    if isinstance(error, Conflict):
        return "another program polls with this token; only one may run"
    if isinstance(error, InvalidToken):
        return "Telegram does not know this token"
    if isinstance(error, TelegramError | Unavailable):
        return str(error)
    return type(error).__name__


def _ours(error: Exception) -> bool:
    """Whether the traceback is of our own making and worth printing (it holds code, not content)."""
    return not isinstance(error, TelegramError | Unavailable | TimeoutError)
