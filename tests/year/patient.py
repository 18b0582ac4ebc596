"""Patients: each reads what their phone shows and presses, sooner or later, or not at all."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from random import Random

from tests.year.facts import Asked, Facts, Pressed
from tests.year.telegram import PRESS_LASTS, Shown, Telegram

Plan = Callable[[datetime, Callable[[], object]], None]
"""(when, what): to be done once time has come so far."""
_USUAL = (("taken", 0.72), ("skip", 0.08), ("later", 0.1), ("", 0.1))
_DELAYS = ((0.55, 5, 300), (0.3, 300, 3600), (0.15, 3600, 20_000))


@dataclass
class Patient:
    """Somebody with a phone, and what they mean to say of each dose."""

    chat: int
    chance: Random
    telegram: Telegram
    facts: Facts
    plan: Plan
    _meant: dict[str, str] = field(default_factory=dict)
    _screen: dict[int, str] = field(default_factory=dict)
    """By message: what stands on it, without marks."""

    def sees(self, shown: Shown) -> None:
        """A message came or changed."""
        self._screen[shown.message] = html.unescape(re.sub("<[^>]+>", "", shown.text))
        for data in shown.buttons:
            verb, *words = data.split(":")[1:]
            if verb == "dose" and words[1] in ("change", "taken", "skip"):
                return self._asked(words[0], shown)
            if verb == "join":
                return self._soon(shown, data, "", "join")
            if verb == "later":
                return self._soon(shown, data, words[0], "later")
        return None

    def press(self, data: str, message: int, dose: str = "", wanted: str = "") -> int | None:
        """Press a button, whether or not it is on screen; the id of the update, or None from a blocked chat."""
        if self.chat in self.telegram.blocked:
            return None
        now = self.telegram.now()
        who = {"id": self.chat, "is_bot": False, "first_name": "Someone", "language_code": "en"}
        home = {"id": self.chat, "type": "private", "first_name": "Someone"}
        bubble = {"message_id": message, "date": int(now.timestamp()), "chat": home}
        bubble["text"] = self._screen.get(message, "…")
        query = {"id": f"{self.chance.getrandbits(60)}", "from": who, "message": bubble, "data": data}
        update = self.telegram.update({"callback_query": {**query, "chat_instance": "1"}}, PRESS_LASTS)
        if dose:
            words = data.split(":")
            rings = now + timedelta(minutes=int(words[3])) if words[1] == "later" else None
            self.facts.pressed.append(
                Pressed(update=update, at=now, chat=self.chat, dose=dose, wanted=wanted, rings=rings)
            )
        return update

    def ask(self, data: str, what: str, about: str) -> None:
        """Press a button that is about more than one dose."""
        update = self.press(data, 1)
        if update is not None:
            self.facts.asked.append(Asked(update=update, at=self.telegram.now(), what=what, about=about))

    def say(self, text: str) -> None:
        """Write."""
        who = {"id": self.chat, "is_bot": False, "first_name": "Someone", "language_code": "en"}
        home = {"id": self.chat, "type": "private", "first_name": "Someone"}
        message = {"message_id": self.chance.randint(10**6, 10**7), "from": who, "chat": home, "text": text}
        message["date"] = int(self.telegram.now().timestamp())
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        self.telegram.update({"message": message})

    def block(self, blocks: bool) -> None:
        """Block the bot, or no longer."""
        (self.telegram.blocked.add if blocks else self.telegram.blocked.discard)(self.chat)
        who = {"id": self.chat, "is_bot": False, "first_name": "Someone"}
        bot = {"id": 1, "is_bot": True, "first_name": "Steady"}
        old, new = ("member", "kicked") if blocks else ("kicked", "member")
        change = {
            "chat": {"id": self.chat, "type": "private", "first_name": "Someone"},
            "from": who,
            "date": int(self.telegram.now().timestamp()),
            "old_chat_member": {"user": bot, "status": old, "until_date": 0},
            "new_chat_member": {"user": bot, "status": new, "until_date": 0},
        }
        self.telegram.update({"my_chat_member": change})

    def _asked(self, dose: str, shown: Shown) -> None:
        """A dose can be answered, or has to be looked at first."""
        if dose not in self._meant:
            self._meant[dose] = self._drawn()
        wanted = self._meant[dose]
        if not wanted:
            return
        offered = {data.split(":")[3]: data for data in shown.buttons if data.startswith(f"1:dose:{dose}:")}
        if "change" in offered and "taken" not in offered:
            self._after(self._delay(), offered["change"], shown.message, dose, "change")
        elif wanted in offered:
            self._meant[dose] = self._drawn() if wanted == "later" else ""
            self._after(self._delay(), offered[wanted], shown.message, dose, wanted)

    def _soon(self, shown: Shown, data: str, dose: str, wanted: str) -> None:
        self._after(timedelta(seconds=self.chance.randint(2, 30)), data, shown.message, dose, wanted)

    def _after(self, delay: timedelta, data: str, message: int, dose: str, wanted: str) -> None:
        self.plan(self.telegram.now() + delay, partial(self.press, data, message, dose, wanted))

    def _drawn(self) -> str:
        return self.chance.choices([name for name, _ in _USUAL], [share for _, share in _USUAL])[0]

    def _delay(self) -> timedelta:
        _, least, most = self.chance.choices(_DELAYS, [share for share, _, _ in _DELAYS])[0]
        return timedelta(seconds=self.chance.uniform(least, most))
