"""Files of every kind: sent, sent again, fetched, in albums, from people."""

import json
from typing import Any

import aiohttp
import pytest

from simulator import Person, Simulator
from tests.simulator.conftest import CallIt, confirm_all
from tests.simulator.test_send_methods import png

BO = {"phone_number": "+49 30", "first_name": "Bo"}


async def upload(
    sim: Simulator, http: aiohttp.ClientSession, method: str, files: dict[str, bytes], **values: Any
) -> dict[str, Any]:
    form = aiohttp.FormData(
        {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()}
    )
    for name, data in files.items():
        form.add_field(name, data, filename=f"{name}.bin", content_type="application/x-test")
    async with http.post(f"{sim.url}/bot{sim.token}/{method}", data=form) as response:
        body = await response.json()
    return dict(body)


@pytest.mark.parametrize("kind", ["document", "video", "animation", "audio", "voice", "video_note", "sticker"])
async def test_a_file_of_each_kind_arrives_is_fetched_and_sent_again(
    sim: Simulator, http: aiohttp.ClientSession, call: CallIt, ana: Person, kind: str
) -> None:
    method = "send" + "".join(part.capitalize() for part in kind.split("_"))
    sent = (await upload(sim, http, method, {kind: b"bytes"}, chat_id=ana.id))["result"]
    file = sent[kind]
    assert file["file_size"] == 5 and (kind != "document" or file["file_name"] == "document.bin")
    path = (await call("getFile", file_id=file["file_id"])).result["file_path"]
    async with http.get(f"{sim.url}/file/bot{sim.token}/{path}") as response:
        assert await response.read() == b"bytes"
    again = (await call(method, chat_id=ana.id, **{kind: file["file_id"]})).result
    assert again[kind] == file
    assert ana.screen().media == sim.world.files[file["file_id"]]


async def test_an_animation_is_a_document_as_well(sim: Simulator, http: aiohttp.ClientSession, ana: Person) -> None:
    sent = (await upload(sim, http, "sendAnimation", {"animation": b"GIF"}, chat_id=ana.id, width=20000))["result"]
    assert sent["document"]["file_id"] == sent["animation"]["file_id"] and sent["animation"]["width"] == 10_000


async def test_a_photo_stands_in_for_nothing_else(
    sim: Simulator, http: aiohttp.ClientSession, call: CallIt, ana: Person
) -> None:
    photo = (await upload(sim, http, "sendPhoto", {"photo": png(9, 9)}, chat_id=ana.id))["result"]["photo"][0]
    refused = await call("sendDocument", chat_id=ana.id, document=photo["file_id"])
    assert refused.refusal == (400, "Bad Request: can't use file of type Photo as Document")


async def test_an_album_shares_its_group_and_mixes_only_pictures_and_films(
    sim: Simulator, http: aiohttp.ClientSession, ana: Person
) -> None:
    files = {"a": png(9, 9), "b": b"film"}
    media = [{"type": "photo", "media": "attach://a", "caption": "<b>One</b>", "parse_mode": "HTML"}]
    media += [{"type": "video", "media": "attach://b"}]
    sent = (await upload(sim, http, "sendMediaGroup", files, chat_id=ana.id, media=media))["result"]
    assert sent[0]["media_group_id"] == sent[1]["media_group_id"] and sent[0]["caption"] == "One"
    media[1]["type"] = "document"
    refused = await upload(sim, http, "sendMediaGroup", files, chat_id=ana.id, media=media)
    assert refused["description"] == "Bad Request: can't use the media of the specified type in the album"
    assert len(ana.messages()) == 3


async def test_an_album_counts_as_many_messages_towards_the_limits(
    sim: Simulator, http: aiohttp.ClientSession, ana: Person
) -> None:
    media = [{"type": "document", "media": "attach://a"}] * 4
    assert (await upload(sim, http, "sendMediaGroup", {"a": b"x"}, chat_id=ana.id, media=media))["ok"]
    refused = await upload(sim, http, "sendMediaGroup", {"a": b"x"}, chat_id=ana.id, media=media)
    assert refused["error_code"] == 429 and refused["parameters"] == {"retry_after": 3}


async def test_a_missing_attachment_and_a_bad_file_id_are_refused(call: CallIt, ana: Person) -> None:
    lost = await call("sendMediaGroup", chat_id=ana.id, media=[{"type": "photo", "media": "attach://lost"}])
    assert lost.refusal == (400, "Bad Request: can't parse InputMedia: media not found")
    refused = await call("sendVoice", chat_id=ana.id, voice="AwACAgI")
    assert refused.refusal[1].startswith("Bad Request: wrong remote file identifier specified")
    assert (await call("getFile", file_id="x")).refusal == (
        400,
        "Bad Request: wrong file_id or the file is temporarily unavailable",
    )


async def test_a_file_is_replaced_by_another_kind_and_its_caption_with_it(
    sim: Simulator, http: aiohttp.ClientSession, ana: Person
) -> None:
    sent = (await upload(sim, http, "sendPhoto", {"photo": png(9, 9)}, chat_id=ana.id, caption="Week"))["result"]
    where = {"chat_id": ana.id, "message_id": sent["message_id"]}
    media = {"type": "document", "media": "attach://plan", "caption": "Plan"}
    edited = (await upload(sim, http, "editMessageMedia", {"plan": b"PDF"}, **where, media=media))["result"]
    assert edited["document"]["file_name"] == "plan.bin" and edited["caption"] == "Plan" and "photo" not in edited


@pytest.mark.parametrize(
    ("method", "values", "part"),
    [
        ("sendLocation", {"latitude": 52.5, "longitude": 13.4}, {"location": {"latitude": 52.5, "longitude": 13.4}}),
        (
            "sendContact",
            {"phone_number": "+49 30", "first_name": "Bo"},
            {"contact": {"phone_number": "+49 30", "first_name": "Bo"}},
        ),
        ("sendDice", {"emoji": "🎲"}, None),
        ("sendVenue", {"latitude": 1, "longitude": 2, "title": "A", "address": "B"}, None),
    ],
)
async def test_places_contacts_and_dice_arrive(
    call: CallIt, ana: Person, method: str, values: dict[str, Any], part: dict[str, Any] | None
) -> None:
    sent = (await call(method, chat_id=ana.id, **values)).result
    assert part is None or part.items() <= sent.items()
    assert ana.screen().extra.keys() <= sent.keys() and "text" not in sent


async def test_a_place_off_the_map_is_refused(call: CallIt, ana: Person) -> None:
    refused = await call("sendLocation", chat_id=ana.id, latitude=91, longitude=0)
    assert refused.refusal == (400, "Bad Request: invalid location specified")


async def test_people_send_files_too(call: CallIt, sim: Simulator, ana: Person, http: aiohttp.ClientSession) -> None:
    await ana.send_file("document", b"PDF", caption="/help me", file_name="plan.pdf", mime="application/pdf")
    (update,) = await confirm_all(call)
    assert update["message"]["caption"] == "/help me" and update["message"]["document"]["file_name"] == "plan.pdf"
    path = (await call("getFile", file_id=update["message"]["document"]["file_id"])).result["file_path"]
    assert path.startswith("documents/") and path.endswith(".pdf")
    async with http.get(f"{sim.url}/file/bot{sim.token}/{path}") as response:
        assert await response.read() == b"PDF"
    async with http.get(f"{sim.url}/file/bot{sim.token}/{path}x") as response:
        assert response.status == 404
