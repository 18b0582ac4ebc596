"""The tests, and what they share. They read python-telegram-bot's durations as the program does, from any runner."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")
