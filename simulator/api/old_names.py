"""Names of parameters that Telegram renamed, and still takes."""

from collections.abc import Mapping
from typing import Any


def renamed(given: Mapping[str, Any], fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """The parameters under their present names. A present one wins over an old one."""
    new = dict(given)
    if "reply_parameters" in fields and "reply_parameters" not in new and str(new.get("reply_to_message_id", "")):
        reply = {"message_id": _number(new.pop("reply_to_message_id"))}
        if (without := new.pop("allow_sending_without_reply", None)) is not None:
            reply["allow_sending_without_reply"] = _truth(without)
        new["reply_parameters"] = reply
    if "link_preview_options" in fields and "link_preview_options" not in new and "disable_web_page_preview" in new:
        new["link_preview_options"] = {"is_disabled": _truth(new.pop("disable_web_page_preview"))}
    if "correct_option_ids" in fields and "correct_option_ids" not in new and "correct_option_id" in new:
        new["correct_option_ids"] = [_number(new.pop("correct_option_id"))]
    return new


def _truth(value: Any) -> Any:
    return value.lower() in ("true", "yes", "1") if isinstance(value, str) else value


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, str) and value.lstrip("-").isdecimal() else value
