"""Start links in what people can see: text, links, buttons."""

import re

from simulator.world import Message, World


def payloads(world: World, message: Message) -> list[str]:
    """What the message's ``t.me/<bot>?start=…`` links carry, each once."""
    addresses = [message.text]
    addresses += [entity.get("url", "") for entity in message.entities]
    addresses += [button.url or "" for row in message.buttons for button in row]
    return list(dict.fromkeys(payload for address in addresses for payload in found(world, address)))


def found(world: World, text: str) -> list[str]:
    """The payloads of the links to this bot in a text."""
    pattern = rf"\bt\.me/{re.escape(world.username)}\?start=([A-Za-z0-9_-]{{1,64}})(?![A-Za-z0-9_-])"
    return re.findall(pattern, text, re.IGNORECASE)
