"""Logs: one line a record, UTC, ids only; what looks like a bot's token is taken out at the last moment."""

import logging
import re
import sys
import time
from types import TracebackType

_TOKEN = re.compile(r"\d{6,}(:|%3A)[\w-]{20,}", re.ASCII | re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
STANDING_SECONDS = 600.0
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

# What these say below WARNING: addresses with the token in them, each statement's parameters, each tick.
QUIET = ("httpx", "httpcore", "aiosqlite", "telegram", "apscheduler", "aiohttp.access", "asyncio", "PIL")


def redact(text: str) -> str:
    """The text with every token replaced."""
    return _TOKEN.sub("(token)", text)


class Lines(logging.Formatter):
    """Time, level, name, message on one line, a traceback included.

    The token is taken out here, of the finished line, and not in a filter: a filter of the root logger does
    not see what other loggers pass up, and no filter sees a traceback.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - logging's
        """The moment in UTC."""
        return time.strftime(datefmt or "%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))

    def format(self, record: logging.LogRecord) -> str:
        """One line; whatever would start a second one becomes `` | ``."""
        return _CONTROLS.sub(" | ", redact(super().format(record)))


class Standing(logging.Filter):
    """Says trouble that lasts once and then every ten minutes, not each second: lines marked ``standing``.

    Such a line is known by its logger and its words, or by the trouble that it names as ``standing``, whoever meets
    it; figures may differ.
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[str, tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this line is to be said; it then says how many like it were left out."""
        trouble = getattr(record, "standing", False)
        if not trouble:
            return True
        words = record.getMessage()
        known = _FIGURES.sub("#", trouble if isinstance(trouble, str) else f"{record.name}: {words}")
        last, left_out = self._said.get(known, (float("-inf"), 0))
        if abs(record.created - last) < STANDING_SECONDS:
            self._said[known] = (last, left_out + 1)
            return False
        self._said[known] = (record.created, 0)
        if left_out:
            record.msg, record.args = f"{words} (and {left_out} times more since)", None
        return True


def configure(level: int = logging.INFO) -> None:
    """Write all logs to standard error. Called again, it replaces what it set up."""
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h.formatter, Lines)]:
        root.removeHandler(handler)
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    handler.addFilter(Standing())
    root.addHandler(handler)
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    sys.excepthook = _stopped


def _stopped(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """What ends the program goes through the log too, so that a traceback can't show the token either."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
        return
    logging.getLogger("steady").critical("stopped by an error", exc_info=(kind, error, traceback))
