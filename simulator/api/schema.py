"""Checks a call's parameters against the published Bot API, and turns what came as text into values.

Telegram's texts where we know them; where we don't, a text of ours in the same form.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from simulator.api.old_names import renamed
from simulator.refusal import TOO_OLD, bad

_FILES = ("photo", "document", "video", "animation", "audio", "voice", "video_note", "sticker")
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "user_id": "invalid user_id specified",
    "callback_query_id": TOO_OLD,
    "inline_query_id": TOO_OLD,
    "action": "wrong parameter action in request",
    "file_id": "file_id not specified",
    **{kind: f"there is no {kind.replace('_', ' ')} in the request" for kind in _FILES},
}
_OUT_OF_LENGTH = {"text": "MESSAGE_TOO_LONG"}
_CHECKED_LATER = {"callback_data", "secret_token"}  # with a text of their own, by the methods
_MAY_BE_EMPTY = {"url"}  # an empty one takes a webhook away
_CLAMPED = {"limit", "max_connections"}  # Telegram takes the nearest allowed number instead of refusing
_LARGEST = 2**63
_JSON_OF = {"reply_markup": "reply keyboard markup", "scope": "BotCommandScope", "message_ids": "message_ids"}
_FROM_TEXT = ("KeyboardButton", "InputPollOption")  # a text may stand for one of these
_FAMILIES = {
    "InlineKeyboardButton": "inline keyboard button",
    "KeyboardButton": "keyboard button",
    "InputMedia": "InputMedia",
    "InlineQueryResultsButton": "inline query results button",
    "InlineQueryResult": "inline query result",
    "BotCommandScope": "BotCommandScope",
    "MenuButton": "menu button",
    "ReactionType": "ReactionType",
}
"""How Telegram calls what it can't parse; other types by their own names."""
_UNNAMED = ("ReplyParameters", "LinkPreviewOptions", "InlineKeyboardMarkup", "ReplyKeyboardMarkup", "ForceReply")


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file in a multipart request."""

    filename: str
    data: bytes
    mime: str = "application/octet-stream"


class Schema:
    """The slimmed Bot API."""

    def __init__(self, published: Mapping[str, Any]) -> None:
        self.version: str = published["version"]
        self.updates: frozenset[str] = frozenset(published["updates"])
        self._methods: dict[str, Any] = published["methods"]
        self._types: dict[str, Any] = published["types"]
        self._spelling = {name.lower(): name for name in self._methods}

    def spelled(self, method: str) -> str | None:
        """The method's published spelling (case doesn't matter on the wire), or None if there is none."""
        return self._spelling.get(method.lower())

    @property
    def methods(self) -> list[str]:
        """The names of all published methods, in order."""
        return sorted(self._methods)

    def parameters(self, method: str) -> frozenset[str]:
        """The names of a method's parameters."""
        return frozenset(self._methods[method])

    def read(self, method: str, given: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The parameters as values, and the names nobody knows (Telegram ignores those). Raises Refusal."""
        fields = self._methods[method]
        given = renamed(given, fields)
        values = {}
        for name, field in fields.items():
            if given.get(name) not in (None, ""):
                values[name] = self._value(name, given[name], field)
            elif field.get("required") and not (name in given and name in _MAY_BE_EMPTY):
                raise bad(_MISSING.get(name, f'parameter "{name}" is required'))
        return values, tuple(name for name in given if name not in fields and not isinstance(given[name], Upload))

    def _value(self, name: str, given: Any, field: Mapping[str, Any]) -> Any:
        """A top-level parameter: whatever isn't plain text is JSON in text."""
        kinds: list[str] = field["types"]
        if isinstance(given, Upload):
            if "InputFile" in kinds:
                return given
            raise bad(f'parameter "{name}" is not a file')
        if isinstance(given, str) and kinds != ["InputFile"] and all(map(_is_nested_or_file, kinds)):
            try:
                given = json.loads(given)
            except ValueError:
                raise bad(f"can't parse {_JSON_OF.get(name, name.replace('_', ' '))} JSON object") from None
        elif isinstance(given, int | float) and kinds == ["String"]:
            given = str(given)
        elif isinstance(given, str):
            given = _from_text(given, kinds)
        return self._checked(given, field, name, owner="")

    def _checked(self, given: Any, field: Mapping[str, Any], name: str, owner: str) -> Any:
        if field["types"] == ["InlineKeyboardMarkup"] and isinstance(given, dict) and "inline_keyboard" not in given:
            raise bad("inline keyboard expected")
        if isinstance(given, str) and field["types"][0] in _FROM_TEXT:
            given = {"text": given}
        for kind in field["types"]:
            if _has_shape(given, kind):
                value = self._shaped(given, kind, name, field["types"])
                return _within_limits(value, field, name)
        if name == "reply_markup":
            raise bad("object expected as reply markup")
        where = f"{_where(owner)}Field" if owner else "can't parse parameter"
        raise bad(f'{where} "{name}" must be of type {" or ".join(field["types"])}')

    def _shaped(self, given: Any, kind: str, name: str, kinds: list[str]) -> Any:
        if kind.startswith("Array of "):
            inner = {"types": [each.removeprefix("Array of ") for each in kinds if each.startswith("Array of ")]}
            return [self._checked(each, inner, name, owner="") for each in given]
        if not _is_nested(kind):
            return given
        return self._object(given, self._pick(given, self._nested_types(kinds), name))

    def _object(self, given: dict[str, Any], kind: str) -> dict[str, Any]:
        """A nested object; fields that nobody knows are left out, as Telegram does."""
        value = {}
        for name, field in self._types[kind]["fields"].items():
            if given.get(name) is not None:
                value[name] = self._checked(given[name], field, name, owner=kind)
            elif field.get("required"):
                raise bad(f'{_where(kind)}Can\'t find field "{name}"')
        return value

    def _pick(self, given: dict[str, Any], choices: list[str], name: str) -> str:
        """Which of several types an object is: by its ``type``, else by the fields that it must have."""
        for kind in choices:
            fields = self._types[kind]["fields"]
            const = fields.get("type", {}).get("const")
            needed = [each for each, field in fields.items() if field.get("required")]
            if len(choices) == 1 or (const == given.get("type") if const else all(each in given for each in needed)):
                return kind
        raise bad(f"can't parse {_JSON_OF.get(name, name.replace('_', ' '))} JSON object: unknown type")

    def _nested_types(self, kinds: list[str]) -> list[str]:
        """The concrete object types among ``kinds``, families opened."""
        found: list[str] = []
        for kind in kinds:
            if kind in self._types:
                subtypes = self._types[kind].get("subtypes")
                found += self._nested_types(subtypes) if subtypes else [kind]
        return found


@cache
def published() -> Schema:
    """The Bot API that ships with the simulator."""
    return Schema(json.loads(Path(__file__).with_name("bot-api.json").read_text(encoding="utf-8")))


def _is_nested(kind: str) -> bool:
    return kind not in ("Integer", "Float", "Boolean", "True", "String", "InputFile")


def _is_nested_or_file(kind: str) -> bool:
    return kind == "InputFile" or _is_nested(kind)


def _from_text(given: str, kinds: list[str]) -> Any:
    """Text as the first kind that it can be."""
    for kind in kinds:
        if kind == "Integer" and re.fullmatch(r"[+-]?[0-9]{1,19}", given.strip()):
            return int(given)
        if kind == "Float" and re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", given.strip()):
            return float(given)
        if kind in ("Boolean", "True"):
            return given.lower() in ("true", "yes", "1")
    return given


def _has_shape(given: Any, kind: str) -> bool:
    if kind == "Integer":
        return isinstance(given, int) and not isinstance(given, bool) and -_LARGEST <= given < _LARGEST
    if kind == "Float":
        return isinstance(given, int | float) and not isinstance(given, bool)
    if kind in ("Boolean", "True"):
        return isinstance(given, bool)
    if kind in ("String", "InputFile"):
        return isinstance(given, str)
    return isinstance(given, list if kind.startswith("Array of ") else dict)


def _within_limits(value: Any, field: Mapping[str, Any], name: str) -> Any:
    if "const" in field and value != field["const"]:
        raise bad(f'field "{name}" must be {field["const"]}')
    if "enum" in field and value not in field["enum"]:
        raise bad(f'field "{name}" must be one of {", ".join(field["enum"])}')
    if isinstance(value, str) and "measured" not in field and name not in _CHECKED_LATER:
        length = len(value.encode() if field.get("unit") == "bytes" else value)
        if not field.get("min_length", 0) <= length <= field.get("max_length", length):
            raise bad(_OUT_OF_LENGTH.get(name, f'parameter "{name}" is too {"long" if length else "short"}'))
    if isinstance(value, int) and not isinstance(value, bool):
        nearest = min(max(value, field.get("minimum", value)), field.get("maximum", value))
        if nearest != value and name not in _CLAMPED:
            raise bad(f'parameter "{name}" is out of range')
        return nearest
    return value


def _where(kind: str) -> str:
    """How a complaint about an object of that type begins."""
    if kind in _UNNAMED:
        return ""
    family = next((words for prefix, words in _FAMILIES.items() if kind.startswith(prefix)), kind)
    return f"can't parse {family}: "
