"""What the bot says about itself: name, descriptions, commands by scope and language, menu button."""

from dataclasses import dataclass, field
from typing import Any

Command = dict[str, Any]


@dataclass(kw_only=True)
class Profile:
    """Everything is kept under the language it was set for; "" is for everyone else."""

    title: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Command]] = field(default_factory=dict)
    """By ``scope_key`` and language, as in ``chat:123/de``."""
    menu_buttons: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By chat; "" is the default."""

    def name(self, language: str = "") -> str:
        """The bot's name for people of that language."""
        return self.names.get(language) or self.names.get("") or self.title

    def description(self, language: str = "") -> str:
        """What stands in an empty chat."""
        return self.descriptions.get(language) or self.descriptions.get("", "")

    def commands_for(self, chat: int, user: int, language: str) -> list[Command]:
        """The list that an app shows: the nearest scope wins, and in it the person's language."""
        if chat == user:
            scopes = [f"chat:{chat}", "all_private_chats", "default"]
        else:
            scopes = [f"chat_member:{chat}:{user}", f"chat:{chat}", "all_group_chats", "default"]
        for scope in scopes:
            for each in (language, ""):
                if commands := self.commands.get(f"{scope}/{each}"):
                    return commands
        return []


def scope_key(scope: dict[str, Any]) -> str:
    """``chat:123`` for a BotCommandScope."""
    return ":".join(str(part) for part in (scope["type"], scope.get("chat_id"), scope.get("user_id")) if part)
