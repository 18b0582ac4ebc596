"""The request log in words: what each call did, and what helps where it was refused."""

from pathlib import Path
from typing import Any

import pytest

from simulator import Person, Simulator
from simulator.api.calls import Call
from simulator.api.methods import BUILT
from simulator.page import advice, explain
from tests.simulator.conftest import MORNING, CallIt, keys


def made(method: str, status: int = 200, description: str = "", **parameters: Any) -> Call:
    return Call(at=MORNING, method=method, parameters=parameters, status=status, description=description)


@pytest.mark.parametrize(
    ("method", "parameters", "words"),
    [
        ("sendMessage", {"text": "<b>Good</b>\nmorning"}, "sent Ana “Good morning”"),
        ("sendMessage", {"text": "x", "disable_notification": "true"}, "sent silently Ana “x”"),
        ("sendMessage", {"text": "x", "reply_markup": keys("Yes", "No")}, "sent Ana “x”, with 2 buttons"),
        (
            "sendMessage",
            {"text": "x", "reply_markup": '{"remove_keyboard": true}'},
            "sent Ana “x”, and took the keyboard away",
        ),
        ("sendPhoto", {"photo": "<week.png, 9 bytes>"}, "sent Ana a picture"),
        (
            "editMessageText",
            {"message_id": 12, "text": "Noted"},
            "changed the words of message 12 for Ana to “Noted”, no buttons left",
        ),
        (
            "editMessageReplyMarkup",
            {"message_id": 12},
            "changed the buttons of message 12 for Ana, no buttons left",
        ),
        ("sendChatAction", {"action": "upload_photo"}, "showed Ana “upload photo…”"),
        ("pinChatMessage", {"message_id": 12}, "pinned a message in Ana"),
        ("verifyUser", {}, "verify user, Ana"),
    ],
)
def test_a_call_is_told_in_words(
    sim: Simulator, ana: Person, method: str, parameters: dict[str, Any], words: str
) -> None:
    assert explain.words(sim.world, made(method, chat_id=str(ana.id), **parameters)) == words


def test_what_can_not_be_read_is_told_as_far_as_it_can(sim: Simulator) -> None:
    call = made("sendMessage", chat_id="nobody", text=None, reply_markup="{")
    assert explain.words(sim.world, call) == "sent chat nobody “”"


def test_nearly_every_method_that_is_built_has_words_of_its_own(sim: Simulator) -> None:
    plain = {method for method in BUILT if explain.words(sim.world, made(method)) == explain._plainly(method, "")}
    assert {method for method in plain if "General" not in method} <= {
        "close",
        "getForumTopicIconStickers",
        "getMyDefaultAdministratorRights",
        "getUserProfilePhotos",
        "setMyDefaultAdministratorRights",
        "unpinAllForumTopicMessages",
    }


@pytest.mark.parametrize(
    ("description", "helps"),
    [
        ("Bad Request: chat not found", "Take chat_id from an update"),
        ("Forbidden: bot was blocked by the user", "Stop sending"),
        ("Forbidden: bot can't initiate conversation with a user", "Only a person can begin"),
        ("Too Many Requests: retry after 3", "Wait as many seconds"),
        ("Bad Request: message is not modified: specified new message content", "Nothing is lost"),
        ("Bad Request: query is too old and response timeout expired or query ID is invalid", "within 150 seconds"),
        ("Bad Request: group chat was upgraded to a supergroup chat", "migrate_to_chat_id"),
        ("Bad Request: can't parse entities: Unsupported start tag", "Escape < > &"),
        ("Bad Request: BUTTON_DATA_INVALID", "64 bytes"),
        ("Conflict: terminated by other getUpdates request", "Stop one of them"),
        ("Not Implemented: the simulator does not know sendGame yet", "this simulator can't yet"),
    ],
)
def test_a_refusal_comes_with_what_helps(description: str, helps: str) -> None:
    assert helps in advice.on(made("sendMessage", 400, description))


@pytest.mark.parametrize("status", [0, 400, 401, 403, 404, 409, 429, 500, 502])
def test_an_unknown_refusal_is_explained_by_its_status(status: int) -> None:
    assert advice.on(made("sendMessage", status, "something nobody has heard of"))


async def test_the_log_names_parameters_that_nobody_knows_and_faults_on_purpose(
    sim: Simulator, call: CallIt, ana: Person
) -> None:
    await call("sendMessage", chat_id=ana.id, text="x", txet="y")
    sim.fail_next("sendMessage", 502, "Bad Gateway")
    await call("sendMessage", chat_id=ana.id, text="x")
    first, second = (explain.explained(sim.world, each) for each in sim.calls[-2:])
    assert tuple(first["unknown"]) == ("txet",) and first["advice"] == ""
    assert second["fault"] == "refuse" and "Try again" in second["advice"]


def test_sentences_and_advice_are_files_that_load() -> None:
    folder = Path(explain.__file__).parent
    assert {path.name for path in folder.glob("*.toml")} == {"advice.toml", "words.toml"}
    assert len(explain._sentences()) > 40
