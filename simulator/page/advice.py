"""Why Telegram refuses, and what helps: the sentence that the bare description leaves out."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from simulator.api.calls import Call


def on(call: Call) -> str:
    """What to do about a refusal, in a sentence or two."""
    for each in _advice()["refusal"]:
        if re.search(each["says"], call.description):
            return str(each["help"])
    return str(_advice()["status"].get(str(call.status), ""))


@cache
def _advice() -> dict[str, Any]:
    return tomli.loads(Path(__file__).with_name("advice.toml").read_text(encoding="utf-8"))
