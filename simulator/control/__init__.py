"""The simulator's own HTTP: faults, limits, clock and people, for pages and for tests in any language."""

from simulator.control.routes import Control

__all__ = ["Control"]
