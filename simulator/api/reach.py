"""Whom and what a call may reach: chats, topics, messages, rights."""

import re
from typing import Any

from simulator.refusal import bad, forbidden
from simulator.world import Chat, Message, World

Values = dict[str, Any]


def known(world: World, chat_id: int | str) -> Chat:
    """The chat of that id, or the private one of that @username. Raises Refusal."""
    if isinstance(chat_id, str) and re.fullmatch(r"-?[0-9]{1,19}", chat_id):
        chat_id = int(chat_id)
    chat = world.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise bad("chat not found")
    return chat


def readable(world: World, chat_id: int | str) -> Chat:
    """The chat, if the bot may look into it. Raises Refusal."""
    chat = known(world, chat_id)
    if chat.kind == "supergroup" and not chat.has_bot:
        raise _outside(chat)
    return chat


def reachable(world: World, chat_id: int | str) -> Chat:
    """The chat, if the bot may write there. Raises Refusal."""
    chat = known(world, chat_id)
    if chat.moved_to is not None:
        raise bad("group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.moved_to})
    if chat.kind == "private":
        if world.users[chat.id].deleted:
            raise forbidden("user is deactivated")
        if not chat.started and not world.may_write_first(chat.id):
            raise forbidden("bot can't initiate conversation with a user")
        if not chat.has_bot:
            raise forbidden("bot was blocked by the user")
    elif not chat.has_bot:
        raise _outside(chat)
    return chat


def _outside(chat: Chat) -> Exception:
    if chat.bot == "kicked":
        return forbidden(f"bot was kicked from the {chat.kind} chat")
    return forbidden(f"bot is not a member of the {chat.kind} chat")


def group(world: World, values: Values) -> Chat:
    """A group that the bot is in. Raises Refusal for a private chat."""
    chat = reachable(world, values["chat_id"])
    if chat.kind == "private":
        raise bad("method is available only for groups and supergroups")
    return chat


def needs(chat: Chat, right: str, doing: str) -> None:
    """Raises Refusal unless the bot has that right."""
    if not chat.bot_may(right):
        raise bad(f"not enough rights to {doing}")


def topic_of(chat: Chat, values: Values) -> int | None:
    """The topic that a call names. Raises Refusal for one that is not there; outside forums it means nothing."""
    topic: int = values.get("message_thread_id", 0)
    if not chat.forum or topic <= 0:
        return None
    if topic not in chat.topics:  # General has no number that a call may name
        raise bad("message thread not found")
    if chat.topics[topic].closed and not chat.bot_may("can_manage_topics"):
        raise bad("TOPIC_CLOSED")
    return topic


def found(chat: Chat, message_id: object, doing: str) -> Message:
    """The message. Raises Refusal: ``message to <doing> not found``."""
    message = chat.message(message_id)
    if message is None:
        raise bad(f"message to {doing} not found")
    return message


def replied(world: World, chat: Chat, reply: Values | None) -> int | None:
    """The message that is replied to. Raises Refusal if it is not there and must be."""
    if not reply or "message_id" not in reply:
        return None
    message = chat.message(reply["message_id"])
    if message is not None:
        if reply.get("quote") and reply["quote"] not in message.text:
            raise bad("QUOTE_TEXT_INVALID")
        return message.message_id
    if reply.get("allow_sending_without_reply") or reply["message_id"] <= 0:
        return None
    raise bad("message to be replied not found")
