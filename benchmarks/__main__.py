"""All that ``performance.md`` set as targets, ours and the usual ways in one run: ``make bench`` (or QUICK=1).

Each figure is the median of its rounds, each round a process of its own, ours and the others in turn. The full run
writes ``docs/benchmarks.md``; the quick one only prints.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import at_rest, burst, burst_peers, drain, painting, taps, wires
from benchmarks.apart import apart
from benchmarks.burst import Burst
from benchmarks.page import page, with_again
from benchmarks.sizes import FULL, QUICK, Sizes
from benchmarks.table import Row, machine, percentile, rendered, times

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
median = statistics.median


def in_turn(rounds: int, size: int, *runs: Callable[[int], Any]) -> list[list[Any]]:
    """The results of each, its rounds taking turns with those of the others."""
    found: list[list[Any]] = [[] for _ in runs]
    for _ in range(rounds):
        for results, run in zip(found, runs, strict=True):
            results.append(apart(run, size))
    return found


def bursts(people: int, rounds: int, store: bool) -> Iterator[Row]:
    """So many due at one instant."""
    size = f"{people:,} due at once"
    runs: list[Callable[[int], Burst]] = [burst.ours, burst_peers.job_queue]
    if store:
        runs.append(burst_peers.sqlalchemy_store)
    ours, queue, *stores = in_turn(rounds, people, *runs)
    assert all(each.fired == people for each in (*ours, *queue)), "somebody was lost"
    done = median(each.last for each in ours)
    peers = [("PTB JobQueue, late jobs kept", queue, 10)]
    peers += [("APScheduler + SQLAlchemy", found, 75) for found in stores]
    for name, found, wanted in peers:
        theirs = median(each.last for each in found)
        yield Row(
            work="raised, claimed, settled: until the last",
            size=size,
            ours=f"{done:.2f} s",
            beside=name,
            theirs=f"{theirs:.2f} s (and {median(each.load for each in found):.1f} s to load)",
            ratio=times(theirs, done),
            target=f"≥ {wanted} ×",
            met=theirs / done >= wanted,
        )
        first = median(each.first for each in found)
        yield Row(
            work="… until the first",
            size=size,
            ours=f"{1000 * (mine := median(each.first for each in ours)):.0f} ms",
            beside=name,
            theirs=f"{1000 * first:,.0f} ms",
            ratio=times(first, mine),
        )
    yield Row(work="… of it the raising alone", size=size, ours=f"{median(each.raised for each in ours):.2f} s")
    p99, worst = median(each.lag_p99 for each in ours), median(each.lag_worst for each in ours)
    theirs = median(each.lag_worst for each in queue)
    yield Row(
        work="loop lag meanwhile, p99 / worst",
        size=size,
        ours=f"{p99:.1f} / {worst:.1f} ms",
        beside="PTB JobQueue, worst",
        theirs=f"{theirs:,.0f} ms",
        ratio=times(theirs, worst),
        target="≤ 20 / 50 ms",
        met=p99 <= 20 and worst <= 50,
    )
    yield Row(
        work="memory, most",
        size=size,
        ours=f"{median(each.megabytes for each in ours):.0f} MB",
        beside="PTB JobQueue",
        theirs=f"{median(each.megabytes for each in queue):.0f} MB",
    )


def dropped(people: int) -> Iterator[Row]:
    """What JobQueue does with its own settings."""
    fired = apart(burst_peers.job_queue_as_it_comes, people)
    yield Row(
        work="lost with the settings as they come",
        size=f"{people:,} due at once",
        ours="0",
        beside="PTB JobQueue",
        theirs=f"{people - fired:,}",
    )


def stored(plans: int, reminders: int) -> Iterator[Row]:
    """The whole program on a full file."""
    found = apart(at_rest.at_rest, plans, reminders)
    size = f"{plans:,} plans stored ({found.file:,.0f} MB)"
    yield Row(work="start to ready", size=size, ours=f"{found.ready:.2f} s", target="≤ 2 s", met=found.ready <= 2)
    yield Row(
        work="whole bot's memory, at rest / most",
        size=size,
        ours=f"{found.resting:.0f} / {found.most:.0f} MB",
        target="≤ 150 MB",
        met=found.most <= 150,
    )
    p99 = percentile(found.late, 0.99)
    yield Row(
        work=f"due → request at Telegram, idle, median / p99 of {reminders}",
        size=size,
        ours=f"{median(found.late):.0f} / {p99:.0f} ms",
        target="p99 ≤ 50 ms",
        met=p99 <= 50,
    )


def drained(people: int) -> Iterator[Row]:
    """Against a service that takes 30 a second."""
    found = apart(drain.drain, people)
    yield Row(
        work="against 30/s: delivered, 429s, share of the ceiling (virtual clock)",
        size=f"{people:,} due at once",
        ours=f"{found.delivered:,}, {found.refused}, {100 * found.share:.1f} %",
        target="all, 0, ≥ 96 %",
        met=found.delivered == people and found.refused == 0 and found.share >= 0.96,
    )


def tapped(people: int) -> Iterator[Row]:
    """Somebody types meanwhile."""
    [ours], [theirs] = in_turn(1, people, taps.ours, taps.rate_limiter)
    p99, mine, other = percentile(ours.waits, 0.99), median(ours.waits), median(theirs.waits)
    yield Row(
        work=f"a person answered meanwhile, median / p99 of {len(ours.waits)} (real time)",
        size=f"{people:,} due at once, 30/s",
        ours=f"{mine:.0f} / {p99:.0f} ms; 429s: {ours.refused}",
        beside="PTB + AIORateLimiter",
        theirs=f"{other:,.0f} / {percentile(theirs.waits, 0.99):,.0f} ms; 429s: {theirs.refused}",
        ratio=times(other, mine),
        target="p99 ≤ 300 ms, ≥ 50 ×",
        met=p99 <= 300 and other / mine >= 50,
    )


def wired(sends: int, rounds: int) -> Iterator[Row]:
    """50 ms of network."""
    ours, theirs = in_turn(rounds, sends, wires.our_wire, wires.default_wire)
    mine, other = median(rate for rate, _ in ours), median(rate for rate, _ in theirs)
    yield Row(
        work="sends a second, 50 ms of network, 128 at once",
        size=f"{sends:,} sends",
        ours=f"{mine:,.0f}/s, {sum(errors for _, errors in ours)} errors",
        beside="PTB's default wire",
        theirs=f"{other:,.0f}/s, {sum(errors for _, errors in theirs)} errors",
        ratio=times(mine, other),
    )
    rate, errors = apart(wires.default_wire_gathered, sends)
    yield Row(
        work="… all of them gathered",
        size=f"{sends:,} sends",
        ours="never done: 8 notices at once",
        beside="PTB's default wire",
        theirs=f"{rate:,.0f}/s, {errors} errors",
    )
    path = median(apart(wires.durable, sends // 4) for _ in range(rounds))
    yield Row(
        work="the durable path, 50 ms of network, gate wide open",
        size=f"{sends // 4:,} reminders",
        ours=f"{path:,.0f}/s",
        target="≥ 1,000/s",
        met=path >= 1000,
    )


def painted(count: int) -> Iterator[Row]:
    """Pictures."""
    rate, lag, size = apart(painting.pictures, count)
    yield Row(
        work="pictures a second on one worker, loop lag p99",
        size=f"{count} pictures of {size:.0f} KB",
        ours=f"{rate:.0f}/s, {lag:.1f} ms",
        target="≥ 45/s, ≤ 10 ms",
        met=rate >= 45 and lag <= 10,
    )


def measured(sizes: Sizes) -> Iterator[Row]:
    """Every row, as it is found."""
    for people, rounds, store in sizes.bursts:
        yield from bursts(people, rounds, store)
    yield from dropped(sizes.dropped)
    yield from stored(sizes.plans, sizes.reminders)
    yield from drained(sizes.drain)
    yield from tapped(sizes.taps)
    yield from wired(sizes.sends, sizes.wire_rounds)
    yield from painted(sizes.pictures)


def main() -> None:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, under a minute; writes nothing")
    parser.add_argument("--pictures", action="store_true", help="pictures alone, written below the last run's table")
    asked = parser.parse_args()
    if asked.pictures:
        where = machine()
        text = with_again(PAGE.read_text(encoding="utf-8"), rendered(painted(FULL.pictures)), where)
        PAGE.write_text(text, encoding="utf-8")
        return
    quick = asked.quick
    sizes = QUICK if quick else FULL
    print(f"This takes about {sizes.takes}.\n", flush=True)
    where, began, rows = machine(), time.monotonic(), []
    for row in measured(sizes):
        rows.append(row)
        print(f"{row.work} | {row.size} | {row.ours} | {row.theirs}", flush=True)
    took = time.monotonic() - began
    print(f"\n{rendered(rows)}\n\nIt took {took:.0f} s. {where}")
    if not quick:
        PAGE.write_text(page(rendered(rows), where, took, sizes), encoding="utf-8")


if __name__ == "__main__":
    main()
