"""People, chats and messages as the Bot API's JSON."""

from datetime import datetime
from typing import Any

from simulator.text.entities import Entity, named_account
from simulator.world.account import User
from simulator.world.chat import RIGHTS, Chat
from simulator.world.invite import Invite
from simulator.world.message import Message
from simulator.world.world import World

Json = dict[str, Any]
_MAY = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)

_OF_A_DOCUMENT = ("file_id", "file_unique_id", "file_size", "file_name", "mime_type")


def stamp(moment: datetime) -> int:
    """Unix time."""
    return int(moment.timestamp())


def bot_json(world: World) -> Json:
    """The bot as a User."""
    return {"id": world.bot_id, "is_bot": True, "first_name": world.profile.name(), "username": world.username}


def user_json(user: User) -> Json:
    """A person as a User."""
    username = {"username": user.username} if user.username else {}
    return {"id": user.id, "is_bot": False, "first_name": user.name, **username, "language_code": user.language}


def chat_json(chat: Chat) -> Json:
    """A chat."""
    name = {"first_name": chat.title} if chat.kind == "private" else {"title": chat.title}
    return {"id": chat.id, "type": chat.kind, **name} | ({"is_forum": True} if chat.forum else {})


def sender_json(world: World, id: int) -> Json:
    """Whoever has that id, the bot or a person."""
    return bot_json(world) if id == world.bot_id else user_json(world.users[id])


def member_json(world: World, chat: Chat, id: int) -> Json:
    """Somebody as a ChatMember of a chat."""
    told: Json = {"user": sender_json(world, id), "status": status(world, chat, id)}
    rights = chat.bot_rights if id == world.bot_id else chat.administrators.get(id, [])
    if told["status"] == "creator":
        told["is_anonymous"] = False
    elif told["status"] == "administrator":
        told |= {"can_be_edited": False, "is_anonymous": False} | {right: right in rights for right in RIGHTS}
    elif told["status"] == "kicked":
        told["until_date"] = 0
    elif told["status"] == "restricted":
        told |= {"is_member": id in chat.members, "until_date": 0} | dict.fromkeys(_MAY, False)
    return told


def status(world: World, chat: Chat, id: int) -> str:
    """What somebody is in a chat."""
    if id == world.bot_id:
        return chat.bot
    if id in chat.barred:
        return chat.barred[id]
    if id not in chat.members:
        return "left"
    if chat.kind != "private" and id == chat.members[0]:
        return "creator"
    return "administrator" if id in chat.administrators else "member"


def entity_json(world: World, entity: Entity) -> Entity:
    """An entity as the bot sees it: a link to an account mentions it."""
    id = named_account(entity)
    if id is None:
        return entity
    known = sender_json(world, id) if id in world.users or id == world.bot_id else None
    user = known or {"id": id, "is_bot": False, "first_name": ""}
    return {"type": "text_mention", "offset": entity["offset"], "length": entity["length"], "user": user}


def invite_json(world: World, chat: Chat, invite: Invite) -> Json:
    """A ChatInviteLink."""
    told: Json = {
        "invite_link": invite.link,
        "creator": bot_json(world),
        "creates_join_request": invite.asks,
        "is_primary": invite.primary,
        "is_revoked": invite.revoked,
    }
    if invite.name:
        told["name"] = invite.name
    if invite.until:
        told["expire_date"] = stamp(invite.until)
    if invite.limit:
        told["member_limit"] = invite.limit
    waiting = sum(request.link == invite.link for request in chat.requests.values())
    return told | ({"pending_join_request_count": waiting} if waiting else {})


def message_json(world: World, message: Message, *, with_reply: bool = True) -> Json:
    """A message as the bot sees it."""
    chat = world.chats[message.chat]
    told: Json = {
        "message_id": message.message_id,
        "from": sender_json(world, message.sender_id),
        "chat": chat_json(chat),
        "date": stamp(message.date),
    }
    if message.edited_at:
        told["edit_date"] = stamp(message.edited_at)
    if message.thread:
        told["message_thread_id"] = message.thread
        told |= {"is_topic_message": True} if chat.forum else {}
    original = chat.message(message.reply_to)
    if with_reply and original is not None:
        told["reply_to_message"] = message_json(world, original, with_reply=False)
    if message.protected:
        told["has_protected_content"] = True
    told |= message.marks
    kind = "caption" if message.media else "text"
    if message.media:
        told |= _media(message)
    if message.text and not message.extra:  # there the text only says for people what it is
        told[kind] = message.text
        if message.entities:
            entities = [entity_json(world, entity) for entity in message.entities]
            told["entities" if kind == "text" else "caption_entities"] = entities
    if "inline_keyboard" in (message.markup or {}):
        told["reply_markup"] = message.markup
    return told | message.extra


def _media(message: Message) -> Json:
    assert message.media is not None
    file = message.media.as_json()
    if message.media.kind == "photo":
        return {"photo": [file]}
    if message.media.kind == "animation":
        name = {
            key: file[key]
            for key in ("file_id", "file_unique_id", "file_size", "file_name", "mime_type")
            if key in file
        }
        return {"animation": file, "document": name}
    return {message.media.kind: file}
