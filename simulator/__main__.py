"""``python -m simulator [port]``: a Telegram for any bot, with two people in it and the real time."""

import asyncio
import sys

from simulator import Clock, Simulator

PORT = 8090


async def serve(port: int) -> None:
    """Serve until cancelled."""
    simulator = Simulator(clock=Clock(mode="real"), username="your_bot", title="Your bot")
    simulator.group("Group", simulator.person("Ana"), simulator.person("Bruno"))
    await simulator.start(port=port)
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
    """Exit status: 0 when closed, 1 if the port is taken, 2 if it is no port."""
    given = [each for each in argv[1:] if each != "simulator"]  # another program may run this as its subcommand
    if len(given) > 1 or not all(each.isdecimal() and int(each) < 65536 for each in given):
        sys.stderr.write("usage: python -m simulator [port]\n")
        return 2
    port = int(given[0]) if given else PORT
    try:
        asyncio.run(serve(port))
    except KeyboardInterrupt:
        return 0
    except OSError:
        sys.stderr.write(f"Port {port} is taken. Give another one: python -m simulator {port + 1}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
