"""``steady run`` with a clock that the test sets: the machine's, and as many seconds on as a file says.

Started as ``python -m tests.kills.program CLOCKFILE``; everything else is the program as it is.
"""

import asyncio
import logging
import sys
import zoneinfo
from datetime import datetime, timedelta
from pathlib import Path

from bot import lock, logs, settings
from bot.app import serve
from bot.origins import wall_clock


def main(clock: Path) -> None:
    """As ``bot.cli.run``."""
    zoneinfo.reset_tzpath(())
    found = settings.load(None, token_needed=True)
    logs.configure(logging.INFO)

    def now() -> datetime:
        return wall_clock() + timedelta(seconds=float(clock.read_text(encoding="ascii")))

    with lock.hold(found.database):
        asyncio.run(serve(found, now=now))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
