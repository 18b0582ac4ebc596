"""The wire: python-telegram-bot's requests over aiohttp, saying of each failure what is known.

``NotSent``: the request certainly did not reach Telegram. ``InDoubt``: it may have had its effect. Both are
``NetworkError``; everything that Telegram answered in its own form is left to python-telegram-bot. Each call ends by
the wire's own bounds, so that what is known of it is said, and the wait is never counted as somebody's work.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.activity import uncounted

CONNECT_SECONDS = 5.0
WRITE_SECONDS = 20.0
READ_SECONDS = 20.0
CONNECTIONS = 64

_BEFORE_IT_LEFT = (
    aiohttp.ClientConnectorError,  # refused, DNS, TLS
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
)


class NotSent(NetworkError):
    """Nothing reached Telegram: it is safe to send again."""


class InDoubt(NetworkError):
    """Telegram may have done it: sending again may double it."""


class Wire(BaseRequest):
    """One pool of connections to the Bot API."""

    def __init__(self, *, read_seconds: float = READ_SECONDS) -> None:
        self._read_seconds = read_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer where a call does not say."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS), headers={"User-Agent": self.USER_AGENT}
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()

    async def fetch(self, url: str, parameters: Mapping[str, Any], *, read_seconds: float) -> Any:
        """Call a method and return its result as plain JSON: updates are kept before anyone reads them.

        Raises what python-telegram-bot raises for Telegram's answers, NotSent and InDoubt for the rest.
        """
        encoded = {name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()}
        return await self.post(url, cast(RequestData, _Parameters(encoded)), read_timeout=read_seconds)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body. Raises NotSent or InDoubt; the address, which holds the token, is in neither."""
        assert self._session is not None, "initialize() comes first"
        connect, read = _seconds(connect_timeout, CONNECT_SECONDS), _seconds(read_timeout, self._read_seconds)
        # aiohttp starts to count the read once all is written; only the total ends a write that stalls.
        total = connect + _seconds(write_timeout, WRITE_SECONDS) + read
        timeout = aiohttp.ClientTimeout(total=total, connect=connect, sock_read=read)
        try:
            with uncounted():
                async with self._session.request(method, url, data=_form(request_data), timeout=timeout) as answer:
                    status, body = answer.status, await answer.read()
        except _BEFORE_IT_LEFT as error:
            raise NotSent(f"could not reach Telegram ({type(error).__name__})") from None
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise InDoubt(f"the connection failed after sending ({type(error).__name__})") from None
        if status >= 500 or (method == "POST" and not _is_an_answer(body)):
            raise InDoubt(f"the answer was not Telegram's (status {status})")
        return status, body


@dataclass(frozen=True)
class _Parameters:
    """As much of a ``RequestData`` as ``do_request`` reads."""

    json_parameters: Mapping[str, str]
    multipart_data: None = None


def _seconds(asked: Any, otherwise: float) -> float:
    """What a call asks for, if it does. Nobody can ask for a wait without an end."""
    return float(asked) if isinstance(asked, int | float) else otherwise


def _form(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    if not data.multipart_data:
        return dict(data.json_parameters)
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def _is_an_answer(body: bytes) -> bool:
    try:
        answer = json.loads(body)
    except ValueError:
        return False
    return isinstance(answer, dict) and (answer.get("ok") is False or (answer.get("ok") is True and "result" in answer))
