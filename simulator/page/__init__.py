"""The page: what a person with a browser sees of a simulated Telegram, and does in it."""

from simulator.page.page import Page
from simulator.page.passing import Play, Walk

__all__ = ["Page", "Play", "Walk"]
