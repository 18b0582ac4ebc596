"""Methods that put something new into a chat."""

from datetime import timedelta
from typing import Any

from simulator.api.content import caption, data_of, keyboard, text
from simulator.api.reach import Values, reachable, replied, topic_of
from simulator.api.uploads import file_of
from simulator.refusal import bad
from simulator.world import Medium, World
from simulator.world.shapes import message_json

_TYPING = timedelta(seconds=5)
_MOST_OF_AN_ALBUM = 10
_ALONE = ("audio", "document")
_MARKS = {"has_spoiler": "has_media_spoiler", "show_caption_above_media": "show_caption_above_media"}
_GAMES = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "⚽️": 5, "🎰": 64}


def send_message(world: World, values: Values) -> Any:
    """sendMessage."""
    body, entities = text(values, too_long="message is too long")
    preview = {name: value for name, value in values.get("link_preview_options", {}).items() if value}
    marks = {"link_preview_options": preview} if preview else {}
    return sent(world, values, text=body, entities=entities, marks=marks)


def media_sender(kind: Medium) -> Any:
    """sendPhoto and its like."""

    def send(world: World, values: Values) -> Any:
        body, entities = ("", []) if kind in ("sticker", "video_note") else caption(values)
        keyboard(values)
        reachable(world, values["chat_id"])
        file = file_of(world, kind, values[kind], values)
        return sent(world, values, text=body, entities=entities, media=file, marks=_marks(values))

    return send


def send_media_group(world: World, values: Values) -> Any:
    """sendMediaGroup: an album of up to ten."""
    items = values["media"]
    for item in items:
        if item["type"] in ("animation", "live_photo"):
            raise bad(f"can't parse InputMedia: type \"{item['type']}\" can't be used in sendMediaGroup")
    captions = [caption(item) for item in items]
    reachable(world, values["chat_id"])
    if not 1 <= len(items) <= _MOST_OF_AN_ALBUM:
        raise bad("too many messages to send as an album" if items else "there are no messages to send")
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and kinds & set(_ALONE):
        raise bad("can't use the media of the specified type in the album")
    files = [file_of(world, item["type"], item["media"], item) for item in items]
    album = {"media_group_id": str(len(world.files) + 10**10)} if len(items) > 1 else {}
    return [
        sent(world, values, text=body, entities=entities, media=file, marks=_marks(item) | album)
        for item, file, (body, entities) in zip(items, files, captions, strict=True)
    ]


def send_location(world: World, values: Values) -> Any:
    """sendLocation: a place, or one that moves for a while."""
    return sent(world, values, text="[location]", extra={"location": _place(values)})


def send_venue(world: World, values: Values) -> Any:
    """sendVenue."""
    place = {"latitude": values["latitude"], "longitude": values["longitude"]}
    venue = {name: values[name] for name in _VENUE if name in values} | {"location": place}
    return sent(world, values, text=f"[venue] {values['title']}", extra={"venue": venue, "location": place})


_VENUE = ("title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type")


def send_contact(world: World, values: Values) -> Any:
    """sendContact."""
    contact = {name: values[name] for name in ("phone_number", "first_name", "last_name", "vcard") if name in values}
    return sent(world, values, text=f"[contact] {contact['first_name']}", extra={"contact": contact})


def send_dice(world: World, values: Values) -> Any:
    """sendDice: what it shows is thrown by the world's own dice."""
    emoji = values.get("emoji", "🎲")
    if emoji not in _GAMES:
        raise bad("DICE_EMOJI_INVALID")
    dice = {"emoji": emoji, "value": world.dice.randint(1, _GAMES[emoji])}
    return sent(world, values, text=emoji, extra={"dice": dice})


def send_chat_action(world: World, values: Values) -> Any:
    """sendChatAction: the app shows it for five seconds."""
    if values["action"].lower() not in _ACTIONS:
        raise bad("wrong parameter action in request")
    chat = reachable(world, values["chat_id"])
    chat.typing_until = world.clock.now() + _TYPING
    world.changed(chat)
    return True


_ACTIONS = {
    "typing",
    "choose_sticker",
    "find_location",
    *(f"{verb}_{what}" for verb in ("record", "upload") for what in ("video", "voice", "audio", "video_note")),
    "upload_photo",
    "upload_document",
}


def sent(world: World, values: Values, *, marks: Values | None = None, **content: Any) -> Any:
    """What every sending method does once it knows what to send. Raises Refusal."""
    markup = keyboard(values)
    chat = reachable(world, values["chat_id"])
    topic = topic_of(chat, values)
    reply = values.get("reply_parameters") or {}
    answered = replied(world, chat, reply)
    data_of(markup)
    effect = values.get("message_effect_id") if chat.kind == "private" else None
    own = (marks or {}) | ({"effect_id": effect} if effect else {})
    quote = {"quote": {"text": reply.get("quote", ""), "position": reply.get("quote_position", 0), "is_manual": True}}
    message = world.post(
        chat,
        None,
        silent=values.get("disable_notification", False),
        protected=values.get("protect_content", False),
        reply_to=answered,
        thread=topic,
        markup=markup,
        marks=own | (quote if answered and reply.get("quote") else {}),
        **content,
    )
    if chat.typing_until is not None:
        chat.typing_until = None
        world.changed(chat)
    return message_json(world, message)


def _marks(values: Values) -> Values:
    return {mark: True for name, mark in _MARKS.items() if values.get(name)}


def _place(values: Values) -> Values:
    latitude, longitude = values["latitude"], values["longitude"]
    live = values.get("live_period", 0)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad("invalid live location specified" if live else "invalid location specified")
    if live and not (60 <= live <= 86_400 or live == 0x7FFFFFFF):
        raise bad("wrong live location period specified")
    kept = ("horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    return {"latitude": latitude, "longitude": longitude} | {name: values[name] for name in kept if values.get(name)}
