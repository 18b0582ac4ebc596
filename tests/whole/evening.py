"""Ana's reminder of 21:00: how often it was tried, what she has of it, and what became of its dose."""

from care.doses import DoseState
from tests.conftest import House


def reminders(house: House) -> list[str]:
    return [m.text for m in house.ana.messages() if "Your 21:00 reminder" in m.text]


def sends(house: House) -> list[int]:
    """The statuses of the calls that sent something to Ana, oldest first; 0: no answer."""
    calls = [c for c in house.simulator.calls if c.method == "sendMessage"]
    return [c.status for c in calls if int(c.parameters["chat_id"]) == house.ana.id]


async def state(house: House) -> DoseState:
    return (await house.doses())[-1].state
