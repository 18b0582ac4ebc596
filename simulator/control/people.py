"""People by HTTP, by name: what a test in another process, or another language, has them say, press and see."""

import base64
import binascii
from collections.abc import Awaitable, Callable
from typing import Any, cast, get_args

from aiohttp import web

from simulator.control.answering import Json, answering
from simulator.control.reading import Asked
from simulator.people import groups
from simulator.people.client import Group, Offers, Person
from simulator.world import Medium, Message, World

_PATIENCE_SECONDS, _LONGEST_PATIENCE_SECONDS = 5.0, 60.0

Deed = Callable[[Person, Asked], Awaitable[Json]]


class Phones:
    """``/simulator/people/{name}/{deed}``. ``in`` names a group by its title; without it, the private chat is meant."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._deeds: dict[str, Deed] = {
            "say": self._say,
            "edit": self._edit,
            "send": self._send,
            "file": self._file,
            "tap": self._tap,
            "press": self._press,
            "react": self._react,
            "vote": self._vote,
            "scan": self._scan,
            "join": self._join,
            "block": self._block,
            "unblock": self._unblock,
            "inline": self._inline,
            "choose": self._choose,
            "sees": self._sees,
        }

    def add_routes(self, app: web.Application) -> None:
        """``/simulator/people`` and ``/simulator/groups``."""
        app.router.add_get("/simulator/people", answering(self._people))
        app.router.add_post("/simulator/people", answering(self._add))
        app.router.add_post("/simulator/groups", answering(self._add_group))
        app.router.add_get("/simulator/people/{name}", answering(self._phone))
        app.router.add_post("/simulator/people/{name}/{deed}", answering(self._do))

    async def _people(self, request: web.Request, asked: Asked) -> Json:
        return {"people": [self._person_json(user.name) for user in self._world.users.values()]}

    async def _add(self, request: web.Request, asked: Asked) -> Json:
        name, language = asked.text("name"), asked.text("language", "en")
        asked.done()
        self._world.person(name, language)
        return {"person": self._person_json(name)}

    async def _add_group(self, request: web.Request, asked: Asked) -> Json:
        title, members = asked.text("title"), [self._person(str(name)) for name in asked.list("members")]
        supergroup, forum = asked.truth("supergroup", default=False), asked.truth("forum", default=False)
        bot = asked.text("bot", "member")
        asked.done()
        if not members or bot not in ("member", "administrator"):
            raise ValueError('a group needs "members"; its "bot" is "member" or "administrator"')
        ids = [person.id for person in members]
        made = self._world.group(title, ids, supergroup=supergroup, forum=forum)
        groups.let_bot(self._world, members[0].user, made, "member", was="left")
        if bot == "administrator":
            Group(world=self._world, id=made.id).promote_bot()
        return {"group": {"id": made.id, "title": title, "kind": made.kind}}

    async def _phone(self, request: web.Request, asked: Asked) -> Json:
        """What stands on a phone: one chat's messages, its reply keyboard, the toasts."""
        person = self._person(request.match_info["name"])
        where = self._in(asked)
        asked.done()
        keyboard = person.keyboard(where)
        rows = [[key.label for key in row] for row in keyboard.rows] if keyboard else []
        messages = [_message_json(message) for message in person.messages(where)]
        return {"messages": messages, "keyboard": rows, "toasts": person.toasts, "opened": person.user.opened}

    async def _do(self, request: web.Request, asked: Asked) -> Json:
        deed = self._deeds.get(request.match_info["deed"])
        if deed is None:
            raise ValueError(f"nobody can {request.match_info['deed']}; people can {', '.join(self._deeds)}")
        return await deed(self._person(request.match_info["name"]), asked)

    async def _say(self, person: Person, asked: Asked) -> Json:
        where = self._in(asked)
        answered = self._message(person, where, asked, "reply_to") if "reply_to" in asked else None
        thread = asked.number("thread") if "thread" in asked else None
        text = asked.text("text")
        asked.done()
        return {"message": _message_json(await person.say(text, in_=where, reply_to=answered, thread=thread))}

    async def _edit(self, person: Person, asked: Asked) -> Json:
        message, text = self._message(person, self._in(asked), asked), asked.text("text")
        asked.done()
        if message.sender_id != person.id:
            raise ValueError("only one's own messages can be edited")
        await person.edit(message, text)
        return {"message": _message_json(message)}

    async def _send(self, person: Person, asked: Asked) -> Json:
        where, kind, content = self._in(asked), asked.text("kind"), asked.object("content")
        asked.done()
        return {"message": _message_json(await person.send(kind, content, in_=where))}

    async def _file(self, person: Person, asked: Asked) -> Json:
        where, kind, caption = self._in(asked), asked.text("kind", "document"), asked.text("caption", "")
        facts = asked.object("facts")
        try:
            data = base64.b64decode(asked.text("data"), validate=True)
        except binascii.Error:
            raise ValueError('"data" is the file in base64') from None
        asked.done()
        if kind not in get_args(Medium):
            raise ValueError(f'"kind" is one of {", ".join(get_args(Medium))}')
        sent = await person.send_file(cast(Medium, kind), data, caption=caption, in_=where, **facts)
        return {"message": _message_json(sent)}

    async def _tap(self, person: Person, asked: Asked) -> Json:
        where, label = self._in(asked), asked.text("label")
        message = self._message(person, where, asked) if "message" in asked else None
        asked.done()
        await person.tap(label, message=message, in_=where)
        return {}

    async def _press(self, person: Person, asked: Asked) -> Json:
        message, data = self._message(person, self._in(asked), asked), asked.text("data")
        asked.done()
        await person.press(data, message)
        return {}

    async def _react(self, person: Person, asked: Asked) -> Json:
        message, emoji = self._message(person, self._in(asked), asked), [str(each) for each in asked.list("emoji")]
        asked.done()
        await person.react(message, *emoji)
        return {}

    async def _vote(self, person: Person, asked: Asked) -> Json:
        message, labels = self._message(person, self._in(asked), asked), [str(each) for each in asked.list("options")]
        asked.done()
        await person.vote(message, *labels)
        return {}

    async def _scan(self, person: Person, asked: Asked) -> Json:
        text = asked.text("text")
        asked.done()
        await person.scan(text)
        return {}

    async def _join(self, person: Person, asked: Asked) -> Json:
        link = asked.text("link")
        asked.done()
        return {"group": (await person.join(link)).chat.title}

    async def _block(self, person: Person, asked: Asked) -> Json:
        asked.done()
        await person.block()
        return {}

    async def _unblock(self, person: Person, asked: Asked) -> Json:
        asked.done()
        await person.unblock()
        return {}

    async def _inline(self, person: Person, asked: Asked) -> Json:
        where, text, seconds = self._in(asked), asked.text("text"), _patience(asked)
        asked.done()
        offers = await person.inline(text, in_=where, timeout=seconds)
        return {"query": offers.query.id, "titles": offers.titles, "button": offers.button}

    async def _choose(self, person: Person, asked: Asked) -> Json:
        where, id, title = self._in(asked), asked.text("query"), asked.text("title")
        asked.done()
        query = self._world.inline_queries.get(id)
        if query is None or query.user != person.id:
            raise ValueError("there is no such query")
        chat = where.chat if where else self._world.chats[person.id]
        return {"message": _message_json(await Offers(person=person, query=query, chat=chat).choose(title))}

    async def _sees(self, person: Person, asked: Asked) -> Json:
        where, text, seconds = self._in(asked), asked.text("text"), _patience(asked)
        asked.done()
        return {"message": _message_json(await person.sees(text, in_=where, timeout=seconds))}

    def _person(self, name: str) -> Person:
        for user in self._world.users.values():
            if user.name == name:
                return Person(world=self._world, id=user.id)
        raise ValueError(f"there is nobody called {name!r}")

    def _person_json(self, name: str) -> Json:
        user = self._person(name).user
        return {"id": user.id, "name": user.name, "language": user.language}

    def _in(self, asked: Asked) -> Group | None:
        if "in" not in asked:
            return None
        title = asked.text("in")
        for chat in self._world.chats.values():
            if chat.kind != "private" and chat.title == title and chat.moved_to is None:
                return Group(world=self._world, id=chat.id)
        raise ValueError(f"there is no group {title!r}")

    def _message(self, person: Person, where: Group | None, asked: Asked, name: str = "message") -> Message:
        chat = where.chat if where else self._world.chats[person.id]
        message = chat.message(asked.number(name))
        if message is None:
            raise ValueError("that message is not there")
        return message


def _patience(asked: Asked) -> float:
    return min(asked.real("timeout", _PATIENCE_SECONDS), _LONGEST_PATIENCE_SECONDS)


def _message_json(message: Message) -> Json:
    told: dict[str, Any] = {
        "id": message.message_id,
        "chat": message.chat,
        "from": message.sender,
        "date": message.date.isoformat(),
        "text": message.text,
        "entities": message.entities,
        "buttons": [[{"label": key.label, "data": key.data, "url": key.url} for key in row] for row in message.buttons],
        "edited": message.edited,
        "silent": message.silent,
        "protected": message.protected,
        "thread": message.thread,
        "file": message.media.as_json() | {"kind": message.media.kind} if message.media else None,
        "service": message.service,
    }
    return told | ({"holds": message.extra} if message.extra else {})
