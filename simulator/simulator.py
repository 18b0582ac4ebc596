"""A Telegram on your own machine, for one bot: Bot API over HTTP, people with phones, a page, a clock."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from aiohttp import web

from simulator.api.calls import KEPT, Calls
from simulator.api.delivery import Delivery
from simulator.api.request import LARGEST_BYTES
from simulator.api.server import Server
from simulator.clock import Clock
from simulator.control import Control
from simulator.faults import Body, Fault, Faults
from simulator.limits import Limits
from simulator.loopback import is_loopback
from simulator.own_pages import own_pages_only
from simulator.page import Page, Play, Walk
from simulator.people import groups
from simulator.people.client import Group, Person
from simulator.refusal import Refusal
from simulator.world import World, snapshot

_OFFERED = "123456:SIMULATOR-offers-this-token-to-any-bot"


class Simulator:
    """Use ``start`` and ``stop``; in between, bots talk to ``url`` with ``token``, and people through ``person``."""

    def __init__(
        self,
        *,
        clock: Clock,
        username: str = "steady_bot",
        title: str = "Steady",
        walk: Walk | None = None,
        guide: str = "",
        plays: Sequence[Play] = (),
        zone: str = "UTC",
        privacy: bool = True,
        inline: bool = True,
        tokens: Sequence[str] | None = None,
        limits: bool = True,
        calls_kept: int | None = KEPT,
    ) -> None:
        """``walk`` moves the clock for the page; ``guide`` is trusted HTML; ``zone`` is the page's own.

        ``tokens``: the only ones accepted; None: any that is well formed. ``privacy``: the bot's mode in groups.
        ``inline``: whether it has an inline mode. ``limits``: whether a bot that sends too fast is refused.
        ``calls_kept``: at least so many of the newest calls are kept; None: all.
        """
        self.token = tokens[0] if tokens else _OFFERED
        self.clock = clock
        self.world = World(
            clock=clock,
            bot_id=int(self.token.split(":")[0]),
            username=username,
            title=title,
            privacy=privacy,
            inline=inline,
        )
        self.faults = Faults()
        self.limits = Limits(clock, on=limits)
        accepted = frozenset(tokens) if tokens is not None else None
        self._server = Server(self.world, self.faults, self.limits, accepted, Calls(calls_kept))
        self._page = Page(
            self.world,
            self._server,
            faults=self.faults,
            limits=self.limits,
            walk=walk,
            plays=plays,
            guide=guide,
            zone=zone,
        )
        self._delivery = Delivery(self.world, self.faults, self._server.run)
        self._control = Control(self.world, self._server, self.faults, self.limits, walk)
        self._runner: web.AppRunner | None = None
        self._host, self._port = "127.0.0.1", 0

    @property
    def url(self) -> str:
        """The page's address, and the base of the Bot API: ``{url}/bot<token>/<method>``."""
        assert self._port, "start() comes first"
        return f"http://{f'[{self._host}]' if ':' in self._host else self._host}:{self._port}"

    @property
    def calls(self) -> Calls:
        """The requests of the bot, oldest first: the newest of them, each under its number."""
        return self._server.calls

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Serve on this machine only. Raises ValueError for an address that others could reach, OSError if in use."""
        if not is_loopback(host):
            raise ValueError("the simulator serves this machine only")
        app = web.Application(client_max_size=LARGEST_BYTES, middlewares=[own_pages_only(lambda: self._port)])
        self._server.add_routes(app)
        self._control.add_routes(app)
        self._page.add_routes(app)
        runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self._delivery.start()
        self._host, self._port = host, runner.addresses[0][1]

    async def stop(self) -> None:
        """Cut all connections; people and chats stay."""
        await self._page.stop()
        await self._delivery.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def person(self, name: str, *, language: str = "en") -> Person:
        """The person of that name; a new one if there is none."""
        return Person(world=self.world, id=self.world.person(name, language).id)

    def group(self, title: str, *members: Person, supergroup: bool = False, forum: bool = False) -> Group:
        """A group of that title with the bot in it; a new one, made by the first member, if there is none.

        ``forum``: a supergroup with topics.
        """
        for chat in self.world.chats.values():
            if chat.kind != "private" and chat.title == title:
                return Group(world=self.world, id=chat.id)
        if not members:
            raise ValueError("a group needs a member")
        made = self.world.group(title, [member.id for member in members], supergroup=supergroup, forum=forum)
        groups.let_bot(self.world, members[0].user, made, "member", was="left")
        return Group(world=self.world, id=made.id)

    def revoke(self, token: str) -> None:
        """From now on this token is refused."""
        self._server.revoked.add(token)

    def unconfirmed(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self.world.updates.waiting())

    async def drained(self) -> None:
        """Return once the bot has confirmed all updates, or they are too old to be fetched."""
        while self.unconfirmed():
            await self.world.bell.wait()

    @contextmanager
    def made_up(self) -> Iterator[None]:
        """Whatever is said meanwhile, by people and by the bot, is marked as made up."""
        self.world.made_up += 1
        try:
            yield
        finally:
            self.world.made_up -= 1

    def fail_next(
        self,
        method: str,
        status: int,
        description: str,
        times: int = 1,
        parameters: dict[str, int] | None = None,
    ) -> None:
        """Refuse the next calls of ``method`` (``*``: of any) with this answer; they have no effect."""
        refusal = Refusal(status, description, parameters)
        self.faults.add(Fault(method=method, what="refuse", times=times, refusal=refusal))

    def drop_before(self, method: str, times: int = 1) -> None:
        """Cut the connection of the next calls; they have no effect."""
        self.faults.add(Fault(method=method, what="drop before", times=times))

    def drop_after(self, method: str, times: int = 1) -> None:
        """Let the next calls have their effect, and cut the connection instead of answering."""
        self.faults.add(Fault(method=method, what="drop after", times=times))

    def hang(self, method: str, times: int = 1) -> None:
        """Never answer the next calls; they have no effect."""
        self.faults.add(Fault(method=method, what="hang", times=times))

    def delay(self, method: str, seconds: float, times: int = 1) -> None:
        """Hold the next calls up for so many real seconds before they have their effect."""
        self.faults.add(Fault(method=method, what="delay before", times=times, seconds=seconds))

    def bad_body(self, method: str, body: Body = "broken json", times: int = 1) -> None:
        """Let the next calls have their effect, and answer with what is no answer."""
        self.faults.add(Fault(method=method, what="bad body after", times=times, body=body))

    def redeliver(self, count: int = 1) -> None:
        """Send the last ``count`` confirmed updates once more, as Telegram may."""
        self.world.updates.redeliver(count)

    def snapshot(self) -> dict[str, Any]:
        """Everything but the log of calls and the waiting faults, as JSON values."""
        return snapshot.saved(self.world)

    def restore(self, data: dict[str, Any]) -> None:
        """As it was at a snapshot; people and groups in hand stay valid. Raises ValueError for another version's."""
        snapshot.load(self.world, data)
