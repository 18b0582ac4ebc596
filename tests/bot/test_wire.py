"""The wire says of each failure what is known. Real sockets on loopback."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.wire import InDoubt, NotSent, Wire

TOKEN = "123456:TEST-TOKEN-000000000000"
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def served(handler: Handler) -> AsyncIterator[Bot]:
    """A bot whose Telegram is this handler."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await handler(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    wire = Wire(read_seconds=0.2)
    await wire.initialize()
    try:
        yield Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=wire, get_updates_request=Wire())
    finally:
        await wire.shutdown()
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


async def test_a_refused_connection_was_certainly_not_sent() -> None:
    server = await asyncio.start_server(cut, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    async with Wire() as wire:
        bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=wire, get_updates_request=Wire())
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
