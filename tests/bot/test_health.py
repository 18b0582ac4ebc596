import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.health import Checks, serve_health
from bot.settings import SettingsError


def checks(**found: bool) -> Checks:
    async def check() -> Mapping[str, bool]:
        return found

    return check


@asynccontextmanager
async def served(check: Checks) -> AsyncIterator[str]:
    runner = await serve_health(("127.0.0.1", 0), check)
    try:
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


async def get(address: str) -> tuple[int, object]:
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, await answer.json()


async def test_healthz_is_200_with_the_names_of_the_checks_when_all_is_well() -> None:
    async with served(checks(poll=True, doses=True)) as base:
        assert await get(f"{base}/healthz") == (200, {"ok": True, "checks": {"poll": True, "doses": True}})


async def test_healthz_is_503_when_one_check_fails() -> None:
    async with served(checks(poll=True, doses=False)) as base:
        assert await get(f"{base}/healthz") == (503, {"ok": False, "checks": {"poll": True, "doses": False}})


async def test_healthz_is_503_when_a_check_can_not_be_made() -> None:
    async def broken() -> Mapping[str, bool]:
        raise RuntimeError("something about a person")

    async with served(broken) as base:
        assert await get(f"{base}/healthz") == (503, {"ok": False, "checks": {"checks": False}})


async def test_livez_is_200_whatever_the_checks_say() -> None:
    async with served(checks(poll=False)) as base:
        assert await get(f"{base}/livez") == (200, {"ok": True, "checks": {"live": True}})


async def test_an_address_in_use_is_a_settings_error_in_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"STEADY_LISTEN: nothing can listen on 127.0.0.1:{port}"):
            await serve_health(("127.0.0.1", port), checks())
