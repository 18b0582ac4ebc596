"""A message as JSON for the page. Nothing here depends on who looks: it is the same on every phone."""

from typing import Any

from simulator.page import state
from simulator.page.render import rendered
from simulator.people import links
from simulator.world import File, Message, World

Json = dict[str, Any]
_AS_THEY_ARE = ("edited", "silent", "protected", "made_up", "service", "reply_to", "thread")
_SHOWN_SIZES = ("width", "height", "duration", "file_name")
_THINGS = ("poll", "location", "venue", "contact", "dice")


def bubble(world: World, message: Message) -> Json:
    """A bubble, or the news that it is gone."""
    if message.deleted:
        return {"id": message.message_id, "deleted": True}
    told: Json = {
        "id": message.message_id,
        "order": message.order,
        "from": message.sender_id,
        "name": message.sender,
        "date": message.date.isoformat(),
        "text": message.text,
    }
    thing = next((name for name in _THINGS if name in message.extra), None)
    if thing:
        told["thing"] = {"kind": thing, **message.extra[thing]}
    elif message.text:
        told["html"] = rendered(message.text, message.entities)
    if message.media:
        told["media"] = _media(message.media)
    if rows := message.buttons:
        told["rows"] = [[state.button(key) for key in row] for row in rows]
    for name in _AS_THEY_ARE:
        if value := getattr(message, name):
            told[name] = value
    told |= _how_it_came(message)
    if message.reactions:
        told["reactions"] = message.reactions
    if message.votes:
        told["votes"] = message.votes
    if message.sender_id == world.bot_id or "t.me/" in message.text:
        told |= {"start_links": found} if (found := links.payloads(world, message)) else {}
    return told


def _media(file: File) -> Json:
    facts = {name: file.facts[name] for name in _SHOWN_SIZES if name in file.facts}
    return {"kind": file.kind, "src": f"/media/{file.file_id}", "bytes": len(file.data), **facts}


def _how_it_came(message: Message) -> Json:
    """Through whom it was sent, and from whom it was passed on."""
    told: Json = {}
    if via := message.marks.get("via_bot"):
        told["via"] = via["username"]
    if origin := message.marks.get("forward_origin"):
        sender = origin.get("sender_user") or origin.get("sender_chat") or origin.get("chat") or {}
        told["passed_on"] = origin.get("sender_user_name") or sender.get("first_name") or sender.get("title") or "?"
    return told
