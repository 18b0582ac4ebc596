"""Methods that send again what stands in a chat: forwards and copies."""

from collections.abc import Callable
from typing import Any

from simulator.api.content import caption, data_of, keyboard
from simulator.api.reach import Values, found, reachable, readable, replied, topic_of
from simulator.refusal import bad
from simulator.world import Chat, Message, World
from simulator.world.shapes import message_json, sender_json, stamp

_MOST_IDS = 100


def forward_message(world: World, values: Values) -> Any:
    """forwardMessage."""
    original = found(readable(world, values["from_chat_id"]), values["message_id"], "forward")
    chat = reachable(world, values["chat_id"])
    return message_json(world, _forwarded(world, chat, original, values))


def copy_message(world: World, values: Values) -> Any:
    """copyMessage: a caption that is given takes the place of the old one."""
    original = found(readable(world, values["from_chat_id"]), values["message_id"], "copy")
    new = caption(values) if "caption" in values and original.media else None
    markup = keyboard(values)
    chat = reachable(world, values["chat_id"])
    data_of(markup)
    copied = _copied(
        world, chat, original, values, markup=markup, reply=replied(world, chat, values.get("reply_parameters"))
    )
    if new is not None:
        copied.text, copied.entities = new
    return {"message_id": copied.message_id}


def forward_messages(world: World, values: Values) -> Any:
    """forwardMessages: what can't be forwarded is passed over."""
    return _each(world, values, _forwarded, "forward")


def copy_messages(world: World, values: Values) -> Any:
    """copyMessages: what can't be copied is passed over."""
    made = _each(world, values, _copied, "copy")
    if values.get("remove_caption"):
        chat = reachable(world, values["chat_id"])
        for each in made:
            message = chat.messages[each["message_id"]]
            message.text, message.entities = ("", []) if message.media else (message.text, message.entities)
    return made


def _each(world: World, values: Values, send: Callable[..., Message], doing: str) -> Any:
    ids = values["message_ids"]
    if len(ids) > _MOST_IDS:
        raise bad("too many message identifiers specified")
    source, chat = readable(world, values["from_chat_id"]), reachable(world, values["chat_id"])
    messages = [message for id in ids if (message := source.message(id)) and not message.service]
    if doing == "forward":
        messages = [message for message in messages if not message.protected]
    if not messages:
        raise bad(f"there are no messages to {doing}")
    return [{"message_id": send(world, chat, message, values).message_id} for message in messages]


def _forwarded(world: World, chat: Chat, original: Message, values: Values) -> Message:
    if original.service or original.protected:
        raise bad("the message can't be forwarded")
    return _copied(world, chat, original, values, marks=_origin(world, original), markup=_kept_keyboard(original))


def _copied(
    world: World,
    chat: Chat,
    original: Message,
    values: Values,
    *,
    marks: Values | None = None,
    markup: Values | None = None,
    reply: int | None = None,
) -> Message:
    if original.service:
        raise bad("the message can't be copied")
    return world.post(
        chat,
        None,
        text=original.text,
        entities=[dict(entity) for entity in original.entities],
        media=original.media,
        extra=dict(original.extra),
        markup=markup,
        marks=marks or {},
        reply_to=reply,
        thread=topic_of(chat, values),
        silent=values.get("disable_notification", False),
        protected=values.get("protect_content", False),
    )


def _origin(world: World, original: Message) -> Values:
    """Where a forward says it comes from: where the first message came from."""
    known = ("forward_origin", "forward_from", "forward_date")
    if "forward_origin" in original.marks:
        return {name: original.marks[name] for name in known if name in original.marks}
    sender, date = sender_json(world, original.sender_id), stamp(original.date)
    origin = {"type": "user", "sender_user": sender, "date": date}
    return {"forward_origin": origin, "forward_from": sender, "forward_date": date}


def _kept_keyboard(original: Message) -> Values | None:
    """Of an inline keyboard, a forward keeps what leads to addresses only."""
    rows = (original.markup or {}).get("inline_keyboard", [])
    return {"inline_keyboard": rows} if rows and all("url" in key for row in rows for key in row) else None
