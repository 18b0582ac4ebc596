"""Brings updates to the bot's webhook: one at a time for each chat or person, many chats at once."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from simulator.faults import Faults, What
from simulator.world import World
from simulator.world.updates import Update, Webhook

_ANSWER_SECONDS, _LONGEST_PAUSE_SECONDS, _LONGEST_RETRY_AFTER_SECONDS = 60, 60, 3600
_NOT_FROM_AN_ANSWER = ("setwebhook", "deletewebhook", "close", "logout")

Run = Callable[[str, dict[str, Any]], Awaitable[None]]


class Delivery:
    """Runs from ``start`` to ``stop``. ``run`` makes the call that a webhook's answer may hold."""

    def __init__(self, world: World, faults: Faults, run: Run) -> None:
        self._world = world
        self._faults = faults
        self._run = run
        self._queues: dict[str, asyncio.Task[None]] = {}
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to bring updates wherever a webhook is set."""
        self._task = asyncio.create_task(self._deliver(), name="webhook delivery")

    async def stop(self) -> None:
        """End all deliveries; what was not taken stays queued."""
        tasks = [*self._queues.values(), *([self._task] if self._task else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._queues, self._task = {}, None

    async def _deliver(self) -> None:
        hook: Webhook | None = None
        places = asyncio.Semaphore()
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_ANSWER_SECONDS)) as http:
            while True:
                if hook is not self._world.updates.webhook:
                    hook = self._world.updates.webhook
                    for task in self._queues.values():
                        task.cancel()
                    self._queues = {}
                    places = asyncio.Semaphore(hook.max_connections if hook else 1)
                for update in self._world.updates.waiting() if hook else ():
                    if hook and update.queue not in self._queues:
                        work = self._one_queue(hook, update.queue, http, places)
                        self._queues[update.queue] = asyncio.create_task(work, name=f"webhook {update.queue}")
                await self._world.bell.wait()

    async def _one_queue(
        self, hook: Webhook, queue: str, http: aiohttp.ClientSession, places: asyncio.Semaphore
    ) -> None:
        """Bring what waits in one queue, the first until it is taken or too old."""
        failures = 0
        while update := self._next(queue):
            async with places:
                pause = await self._bring(hook, update, http)
            if pause is None:
                failures = 0
                self._world.updates.done(update)
                continue
            failures += 1
            if failures > 1 or pause:
                await self._world.clock.sleep(pause or min(2 ** (failures - 1), _LONGEST_PAUSE_SECONDS))
        if self._queues.get(queue) is asyncio.current_task():
            del self._queues[queue]

    def _next(self, queue: str) -> Update | None:
        """The first that waits; the second, if a fault has them out of order."""
        waiting = [update for update in self._world.updates.waiting() if update.queue == queue]
        if len(waiting) > 1 and self._fault("out of order"):
            return waiting[1]
        return waiting[0] if waiting else None

    async def _bring(self, hook: Webhook, update: Update, http: aiohttp.ClientSession) -> float | None:
        """None if the bot took it, else the seconds it asks to wait before the next try."""
        if self._fault("duplicate"):
            await self._post(hook, update, http)
        return await self._post(hook, update, http)

    async def _post(self, hook: Webhook, update: Update, http: aiohttp.ClientSession) -> float | None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            async with http.post(hook.url, json=update.as_json(), headers=headers, allow_redirects=False) as answer:
                body = await answer.read()
                if 200 <= answer.status < 300:
                    await self._call_of(body)
                    return None
                error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                after = answer.headers.get("Retry-After", "")
        except TimeoutError:
            error, after = "Read timeout expired", ""
        except (aiohttp.ClientError, OSError) as failure:
            cause = getattr(failure, "os_error", failure)
            refused = isinstance(cause, ConnectionRefusedError)
            error, after = "Connection refused" if refused else "Connection reset by peer", ""
        hook.last_error, hook.last_error_at = error, self._world.clock.now()
        self._world.bell.ring()
        return float(min(int(after), _LONGEST_RETRY_AFTER_SECONDS)) if after.isdecimal() else 0.0

    async def _call_of(self, body: bytes) -> None:
        """A webhook may answer with a call: ``{"method": "sendMessage", …}``."""
        try:
            call = json.loads(body)
        except ValueError:
            return
        method = call.pop("method", "") if isinstance(call, dict) else ""
        if method and not method.lower().startswith("get") and method.lower() not in _NOT_FROM_AN_ANSWER:
            await self._run(method, call)

    def _fault(self, what: What) -> bool:
        return self._faults.take("webhook", None, self._world.clock.now(), (what,)) is not None
