"""Each request of a bot in words: what it did, and where it was refused, why and what helps."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from simulator.api.calls import Call
from simulator.page import advice
from simulator.world import World

_LONGEST_SHOWN = 60


def explained(world: World, call: Call) -> dict[str, Any]:
    """A call for the log of the page."""
    refused = call.status != 200
    return {
        "at": call.at.isoformat(),
        "method": call.method,
        "chat": _number(call.parameters.get("chat_id")),
        "parameters": call.parameters,
        "status": call.status,
        "description": call.description,
        "unknown": call.unknown,
        "words": words(world, call),
        "advice": advice.on(call) if refused else "",
        "fault": call.fault,
    }


def words(world: World, call: Call) -> str:
    """What it did, or would have done had it not been refused: ``sent Ana “Good morning”, with 3 buttons``."""
    given = call.parameters
    who = _who(world, given)
    if tell := _TOLD.get(call.method):
        return tell(given, who)
    sentence = _sentences().get(call.method)
    return sentence.format(who=who or "nobody") if sentence else _plainly(call.method, who)


def _who(world: World, given: Mapping[str, Any]) -> str:
    chat = world.chats.get(_number(given.get("chat_id")) or 0)
    return chat.title if chat else f"chat {given['chat_id']}" if given.get("chat_id") else ""


def _sent(given: Mapping[str, Any], who: str) -> str:
    silent = " silently" if _is_true(given.get("disable_notification")) else ""
    return f"sent{silent} {who} {_quoted(given.get('text'))}{_with_buttons(given)}"


def _sent_photo(given: Mapping[str, Any], who: str) -> str:
    return f"sent {who} a picture {_quoted(given.get('caption'))}{_with_buttons(given)}".replace(" “”", "")


def _edited(what: str, field: str) -> Callable[[Mapping[str, Any], str], str]:
    def tell(given: Mapping[str, Any], who: str) -> str:
        says = f" to {_quoted(given[field])}" if field in given else ""
        buttons = _with_buttons(given, "no buttons left")
        return f"changed {what} of message {given.get('message_id', '?')} for {who}{says}{buttons}"

    return tell


def _answered(given: Mapping[str, Any], who: str) -> str:
    return (
        f"answered a press with {_quoted(given['text'])}" if given.get("text") else "answered a press, showing nothing"
    )


def _commands(given: Mapping[str, Any], who: str) -> str:
    names = [f"/{each.get('command', '?')}" for each in _json(given.get("commands")) or [] if isinstance(each, dict)]
    return f"set its menu of commands: {', '.join(names)}" if names else "emptied its menu of commands"


_TOLD: dict[str, Callable[[Mapping[str, Any], str], str]] = {
    "sendMessage": _sent,
    "sendPhoto": _sent_photo,
    "sendChatAction": lambda given, who: f"showed {who} “{str(given.get('action', '')).replace('_', ' ')}…”",
    "editMessageText": _edited("the words", "text"),
    "editMessageCaption": _edited("the caption", "caption"),
    "editMessageMedia": _edited("the picture", ""),
    "editMessageReplyMarkup": _edited("the buttons", ""),
    "deleteMessage": lambda given, who: f"deleted message {given.get('message_id', '?')} for {who}",
    "answerCallbackQuery": _answered,
    "sendPoll": lambda given, who: f"asked {who} in a poll {_quoted(given.get('question'))}",
    "setMyCommands": _commands,
}


@cache
def _sentences() -> dict[str, str]:
    return tomli.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def _plainly(method: str, who: str) -> str:
    """Any other method by its name: ``createForumTopic`` → ``create forum topic``."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", method).lower()
    return f"{name}, {who}" if who else name


def _quoted(text: Any) -> str:
    line = " ".join(re.sub(r"<[^<>]*>", "", str(text or "")).split())
    return f"“{line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + '…'}”"


def _with_buttons(given: Mapping[str, Any], without: str = "") -> str:
    markup = _json(given.get("reply_markup"))
    if not isinstance(markup, dict):
        return f", {without}" if without else ""
    for kind, name in (("inline_keyboard", "button"), ("keyboard", "key")):
        if kind in markup:
            count = sum(len(row) for row in markup[kind] if isinstance(row, list))
            return f", with {count} {name}{'' if count == 1 else 's'}" if count else ", with no buttons"
    return ", and took the keyboard away" if "remove_keyboard" in markup else ", and asks for a reply"


def _json(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return None


def _number(value: Any) -> int | None:
    return int(value) if re.fullmatch(r"-?[0-9]{1,19}", str(value)) else None


def _is_true(value: Any) -> bool:
    return str(value).lower() in ("true", "1", "yes")
