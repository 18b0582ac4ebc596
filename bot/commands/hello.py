"""Telegram's answer to getMe: who the bot is, and what time Telegram thinks it is."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp

from bot.settings import Settings

SECONDS = 10


@dataclass(frozen=True, kw_only=True)
class Hello:
    """What getMe said."""

    username: str
    at: datetime | None
    """Telegram's clock, to the second; None if the answer had no date."""


class NoHello(Exception):
    """Telegram did not answer as hoped; the text says why, without the token."""


async def get_me(settings: Settings) -> Hello:
    """Ask Telegram who the bot is. Raises NoHello; the address, which holds the token, is not in its text."""
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(f"{settings.telegram_api}/bot{settings.token}/getMe", allow_redirects=False) as answer,
        ):
            status, date, body = (
                answer.status,
                answer.headers.get("Date"),
                await answer.json(content_type=None),
            )
    except TimeoutError:
        raise NoHello(f"no answer from Telegram within {SECONDS} seconds") from None
    except (aiohttp.ClientError, OSError) as error:
        raise NoHello(f"Telegram can't be reached ({type(error).__name__})") from None
    except ValueError:
        raise NoHello("what answered is not Telegram's Bot API: look at STEADY_TELEGRAM_API") from None
    if status in (401, 404):
        raise NoHello("Telegram does not know this token: copy it anew from @BotFather")
    result = body.get("result") if isinstance(body, dict) else None
    if status != 200 or not isinstance(result, dict) or not isinstance(result.get("username"), str):
        raise NoHello(f"Telegram's answer was not the expected one (status {status})")
    return Hello(username=result["username"], at=_moment(date))


def _moment(date: str | None) -> datetime | None:
    if date is None:
        return None
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
