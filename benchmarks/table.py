"""The one home of the benchmarks' table: a row, and how rows become a page."""

import os
import platform
import sqlite3
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

PACKAGES = (
    "python-telegram-bot",
    "apscheduler",
    "sqlalchemy",
    "aiolimiter",
    "httpx",
    "aiohttp",
    "sqlcipher3",
    "pillow",
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One figure of ours, what stands beside it from the same run, and the target that it is held to."""

    work: str
    size: str
    ours: str
    beside: str = "–"
    theirs: str = "–"
    ratio: str = "–"
    target: str = "–"
    met: bool | None = None
    """None: no target, the figure is only told."""


HEADS = ("work", "size", "ours", "beside", "theirs", "ratio", "target", "")


def rendered(rows: Iterable[Row]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(HEADS)} |", f"|{' --- |' * len(HEADS)}"]
    for row in rows:
        met = {True: "met", False: "**missed**", None: ""}[row.met]
        cells = (row.work, row.size, row.ours, row.beside, row.theirs, row.ratio, row.target, met)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def times(theirs: float, ours: float) -> str:
    """How many times sooner ours is."""
    return f"{theirs / ours:,.2g} ×" if theirs < 10 * ours else f"{theirs / ours:,.0f} ×"


def percentile(values: Sequence[float], part: float) -> float:
    """The value that so great a part of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def machine() -> str:
    """When, of which commit and on what it is measured."""
    load, processor = os.getloadavg()[0], platform.machine()
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"Begun on {datetime.now(UTC):%d %B %Y} at commit {_commit()}: "
        f"{os.cpu_count()} cores ({processor}), load {load:.1f} when it began, Python {platform.python_version()}"
        f" on {platform.system()}; {packages}; SQLite {sqlite3.sqlite_version} for APScheduler's store."
    )


def _commit() -> str:
    """Of the code as it lies here; it says so if that was changed since, and where there is no repository."""
    found = subprocess.run(["git", "describe", "--always", "--dirty=, changed"], capture_output=True, text=True)
    return found.stdout.strip() or "unknown"
