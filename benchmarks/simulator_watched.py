"""How many messages a second the simulator takes while fifty phones watch.

    make watched          # or: python -m benchmarks.simulator_watched [--sends 6000] [--rounds 3]

Three processes, as in life: the simulator (limits off), a bare HTTP client that sends as fast as it is answered, and
the phones, each of which follows the page's events. Every message has to arrive on every screen that shows its chat.
Rounds take turns, and the medians stand side by side: read the ratios, the seconds are this machine's.
"""

import argparse
import asyncio
import json
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from simulator import Clock, Simulator

PHONES, CONNECTIONS = 50, 8
KINDS = ("nobody", "50 phones", "50 desks")


@dataclass(frozen=True)
class Round:
    """What one round showed."""

    seconds: float
    cpu: float
    waits: list[float]
    seen: int
    bytes: int


def serve(pipe: Connection) -> None:
    """The simulator, until told to stop: sends back its address, token, and the people's ids."""

    async def run() -> None:
        simulator = Simulator(clock=Clock(mode="real"), limits=False)
        people = [simulator.person(f"Person {number}") for number in range(PHONES)]
        for person in people:
            await person.say("/start")
        await simulator.start()
        pipe.send((int(simulator.url.rsplit(":", 1)[1]), simulator.token, [person.id for person in people]))
        for _ in range(2):  # at the first and the last send
            await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
            pipe.send(_cpu())
        await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
        await simulator.stop()

    asyncio.run(run())


def watch(pipe: Connection, port: int, paths: list[str], last: str) -> None:
    """Follow the events of each path until each has shown ``last``; sends back how many messages and bytes came."""

    async def follow(path: str, ready: asyncio.Semaphore) -> tuple[int, int]:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**26)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        seen, size, mark, ended = 0, 0, last.encode(), False
        await reader.readuntil(b"event: everything\ndata: ")
        await reader.readline()
        ready.release()
        while not ended:
            line = await reader.readline()
            size += len(line)
            seen += line.count(b'"html":"benchmark ')
            ended = mark in line
        writer.close()
        return seen, size

    async def run() -> None:
        ready = asyncio.Semaphore(0)
        following = [asyncio.create_task(follow(path, ready)) for path in paths]
        for _ in paths:
            await ready.acquire()
        pipe.send("ready")
        found = await asyncio.gather(*following)
        pipe.send((sum(seen for seen, _ in found), sum(size for _, size in found)))

    asyncio.run(run())


async def send(port: int, token: str, texts: list[tuple[int, str]]) -> list[float]:
    """Send them all over a few connections, one after the other on each; returns how long each took, in seconds."""
    waits: list[float] = []
    queue = iter(texts)

    async def connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for chat, text in queue:
            body = json.dumps({"chat_id": chat, "text": text}).encode()
            head = f"POST /bot{token}/sendMessage HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            began = time.perf_counter()
            writer.write(head.encode() + body)
            answer = await reader.readuntil(b"\r\n\r\n")
            length = int(answer.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            told = await reader.readexactly(length)
            waits.append(time.perf_counter() - began)
            assert told.startswith(b'{"ok":true'), told
        writer.close()

    await asyncio.gather(*(connection() for _ in range(CONNECTIONS)))
    return waits


def one_round(kind: str, sends: int) -> Round:
    """A fresh simulator, watched as ``kind`` says."""
    mine, theirs = multiprocessing.Pipe()
    server = _process(serve, theirs)
    port, token, people = mine.recv()
    texts = [(people[number % PHONES], f"benchmark {number}") for number in range(sends)]
    end = [(person, "the end") for person in people]
    paths = {
        "nobody": [],
        "50 phones": [f"/page/events?phone={person}" for person in people],
        "50 desks": ["/page/events"] * PHONES,
    }[kind]
    seen, size = 0, 0
    if paths:
        eyes, far = multiprocessing.Pipe()
        watcher = _process(watch, far, port, paths, "the end")
        assert eyes.recv() == "ready"
    mine.send("begin")
    spent, began = mine.recv(), time.perf_counter()
    waits = asyncio.run(send(port, token, texts))
    seconds = time.perf_counter() - began
    if paths:
        time.sleep(1)  # whatever is gathered has gone out by then
    mine.send("end")
    spent = mine.recv() - spent
    if paths:
        asyncio.run(send(port, token, end))
        seen, size = eyes.recv()
        watcher.join()
    mine.send("stop")
    server.join()
    return Round(seconds, spent, waits, seen, size)


def _cpu() -> float:
    """Processor time of this process so far, in seconds."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _process(run: Callable[..., None], *arguments: Any) -> multiprocessing.Process:
    process = multiprocessing.get_context("spawn").Process(target=run, args=arguments, daemon=True)
    process.start()
    return process


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sends", type=int, default=6000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    rounds: dict[str, list[Round]] = {kind: [] for kind in KINDS}
    for _ in range(asked.rounds):
        for kind in KINDS:
            rounds[kind].append(one_round(kind, asked.sends))
    alone = statistics.median(asked.sends / each.seconds for each in rounds["nobody"])
    print(f"{asked.sends} sends to {PHONES} chats over {CONNECTIONS} connections, median of {asked.rounds} rounds\n")
    heads = ("who watches", "sends/s", "of unwatched", "processor a send", "answered p50", "p99", "shown of due", "MB")
    print(f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}")
    for kind in KINDS:
        rate = statistics.median(asked.sends / each.seconds for each in rounds[kind])
        waits = sorted(wait for each in rounds[kind] for wait in each.waits)
        half, most = (1000 * waits[int(len(waits) * part)] for part in (0.5, 0.99))
        due = {"nobody": 0, "50 phones": asked.sends, "50 desks": asked.sends * PHONES}[kind]
        seen = min(each.seen for each in rounds[kind])
        size = statistics.median(each.bytes for each in rounds[kind]) / 1e6
        share = f"{seen:,} of {due:,}" if due else "–"
        cpu = statistics.median(1e6 * each.cpu / asked.sends for each in rounds[kind])
        print(
            f"| {kind} | {rate:,.0f} | {100 * rate / alone:.0f} % | {cpu:.0f} µs "
            f"| {half:.1f} ms | {most:.1f} ms | {share} | {size:,.1f} |"
        )


if __name__ == "__main__":
    main()
