"""The page: what a person with a browser sees of a simulated Telegram, and does in it."""

from simulator.page.actions import Play, Walk
from simulator.page.page import Page

__all__ = ["Page", "Play", "Walk"]
