"""``python -m simulator [port]``: a Telegram for any bot, with two people in it and the real time."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime

from simulator import Clock, Simulator

PORT = 8090


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m simulator", description="A Telegram of your own, for any bot.")
    parser.add_argument("port", nargs="?", type=_port, default=PORT, help="(%(default)s)")
    parser.add_argument(
        "--speed", type=_speed, default=1.0, metavar="TIMES", help="let time pass so many times as fast"
    )
    parser.add_argument("--no-limits", action="store_true", help="let a bot send as fast as it likes")
    parser.add_argument("--no-privacy", action="store_true", help="let the bot hear everything in groups")
    parser.add_argument("--no-inline", action="store_true", help="give the bot no inline mode")
    return parser


async def serve(options: argparse.Namespace) -> None:
    """Serve until cancelled. Raises OSError if the port is taken."""
    fast = options.speed != 1
    clock = Clock(datetime.now(UTC), mode="fast", speed=options.speed) if fast else Clock(mode="real")
    simulator = Simulator(
        clock=clock,
        username="your_bot",
        title="Your bot",
        limits=not options.no_limits,
        privacy=not options.no_privacy,
        inline=not options.no_inline,
    )
    simulator.group("Group", simulator.person("Ana"), simulator.person("Bruno"))
    await simulator.start(port=options.port)
    sys.stdout.write(
        f"\nThe simulator is open:  {simulator.url}\n"
        f"A bot talks to {simulator.url}/bot<token>/<method>; any token will do, such as {simulator.token}\n"
        "Close it with Ctrl-C.\n"
    )
    sys.stdout.flush()
    try:
        await asyncio.Event().wait()
    finally:
        await simulator.stop()


def main(argv: list[str]) -> int:
    """Exit status: 0 when closed, 1 if the port is taken, 2 for options that can't be."""
    try:
        options = _options().parse_args(argv[1:])
    except SystemExit as wrong:  # what is wrong, or the help, has been printed
        return int(wrong.code or 0)
    try:
        asyncio.run(serve(options))
    except KeyboardInterrupt:
        return 0
    except OSError:
        sys.stderr.write(f"Port {options.port} is taken. Give another one: python -m simulator {options.port + 1}\n")
        return 1
    return 0


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0
    if not 0 < speed <= 1_000_000:
        raise argparse.ArgumentTypeError("a speed is a number, more than nothing and at most a million")
    return speed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
