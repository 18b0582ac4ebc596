"""A patient's words for their plans: no two of one patient's are the same, since that word is all a reminder says."""

import pytest

from store import people, plans
from store.database import Tx
from store.plans import Standing
from tests.conftest import House
from tests.handlers.test_uses import list_medicine, set_needed

TWICE = "already. Please choose another word"


async def standings(house: House) -> dict[str, Standing]:
    def read(tx: Tx) -> dict[str, Standing]:
        patient = people.patient(tx, house.ana.id)
        assert patient is not None
        return {s.medicine.name: s for s in plans.of_link(tx, patient.link.id)}

    return await house.app.db.read(read)


@pytest.fixture
async def second(planned: House) -> House:
    """Beside "Evening capsule", a second plan is on offer and its word is asked for."""
    await list_medicine(planned, "Paracetamol")
    await set_needed(planned)
    await planned.tap(planned.ana, "See it")
    return planned


async def test_a_word_that_another_plan_has_is_refused_kindly_and_the_next_one_is_taken(second: House) -> None:
    await second.say(second.ana, "  EVENING  capsule ")
    assert TWICE in second.ana.screen().text
    assert (await standings(second))["Paracetamol"].alias is None
    await second.say(second.ana, "My green box")
    await second.tap(second.ana, "Yes, start")
    assert (await standings(second))["Paracetamol"].alias == "My green box"


async def test_a_button_with_a_word_in_use_is_refused_and_not_offered(second: House) -> None:
    plan = (await standings(second))["Paracetamol"]
    await second.ana.press(f"1:alias:{plan.id}:1", second.ana.screen())
    await second.settle()
    assert TWICE in second.ana.screen().text
    await second.say(second.ana, "/settings")
    await second.tap(second.ana, "Rename: Evening capsule")
    assert "Evening capsule" in second.ana.screen().labels  # its own word may stay
    await second.say(second.ana, "My blue box")
    await second.say(second.ana, "/start")
    assert "My blue box" not in second.ana.screen().labels


async def test_plans_that_share_a_word_from_before_stay_readable_and_a_new_version_asks_for_another(
    second: House,
) -> None:
    await second.tap(second.ana, "My blue box", "Yes, start")
    await second.app.db.write(lambda tx: tx.run("UPDATE plan SET alias = 'The usual'"))
    await second.say(second.ana, "/today")
    assert "The usual" in second.ana.screen().text
    await set_needed(second, "/plan P-07 Paracetamol 500 mg as needed, at least 8 h apart, at most 3 a day")
    plan = (await standings(second))["Paracetamol"]
    assert plan.offer is not None
    await second.ana.press(f"1:offer:{plan.id}:{plan.offer.version}:yes", second.ana.screen())
    await second.settle()
    assert (await standings(second))["Paracetamol"].offer is not None
    assert TWICE in second.ana.screen().text
    await second.say(second.ana, "My blue box")
    await second.tap(second.ana, "Yes, start")
    assert (await standings(second))["Paracetamol"].offer is None
