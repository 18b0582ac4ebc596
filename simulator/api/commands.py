"""Methods about the bot's commands: one list for each scope and language."""

import re
from typing import Any

from simulator.api.reach import Values, known
from simulator.refusal import bad
from simulator.world import World
from simulator.world.profile import scope_key

_COMMAND = re.compile(r"[a-z0-9_]+")
_MOST, _LONGEST_COMMAND, _LONGEST_DESCRIPTION = 100, 32, 256
_DEFAULT_SCOPE = {"type": "default"}


def set_my_commands(world: World, values: Values) -> Any:
    """setMyCommands, for one scope and language."""
    key = _key(world, values)
    if len(values["commands"]) > _MOST:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    world.profile.commands[key] = [_command(given) for given in values["commands"]]
    world.changed()
    return True


def get_my_commands(world: World, values: Values) -> Any:
    """getMyCommands: of exactly this scope and language, nothing inherited."""
    return world.profile.commands.get(_key(world, values), [])


def delete_my_commands(world: World, values: Values) -> Any:
    """deleteMyCommands."""
    world.profile.commands.pop(_key(world, values), None)
    world.changed()
    return True


def _command(given: Values) -> Values:
    """A command as it is kept. Raises Refusal."""
    name, description = given["command"].strip().removeprefix("/"), given["description"].strip()
    if not name:
        raise bad("command must be non-empty")
    if len(name) > _LONGEST_COMMAND:
        raise bad("command length must not exceed 32")
    if not description:
        raise bad("command description must be non-empty")
    if len(description) > _LONGEST_DESCRIPTION:
        raise bad("command description length must not exceed 256")
    if not _COMMAND.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    return {**given, "command": name, "description": description}


def _key(world: World, values: Values) -> str:
    scope = values.get("scope", _DEFAULT_SCOPE)
    if "chat_id" in scope:
        chat = known(world, scope["chat_id"])
        if chat.kind == "private" and scope["type"] != "chat":
            raise bad("chat not found")
    language = values.get("language_code", "")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    return f"{scope_key(scope)}/{language}"
