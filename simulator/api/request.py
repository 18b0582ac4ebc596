"""What a bot's HTTP request says: query, form, multipart body or JSON → names and values."""

import json
from typing import Any

from aiohttp import web

from simulator.api.schema import Upload
from simulator.refusal import Refusal, bad

LARGEST_BYTES = 52 * 2**20
_NOT_UTF8 = bad("strings must be encoded in UTF-8")


async def parameters(request: web.Request) -> dict[str, Any]:
    """The query, overridden by the body. Values are text, JSON values or uploads. Raises Refusal."""
    try:
        return dict(request.query) | await _body(request)
    except UnicodeDecodeError:
        raise _NOT_UTF8 from None
    except web.HTTPRequestEntityTooLarge:
        raise Refusal(413, "Request Entity Too Large") from None


async def _body(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return _from_json(await request.text())
    given: dict[str, Any] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            given[name] = Upload(filename=value.filename, data=value.file.read(), mime=value.content_type)
        else:
            given[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    return given


def _from_json(body: str) -> dict[str, Any]:
    try:
        given = json.loads(body or "{}")
        if "\\ud" in body.lower():  # halves of characters can be written in JSON; they are no text
            json.dumps(given, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise _NOT_UTF8 from None
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise bad("can't parse the request's JSON: an object is expected")
    return given


def shown(value: Any) -> Any:
    """A parameter for the log: files by name and size."""
    return f"<{value.filename}, {len(value.data)} bytes>" if isinstance(value, Upload) else value
