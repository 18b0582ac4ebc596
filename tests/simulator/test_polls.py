"""Polls."""

from typing import Any

import pytest

from simulator import Person
from tests.simulator.conftest import CallIt, confirm_all


async def ask(call: CallIt, ana: Person, **more: Any) -> dict[str, Any]:
    options = ["Good", {"text": "Bad"}]
    sent = await call("sendPoll", chat_id=ana.id, question="Night?", options=options, **more)
    return dict(sent.result)


async def test_votes_are_counted_and_told_and_may_be_taken_back(call: CallIt, ana: Person) -> None:
    sent = await ask(call, ana, is_anonymous=False)
    await ana.vote(ana.screen(), "Bad")
    answer, poll = await confirm_all(call)
    assert answer["poll_answer"]["option_ids"] == [1] and answer["poll_answer"]["poll_id"] == sent["poll"]["id"]
    assert [option["voter_count"] for option in poll["poll"]["options"]] == [0, 1]
    await ana.vote(ana.screen())
    answer, poll = await confirm_all(call)
    assert answer["poll_answer"]["option_ids"] == [] and poll["poll"]["total_voter_count"] == 0


async def test_an_anonymous_poll_names_nobody(call: CallIt, ana: Person) -> None:
    await ask(call, ana)
    await ana.vote(ana.screen(), "Good")
    assert [list(update)[1] for update in await confirm_all(call)] == ["poll"]


async def test_a_poll_is_closed_once(call: CallIt, ana: Person) -> None:
    sent = await ask(call, ana)
    where = {"chat_id": ana.id, "message_id": sent["message_id"]}
    assert (await call("stopPoll", **where)).result["is_closed"] is True
    assert (await call("stopPoll", **where)).refusal == (400, "Bad Request: poll has already been closed")
    with pytest.raises(ValueError, match="closed"):
        await ana.vote(ana.screen(), "Good")


async def test_in_a_quiz_the_first_vote_stands(call: CallIt, ana: Person) -> None:
    refused = await call("sendPoll", chat_id=ana.id, question="x", options=["a", "b"], type="quiz")
    assert refused.refusal == (400, "Bad Request: wrong correct option ID specified")
    await ask(call, ana, type="quiz", correct_option_ids=[0])
    await ana.vote(ana.screen(), "Bad")
    with pytest.raises(ValueError, match="stands"):
        await ana.vote(ana.screen(), "Good")
