"""A Telegram on your own machine: Bot API over HTTP, people with phones, a page, and a clock. For any bot."""

from simulator.api.calls import Call
from simulator.clock import Clock
from simulator.faults import Fault
from simulator.page import Play
from simulator.people.client import Group, Person
from simulator.refusal import Refusal
from simulator.simulator import Simulator
from simulator.world import Button, Message

__all__ = ["Button", "Call", "Clock", "Fault", "Group", "Message", "Person", "Play", "Refusal", "Simulator"]
