"""Who and what there is: people, chats, messages, files, presses, updates that wait."""

from simulator.world.account import InlineQuery, Offer, Press, User
from simulator.world.chat import Chat, Kind, Standing, Topic
from simulator.world.file import File, Medium
from simulator.world.invite import Invite, JoinRequest
from simulator.world.message import Button, Message, ReplyKeyboard
from simulator.world.world import World

__all__ = [
    "Button",
    "Chat",
    "File",
    "InlineQuery",
    "Invite",
    "JoinRequest",
    "Kind",
    "Medium",
    "Message",
    "Offer",
    "Press",
    "ReplyKeyboard",
    "Standing",
    "Topic",
    "User",
    "World",
]
