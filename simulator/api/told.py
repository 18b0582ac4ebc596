"""A result with words beside it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Told:
    """What a few methods answer: the result, and a description of what became of it."""

    result: Any
    description: str
