"""Pictures of a week, drawn one after the other on one worker, and how late the event loop is meanwhile."""

import asyncio
import time
from datetime import date, timedelta

from benchmarks.lag import Lag
from care.week import Week, week
from content.phrases import load
from content.pictures import week_picture

START = date(2026, 11, 30)


def pictures(count: int) -> tuple[float, float, float]:
    """Pictures a second, the loop's lag (p99, milliseconds), and the size of one in KB."""
    return asyncio.run(_pictures(count))


async def _pictures(count: int) -> tuple[float, float, float]:
    words = load("en")
    weeks = [_made_up(number) for number in range(count)]
    size = len(week_picture(weeks[0], words))  # and the fonts are read
    async with Lag() as lag:
        began = time.perf_counter()
        for one in weeks:
            await asyncio.to_thread(week_picture, one, words)
        took = time.perf_counter() - began
    return count / took, lag.p99, size / 1000


def _made_up(number: int) -> Week:
    days = [START + timedelta(days=n) for n in range(7)]
    scales = ("pain", "tiredness", "sleep", "interference")
    ratings = {day: {scale: (number + n * 3 + k) % 11 for k, scale in enumerate(scales)} for n, day in enumerate(days)}
    return week(START, ratings, [(day, "skipped" if n == number % 7 else "taken") for n, day in enumerate(days)])
