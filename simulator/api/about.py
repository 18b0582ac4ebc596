"""Methods about the bot itself and its files."""

from collections.abc import Callable
from typing import Any

from simulator.api.reach import Values, known
from simulator.api.uploads import LARGEST_DOWNLOAD_BYTES
from simulator.refusal import Refusal, bad
from simulator.world import World
from simulator.world.chat import RIGHTS
from simulator.world.shapes import bot_json

_MENU = {"type": "commands"}


def get_me(world: World, values: Values) -> Any:
    """getMe."""
    return bot_json(world) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": world.inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def log_out(world: World, values: Values) -> Any:
    """logOut: there is no other server here to log out to."""
    return True


def close(world: World, values: Values) -> Any:
    """close: as Telegram does in the first ten minutes, it asks for patience; nothing needs closing here."""
    raise Refusal(429, "Too Many Requests: retry after 600", {"retry_after": 600})


def get_file(world: World, values: Values) -> Any:
    """getFile, up to 20 MB."""
    file = world.files.get(values["file_id"])
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > LARGEST_DOWNLOAD_BYTES:
        raise bad("file is too big")
    told = file.as_json()
    return {name: told[name] for name in ("file_id", "file_unique_id", "file_size")} | {"file_path": file.path}


def get_user_profile_photos(world: World, values: Values) -> Any:
    """getUserProfilePhotos: nobody here has one."""
    if values["user_id"] not in world.users:
        raise bad("user not found")
    return {"total_count": 0, "photos": []}


def set_chat_menu_button(world: World, values: Values) -> Any:
    """setChatMenuButton, for one private chat or for all."""
    if "chat_id" in values and known(world, values["chat_id"]).kind != "private":
        raise bad("chat not found")
    world.profile.menu_buttons[str(values.get("chat_id", ""))] = values.get("menu_button", _MENU)
    world.changed()
    return True


def get_chat_menu_button(world: World, values: Values) -> Any:
    """getChatMenuButton."""
    return world.profile.menu_button(values.get("chat_id", ""))


def set_default_rights(world: World, values: Values) -> Any:
    """setMyDefaultAdministratorRights."""
    key = "channels" if values.get("for_channels") else "groups"
    world.profile.default_rights[key] = {right: bool(values.get("rights", {}).get(right)) for right in RIGHTS}
    return True


def get_default_rights(world: World, values: Values) -> Any:
    """getMyDefaultAdministratorRights."""
    kept = world.profile.default_rights.get("channels" if values.get("for_channels") else "groups", {})
    return {"is_anonymous": False} | {right: kept.get(right, False) for right in RIGHTS}


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
