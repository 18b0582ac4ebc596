"""The methods that the simulator answers, by their published names."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.api import about, editing, polling, sending
from simulator.api.schema import Upload, published
from simulator.limits import Limits
from simulator.refusal import Refusal, bad, not_built
from simulator.world import World

_METHODS: Mapping[str, Callable[[World, dict[str, Any]], Any]] = {
    "getMe": about.get_me,
    "getChat": about.get_chat,
    "getFile": about.get_file,
    "setMyCommands": about.set_my_commands,
    "getMyCommands": about.get_my_commands,
    "deleteMyCommands": about.delete_my_commands,
    "setMyName": about.setter("name", "names"),
    "getMyName": about.getter("name", "names"),
    "setMyDescription": about.setter("description", "descriptions"),
    "getMyDescription": about.getter("description", "descriptions"),
    "setMyShortDescription": about.setter("short_description", "short_descriptions"),
    "getMyShortDescription": about.getter("short_description", "short_descriptions"),
    "setChatMenuButton": about.set_chat_menu_button,
    "getChatMenuButton": about.get_chat_menu_button,
    "getWebhookInfo": about.get_webhook_info,
    "deleteWebhook": about.delete_webhook,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendChatAction": sending.send_chat_action,
    "leaveChat": sending.leave_chat,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
}
ANSWERED = frozenset({*_METHODS, "getUpdates"})
"""The names of all methods that are built."""

# Parameters with an effect that people would see, and that is not built: refused, so that no bot relies on them here.
_NOT_BUILT = {
    "business_connection_id",
    "direct_messages_topic_id",
    "ephemeral_message_parameters",
    "inline_message_id",
    "rich_message",
    "suggested_post_parameters",
}
# What goes into a chat, or changes what stands in it, counts towards Telegram's limits.
_COUNTED = {name for name in _METHODS if name.startswith(("send", "edit"))} - {"sendChatAction"}


async def answered(world: World, limits: Limits, method: str, values: dict[str, Any], given: Mapping[str, Any]) -> Any:
    """The result of one call, its parameters already checked. ``given`` holds attached files. Raises Refusal."""
    if method == "getUpdates":
        return await polling.get_updates(world, values)
    if method not in _METHODS:
        raise not_built(f"{method} yet")
    for name in _NOT_BUILT & values.keys():
        raise not_built(f"the parameter {name} yet")
    values = _with_files(values, given)
    if method in _COUNTED and values.get("chat_id") in world.chats:
        limits.admit(values["chat_id"])
    return _METHODS[method](world, values)


def checked(method: str, given: Mapping[str, Any]) -> tuple[str, dict[str, Any], tuple[str, ...]]:
    """The method's published name, its parameters as values, and the names that nobody knows. Raises Refusal."""
    spelled = published().spelled(method)
    if spelled is None:
        raise Refusal(404, "Not Found: method not found")
    return spelled, *published().read(spelled, given)


def _with_files(values: dict[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """``attach://name`` replaced by the file of that name, here and in ``media``. Raises Refusal."""

    def found(value: Any) -> Any:
        if not (isinstance(value, str) and value.startswith("attach://")):
            return value
        file = given.get(value.removeprefix("attach://"))
        if not isinstance(file, Upload):
            raise bad("can't parse InputMedia: Failed to find the attached file")
        return file

    if isinstance(values.get("media"), dict):
        media = values["media"]
        if media["type"] != "photo":
            raise not_built(f"media of the type {media['type']} yet")
        return {**values, "media": {**media, "media": found(media["media"])}}
    return {**values, "photo": found(values["photo"])} if "photo" in values else values
