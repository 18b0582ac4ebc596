"""What people do in their chats on the page. Each raises ValueError or AssertionError with words for people."""

import asyncio
import base64
from typing import Any

from simulator.page import asked as the
from simulator.page.asked import Asked
from simulator.people import inline, phone, votes
from simulator.world import Medium, World

_INLINE_SECONDS = 10  # a bot may take its time; who types on asks anew


async def say(world: World, asked: Asked) -> None:
    """Write, perhaps as a reply, perhaps in a topic."""
    answered = the.message(world, asked, "reply_to") if asked.get("reply_to") else None
    where = the.group(world, asked)
    await the.person(world, asked).say(asked["text"], in_=where, reply_to=answered, thread=asked.get("thread"))


async def edit(world: World, asked: Asked) -> None:
    """Change one's own message."""
    person, message = the.person(world, asked), the.message(world, asked)
    if message.sender_id != person.id or message.service:
        raise ValueError("Only your own messages can be edited.")
    if not asked["text"].strip():
        raise ValueError("There is nothing left of it. Write something.")
    await person.edit(message, asked["text"])


async def press(world: World, asked: Asked) -> Asked:
    """Press an inline button; tells the press's id, under which its answer will stand."""
    message = the.message(world, asked)
    if asked["data"] not in [button.data for row in message.buttons for button in row]:
        raise ValueError("That button is gone.")
    user = the.person(world, asked).user
    return {"press": phone.press(world, user, world.chats[message.chat], message, asked["data"])}


async def key(world: World, asked: Asked) -> None:
    """Press a key of the reply keyboard."""
    chat = the.chat(world, asked)
    phone.press_key(world, the.person(world, asked).user, chat, asked["label"])


async def react(world: World, asked: Asked) -> None:
    """Put a reaction under a message; none takes it back."""
    emoji = [asked["emoji"]] if asked.get("emoji") else []
    await the.person(world, asked).react(the.message(world, asked), *emoji)


async def vote(world: World, asked: Asked) -> None:
    """Vote in a poll."""
    votes.vote(world, the.person(world, asked).user, the.message(world, asked), *asked["options"])


async def ask_inline(world: World, asked: Asked) -> Asked:
    """Type something after the bot's name; tells what it offers. Raises ValueError if it takes too long."""
    query = inline.ask(world, the.person(world, asked).user, the.chat(world, asked), asked["query"])
    try:
        async with asyncio.timeout(_INLINE_SECONDS):
            while query.results is None:
                await world.bell.wait()
    except TimeoutError:
        raise ValueError("The bot did not answer the inline query.") from None
    offers: list[dict[str, Any]] = [
        {"id": offer.id, "title": offer.title, "description": offer.description} for offer in query.results
    ]
    return {"query": query.id, "offers": offers, "button": query.button}


async def choose(world: World, asked: Asked) -> None:
    """Choose one of the offers."""
    query = world.inline_queries[asked["query"]]
    inline.choose(world, the.person(world, asked).user, the.chat(world, asked), query, asked["offer"])


async def attach(world: World, asked: Asked) -> None:
    """Send a file: a picture as such, anything else as a document."""
    chat, data = the.chat(world, asked), base64.b64decode(asked["data"], validate=True)
    if not data:
        raise ValueError("That file is empty.")
    kind: Medium = "photo" if "width" in asked else "document"
    mime = str(asked.get("mime") or "application/octet-stream")
    facts = {name: asked[name] for name in ("width", "height", "file_name") if name in asked}
    user, caption = the.person(world, asked).user, asked.get("caption", "")
    phone.send_file(world, user, chat, kind, data, mime=mime, caption=caption, thread=asked.get("thread"), **facts)


async def scan(world: World, asked: Asked) -> None:
    """Open a start link."""
    await the.person(world, asked).scan(f"https://t.me/{world.username}?start={asked['payload']}")


async def block(world: World, asked: Asked) -> None:
    """Block or unblock the bot."""
    person = the.person(world, asked)
    await (person.block() if asked["blocked"] else person.unblock())
