"""Inline mode: asked, offered, chosen, pressed, edited."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from simulator import Clock, Person, Simulator
from simulator.people.client import Offers
from tests.simulator.conftest import MORNING, CallIt, confirm_all, keys


def article(id: str, text: str = "Sleep <b>well</b>", **more: Any) -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML"}
    return {"type": "article", "id": id, "title": f"Article {id}", "input_message_content": content, **more}


async def offered(call: CallIt, ana: Person, words: str, results: list[Any], **answer: Any) -> Offers:
    asking = asyncio.create_task(ana.inline(words))
    await asyncio.sleep(0)
    (update,) = await confirm_all(call)
    query = update["inline_query"]
    assert (query["query"], query["from"]["id"], query["chat_type"]) == (words, ana.id, "sender")
    done = await call("answerInlineQuery", inline_query_id=query["id"], results=results, **answer)
    assert done.result is True
    return await asking


async def test_a_chosen_result_is_posted_through_the_bot(call: CallIt, sim: Simulator, ana: Person) -> None:
    offers = await offered(call, ana, "sleep", [article("a"), article("b")])
    assert offers.titles == ["Article a", "Article b"]
    posted = await offers.choose("Article b")
    assert posted.text == "Sleep well" and posted.entities[0]["type"] == "bold" and posted.sender == "Ana"
    chosen, message = await confirm_all(call)
    assert chosen["chosen_inline_result"] == {
        "result_id": "b",
        "from": chosen["chosen_inline_result"]["from"],
        "query": "sleep",
    }
    assert message["message"]["via_bot"]["id"] == sim.world.bot_id
    with pytest.raises(AssertionError, match="does not offer 'Article c'"):
        await offers.choose("Article c")


async def test_its_button_is_pressed_and_edited_by_the_inline_message_id(call: CallIt, ana: Person) -> None:
    offers = await offered(call, ana, "x", [article("a", reply_markup=keys("More"))])
    posted = await offers.choose("Article a")
    chosen, _ = await confirm_all(call)
    id = chosen["chosen_inline_result"]["inline_message_id"]
    await ana.tap("More", message=posted)
    (press,) = await confirm_all(call)
    assert press["callback_query"]["inline_message_id"] == id and "message" not in press["callback_query"]
    assert (await call("editMessageText", inline_message_id=id, text="More")).result is True
    assert posted.text == "More" and posted.labels == []
    assert (await call("editMessageText", inline_message_id="x", text="y")).refusal[
        1
    ] == "Bad Request: MESSAGE_ID_INVALID"


async def test_the_same_words_are_answered_from_memory_for_as_long_as_the_bot_said(
    call: CallIt, sim: Simulator, ana: Person
) -> None:
    await offered(call, ana, "sleep", [article("a")], cache_time=60)
    assert (await sim.person("Bruno").inline("sleep")).titles == ["Article a"]
    assert await confirm_all(call) == []
    sim.clock.set(MORNING + timedelta(seconds=60))
    assert (await offered(call, ana, "sleep", [article("b")], is_personal=True)).titles == ["Article b"]
    with pytest.raises(AssertionError, match="offers nothing"):
        await sim.person("Bruno").inline("sleep", timeout=0)


async def test_a_query_dies_after_half_a_minute_and_is_answered_once(call: CallIt, sim: Simulator, ana: Person) -> None:
    offers = await offered(call, ana, "x", [])
    again = await call("answerInlineQuery", inline_query_id=offers.query.id, results=[])
    assert again.refusal[1].startswith("Bad Request: query is too old")
    with pytest.raises(AssertionError):
        await ana.inline("late", timeout=0)
    sim.clock.set(MORNING + timedelta(seconds=31))
    assert await confirm_all(call) == []


@pytest.mark.parametrize(
    ("results", "answer", "description"),
    [
        ([article(str(number)) for number in range(51)], {}, "too many inline query results specified"),
        ([article("a"), article("a")], {}, "RESULT_ID_DUPLICATE"),
        ([article("é" * 33)], {}, "RESULT_ID_INVALID"),
        ([article("a", text="<b>")], {}, "can't parse entities"),
        ([{"type": "article", "id": "a", "title": "x"}], {}, "can't parse inline query result"),
        ([article("a")], {"next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ([], {"button": {"text": "x"}}, "must have exactly one optional field"),
    ],
)
async def test_an_answer_that_can_not_be_is_refused(
    call: CallIt, ana: Person, results: list[Any], answer: dict[str, Any], description: str
) -> None:
    asking = asyncio.create_task(ana.inline("x"))
    await asyncio.sleep(0)
    (update,) = await confirm_all(call)
    refused = await call("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=results, **answer)
    assert description in refused.refusal[1]
    asking.cancel()


async def test_the_button_above_the_results_starts_the_bot(call: CallIt, ana: Person) -> None:
    offers = await offered(call, ana, "x", [], button={"text": "Open", "start_parameter": "learn"})
    assert offers.button == "Open"
    await offers.press_button()
    assert ana.messages()[-1].text == "/start learn"


async def test_a_result_may_be_a_file_that_was_sent_before(call: CallIt, sim: Simulator, ana: Person) -> None:
    file = sim.world.file("photo", b"\x89PNG", "image/png", width=1, height=1)
    result = {"type": "photo", "id": "p", "photo_file_id": file.file_id, "caption": "Week"}
    posted = await (await offered(call, ana, "x", [result])).choose("Week")
    assert posted.photo == b"\x89PNG" and posted.text == "Week"


async def test_in_a_group_the_bot_hears_of_what_was_sent_through_it(call: CallIt, sim: Simulator, ana: Person) -> None:
    group = sim.group("Walkers", ana)
    await confirm_all(call)
    await offered(call, ana, "x", [article("a")])
    offers = await ana.inline("x", in_=group)
    await offers.choose("Article a")
    assert [list(update)[1] for update in await confirm_all(call)] == ["chosen_inline_result", "message"]


async def test_a_bot_without_inline_mode_is_not_asked() -> None:
    plain = Simulator(clock=Clock(MORNING), inline=False)
    with pytest.raises(ValueError, match="no inline mode"):
        await plain.person("Ana").inline("x")
