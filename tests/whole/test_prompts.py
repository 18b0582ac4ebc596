"""R8: while no reviewed list reads a language, whom to call stands wherever words are typed, not only at first."""

from collections.abc import Awaitable, Callable

import pytest

import handlers.prompting
from tests.conftest import House
from tests.handlers.test_uses import ASKED, list_medicine, set_needed

Prompts = Callable[[House], Awaitable[list[str]]]
LINE = "In danger, or thinking of ending your life?"


def asks(house: House) -> str:
    return house.ana.screen().text


async def count_prompts(house: House) -> list[str]:
    """Ana's supply: how many, unreadable, how much is in one, unreadable."""
    await house.say(house.ana, "/settings")
    await house.tap(house.ana, "Supplies", "Supply: Evening capsule", "I counted")
    found = [asks(house)]
    for typed in ("a box", "10", "a lot"):
        await house.say(house.ana, typed)
        found.append(asks(house))
    return found


async def use_prompts(house: House) -> list[str]:
    """When an as-needed medicine was taken, and that again where it can't be read."""
    await list_medicine(house, "Paracetamol")
    await set_needed(house)
    await house.tap(house.ana, "See it")
    found = [asks(house)]
    for alias in ("a" * 40, "my pain pill", "Evening capsule"):
        await house.say(house.ana, alias)
        found.append(asks(house))
    await house.say(house.ana, "My blue box")
    await house.tap(house.ana, "Yes, start")
    await house.say(house.ana, "/today")
    await house.tap(house.ana, ASKED, "It was earlier")
    found.append(asks(house))
    await house.say(house.ana, "some time ago")
    return [*found, asks(house)]


async def travel_prompts(house: House) -> list[str]:
    await house.say(house.ana, "/travel")
    await house.tap(house.ana, "Another country")
    found = [asks(house)]
    await house.say(house.ana, "Nowhereland")
    return [*found, asks(house)]


@pytest.mark.parametrize("prompts", [count_prompts, use_prompts, travel_prompts])
@pytest.mark.parametrize("reviewed", [False, True])
async def test_each_prompt_says_whom_to_call_until_a_list_is_reviewed(
    planned: House, monkeypatch: pytest.MonkeyPatch, prompts: Prompts, reviewed: bool
) -> None:
    if reviewed:
        monkeypatch.setattr(handlers.prompting, "REVIEWED", {"en": "made up for this test"})
    found = await prompts(planned)
    assert len(found) >= 2 and all(found)
    assert [text for text in found if (LINE in text) == reviewed] == []
