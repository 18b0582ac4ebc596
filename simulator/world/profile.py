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
    default_rights: dict[str, dict[str, bool]] = field(default_factory=dict)
    """What it asks for when it is made an administrator: in ``groups``, in ``channels``."""

    def name(self, language: str = "") -> str:
        """The bot's name for people of that language."""
        return self.names.get(language) or self.names.get("") or self.title

    def description(self, language: str = "") -> str:
        """What stands in an empty chat."""
        return self.descriptions.get(language) or self.descriptions.get("", "")

    def menu_button(self, chat: int | str) -> dict[str, Any]:
        """What the button beside the keyboard does in a private chat."""
        return self.menu_buttons.get(str(chat)) or self.menu_buttons.get("", {"type": "commands"})

    def commands_for(self, chat: int, user: int, language: str, *, administrator: bool = False) -> list[Command]:
        """The list that an app shows: the nearest scope wins, and in it the person's language."""
        if chat == user:
            scopes = [f"chat:{chat}", "all_private_chats", "default"]
        else:
            scopes = [f"chat_member:{chat}:{user}"]
            scopes += [f"chat_administrators:{chat}"] if administrator else []
            scopes += [f"chat:{chat}"]
            scopes += ["all_chat_administrators"] if administrator else []
            scopes += ["all_group_chats", "default"]
        for scope in scopes:
            for each in (language, ""):
                if commands := self.commands.get(f"{scope}/{each}"):
                    return commands
        return []


def scope_key(scope: dict[str, Any]) -> str:
    """``chat:123`` for a BotCommandScope."""
    return ":".join(str(part) for part in (scope["type"], scope.get("chat_id"), scope.get("user_id")) if part)
