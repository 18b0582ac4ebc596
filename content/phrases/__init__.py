"""All sentences of the bot, by language: one folder a language, one TOML file an area.

``phrases = load("en")``; ``phrases("reminder.due", at="21:00")`` fills the phrase ``due`` of ``en/reminder.toml``
and returns HTML with every fact escaped; ``phrases.label("button.taken")`` returns the text of a button.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from content.screen import Html, markup

DEFAULT = "en"


@dataclass(frozen=True)
class Phrases:
    """The phrases of one language, keyed ``area.name``."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, /, **facts: object) -> Html:
        """The phrase as HTML; raises KeyError for an unknown key or a missing fact."""
        return markup(self.texts[key], **facts)

    def label(self, key: str, /, **facts: object) -> str:
        """The phrase as plain text, for buttons and command menus."""
        return self.texts[key].format_map(facts)

    def has(self, key: str) -> bool:
        """Whether there is such a phrase."""
        return key in self.texts


@cache
def languages() -> tuple[str, ...]:
    """The languages that have phrases."""
    return tuple(sorted(f.name for f in files(__name__).iterdir() if f.is_dir() and not f.name.startswith("_")))


@cache
def load(language: str = DEFAULT) -> Phrases:
    """The phrases of a language; English where there are none of that language."""
    folder = files(__name__) / (language if language in languages() else DEFAULT)
    texts: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            area = file.name.removesuffix(".toml")
            for name, text in tomli.loads(file.read_text(encoding="utf-8")).items():
                texts[f"{area}.{name}"] = text.strip()
    return Phrases(folder.name, texts)
