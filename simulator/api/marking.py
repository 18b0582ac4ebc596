"""Methods that mark what stands in a chat: pins and reactions."""

from typing import Any

from simulator.api.chats import announce
from simulator.api.reach import Values, found, needs, reachable
from simulator.refusal import bad
from simulator.world import World
from simulator.world.shapes import message_json

_PINS = "manage pinned messages in the chat"
# Telegram's own list, for bots and for people without a subscription.
_EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 "
    "🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 "
    "☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)


def pin_chat_message(world: World, values: Values) -> Any:
    """pinChatMessage: the chat is told, and so is the bot."""
    chat = reachable(world, values["chat_id"])
    message = found(chat, values["message_id"], "pin")
    needs(chat, "can_pin_messages", _PINS)
    if message.service:
        raise bad("message can't be pinned")
    if message.message_id not in chat.pinned:
        chat.pinned.append(message.message_id)
        pinned = message_json(world, message, with_reply=False)
        announce(world, chat, "A message was pinned", {"pinned_message": pinned}, thread=message.thread)
    return True


def unpin_chat_message(world: World, values: Values) -> Any:
    """unpinChatMessage: the newest pin, if none is named."""
    chat = reachable(world, values["chat_id"])
    pinned = [id for id in chat.pinned if chat.message(id)]
    id = values.get("message_id", max(pinned, default=None))
    if id not in pinned:
        raise bad("message to unpin not found")
    needs(chat, "can_pin_messages", _PINS)
    chat.pinned.remove(id)
    world.changed(chat)
    return True


def unpin_all_chat_messages(world: World, values: Values) -> Any:
    """unpinAllChatMessages."""
    chat = reachable(world, values["chat_id"])
    needs(chat, "can_pin_messages", _PINS)
    chat.pinned = []
    world.changed(chat)
    return True


def set_message_reaction(world: World, values: Values) -> Any:
    """setMessageReaction: one emoji at most; none takes it back."""
    reactions = values.get("reaction", [])
    chat = reachable(world, values["chat_id"])
    message = found(chat, values["message_id"], "react")
    if message.service:
        raise bad("MESSAGE_ID_INVALID")
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    emoji = [each["emoji"] for each in reactions if each["type"] == "emoji"]
    if len(emoji) < len(reactions) or not set(emoji) <= set(_EMOJI.split(" ")):
        raise bad("REACTION_INVALID")
    message.reactions[world.bot_id] = emoji
    if not emoji:
        del message.reactions[world.bot_id]
    world.changed(chat, message)
    return True
