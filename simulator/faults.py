"""What goes wrong on the way, on purpose and once: a refusal, a cut connection, silence."""

from dataclasses import dataclass, replace
from typing import Literal

from simulator.refusal import Refusal

What = Literal["refuse", "drop before", "drop after", "hang"]


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that will go wrong the next ``times`` times that ``method`` is called (``*``: any method)."""

    method: str
    what: What
    times: int = 1
    refusal: Refusal | None = None


class Faults:
    """The faults that wait for their call, first come, first served."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Let it happen at the next call."""
        self._waiting.append(fault)

    def take(self, method: str) -> Fault | None:
        """The fault for this call, if there is one; used up by being taken."""
        for place, fault in enumerate(self._waiting):
            if fault.method.lower() in ("*", method.lower()):
                self._waiting[place : place + 1] = [replace(fault, times=fault.times - 1)] if fault.times > 1 else []
                return fault
        return None
