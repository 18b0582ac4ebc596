"""Who and what there is: people, chats, messages, files, presses, updates that wait."""

from simulator.world.account import Press, User
from simulator.world.chat import Chat, Kind, Standing
from simulator.world.message import Button, Message, Picture
from simulator.world.world import World

__all__ = ["Button", "Chat", "Kind", "Message", "Picture", "Press", "Standing", "User", "World"]
