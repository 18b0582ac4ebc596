"""The wire says of each failure what is known. Real sockets on loopback."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot import wire
from bot.activity import limited
from bot.wire import InDoubt, NotSent, Wire
from handlers import show

TOKEN = "123456:TEST-TOKEN-000000000000"
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def served(handler: Handler, read_seconds: float = 0.2) -> AsyncIterator[Bot]:
    """A bot whose Telegram is this handler."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await handler(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    calls = Wire(read_seconds=read_seconds)
    await calls.initialize()
    try:
        yield Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=calls, get_updates_request=Wire())
    finally:
        await calls.shutdown()
        server.close()


def answering(status: str, body: str) -> Handler:
    async def handler(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        content = body.encode()
        writer.write(
            f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n".encode()
            + content
        )
        await writer.drain()

    return handler


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")


async def torn(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{")


@pytest.mark.parametrize(
    "handler",
    [
        silent,
        cut,
        torn,
        answering("500 Oops", "{}"),
        answering("502 Bad Gateway", "<html>"),
        answering("200 OK", "<html>a portal</html>"),
        answering("200 OK", '{"ok": true}'),
    ],
    ids=["read time-out", "cut after sending", "torn body", "500", "HTML 502", "a portal's page", "no result"],
)
async def test_what_may_have_arrived_is_in_doubt(handler: Handler) -> None:
    async with served(handler) as bot:
        with pytest.raises(InDoubt) as caught:
            await bot.send_message(1, "hello")
    assert TOKEN not in f"{caught.value!r} {caught.value.__cause__!r}"


@pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")
async def test_what_is_written_and_never_read_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "CONNECT_SECONDS", 0.1)
    monkeypatch.setattr(wire, "WRITE_SECONDS", 0.1)
    given_up = asyncio.Event()

    async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await given_up.wait()

    async with served(deaf) as bot:
        with pytest.raises(InDoubt):
            await bot.send_document(1, bytes(32 << 20))  # more than the sockets' buffers take
        given_up.set()


async def test_a_wait_for_the_network_ends_by_the_wires_bounds_and_not_by_the_limit_of_whoever_waits() -> None:
    async with served(silent) as bot:
        with pytest.raises(InDoubt):
            async with limited(0.1):
                await bot.send_message(1, "hello")


async def test_the_answer_to_a_press_is_given_up_before_a_message_that_left_earlier(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(show, "SPINNER_SECONDS", 0.1)
    async with served(silent, read_seconds=2) as bot:
        calls = {
            asyncio.create_task(bot.send_message(1, "hello")),
            spinner := asyncio.create_task(show.answer(bot, "1")),
        }
        ended, left = await asyncio.wait(calls, return_when=asyncio.FIRST_COMPLETED)
        for call in left:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
    assert ended == {spinner}
    assert isinstance(spinner.exception(), InDoubt)


async def test_a_refused_connection_was_certainly_not_sent() -> None:
    server = await asyncio.start_server(cut, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    async with Wire() as calls:
        bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=calls, get_updates_request=Wire())
        with pytest.raises(NotSent) as caught:
            await bot.send_message(1, "hello")
    assert TOKEN not in f"{caught.value!r} {caught.value.__cause__!r}"


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        ("400 Bad Request", '{"ok":false,"error_code":400,"description":"Bad Request: x"}', BadRequest),
        ("403 Forbidden", '{"ok":false,"error_code":403,"description":"Forbidden: x"}', Forbidden),
        (
            "429 Too Many",
            '{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":3}}',
            RetryAfter,
        ),
    ],
)
async def test_what_telegram_answered_is_told_as_python_telegram_bot_tells_it(
    status: str, body: str, error: type[Exception]
) -> None:
    async with served(answering(status, body)) as bot:
        with pytest.raises(error):
            await bot.send_message(1, "hello")
