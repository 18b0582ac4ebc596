"""The long poll that fetches updates."""

import asyncio
from typing import Any

from simulator.api.schema import published
from simulator.refusal import Refusal
from simulator.world import World

LONGEST_SECONDS = 50
_OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def get_updates(world: World, values: dict[str, Any]) -> list[dict[str, Any]]:
    """getUpdates. Waits in real time, as the network does. Refused with 409 when another poll begins."""
    updates, bell = world.updates, world.bell
    if updates.webhook is not None:
        raise Refusal(409, _WEBHOOK)
    turn = updates.new_turn(_OTHER_POLL)
    if "allowed_updates" in values:
        updates.allowed = known_kinds(values["allowed_updates"])
    updates.confirm(values.get("offset", 0))
    loop = asyncio.get_running_loop()
    end = loop.time() + min(max(values.get("timeout", 0), 0), LONGEST_SECONDS)
    while not (ready := updates.waiting()) and (left := end - loop.time()) > 0:
        try:
            async with asyncio.timeout(left):
                await bell.wait()
        except TimeoutError:
            break
        if updates.turn != turn:
            raise Refusal(409, updates.ended_by)
    return [update.as_json() for update in ready[: values.get("limit", 100)]]


def known_kinds(asked: list[str]) -> list[str]:
    """The kinds of updates among the names, whatever their case; unknown ones are passed over."""
    return [kind.lower() for kind in asked if kind.lower() in published().updates]
