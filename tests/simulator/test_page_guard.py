"""Who may ask the server: this machine, by the page's own files, and no other page."""

import aiohttp
import pytest

from simulator import Clock, Person, Simulator


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},  # a name of theirs that leads here
        {"Host": "evil.example:8090"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:1"},  # another program's page on this machine
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},  # a picture, a frame, a form
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
    ],
)
async def test_no_other_page_can_press_its_buttons_or_read_it(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    asked = {"phone": ana.id, "chat": ana.id, "text": "forged"}
    async with http.post(f"{sim.url}/page/say", json=asked, headers=headers) as response:
        assert response.status == 403
    said = {"chat_id": str(ana.id), "text": "forged"}
    for path in ("/page/state", "/page/events", "/simulator/faults", f"/bot{sim.token}/sendMessage"):
        async with http.get(f"{sim.url}{path}", params=said, headers=headers) as response:
            assert response.status == 403
    assert len(ana.messages()) == 1


async def test_a_link_from_another_page_to_this_one_may_be_followed(
    sim: Simulator, http: aiohttp.ClientSession
) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    async with http.get(sim.url, headers=headers) as response:
        assert response.status == 200


async def test_the_page_runs_no_script_or_style_but_its_own_files(sim: Simulator, http: aiohttp.ClientSession) -> None:
    async with http.get(sim.url) as response:
        rules, page = response.headers["Content-Security-Policy"], await response.text()
    assert "default-src 'none'" in rules and "frame-ancestors 'none'" in rules and "unsafe" not in rules
    assert " style=" not in page and "onclick" not in page
    async with http.get(f"{sim.url}/static/page.js") as response:
        assert response.content_type.endswith("javascript") and response.headers["X-Content-Type-Options"] == "nosniff"
    async with http.get(f"{sim.url}/static/..%2fpage.py") as response:
        assert response.status == 404


async def test_an_action_must_be_json_so_that_no_plain_form_can_send_it(
    sim: Simulator, http: aiohttp.ClientSession
) -> None:
    async with http.post(f"{sim.url}/page/say", data='{"phone": 1}') as response:
        assert response.status == 415


async def test_it_serves_this_machine_only(sim: Simulator) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        await Simulator(clock=Clock(mode="real")).start(host="0.0.0.0")


async def test_a_port_in_use_is_an_os_error(sim: Simulator) -> None:
    with pytest.raises(OSError, match="in use"):
        await Simulator(clock=Clock(mode="real")).start(port=int(sim.url.rsplit(":", 1)[1]))
