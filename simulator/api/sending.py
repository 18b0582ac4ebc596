"""Methods that put something new into a chat, and what all methods share: who can be reached, text, keyboards."""

import itertools
import struct
from datetime import timedelta
from typing import Any

from simulator.api.schema import Upload
from simulator.refusal import bad, forbidden, not_built
from simulator.text.entities import Entity, trimmed, units, with_found
from simulator.text.markup import parsed
from simulator.world import Chat, Message, Picture, World
from simulator.world.shapes import message_json

Values = dict[str, Any]
LONGEST_TEXT, LONGEST_CAPTION, MOST_BUTTONS = 4096, 1024, 100
LARGEST_PICTURE_BYTES, LARGEST_SIDES, MOST_RATIO = 10 * 2**20, 10_000, 20
_TYPING = timedelta(seconds=5)
_BEHIND_A_BUTTON = {
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
}


def send_message(world: World, values: Values) -> Any:
    """sendMessage."""
    text, entities = formatted(values, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad("message is too long")
    markup = keyboard(values)
    return _sent(world, values, text=text, entities=entities, markup=markup)


def send_photo(world: World, values: Values) -> Any:
    """sendPhoto: a file, or the file_id of a picture that was sent before."""
    text, entities = caption(values)
    markup = keyboard(values)
    chat = reachable(world, values["chat_id"])
    picture = picture_of(world, values["photo"])
    return _sent(world, {**values, "chat_id": chat.id}, text=text, entities=entities, markup=markup, picture=picture)


def send_chat_action(world: World, values: Values) -> Any:
    """sendChatAction: the app shows it for five seconds."""
    chat = reachable(world, values["chat_id"])
    chat.typing_until = world.clock.now() + _TYPING
    world.changed(chat)
    return True


def leave_chat(world: World, values: Values) -> Any:
    """leaveChat."""
    chat = reachable(world, values["chat_id"])
    if chat.kind == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.bot = "left"
    world.changed(chat)
    return True


def reachable(world: World, chat_id: int | str) -> Chat:
    """The chat, if the bot may write there. Raises Refusal."""
    chat = known(world, chat_id)
    if chat.moved_to is not None:
        parameters = {"migrate_to_chat_id": chat.moved_to}
        raise bad("group chat was upgraded to a supergroup chat", parameters)
    if chat.kind == "private":
        if world.users[chat.id].deleted:
            raise forbidden("user is deactivated")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.bot == "kicked":
            raise forbidden("bot was blocked by the user")
    elif chat.bot == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    elif chat.bot == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    return chat


def known(world: World, chat_id: int | str) -> Chat:
    """The chat of that id. Raises Refusal."""
    chat = world.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise bad("chat not found")
    return chat


def formatted(values: Values, text: str, entities: str) -> tuple[str, list[Entity]]:
    """The text of a call and its entities, tidied as Telegram does. Raises Refusal."""
    mode = str(values.get("parse_mode", "")).lower()
    if mode in ("markdown", "markdownv2"):
        raise not_built("parse_mode Markdown; HTML it knows")
    if mode not in ("", "html"):
        raise bad("unsupported parse_mode")
    given: str = values.get(text, "")
    body, found = trimmed(*(parsed(given) if mode else (given, values.get(entities, []))))
    return body, with_found(body, found)


def caption(values: Values) -> tuple[str, list[Entity]]:
    """A caption. Raises Refusal."""
    text, entities = formatted(values, "caption", "caption_entities")
    if units(text) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    return text, entities


def keyboard(values: Values) -> dict[str, Any] | None:
    """The reply markup of a call; None if there is none, or an empty one. Raises Refusal."""
    markup: dict[str, Any] | None = values.get("reply_markup")
    if markup is None or "inline_keyboard" not in markup:
        return markup
    rows = [row for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad("REPLY_MARKUP_TOO_LONG")
    for button in itertools.chain(*rows):
        if not button["text"].strip():
            raise bad("can't parse inline keyboard button: text of the button is empty")
        if not _BEHIND_A_BUTTON & button.keys():
            raise bad("text buttons are unallowed in the inline keyboard")
        if "url" in button and "." not in button["url"] and not button["url"].startswith("tg://"):
            raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return {"inline_keyboard": rows} if rows else None


def picture_of(world: World, given: Upload | str) -> Picture:
    """An uploaded picture, or one that was sent before. Raises Refusal."""
    if isinstance(given, str):
        if given.startswith(("http://", "https://")):
            raise bad("failed to get HTTP URL content")  # the simulator asks nothing of any other host
        if given not in world.pictures:
            raise bad("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
        return world.pictures[given]
    if not given.data:
        raise bad("file must be non-empty")
    if len(given.data) > LARGEST_PICTURE_BYTES:
        raise bad("file is too big")
    width, height = _size(given.data)
    if width + height > LARGEST_SIDES or max(width, height) > MOST_RATIO * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    file_id = f"picture-{len(world.pictures) + 1:06d}"
    picture = Picture(file_id=file_id, data=given.data, width=width, height=height)
    world.pictures[file_id] = picture
    return picture


def _sent(world: World, values: Values, **content: Any) -> Any:
    chat = reachable(world, values["chat_id"])
    message = world.post(
        chat,
        None,
        silent=values.get("disable_notification", False),
        protected=values.get("protect_content", False),
        reply_to=_answered(chat, values.get("reply_parameters")),
        thread=values.get("message_thread_id"),
        **content,
    )
    if chat.typing_until is not None:
        chat.typing_until = None
        world.changed(chat)
    return message_json(world, message)


def _answered(chat: Chat, reply: dict[str, Any] | None) -> int | None:
    """The message that is replied to. Raises Refusal if it is not there and must be."""
    if not reply or "message_id" not in reply:
        return None
    original: Message | None = chat.messages.get(reply["message_id"])
    if original is not None and not original.deleted:
        return original.message_id
    if reply.get("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")


def _size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG, from its first bytes. Raises Refusal."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        if width and height:
            return width, height
    at = 2
    while data.startswith(b"\xff\xd8") and at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # the marker of the frame's size
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise bad("IMAGE_PROCESS_FAILED")
