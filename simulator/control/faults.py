"""Faults as JSON, and back."""

import random
from typing import Any, cast

from simulator.control.reading import Asked
from simulator.faults import Body, Fault, What
from simulator.refusal import Refusal

Json = dict[str, Any]


def fault_json(fault: Fault) -> Json:
    """A fault with its plan; what does not matter to it is left out."""
    told: Json = {"id": fault.id, "what": fault.what, "method": fault.method, "times": fault.times, "seen": fault.seen}
    if fault.chat is not None:
        told["chat"] = fault.chat
    if fault.every > 1:
        told["every"] = fault.every
    if fault.chance < 1:
        told["chance"] = fault.chance
    told |= {name: moment.isoformat() for name in ("since", "until") if (moment := getattr(fault, name)) is not None}
    if fault.refusal:
        told |= {"status": fault.refusal.status, "description": fault.refusal.description}
        told |= {"parameters": fault.refusal.parameters} if fault.refusal.parameters else {}
    if fault.what.startswith("delay"):
        told["seconds"] = fault.seconds
    if fault.what.startswith("bad body"):
        told["body"] = fault.body
    return told


def read_fault(asked: Asked) -> Fault:
    """A fault as it was asked for. ``times`` 0: until it is cleared. Raises ValueError, naming what is wrong."""
    what = asked.text("what")
    times = asked.number("times", 1)
    fault = Fault(
        what=cast(What, what),
        method=asked.text("method", "*"),
        chat=asked.number("chat") if "chat" in asked else None,
        times=times or None,
        every=asked.number("every", 1),
        chance=asked.real("chance", 1.0),
        dice=random.Random(asked.number("seed", 0)),  # noqa: S311 - chance, no secret
        since=asked.moment("since"),
        until=asked.moment("until"),
        refusal=_refusal(asked) if what == "refuse" else None,
        seconds=asked.real("seconds", 1.0),
        body=cast(Body, asked.text("body", "broken json")),
    )
    asked.done()
    return fault


def _refusal(asked: Asked) -> Refusal:
    status, parameters = asked.number("status"), asked.object("parameters")
    if not 400 <= status <= 599:
        raise ValueError('"status" is an HTTP status from 400 to 599')
    if not all(isinstance(value, int) for value in parameters.values()):
        raise ValueError('"parameters" are numbers, such as {"retry_after": 3}')
    return Refusal(status, asked.text("description"), parameters or None)
