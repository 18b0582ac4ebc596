"""The demo: the real bot against a Telegram of its own, on one machine, with a clock that walks.

It alone imports the simulator. Nothing is written behind the bot's back: the clinic and the clinician's link are
made by the operator's own commands, and everybody joins through the chat.
"""

from bot.demo.house import main

__all__ = ["main"]
