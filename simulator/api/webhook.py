"""Methods that say where updates are to be brought."""

import re
from typing import Any
from urllib.parse import urlsplit

from simulator.api.polling import known_kinds
from simulator.api.reach import Values
from simulator.api.told import Told
from simulator.loopback import is_loopback
from simulator.refusal import bad
from simulator.world import World
from simulator.world.shapes import stamp
from simulator.world.updates import Webhook

_DEFAULT_CONNECTIONS, _MOST_CONNECTIONS, _LONGEST_SECRET = 40, 100, 256


def set_webhook(world: World, values: Values) -> Any:
    """setWebhook: http, to this machine only. An empty address takes it away."""
    if not values.get("url"):
        return delete_webhook(world, values)
    secret = values.get("secret_token", "")
    if len(secret) > _LONGEST_SECRET:
        raise bad("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad("secret token contains unallowed characters")
    hook = Webhook(
        url=_address(values["url"]),
        secret=secret,
        max_connections=min(max(values.get("max_connections", _DEFAULT_CONNECTIONS), 1), _MOST_CONNECTIONS),
        has_certificate="certificate" in values,
    )
    if "allowed_updates" in values:
        world.updates.allowed = known_kinds(values["allowed_updates"])
    if hook == world.updates.webhook and not values.get("drop_pending_updates"):
        return Told(True, "Webhook is already set")
    world.updates.new_turn("Conflict: terminated by setWebhook request")
    _drop(world, values)
    world.updates.webhook = hook
    world.bell.ring()
    return Told(True, "Webhook was set")


def delete_webhook(world: World, values: Values) -> Any:
    """deleteWebhook; the waiting updates may go with it."""
    was = world.updates.webhook
    world.updates.webhook = None
    _drop(world, values)
    world.bell.ring()
    return Told(True, "Webhook was deleted" if was else "Webhook is already deleted")


def get_webhook_info(world: World, values: Values) -> Any:
    """getWebhookInfo."""
    hook = world.updates.webhook
    told: dict[str, Any] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": hook is not None and hook.has_certificate,
        "pending_update_count": len(world.updates.waiting()),
    }
    if hook:
        told |= {"max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
        if hook.last_error_at:
            told |= {"last_error_date": stamp(hook.last_error_at), "last_error_message": hook.last_error}
    return told | ({"allowed_updates": world.updates.allowed} if world.updates.allowed else {})


def _drop(world: World, values: Values) -> None:
    if values.get("drop_pending_updates"):
        world.updates.put_back([], world.updates.next_id)


def _address(url: str) -> str:
    """The address, if it is one that the simulator may call. Raises Refusal."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host:
        raise bad("invalid webhook URL specified")
    if parts.scheme != "http" or not is_loopback(host):
        raise bad("bad webhook: the simulator brings updates to this machine only, by http")
    return url
