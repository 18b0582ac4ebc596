"""Methods about the bot itself, its commands, chats and files."""

import re
from collections.abc import Callable
from typing import Any

from simulator.api.sending import Values, known
from simulator.refusal import bad
from simulator.world import World
from simulator.world.profile import scope_key
from simulator.world.shapes import bot_json, chat_json

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MOST_COMMANDS = 100
_DEFAULT_SCOPE = {"type": "default"}
_MENU = {"type": "commands"}


def get_me(world: World, values: Values) -> Any:
    """getMe."""
    return bot_json(world) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(world: World, values: Values) -> Any:
    """getChat: the fields that every chat has."""
    chat = known(world, values["chat_id"])
    return chat_json(chat) | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}


_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_file(world: World, values: Values) -> Any:
    """getFile."""
    picture = world.pictures.get(values["file_id"])
    if picture is None:
        raise bad("invalid file_id")
    size = len(picture.data)
    return {"file_id": picture.file_id, "file_unique_id": picture.file_id, "file_size": size, "file_path": picture.path}


def set_my_commands(world: World, values: Values) -> Any:
    """setMyCommands, for one scope and language."""
    commands = values["commands"]
    if len(commands) > _MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for each in commands:
        each["command"] = each["command"].removeprefix("/")
        if not _COMMAND.fullmatch(each["command"]):
            raise bad("BOT_COMMAND_INVALID")
    world.profile.commands[_commands_key(world, values)] = commands
    world.changed()
    return True


def get_my_commands(world: World, values: Values) -> Any:
    """getMyCommands: of exactly this scope and language, nothing inherited."""
    return world.profile.commands.get(_commands_key(world, values), [])


def delete_my_commands(world: World, values: Values) -> Any:
    """deleteMyCommands."""
    world.profile.commands.pop(_commands_key(world, values), None)
    world.changed()
    return True


def set_chat_menu_button(world: World, values: Values) -> Any:
    """setChatMenuButton, for one private chat or for all."""
    if "chat_id" in values:
        known(world, values["chat_id"])
    world.profile.menu_buttons[str(values.get("chat_id", ""))] = values.get("menu_button", _MENU)
    return True


def get_chat_menu_button(world: World, values: Values) -> Any:
    """getChatMenuButton."""
    buttons = world.profile.menu_buttons
    return buttons.get(str(values.get("chat_id", ""))) or buttons.get("", _MENU)


def get_webhook_info(world: World, values: Values) -> Any:
    """getWebhookInfo: there is none."""
    waiting = len(world.updates.waiting())
    told: dict[str, Any] = {"url": "", "has_custom_certificate": False, "pending_update_count": waiting}
    return told | ({"allowed_updates": world.updates.allowed} if world.updates.allowed else {})


def delete_webhook(world: World, values: Values) -> Any:
    """deleteWebhook: there is none; the waiting updates may go."""
    if values.get("drop_pending_updates"):
        world.updates.put_back([], world.updates.next_id)
        world.bell.ring()
    return True


def setter(field: str, kept: str) -> Callable[[World, Values], Any]:
    """setMyName and its like: ``field`` of the call goes to ``kept`` of the profile, by language."""

    def set_it(world: World, values: Values) -> Any:
        getattr(world.profile, kept)[values.get("language_code", "")] = values.get(field, "")
        world.changed()
        return True

    return set_it


def getter(field: str, kept: str) -> Callable[[World, Values], Any]:
    """getMyName and its like: exactly this language; for the name, the title that the bot was made with."""

    def get_it(world: World, values: Values) -> Any:
        otherwise = world.profile.title if kept == "names" else ""
        return {field: getattr(world.profile, kept).get(values.get("language_code", "")) or otherwise}

    return get_it


def _commands_key(world: World, values: Values) -> str:
    scope = values.get("scope", _DEFAULT_SCOPE)
    if "chat_id" in scope:
        known(world, scope["chat_id"])
    language = values.get("language_code", "")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    return f"{scope_key(scope)}/{language}"
