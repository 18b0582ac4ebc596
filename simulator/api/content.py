"""What a message may hold: text, captions, keyboards."""

import itertools
import re
from typing import Any

from simulator.refusal import bad
from simulator.text import legacy, markdown, markup
from simulator.text.entities import Entity, explicit, trimmed, units, with_found

Values = dict[str, Any]
LONGEST_TEXT, LONGEST_CAPTION, LARGEST_TEXT_BYTES = 4096, 1024, 1 << 15
MOST_BUTTONS, MOST_KEYS, MOST_ENTITIES = 100, 300, 100
_ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
    "disabled",
)
"""What a button may do. Where it says several, Telegram takes the first of these."""
_MAY_BE_EMPTY = ("switch_inline_query", "switch_inline_query_current_chat", "callback_game")
_KEPT = ("text", "icon_custom_emoji_id", "style")
_ADDRESS = re.compile(r"(?:https?|tg|ton)://\S+|[\w-]+(?:\.[\w-]+)+\S*|mailto:\S+|tel:\S+", re.IGNORECASE)


def formatted(values: Values, text: str, entities: str) -> tuple[str, list[Entity]]:
    """The text of a call and its entities, tidied as Telegram does. Raises Refusal."""
    given: str = values.get(text, "")
    if len(given.encode()) > LARGEST_TEXT_BYTES:
        raise bad("text is too long")
    mode = str(values.get("parse_mode", "")).lower()
    if not given or mode in ("", "none"):
        parsed = given, explicit(given, values.get(entities, []))
    elif mode == "html":
        parsed = markup.parsed(given)
    elif mode in ("markdown", "markdownv2"):
        parsed = markdown.parsed(given) if mode == "markdownv2" else legacy.parsed(given)
    else:
        raise bad("unsupported parse_mode")
    body, kept = trimmed(*parsed)
    return body, with_found(body, kept)[:MOST_ENTITIES]


def text(values: Values, *, too_long: str) -> tuple[str, list[Entity]]:
    """The text of a message. Raises Refusal: ``too_long`` differs between sending and editing."""
    body, entities = formatted(values, "text", "entities")
    if not body:
        raise bad("text must be non-empty")
    if units(body) > LONGEST_TEXT:
        raise bad(too_long)
    return body, entities


def caption(values: Values, *, too_long: str = "message caption is too long") -> tuple[str, list[Entity]]:
    """A caption. Raises Refusal."""
    body, entities = formatted(values, "caption", "caption_entities")
    if units(body) > LONGEST_CAPTION:
        raise bad(too_long)
    return body, entities


def keyboard(values: Values) -> dict[str, Any] | None:
    """The reply markup of a call; None if there is none, or an empty one. Raises Refusal."""
    given: dict[str, Any] = values.get("reply_markup") or {}
    rows = [[_key(key) for key in row] for row in given.get("keyboard", []) if row]
    inline = [[_button(key) for key in row] for row in given.get("inline_keyboard", []) if row]
    if rows:
        if sum(map(len, rows)) > MOST_KEYS:
            raise bad("reply markup is too long")
        return given | {"keyboard": rows}
    if inline:
        if sum(map(len, inline)) > MOST_BUTTONS:
            raise bad("reply markup is too long")
        return {"inline_keyboard": inline}
    return given if given.get("remove_keyboard") or given.get("force_reply") else None


def inline_keyboard(values: Values) -> dict[str, Any] | None:
    """The same, where only an inline keyboard may be. Raises Refusal."""
    given = keyboard(values)
    if given is not None and "inline_keyboard" not in given:
        raise bad("inline keyboard expected")
    return given


def data_of(given: dict[str, Any] | None) -> None:
    """Raises Refusal for callback data that are too long: Telegram looks at them last."""
    for button in itertools.chain(*(given or {}).get("inline_keyboard", [])):
        if len(button.get("callback_data", "").encode()) > 64:
            raise bad("BUTTON_DATA_INVALID")


def _key(key: Any) -> dict[str, Any]:
    """A key of a reply keyboard; a text stands for a key that sends it."""
    full: dict[str, Any] = {"text": key} if isinstance(key, str) else key
    if not full["text"].strip():
        raise bad("can't parse keyboard button: text of the button is empty")
    return full


def _button(button: dict[str, Any]) -> dict[str, Any]:
    """A button with the one action that Telegram takes. Raises Refusal."""
    where = "can't parse inline keyboard button"
    if not button["text"].strip():
        raise bad(f"{where}: text of the button is empty")
    action = next((name for name in _ACTIONS if button.get(name) or (name in button and name in _MAY_BE_EMPTY)), None)
    if action is None:
        raise bad(f"{where}: Text buttons are unallowed in the inline keyboard")
    if action == "url" and not _ADDRESS.fullmatch(button["url"].strip()):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return {name: button[name] for name in (*_KEPT, action) if name in button}
