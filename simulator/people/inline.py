"""Inline mode as people use it: type after the bot's name, look at what it offers, choose."""

from typing import Any

from simulator.people.phone import deliver
from simulator.world import Chat, InlineQuery, Message, User, World
from simulator.world.shapes import bot_json, user_json


def ask(world: World, user: User, chat: Chat, text: str, offset: str = "") -> InlineQuery:
    """Type ``text`` after the bot's name. An answer that is still good is used again, without asking the bot.

    Raises ValueError if the bot has no inline mode.
    """
    if not world.inline:
        raise ValueError("the bot has no inline mode")
    now = world.clock.now()
    query = world.new_inline_query(user, text, offset)
    for known in world.inline_queries.values():
        theirs = not known.personal or known.user == user.id
        if (known.query, known.offset) == (text, offset) and known.kept_until and now < known.kept_until and theirs:
            query.results, query.next_offset, query.button = known.results, known.next_offset, known.button
            return query
    kind = "sender" if chat.kind == "private" else chat.kind
    told = {"id": query.id, "from": user_json(user), "query": text, "offset": offset, "chat_type": kind}
    world.updates.add("inline_query", told)
    return query


def choose(world: World, user: User, chat: Chat, query: InlineQuery, id: str) -> Message:
    """Choose a result: it is posted in the person's name, through the bot. Raises ValueError if it is not offered."""
    offer = next((each for each in query.results or [] if each.id == id), None)
    if offer is None:
        raise ValueError(f"the bot does not offer {id!r}")
    message = world.post(chat, user, marks={"via_bot": bot_json(world)}, **offer.content)
    if message.markup:
        message.inline_id = f"inline-{message.order:08d}"
    chosen: dict[str, Any] = {"result_id": id, "from": user_json(user), "query": query.query}
    chosen |= {"inline_message_id": message.inline_id} if message.inline_id else {}
    world.updates.add("chosen_inline_result", chosen)
    deliver(world, chat, message)
    return message
