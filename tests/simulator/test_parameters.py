"""Parameters are checked against the published Bot API, however they come."""

import json
from typing import Any

import aiohttp
import pytest

from simulator import Person, Simulator
from tests.simulator.conftest import CallIt


@pytest.mark.parametrize(
    ("method", "parameters", "description"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 1}, "message text is empty"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("deleteMessage", {"chat_id": 1}, "message identifier is not specified"),
        ("sendPhoto", {"chat_id": 1}, "there is no photo in the request"),
        ("setMyCommands", {}, 'parameter "commands" is required'),
    ],
)
async def test_what_is_missing_is_named(call: CallIt, method: str, parameters: Any, description: str) -> None:
    assert (await call(method, **parameters)).refusal == (400, f"Bad Request: {description}")


@pytest.mark.parametrize(
    ("parameters", "part"),
    [
        ({"message_thread_id": "abc"}, '"message_thread_id" must be of type Integer'),
        ({"message_thread_id": 2**63}, '"message_thread_id" must be of type Integer'),
        ({"disable_notification": [1]}, '"disable_notification" must be of type Boolean'),
        ({"reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"reply_markup": [1]}, "object expected as reply markup"),
        ({"reply_markup": {"buttons": []}}, "unknown type"),
        (
            {"reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        ({"reply_markup": {"inline_keyboard": [[{"text": 1, "url": "x.org"}]]}}, 'Field "text" must be of type String'),
        ({"reply_markup": {"inline_keyboard": [[{"text": "x", "style": "pink"}]]}}, '"style" must be one of'),
        ({"entities": [{"type": "bold", "offset": 0}]}, "can't parse MessageEntity: Can't find field \"length\""),
    ],
)
async def test_a_value_of_the_wrong_type_is_refused(
    call: CallIt, ana: Person, parameters: dict[str, Any], part: str
) -> None:
    status, description = (await call("sendMessage", chat_id=ana.id, text="x", **parameters)).refusal
    assert status == 400 and part in description


async def test_a_text_over_its_limit_is_refused(call: CallIt) -> None:
    long = await call("setMyShortDescription", short_description="x" * 121)
    assert long.refusal == (400, 'Bad Request: parameter "short_description" is too long')


async def test_a_parameter_nobody_knows_is_ignored_and_recorded(call: CallIt, sim: Simulator, ana: Person) -> None:
    assert (await call("sendMessage", chat_id=ana.id, text="x", colour="red")).result["text"] == "x"
    assert sim.calls[-1].unknown == ("colour",)


async def test_a_known_parameter_without_effect_here_is_refused_aloud(call: CallIt, ana: Person) -> None:
    answer = await call("sendMessage", chat_id=ana.id, text="x", business_connection_id="b")
    assert answer.status == 501 and "business_connection_id" in answer.body["description"]


async def test_a_known_method_that_is_not_built_says_so(call: CallIt, ana: Person) -> None:
    answer = await call("sendGame", chat_id=ana.id, game_short_name="chess")
    assert answer.refusal == (501, "Not Implemented: the simulator does not know sendGame yet")


async def test_an_unknown_method_is_not_found(call: CallIt) -> None:
    assert (await call("sendTelepathy")).refusal == (404, "Not Found: method not found")


async def test_a_methods_case_does_not_matter(call: CallIt) -> None:
    assert (await call("GETME")).result["is_bot"] is True


@pytest.mark.parametrize("token", ["123", "abc:defdefdefdefdefdefdef", "123456:short"])
async def test_a_malformed_token_is_invalid(call: CallIt, token: str) -> None:
    assert (await call("getMe", token=token)).refusal == (401, "Unauthorized: invalid token specified")


async def test_a_revoked_token_is_unauthorized(call: CallIt, sim: Simulator) -> None:
    sim.revoke(sim.token)
    assert (await call("getMe")).refusal == (401, "Unauthorized")


async def test_a_form_with_json_in_it_is_read_as_json_is(
    sim: Simulator, ana: Person, http: aiohttp.ClientSession
) -> None:
    form = {
        "chat_id": str(ana.id),
        "text": "x",
        "disable_notification": "true",
        "reply_markup": json.dumps({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}),
    }
    async with http.post(f"{sim.url}/bot{sim.token}/sendMessage", data=form) as response:
        assert response.status == 200
    assert ana.screen().silent and ana.screen().labels == ["Go"]


async def test_a_get_request_is_read_too(sim: Simulator, ana: Person, http: aiohttp.ClientSession) -> None:
    query = {"chat_id": str(ana.id), "text": "x y"}
    async with http.get(f"{sim.url}/bot{sim.token}/sendMessage", params=query) as response:
        assert (await response.json())["result"]["text"] == "x y"


async def test_every_call_is_recorded_without_the_token(call: CallIt, sim: Simulator) -> None:
    await call("sendMessage", chat_id=42, text="x")
    made = sim.calls[-1]
    assert (made.method, made.status, made.description) == ("sendMessage", 400, "Bad Request: chat not found")
    assert made.parameters == {"chat_id": 42, "text": "x"} and sim.token not in repr(made)
