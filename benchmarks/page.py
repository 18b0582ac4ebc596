"""The page docs/benchmarks.md: what the table means, and what it was made with. No line of it is written by hand."""

from benchmarks.sizes import Sizes
from scheduler.delivery import MOST_AT_ONCE
from scheduler.tick import A_PART

AGAIN = "\n## Measured again since\n"


def page(table: str, machine: str, took: float, sizes: Sizes) -> str:
    """The whole page, in Markdown. ``machine``: when, of what and on what it was measured."""
    rounds = ", ".join(f"{rounds} of {people:,}" for people, rounds, _ in sizes.bursts)
    return f"""# Measured beside the usual ways

Made by `make bench` ({took / 60:.0f} minutes; `make bench QUICK=1` prints a small one in a minute), which writes
the whole page: change `benchmarks/`, not this page. The table is of one run, and knows nothing of later changes.

{machine}

Read the ratios; the seconds are that machine's, and what else it did meanwhile is not known beyond that load. Each
round is a process of its own, ours and theirs in turn; figures are medians (rounds of a burst: {rounds}).

{table}

## What the rows mean

- **Raised, claimed, settled.** Ours is the real code: `scheduler.tick` raises dose and notice, `scheduler.delivery`
  claims each notice by itself, finds its words, sends it to nowhere and settles it, on an encrypted file with
  `synchronous = FULL`. JobQueue keeps nothing on disk and calls a function that counts; APScheduler's store deletes
  its row. Both are told to keep late jobs and are paused while they load, so that their load is not counted as
  lateness. We lose this race on purpose: two durable transactions a reminder, at most {MOST_AT_ONCE} on their way, is
  what a kill cannot turn into a loss or a silent double. Telegram itself takes 30 a second. The first leaves after
  the first part of {A_PART} is raised.
- **Loop lag**: how late something that sleeps for a millisecond wakes, from the due instant to the last.
- **Lost with the settings as they come**: JobQueue drops what is more than a second late.
- **Start to ready; memory; due → request**: the program as a process of its own (`steady run`, with a clock that can
  be set) on a file with so many plans, which had been in use moments before; *most* is the highest it ever was, with
  the hourly chores that run at the start. The reminders come due one after the other, once the chores of the start
  are done; the request's arrival is taken by Telegram's stand-in. A start with new zone rules (a newer
  tzdata) goes through all plans first, and takes longer.
- **Against 30/s**: the whole bot and the simulator, which counts and refuses as Telegram does, on a **virtual
  clock**: order and limits are measured, not speed. The first second may take 30 that were saved up, so the share can
  pass 100 %.
- **A person answered meanwhile**: in **real time**, the whole bot, /help from somebody new every 0.7 s. Beside it
  PTB's Application with `AIORateLimiter(max_retries=5)` and a plain `gather`. 429s are those of the whole drain.
- **Sends a second**: the wires alone, each answer 50 ms away, on loopback. Ours keeps 64 connections.
- **The durable path** has {MOST_AT_ONCE} on their way at once, so {MOST_AT_ONCE * 20} a second is the most there can
  be at 50 ms. Telegram takes 30. It is the price of having at most {MOST_AT_ONCE} in doubt after a kill.
- **Pictures**: a patient's week, drawn one after the other in one worker thread.

## Measured elsewhere

Targets that are not speed: kills, lost doses and doubles, every zone's clock changes (`reliability.md`: `make kills`,
`make powercuts`, `make simulate`). `python -m benchmarks.library` and `benchmarks.finding` measure `/learn`
(`finding.md`), `benchmarks.redflags` the red-flag words (`redflags.md`), `benchmarks.simulator_watched` the simulator
under fifty phones (`simulator.md`).

Not measured: APScheduler's SQLAlchemy store with 100,000, for the time that its load would take, and JobQueue with
1,000,000.
"""


def with_again(text: str, row: str, machine: str) -> str:
    """The page with one row measured again, alone, under the rest; the next whole run leaves it out."""
    return f"""{text.split(AGAIN)[0]}{AGAIN}
`python -m benchmarks --pictures` measures that row by itself and writes it here; the next `make bench` takes it away.

{machine}

{row}
"""
